import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Answers of a word or two, whose speaker stands behind the verb: "Nonsense, says Moscow", "Faux, réplique le Kremlin".
extension ClaimReader {
  /// The denial that such a sentence is; nil for any other.
  mutating func readShortAnswer(_ reading: CueReading, in segment: Segment) -> ClaimDraft? {
    guard reading.frame == .say || reading.frame == .tell, reading.tokens.count == 1, reading.node > 1,
      isComma(reading.node - 1, in: segment)
    else { return nil }
    let answer = (0..<reading.node).filter { text.tokens[segment.positions[$0]].kind == .word }
    guard (1...3).contains(answer.count),
      answer.contains(where: { text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.baseless) }
      ),
      !answer.contains(where: { text.lexeme(.negation, covering: segment.positions[$0]) != nil }),
      let node = nominal(after: reading.tokens.upperBound, in: segment)
    else { return nil }
    parties.isSpeaking = true
    parties.isAnswering = true
    let speaker = parties.party(at: node, in: segment)
    parties.isSpeaking = false
    parties.isAnswering = false
    guard !speaker.entities.isEmpty else { return nil }
    var draft = draft(.deny, reading, speaker: speaker, content: answer, in: segment)
    draft.polarity = .deny
    draft.about =
      accused(behind: speaker) ?? contested(by: speaker, at: reading.tokens.lowerBound) ?? Party(entities: [])
    draft.level = draft.about.level
    draft.deniesInvolvement = true
    return draft
  }
}
