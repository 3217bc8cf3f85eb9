import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Names that no catalogue has: persons and organisations, told apart by what stands beside them.
extension PartyReader {
  /// The party behind a capitalised name.
  mutating func unknownName(_ name: Range<Int>, _ phrase: NounPhrase, in segment: Segment) -> Party {
    if let person = personOfCompany(name) { return person }
    if name.count == 1, text.lexeme(.time, covering: name.lowerBound) != nil {
      return Party(entities: [], tokens: phrase.core, reason: "a time is no party")
    }
    if name.count == 1, text.table.contains(text.folded(name.lowerBound), in: .technologyWords) {
      return Party(entities: [], tokens: phrase.core, reason: "a technology is no party")
    }
    let words = text.words(name)
    let folded = TextFolding.fold(words)
    if let party = defined(name) { return party }
    if let state = state(namedFor: name, phrase) { return state }
    for key in ["person:", "organisation:", "group:", "malware:", "campaign:", "tool:"] {
      if let known = registry.find(key + folded) { return found(known, name) }
    }
    if name.count == 1, let known = registry.person(surname: words) { return found(known, name) }
    if name.count == 1, let known = registry.organisation(firstWord: words) { return found(known, name) }
    if name.count == 1, let known = registry.person(firstWord: words) { return found(known, name) }
    if name.count == 1, segment.node(at: name.lowerBound).map({ segment.tree.tags[$0] == .pron }) == true {
      return Party(entities: [], tokens: phrase.core, reason: "a pronoun is no name")
    }
    if name.count == 1, !isName(name.lowerBound), !isSpeakerByTag(name.lowerBound, in: segment) {
      if let named = nameBehindTrade(name.lowerBound) { return named }
      return Party(
        entities: [], tokens: phrase.core, reason: "'\(words)' may have its capital from its place only")
    }
    if isCalledGroup(name) {
      let entity = registry.insert(
        EntityRegistry.Draft(kind: .group, name: words, key: "group:" + folded))
      return Party(entities: [entity], tokens: phrase.core, level: .group, isActor: true)
    }
    if let role = role(beside: phrase, name: name, in: segment) {
      let owner = affiliation(of: phrase, role: role, in: segment)
      let entity = insertPerson(
        name, role: text.words(Int(role.first)..<Int(role.end)), partOf: owner, phrase)
      registry[entity].names["en"] = role.lexeme.as(RoleWord.self)?.rawValue
      registry[entity].office = role.lexeme.as(RoleWord.self)
      return Party(entities: [entity], tokens: phrase.span, level: .person)
    }
    if let organ = organ(beside: phrase, name: name, in: segment) { return organisation(name, kind: organ) }
    if looksLikePerson(name) {
      // "the Russian hacker Ivan Petrov" works for nobody by that.
      let isAttacker = (phrase.core.lowerBound..<max(phrase.core.lowerBound, name.lowerBound)).contains {
        text.lexeme(.actor, covering: $0) != nil
      }
      let owner =
        isAttacker || isOnlyFrom(phrase) ? nil : affiliation(of: phrase, role: nil, in: segment)
      let entity = insertPerson(name, role: nil, partOf: owner, phrase)
      return Party(entities: [entity], tokens: phrase.core, level: .person)
    }
    return organisation(name, kind: isCompany(name) ? .company : .organisation)
  }

  /// "Ivan Petrov, a Russian", "le Russe Ivan Petrov": an adjective of a nation with no word for a body or an office is where somebody is
  /// from, and not whom they work for.
  private func isOnlyFrom(_ phrase: NounPhrase) -> Bool {
    var isFrom = false
    for position in phrase.span {
      for name in text.names(covering: position) where text.entry(name.entry)?.kind == .state {
        if name.usage != .demonym { return false }
        isFrom = true
      }
      if text.lexeme(.organ, covering: position) != nil || text.lexeme(.role, covering: position) != nil {
        return false
      }
    }
    return isFrom
  }

