import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Frames of condemnation, and who is condemned by what is said of a deed.
extension ClaimReader {
  /// "X condemns Y", "X condemned the attack by Y", "X dénonce les actes de Y".
  mutating func readCondemnation(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> ClaimDraft?
  {
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive || !speaker.entities.isEmpty else { return nil }
    guard isSpeaker(speaker, roles, in: segment) else { return nil }
    let nodes =
      roles.isPassive
      ? roles.object.map { segment.subtree($0) } ?? []
      : beforeBlame(complementNodes(of: roles, except: [roles.speaker], in: segment), in: segment)
    guard !nodes.isEmpty else { return nil }
    let proposition = proposition(nodes, main: nil, in: segment)
    // "denounced a smear", "dénonce une hystérie antirusse": what is called false was an accusation.
    // "dénonce une campagne mensongère": whoever is accused calls it a lie.
    let isOfLies =
      isAccused(speaker)
      && nodes.contains { text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.baseless) }
    if isOfLies || proposition.rejects && (isAccused(speaker) || proposition.actor == nil) {
      return readDenial(reading, roles, in: segment)
    }
    var about = proposition.actor ?? Party(entities: [])
    if about.entities == speaker.entities || isSaidToBeOwn(about) { about = Party(entities: []) }
    if let object = roles.object {
      if text.lexeme(.judgement, covering: segment.positions[object])?.lexeme.means(JudgementWord.accusation)
        == true
      {
        return readDenial(reading, roles, in: segment)
      }
      parties.isBlaming = true
      let party = parties.party(at: object, in: segment)
      parties.isBlaming = false
      // "we condemn it": whose behaviour the clause before speaks of, or who was blamed.
      if about.entities.isEmpty, standsForDeed(object, party, in: segment) {
        about =
          ownerSpokenOf(before: object, in: segment) ?? lastBlamed(besides: speaker, pointingBack: true)
          ?? about
      } else if about.entities.isEmpty, isBlamable(party) || isNamedParty(party) {
        about = party
      }
      if about.entities.isEmpty,
        let doer = segment.complement(of: object, behind: [.by], in: text)
          ?? segment.complement(of: object, behind: [.from, .of], in: text), !isHarmed(doer, in: segment)
      {
        let party = parties.party(at: doer, in: segment)
        if isBlamable(party) { about = party }
      }
      // "condemned two Russian firms", who are not Russia
      if about.entities.isEmpty, isBody(object, in: segment) {
        about = party.entities.isEmpty ? parties.described(anyAt: object, in: segment) : party
      }
      if about.entities.isEmpty { about = owner(of: object, in: segment) ?? about }
    }
    if about.entities.isEmpty, let doer = namedDoer(in: nodes, speaker: speaker, in: segment) { about = doer }
    if about.entities.isEmpty, let span = segment.span(beforeVictims(nodes, in: segment)),
      let named = parties.institution(within: span, excluding: nil, in: segment),
      !speaker.entities.contains(where: { sameSide(named, $0) }), isBlamable(Party(entities: [named]))
    {
      about = Party(entities: [named], level: parties.level(of: named))
    }
    // "the hacking of one of its missions": its own side is condemned by nobody.
    if isSaidToBeOwn(about)
      || about.entities.contains(where: { entity in speaker.entities.contains { sameSide(entity, $0) } })
    {
      about = Party(entities: [])
    }
    // "condemns the attack": whoever was blamed for it.
    if about.entities.isEmpty, isDeed(nodes, in: segment) {
      let points =
        roles.object.map { object in
          isPointedAt(object, in: segment)
            || isDeedNoun(object, in: segment)
              && NounPhrase(head: object, in: segment, text: text).isDefinite(in: text)
        } == true
        || nodes.contains {
          segment.isNominal($0) && isPointedAt($0, in: segment) && isDeed([$0], in: segment)
        }
      about =
        lastBlamed(besides: speaker, pointingBack: points)
        ?? (points ? parties.lastNamedGroup.map { Party(entities: [$0], level: .group, isActor: true) } : nil)
        ?? about
    }
    // "we condemn them", "nous les condamnons"
    if about.entities.isEmpty, blamedClitic(roles, in: segment) != nil {
      about = lastBlamed(besides: speaker, pointingBack: true) ?? about
    }
    // "condamné par un tribunal": a sentence is a step of the law.
    var draft = draft(
      isCourt(speaker) || namesPenalty(nodes, in: segment) ? .charge : .condemn, reading, speaker: speaker,
      about: about, content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.level = about.level
    return draft
  }

  /// "its hackers", "one of its missions"
  private func isSaidToBeOwn(_ party: Party) -> Bool {
    party.tokens?.contains { position in
      text.lexemes(at: position).contains { $0.lexeme.category == .pronoun && $0.lexeme.has(.possessive) }
    } == true
  }

  /// Whether a court is among those who speak.
  func isCourt(_ speaker: Party) -> Bool {
    speaker.entities.contains { parties.registry[$0].names["en"] == OrganWord.court.rawValue }
  }

  /// "a condamné X, 22 ans, à trois ans de prison": a penalty behind "to" makes a sentence of it.
  private func namesPenalty(_ nodes: [Int], in segment: Segment) -> Bool {
    nodes.contains { node in
      text.table.contains(text.folded(segment.positions[node]), in: .penaltyWords)
        && (max(0, node - 5)..<node).contains { before in
          text.isLexeme(at: segment.positions[before], .preposition, PrepositionWord.to)
        }
    }
  }

  /// Whether a noun is a word for a body that is no organ of a state: a firm, a school, a party.
  private func isBody(_ noun: Int, in segment: Segment) -> Bool {
    guard let word = text.lexeme(.organ, covering: segment.positions[noun])?.lexeme.as(OrganWord.self) else {
      return false
    }
    return [.company, .bank, .university, .association, .hospital].contains(word)
  }

  /// Whether an object is "it" or "this" and nobody who stands accused: what is condemned then is a deed.
  func standsForDeed(_ object: Int, _ party: Party, in segment: Segment) -> Bool {
    let position = segment.positions[object]
    return !isAccused(party)
      && (text.isLexeme(at: position, .pronoun, PronounWord.it)
        || text.isLexeme(at: position, .pronoun, PronounWord.this))
  }

  /// "China's behaviour is unacceptable and we condemn it": whose the last subject before is.
  private mutating func ownerSpokenOf(before object: Int, in segment: Segment) -> Party? {
    for node in (0..<object).reversed()
    where segment.tree.relations[node] == .nsubj && segment.tree.tags[node] == .noun {
      if let owner = owner(of: node, in: segment) { return owner }
    }
    return nil
  }

  /// A named party that stands as a subject or behind "by", "of" or "from" in what is condemned: "l'usage que X fait de",
  /// "le recours par X à Y".
  private mutating func namedDoer(in nodes: [Int], speaker: Party, in segment: Segment) -> Party? {
    for node in nodes
    where segment.isNominal(node)
      && (!text.names(covering: segment.positions[node]).isEmpty
        || text.lexeme(.actor, covering: segment.positions[node]).map {
          // "the daily life of citizens"
          !$0.lexeme.means(ActorWord.national) && !$0.lexeme.means(ActorWord.individual)
        } ?? false)
    {
      let isSubject = segment.tree.relations[node] == .nsubj
      let preposition = segment.preposition(of: node, in: text)
      guard isSubject || preposition == .by || preposition == .from || preposition == .of,
        isSubject || preposition == .by || !isHarmed(node, in: segment),
        // "one of its missions"
        NounPhrase(head: node, in: segment, text: text).possessive(in: text) == nil
      else { continue }
      let party = parties.party(at: node, in: segment)
      if isBlamable(party),
        !party.entities.contains(where: { entity in speaker.entities.contains { sameSide(entity, $0) } })
      {
        return party
      }
    }
    return nil
  }

  /// "condemned Graywhale": a body with a name, whatever it is.
  private func isNamedParty(_ party: Party) -> Bool {
    !party.entities.isEmpty
      && party.entities.allSatisfy { entity in
        parties.registry[entity].kind.isParty && !parties.registry[entity].isUnnamed
      }
  }

  /// Whether a party may be condemned or denounced: no victim or product.
  func isBlamable(_ party: Party) -> Bool {
    party.isActor
      || party.entities.contains { entity in
        switch parties.registry[entity].kind {
        case .state, .agency, .group, .person: true
        case .organisation, .company: parties.discourse.accused.contains(entity)
        default: false
        }
      }
  }

  /// The party an act belongs to: "le comportement de Moscou", "China's behaviour".
  mutating func owner(of node: Int, in segment: Segment) -> Party? {
    for child in segment.children(node).map(Int.init) {
      switch segment.tree.relations[child] {
      // "cet acte criminel": a quality is nobody.
      case .amod
      where segment.tree.tags[child] == .adj && text.names(covering: segment.positions[child]).isEmpty:
        continue
      case .nmod where segment.preposition(of: child, in: text) == .of, .nmodPoss, .amod:
        if segment.preposition(of: child, in: text) == .of, isDeedWord(node, in: segment),
          !isDoer(child, ofDeed: node, in: segment)
        {
          continue
        }
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
}
