import DossierModel
import DossierText

/// What two claims have in common that may be one: the same stance of the same speakers on the same thing.
///
/// Certainty is part of it: a claim made with confidence never becomes the hedged one of another text. The ids must be
/// those of one set of parties. Claims of one stance are one where `Claim.says(asMuchAs:)` holds.
struct ClaimStance: Hashable {
  let act: Act
  let polarity: Polarity
  let speakers: Set<String>
  let relayedBy: [String]
  let about: Set<String>
  let level: Level
  let targets: Set<String>
  let hedged: Bool
  let confidence: ConfidenceLevel?
  let likelihood: [Int?]

  init(_ claim: Claim) {
    act = claim.act
    polarity = claim.polarity
    speakers = Set(claim.speakers)
    relayedBy = claim.relayedBy
    about = Set(claim.about)
    level = claim.level
    targets = Set(claim.proposition.targets)
    hedged = claim.hedged
    confidence = claim.confidence?.level
    likelihood = [claim.likelihood?.low, claim.likelihood?.high]
  }
}

extension Claim {
  /// Whether two claims of one stance say the same. Who did it, and the denial of it, is told by the parties; what is
  /// stated, demanded or warned of only by the words.
  func says(asMuchAs other: Claim) -> Bool {
    if let event = proposition.event, let its = other.proposition.event, event != its { return false }
    if act.isToldByParties {
      let left = Set(proposition.behaviours)
      let right = Set(other.proposition.behaviours)
      if !about.isEmpty, left.isEmpty || right.isEmpty || !left.isDisjoint(with: right) { return true }
    }
    return ClaimWords(proposition.text).areNearly(ClaimWords(other.proposition.text))
  }
}

extension Act {
  /// Whether the parties tell what is claimed, so that the words may be others.
  var isToldByParties: Bool {
    switch self {
    case .state, .demand, .warn, .admit, .decline: false
    default: true
    }
  }
}

/// The different words of a text; capitals and accents make no difference.
struct ClaimWords: Hashable {
  /// A hash of each word (FNV-1a of 64 bits), in ascending order: texts are compared many times, and by numbers fast.
  let words: [UInt64]

  init(_ text: String) {
    var words: Set<UInt64> = []
    var folded: [UInt8] = []
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      folded.removeAll(keepingCapacity: true)
      Array(word.utf8).withUnsafeBufferPointer { FoldedBytes.append($0, 0..<$0.count, to: &folded) }
      words.insert(folded.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }
    self.words = words.sorted()
  }

  /// How many words both have.
  func common(with other: ClaimWords) -> Int {
    var (left, right, common) = (0, 0, 0)
    while left < words.count, right < other.words.count {
      let (one, two) = (words[left], other.words[right])
      if one == two { common += 1 }
      if one <= two { left += 1 }
      if two <= one { right += 1 }
    }
    return common
  }

  /// How much of the longer text both have, from 0 to 1.
  func share(with other: ClaimWords) -> Double {
    let longer = max(words.count, other.words.count)
    return longer == 0 ? 0 : Double(common(with: other)) / Double(longer)
  }

  /// Whether two thirds of the longer text stand in both.
  func areNearly(_ other: ClaimWords) -> Bool {
    !words.isEmpty && 3 * common(with: other) >= 2 * max(words.count, other.words.count)
  }
}
