import DossierModel
import DossierPluginKit
import DossierText

/// An output that takes all reports of a run: into one file with its companions, or onto the standard output.
/// Bytes are passed on after each report.
struct GatheredOutput {
  let output: PlannedOutput
  private(set) var reports = 0
  /// Whether it has failed, or its reader went away.
  private(set) var isOver = false
  /// What its redaction came to.
  private(set) var redactions = RedactionCount()

  private var session: (any ExportSession)?
  private var set = OutputSet()
  private var losses: [Loss] = []
  private var files: [OpenFile] = []
  private var standardOutput: StandardOutput?
  private var standardCompressor: (any Compressor)?

  /// A file in the making.
  private struct OpenFile {
    let name: String
    let file: AtomicFile
    var compressor: (any Compressor)?
    var bytes = 0

    mutating func write(_ new: [UInt8]) throws(Diagnostic) {
      let written = try compressor?.add(new) ?? new
      try file.write(written)
      bytes += written.count
    }

    mutating func flush() throws(Diagnostic) {
      if let rest = try compressor?.finish() {
        try file.write(rest)
        bytes += rest.count
      }
      compressor = nil
      try file.flush()
    }
  }

  /// Nil for an output that has a file for each report.
  init?(_ output: PlannedOutput) {
    if case .perReport = output.destination { return nil }
    self.output = output
    if output.destination == .standardOutput { standardOutput = StandardOutput() }
  }

  /// A file that took its place.
  struct Written {
    let path: String
    let bytes: Int
  }

  /// Adds a report; returns what is to be said.
  mutating func add(_ original: MarkedReport, protected: Set<FileIdentity>) -> [Diagnostic] {
    guard !isOver else { return [] }
    let outcome = output.processing.prepare(original, for: output.name)
    losses += outcome.losses
    do throws(Diagnostic) {
      try start()
      reports += 1
      guard let report = outcome.report else { return outcome.diagnostics }
      redactions.add(outcome.hidden)
      try session?.export(report, into: &set)
      return outcome.diagnostics + (try passOn(protected))
    } catch {
      return outcome.diagnostics + fail(error)
    }
  }

  /// Ends the output and puts its files in their places.
  mutating func finish(
    isWanted: Bool, protected: Set<FileIdentity>, taken: [String: String]
  ) -> (files: [Written], mistakes: [Diagnostic]) {
    guard !isOver, isWanted else {
      abandon()
      return ([], [])
    }
    var mistakes: [Diagnostic] = []
    do throws(Diagnostic) {
      try start()
      try session?.finish(into: &set)
      mistakes = try passOn(protected)
      if files.isEmpty, standardOutput == nil { try open("", protected) }
      for entry in files where taken[PlannedOutput.normalized(entry.file.path)] != nil {
        throw Diagnostic(
          "output.same-path", .error, "another output wrote this file in the same run",
          at: Diagnostic.Location(file: entry.file.path), help: "give each output a path of its own")
      }
      for index in files.indices { try files[index].flush() }
      try endStandardOutput()
    } catch {
      return ([], fail(error))
    }
    var written: [Written] = []
    for entry in files {
      do throws(Diagnostic) {
        try entry.file.commit()
        written.append(Written(path: entry.file.path, bytes: entry.bytes))
      } catch {
        mistakes.append(error)
      }
    }
    return (written, mistakes)
  }

  /// The losses since the last call.
  mutating func takeLosses() -> [Loss] {
    defer { losses = [] }
    return losses
  }

  private mutating func start() throws(Diagnostic) {
    guard session == nil else { return }
    session = try output.engine.start(context: output.processing.context)
    if standardOutput != nil { standardCompressor = try output.processing.compression.start() }
  }

  /// Passes on what the exporter wrote; returns what it has to say.
  private mutating func passOn(_ protected: Set<FileIdentity>) throws(Diagnostic) -> [Diagnostic] {
    let drained = set.drain()
    losses += drained.losses
    for file in drained.files {
      if standardOutput != nil {
        guard file.name.isEmpty else {
          throw Diagnostic(
            "output.several-files", .error,
            "'\(output.exporter)' writes a file '\(file.name)' beside its main one",
            at: Diagnostic.Location(file: output.name), help: "name a path in 'to' instead of '-'")
        }
        standardOutput?.write(try standardCompressor?.add(file.bytes) ?? file.bytes)
      } else {
        if !files.contains(where: { $0.name == file.name }) { try open(file.name, protected) }
        if let index = files.firstIndex(where: { $0.name == file.name }) {
          try files[index].write(file.bytes)
        }
      }
    }
    if let error = drained.diagnostics.first(where: { $0.severity == .error }) { throw error }
    try checkStandardOutput()
    return drained.diagnostics
  }

  private mutating func checkStandardOutput() throws(Diagnostic) {
    guard let standardOutput, standardOutput.isClosed else { return }
    isOver = true
    if let failure = standardOutput.failure { throw failure }
  }

  private mutating func endStandardOutput() throws(Diagnostic) {
    guard let rest = try standardCompressor?.finish() else { return }
    standardCompressor = nil
    standardOutput?.write(rest)
    try checkStandardOutput()
  }

  private mutating func open(_ name: String, _ protected: Set<FileIdentity>) throws(Diagnostic) {
    guard case .gathered(let main) = output.destination else { return }
    let path = try output.path(of: name, beside: main)
    if let mistake = ExportRun.overwriting(path, protected) { throw mistake }
    let compressor = try output.processing.compression.start()
    files.append(OpenFile(name: name, file: try AtomicFile(path: path), compressor: compressor))
  }

  private mutating func fail(_ error: Diagnostic) -> [Diagnostic] {
    abandon()
    return [error.failing(output.name)]
  }

  private mutating func abandon() {
    isOver = true
    session = nil
    standardCompressor = nil
    for entry in files { entry.file.abandon() }
    files = []
  }
}
