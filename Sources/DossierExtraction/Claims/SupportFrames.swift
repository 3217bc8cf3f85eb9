import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Frames of support: backing, joining in, coming to the same conclusion.
extension ClaimReader {
  /// "X reached the same conclusion": X blames whoever was blamed last, and by its own finding.
  mutating func readConcurrence(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> ClaimDraft?
  {
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive, isSpeaker(speaker, roles, in: segment),
      !segment.isNegated(roles.verb, in: text), let blamed = parties.discourse.accusations.last,
      !blamed.contains(where: { entity in speaker.entities.contains { sameSide(entity, $0) } })
    else { return nil }
    let about = Party(entities: blamed, level: blamed.first.map { parties.level(of: $0) } ?? .unknown)
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    return draft(.attribute, reading, speaker: speaker, about: about, content: nodes, in: segment)
  }

  /// "X followed suit", "X took similar measures": the step that somebody else has just taken; whom others blamed, X backs them.
  mutating func readFollowing(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft?
  {
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive, isSpeaker(speaker, roles, in: segment), !speaker.entities.isEmpty,
      !segment.isNegated(roles.verb, in: text), !isAccused(speaker), let last = drafts.last,
      let sentence = text.sentence(at: reading.tokens.lowerBound),
      let before = text.sentence(at: last.span.lowerBound), before.block + 2 >= sentence.block,
      last.polarity == .affirm, !last.about.all.isEmpty || last.act == .state,
      !last.speaker.entities.contains(where: speaker.entities.contains)
    else { return nil }
    let isBlame = last.act == .attribute || last.act == .accuse || last.act == .assess
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    return draft(
      isBlame ? .support : last.act, reading, speaker: speaker, about: last.about, content: nodes, in: segment
    )
  }

  /// "X backs Y", "X acknowledged statements attributing Z to Y", "X prend acte de …".
  mutating func readSupport(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    // "is designating six firms for supporting the service": what they are sanctioned for.
    if isGroundOfStep(roles.verb, in: segment) { return nil }
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive || roles.speaker != nil, isSpeaker(speaker, roles, in: segment),
      // "do not endorse any product", "could not confirm the findings", but "sees no reason to doubt London"
      !segment.isNegated(roles.verb, in: text) && !isRefused(roles.verb, in: segment)
        || reading.tokens.contains(where: { text.lexeme(.negation, covering: $0) != nil })
    else { return nil }
    // "Spain agreed to extradite him": what somebody is ready to do, and of nobody's claim.
    if reading.tokens.count == 1, reading.cue.lexeme.language == .en,
      let deed = segment.child(roles.verb, .xcomp), deed > roles.verb, segment.isVerbal(deed),
      segment.child(deed, .mark).map({ segment.tree.tags[$0] == .part }) == true
    {
      return readStatement(
        CueReading(cue: reading.cue, frame: .say, node: reading.node), roles, in: segment)
    }
    // "soutient que", "soutient avoir contenu l'incident"
    // "sees no reason to doubt London": a clause within the phrase says nothing.
    if let clause = roles.clause, !reading.tokens.contains(segment.positions[clause]),
      segment.tree.relations[clause] == .ccomp
        || segment.tree.relations[clause] == .xcomp && segment.child(clause, .mark) == nil
    {
      var statement = readStatement(reading, roles, in: segment)
      // "shares their assessment that Russia is responsible", "backed Washington's finding that China was behind it"
      if reading.tokens.count > 1 || findsBetween(roles.verb, and: clause, in: segment),
        statement?.act.isResponsibility == true, statement?.polarity == .affirm
      {
        statement?.act = .support
      }
      return statement
    }
    let nodes =
      roles.isPassive
      ? roles.object.map { segment.subtree($0) } ?? []
      : complementNodes(of: roles, except: [roles.speaker], in: segment)
    guard !nodes.isEmpty else { return readBareSupport(reading, roles, by: speaker, in: segment) }
    // "Nobitex acknowledged unauthorised access to its wallets": what has happened to a business is no finding of others.
    if let object = roles.object, isDeedNoun(object, in: segment),
      speaker.entities.allSatisfy({
        parties.registry[$0].kind == .company || parties.registry[$0].kind == .organisation
      }),
      !speaker.entities.isEmpty
    {
      return draft(.state, reading, speaker: speaker, content: nodes, in: segment)
    }
    // "se joint à ses alliés pour condamner", "joins its partners in condemning": the speaker condemns as well.
    if joinsInCondemning(roles, after: reading, in: segment) { return nil }
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
      // "The US attribution was welcomed by Tokyo": that of the US is a claim of its own.
      content: roles.isPassive ? [] : nodes, in: segment)
    if inner == nil, reading.cue.lexeme.language == .en,
      nodes.contains(where: {
        text.isLexeme(at: segment.positions[$0], .complementizer, ComplementizerWord.that)
      }), let actor = proposition(nodes, main: nil, in: segment).actor
    {
      draft.about = actor
    }
    // "endosse l'analyse quant à la responsabilité du GRU"
    if draft.act == .support, draft.about.entities.isEmpty {
      let proposition = proposition(nodes, main: nil, in: segment)
      if proposition.source == .responsibility, let actor = proposition.actor { draft.about = actor }
    }
    if draft.act == .support, draft.about.entities.isEmpty {
      draft.about = blamed(byAnyOf: nodes, in: segment) ?? draft.about
    }
    draft.level = draft.about.level
    return draft
  }

  /// "Norway agreed.": with whoever has just blamed somebody.
  private mutating func readBareSupport(
    _ reading: CueReading, _ roles: ClauseRoles, by speaker: Party, in segment: Segment
  ) -> ClaimDraft? {
    guard scope == .threat, reading.tokens.count == 1, !roles.isPassive,
      reading.cue.lexeme.has(.weak) || segment.count <= 4,
      !segment.isNegated(roles.verb, in: text), !isAccused(speaker),
      parties.registry.areNamedBodies(speaker.entities),
      let blamed = lastBlamed(besides: speaker, pointingBack: true)
    else { return nil }
    var draft = draft(.support, reading, speaker: speaker, about: blamed, content: [roles.verb], in: segment)
    draft.level = blamed.level
    return draft
  }

  private func joinsInCondemning(_ roles: ClauseRoles, after reading: CueReading, in segment: Segment) -> Bool
  {
    let end = segment.node(at: reading.tokens.upperBound - 1) ?? roles.verb
    return (end + 1..<max(end + 1, min(end + 8, segment.count))).contains { node in
      segment.isVerbal(node) && segment.child(node, .mark, .case) != nil
        && text.isLexeme(at: segment.positions[node], .cue, CueFrame.condemn)
    }
  }

  /// Whether a noun for an attribution stands between a verb and a clause: what it says is somebody else's.
  private func findsBetween(_ verb: Int, and clause: Int, in segment: Segment) -> Bool {
    (verb + 1..<max(verb + 1, clause)).contains { node in
      text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.category == .cue && match.lexeme.partOfSpeech == .noun
          && (match.lexeme.means(CueFrame.attribution) || match.lexeme.means(CueFrame.accusation))
      }
    }
  }

