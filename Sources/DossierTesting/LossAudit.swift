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
    let run = ExporterRun(exporter, [report])
    var breaches: [String] = []
    var tried: Set<Loss> = []
    var justified: Set<Loss> = []
    let (facts, untried) = ReportFacts.all(of: report, limit: limit)
    for fact in facts {
      let declared = run.losses.filter { covers($0, fact) }
      tried.formUnion(declared)
      if ExporterRun(exporter, [fact.changed]).files != run.files { continue }
      justified.formUnion(declared)
      if declared.isEmpty {
        breaches.append("'\(fact.path)' of \(fact.subject ?? "the report") is lost, but that is not declared")
      }
    }
    for loss in run.losses where tried.contains(loss) && !justified.contains(loss) {
      if untried.contains(where: { $0 == loss.what || $0.hasPrefix(loss.what + ".") }) { continue }
      breaches.append("'\(loss.what)' of \(loss.subject ?? "the report") is declared lost, but it is not")
    }
    return breaches
  }

  private static func covers(_ loss: Loss, _ fact: ReportFact) -> Bool {
    (loss.subject == nil || loss.subject == fact.subject)
      && (fact.path == loss.what || fact.path.hasPrefix(loss.what + "."))
  }
}
