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
    var weight = 0
    var strong = 0
    var deeds = 0
    var hostile = 0
    var disputes = 0
    var groups = 0
    for sentence in text.sentences {
      var seen: Set<Int> = []
      for match in text.lexemes(in: sentence.tokens) {
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
      for match in text.names(in: sentence.tokens) {
        guard let entry = text.entry(match.entry), match.usage != .demonym else { continue }
        if entry.kind == .group || entry.kind == .malware || entry.kind == .vulnerability {
          weight += 2
          strong += 1
          hostile += 1
          if entry.kind == .group { groups += 1 }
        }
      }
      // "UNC1151", "DEV-0586": a cluster that no catalogue has.
      for token in sentence.tokens where text.tokens[token].shape.contains(.hasDigit) {
        guard ClusterName.find(covering: token, in: text)?.lowerBound == token,
          text.names(covering: token).isEmpty
        else { continue }
        weight += 2
        strong += 1
        hostile += 1
      }
    }
    // A short statement has little room for such words. A text that never says "cyber" may still be about who broke in where, and who denies it.
    isThreatText =
      strong >= 1 && hostile >= 2 && weight * 3 >= max(9, text.sentences.count)
      || groups >= 1 && hostile >= 2 && weight * 5 >= text.sentences.count
      || text.sentences.count <= 10 && weight + hostile + disputes >= 1
      || deeds >= 3 && (weight + min(disputes, weight)) * 3 >= max(18, text.sentences.count)
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
