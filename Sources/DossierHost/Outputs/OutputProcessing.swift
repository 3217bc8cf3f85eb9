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
  func prepare(_ marked: MarkedReport, for output: String) -> Outcome {
    guard let report = marked.upTo(ceiling) else { return leftOut(marked.whole, of: output) }
    var outcome = Outcome(report: report)
    if report.marking.tlp < marked.whole.marking.tlp { thin(&outcome, marked, to: report, in: output) }
    if let redacted = redaction?.apply(to: report) {
      outcome.report = redacted.report
      outcome.losses += redacted.losses
      outcome.hidden = redacted.found
    }
    return outcome
  }

  /// Says what a merged report does not hold of the more strictly marked ones.
  private func thin(
    _ outcome: inout Outcome, _ marked: MarkedReport, to report: Report, in output: String
  ) {
    let (sources, claims) = marked.missing(from: report)
    let why = "it stands only in what is marked above the output's ceiling, \(ceiling.label)"
    outcome.losses += sources.map { Loss(subject: $0.id, what: "sources", why: why) }
    outcome.losses += claims.map { Loss(subject: $0.id, what: "claims", why: why) }
    outcome.diagnostics.append(
      Diagnostic(
        "output.above-ceiling", .note,
        "left out what only sources marked above \(ceiling.label), the ceiling here, say",
        at: Diagnostic.Location(file: output),
        notes: [
          "sources left out: \(sources.count) of \(marked.whole.sources.count); "
            + "claims left out: \(claims.count) of \(marked.whole.claims.count)"
        ]))
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
