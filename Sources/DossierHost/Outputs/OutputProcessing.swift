import DossierModel
import DossierPluginKit
import DossierText

/// What the host does to the reports of one output before its exporter gets them, whatever the format.
struct OutputProcessing: Sendable {
  /// Reports marked above it are left out.
  var ceiling = TLP.red
  /// Whose names are hidden; nil for nobody's.
  var redaction: Redaction?
  /// How its files are compressed.
  var compression = OutputCompression.none
  /// What the exporter may know.
  var context: ExportContext

  /// What becomes of one report.
  struct Outcome: Sendable {
    /// The report to export; nil if it is left out.
    var report: Report?
    /// What the output does not hold because of it.
    var losses: [Loss] = []
    /// What is to be said.
    var diagnostics: [Diagnostic] = []
    /// Which of the names to hide stood in the report.
    var hidden: Set<Int> = []
  }

  /// Prepares a report for the output called `output`.
  func prepare(_ report: Report, for output: String) -> Outcome {
    guard report.marking.tlp <= ceiling else { return leftOut(report, of: output) }
    guard let redacted = redaction?.apply(to: report) else { return Outcome(report: report) }
    return Outcome(report: redacted.report, losses: redacted.losses, hidden: redacted.found)
  }

  private func leftOut(_ report: Report, of output: String) -> Outcome {
    let why = "the report is marked \(report.marking.tlp.label), the output's ceiling is \(ceiling.label)"
    return Outcome(
      report: nil, losses: LossReckoning.losses(of: report, keeping: [], why: why),
      diagnostics: [
        Diagnostic(
          "output.above-ceiling", .note,
          "left out a report marked \(report.marking.tlp.label): the ceiling here is \(ceiling.label)",
          at: Diagnostic.Location(file: output), notes: ["the report is '\(report.title)' (\(report.id))"])
      ])
  }
}
