import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Whom people work or speak for: what stands beside their office, in an apposition or in a relative clause.
extension PartyReader {
  /// What a person speaks for: the institution or state named in the phrase, its apposition or its relative clause.
  mutating func affiliation(of phrase: NounPhrase, role: LexemeMatch?, in segment: Segment) -> Int? {
    let found = employer(of: phrase, role: role, in: segment)
    return found.flatMap { mayHave(role, $0) ? $0 : nil }
  }

  /// Whether a body may have such an office: no attackers have ministers or judges, no service that spies has them, and « la Santé » in
  /// "ministre de la Santé" is no body.
  func mayHave(_ role: LexemeMatch?, _ body: Int) -> Bool {
    role?.lexeme.as(RoleWord.self)?.isOfficeOfState != true
      || [.state, .agency, .organisation, .person].contains(registry[body].kind)
        && !registry[body].key.hasPrefix("organisation:")
        && !text.table.contains(registry[body].key.utf8, in: .spyServices)
  }

  private mutating func employer(of phrase: NounPhrase, role: LexemeMatch?, in segment: Segment) -> Int? {
    if let possessive = phrase.possessive(in: text) {
      // "Son avocat": of whoever stands accused, before whoever accuses.
      if let role, role.lexeme.means(RoleWord.lawyer), firstPerson == nil,
        let client = discourse.accused.last(where: { entity in
          registry[entity].kind == .person
            || registry[entity].kind == .group && registry[entity].isUnnamed && !registry[entity].isPlural
        })
      {
        return client
      }
      let holder = referent(of: possessive.lexeme)?.first
      if let blamed = blamedEmployer(as: role, ratherThan: holder, possessive) { return blamed }
      // "The prosecutor asked for ten years. His lawyer said …": no prosecutor's.
      if role?.lexeme.means(RoleWord.lawyer) == true, let holder,
        [.prosecutor, .judge].contains(registry[holder].office)
      {
        return nil
      }
      if let holder { return registry[holder].kind == .person ? registry[holder].partOf ?? holder : holder }
    }
    // "A company spokesman": of the company that was spoken of.
    if let role, role.lexeme.language == .en, role.first > 0,
      let organ = text.lexeme(.organ, covering: Int(role.first) - 1), organ.end == role.first,
      let word = organ.lexeme.as(OrganWord.self), word.isCommercial || word == .association,
      phrase.core.lowerBound + 1 >= Int(organ.first), let known = lastOfKind(word, isPlural: false),
      known.entities.count == 1
    {
      return known.entities[0]
    }
    if let inside = institution(within: phrase.core, excluding: role, in: segment) { return inside }
    if let role, let employer = unknownEmployer(of: phrase, role: role, isDescribed: true, in: segment) {
      return employer
    }
    let told = phrase.core.lowerBound..<contactClause(of: phrase, in: segment)
    if let inside = institution(within: phrase.span.clamped(to: told), excluding: role, in: segment) {
      return inside
    }
    return role.flatMap { role in
      unknownEmployer(of: phrase, role: role, isDescribed: false, in: segment) ?? nameBefore(role, phrase)
    }
  }

  /// "France accused NSO of hacking. Its founder said …": a state, its services and a report have no such posts, the business has. Of two bodies
  /// that may have them the text does not tell whose they are, and none is guessed here.
  private func blamedEmployer(as role: LexemeMatch?, ratherThan holder: Int?, _ possessive: LexemeMatch)
    -> Int?
  {
    guard let word = role?.lexeme.as(RoleWord.self), word == .executive || word == .founder,
      !possessive.lexeme.means(PronounWord.we), !possessive.lexeme.means(PronounWord.i),
      let holder, [.state, .agency].contains(registry[holder].kind) || registry[holder].isUnnamed
    else { return nil }
    return discourse.latest(
      prefersSpeaker: false,
      where: { item in
        wasBlamedLately(item) && item.entities.count == 1
          && [.company, .organisation].contains(registry[item.entities[0]].kind)
      })?.entities.first
  }

  /// Where a relative clause starts that tells what somebody else says of them, or which state they went to or accused: "two
  /// diplomats it accuses", "the minister who visited Kyiv"; else the phrase's end.
  private func contactClause(of phrase: NounPhrase, in segment: Segment) -> Int {
    if let step = stepOfLaw(behind: phrase.head, in: segment) { return max(phrase.core.lowerBound, step) }
    guard let verb = segment.child(phrase.head, .aclRelcl),
      let subject = segment.child(verb, .nsubj), subject > phrase.head, subject < verb,
      !text.isLexeme(at: segment.positions[subject], .pronoun, PronounWord.relative)
        || segment.child(verb, .obj, .obl).map({ isForeign($0, in: segment) }) == true
    else { return phrase.span.upperBound }
    return max(phrase.core.lowerBound, segment.positions[segment.subtree(subject).first ?? subject])
  }

  /// "Ivan Belov, arrested in Paris": where a clause begins that tells of what the law did to somebody, which is nobody's employer.
  private func stepOfLaw(behind noun: Int, in segment: Segment) -> Int? {
    segment.children(noun).map(Int.init).first { clause in
      [.acl, .aclRelcl].contains(segment.tree.relations[clause]) && clause > noun
        && text.lexemes(at: segment.positions[clause]).contains { match in
          match.lexeme.category == .cue
            && (match.lexeme.means(CueFrame.charge) || match.lexeme.means(CueFrame.face))
        }
    }.flatMap { segment.subtree($0).first }.map { segment.positions[$0] }
  }

  /// Whether a noun beside a verb is the name of a state, which nobody works for by being there or saying something of it.
  private func isForeign(_ noun: Int, in segment: Segment) -> Bool {
    guard let match = bestName(covering: segment.positions[noun]), match.usage != .demonym,
      text.entry(match.entry)?.kind == .state
    else { return false }
    return segment.preposition(of: noun, in: text).map { $0 == .in || $0 == .to } ?? true
  }