  /// "the North", "le Nord": the state in the text whose name of several words has this one at its start or its end.
  private mutating func state(namedFor name: Range<Int>, _ phrase: NounPhrase) -> Party? {
    // "le Nord", "au Nord", "Le Nord" at the start of a sentence
    let isBare = phrase.core == name && text.isFrench
    let opens = text.lexemes(at: name.lowerBound).contains { $0.lexeme.category == .determiner }
    guard opens ? name.count == 2 : name.count == 1,
      isBare || phrase.core.count == 2 && phrase.isDefinite(in: text)
    else { return nil }
    let word = text.word(name.upperBound - 1)
    for match in text.names {
      guard let entry = text.entry(match.entry), entry.kind == .state,
        ([entry.name] + entry.names.values).contains(where: { name in
          name.hasPrefix(word + " ") || name.hasSuffix(" " + word)
        })
      else { continue }
      return Party(entities: [registry.insert(entry, from: text.table)], level: .state)
    }
    return nil
  }

  /// "Crypto exchange Voltara": the word that opens the sentence says what the one named behind it trades in.
  private mutating func nameBehindTrade(_ position: Int) -> Party? {
    let organ = position + 1
    guard organ + 1 < text.tokens.count,
      let match = text.lexemes(at: organ).first(where: { $0.lexeme.category == .organ }),
      let word = match.lexeme.as(OrganWord.self), word.isCommercial || word.isCivil,
      let name = ProperName.find(
        around: Int(match.end), in: text,
        within: Int(match.end)..<min(Int(match.end) + 4, text.tokens.count))
    else { return nil }
    return organisation(name, kind: word.entityKind)
  }

  /// Whether a word for a group stands right before the name: "the hacking group Grey Otter".
  private func isCalledGroup(_ name: Range<Int>) -> Bool {
    let before = name.lowerBound - 1
    guard before >= 0, let actor = text.lexeme(.actor, covering: before), Int(actor.end) == name.lowerBound,
      !text.isPlural(before)
    else { return false }
    switch actor.lexeme.as(ActorWord.self) {
    case .group, .gang, .hackerGroup, .threatActor, .espionageGroup, .ransomwareGang: return true
    default: return false
    }
  }

  /// The company that a person is named with: "John Smith of Northgate Security", "Paul Petit, de Northgate Security".
  mutating func company(behind name: Range<Int>) -> Int? {
    var position = name.upperBound
    guard position + 2 < text.tokens.count else { return nil }
    if text.isComma(position) { position += 1 }
    guard text.isLexeme(at: position, .preposition, PrepositionWord.of),
      let found = ProperName.find(
        around: position + 1, in: text, within: position + 1..<min(position + 6, text.tokens.count)),
      isCompany(found)
    else { return nil }
    return organisation(found, kind: .company).entities.first
  }

  /// What an acronym stands for by the text's own words: "Norwegian Institute for Widgets (NIW)".
  mutating func defined(_ name: Range<Int>) -> Party? {
    guard name.count == 1, text.tokens[name.lowerBound].shape.contains(.allCapitals),
      let whole = acronymDefinitions()[text.tokens[name.lowerBound].fold]
    else { return nil }
    var organ: OrganWord?
    for position in whole where organ == nil {
      organ = text.lexeme(.organ, covering: position)?.lexeme.as(OrganWord.self)
    }
    let kind = organ?.entityKind ?? (isCompany(whole) ? .company : .organisation)
    let words = text.name(whole)
    // A demonym at its start belongs to the name here, since the acronym has its letter.
    let entity: Int
    if let known = bestName(covering: whole.lowerBound), Int(known.end) == whole.upperBound,
      let entry = text.entry(known.entry)
    {
      entity = registry.insert(entry, from: text.table)
    } else {
      entity = registry.insert(
        EntityRegistry.Draft(kind: kind, name: words, key: "organisation:" + TextFolding.fold(words)))
      registry.mention(entity, at: text.range(of: whole))
    }
    let acronym = text.words(name)
    if registry[entity].name != acronym, !registry[entity].aliases.contains(acronym) {
      registry[entity].aliases.append(acronym)
    }
    registry.mention(entity, at: text.range(of: name))
    return Party(entities: [entity], tokens: name, level: level(of: entity))
  }

  /// The names that acronyms in brackets behind them stand for, by the acronyms' folds; found at the first question.
  private mutating func acronymDefinitions() -> [UInt32: Range<Int>] {
    if let definitions { return definitions }
    var found: [UInt32: Range<Int>] = [:]
    for sentence in text.sentences {
      for position in sentence.tokens.dropFirst(2).dropLast(2)
      where text.word(position) == "(" && text.word(position + 2) == ")" {
        if let whole = AcronymDefinition.name(
          of: position + 1, before: position, in: text, from: sentence.tokens.lowerBound)
        {
          found[text.tokens[position + 1].fold] = whole
        }
      }
    }
    definitions = found
    return found
  }

