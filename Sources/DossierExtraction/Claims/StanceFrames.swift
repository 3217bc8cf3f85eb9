import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Frames that take a stance: condemning, denying, declining, supporting, admitting.
extension ClaimReader {
  /// "X condemns Y", "X condemned the attack by Y", "X dénonce les actes de Y".
  mutating func readCondemnation(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> ClaimDraft?
  {
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive || !speaker.entities.isEmpty else { return nil }
    guard isSpeaker(speaker, roles, in: segment) else { return nil }
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    guard !nodes.isEmpty else { return nil }
    let proposition = proposition(nodes, main: nil, in: segment)
    // "denounced a smear", "dénonce une hystérie antirusse": what is called false was an accusation.
    if proposition.rejects, isAccused(speaker) || proposition.actor == nil {
      return readDenial(reading, roles, in: segment)
    }
    var about = proposition.actor ?? Party(entities: [])
    if about.entities == speaker.entities { about = Party(entities: []) }
    if let object = roles.object {
      if text.lexeme(.judgement, covering: segment.positions[object])?.lexeme.means(JudgementWord.accusation)
        == true
      {
        return readDenial(reading, roles, in: segment)
      }
      let party = parties.party(at: object, in: segment)
      if about.entities.isEmpty, isBlamable(party) { about = party }
      if about.entities.isEmpty,
        let doer = segment.complement(of: object, behind: [.by, .from, .of], in: text)
      {
        let party = parties.party(at: doer, in: segment)
        if isBlamable(party) { about = party }
      }
      if about.entities.isEmpty { about = owner(of: object, in: segment) ?? about }
    }
    if about.entities.isEmpty, let doer = namedDoer(in: nodes, speaker: speaker, in: segment) { about = doer }
    if about.entities.isEmpty, let span = segment.span(nodes),
      let named = parties.institution(within: span, excluding: nil, in: segment),
      !speaker.entities.contains(where: { sameSide(named, $0) }), isBlamable(Party(entities: [named]))
    {
      about = Party(entities: [named], level: parties.level(of: named))
    }
    // "condemns the attack": whoever was blamed for it.
    if about.entities.isEmpty, isDeed(nodes, in: segment) {
      let points = roles.object.map { isPointedAt($0, in: segment) } ?? false
      about = lastBlamed(besides: speaker, pointingBack: points) ?? about
    }
    // "we condemn them", "nous les condamnons"
    if about.entities.isEmpty, blamedClitic(roles, in: segment) != nil {
      about = lastBlamed(besides: speaker, pointingBack: true) ?? about
    }
    var draft = draft(.condemn, reading, speaker: speaker, about: about, content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.level = about.level
    return draft
  }

  /// A named party that stands as a subject or behind "by", "of" or "from" in what is condemned: "l'usage que X fait de",
  /// "le recours par X à Y".
  private mutating func namedDoer(in nodes: [Int], speaker: Party, in segment: Segment) -> Party? {
    for node in nodes
    where segment.isNominal(node)
      && (!text.names(covering: segment.positions[node]).isEmpty
        || text.lexeme(.actor, covering: segment.positions[node]) != nil)
    {
      let isSubject = segment.tree.relations[node] == .nsubj
      let preposition = segment.preposition(of: node, in: text)
      guard isSubject || preposition == .by || preposition == .from || preposition == .of else { continue }
      let party = parties.party(at: node, in: segment)
      if isBlamable(party),
        !party.entities.contains(where: { entity in speaker.entities.contains { sameSide(entity, $0) } })
      {
        return party
      }
    }
    return nil
  }

  /// Whether a party may be condemned or denounced: no victim or product.
  func isBlamable(_ party: Party) -> Bool {
    party.isActor
      || party.entities.contains { entity in
        switch parties.registry[entity].kind {
        case .state, .agency, .group, .person: true
        default: false
        }
      }
  }

  /// The party an act belongs to: "le comportement de Moscou", "China's behaviour".
  mutating func owner(of node: Int, in segment: Segment) -> Party? {
    for child in segment.children(node).map(Int.init) {
      switch segment.tree.relations[child] {
      case .nmod where segment.preposition(of: child, in: text) == .of, .nmodPoss, .amod:
        let party = parties.party(at: child, in: segment)
        if isBlamable(party) { return party }
        if let match = parties.bestName(covering: segment.positions[child]), match.usage == .demonym,
          let entry = text.entry(match.entry)
        {
          return Party(entities: [parties.registry.insert(entry, from: text.table)], level: .state)
        }
      default: continue
      }
    }
    return nil
  }

  /// "X denies Z", "X a rejeté les accusations", "X dismissed the report as …".
  mutating func readDenial(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive || !speaker.entities.isEmpty, isSpeaker(speaker, roles, in: segment) else {
      return nil
    }
    // "Moscow denies." says what it denies only where Moscow was accused before.
    let nodes = deniedNodes(roles, in: segment)
    let isAnswer = deniesBefore(roles, in: segment)
    guard
      !nodes.isEmpty || isAnswer || isAccused(speaker) && roles.object == nil || isFlat(roles, in: segment)
    else { return nil }
    let isNegated = segment.isNegated(roles.verb, in: text) || isRefused(roles.verb, in: segment)
    parties.reporting = speaker.entities.isEmpty ? nil : speaker.entities
    let proposition = proposition(nodes, main: roles.clause, in: segment)
    parties.reporting = nil
    var draft = draft(.deny, reading, speaker: speaker, content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.polarity = .deny
    draft.about = denied(nodes, proposition, speaker: speaker, in: segment)
    // An organ that nobody accused speaks for its state.
    if let first = speaker.entities.first,
      draft.about.entities.isEmpty
        || draft.about.entities == [first] && !parties.discourse.accused.contains(first),
      let state = parties.registry.state(of: first), parties.registry[first].kind != .company
    {
      draft.about = Party(entities: [state], level: .state)
    }
    // A lawyer clears a client, never the one who pleads.
    if let first = speaker.entities.first, draft.about.entities == [first],
      parties.registry[first].names["en"] == RoleWord.lawyer.rawValue
    {
      draft.about = Party(entities: [], reason: "a lawyer's client whom the text has not named")
    }
    draft.level = draft.about.level
    draft.deniesInvolvement = !draft.about.entities.isEmpty
    draft.isRelative = isAnswer
    if isNegated,
      text.lexemes(at: reading.tokens.lowerBound).contains(where: {
        $0.lexeme.category == .judgement && $0.lexeme.means(JudgementWord.exclusion)
      })
    {
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
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    if nodes.isEmpty, let object = roles.object { return segment.subtree(object) { $0 == roles.verb } }
    // "nie avoir reçu": the tree may have made the infinitive the head of the verb that governs it.
    if nodes.isEmpty, roles.verb + 1 < segment.count, segment.isVerbal(roles.verb + 1) {
      return (roles.verb + 1..<segment.count).filter { text.tokens[segment.positions[$0]].kind != .mark }
    }
    return nodes
  }

  /// Whom a denial defends: the party the content names, else the speaker's side where it was blamed or denies its
  /// own part.
  private mutating func denied(
    _ nodes: [Int], _ proposition: PropositionReading, speaker: Party, in segment: Segment
  ) -> Party {
    if let actor = proposition.actor, proposition.source != .subject { return actor }
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
          }), let owner = owner(of: node, in: segment)
        else { continue }
        return owner
      }
    }
    let wasBlamed = speaker.entities.contains { entity in
      parties.discourse.accused.contains { sameSide($0, entity) }
    }
    if wasBlamed || isAccusation, let own = accused(behind: speaker) { return own }
    // An infinitive or gerund ("denied having stolen") has the speaker as its subject.
    if !proposition.behaviours.isEmpty || isAccusation, let first = speaker.entities.first,
      parties.registry[first].kind == .group || isAccusation
    {
      // Who speaks for somebody defends them.
      if parties.registry[first].kind == .person, let whole = parties.registry[first].partOf {
        return Party(entities: [whole], level: parties.level(of: whole))
      }
      return Party(entities: speaker.entities, level: parties.level(of: first))
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
    return Party(entities: [])
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

  /// "X backs Y", "X acknowledged statements attributing Z to Y", "X prend acte de …".
  mutating func readSupport(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive, isSpeaker(speaker, roles, in: segment) else { return nil }
    // "soutient que", "soutient avoir contenu l'incident"
    if let clause = roles.clause,
      segment.tree.relations[clause] == .ccomp
        || segment.tree.relations[clause] == .xcomp && segment.child(clause, .mark) == nil
    {
      var statement = readStatement(reading, roles, in: segment)
      // "shares their assessment that Russia is responsible"
      if reading.tokens.count > 1, statement?.act.isResponsibility == true, statement?.polarity == .affirm {
        statement?.act = .support
      }
      return statement
    }
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    guard !nodes.isEmpty else { return nil }
    let inner =
      joined(reading, roles, in: segment)
      ?? readCues(inside: nodes, in: segment).first { $0.act.isResponsibility }
    // "joined London in attributing …": the speaker attributes as well.
    let joins =
      reading.tokens.count > 2 && inner?.cue == reading.tokens
      || inner.map { inner in
        inner.frame != .attribution && inner.frame != .accusation
          && segment.node(at: inner.cue.lowerBound).map { segment.isGoverned($0, by: roles.verb) } == true
      } ?? false
    var draft = draft(
      joins ? inner?.act ?? .support : .support, reading, speaker: speaker,
      about: inner?.about ?? Party(entities: []),
      content: nodes, in: segment)
    if inner == nil, reading.cue.lexeme.language == .en,
      nodes.contains(where: {
        text.isLexeme(at: segment.positions[$0], .complementizer, ComplementizerWord.that)
      }), let actor = proposition(nodes, main: nil, in: segment).actor
    {
      draft.about = actor
    }
    draft.level = draft.about.level
    return draft
  }

  /// What a phrase that ends in a verb of blame says: "joined London in attributing the attack to Moscow".
  private mutating func joined(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> ClaimDraft?
  {
    guard let verb = segment.node(at: reading.tokens.upperBound - 1), verb > roles.verb,
      segment.isVerbal(verb),
      let place = segment.complement(ofClause: verb, behind: [.to, .on], in: text)
        ?? segment.child(verb, .obj)
    else { return nil }
    let about = parties.blamedParty(at: place, in: segment)
    guard isBlamable(about) else { return nil }
    return draft(
      .attribute, reading, speaker: Party(entities: []), about: about, content: [verb], in: segment)
  }

  /// The claims that cues within a set of nodes make.
  private mutating func readCues(inside nodes: [Int], in segment: Segment) -> [ClaimDraft] {
    var found: [ClaimDraft] = []
    for node in nodes {
      for match in text.lexemes(at: segment.positions[node]) where match.lexeme.category == .cue {
        guard let frame = match.lexeme.as(CueFrame.self),
          [.attribute, .accuse, .blame, .attribution, .accusation].contains(frame)
        else { continue }
        let isNoun = frame == .attribution || frame == .accusation
        guard
          let about = segment.complement(of: node, behind: [.to, .on, .against], in: text)
            ?? segment.complement(ofClause: node, behind: [.to, .against], in: text)
            ?? (isNoun ? nil : segment.child(node, .obj))
        else { continue }
        let party = parties.party(at: about, in: segment)
        let reading = CueReading(cue: match, frame: frame, node: node)
        found.append(
          draft(
            isNoun ? .attribute : frame.act, reading, speaker: Party(entities: []), about: party,
            content: [node], in: segment))
      }
    }
    return found
  }

  /// "X claimed responsibility for Z", "X a revendiqué Z": the speaker did it, by their own words.
  mutating func readAdmission(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft?
  {
    let speaker = speaker(roles, in: segment)
    guard !speaker.entities.isEmpty else { return nil }
    // "a attribué l'attaque": only "s'est attribué" owns up to it.
    if reading.tokens.count == 1, segment.child(roles.verb, .expl) == nil,
      text.isLexeme(at: reading.tokens.lowerBound, .cue, CueFrame.attribute)
    {
      return nil
    }
    let deed = roles.isPassive ? roles.object.map { segment.subtree($0) } ?? [] : []
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment) + deed
    let names = speaker.entities.map { parties.registry[$0] }
    guard
      isThreat(nodes, in: segment) || reading.tokens.count > 1
        || names.contains(where: { $0.kind == .group || $0.isUnnamed })
        || speaker.isActor
    else { return nil }
    let proposition = proposition(nodes, main: nil, in: segment)
    var about = speaker
    about.tokens = nil
    about.level = speaker.entities.first.map { parties.level(of: $0) } ?? .unknown
    var draft = draft(.admit, reading, speaker: speaker, about: about, content: nodes, in: segment)
    apply(proposition, to: &draft)
    if segment.isNegated(roles.verb, in: text) { return nil }
    return draft
  }
}

extension Segment {
  /// Whether a verb hangs on another one and on no noun between them.
  fileprivate func isGoverned(_ verb: Int, by governor: Int) -> Bool {
    switch tree.relations[verb] {
    case .xcomp, .advcl, .obl, .ccomp: head(verb) == governor
    default: false
    }
  }
}
