import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Statements in the passive: "X is believed to have done it", "MPs were told by two officials that …".
extension ClaimReader {
  /// "X is believed to be behind", "it is said that": a judgement without its judge.
  mutating func readPassiveStatement(
    _ reading: CueReading, _ roles: ClauseRoles, in segment: Segment
  ) -> ClaimDraft? {
    let verb = roles.verb
    if let told = readToldOf(reading, roles, in: segment) { return told }
    guard segment.tree.relations[verb] != .acl,
      let clause = segment.child(verb, .xcomp, .ccomp, .csubj, .csubjPass)
    else { return nil }
    let nodes = segment.subtree(verb) { $0 != verb && (segment.tree.relations[$0] == .oblAgent) }
    let proposition = proposition(nodes, main: verb, in: segment)
    // Nobody is named who believes it: no claim.
    guard roles.speaker != nil || scope == .all else { return nil }
    let speaker = speaker(roles, in: segment)
    // "flaws that were discovered by attackers"
    if scope == .threat, speaker.isActor, reading.cue.lexeme.has(.weak) { return nil }
    var draft = draft(
      .assess, reading, speaker: speaker, content: segment.subtree(clause), in: segment)
    draft.include(segment.span(nodes))
    apply(proposition, to: &draft)
    decide(&draft, proposition)
    if draft.act == .attribute || draft.act == .state { draft.act = .assess }
    draft.hedged = draft.hedged || roles.speaker == nil
    return draft
  }

  /// "the hackers, believed by the FBI to work for China": what somebody thinks of the noun before.
  private mutating func readToldOf(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> ClaimDraft?
  {
    guard segment.tree.relations[roles.verb] == .acl, let agent = roles.speaker, agent > roles.verb,
      let noun = segment.head(roles.verb), noun < roles.verb,
      let clause = segment.child(roles.verb, .xcomp, .ccomp), clause > agent,
      let span = segment.span(segment.subtree(clause))
    else { return nil }
    let speaker = speaker(roles, in: segment)
    var about = parties.party(at: noun, in: segment)
    guard isSpeaker(speaker, roles, in: segment), isBlamable(about) else { return nil }
    for tie in text.lexemes(in: span) where tie.lexeme.category == .affiliation {
      parties.addSponsor(to: &about, tie: tie, within: span, in: segment)
    }
    guard !about.sponsors.isEmpty else { return nil }
    let nodes = segment.subtree(clause)
    let proposition = proposition(nodes, main: clause, in: segment)
    var draft = draft(.assess, reading, speaker: speaker, about: about, content: nodes, in: segment)
    draft.include(segment.span(NounPhrase(head: noun, in: segment, text: text).coreNodes))
    apply(proposition, to: &draft)
    draft.act = .assess
    draft.about = about
    draft.level = about.level
    return draft
  }

  /// "MPs were told by two officials that Russia did it": whoever stands behind "by" says what the "that" behind them opens.
  func isToldByAgent(_ roles: ClauseRoles, in segment: Segment) -> Bool {
    guard let agent = roles.speaker, let opener = roles.complementizer else { return false }
    // "ont été annoncés par des hébergeurs que X accuse": a relative clause of theirs.
    return agent > roles.verb && opener > agent
      && (roles.frame == .tell
        || roles.object.map { subject in
          text.lexemes(at: segment.positions[subject]).contains {
            $0.lexeme.category == .pronoun && $0.lexeme.has(.subject)
          }
        } ?? true)
  }
}
