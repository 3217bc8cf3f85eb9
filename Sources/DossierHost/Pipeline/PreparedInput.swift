import DossierModel
import DossierPluginKit
import DossierText

/// What came of reading one input.
enum InputPortions: Sendable {
  /// All of its work is done.
  case ready(PreparedInput)
  /// It holds many articles, whose work is to be done one portion after another.
  case several([ReportPipeline.Articles])
}

extension ExportPlan {
  /// So many articles of one input are worked on as one.
  private static let portionSize = 16

  /// Reads an input, and does its work if it is little.
  func portions(of input: InputReference) -> InputPortions {
    let portions = pipeline.articles(in: input).portions(of: Self.portionSize)
    if portions.count > 1 { return .several(portions) }
    return .ready(PreparedInput(pipeline.outcome(of: portions[0]), plan: self))
  }
}

/// All that one input's work gives: its reports, and the files that hold one report each, written and flushed but not
/// yet in their places.
struct PreparedInput: Sendable {
  let name: String
  private(set) var diagnostics: [Diagnostic]
  private(set) var reports: [MarkedReport] = []
  private(set) var files: [PreparedOutput] = []

  init(_ outcome: ReportPipeline.Outcome, plan: ExportPlan) {
    name = outcome.input.name
    diagnostics = outcome.diagnostics
    let isGathered = plan.outputs.contains { if case .perReport = $0.destination { false } else { true } }
    for built in outcome.reports {
      let report = MarkedReport(whole: built.report, milder: built.milder)
      if isGathered { reports.append(report) }
      for output in plan.outputs {
        guard case .perReport(let pattern) = output.destination else { continue }
        files.append(PreparedOutput(report, output: output, pattern: pattern))
      }
    }
  }
}

/// One report in one format, in files that wait for their places.
struct PreparedOutput: Sendable {
  struct File: Sendable {
    let path: String
    let file: AtomicFile
    let bytes: Int
  }

  let output: PlannedOutput
  let path: String
  private(set) var files: [File] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var losses: [Loss] = []
  /// Which names to hide stood in the report; nil if it was left out.
  private(set) var hidden: Set<Int>?

  init(_ original: MarkedReport, output: PlannedOutput, pattern: PathPattern) {
    self.output = output
    let outcome = output.processing.prepare(original, for: pattern.text)
    diagnostics = outcome.diagnostics
    losses = outcome.losses
    guard let report = outcome.report else {
      path = pattern.text
      return
    }
    path = pattern.path(for: report)
    hidden = outcome.hidden
    do throws(Diagnostic) {
      var session = try output.engine.start(context: output.processing.context)
      var set = OutputSet()
      try session.export(report, into: &set)
      try session.finish(into: &set)
      diagnostics += set.diagnostics
      losses += set.losses
      if let error = set.diagnostics.first(where: { $0.severity == .error }) {
        diagnostics.removeAll { $0 == error }
        throw error
      }
      for file in set.files where !(file.name.isEmpty && file.bytes.isEmpty && set.files.count > 1) {
        try add(file)
      }
    } catch {
      diagnostics.append(error.failing(path))
      for file in files { file.file.abandon() }
      files = []
    }
  }

  private mutating func add(_ file: OutputSet.File) throws(Diagnostic) {
    let place = try output.path(of: file.name, beside: path)
    var bytes = file.bytes
    if var compressor = try output.processing.compression.start() {
      bytes = try compressor.add(bytes)
      bytes += try compressor.finish()
    }
    let atomic = try AtomicFile(path: place)
    try atomic.write(bytes)
    try atomic.flush()
    files.append(File(path: place, file: atomic, bytes: bytes.count))
  }
}

extension Diagnostic {
  /// The same message with the file it is about, where it names none.
  func about(_ file: String) -> Diagnostic {
    location != nil
      ? self
      : Diagnostic(id, severity, summary, at: Location(file: file), notes: notes, help: help)
  }

  /// The same message as the reason why an output fails, which it names.
  func failing(_ output: String) -> Diagnostic {
    guard let location, location.file != output else { return about(output) }
    return Diagnostic(
      id, severity, summary, at: location, notes: ["so the output '\(output)' fails"] + notes, help: help)
  }
}