  /// "John Roe of Mandiant", "Jan Berg of Norlock": a person and whom they work for.
  private mutating func personOfCompany(_ name: Range<Int>) -> Party? {
    guard
      let of = name.first(where: { position in
        position > name.lowerBound
          && text.lexemes(at: position).contains {
            $0.lexeme.category == .preposition && $0.lexeme.means(PrepositionWord.of)
          }
      }), of + 1 < name.upperBound, looksLikePerson(name.lowerBound..<of)
    else { return nil }
    let house = of + 1..<name.upperBound
    var owner: Int?
    if let match = bestName(covering: of + 1) {
      guard Int(match.first) == of + 1, let entry = text.entry(match.entry),
        entry.kind == .company || entry.kind == .agency || entry.kind == .organisation
      else { return nil }
      owner = registry.insert(entry, from: text.table)
    } else if isCompany(house)
      // "the Royal Port of Esbrand" is nobody.
      || text.isEnglish && text.table.contains(text.folded(name.lowerBound), in: .givenNames)
    {
      owner = organisation(house, kind: isCompany(house) ? .company : .organisation).entities.first
    } else {
      return nil
    }
    let entity = insertPerson(name.lowerBound..<of, role: nil, partOf: owner, nil)
    return Party(entities: [entity], tokens: name, level: .person)
  }

  /// Whether a word after the first makes the name one of a company: "Northgate Security".
  private func isCompany(_ name: Range<Int>) -> Bool {
    name.dropFirst().contains { position in
      ProperName.isNameWord(position, in: text)
        && text.table.contains(text.folded(position), in: .companyWords)
    }
  }

  /// Whether a capitalised word is a name: it stands within a sentence here or elsewhere in the text, or is written as
  /// names only are.
  private mutating func isName(_ position: Int) -> Bool {
    let token = text.tokens[position]
    if token.shape.contains(.mixedCase) || token.shape.contains(.hasDigit)
      || token.shape.contains(.allCapitals)
    {
      return token.shape.contains(.hasDigit) || text.word(position).count > 2
    }
    // "Regularly back up data": an adverb opens the sentence.
    if startsAnything(position), text.word(position).hasSuffix("ly") || text.word(position).hasSuffix("ment")
    {
      return false
    }
    let next = position + 1
    // "Similar statements blaming Russia": a word before a noun in small letters.
    if startsAnything(position), text.lexemes(at: next).contains(where: { $0.lexeme.partOfSpeech == .noun }),
      !text.lexemes(at: next).contains(where: { $0.lexeme.partOfSpeech == .verb }),
      !text.tokens[next].shape.contains(.capitalised)
    {
      return false
    }
    if text.lexemes(at: position).isEmpty, next < text.tokens.count,
      text.lexemes(in: next..<min(next + 2, text.tokens.count)).contains(where: { match in
        match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
          || match.lexeme.category == .auxiliary
      })
    {
      return true
    }
    // "Bell et Telus disent"
    if text.lexemes(at: position).isEmpty, next + 1 < text.tokens.count,
      text.isLexeme(at: next, .coordination, CoordinationWord.and),
      ProperName.isNameWord(next + 1, in: text), text.lexemes(at: next + 1).isEmpty
    {
      return true
    }
    // "Desjardins, dont le nom circulait, …"
    if text.lexemes(at: position).isEmpty, next + 1 < text.tokens.count,
      text.isComma(next),
      text.isLexeme(at: next + 1, .pronoun, PronounWord.relative)
    {
      return true
    }
    // "Norse, a Californian firm, says"
    if text.lexemes(at: position).isEmpty, next < text.tokens.count,
      text.isComma(next),
      text.lexemes(in: next..<min(next + 6, text.tokens.count)).contains(where: { match in
        match.lexeme.category == .organ || match.lexeme.category == .role
      })
    {
      return true
    }
    return foldsOfNames().contains(token.fold)
  }