  /// "sees no reason to doubt London", "backs the Czech findings": whom the one who is backed blamed last.
  private mutating func blamed(byAnyOf nodes: [Int], in segment: Segment) -> Party? {
    for node in nodes {
      guard let match = parties.bestName(covering: segment.positions[node]),
        let entry = text.entry(match.entry), let backed = parties.registry.find(entry.id),
        let before = parties.discourse.blames.last(where: { blame in
          blame.speakers.contains { sameSide($0, backed) }
            && blame.blamed.contains {
              [.group, .state, .agency].contains(parties.registry[$0].kind) && !parties.registry[$0].isUnnamed
            }
        })
      else { continue }
      return Party(
        entities: before.blamed, level: before.blamed.first.map { parties.level(of: $0) } ?? .unknown)
    }
    return nil
  }

  /// What a phrase that ends in a verb of blame says: "joined London in attributing the attack to Moscow".
  private mutating func joined(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> ClaimDraft?
  {
    guard let verb = segment.node(at: reading.tokens.upperBound - 1), verb > roles.verb,
      segment.isVerbal(verb), text.endsAsGerund(segment.positions[verb])
    else { return nil }
    let places = [
      segment.complement(ofClause: verb, behind: [.to], in: text),
      segment.complement(ofClause: verb, behind: [.on], in: text), segment.child(verb, .obj),
    ]
    for place in places.compactMap({ $0 }) {
      // "in blaming Russia for the attack on the port": not every "on" is followed by whom it blames.
      let about = parties.blamedParty(at: place, in: segment)
      guard isBlamable(about) else { continue }
      return draft(
        .attribute, reading, speaker: Party(entities: []), about: about, content: [verb], in: segment)
    }
    return nil
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
        if frame == .attribution, let party = attributed(behind: node, in: segment) {
          let reading = CueReading(cue: match, frame: frame, node: node)
          found.append(
            draft(
              .attribute, reading, speaker: Party(entities: []), about: party, content: [node], in: segment))
          continue
        }
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
