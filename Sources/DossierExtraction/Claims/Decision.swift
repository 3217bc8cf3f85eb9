import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What act a statement amounts to, by what it says: the strongest that its words allow.
extension ClaimReader {
  /// Sets act, polarity, the blamed and the level of a statement from its content.
  func decide(_ draft: inout ClaimDraft, _ proposition: PropositionReading) {
    let isJudgement = draft.frame == .assess
    if proposition.rejectsClaim, let doer = proposition.actor { return clear(doer, &draft) }
    if proposition.rejects,
      proposition.mentionsAccusation
        || proposition.source != .responsibility && isDefending(draft.speaker, proposition)
        || isOwnSide(proposition.subject, of: draft.speaker)
    {
      return deny(&draft, proposition)
    }
    // "said the accusations were part of a campaign against Russia": whoever is accused speaks of them to deny them.
    if proposition.isOfAccusation, isAccused(draft.speaker), !proposition.isOfPlan {
      return deny(&draft, proposition)
    }
    // "assure n'avoir jamais visé …": whoever is blamed and tells of no deed of theirs denies it.
    if proposition.negatesMain, proposition.subject?.entities.isEmpty != false, proposition.hasBareSubject,
      proposition.actor == nil, proposition.negatesDeed, !proposition.isOfPlan,
      isAccused(draft.speaker) || proposition.tellsOwnDeed && proposition.negatesOutright
        || draft.speaker.entities.contains(where: {
          parties.registry[$0].kind == .group || parties.isGang($0)
        })
    {
      deny(&draft, proposition)
      if draft.about.entities.isEmpty, proposition.tellsOwnDeed {
        draft.about = Party(entities: draft.speaker.entities, level: draft.speaker.level)
        draft.level = draft.about.level
      }
      return
    }
    if deniesConduct(draft.speaker, proposition)
      || proposition.rejectsIfAccused && proposition.actor == nil && !proposition.negatesMain
        && isAccused(draft.speaker)
    {
      deny(&draft, proposition)
      if draft.about.entities.isEmpty { draft.about = ownSide(of: draft.speaker) }
      draft.level = draft.about.level
      return
    }
    if isDefence(draft.speaker, proposition) { return deny(&draft, proposition) }
    // "His lawyer said he was innocent": the client.
    let isLawyer = draft.speaker.entities.contains { parties.registry[$0].office == .lawyer }
    if proposition.clears, let subject = proposition.subject,
      isLawyer || isAccused(subject) || proposition.clearsOutright || !isOwnSide(subject, of: draft.speaker),
      !subject.entities.isEmpty || isAccused(draft.speaker)
    {
      deny(&draft, proposition)
      // "We have nothing to do with it", an embassy said: its state.
      let isOrgan = subject.entities.allSatisfy { entity in
        parties.registry[entity].kind == .agency && !parties.discourse.accused.contains(entity)
          && draft.speaker.entities.contains(entity)
      }
      if !subject.entities.isEmpty, !isOrgan || draft.about.entities.isEmpty,
        !isLawyer
          || subject.entities != draft.speaker.entities
            // "Leur avocat a indiqué qu'ils plaideraient non coupables": nobody but the client pleads.
            && (!isPronoun(subject) || accused(behind: draft.speaker) == nil)
      {
        draft.about = subject
      }
      draft.level = draft.about.level
      return
    }
    if proposition.refusesToSpeak {
      draft.act = .decline
      return
    }
    if proposition.negatesDeed, !proposition.isOfPlan,
      let subject = proposition.subject, isAccused(draft.speaker) || !subject.entities.isEmpty,
      !subject.entities.isEmpty,
      subject.entities.allSatisfy({ entity in draft.speaker.entities.contains { sameSide(entity, $0) } }),
      isAccused(subject) || proposition.negatesOutright
        || draft.speaker.entities.contains(where: { entity in
          parties.registry.state(of: entity) != nil || parties.registry[entity].kind == .group
            || parties.registry[entity].partOf.map { parties.registry[$0].kind == .group } == true
        })
    {
      return deny(&draft, proposition)
    }
    // "too early to point to any state": nobody is named.
    if proposition.leavesOpen, !isJudgement,
      proposition.actor?.entities.allSatisfy({ parties.registry[$0].isUnnamed }) == true
    {
      draft.act = .decline
      return
    }
    if let actor = proposition.actor {
      var proposition = proposition
      if proposition.missesEvidence { proposition.isNegated = true }
      var actor = actor
      // "no evidence that the operators are connected to OilRig": the one that is named.
      if proposition.missesEvidence, let named = proposition.namedGroup, named.entities != actor.entities,
        actor.tokens.map({ words in !words.contains { !text.names(covering: $0).isEmpty } }) == true
      {
        actor = named
      }
      // "come from the company, the Department said": who speaks stands behind nobody they blame.
      if actor.level == .fromTerritory, !actor.entities.isEmpty, !isAccused(draft.speaker) {
        actor.sponsors.removeAll { draft.speaker.entities.contains($0) }
      }
      return decide(&draft, proposition, actor: actor, isJudgement: isJudgement)
    }
    if isBoast(draft, proposition) {
      draft.act = .admit
      draft.about = doers(owningUpAs: draft.speaker)
      draft.level = draft.about.level
      return
    }
    if proposition.threatensReprisal, isReprisal(draft.speaker, proposition, &draft) { return }
    if proposition.demands, proposition.endsDeed {
      draft.act = .demand
      return
    }
    if proposition.demands, let subject = proposition.subject, !subject.entities.isEmpty,
      !subject.entities.contains(where: draft.speaker.entities.contains)
    {
      draft.act = .demand
      draft.about = subject
      draft.level = subject.level
      return
    }
    if proposition.condemns, let blamed = blamed(in: proposition, by: draft.speaker) {
      draft.act = .condemn
      draft.about = blamed
      draft.level = blamed.level
      return
    }
    if proposition.leavesOpen, draft.frame != .assess || proposition.actor == nil {
      draft.act = .decline
      return
    }
    if proposition.condemnsOutright, !proposition.negatesMain {
      draft.act = .condemn
      if proposition.judgesDeed,
        let blamed = lastBlamed(besides: draft.speaker, pointingBack: proposition.pointsBack)
      {
        draft.about = blamed
        draft.level = blamed.level
      }
      return
    }
    if proposition.missesEvidence, let cleared = proposition.namedGroup, isAccused(cleared),
      isOwnSide(cleared, of: draft.speaker)
    {
      return deny(&draft, proposition)
    }
    // "Il n'existe aucune preuve, a rétorqué X": who was blamed and says that proof is missing denies it.
    if proposition.missesEvidence, proposition.namedGroup == nil, isAccused(draft.speaker) {
      return deny(&draft, proposition)
    }
    if proposition.negatesEvent, !isJudgement, !proposition.asksWhether {
      if isAccused(draft.speaker) { return deny(&draft, proposition) }
      draft.act = .deny
      draft.polarity = .deny
      draft.about = Party(entities: [], reason: "what has not happened nobody has done")
      return
    }
    if proposition.negatesHarm || proposition.missesEvidence {
      draft.polarity = .deny
    }
    let isGuess =
      isJudgement || proposition.confidence != nil || proposition.likelihood?.band ?? .certain != .certain
    if proposition.likeness || proposition.missesEvidence || isGuess,
      let group = proposition.namedGroup
        ?? proposition.suspect.flatMap({ isOwnSide($0, of: draft.speaker) ? nil : $0 })
    {
      draft.about = group
      draft.level = group.level
    }
    // "found no sign of an intrusion" tells of a finding, "no evidence that X did it" judges; "records may have leaked" tells of
    // what is possible, "probably" judges.
    let isLikely =
      proposition.likelihood.map { likelihood in
        likelihood.band != .certain && (likelihood.band != .possible || proposition.namedGroup != nil)
      } ?? false
    if isJudgement || proposition.likeness
      || proposition.missesEvidence && (proposition.namedGroup != nil || !proposition.missesTrace)
      || proposition.confidence != nil || isLikely
    {
      draft.act = .assess
      // "Unlikely, objects X": of whatever was told before.
      if draft.about.entities.isEmpty, proposition.likelihood?.band.isBelowEven == true,
        !proposition.isNegated
      {
        draft.polarity = .deny
      }
    }
  }