  /// "Norlock, with low confidence, linked …": a word that opens the sentence, that the lexicon has not, and that the tagger
  /// takes for the name of who makes a claim.
  private func isSpeakerByTag(_ position: Int, in segment: Segment) -> Bool {
    isSpeaking && text.lexemes(at: position).isEmpty
      && !text.table.contains(text.folded(position), in: .openingAdverbs)
      && !text.word(position).hasSuffix("ly") && !text.word(position).hasSuffix("ment")
      // "Filename: tank.dll": what a list has before a colon is a label.
      && Mark(text.document.text.bytes, text.tokens[position + 1]) != .colon
      && segment.node(at: position).map { segment.tree.tags[$0] == .propn } == true
  }

  /// The folds of words that have a capital somewhere within a sentence; found at the first question.
  private mutating func foldsOfNames() -> Set<UInt32> {
    if let nameFolds { return nameFolds }
    var found: Set<UInt32> = []
    for (position, token) in text.tokens.enumerated()
    where token.shape.contains(.capitalised) && !startsAnything(position) {
      found.insert(token.fold)
    }
    nameFolds = found
    return found
  }

  private func startsAnything(_ position: Int) -> Bool {
    guard position > 0, let sentence = text.sentence(at: position) else { return true }
    if sentence.role == .title || position == sentence.tokens.lowerBound { return true }
    return text.tokens[position - 1].kind == .mark
      && ![.comma, .hyphen].contains(Mark(text.document.text.bytes, text.tokens[position - 1]))
  }

  private func found(_ entity: Int, _ name: Range<Int>) -> Party {
    Party(
      entities: [entity], tokens: name, level: level(of: entity), isActor: registry[entity].kind == .group)
  }

  /// A role in the apposition, the relative clause or right before the name.
  private func role(beside phrase: NounPhrase, name: Range<Int>, in segment: Segment) -> LexemeMatch? {
    for match in text.lexemes(in: phrase.span)
    where match.lexeme.category == .role && !name.contains(Int(match.first)) {
      return match
    }
    let before = max(0, name.lowerBound - 2)..<name.lowerBound
    for match in text.lexemes(in: before)
    where match.lexeme.category == .role && Int(match.end) == name.lowerBound {
      return match
    }
    return nil
  }

  /// The kind that a generic word within or beside the name shows: "Papier Vif, l'éditeur", "Midwest Hospital Alliance".
  private func organ(beside phrase: NounPhrase, name: Range<Int>, in segment: Segment) -> EntityKind? {
    for match in text.lexemes(in: name) where match.lexeme.category == .organ {
      return match.lexeme.as(OrganWord.self)?.entityKind
    }
    // "Thea Bangsgaard, who took over the agency", "a accusé Luc Rey d'avoir piraté la banque": what a clause speaks of is another.
    let isPlain = name.allSatisfy { text.tokens[$0].kind == .word }
    let end =
      phrase.span.first { position in
        isPlain && position >= name.upperBound
          && (text.isLexeme(at: position, .pronoun, PronounWord.relative)
            || segment.node(at: position).map { segment.tree.morphology[$0].contains(.infinitive) } == true)
      } ?? phrase.span.upperBound
    for match in text.lexemes(in: phrase.span.lowerBound..<end) where match.lexeme.category == .organ {
      if match.lexeme.as(OrganWord.self)?.isCommercial == true { return .company }
      if match.lexeme.as(OrganWord.self)?.isCivil == true { return .organisation }
    }
    return nil
  }

  /// Two or three capitalised words of plain letters read as a person's name.
  func looksLikePerson(_ name: Range<Int>) -> Bool {
    let words = name.filter { ProperName.isNameWord($0, in: text) }
    guard (2...4).contains(words.count), !isCompany(name), let first = words.first else { return false }
    // "Kaymera-Sud": one word with a hyphen is a person's only if it begins with a given name.
    if !name.dropFirst().contains(where: { text.tokens[$0].shape.contains(.spaceBefore) }),
      !text.table.contains(text.folded(first), in: .givenNames)
    {
      return false
    }
    return words.allSatisfy { position in
      let shape = text.tokens[position].shape
      return !shape.contains(.hasDigit) && !shape.contains(.mixedCase) && !shape.contains(.allCapitals)
        || text.tokens[position].range.count <= 2
    }
  }
}
