import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// "The FBI's conclusion is that …", "La conclusion du FBI est que …": a noun for a claim with its speaker, and the claim behind a copula.
extension ClaimReader {
  /// The statement that such a sentence makes.
  mutating func readNominalStatement(_ reading: CueReading, by speaker: Party, in segment: Segment)
    -> ClaimDraft?
  {
    guard reading.frame == .attribution || reading.frame == .accusation,
      let copula = (reading.node + 1..<max(reading.node + 1, min(reading.node + 8, segment.count))).first(
        where: { text.isLexeme(at: segment.positions[$0], .auxiliary, AuxiliaryWord.be) }),
      copula + 3 < segment.count, !segment.isNegated(copula, in: text),
      // Nothing but whose it is stands between.
      (reading.node + 1..<copula).allSatisfy({ !segment.isVerbal($0) && segment.tree.tags[$0] != .sconj }),
      text.isLexeme(at: segment.positions[copula + 1], .complementizer, ComplementizerWord.that)
    else { return nil }
    var nodes = Array(copula + 2..<segment.count)
    while let last = nodes.last, text.tokens[segment.positions[last]].kind == .mark { nodes.removeLast() }
    guard nodes.count > 2 else { return nil }
    parties.reporting = speaker.entities
    let proposition = proposition(ofContent: nodes, main: nodes[0], in: segment)
    parties.reporting = nil
    var draft = draft(.state, reading, speaker: speaker, content: nodes, in: segment)
    draft.include(segment.positions[0]..<segment.positions[0] + 1)
    apply(proposition, to: &draft)
    decide(&draft, proposition)
    return draft
  }
}
