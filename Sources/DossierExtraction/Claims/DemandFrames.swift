import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Frames that call on somebody: urging, demanding.
extension ClaimReader {
  /// "Operators are urged to patch": who calls on them is who spoke right before in the paragraph, or whose paper it is.
  private func caller(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> Party? {
    guard reading.frame == .demand, hasInfinitive(after: roles.verb, in: segment),
      segment.tree.relations[roles.verb] != .acl, roles.object != nil
    else { return nil }
    let block = text.sentence(at: reading.tokens.lowerBound)?.block
    let before = drafts.last.flatMap {
      text.sentence(at: $0.span.lowerBound)?.block == block ? $0.speaker : nil
    }
    let holder = before ?? Party(entities: parties.discourse.authors)
    guard parties.registry.areNamedBodies(holder.entities), !isAccused(holder) else { return nil }
    return Party(entities: holder.entities, level: holder.level)
  }

  /// "X urges Y to do Z", "X demands that Y do Z", "X exige Z de Y".
  mutating func readDemand(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    // "exhorte Moscou à cesser": whoever stands between the verb and its infinitive is called on, and calls on nobody.
    if reading.frame == .demand, !roles.isPassive, let node = roles.speaker, node > roles.verb,
      hasInfinitive(after: roles.verb, in: segment)
    {
      return nil
    }
    var speaker = speaker(roles, in: segment)
    // "the mayor said that hackers had locked the computers and were demanding $51,000"
    if !isExtorting(speaker), asksRansom(roles, in: segment),
      let extortionist = extortionist(roles, in: segment)
    {
      speaker = extortionist
    }
    if roles.isPassive, roles.speaker == nil, let caller = caller(reading, roles, in: segment) {
      speaker = caller
    } else {
      guard !roles.isPassive || roles.speaker != nil, isSpeaker(speaker, roles, in: segment) else {
        return nil
      }
    }
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    // "n'a jamais encouragé le piratage": nothing is asked.
    guard !nodes.isEmpty, !segment.isNegated(roles.verb, in: text) else { return nil }
    // "challenged Washington to publish its proof", and not "challenged the finding"
    if reading.frame == .demand, reading.cue.lexeme.has(.weak),
      !hasInfinitive(after: roles.verb, in: segment)
    {
      return nil
    }
    // "wants the ministry to lodge a protest": what somebody wants a body to do they ask of it.
    if reading.frame == .require, reading.cue.lexeme.has(.weak), let object = roles.object,
      object > roles.verb, hasInfinitive(after: roles.verb, in: segment)
    {
      let wanted = parties.party(at: object, in: segment)
      if !wanted.entities.isEmpty, wanted.entities.allSatisfy({ parties.registry[$0].kind.isBody }) {
        return readDemand(
          CueReading(cue: reading.cue, frame: .demand, node: reading.node), roles, in: segment)
      }
    }
    // "wants $70 million in bitcoin": what extortionists want they demand.
    if reading.frame == .require, reading.cue.lexeme.has(.weak),
      !isExtorting(speaker)
        || reading.tokens.count < 4 && roles.object.map({ isRansom($0, in: segment) }) != true
    {
      return nil
    }
    // "requested anonymity", "se réclamant de X"
    if nodes.contains(where: { node in
      text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.anonymity)
    }) || reading.frame == .require && reading.tokens.count == 1 && segment.child(roles.verb, .expl) != nil {
      return nil
    }
    if asksWhether(behind: roles.verb, in: segment) { return nil }
    // "ordered the attack": a deed, which is asked of nobody that is named.
    if reading.frame == .demand, let object = roles.object, isDeedNoun(object, in: segment) { return nil }
    // "demander deux millions d'euros": money is called on for nothing.
    if reading.frame == .demand, let object = roles.object, isRansom(object, in: segment),
      !text.lexemes(at: segment.positions[object]).contains(where: { match in
        [.organ, .role, .actor].contains(match.lexeme.category)
      }), text.names(covering: segment.positions[object]).isEmpty
    {
      return nil
    }
    // "que l'on appelle Sandworm" gives a name.
    if reading.frame == .demand, reading.cue.lexeme.language == .fr, reading.tokens.count == 1,
      !roles.isPassive, roles.clause.map({ $0 == roles.verb + 1 }) ?? true, namesSomething(roles, in: segment)
    {
      return nil
    }
    var addressee: Party?
    if reading.frame == .demand {
      let governed = segment.complement(of: roles.verb, behind: [.to, .on, .of], after: roles.verb, in: text)
      let clitic = blamedClitic(roles, in: segment)
      let node =
        clitic.flatMap { pluralNoun(before: $0, in: segment) } ?? roles.object
        ?? (reading.tokens.count > 1
          ? objectPronoun(behind: reading, in: segment)
            ?? nominal(after: reading.tokens.upperBound, in: segment) : nil)
        ?? governed.flatMap { segment.isNominal($0) ? $0 : nil } ?? bareObject(after: roles.verb, in: segment)
        ?? called(beforeInfinitiveAfter: roles.verb, in: segment)
      // "is to ask for a debate on Tuesday"
      parties.isBlaming = true
      addressee = node.flatMap { node in
        text.lexeme(.time, covering: segment.positions[node]) == nil
          ? parties.party(at: node, in: segment) : nil
      }
      parties.isBlaming = false
      if let node, node == clitic || isObjectPronoun(node, in: segment),
        let entities = parties.object(excluding: speaker.entities, plural: isPlural(node, in: segment))
      {
        addressee = Party(entities: entities, level: entities.first.map { parties.level(of: $0) } ?? .unknown)
      }
      if let node, addressee?.entities.isEmpty == true {
        addressee = parties.described(at: node, in: segment)
        // "calls on the international community to"
        if addressee?.entities.isEmpty == true, segment.tree.tags[node] == .noun,
          text.lexemes(at: segment.positions[node]).isEmpty, hasInfinitive(after: roles.verb, in: segment)
        {
          addressee = parties.described(anyAt: node, in: segment)
        }
      }
      guard
        roles.clause != nil || hasInfinitive(after: roles.verb, in: segment)
          || segment.complement(of: roles.verb, behind: [.to], in: text) != nil
          || !reading.cue.lexeme.has(.weak) && addressee?.entities.isEmpty == false
      else { return nil }
      // "l'appelle à cesser"
    } else if text.isFrench, let clitic = blamedClitic(roles, in: segment),
      let entities = parties.object(excluding: speaker.entities, plural: isPlural(clitic, in: segment))
    {
      addressee = Party(entities: entities, level: entities.first.map { parties.level(of: $0) } ?? .unknown)
    } else if let party = obliged(roles, in: segment) {
      addressee = party
      // "had given the hospital until Friday to pay"
    } else if reading.tokens.count > 3,
      let node = segment.child(roles.verb, .iobj) ?? roles.object
        ?? segment.complement(of: roles.verb, behind: [.to], in: text),
      reading.tokens.contains(segment.positions[node])
    {
      let party = parties.party(at: node, in: segment)
      let isBody = text.lexeme(.organ, covering: segment.positions[node]) != nil
      addressee = party.entities.isEmpty && isBody ? parties.described(anyAt: node, in: segment) : party
    } else if roles.complementizer == nil, let node = called(beforeInfinitiveAfter: roles.verb, in: segment),
      // "requests all institutions to change", but not "seeks a way to stop"
      segment.head(node) == roles.verb, !isRansom(node, in: segment)
    {
      let party = parties.party(at: node, in: segment)
      addressee = party.entities.isEmpty ? parties.described(at: node, in: segment) : party
    } else if let clause = roles.clause, let subject = segment.child(clause, .nsubj) {
      addressee = parties.party(at: subject, in: segment)
    } else if let node = segment.complement(of: roles.verb, behind: [.of, .to, .from], in: text) {
      addressee = parties.party(at: node, in: segment)
    } else if let object = roles.object,
      let node = segment.complement(of: object, behind: [.of, .to, .from], in: text)
    {
      addressee = parties.party(at: node, in: segment)
    }
    // "demanded that Beijing stop": whoever stands behind "that", wherever the tree hangs them.
    if addressee?.entities.isEmpty ?? true, let opener = roles.complementizer,
      let node = nominal(after: segment.positions[opener] + 1, in: segment)
    {
      let start = segment.positions[opener] + 1
      let name = parties.institution(within: start..<start + 2, excluding: nil, in: segment)
      addressee =
        name.map { Party(entities: [$0], level: parties.level(of: $0)) }
        ?? parties.party(at: node, in: segment)
    }
    var about = addressee ?? Party(entities: [])
    // "called on LockBit to stop": nobody calls on a program.
    for entity in about.entities where parties.registry[entity].kind == .malware {
      parties.registry[entity].kind = .group
      about.level = .group
    }
    if about.entities.contains(where: { parties.registry[$0].kind.isParty == false }) {
      about = Party(entities: [])
    }
    // "exige quatre millions d'euros": of whom it has extorted.
    about.entities.removeAll(where: speaker.entities.contains)
    if about.entities.isEmpty, isExtorting(speaker), asksRansom(roles, in: segment),
      let victim = extorted(by: speaker, roles, in: segment)
    {
      about = Party(entities: [victim], level: parties.level(of: victim))
    }
    let proposition = proposition(nodes, main: nil, in: segment)
    var draft = draft(.demand, reading, speaker: speaker, about: about, content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.hedged = false
    draft.level = about.level
    return draft
  }

  private func isExtorting(_ speaker: Party) -> Bool {
    speaker.isActor || speaker.entities.contains { parties.registry[$0].kind == .group }
  }

  /// The pronoun for somebody right behind the words of a call: "called on it to stop".
  private func objectPronoun(behind reading: CueReading, in segment: Segment) -> Int? {
    segment.node(at: reading.tokens.upperBound).flatMap { isObjectPronoun($0, in: segment) ? $0 : nil }
  }

  private func isObjectPronoun(_ node: Int, in segment: Segment) -> Bool {
    text.isEnglish && segment.tree.tags[node] == .pron
      && text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.category == .pronoun && match.lexeme.has(.object)
      }
  }