  /// The gang that a name of ransomware right before a word for people means.
  private mutating func gang(named match: NameMatch) -> Int? {
    guard let best = bestName(covering: Int(match.first)), best.entry == match.entry,
      Int(match.end) < text.tokens.count, text.lexeme(.role, covering: Int(match.end)) != nil,
      let entry = text.entry(match.entry)
    else { return nil }
    let entity = registry.insert(entry, from: text.table)
    registry.mention(entity, at: text.range(of: Int(match.first)..<Int(match.end)))
    registry[entity].kind = .group
    return entity
  }

  /// Whether a comma and an article stand right behind a name: "Norlock, a threat intelligence firm".
  private func isDescribedBehind(_ name: Int, in segment: Segment) -> Bool {
    name + 2 < segment.count && text.isComma(segment.positions[name] + 1)
      && segment.tree.tags[name + 2] == .det
  }

  /// An organisation that no catalogue has: "a spokesman for Zellis", "la porte-parole d'Orvane"; where it is asked for, only
  /// one that an apposition describes ("researchers at Norlock, a threat intelligence firm").
  private mutating func unknownEmployer(
    of phrase: NounPhrase, role: LexemeMatch, isDescribed: Bool, in segment: Segment
  ) -> Int? {
    if role.lexeme.as(RoleWord.self)?.isOfficeOfState == true { return nil }
    for child in segment.children(phrase.head).map(Int.init) where segment.isNominal(child) {
      guard let preposition = segment.preposition(of: child, in: text),
        preposition == .of || preposition == .for || isDescribed && preposition == .against,
        !isDescribed
          || isDescribedBehind(child, in: segment) && bestName(covering: segment.positions[child]) == nil,
        var name = ProperName.find(around: segment.positions[child], in: text, within: phrase.span)
      else { continue }
      // "a lawyer for Dunn": of the one who was named before.
      if let client = registry.person(surname: text.words(name.upperBound - 1..<name.upperBound)) {
        if !isDescribed,
          role.lexeme.means(RoleWord.lawyer) || role.lexeme.means(RoleWord.spokesperson) && name.count == 1
        {
          return client
        }
        continue
      }
      if let person = nameBehindPlace(phrase, role: role, in: segment), name.overlaps(person) {
        name = name.lowerBound..<max(name.lowerBound + 1, person.lowerBound)
      }
      // "a spokesman for Acme", which was named in full before
      return (name.count == 1 ? registry.organisation(firstWord: text.words(name)) : nil)
        ?? organisation(name, kind: .organisation).entities.first
    }
    return nil
  }

  /// "a TSB spokesperson": a name that no catalogue has right before who speaks for it.
  private mutating func nameBefore(_ role: LexemeMatch, _ phrase: NounPhrase) -> Int? {
    let before = Int(role.first) - 1
    guard text.isEnglish, role.lexeme.means(RoleWord.spokesperson), before >= phrase.span.lowerBound,
      ProperName.isNameWord(before, in: text), bestName(covering: before) == nil,
      text.lexeme(.role, covering: before) == nil, text.lexeme(.organ, covering: before) == nil,
      text.lexeme(.time, covering: before) == nil, before > 0, text.tokens[before - 1].kind != .mark,
      let name = ProperName.find(around: before, in: text, within: phrase.span),
      name.upperBound == Int(role.first), registry.person(surname: text.words(before..<before + 1)) == nil
    else { return nil }
    return registry.organisation(firstWord: text.words(name.lowerBound..<name.lowerBound + 1))
      ?? organisation(name, kind: .organisation).entities.first
  }

  /// The institution that words of a phrase name: an organ with its state, else a party of the catalogues.
  mutating func institution(within tokens: Range<Int>, excluding role: LexemeMatch?, in segment: Segment)
    -> Int?
  {
    // "le porte-parole du groupe", "a member of the gang"
    for match in text.lexemes(in: tokens)
    where role != nil && match.lexeme.category == .actor
      && match.lexeme.as(ActorWord.self)?.isPeople == false
    {
      guard let node = segment.head(ofPhrase: Int(match.first)..<Int(match.end)),
        let group = knownAttackers(match, NounPhrase(head: node, in: segment, text: text))
      else { continue }
      return group.entities.first
    }
    for match in text.lexemes(in: tokens)
    where match.lexeme.category == .organ && match.lexeme.partOfSpeech != .verb {
      if let role, Int(match.first) >= Int(role.first), Int(match.end) <= Int(role.end) { continue }
      // "Group-IB": part of a name.
      if text.names(covering: Int(match.first)).contains(where: { $0.usage != .demonym && $0.end > match.end }
      ) {
        continue
      }
      guard let node = segment.head(ofPhrase: Int(match.first)..<Int(match.end)) else { continue }
      let found = institution(match, NounPhrase(head: node, in: segment, text: text), in: segment)
      if let entity = found.entities.first { return entity }
    }
    var state: Int?
    for match in text.names(in: tokens) {
      guard let entry = text.entry(match.entry) else { continue }
      // "a Qilin spokesman": ransomware and the gang behind it share a name, and a gang has people.
      if entry.kind == .malware, role != nil, let gang = gang(named: match) { return gang }
      guard EntityKind(entry.kind).isParty else { continue }
      guard let best = bestName(covering: Int(match.first)), best.entry == match.entry else { continue }
      let entity = registry.insert(entry, from: text.table)
      registry.mention(entity, at: text.range(of: Int(match.first)..<Int(match.end)))
      if EntityKind(entry.kind) != .state { return entity }
      if state == nil { state = entity }
    }
    return state
  }
}
