import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Whether a text is about malicious activity in cyberspace.
///
/// Words of threat are weighed over the whole text: strong ones and names of attackers count three, weak ones one. A
/// text about threats has its claims read, every one of them: what is said there about costs, sanctions or the next
/// step belongs to the matter too.
struct Relevance: Sendable {
  /// Whether the text is about threats.
  let isThreatText: Bool

  /// Weighs a text. Linear.
  init(_ text: AnalysedText) {
    var signs = ThreatSigns()
    for sentence in text.sentences {
      signs.countWords(of: sentence.tokens, in: text)
      signs.countNames(of: sentence.tokens, in: text)
    }
    isThreatText = signs.areEnough(for: text.sentences.count)
  }
}

/// What in a text tells that it is about threats.
private struct ThreatSigns {
  /// Of all words and names.
  var weight = 0
  /// Words and names that hardly stand in another text.
  var strong = 0
  /// What was done to somebody.
  var deeds = 0
  /// Deeds, doers and their names.
  var hostile = 0
  /// Blame and answers to it.
  var disputes = 0
  /// Names of groups.
  var groups = 0
  /// Names of services that spy, and of bodies whose business is attacks.
  var bodies = 0
  /// Names of states.
  var states = 0

  mutating func countWords(of tokens: Range<Int>, in text: AnalysedText) {
    var seen: Set<Int> = []
    for match in text.lexemes(in: tokens) {
      let isStrong: Bool
      switch match.lexeme.category {
      case .threat: isStrong = match.lexeme.means(ThreatWord.strong)
      case .behaviour, .actor:
        guard !match.lexeme.has(.neutral) else { continue }
        isStrong = false
      case .cue:
        if match.lexeme.as(CueFrame.self)?.isDispute == true { disputes += 1 }
        continue
      default: continue
      }
      if match.lexeme.category == .behaviour { deeds += 1 }
      if match.lexeme.category != .threat { hostile += 1 }
      guard isStrong || seen.insert(Int(match.first)).inserted else { continue }
      weight += isStrong ? 3 : 1
      if isStrong { strong += 1 }
    }
  }

  mutating func countNames(of tokens: Range<Int>, in text: AnalysedText) {
    for match in text.names(in: tokens) {
      guard let entry = text.entry(match.entry) else { continue }
      switch entry.kind {
      case .state: states += 1
      case .group, .malware,
        .vulnerability where match.usage != .demonym:
        countAttacker()
        if entry.kind == .group { groups += 1 }
      case .agency, .company, .organisation:
        if text.table.contains(entry.id.utf8, in: .spyServices)
          || text.table.contains(entry.id.utf8, in: .threatBodies)
        {
          bodies += 1
        }
      default: break
      }
    }
    // "UNC1151", "DEV-0586": a cluster that no catalogue has.
    for token in tokens where text.tokens[token].shape.contains(.hasDigit) {
      guard ClusterName.find(covering: token, in: text)?.lowerBound == token,
        text.names(covering: token).isEmpty
      else { continue }
      countAttacker()
    }
  }

  private mutating func countAttacker() {
    weight += 2
    strong += 1
    hostile += 1
  }

  /// Whether a text of so many sentences is about threats. A short statement has little room for such words. A text that never says "cyber" may still be about who broke in where, and who denies it.
  func areEnough(for sentences: Int) -> Bool {
    if sentences <= 10 { return weight + hostile + disputes + bodies >= 1 }
    return strong >= 1 && hostile >= 2 && weight * 3 >= max(9, sentences)
      || groups >= 1 && hostile >= 2 && weight * 5 >= sentences
      || deeds >= 3 && (weight + min(disputes, weight)) * 3 >= max(18, sentences)
      || bodies >= 2 && hostile >= 2 && (weight + bodies + disputes) * 5 >= sentences
      || strong >= 1 && disputes >= 3 && states >= 4
  }
}

extension CueFrame {
  /// Whether the frame blames somebody or answers blame.
  fileprivate var isDispute: Bool {
    switch self {
    case .accuse, .blame, .attribute, .suspect, .deny, .hold, .charge, .accusation, .denial: true
    default: false
    }
  }
}