  /// Whether what is asked for is money: "demands $70 million".
  func asksRansom(_ roles: ClauseRoles, in segment: Segment) -> Bool {
    roles.frame == .require
      && [
        roles.object, segment.child(roles.verb, .obl),
        // "the $70 million that REvil demands"
        segment.tree.relations[roles.verb] == .aclRelcl ? segment.head(roles.verb) : nil,
      ].contains { node in
        node.map { isRansom($0, in: segment) } == true
      }
  }

  /// The attackers that are the last subject before a verb, other than its own.
  private mutating func extortionist(_ roles: ClauseRoles, in segment: Segment) -> Party? {
    for node in (0..<roles.verb).reversed()
    where segment.tree.relations[node] == .nsubj && node != roles.speaker && segment.isNominal(node) {
      let party = parties.party(at: node, in: segment)
      if isExtorting(party) || party.entities.contains(where: parties.isGang) { return party }
    }
    return nil
  }

  /// Of whom attackers want money: who stands behind "from" or "à", else whom the clauses before say that they hit, else the
  /// body or the state spoken of last.
  private mutating func extorted(by speaker: Party, _ roles: ClauseRoles, in segment: Segment) -> Int? {
    for node in roles.verb + 1..<max(roles.verb + 1, min(roles.verb + 14, segment.count)) {
      if segment.isVerbal(node) { break }
      guard segment.isNominal(node),
        segment.preposition(of: node, in: text).map({ $0 == .to || $0 == .from }) == true
      else { continue }
      let party = parties.party(at: node, in: segment)
      if let victim = party.entities.first, party.entities.count == 1, parties.registry[victim].kind.isParty,
        !speaker.entities.contains(victim)
      {
        return victim
      }
    }
    for node in (0..<roles.verb).reversed() where segment.isNominal(node) {
      // "the hackers who attacked X"
      let isAttacked =
        segment.tree.relations[node] == .obj
        && segment.head(node).map { isAttack($0, in: segment) } == true
      guard isAttacked || isHarmed(node, in: segment) else { continue }
      let party = parties.party(at: node, in: segment)
      if let victim = party.entities.first, party.entities.count == 1, parties.registry[victim].kind.isParty,
        !isAccused(party), !text.table.contains(parties.registry[victim].key.utf8, in: .platforms)
      {
        return victim
      }
    }
    // Not the state whose police tells of it, and which nobody has named.
    return parties.bodySpokenOf()
      ?? parties.stateSpokenOf().flatMap { parties.registry[$0].mentions.isEmpty ? nil : $0 }
  }

