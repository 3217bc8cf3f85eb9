import DossierModel
import DossierText

/// Keeps each claim once: the same stance of the same speakers on the same thing is one claim with the evidence of
/// every place.
struct ClaimMerging {
  private(set) var claims: [Claim] = []
  private var places: [ClaimStance: [Int]] = [:]

  /// Adds a report's claims, whose parties have their new ids already; the claims' new ids by the old.
  mutating func add(_ added: [Claim], copies: [CopiedSource]) -> [String: String] {
    var names: [String: String] = [:]
    var places: [Int] = []
    for claim in added {
      let place = add(claim, copies)
      places.append(place)
      names[claim.id] = claims[place].id
    }
    for (claim, place) in zip(added, places) {
      for answered in claim.answers.compactMap({ names[$0] })
      where answered != claims[place].id && !claims[place].answers.contains(answered) {
        claims[place].answers.append(answered)
      }
    }
    return names
  }

  private mutating func add(_ claim: Claim, _ copies: [CopiedSource]) -> Int {
    let key = ClaimStance(claim)
    // Claims of one source stay as the text has them.
    let source = claim.evidence.first?.source
    let same = places[key]?.first { place in
      !claims[place].evidence.contains { $0.source == source } && claim.says(asMuchAs: claims[place])
    }
    guard let same, !claim.speakers.isEmpty else {
      var claim = claim
      claim.id = "c\(claims.count + 1)"
      claim.answers = []
      places[key, default: []].append(claims.count)
      claims.append(claim)
      return claims.count - 1
    }
    join(claim, at: same, copies)
    return same
  }

  private mutating func join(_ claim: Claim, at place: Int, _ copies: [CopiedSource]) {
    for evidence in claim.evidence {
      let original = copies.first { $0.source == evidence.source }?.original
      // The words of a copy are the original's: they count once.
      let isRepeated = claims[place].evidence.contains {
        $0.source == original && ClaimWords($0.exact) == ClaimWords(evidence.exact)
      }
      if !isRepeated { claims[place].evidence.append(evidence) }
    }
    for behaviour in claim.proposition.behaviours
    where !claims[place].proposition.behaviours.contains(behaviour) {
      claims[place].proposition.behaviours.append(behaviour)
    }
    claims[place].quoted = claims[place].quoted || claim.quoted
    claims[place].time = claims[place].time ?? claim.time
    claims[place].channel = claims[place].channel ?? claim.channel
    claims[place].proposition.event = claims[place].proposition.event ?? claim.proposition.event
  }
}
