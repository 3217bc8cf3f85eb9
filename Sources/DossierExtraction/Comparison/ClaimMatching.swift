import DossierModel
import DossierText

/// Finds which claim of a new report is which of an old one, each at most once.
///
/// First what says the very same, then what merging takes for one claim, then what is left and is nearly the same: such
/// claims have changed.
struct ClaimMatching {
  /// The place in the new report of each of the old report's claims.
  private(set) var newPlace: [Int: Int] = [:]

  private let old: [ComparedClaim]
  private let new: [ComparedClaim]
  private var isTaken: [Bool]

  init(old: [ComparedClaim], new: [ComparedClaim]) {
    self.old = old
    self.new = new
    isTaken = new.map { _ in false }
    match(by: { SameWords(stance: $0.stance, evidence: Set($0.evidence)) }) { one, other in
      ClaimField.known.allSatisfy { one.agrees(with: other, on: $0) }
    }
    match(by: { SameWords(stance: $0.stance, evidence: Set($0.evidence)) }) {
      $0.common.says(asMuchAs: $1.common)
    }
    match(by: \.stance) { $0.common.says(asMuchAs: $1.common) }
    matchNearlySame()
  }

  private struct SameWords: Hashable {
    let stance: ClaimStance
    let evidence: Set<ComparedClaim.PlaceWords>
  }

  /// Matches claims of one key that are one, in the order of the text.
  private mutating func match<Key: Hashable>(
    by key: (ComparedClaim) -> Key, where areOne: (ComparedClaim, ComparedClaim) -> Bool
  ) {
    var places: [Key: [Int]] = [:]
    for (place, claim) in new.enumerated() where !isTaken[place] {
      places[key(claim), default: []].append(place)
    }
    for (place, claim) in old.enumerated() where newPlace[place] == nil {
      let key = key(claim)
      guard let index = places[key]?.firstIndex(where: { areOne(claim, new[$0]) }),
        let found = places[key]?.remove(at: index)
      else { continue }
      take(place, found)
    }
  }

  private mutating func take(_ oldPlace: Int, _ place: Int) {
    newPlace[oldPlace] = place
    isTaken[place] = true
  }

  /// Matches what is left by likeness, the likest first.
  private mutating func matchNearlySame() {
    let near = NearClaims(new, at: new.indices.filter { !isTaken[$0] })
    var pairs: [(likeness: Double, old: Int, new: Int)] = []
    for place in old.indices where newPlace[place] == nil {
      for other in near.candidates(for: old[place]) {
        if let likeness = Self.likeness(old[place], new[other]) { pairs.append((likeness, place, other)) }
      }
    }
    pairs.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    for pair in pairs where newPlace[pair.old] == nil && !isTaken[pair.new] { take(pair.old, pair.new) }
  }

  /// How like two claims are that are not one; nil where they are too unlike for one to have become the other.
  ///
  /// They are like where the same words are read otherwise, where the same parties stand in it and what is claimed is
  /// told by the parties, or where one speaker says something near in other words.
  private static func likeness(_ old: ComparedClaim, _ new: ComparedClaim) -> Double? {
    let share = max(evidenceShare(old, new), old.proposition.share(with: new.proposition))
    let sameSpeakers = old.stance.speakers == new.stance.speakers
    let sameAbout = old.stance.about == new.stance.about
    let isToldByParties = old.claim.act.isToldByParties && new.claim.act.isToldByParties
    let haveParties = !old.stance.speakers.isEmpty && !old.stance.about.isEmpty
    let isNear =
      share >= 2.0 / 3 || isToldByParties && haveParties && sameSpeakers && sameAbout
      || sameSpeakers && !old.stance.speakers.isEmpty && share >= 0.4
    guard isNear else { return nil }
    let agreements = [
      sameSpeakers, sameAbout, old.stance.act == new.stance.act, old.stance.polarity == new.stance.polarity,
      old.stance.targets == new.stance.targets, old.common.proposition.event == new.common.proposition.event,
    ]
    return 6 * share + Double(agreements.count { $0 })
  }

  private static func evidenceShare(_ old: ComparedClaim, _ new: ComparedClaim) -> Double {
    var best = 0.0
    for place in old.evidence {
      for other in new.evidence { best = max(best, place.words.share(with: other.words)) }
    }
    return best
  }
}