  /// "$70 million", "400 000 euros", "a ransom of …": what extortionists ask for is a number of something, or a ransom.
  private func isRansom(_ node: Int, in segment: Segment) -> Bool {
    segment.subtree(node).contains { inner in
      let position = segment.positions[inner]
      return segment.tree.tags[inner] == .num || text.tokens[position].kind == .number
        || text.table.contains(text.folded(position), in: .moneyWords)
        || text.lexemes(at: position).contains { match in
          match.lexeme.category == .behaviour && match.lexeme.means(BehaviourWord.extortion)
        }
    }
  }

  /// "exige de Téhéran qu'il cesse": the party between the verb and its "que".
  private mutating func obliged(_ roles: ClauseRoles, in segment: Segment) -> Party? {
    guard let opener = roles.complementizer,
      let node = (roles.verb + 1..<max(roles.verb + 1, opener)).first(where: { node in
        segment.isNominal(node)
          && segment.preposition(of: node, in: text).map { $0 == .of || $0 == .to } == true
      })
    else { return nil }
    let party = parties.party(at: node, in: segment)
    return party.entities.contains { parties.registry[$0].kind.isParty } ? party : nil
  }

  /// Whether a name without a preposition follows the verb of a relative clause: "l'unité que l'on appelle Sandworm".
  private func namesSomething(_ roles: ClauseRoles, in segment: Segment) -> Bool {
    guard roles.verb + 1 < segment.count, segment.isNominal(roles.verb + 1),
      (max(0, roles.verb - 4)..<roles.verb).contains(where: {
        text.isLexeme(at: segment.positions[$0], .pronoun, PronounWord.relative)
          || text.isLexeme(at: segment.positions[$0], .complementizer, ComplementizerWord.that)
      })
    else { return false }
    return ProperName.isNameWord(segment.positions[roles.verb + 1], in: text)
  }

