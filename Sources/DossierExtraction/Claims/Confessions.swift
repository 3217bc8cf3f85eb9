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
      isAccused(speaker) || isPrivate(speaker)
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

  /// People who hold no office and speak for no body: what they admit to have done is their own.
  private func isPrivate(_ speaker: Party) -> Bool {
    !speaker.entities.isEmpty
      && speaker.entities.allSatisfy { entity in
        let person = parties.registry[entity]
        return person.kind == .person && (person.office == nil || person.office == .employee)
          && person.partOf == nil
      }
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

  /// "X claimed responsibility for Z", "X a revendiqué Z": the speaker did it, by their own words.
  mutating func readAdmission(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft?
  {
    let speaker = speaker(roles, in: segment)
    guard !speaker.entities.isEmpty else { return nil }
    // "X est présenté par Y comme l'auteur": only "se présenter" owns up to it.
    if roles.isPassive, text.isFrench, reading.tokens.count > 2, segment.child(roles.verb, .expl) == nil,
      segment.agent(of: roles.verb, in: text).map({ reading.tokens.contains(segment.positions[$0]) }) == true
    {
      return nil
    }
    // "the prize was claimed by X": no deed.
    if roles.isPassive, let object = roles.object, segment.tree.tags[object] == .noun,
      case let nodes = segment.subtree(object), !isDeed(nodes, in: segment),
      !nodes.contains(where: {
        text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.involvement)
          || text.lexeme(.responsibility, covering: segment.positions[$0]) != nil
      })
    {
      return nil
    }
    // "claimed the attack was small": what is only said of it.
    if reading.tokens.count > 2, let next = segment.node(at: reading.tokens.upperBound),
      segment.tree.tags[next] == .aux || segment.tree.tags[next] == .verb,
      segment.tree.tags[next - 1] == .noun
    {
      return nil
    }
    // "the clinic admitted to the incident": whoever was attacked owns up to nothing that it did.
    if reading.cue.lexeme.has(.weak), !speaker.isActor, !isAccused(speaker),
      speaker.entities.allSatisfy({
        [.company, .organisation, .agency, .state].contains(parties.registry[$0].kind)
      })
    {
      return nil
    }
    // "took responsibility for the inquiry", "boasted of the arrests": nothing that a state or its people own up to.
    if areOfNoAttack(speaker), !roles.isPassive, claimsSuccess(reading, in: segment) { return nil }
    // "a attribué l'attaque": only "s'est attribué" owns up to it.
    if reading.tokens.count == 1, segment.child(roles.verb, .expl) == nil,
      text.isLexeme(at: reading.tokens.lowerBound, .cue, CueFrame.attribute)
    {
      return nil
    }
    // "ESET claims to have discovered": no attacker, and so no owning up. An organisation that no catalogue has may be one.
    if reading.tokens.count > 1, roles.clause != nil || hasPerfect(after: reading, in: segment),
      !speaker.isActor, !isAccused(speaker),
      parties.registry.areNamedBodies(speaker.entities),
      !speaker.entities.contains(where: { parties.registry[$0].kind == .organisation })
    {
      return readStatement(
        CueReading(cue: reading.cue, frame: .say, node: reading.node), roles, in: segment)
    }
    let deed = roles.isPassive ? roles.object.map { segment.subtree($0) } ?? [] : []
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment) + deed
    let names = speaker.entities.map { parties.registry[$0] }
    guard
      isThreat(nodes, in: segment) || reading.tokens.count > 1
        || names.contains(where: { $0.kind == .group || $0.isUnnamed }) || isAccused(speaker)
        || speaker.isActor
    else { return nil }
    let proposition = proposition(nodes, main: nil, in: segment)
    let doers = doers(owningUpAs: speaker)
    var draft = draft(.admit, reading, speaker: speaker, about: doers, content: nodes, in: segment)
    apply(proposition, to: &draft)
    if segment.isNegated(roles.verb, in: text) { return nil }
    return draft
  }

  /// Who did what a speaker owns up to: the speaker, or the group that it speaks for. Whose the gang is said to be by others it does
  /// not say itself.
  func doers(owningUpAs speaker: Party) -> Party {
    let doers = speaker.entities.map { gang(of: $0) ?? $0 }
    return Party(entities: doers, level: doers.first.map { parties.level(of: $0) } ?? .group)
  }

  /// The group that somebody is, or speaks for: "a spokesperson for LockBit".
  func gang(of entity: Int) -> Int? {
    if parties.registry[entity].kind == .group { return entity }
    guard parties.registry[entity].kind == .person, parties.registry[entity].office == .spokesperson,
      let whole = parties.registry[entity].partOf, parties.registry[whole].kind == .group
    else { return nil }
    return whole
  }

  /// Whether a perfect infinitive goes on with a phrase: "claims to have discovered".
  private func hasPerfect(after reading: CueReading, in segment: Segment) -> Bool {
    segment.node(at: reading.tokens.upperBound - 1).map { last in
      text.isLexeme(at: segment.positions[last], .auxiliary, AuxiliaryWord.have)
    } ?? false
  }
}

extension ClaimReader {
  /// States, their organs and people, and firms, none of whom anybody blamed.
  func areOfNoAttack(_ speaker: Party) -> Bool {
    !speaker.isActor && !isAccused(speaker)
      && speaker.entities.allSatisfy { entity in
        switch parties.registry[entity].kind {
        case .state, .agency, .company: true
        case .person: parties.registry[entity].office != nil
        default: false
        }
      }
  }

  /// Whether something else than an attack is claimed: an arrest, an inquiry, an accusation, an end that was put to something.
  func claimsSuccess(_ reading: CueReading, in segment: Segment) -> Bool {
    let behind = (reading.tokens.upperBound..<reading.tokens.upperBound + 8).compactMap {
      segment.node(at: $0)
    }
    guard let first = behind.first(where: { segment.tree.tags[$0] == .noun || segment.isVerbal($0) }) else {
      return false
    }
    return text.table.contains(text.word(segment.positions[first]).lowercased().utf8, in: .inquiryWords)
      || text.lexemes(at: segment.positions[first]).contains { match in
        switch match.lexeme.category {
        case .cue: match.lexeme.partOfSpeech == .noun
        case .judgement:
          match.lexeme.means(JudgementWord.accusation) || match.lexeme.means(JudgementWord.ending)
            || match.lexeme.means(JudgementWord.ability) || match.lexeme.means(JudgementWord.opposed)
        default: false
        }
      }
  }
}
