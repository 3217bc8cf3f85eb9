import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Denials: what is denied, and whom that defends.
extension ClaimReader {
  /// "X denies Z", "X a rejeté les accusations", "X dismissed the report as …".
  mutating func readDenial(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive || !speaker.entities.isEmpty, isSpeaker(speaker, roles, in: segment) else {
      return nil
    }
    // "denying the employees access to their mail": keeping somebody out.
    if let kept = segment.child(roles.verb, .iobj), kept > roles.verb { return nil }
    if keepsOut(roles.verb, in: segment) { return nil }
    // "Moscow denies." says what it denies only where Moscow was accused before.
    let nodes = deniedNodes(roles, in: segment)
    let isAnswer = deniesBefore(roles, in: segment)
    guard
      !nodes.isEmpty || isAnswer || isAccused(speaker) && roles.object == nil || isFlat(roles, in: segment)
    else { return nil }
    // "a exclu de payer la rançon": what somebody will not do contests nothing.
    if isPlan(nodes, roles, in: segment) { return nil }
    let isNegated =
      segment.isNegated(roles.verb, in: text) || isRefused(roles.verb, in: segment)
      || isUnable(roles.verb, in: segment) || isLeftUndone(roles.verb, in: segment)
    parties.reporting = speaker.entities.isEmpty ? nil : speaker.entities
    let proposition = proposition(beforeAs(nodes, in: segment), main: roles.clause, in: segment)
    parties.reporting = nil
    var draft = draft(.deny, reading, speaker: speaker, content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.polarity = .deny
    let rulesOut = rulesOut(reading)
    draft.about =
      (rulesOut ? ruledOut(roles, in: segment) : nil)
      ?? clearedByOthers(nodes, speaker: speaker, in: segment)
      ?? denied(nodes, proposition, speaker: speaker, in: segment)
    // "clame son innocence": their own.
    if draft.about.entities.isEmpty, reading.tokens.count > 1, speaker.entities.count == 1,
      parties.registry[speaker.entities[0]].kind == .person,
      parties.registry[speaker.entities[0]].office != .lawyer,
      reading.cue.lexeme.has(.own)
        || reading.tokens.contains(where: { position in
          text.lexemes(at: position).contains {
            $0.lexeme.category == .pronoun && $0.lexeme.has(.possessive)
          }
        })
    {
      draft.about = Party(entities: speaker.entities, level: .person)
    }
    // An organ that nobody accused speaks for its state.
    if let first = speaker.entities.first, !rulesOut || isAccused(speaker),
      draft.about.entities.isEmpty
        || draft.about.entities == [first] && !parties.discourse.accused.contains(first),
      let state = parties.registry.state(of: first), parties.registry[first].kind != .company
    {
      draft.about = Party(entities: [state], level: .state)
    }
    // A lawyer clears a client, never the one who pleads.
    if let first = speaker.entities.first, draft.about.entities == [first],
      parties.registry[first].office == .lawyer
    {
      // "a lawyer for the company"
      let client = parties.registry[first].partOf.flatMap { isAccused(Party(entities: [$0])) ? $0 : nil }
      draft.about =
        client.map { Party(entities: [$0], level: parties.level(of: $0)) }
        ?? Party(entities: [], reason: "a lawyer's client whom the text has not named")
    }
    draft.level = draft.about.level
    draft.deniesInvolvement = !draft.about.entities.isEmpty
    draft.isRelative = isAnswer
    if isNegated, rulesOut {
      // "does not rule out": held possible.
      draft.act = .assess
      draft.polarity = .affirm
      draft.hedged = true
      draft.about = proposition.actor ?? Party(entities: [])
      draft.level = draft.about.level
      draft.deniesInvolvement = false
      return draft
    }
    if isNegated {
      // "n'a ni confirmé ni démenti", "does not deny": no denial.
      draft.act = .decline
      draft.polarity = .affirm
      draft.about = Party(entities: [])
      draft.level = .unknown
    }
    return draft
  }

  /// "dismissed the group as an invention of American spies": whom the name behind "as" holds is not who is cleared.
  private func beforeAs(_ nodes: [Int], in segment: Segment) -> [Int] {
    guard
      let cut = nodes.dropFirst().firstIndex(where: { node in
        text.isLexeme(at: segment.positions[node], .preposition, PrepositionWord.as)
      })
    else { return nodes }
    return Array(nodes[..<cut])
  }

  /// "has yet to deny it", "did not bother to deny it": no denial has been made.
  private func isLeftUndone(_ verb: Int, in segment: Segment) -> Bool {
    // "n'a cessé de démentir": it has, again and again.
    let omission = (max(0, verb - 3)..<verb).first { node in
      text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.omission)
    }
    if let omission { return !segment.isNegated(omission, in: text) && !isNeOnly(omission, in: segment) }
    if withholding(of: verb, in: segment) != nil { return true }
    guard segment.tree.relations[verb] == .xcomp, let above = segment.head(verb), above < verb else {
      return false
    }
    return segment.isNegated(above, in: text) && text.lexeme(.cue, covering: segment.positions[above]) == nil
  }

