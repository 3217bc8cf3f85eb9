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
      program: program, version: description.version, options: description.defaults,
      reckoning: description.reckoning, limits: limits)
    for (rule, reports) in ConformanceReports.cases {
      attempt(rule) { () throws(Diagnostic) in _ = try Self.outcome(engine, reports) }
    }
    attempt("all that it loses of a report is declared") { () throws(Diagnostic) in
      try Self.checkLosses(engine)
    }
    attempt("equal requests give equal bytes") { () throws(Diagnostic) in
      let reports = ConformanceReports.several
      if try Self.outcome(engine, reports).files != Self.outcome(engine, reports).files {
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

  /// Changes, in a report that has something of everything, each kind of fact that is not declared lost: the output must
  /// change with it. A start of the program for each.
  private static func checkLosses(_ engine: ProgramEngine) throws(Diagnostic) {
    let breaches = try LossCheck.breaches(
      on: ConformanceReports.full, limit: 1, triesDeclared: false, enough: 6
    ) {
      report throws(Diagnostic) in
      let (files, losses) = try outcome(engine, [report])
      if let loss = losses.first(where: { !ReportFacts.isPath($0.what) }) {
        throw Diagnostic(
          "plugin.conformance", .error, "a loss is about '\(loss.what)', which is no key of a report",
          help: "join keys by points, such as claims.likelihood ('dossier schema report' has them all)")
      }
      return LossCheck.Outcome(files: files, losses: losses)
    }
    guard let first = breaches.first else { return }
    throw Diagnostic(
      "plugin.conformance", .error, first, notes: Array(breaches.dropFirst()),
      help: "name what the format keeps under 'keeps' of --describe, or send lines 'loss'")
  }

  /// The files that a program makes of some reports, and what it says that it lost.
  private static func outcome(
    _ engine: ProgramEngine, _ reports: [Report]
  ) throws(Diagnostic) -> (files: [String: [UInt8]], losses: [Loss]) {
    var session = try engine.start(context: context)
    var files: [String: [UInt8]] = [:]
    var losses: [Loss] = []
    var set = OutputSet()
    func gather() {
      let drained = set.drain()
      for file in drained.files { files[file.name, default: []] += file.bytes }
      losses += drained.losses
    }
    for report in reports {
      try session.export(report, into: &set)
      gather()
    }
    try session.finish(into: &set)
    if let error = set.diagnostics.first(where: { $0.severity == .error }) { throw error }
    gather()
    if files.isEmpty { throw fault("no file was written") }
    return (files, losses)
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