  /// Whether a state or an alliance announces what it will do about what somebody was blamed for: a warning to those.
  private func isReprisal(_ speaker: Party, _ proposition: PropositionReading, _ draft: inout ClaimDraft)
    -> Bool
  {
    guard
      speaker.entities.contains(where: {
        parties.registry.state(of: $0) != nil || parties.registry[$0].kind == .organisation
      }),
      let warned = proposition.subject.flatMap({ isAccused($0) && !isOwnSide($0, of: speaker) ? $0 : nil })
        ?? lastBlamed(besides: speaker, pointingBack: true)
    else { return false }
    draft.act = .warn
    draft.about = warned
    draft.level = warned.level
    return true
  }

  /// An attacker that tells of a deed without naming another doer tells of its own: "assure avoir volé".
  private func isBoast(_ draft: ClaimDraft, _ proposition: PropositionReading) -> Bool {
    guard !proposition.behaviours.isEmpty || proposition.actsOnSomething, !proposition.isNegated,
      !proposition.demands, !proposition.holdsNegation, !proposition.isSuffered,
      proposition.hasBareSubject || proposition.hasDeedSubject
        || isOwnSide(proposition.subject, of: draft.speaker), !proposition.opposesDeeds
    else { return false }
    let hasOtherSubject =
      proposition.subject.map { !$0.entities.isEmpty && !isOwnSide($0, of: draft.speaker) } ?? false
    guard !hasOtherSubject else { return false }
    if draft.speaker.isActor
      || draft.speaker.entities.contains(where: { gang(of: $0) != nil })
    {
      return true
    }
    // Somebody who stands accused tells of many things: of a hostile deed, or what they confess.
    return !draft.speaker.entities.isEmpty
      && draft.speaker.entities.allSatisfy { entity in
        parties.registry[entity].kind == .person && parties.discourse.accused.contains(entity)
      }
      && (proposition.tellsOwnDeed || !proposition.behaviours.isEmpty
        || text.isLexeme(at: draft.cue.lowerBound, .judgement, JudgementWord.confession))
  }

