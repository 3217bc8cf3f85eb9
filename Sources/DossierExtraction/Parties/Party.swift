import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// A party as a place in the text names it: one entity, or several speaking or blamed together.
struct Party: Sendable {
  /// The entities, in the order named; empty where the words stay unresolved.
  var entities: [Int]
  /// Document positions of the words, or nil where the party was carried over without words here.
  var tokens: Range<Int>?
  /// What sort of thing it is, when blamed.
  var level: Level = .unknown
  /// Who stands behind the entities, in the words of this place.
  var sponsors: [Int] = []
  /// Why it stays unresolved.
  var reason: String?
  /// Whether the words are in the plural, though they name one body: "les services de renseignement".
  var isPlural = false
  /// Whether the words describe attackers.
  var isActor = false

  /// The party and its sponsors, each once.
  var all: [Int] {
    var seen: Set<Int> = []
    return (entities + sponsors).filter { seen.insert($0).inserted }
  }

  /// The party joined with another.
  func joined(_ other: Party) -> Party {
    var joined = self
    joined.entities += other.entities.filter { !entities.contains($0) }
    joined.sponsors += other.sponsors.filter { !sponsors.contains($0) }
    if let mine = tokens, let theirs = other.tokens {
      joined.tokens = min(mine.lowerBound, theirs.lowerBound)..<max(mine.upperBound, theirs.upperBound)
    } else {
      joined.tokens = tokens ?? other.tokens
    }
    if level == .unknown { joined.level = other.level }
    joined.isActor = isActor || other.isActor
    joined.reason = entities.isEmpty && other.entities.isEmpty ? reason ?? other.reason : nil
    return joined
  }
}
