import DossierModel
import DossierText

/// Denials, backing and refusals to comment, as opinions of whoever utters them (section 4.14).
extension BundleWriter {
  /// `opinion-enum`, section 10.19; nil where a claim is no answer.
  private static func opinion(of claim: Claim) -> String? {
    if claim.act == .deny || claim.polarity == .deny { return "strongly-disagree" }
    if claim.act == .support { return "agree" }
    return claim.act == .decline && !claim.answers.isEmpty ? "neutral" : nil
  }

  /// Whether a claim becomes an opinion.
  func isOpinion(_ claim: Claim) -> Bool { Self.opinion(of: claim) != nil }

  /// The ids of the opinions that a claim is: one for each who speaks.
  mutating func opinionIDs(of claim: Claim) -> [String] {
    claimants(of: claim).map { id("opinion", claim.id, $0) }
  }

  mutating func writeOpinion(_ index: Int) {
    let claim = report.claims[index]
    guard let opinion = Self.opinion(of: claim) else { return }
    for (place, creator) in claimants(of: claim).enumerated() {
      // OpenCTI tells opinions apart by value and creation time.
      let time = STIXTime.later(created, by: (index + 1) * 8 + min(place, 7))
      open("opinion", id("opinion", claim.id, creator), creator: creator, at: time)
      json.field("opinion", opinion)
      json.field("explanation", claim.proposition.text)
      json.field("authors", [claimantName(claim, place)])
      if writesConfidence, let level = claim.confidence?.level {
        json.field("confidence", STIXVocabulary.confidence(level))
      }
      lang(language(of: claim))
      // The report is among them, or MISP drops the opinion.
      json.field("object_refs", answered(by: claim, creator) + [reportID])
      openExtension()
      json.field("claim", claim.id)
      closeExtension()
      close()
    }
  }

  /// The objects that an opinion is about: what the answered claims assert, but nobody's own.
  private func answered(by claim: Claim, _ creator: String) -> [String] {
    var ids: [String] = []
    var seen: Set<String> = []
    for answer in (claim.answers + (disputes[claim.id] ?? [])).compactMap({ claims[$0] }) {
      let asserted = assertions[answer].filter { $0.creator != creator }.map(\.id)
      for id in assertions[answer].isEmpty ? [noteID(ofClaim: answer)] : asserted
      where seen.insert(id).inserted {
        ids.append(id)
      }
    }
    return ids
  }

  /// The name of the claimant at a place.
  func claimantName(_ claim: Claim, _ place: Int) -> String {
    let speakers = claim.speakers.compactMap { entities[$0] }
    if place < speakers.count { return report.entities[speakers[place]].name }
    let source = report.sources.first { $0.id == claim.evidence.first?.source }
    return [source?.publisher, source?.authors.joined(separator: ", "), source?.title].compactMap(\.self)
      .first { !$0.isEmpty } ?? words.unnamedSource
  }
}
