package import DossierModel

/// Compares the losses that an exporter declares with what it loses.
///
/// Each fact of a report is changed by itself. If the output stays the same, byte for byte, then the output cannot tell
/// the two reports apart: the fact is lost, and must have been declared. A declared loss must cover a fact that is lost.
package enum LossCheck {
  /// What came of exporting one report.
  package struct Outcome {
    let files: [String: [UInt8]]
    let losses: [Loss]

    /// Files by name, and the losses that were declared.
    package init(files: [String: [UInt8]], losses: [Loss]) {
      self.files = files
      self.losses = losses
    }
  }

  /// What is wrong, in words; empty when the declared losses are the losses.
  ///
  /// - Parameters:
  ///   - report: The report whose facts are tried.
  ///   - limit: How many facts are tried for each path of keys; the first ones are taken.
  ///   - triesDeclared: Whether facts that are declared lost are tried too, to see that they are.
  ///   - enough: So many breaches end the search.
  ///   - export: Exports one report.
  /// - Complexity: One export of the report for each fact that is tried.
  package static func breaches<Failure>(
    on report: Report, limit: Int, triesDeclared: Bool = true, enough: Int = .max,
    export: (Report) throws(Failure) -> Outcome
  ) throws(Failure) -> [String] {
    let run = try export(report)
    var breaches: [String] = []
    var tried: Set<Loss> = []
    var justified: Set<Loss> = []
    let (facts, untried) = ReportFacts.all(of: report, limit: limit)
    for fact in facts where breaches.count < enough {
      let declared = run.losses.filter { covers($0, fact) }
      if !triesDeclared && !declared.isEmpty { continue }
      tried.formUnion(declared)
      if try export(fact.changed).files != run.files { continue }
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
