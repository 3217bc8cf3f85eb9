public import DossierText
import DossierModel
import DossierPluginKit

/// Tries a program against the protocol (`docs/plugin-protocol.md`) and says what it breaks.
public struct ProgramConformance {
  /// One rule, tried.
  public struct Finding: Sendable {
    /// The rule, in one line.
    public let rule: String
    /// What breaks it; nil if nothing does.
    public let fault: Diagnostic?
  }

  private let program: String
  private let limits: ProgramLimits
  private var findings: [Finding] = []

  /// Tries the program at a path.
  public static func findings(of program: String, timeoutSeconds: Int = 10) -> [Finding] {
    let path = program.contains("/") ? program : "./\(program)"
    var conformance = ProgramConformance(program: path, timeoutSeconds: timeoutSeconds)
    conformance.tryAll()
    return conformance.findings
  }

  private init(program: String, timeoutSeconds: Int) {
    self.program = program
    limits = ProgramLimits(timeoutSeconds: timeoutSeconds)
  }

  private mutating func tryAll() {
    let (program, limits) = (program, limits)
    let file = program.split(separator: "/").last.map(String.init) ?? ""
    let name =
      file.hasPrefix(ProgramSearch.prefix) ? String(file.dropFirst(ProgramSearch.prefix.count)) : file
    attempt("it is called dossier-export-NAME and can be run") { () throws(Diagnostic) in
      if !file.hasPrefix(ProgramSearch.prefix) || !ExporterRegistry.isLegal(name) {
        throw Self.fault("the file is called '\(file)'")
      }
      if let fault = ProgramSearch.fault(ofProgramAt: program) { throw Self.fault(fault) }
    }
    guard findings.last?.fault == nil else { return }
    var described: ProgramDescription?
    attempt("--describe prints what it is and which options it has") { () throws(Diagnostic) in
      described = try ProgramDescription(asking: program, name: name, limits: limits)
    }
    guard let description = described else { return }
    let engine = ProgramEngine(
      program: program, version: description.version, options: description.defaults, limits: limits)
    for (rule, reports) in ConformanceReports.cases {
      attempt(rule) { () throws(Diagnostic) in _ = try Self.output(engine, reports) }
    }
    attempt("equal requests give equal bytes") { () throws(Diagnostic) in
      let reports = ConformanceReports.several
      if try Self.output(engine, reports) != Self.output(engine, reports) {
        throw Self.fault("two runs over the same reports gave different files")
      }
    }
    attempt("a request in a protocol that it does not speak ends with an exit code other than 0") {
      () throws(Diagnostic) in
      let future = ProgramEngine(
        program: program, version: 99_999, options: description.defaults, limits: limits)
      try Self.mustRefuse(future.beginning(Self.context) + ProgramEngine.end, engine)
    }
    attempt("a line that is not JSON ends with an exit code other than 0") { () throws(Diagnostic) in
      try Self.mustRefuse(
        engine.beginning(Self.context) + Array("{not json\n".utf8) + ProgramEngine.end, engine)
    }
  }

  private mutating func attempt(_ rule: String, _ work: () throws(Diagnostic) -> Void) {
    do throws(Diagnostic) {
      try work()
      findings.append(Finding(rule: rule, fault: nil))
    } catch {
      findings.append(Finding(rule: rule, fault: error))
    }
  }

  private static let context = ExportContext(toolVersion: ToolVersion.current)

  private static func fault(_ summary: String) -> Diagnostic {
    Diagnostic("plugin.conformance", .error, summary)
  }

  /// The files that a program makes of some reports.
  private static func output(_ engine: ProgramEngine, _ reports: [Report]) throws(Diagnostic) -> [String:
    [UInt8]]
  {
    var session = try engine.start(context: context)
    var files: [String: [UInt8]] = [:]
    var set = OutputSet()
    func gather() {
      for file in set.drain().files { files[file.name, default: []] += file.bytes }
    }
    for report in reports {
      try session.export(report, into: &set)
      gather()
    }
    try session.finish(into: &set)
    if let error = set.diagnostics.first(where: { $0.severity == .error }) { throw error }
    gather()
    if files.isEmpty { throw fault("no file was written") }
    return files
  }

  /// Sends a request that must be refused.
  private static func mustRefuse(_ request: [UInt8], _ engine: ProgramEngine) throws(Diagnostic) {
    let run = try ProgramRun(program: engine.program, arguments: [], limits: engine.limits) { _ in }
    defer { run.abandon() }
    do throws(Diagnostic) {
      try run.send(request)
      try run.finish()
    } catch {
      if error.id == "plugin.exit" { return }
      throw error
    }
    throw fault("it ended with exit code 0")
  }
}
