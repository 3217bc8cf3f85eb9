import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Whether a text, and a claim in it, is about malicious activity in cyberspace.
struct Relevance: Sendable {
  /// Words of threat in each sentence: strong ones and names of attackers count three, weak ones one.
  private let weights: [Int]
  /// For each token, position of its sentence.
  private let sentenceOf: [Int32]
  /// Whether the text as a whole is about threats.
  let isThreatText: Bool
  /// Whether threats are all that the text is about.
  private let isDense: Bool

  /// Weighs a text.
  init(_ text: AnalysedText) {
    var weights = [Int](repeating: 0, count: text.sentences.count)
    var sentenceOf = [Int32](repeating: 0, count: text.tokens.count)
    var strong = 0
    for (index, sentence) in text.sentences.enumerated() {
      for token in sentence.tokens { sentenceOf[token] = Int32(index) }
      var seen: Set<Int> = []
      for match in text.lexemes(in: sentence.tokens) {
        let isStrong: Bool
        switch match.lexeme.category {
        case .threat: isStrong = match.lexeme.means(ThreatWord.strong)
        case .behaviour, .actor:
          guard !match.lexeme.has("neutral") else { continue }
          isStrong = false
        default: continue
        }
        guard isStrong || seen.insert(Int(match.first)).inserted else { continue }
        weights[index] += isStrong ? 3 : 1
        if isStrong { strong += 1 }
      }
      for match in text.names(in: sentence.tokens) {
        guard let entry = text.entry(match.entry), match.usage != .demonym else { continue }
        if entry.kind == .group || entry.kind == .malware || entry.kind == .vulnerability {
          weights[index] += 2
          strong += 1
        }
      }
    }
    self.weights = weights
    self.sentenceOf = sentenceOf
    let total = weights.reduce(0, +)
    isDense = strong >= 2 && total * 3 >= text.sentences.count * 2
    isThreatText = strong >= 1 && total * 3 >= max(9, text.sentences.count)
  }

  /// Whether a claim is about threats: its sentence or a neighbour speaks of them, or it blames somebody for a deed.
  func holds(_ draft: ClaimDraft) -> Bool {
    guard isThreatText else { return false }
    if isDense { return true }
    if !draft.about.entities.isEmpty || !draft.behaviours.isEmpty { return true }
    guard draft.span.lowerBound < sentenceOf.count else { return false }
    let sentence = Int(sentenceOf[draft.span.lowerBound])
    let near = max(0, sentence - 2)...min(weights.count - 1, sentence + 2)
    return near.contains { weights[$0] > 0 }
  }
}
