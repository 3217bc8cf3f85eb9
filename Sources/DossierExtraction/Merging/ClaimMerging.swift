import DossierModel
import DossierText

/// Keeps each claim once: the same stance of the same speakers on the same thing is one claim with the evidence of
/// every place. Certainty is part of it: a claim made with confidence never becomes the hedged one of another text.
struct ClaimMerging {
  private(set) var claims: [Claim] = []
  private var places: [Key: [Int]] = [:]

  private struct Key: Hashable {
    var act: Act
    var polarity: Polarity
    var speakers: Set<String>
    var relayedBy: [String]
    var about: Set<String>
    var level: Level
    var targets: Set<String>
    var hedged: Bool
    var confidence: ConfidenceLevel?
    var likelihood: [Int?]
  }

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
    let key = Key(
      act: claim.act, polarity: claim.polarity, speakers: Set(claim.speakers), relayedBy: claim.relayedBy,
      about: Set(claim.about), level: claim.level, targets: Set(claim.proposition.targets),
      hedged: claim.hedged, confidence: claim.confidence?.level,
      likelihood: [claim.likelihood?.low, claim.likelihood?.high])
    // Claims of one source stay as the text has them.
    let source = claim.evidence.first?.source
    let same = places[key]?.first { place in
      !claims[place].evidence.contains { $0.source == source } && says(claims[place], asMuchAs: claim)
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
        $0.source == original && Self.words($0.exact) == Self.words(evidence.exact)
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

  /// Whether two claims of one key say the same. Who did it, and the denial of it, is told by the parties; what is
  /// stated, demanded or warned of only by the words.
  private func says(_ one: Claim, asMuchAs other: Claim) -> Bool {
    if let event = one.proposition.event, let its = other.proposition.event, event != its { return false }
    switch one.act {
    case .state, .demand, .warn, .admit, .decline: break
    default:
      let left = Set(one.proposition.behaviours)
      let right = Set(other.proposition.behaviours)
      guard !one.about.isEmpty, left.isEmpty || right.isEmpty || !left.isDisjoint(with: right) else { break }
      return true
    }
    let left = Self.words(one.proposition.text)
    let right = Self.words(other.proposition.text)
    let common = left.intersection(right).count
    return !left.isEmpty && 3 * common >= 2 * max(left.count, right.count)
  }

  /// The different words of a text, in small letters.
  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }
}
