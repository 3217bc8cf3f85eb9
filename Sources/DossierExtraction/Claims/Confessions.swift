import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Statements by which those who were blamed own up to the deed.
extension ClaimReader {
  /// "admitted that it had hacked": a word of owning up before a deed of one's own.
  func confesses(_ reading: CueReading, _ proposition: PropositionReading, _ speaker: Party) -> Bool {
    guard text.isLexeme(at: reading.tokens.lowerBound, .judgement, JudgementWord.confession),
      !proposition.isNegated, !proposition.negatesMain
    else { return false }
    // "admitted that he had deployed the software"
    if proposition.actsOnSomething,
      proposition.subject?.entities.isEmpty != false
        ? proposition.hasBareSubject : isOwnSide(proposition.subject, of: speaker),
      isAccused(speaker)
        || proposition.namedGroup != nil
          && speaker.entities.allSatisfy({ parties.registry[$0].kind == .person })
    {
      return true
    }
    // "avoue avoir piraté"
    guard let actor = proposition.actor, let source = proposition.source else {
      return proposition.tellsOwnDeed
    }
    return source <= .behaviour && isOwnSide(actor, of: speaker)
  }

  /// "admitted everything", "a reconnu les faits": whoever was blamed before owns up to it without a clause.
  mutating func confessesAll(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> Bool {
    guard text.isLexeme(at: reading.tokens.lowerBound, .judgement, JudgementWord.confession),
      roles.complementizer == nil, !segment.isNegated(roles.verb, in: text)
    else { return false }
    let speaker = speaker(roles, in: segment)
    return isAccused(speaker)
  }

  /// "X a affirmé avoir mené la cyberattaque": whoever was blamed before tells of the deed as their own.
  func ownsUp(_ proposition: PropositionReading, _ speaker: Party) -> Bool {
    proposition.tellsOwnDeed && !proposition.negatesMain && !proposition.isNegated && isAccused(speaker)
  }
}
