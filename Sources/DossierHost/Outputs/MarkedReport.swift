import DossierModel
import DossierPluginKit
import DossierText

/// A report, and what of it milder markings allow to see.
///
/// A report has one marking as a whole. Where it was merged from reports of several markings, what is said in the milder
/// ones may go further than the whole: there the merge of these stands ready, made as if the others had not been read,
/// so that nothing of them is left in names, counts or ids.
struct MarkedReport: Sendable {
  /// All of it, with the strictest marking.
  let whole: Report
  /// What is left without the more strictly marked reports, the strictest first.
  let milder: [Report]

  /// The most of it that is marked no higher than `ceiling`; nil where nothing is.
  func upTo(_ ceiling: TLP) -> Report? {
    whole.marking.tlp <= ceiling ? whole : milder.first { $0.marking.tlp <= ceiling }
  }

  /// The sources of the whole that a milder report does not have, and the claims that it has no evidence of.
  func missing(from milder: Report) -> (sources: [Source], claims: [Claim]) {
    let kept = Set(milder.sources.map(\.sha256))
    let held = Set(milder.claims.flatMap { Self.places(of: $0, in: milder) })
    return (
      whole.sources.filter { !kept.contains($0.sha256) },
      whole.claims.filter { held.isDisjoint(with: Self.places(of: $0, in: whole)) }
    )
  }

  /// Where a claim stands, by what is the same in both reports.
  private struct Place: Hashable {
    let article: String
    let start: Int
    let end: Int
    let act: Act
  }

  private static func places(of claim: Claim, in report: Report) -> [Place] {
    claim.evidence.compactMap { evidence in
      report.sources.first { $0.id == evidence.source }
        .map { Place(article: $0.sha256, start: evidence.start, end: evidence.end, act: claim.act) }
    }
  }
}
