/// Claims among which those that are like a given one are looked for, so that not every pair has to be compared.
struct NearClaims {
  private var bySpeakers: [Set<String>: [Int]] = [:]
  /// Places of the claims that have a word in their evidence or proposition.
  private var byWord: [UInt64: [Int]] = [:]

  /// The claims at some places of a list.
  init(_ claims: [ComparedClaim], at places: [Int]) {
    for place in places {
      let claim = claims[place]
      if !claim.stance.speakers.isEmpty { bySpeakers[claim.stance.speakers, default: []].append(place) }
      let words = claim.evidence.reduce(into: Set(claim.proposition.words)) { $0.formUnion($1.words.words) }
      for word in words { byWord[word, default: []].append(place) }
    }
  }

  /// The places of all claims that have the same speakers, or two thirds of a text in common; and of a few others.
  ///
  /// Of a text of n words that has two thirds in common with another, any n/3 + 1 words hold one that the other has: the
  /// rarest are looked up.
  func candidates(for claim: ComparedClaim) -> Set<Int> {
    var found = Set(bySpeakers[claim.stance.speakers] ?? [])
    for text in claim.evidence.map(\.words) + [claim.proposition] {
      let count = text.words.count
      let words = text.words.map { (count: byWord[$0]?.count ?? 0, word: $0) }.sorted { $0 < $1 }
      for (_, word) in words.prefix(count - (2 * count + 2) / 3 + 1) { found.formUnion(byWord[word] ?? []) }
    }
    return found
  }
}
