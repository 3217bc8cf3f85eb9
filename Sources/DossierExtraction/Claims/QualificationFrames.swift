import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Frames that call somebody or something by a name: "called Y a threat", "describes it as a state-sponsored actor".
extension ClaimReader {
  /// "X called Y a threat", "X a qualifié les accusations de …".
  mutating func readQualification(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> ClaimDraft?
  {
    // "a group called X" only names it.
    guard segment.tree.relations[roles.verb] != .acl || roles.isPassive && roles.speaker != nil else {
      return nil
    }
    // "the cluster Cisco calls Static Tundra"
    if namesNounBefore(roles.verb, in: segment) {
      // "a group that Cisco calls X" is new, "the group" only goes by another name there.
      guard let noun = segment.head(roles.verb), isAttackersNoun(noun, in: segment),
        !NounPhrase(head: noun, in: segment, text: text).isDefinite(in: text),
        // "attributed it to a group it calls X": the name is part of that claim.
        ![.to, .on].contains(segment.preposition(of: noun, in: text))
      else { return nil }
      return readPointing(
        CueReading(cue: reading.cue, frame: .identify, node: reading.node), roles, in: segment)
    }
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive || roles.speaker != nil, isSpeaker(speaker, roles, in: segment),
      let object = roles.object
        ?? (reading.tokens.count > 1 ? nominal(after: reading.tokens.upperBound, in: segment) : nil)
        ?? bareObject(after: roles.verb, in: segment)
    else { return nil }
    // "spoke of an outage before admitting an attack": what else was done is no part of the name.
    let aside = Set(
      segment.children(roles.verb).map(Int.init)
        .filter { isOtherDeed($0, behind: roles.verb, in: segment) }.flatMap { segment.subtree($0) })
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment).filter {
      !aside.contains($0)
    }
    if let doer = rejectedDoer(in: nodes, by: .called, in: segment) {
      var draft = draft(.deny, reading, speaker: speaker, content: nodes, in: segment)
      clear(doer, &draft)
      return draft
    }
    let proposition = proposition(nodes, main: nil, in: segment)
    let objectWords = segment.subtree(object)
    let isAccusation = objectWords.contains { node in
      text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.category == .judgement && match.lexeme.means(JudgementWord.accusation)
      }
    }
    let isPronoun = segment.tree.tags[object] == .pron
    // "called the FBI's evidence flimsy": what it was evidence of is contested.
    let isEvidence = objectWords.contains {
      text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.evidence)
    }
    // "called the suggestion offensive", "called this a bad joke"
    let offends =
      !proposition.rejects
      && (isAccusation && (proposition.condemns || isAccused(speaker))
        || isAccused(speaker)
          && (pointsAtBlame(object, of: reading, nodes, in: segment)
            || proposition.condemns && reading.frame == .qualify
              && text.isLexeme(at: segment.positions[object], .pronoun, PronounWord.it)))
    if proposition.rejects || offends,
      isAccusation || isEvidence || isPronoun || isAccused(speaker)
        || parties.party(at: object, in: segment).entities.isEmpty
    {
      var draft = draft(.deny, reading, speaker: speaker, content: nodes, in: segment)
      draft.polarity = .deny
      draft.about =
        accused(behind: speaker) ?? (isEvidence ? lastBlamed(besides: speaker, pointingBack: true) : nil)
        ?? (isAccusation || isPronoun ? contested(by: speaker, at: reading.tokens.lowerBound) : nil)
        ?? Party(entities: [])
      draft.level = draft.about.level
      draft.deniesInvolvement = true
      return draft
    }
    var party = parties.party(at: object, in: segment)
    let asGroup = isPronoun ? groupCalled(nodes, after: object, in: segment) : nil
    party = asGroup ?? party
    if let tied = readDescription(reading, of: party, object: object, nodes, speaker: speaker, in: segment) {
      return tied
    }
    if let called = readCulprit(reading, of: party, roles, speaker: speaker, in: segment) { return called }
    // "described the attack as the work of Y"
    // "described it as an attack by Y"
    if let actor = proposition.actor, !isAccusation,
      proposition.source == .responsibility && !isBlamable(party) || proposition.source == .agent && isPronoun
    {
      var draft = draft(.attribute, reading, speaker: speaker, about: actor, content: nodes, in: segment)
      apply(proposition, to: &draft)
      if proposition.isNegated { draft.polarity = .deny }
      return draft
    }
    // "Behind it they see X"; seeing alone judges nobody.
    if reading.frame == .assess, !proposition.condemns, !isAccusation {
      guard isBlamable(party), segment.tree.tags.indices.contains(where: { isBehind($0, in: segment) }) else {
        return nil
      }
      var draft = draft(.attribute, reading, speaker: speaker, about: party, content: nodes, in: segment)
      apply(proposition, to: &draft)
      return draft
    }
    // "called the breach an attack on democracy": a deed that is given a name is condemned by it.
    let namesDeed =
      reading.frame == .qualify && !isAccusation
      && isThreat(objectWords.filter { segment.isNominal($0) }, in: segment)
      && nodes.count > objectWords.count
    // "called it a brazen intrusion": "it" is the deed, and nobody.
    let isDeedNamed =
      isPronoun && reading.frame == .qualify && asGroup == nil
      && (self.namesDeed(nodes.filter { $0 > object && segment.isNominal($0) }, in: segment)
        || standsForDeed(object, party, in: segment))
    if isDeedNamed { party = lastBlamed(besides: speaker, pointingBack: true) ?? Party(entities: []) }
    guard isBlamable(party) || proposition.condemns || namesDeed || scope == .all else { return nil }
    var about =
      isBlamable(party)
      ? party
      : owner(of: object, in: segment) ?? proposition.actor ?? possessor(in: objectWords, in: segment)
        ?? Party(entities: [])
    // "called the malware a significant evolution": a name that blames nothing condemns nothing.
    let name = nodes.filter { !objectWords.contains($0) }
    let isNamed =
      reading.tokens.count > 1
      || name.contains { node in
        node > object && [.xcomp, .obj, .ccomp].contains(segment.tree.relations[node])
      }
    let condemns =
      proposition.condemns || namesDeed && isDeed(name, in: segment)
      || isBlamable(party) && asGroup == nil && !party.isActor && isNamed
    // "called the help desk": no name is given.
    let isMain = [.root, .conj, .parataxis].contains(segment.tree.relations[roles.verb])
    guard scope == .all || condemns || isNamed || !isMain || isGivenName(behind: object, in: segment) else {
      return nil
    }
    // "called the intrusion outrageous": whoever the speaker's own side blamed for it.
    if condemns, about.entities.isEmpty, isDeed(objectWords, in: segment) {
      about = lastBlamed(besides: speaker, pointingBack: isPointedAt(object, in: segment)) ?? about
    }
    // "called Washington an empire of hacking": by that name somebody is accused.
    let accuses =
      reading.frame == .qualify && condemns && !isDeedNamed && isBlamable(party)
      && self.namesDeed(name.filter { $0 > object }, in: segment)
    var draft = draft(
      accuses ? .accuse : condemns ? .condemn : .state, reading, speaker: speaker,
      about: condemns || isBlamable(party) ? about : Party(entities: []), content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.level = about.level
    return draft
  }

  /// Whether "as" or "comme" stands behind what is named: "described the group as nimble".
  private func isGivenName(behind object: Int, in segment: Segment) -> Bool {
    (object + 1..<max(object + 1, segment.count)).contains { node in
      text.isLexeme(at: segment.positions[node], .preposition, PrepositionWord.as)
    }
  }

  /// "called this a bad joke": "this" behind a verb of naming is what was said before, unless the name is that of a deed.
  private func pointsAtBlame(_ object: Int, of reading: CueReading, _ nodes: [Int], in segment: Segment)
    -> Bool
  {
    let name = nodes.filter { $0 > object && segment.isNominal($0) }
    return reading.frame == .qualify && !name.isEmpty && !namesDeed(name, in: segment)
      && text.isLexeme(at: segment.positions[object], .pronoun, PronounWord.this)
  }

  /// "called the FSB's behaviour reckless": whose it is, on whatever word of the phrase it hangs.
  private mutating func possessor(in nodes: [Int], in segment: Segment) -> Party? {
    for node in nodes where segment.tree.relations[node] == .nmodPoss {
      let party = parties.party(at: node, in: segment)
      if isBlamable(party) { return party }
    }
    return nil
  }

  /// "tient APT31 pour l'auteur de l'intrusion", "described him as a developer of LockBit": who is called a doer, or one of a
  /// gang, behind "as" or "pour" is blamed; who is called a suspect is only judged.
  mutating func readCulprit(
    _ reading: CueReading, of party: Party, _ roles: ClauseRoles, speaker: Party, in segment: Segment
  ) -> ClaimDraft? {
    guard reading.frame == .qualify || reading.frame == .assess,
      let opener = (roles.verb + 1..<max(roles.verb + 1, segment.count)).first(where: { node in
        text.isLexeme(at: segment.positions[node], .preposition, PrepositionWord.as)
          || reading.tokens.count > 1 && segment.positions[node] == reading.tokens.upperBound - 1
      })
    else { return nil }
    let end = (opener + 1..<segment.count).first { isComma($0, in: segment) } ?? segment.count
    let called = opener + 1..<min(end, opener + 9)
    let isDoer = called.contains { node in
      text.isLexeme(at: segment.positions[node], .responsibility, ResponsibilityWord.subject)
    }
    let isMember =
      called.contains { node in
        text.lexemes(at: segment.positions[node]).contains { match in
          match.lexeme.category == .actor || match.lexeme.category == .role
        }
      } && namedGroup(in: Array(called), segment) != nil
    let tie = called.lazy.compactMap { node in
      text.lexemes(at: segment.positions[node]).first {
        $0.lexeme.category == .affiliation && $0.end - $0.first > 1
      }
    }.first
    let isSuspect = called.contains { text.isLexeme(at: segment.positions[$0], .actor, ActorWord.suspect) }
    var about = party
    if let clitic = blamedClitic(roles, in: segment) {
      let entities = parties.object(excluding: speaker.entities, plural: isPlural(clitic, in: segment))
      about = Party(entities: entities ?? [])
      about.level = entities?.first.map { parties.level(of: $0) } ?? .unknown
    }
    // "one of the developers of the spyware", "the brains behind the theft of data"
    let isOfCrime =
      about.entities.contains(where: isHuman)
      && called.contains { node in
        text.lexemes(at: segment.positions[node]).contains { match in
          match.lexeme.category == .threat || match.lexeme.category == .behaviour && !match.lexeme.has(.weak)
        }
      }
    guard isDoer || isMember || isSuspect || isOfCrime || tie != nil else { return nil }
    if let tie, let span = segment.span(Array(called)) {
      parties.addSponsor(to: &about, tie: tie, within: span, in: segment)
      guard isDoer || isMember || isSuspect || isOfCrime || !about.sponsors.isEmpty else { return nil }
    }
    guard isBlamable(about) else { return nil }
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    let proposition = proposition(nodes, main: nil, in: segment)
    var draft = draft(
      proposition.likelihood == nil && !isSuspect ? .attribute : .assess, reading, speaker: speaker,
      about: about,
      content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.level = about.level
    return draft
  }

  /// Whether a word says that somebody did it: "behind", "derrière", "à l'origine de".
  func isBehind(_ node: Int, in segment: Segment) -> Bool {
    text.isLexeme(at: segment.positions[node], .responsibility, ResponsibilityWord.subject)
  }

  /// The group that a pronoun stands for which is called a crew, an actor, a gang.
  private func groupCalled(_ nodes: [Int], after object: Int, in segment: Segment) -> Party? {
    guard
      nodes.contains(where: { node in
        node > object && segment.isNominal(node)
          && text.lexeme(.actor, covering: segment.positions[node])?.lexeme.as(ActorWord.self)?.isPeople
            == false
      })
    else { return nil }
    return parties.lastGroup.map { Party(entities: [$0], level: .group, isActor: true) }
  }

  /// "describes it as a suspected state-sponsored actor": who is called a tool of somebody is tied to them.
  private mutating func readDescription(
    _ reading: CueReading, of party: Party, object: Int, _ nodes: [Int], speaker: Party, in segment: Segment
  ) -> ClaimDraft? {
    guard party.entities.contains(where: { parties.registry[$0].kind == .group }),
      let noun = nodes.first(where: { node in
        node > object && segment.isNominal(node)
          && text.lexeme(.actor, covering: segment.positions[node]) != nil
      })
    else { return nil }
    let described = parties.party(at: noun, in: segment)
    guard !described.sponsors.isEmpty else { return nil }
    let proposition = proposition(nodes, main: nil, in: segment)
    var about = party
    about.sponsors = described.sponsors
    about.level = .stateBacked
    let act: Act = proposition.hedged || proposition.likelihood != nil ? .assess : .attribute
    var draft = draft(act, reading, speaker: speaker, about: about, content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.level = about.level
    return draft
  }

  /// A clause behind a verb with a word of its own that opens it, or behind a comma.
  private func isOtherDeed(_ node: Int, behind verb: Int, in segment: Segment) -> Bool {
    guard node > verb, let first = segment.subtree(node).first(where: { segment.tree.tags[$0] != .punct })
    else {
      return false
    }
    if segment.tree.relations[node] == .advcl { return segment.child(node, .mark, .case) != nil }
    return segment.tree.relations[node] == .advmod && isComma(first - 1, in: segment)
      && segment.subtree(node).contains(where: segment.isVerbal)
  }

  /// Whether a verb in a relative clause only gives the noun before it a name.
  private func namesNounBefore(_ verb: Int, in segment: Segment) -> Bool {
    segment.tree.relations[verb] == .aclRelcl && verb + 1 < segment.count
      && text.lexemes(at: segment.positions[verb]).contains { $0.lexeme.means(AliasWord.call) }
      && ProperName.isNameWord(segment.positions[verb + 1], in: text)
  }
}