  private func decide(
    _ draft: inout ClaimDraft, _ proposition: PropositionReading, actor: Party, isJudgement: Bool
  ) {
    // "It insisted that North Korea was behind it": who is named beside the pronoun is not who it stands for.
    if !proposition.isNegated, isPronoun(draft.speaker), !isPronoun(actor),
      draft.speaker.entities == actor.entities
    {
      draft.speaker = Party(
        entities: [], tokens: draft.speaker.tokens, reason: "it would be the one who is blamed")
    }
    let isSelf =
      !actor.entities.isEmpty
      && actor.entities.allSatisfy { entity in draft.speaker.entities.contains { sameSide(entity, $0) } }
    if isSelf {
      // "The gang said it did not sleep": what attackers do not do is a denial where it is a deed; what they will not do is none.
      if proposition.isNegated && (proposition.source != .subject || proposition.negatesDeed)
        && !(proposition.isOfWill && !proposition.negatesAlways)
        || proposition.holdsNegation && proposition.involvement
      {
        return deny(&draft, proposition)
      }
      if proposition.isNegated { return }
      let isAttacker = draft.speaker.entities.contains { entity in
        gang(of: entity) != nil
          || parties.registry[entity].kind == .person
            && (parties.discourse.accused.contains(entity) || proposition.picksOutSpeaker)
          || ownsUpAsState(entity, proposition)
      }
      if isAttacker,
        proposition.source != .subject || !proposition.behaviours.isEmpty || proposition.actsOnSomething
      {
        // "said it would continue its attacks"
        draft.act = proposition.isPlanned ? .warn : .admit
        draft.about = actor.level == .person ? doers(owningUpAs: actor) : actor
        draft.level = draft.about.level
      }
      return
    }
    if proposition.isNegated, let state = stateOfNone(actor) { return clear(state, &draft) }
    // "He never stole anything, his lawyer said": a judgement of others, and a denial of whoever defends him.
    if proposition.isNegated, !proposition.missesEvidence, isAccused(actor),
      draft.speaker.entities.contains(where: { parties.registry[$0].office == .lawyer })
    {
      return clear(actor, &draft)
    }
    if namesNobody(actor, proposition) {
      if isJudgement || proposition.confidence != nil || proposition.likelihood?.band ?? .certain != .certain
      {
        draft.act = .assess
        let named = actor.entities.contains(where: isAnybody) ? proposition.namedGroup : actor
        if let named {
          draft.about = named
          draft.level = named.level
        }
      }
      if proposition.isNegated { draft.polarity = .deny }
      return
    }
    if proposition.demands, let subject = proposition.subject, subject.entities == actor.entities {
      draft.act = .demand
    } else if proposition.isPlanned, !isJudgement, !proposition.isNegated, proposition.likelihood == nil {
      draft.act = .warn
    } else if proposition.source == .noun, proposition.condemnsOutright, !proposition.negatesMain {
      draft.act = .condemn
    } else if isJudgement || proposition.isBelieved || proposition.isNegated || proposition.likeness
      || proposition.likelihood != nil && proposition.likelihood?.band != .certain
      || proposition.confidence != nil && draft.frame != .say
    {
      draft.act = .assess
    } else if proposition.source == .noun || proposition.source == .subject, proposition.condemns {
      draft.act = .condemn
    } else {
      draft.act = .attribute
    }
    draft.about = actor
    draft.level = actor.level
    // "very unlikely that X did it" is a no, "not unlikely" is none.
    let isDoubted = draft.act == .assess && proposition.likelihood?.band.isBelowEven == true
    if proposition.isNegated != isDoubted { draft.polarity = .deny }
  }