  /// "n'a cessé": a "ne" by itself.
  private func isNeOnly(_ verb: Int, in segment: Segment) -> Bool {
    segment.children(verb).contains {
      text.isLexeme(at: segment.positions[Int($0)], .negation, NegationWord.ne)
    }
  }

  /// "ne pouvait exclure": under a verb of ability that is negated.
  func isUnable(_ verb: Int, in segment: Segment) -> Bool {
    guard segment.tree.relations[verb] == .xcomp, let above = segment.head(verb) else { return false }
    return segment.isNegated(above, in: text)
      && text.lexemes(at: segment.positions[above]).contains { $0.lexeme.category == .modal }
  }

  /// "Rome nie.": nothing but who denies and that they do.
  private func isFlat(_ roles: ClauseRoles, in segment: Segment) -> Bool {
    guard roles.object == nil, let speaker = roles.speaker, segment.tree.tags[speaker] == .propn,
      segment.head(roles.verb) == nil
    else { return false }
    return segment.positions.count { text.tokens[$0].kind == .word } <= 3
  }

  /// "…, an accusation Beijing denies": what is denied stands before the one who denies it.
  private func deniesBefore(_ roles: ClauseRoles, in segment: Segment) -> Bool {
    guard !roles.isPassive, let speaker = roles.speaker, speaker < roles.verb, speaker > 0 else {
      return false
    }
    let start = segment.subtree(speaker).first ?? speaker
    return (max(0, start - 3)..<speaker).contains {
      text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.accusation)
    }
  }

  /// What is denied: what a "that" opens, the subject of a passive, else what hangs on the verb.
  private func deniedNodes(_ roles: ClauseRoles, in segment: Segment) -> [Int] {
    if let opener = roles.complementizer, let content = contentAfter(opener, roles, in: segment) {
      return content.nodes
    }
    if roles.isPassive, let object = roles.object { return segment.subtree(object) }
    // "Des propos mensongers, balaie le maire": what stands before the verb, whose subject is behind it.
    if segment.tree.relations[roles.verb] == .aclRelcl, let noun = segment.head(roles.verb),
      noun < roles.verb,
      isComma(roles.verb - 1, in: segment), roles.speaker.map({ $0 > roles.verb }) == true
    {
      return segment.subtree(noun) { $0 == roles.verb }
    }
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    if nodes.isEmpty, let object = roles.object { return segment.subtree(object) { $0 == roles.verb } }
    // "nie avoir reçu": the tree may have made the infinitive the head of the verb that governs it.
    if nodes.isEmpty, roles.verb + 1 < segment.count, segment.isVerbal(roles.verb + 1) {
      return (roles.verb + 1..<segment.count).filter { text.tokens[segment.positions[$0]].kind != .mark }
    }
    return nodes
  }

  /// "its hackers", "des pirates agissant pour elle"
  private func areOfSpeaker(_ attackers: Range<Int>) -> Bool {
    let end = min(attackers.upperBound + 4, text.tokens.count)
    return attackers.contains { position in
      text.lexemes(at: position).contains { $0.lexeme.category == .pronoun && $0.lexeme.has(.possessive) }
    }
      || text.lexemes(in: attackers.lowerBound..<end).contains { match in
        match.lexeme.category == .affiliation && Int(match.end) < text.tokens.count
          && text.lexemes(at: Int(match.end)).contains { $0.lexeme.partOfSpeech == .pronoun }
      }
  }

  /// Whom a denial defends: the party the content names, else the speaker's side where it was blamed or denies its
  /// own part.
  private mutating func denied(
    _ nodes: [Int], _ proposition: PropositionReading, speaker: Party, in segment: Segment
  ) -> Party {
    for node in nodes
    where text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.involvement)
      || text.isLexeme(at: segment.positions[node], .responsibility, ResponsibilityWord.involved)
      || text.isLexeme(at: segment.positions[node], .responsibility, ResponsibilityWord.object)
    {
      if let sharer = sharer(in: node, in: segment) { return sharer }
    }
    if let actor = proposition.actor, proposition.source != .subject,
      !isOfAccusers(actor, proposition, in: segment)
    {
      // "rejected a finding that its hackers had stolen the money": its own side.
      let isOwn =
        actor.entities.allSatisfy { parties.registry[$0].isUnnamed }
        && actor.tokens.map(areOfSpeaker) == true
      if isOwn, let own = accused(behind: speaker) ?? speaker.entities.first.flatMap(sideOfOffice) {
        return own
      }
      return actor
    }
    // "denied that it was breached"
    if let main = nodes.first(where: { segment.isPassive($0) && segment.tree.tags[$0] == .verb }),
      let subject = segment.child(main, .nsubjPass), segment.tree.tags[subject] == .pron,
      isThreat([main], in: segment)
    {
      return Party(entities: [])
    }
    let isAccusation = nodes.contains { node in
      text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.category == .judgement
          && (match.lexeme.means(JudgementWord.involvement) || match.lexeme.means(JudgementWord.accusation))
      }
    }
    if proposition.involvement {
      for node in nodes {
        guard
          text.lexemes(at: segment.positions[node]).contains(where: {
            $0.lexeme.category == .judgement && $0.lexeme.means(JudgementWord.involvement)
          }),
          let owner = owner(of: node, in: segment)
        else { continue }
        return owner
      }
    }
    let wasBlamed = speaker.entities.contains { entity in
      parties.discourse.accused.contains { sameSide($0, entity) }
    }
    if wasBlamed || isAccusation, let own = accused(behind: speaker) { return own }
    // An infinitive or gerund ("denied having stolen") has the speaker as its subject.
    if !proposition.behaviours.isEmpty || isAccusation || proposition.tellsOwnDeed,
      let first = speaker.entities.first,
      parties.registry[first].kind == .group || isAccusation
    {
      // "A researcher disputed the hospital's account": experts defend nobody, and not themselves.
      if !wasBlamed, let office = parties.registry[first].office,
        [.researcher, .expert, .analyst, .journalist].contains(office)
      {
        return Party(entities: [], reason: "an expert who contests something defends nobody by it")
      }
      // Who speaks for somebody defends them.
      if parties.registry[first].kind == .person, let whole = parties.registry[first].partOf {
        return Party(entities: [whole], level: parties.level(of: whole))
      }
      if let side = sideOfOffice(first) { return side }
      let isCharge = nodes.contains {
        text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.accusation)
      }
      if isCharge, parties.registry[first].kind == .person, !parties.discourse.accused.contains(first),
        let position = segment.positions.first, let contested = contested(by: speaker, at: position)
      {
        return contested
      }
      return Party(entities: speaker.entities, level: parties.level(of: first))
    }
    // "has denied that his government spies": of a state that was blamed.
    if let first = speaker.entities.first, isOwn(nodes, in: segment), let side = sideOfOffice(first),
      !side.entities.isEmpty
    {
      return side
    }
    // "denied any fault of its own", "nie avoir reçu": whoever denies what is theirs defends themselves.
    if let first = speaker.entities.first, isOwn(nodes, in: segment),
      [.company, .organisation, .group, .person].contains(parties.registry[first].kind)
    {
      return Party(entities: speaker.entities, level: parties.level(of: first))
    }
    if let state = speaker.entities.first.flatMap({ parties.registry.state(of: $0) }), proposition.involvement
    {
      return Party(entities: [state], level: .state)
    }
    // "X conteste les faits": who holds no office and speaks for nobody else defends himself.
    if let first = speaker.entities.first, speaker.entities.count == 1,
      parties.registry[first].kind == .person,
      parties.registry[first].office == nil, parties.registry[first].partOf == nil,
      nodes.contains(where: { text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.deed) })
    {
      return accused(behind: speaker) ?? Party(entities: [first], level: parties.level(of: first))
    }
    // "conteste la solidité des preuves": of what somebody else was blamed for.
    if nodes.contains(where: { text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.evidence) }
    ),
      let blamed = lastBlamed(besides: speaker, pointingBack: true)
    {
      return blamed
    }
    return
      (isAccusation
      ? segment.positions.first.flatMap { contested(by: speaker, at: $0) } : nil) ?? Party(entities: [])
  }

  /// "US spying charges", "German hacking claims": whose name opens a phrase for an accusation makes it.
  private func isOfAccusers(_ actor: Party, _ proposition: PropositionReading, in segment: Segment) -> Bool {
    guard proposition.source == .noun, let end = actor.tokens?.upperBound else { return false }
    return (end..<end + 3).contains { position in
      segment.node(at: position) != nil
        && text.isLexeme(at: position, .judgement, JudgementWord.accusation)
    }
  }

  /// The state, or the body, that was blamed last, for a minister or the like who was not: who holds an office of a state that the
  /// text does not name defends it, and not themselves. Nil for others.
  private func sideOfOffice(_ person: Int) -> Party? {
    guard parties.registry[person].kind == .person, !parties.discourse.accused.contains(person),
      parties.registry[person].office?.isOfState == true
    else { return nil }
    let blamed = parties.discourse.accused.last.flatMap { entity in
      [.state, .agency, .organisation].contains(parties.registry[entity].kind) ? entity : nil
    }
    return Party(
      entities: blamed.map { [$0] } ?? [], level: blamed.map { parties.level(of: $0) } ?? .unknown)
  }

  /// "North Korean involvement", "involvement by China": whose part it is by a name of several words, or behind "by".
  private mutating func sharer(in involvement: Int, in segment: Segment) -> Party? {
    let next = involvement + 1
    if next < segment.count,
      [PrepositionWord.by, .from].contains(where: {
        text.isLexeme(at: segment.positions[next], .preposition, $0)
      }), let place = nominal(after: segment.positions[next] + 1, in: segment)
    {
      let party = parties.blamedParty(at: place, in: segment)
      // "by its agents": the speaker's own.
      let isOwn = NounPhrase(head: place, in: segment, text: text).possessive(in: text) != nil
      if isBlamable(party), !isOwn { return party }
    }
    let position = segment.positions[involvement]
    guard position > 0,
      let name = text.names(covering: position - 1).first(where: { Int($0.end) == position }),
      let entry = text.entry(name.entry), entry.kind == .state
    else { return nil }
    let state = parties.registry.insert(entry, from: text.table)
    return Party(entities: [state], tokens: Int(name.first)..<position, level: .state)
  }

  /// Whether what is denied is the speaker's own: an infinitive or gerund opens it, or a possessive stands in it.
  private func isOwn(_ nodes: [Int], in segment: Segment) -> Bool {
    guard let first = nodes.first else { return false }
    let opens = text.lexemes(at: segment.positions[first]).contains {
      ($0.lexeme.category == .auxiliary || $0.lexeme.partOfSpeech == .verb)
        && ($0.lexeme.form == .infinitive || $0.lexeme.form == .gerund)
    }
    if segment.isVerbal(first), segment.child(first, .nsubj, .nsubjPass, .mark) == nil,
      [.xcomp, .ccomp, .advcl].contains(segment.tree.relations[first])
    {
      return true
    }
    return opens
      || nodes.contains { node in
        text.lexemes(at: segment.positions[node]).contains { match in
          match.lexeme.category == .pronoun && match.lexeme.has(.possessive)
            && !match.lexeme.means(PronounWord.we)
        }
      }
  }

  /// Whether "access to" follows "deny" within a few words.
  private func keepsOut(_ verb: Int, in segment: Segment) -> Bool {
    (verb + 1..<max(verb + 1, min(verb + 7, segment.count - 1))).contains { node in
      text.isLexeme(at: segment.positions[node], .behaviour, BehaviourWord.intrusion)
        && text.lexemes(at: segment.positions[node]).contains { $0.lexeme.has(.weak) }
        && text.isLexeme(at: segment.positions[node + 1], .preposition, PrepositionWord.to)
    }
  }
}

extension RoleWord {
  /// Whether whoever holds the office speaks for a state or a body of it.
  fileprivate var isOfState: Bool {
    switch self {
    case .official, .spokesperson, .minister, .president, .ambassador, .commissioner, .diplomat,
      .primeMinister,
      .foreignMinister, .secretary:
      true
    default: false
    }
  }
}
