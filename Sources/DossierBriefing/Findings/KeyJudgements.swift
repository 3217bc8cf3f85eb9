import DossierModel

/// The claims that a briefing puts first: judgements of who is responsible, those with words of confidence or
/// likelihood before the others, each group in the order of the report.
package enum KeyJudgements {
  private static let acts: Set<Act> = [.attribute, .accuse, .assess, .charge, .sanction, .admit]

  /// The numbers of at most `limit` claims, and how many more there are.
  package static func choose(_ index: ReportIndex, limit: Int = 10) -> (claims: [Int], more: Int) {
    let claims = index.report.claims
    func isJudgement(_ number: Int) -> Bool { acts.contains(claims[number].act) && !claims[number].denies }
    func hasWords(_ number: Int) -> Bool {
      claims[number].confidence?.words != nil || claims[number].likelihood?.words != nil
    }
    let judgements = claims.indices.filter { hasWords($0) || isJudgement($0) }
    let chosen = (judgements.filter(hasWords) + judgements.filter { !hasWords($0) }).prefix(limit)
    return (Array(chosen), judgements.count - chosen.count)
  }
}
