import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who speaks in a clause: its subject, or whoever stands behind the words that are its subject.
extension ClaimReader {
  /// "said the allegations were false", "affirme n'y être pour rien": what is said answers who blamed, and names nobody who was.
  private func saysNo(_ roles: ClauseRoles, in segment: Segment) -> Bool {
    guard roles.frame == .say || roles.frame == .tell || roles.frame == .assess,
      !parties.discourse.accused.isEmpty
    else { return false }
    let phrase = Set(roles.speaker.map { segment.subtree($0) } ?? [])
    let told = (0..<segment.count).filter { $0 != roles.verb && !phrase.contains($0) }
    return told.contains { isNo($0, in: segment) }
      && !told.contains { node in
        parties.bestName(covering: segment.positions[node]).map { $0.usage != .demonym } == true
      }
  }

  /// "false", "n'y être pour rien", "not involved"
  private func isNo(_ node: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[node]).contains { match in
      switch match.lexeme.category {
      case .judgement:
        match.lexeme.means(JudgementWord.uninvolved) || match.lexeme.means(JudgementWord.cleared)
          || match.lexeme.means(JudgementWord.baseless) && match.lexeme.partOfSpeech != .verb
      case .responsibility:
        match.lexeme.means(ResponsibilityWord.involved) && segment.isNegated(node, in: text)
      default: false
      }
    }
  }

  /// "One of them, Northgrid, denied this": the name of the one of several.
  private func nameOfOne(_ node: Int, in segment: Segment) -> Int? {
    guard [.num, .pron].contains(segment.tree.tags[node]),
      segment.children(node).contains(where: { segment.preposition(of: Int($0), in: text) == .of })
    else { return nil }
    return segment.children(node).map(Int.init).first { child in
      child > node && segment.tree.relations[child] == .appos
        && ProperName.isNameWord(segment.positions[child], in: text)
    }
  }

  /// The speaker of an active clause or the agent of a passive one.
  mutating func speaker(_ roles: ClauseRoles, in segment: Segment) -> Party {
    guard var node = roles.speaker else {
      return Party(entities: [], reason: roles.isPassive ? "a passive without an agent" : "no subject")
    }
    // "no expert disputes it", "aucun pays n'a accusé", "not a single agency has accused": nobody has spoken.
    if segment.children(node).contains(where: { child in
      let position = segment.positions[Int(child)]
      return Int(child) < node
        && (text.isLexeme(at: position, .negation, NegationWord.no)
          || segment.tree.relations[Int(child)] == .advmod
            && text.isLexeme(at: position, .negation, NegationWord.not))
    }) {
      return Party(entities: [], tokens: nil, reason: "nobody")
    }
    if scope == .all, !roles.isPassive,
      let outer = ClauseRoles.subject(around: roles.verb, ratherThan: node, in: segment, text: text)
    {
      node = outer
    }
    if let name = nameOfOne(node, in: segment) { node = name }
    parties.isJudging = roles.frame.judgesAttackers
    parties.isSpeaking = true
    parties.isAnswering =
      roles.frame == .deny || roles.frame == .admit
      // "called the claims slanders", "called this paranoia"
      || roles.frame == .qualify
        && roles.object.map {
          text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.accusation)
            || text.isLexeme(at: segment.positions[$0], .pronoun, PronounWord.this)
        } == true
      || roles.complementizer == nil
        && roles.clause.map({ text.endsAsGerund(segment.positions[$0]) }) ?? true
        && text.isLexeme(at: segment.positions[roles.verb], .judgement, JudgementWord.confession)
      // "Moscow says it did not"
      || bareNo(after: roles.verb, in: segment) != nil
      || saysNo(roles, in: segment)
      // "Conti a attaqué l'hôpital. Il réclame un million.": the attacker, not whom it hit.
      || asksRansom(roles, in: segment)
    var party = parties.party(at: node, in: segment)
    // Ransomware and the gang behind it share a name; who speaks is the gang.
    for entity in party.entities where parties.registry[entity].kind == .malware {
      parties.registry[entity].kind = .group
    }
    parties.isJudging = false
    parties.isSpeaking = false
    parties.isAnswering = false
    // "…, who said": the words that name the speaker end with the pronoun beside the verb.
    let position = segment.positions[node]
    if text.isLexeme(at: position, .pronoun, PronounWord.relative), let named = party.tokens,
      named.upperBound <= position
    {
      party.tokens = (position - named.upperBound < 3 ? named.lowerBound : position)..<position + 1
    }
    if party.entities.isEmpty, text.isLexeme(at: position, .pronoun, PronounWord.one),
      let house = house(before: node, in: segment)
    {
      return house
    }
    // "a report by Kaspersky attributes …": whoever it is by.
    guard party.entities.isEmpty else { return party }
    guard let paper = paper(at: node, of: roles.verb, in: segment) else {
      return unknownSpeaker(at: node, roles, in: segment) ?? party
    }
    // "Our forensic analysis confirmed", "nos analyses de laboratoire établissent"
    if let possessive = NounPhrase(head: paper, in: segment, text: text).possessive(in: text),
      possessive.lexeme.means(PronounWord.we), let authors = parties.referent(of: possessive.lexeme)
    {
      return Party(entities: authors)
    }
    return owner(ofChannel: paper, in: segment) ?? issuer(of: paper, besides: roles.verb, in: segment)
      ?? (isPlainlySaid(roles.verb, in: segment) ? anonymous(paper, in: segment) : nil)
      ?? publisher(of: paper, in: segment) ?? party
  }

  /// "a leaked memo blames", "according to a new report": a paper that nobody is named for speaks for nobody who spoke before, and
  /// "the report" is that paper, if it was told of last.
  mutating func anonymous(_ paper: Int, in segment: Segment) -> Party? {
    guard scope == .threat,
      let kind = text.lexeme(.channel, covering: segment.positions[paper])?.lexeme.as(ChannelWord.self),
      kind == .report || kind == .letter || kind == .indictment
    else { return nil }
    let phrase = NounPhrase(head: paper, in: segment, text: text)
    guard phrase.possessive(in: text) == nil else { return nil }
    if kind == .indictment {
      if let charge = drafts.last(where: { $0.act == .charge && !$0.speaker.entities.isEmpty }) {
        return Party(entities: charge.speaker.entities, tokens: phrase.core)
      }
      if let told = anonymousPapers[kind] { return Party(entities: [told.entity], tokens: phrase.core) }
      // Whoever spoke last may have filed "the complaint", but no state has.
      if phrase.isDefinite(in: text),
        let last = parties.discourse.latest(prefersSpeaker: true, where: { $0.isSpeaker }),
        !last.entities.contains(where: { parties.registry[$0].kind == .state })
      {
        return nil
      }
    } else if phrase.isDefinite(in: text) {
      guard let told = anonymousPapers[kind], parties.discourse.sentence - told.sentence <= 3 else {
        return nil
      }
      return Party(entities: [told.entity], tokens: phrase.core)
    }
    let party = parties.described(anyAt: paper, in: segment)
    if let entity = party.entities.first {
      anonymousPapers[kind] = (entity: entity, sentence: parties.discourse.sentence)
    }
    return party
  }

  /// "La conférence épiscopale condamne": whoever does what only people and bodies do is one of them, though no list has the
  /// word.
  private mutating func unknownSpeaker(at node: Int, _ roles: ClauseRoles, in segment: Segment) -> Party? {
    guard scope == .threat, !roles.isPassive, node < roles.verb,
      roles.frame.needsMind || tellsOfItself(node, roles, in: segment),
      segment.tree.tags[node] == .noun, segment.child(node, .det, .amod, .nmodPoss) != nil,
      text.lexemes(at: segment.positions[node]).isEmpty
    else { return nil }
    return parties.described(anyAt: node, in: segment)
  }

  /// "said it had been hit", « a indiqué avoir été visé »: whether the subject of what is said is a pronoun, or left out.
  private func tellsOfItself(_ speaker: Int, _ roles: ClauseRoles, in segment: Segment) -> Bool {
    guard roles.frame == .say, isPlainlySaid(roles.verb, in: segment), let told = roles.clause,
      told > roles.verb, segment.tree.relations[speaker] == .nsubj, segment.head(speaker) == roles.verb,
      // "a pattern the firm says it has seen"
      !(speaker + 1..<roles.verb).contains(where: { segment.isNominal($0) && !segment.isInside($0, speaker) })
    else { return false }
    guard let subject = segment.child(told, .nsubj, .nsubjPass) else {
      return segment.tree.relations[told] == .xcomp
    }
    return segment.tree.tags[subject] == .pron && subject < told
  }

  /// Whether a verb says something by itself, not only before a clause.
  private func isPlainlySaid(_ verb: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[verb]).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb && !match.lexeme.has(.weak)
        && !match.lexeme.has(.quote)
    }
  }

  /// "À l'Élysée, on assure que …": the body where "on" speaks.
  private mutating func house(before pronoun: Int, in segment: Segment) -> Party? {
    for node in 0..<min(pronoun, 8) where segment.isNominal(node) {
      switch segment.preposition(of: node, in: text) {
      case .to, .in, .of, .for: break
      default: continue
      }
      let party = parties.party(at: node, in: segment)
      if parties.registry.areBodies(party.entities) { return party }
    }
    return nil
  }

  /// "ajoute le document": the body that spoke last, where nobody is named for the paper.
  private func publisher(of paper: Int, in segment: Segment) -> Party? {
    guard scope == .threat, NounPhrase(head: paper, in: segment, text: text).isDefinite(in: text),
      let last = parties.discourse.latest(
        prefersSpeaker: true,
        where: { item in
          item.isSpeaker && parties.discourse.sentence - item.sentence <= 2
            && parties.registry.areBodies(item.entities)
        })
    else { return nil }
    return Party(entities: last.entities)
  }

  /// The report or statement that a subject is, or that a relative pronoun stands for.
  private func paper(at subject: Int, of verb: Int, in segment: Segment) -> Int? {
    func isPaper(_ node: Int) -> Bool { text.lexeme(.channel, covering: segment.positions[node]) != nil }
    if isPaper(subject) { return subject }
    guard text.isLexeme(at: segment.positions[subject], .pronoun, PronounWord.relative),
      let noun = segment.head(verb)
    else { return nil }
    // "released a report on Monday which accuses"
    return isPaper(noun) ? noun : (max(0, subject - 5)..<subject).last(where: isPaper)
  }

  /// "The grand jury returned an indictment charging X": whoever puts out the paper.
  mutating func issuer(of paper: Int, besides verb: Int?, in segment: Segment) -> Party? {
    guard segment.tree.relations[paper] == .obj || segment.tree.relations[paper] == .compound,
      let act = segment.head(paper), act != verb, segment.isVerbal(act),
      let subject = segment.child(act, .nsubj)
    else { return nil }
    return parties.party(at: subject, in: segment)
  }
}

extension CueFrame {
  /// Whether only people and bodies do it: no fact, figure or thing is said to.
  fileprivate var needsMind: Bool {
    switch self {
    case .accuse, .blame, .condemn, .deny: true
    default: false
    }
  }

  /// Whether whoever does this judges attackers, so that "they" who do it are none.
  fileprivate var judgesAttackers: Bool {
    switch self {
    case .assess, .suspect, .attribute, .link, .charge, .sanction, .support, .condemn, .identify: true
    default: false
    }
  }
}