  /// The noun right before the infinitive that somebody is told: "told port authorities to unplug".
  func called(beforeInfinitiveAfter verb: Int, in segment: Segment) -> Int? {
    for node in verb + 1..<max(verb + 1, min(verb + 9, segment.count - 1)) {
      guard segment.tree.tags[node] == .part || segment.tree.tags[node] == .adp,
        segment.tree.relations[node] == .mark, segment.tree.tags[node + 1] == .verb
      else { continue }
      guard node > verb + 1, segment.isNominal(node - 1) else { return nil }
      var top = node - 1
      while let head = segment.head(top), head > verb, head < node, segment.isNominal(head) { top = head }
      return top
    }
    return nil
  }

  /// Whether an infinitive follows a verb before the next finite one: "presse de son côté les industriels de séparer".
  func hasInfinitive(after verb: Int, in segment: Segment) -> Bool {
    for node in verb + 1..<max(verb + 1, min(verb + 14, segment.count)) {
      if segment.tree.tags[node] == .verb || segment.tree.tags[node] == .aux {
        guard let opener = segment.child(node, .mark, .case), opener < node, opener > verb else {
          return false
        }
        return segment.tree.tags[opener] == .adp || segment.tree.tags[opener] == .part
      }
    }
    return false
  }

  func isPlural(_ pronoun: Int, in segment: Segment) -> Bool {
    let position = segment.positions[pronoun]
    return text.isLexeme(at: position, .determiner, DeterminerWord.plural)
      || text.lexemes(at: position).contains { $0.lexeme.category == .pronoun && $0.lexeme.has(.plural) }
  }

  /// The people that a plural clitic takes up from the clause before: "a prévenu les usagers et les invite à …".
  private func pluralNoun(before clitic: Int, in segment: Segment) -> Int? {
    guard isPlural(clitic, in: segment) else { return nil }
    for node in stride(from: clitic - 1, through: 0, by: -1) where segment.tree.tags[node] == .noun {
      let position = segment.positions[node]
      guard text.isPlural(position),
        [LexemeCategory.role, .organ, .actor].contains(where: { text.lexeme($0, covering: position) != nil })
      else { continue }
      return segment.tree.relations[node] == .nsubj ? nil : node
    }
    return nil
  }
}