  func isPronoun(_ party: Party) -> Bool {
    party.tokens.map { words in
      words.count == 1 && text.lexeme(.pronoun, covering: words.lowerBound) != nil
    } == true
  }

  /// "Israel said it had hacked Iran's pumps": a state, or a service of one, that tells of a deed of its own against a named body.
  private func ownsUpAsState(_ speaker: Int, _ proposition: PropositionReading) -> Bool {
    [.state, .agency].contains(parties.registry[speaker].kind) && proposition.source == .behaviour
      && proposition.targets.contains { target in
        [.state, .agency, .company, .organisation].contains(parties.registry[target].kind)
          && !sameSide(target, speaker)
      }
  }

  /// Whether the doer is only "hackers" or "the attackers": that they did it says nothing of who they are, unless their
  /// being the doers is what is said ("the work of criminals").
  private func namesNobody(_ actor: Party, _ proposition: PropositionReading) -> Bool {
    proposition.source != .responsibility && actor.sponsors.isEmpty
      && actor.entities.allSatisfy { entity in
        let draft = parties.registry[entity]
        return draft.isUnnamed && !draft.isTold && !isSuspect(entity)
          && (draft.kind == .group || draft.kind == .person && draft.isPlural)
      }
  }

  /// Denies that somebody did it, whoever says so.
  func clear(_ doer: Party, _ draft: inout ClaimDraft) {
    draft.act = .deny
    draft.polarity = .deny
    draft.about = doer
    draft.level = doer.level
    draft.deniesInvolvement = true
  }

  func deny(_ draft: inout ClaimDraft, _ proposition: PropositionReading) {
    draft.act = .deny
    draft.polarity = .deny
    // "The accusation by Denmark is baseless": whose accusation it is does not tell whom it accuses.
    var named =
      proposition.actor ?? (proposition.isOfAccusation ? nil : proposition.subject) ?? Party(entities: [])
    // "It wasn't us, the gang said": attackers defend themselves, and not those whom somebody hit.
    let gangs = draft.speaker.entities.compactMap { gang(of: $0) }
    if !gangs.isEmpty, proposition.actor == nil,
      named.entities.allSatisfy({ [.company, .organisation].contains(parties.registry[$0].kind) })
    {
      named = Party(entities: gangs, level: .group)
    }
    // Who clears others defends them, not themselves: "the idea that Russia did it is absurd, the minister said".
    let clearsOthers =
      !named.entities.isEmpty && !isAccused(draft.speaker) && !isOwnSide(named, of: draft.speaker)
    draft.about = clearsOthers ? named : accused(behind: draft.speaker) ?? named
    if draft.about.entities.isEmpty, proposition.rejects,
      proposition.isOfAccusation || proposition.hasBareSubject
    {
      draft.about = contested(by: draft.speaker, at: draft.span.lowerBound) ?? draft.about
    }
    if draft.about.entities == draft.speaker.entities, !isAccused(draft.speaker),
      draft.about.entities.contains(where: {
        parties.registry[$0].kind == .person && parties.registry[$0].role != nil
      })
    {
      draft.about = Party(entities: [], reason: "nobody has blamed who denies it")
    }
    draft.level = draft.about.level
    draft.deniesInvolvement = true
  }

  /// Whom condemning words are about: the subject of the clause, if it is not the speaker.
  private func blamed(in proposition: PropositionReading, by speaker: Party) -> Party? {
    guard let subject = proposition.subject, !subject.entities.isEmpty else { return nil }
    guard !subject.entities.contains(where: { entity in speaker.entities.contains { sameSide(entity, $0) } })
    else {
      return nil
    }
    let kinds = subject.entities.map { parties.registry[$0].kind }
    return kinds.contains { $0 == .state || $0 == .agency || $0 == .group || $0 == .organisation }
      ? subject : nil
  }
}
