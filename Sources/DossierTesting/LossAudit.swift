public import DossierModel
public import DossierPluginKit

/// Shows that the losses an exporter declares are all of its losses, and no more.
///
/// Each fact of a report is changed by itself. If the output stays the same, byte for byte, then the output cannot tell
/// the two reports apart: the fact is lost, and must have been declared. A declared loss must cover a fact that is lost.
public enum LossAudit {
  /// What is wrong, in words; empty when the declared losses are the losses.
  ///
  /// - Parameters:
  ///   - exporter: The exporter, configured.
  ///   - report: The report whose facts are tried.
  ///   - limit: How many facts are tried for each path of keys; the first ones are taken.
  /// - Complexity: One export of the report for each fact.
  public static func breaches(of exporter: some Exporter, on report: Report, limit: Int = 4) -> [String] {
    LossCheck.breaches(on: report, limit: limit) { report in
      let run = ExporterRun(exporter, [report])
      return LossCheck.Outcome(files: run.files, losses: run.losses)
    }
  }
}
