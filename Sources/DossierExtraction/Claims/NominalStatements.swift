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
    return statement(reading, by: speaker, from: copula + 2, in: segment) { draft in
      draft.include(segment.positions[0]..<segment.positions[0] + 1)
    }
  }

  /// "The two agencies reached the same verdict: APT28 ran the campaign": what a colon leads to behind a noun for what is said, found
  /// or judged is said by whoever the sentence is about.
  mutating func readAnnounced(_ reading: CueReading, in segment: Segment) -> ClaimDraft? {
    guard scope == .threat,
      [.attribution, .assertion, .accusation, .suspect, .concur].contains(reading.frame),
      let noun = segment.node(at: reading.tokens.upperBound - 1), case let next = noun + 1,
      next + 3 < segment.count, text.isSign(segment.positions[next], ":"),
      let verb = reading.frame == .concur ? reading.node : told(noun, in: segment),
      !segment.isNegated(verb, in: text)
    else { return nil }
    let roles = ClauseRoles(verb, of: reading, in: segment, text: text)
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive, isSpeaker(speaker, roles, in: segment) else { return nil }
    return statement(reading, by: speaker, from: next + 1, in: segment) { draft in draft.frame = .say }
  }

  /// What the rest of the sentence from a node on says, as a statement by a speaker; `mark` tells the draft what the form adds.
  private mutating func statement(
    _ reading: CueReading, by speaker: Party, from start: Int, in segment: Segment,
    mark: (inout ClaimDraft) -> Void
  ) -> ClaimDraft? {
    var nodes = Array(start..<segment.count)
    while let last = nodes.last, text.tokens[segment.positions[last]].kind == .mark { nodes.removeLast() }
    guard nodes.count > 2 else { return nil }
    parties.reporting = speaker.entities
    let proposition = proposition(ofContent: nodes, main: nodes[0], in: segment)
    parties.reporting = nil
    var draft = draft(.state, reading, speaker: speaker, content: nodes, in: segment)
    mark(&draft)
    apply(proposition, to: &draft)
    decide(&draft, proposition)
    return draft
  }

  /// The verb that such a noun is the object of, where it makes no claim by itself.
  private func told(_ noun: Int, in segment: Segment) -> Int? {
    guard [.obj, .obl, .xcomp].contains(segment.tree.relations[noun]), let verb = segment.head(noun),
      verb < noun, segment.isVerbal(verb),
      !text.lexemes(at: segment.positions[verb]).contains(where: {
        $0.lexeme.category == .cue && $0.lexeme.partOfSpeech == .verb
      })
    else { return nil }
    return verb
  }
}
