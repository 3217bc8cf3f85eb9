import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Bodies that a text speaks of again by what they are: "the company", "l'agence", "both organisations".
extension PartyReader {
  /// "the company", "l'agence", "le ministère": the last one of that kind.
  mutating func definite(_ word: OrganWord, _ phrase: NounPhrase) -> Party? {
    // "the country's security service"
    let isOfState = phrase.core.contains { position in
      position < phrase.headPosition && text.isLexeme(at: position, .organ, OrganWord.state)
    }
    // "City hall said"
    let isBare = word == .city && !text.isPlural(phrase.headPosition)
    guard phrase.isDefinite(in: text) || phrase.possessive(in: text) != nil || isBare,
      phrase.core.count <= (isOfState ? 6 : 4) || word.isCommercial && isPlaced(phrase), !isNamed(phrase)
    else {
      return nil
    }
    // « le pays » is written alike in both numbers.
    let isPlural = text.isFrench ? phrase.isPlural(in: text) : text.isPlural(phrase.headPosition)
    // "an NSO vice-president denied that the company": the reporter's own.
    if !isPlural, word.isCommercial, let reporter = reporting?.first {
      let own = registry[reporter].kind == .person ? registry[reporter].partOf : reporter
      if let own, fits(own, word) {
        return Party(entities: [own], tokens: phrase.core, level: level(of: own))
      }
    }
    let known =
      (isPlural ? nil : lastCalled(phrase.headPosition))
      ?? lastOfKind(word, isPlural: isPlural)?.entities
      ?? (isPlural ? nil : employerOfKind(word).map { [$0] })
      ?? (word == .newspaper && !isPlural ? pressMentionedBefore().map { [$0] } : nil)
      ?? (isPlural
        ? bodiesListedBefore(word)
        : (word == .city
          ? cityMentionedBefore()
          : word.isCommercial
            ? bodyMentionedBefore(
              orKnown: phrase.actor == nil, upTo: isSpeaking ? phrase.core.lowerBound : nil) : nil).map {
            [$0]
          })
    return known.map { Party(entities: $0, tokens: phrase.core, level: level(of: $0[0])) }
  }

  /// "Denmark accused China. Norway, too, blamed the country": whoever was blamed, where somebody is blamed or has done something.
  func blamedBefore(_ word: OrganWord, _ phrase: NounPhrase) -> Party? {
    guard isBlaming || isActing, phrase.isDefinite(in: text), phrase.core.count <= 2,
      word == .state || word.isCommercial, !isNamed(phrase),
      !(text.isFrench ? phrase.isPlural(in: text) : text.isPlural(phrase.headPosition))
    else { return nil }
    let blamed = discourse.latest(prefersSpeaker: false) { item in
      wasBlamedLately(item) && item.entities.count == 1
        && (fits(item.entities[0], word) || word.isCommercial && isOfUnknownSort(item.entities[0]))
    }
    return blamed.map { Party(entities: $0.entities, tokens: phrase.core, level: level(of: $0.entities[0])) }
  }

  /// "a Russian company, Bluestone … the Russian company": the body that was said to be from there.
  func knownByOrigin(_ word: OrganWord, _ phrase: NounPhrase) -> Party? {
    guard word.isCommercial || word.isCivil, phrase.isDefinite(in: text), phrase.core.count <= 4,
      !text.isPlural(phrase.headPosition), phrase.properName == nil,
      let origin = phrase.core.lazy.compactMap({ position in
        text.names(covering: position).first { $0.usage == .demonym }
      }).first
    else { return nil }
    let known = discourse.latest(prefersSpeaker: true) { item in
      guard item.entities.count == 1, let body = item.entities.first, !registry[body].isUnnamed else {
        return false
      }
      return (fits(body, word) || isOfUnknownSort(body))
        && isTold(body, of: origin, before: phrase.core.lowerBound)
    }
    return known.map { Party(entities: $0.entities, tokens: phrase.core, level: level(of: $0.entities[0])) }
  }

  /// "The Danish shipping giant", "le logisticien normand", "the Oslo-based firm": the one business that the text has told of, if there
  /// is but one and none was brought in by such words without a name.
  mutating func onlyBusiness(_ word: OrganWord, _ phrase: NounPhrase) -> Party? {
    guard word.isCommercial, phrase.isDefinite(in: text), !text.isPlural(phrase.headPosition),
      phrase.core.count <= 7,
      text.tokens[phrase.headPosition].shape.isDisjoint(with: [.capitalised, .allCapitals]),
      !ProperName.isNameWord(phrase.headPosition + 1, in: text), phrase.possessive(in: text) == nil,
      phrase.core.allSatisfy({ isOnlyOrigin($0, in: phrase) }), !wasBroughtIn(phrase)
    else { return nil }
    var found = Set(discourse.focus.flatMap(\.entities).filter(isOrdinaryBusiness))
    if found.isEmpty, let mentioned = bodyMentionedBefore(upTo: phrase.core.lowerBound),
      isOrdinaryBusiness(mentioned)
    {
      found = [mentioned]
    }
    guard found.count == 1, let body = found.first else { return nil }
    return Party(entities: [body], tokens: phrase.core, level: level(of: body))
  }

  /// A named business, or a body of which nothing is told, that is neither press nor in the trade of finding attacks, and blamed by nobody.
  private func isOrdinaryBusiness(_ entity: Int) -> Bool {
    let draft = registry[entity]
    return (draft.kind == .company || isOfUnknownSort(entity)) && !draft.isUnnamed && !isMedia(entity)
      && !text.table.contains(draft.key.utf8, in: .threatBodies) && !discourse.accused.contains(entity)
  }

  /// Whether a word before a generic one says at most where something is: "Danish", "Oslo-based"; a capital that is the name of
  /// somebody else names whose it is.
  private func isOnlyOrigin(_ position: Int, in phrase: NounPhrase) -> Bool {
    guard position < phrase.headPosition, ProperName.isNameWord(position, in: text),
      !text.lexemes(at: position).contains(where: { $0.lexeme.category == .determiner })
    else { return true }
    let names = text.names(covering: position)
    if names.contains(where: { $0.usage == .demonym }) { return true }
    return names.allSatisfy { text.entry($0.entry)?.kind == .state }
      && registry.organisation(firstWord: text.word(position)) == nil
  }

  /// Whether the text before has brought somebody in by the same word: "a Danish shipper … the Danish shipper".
  private func wasBroughtIn(_ phrase: NounPhrase) -> Bool {
    let word = text.folded(phrase.headPosition)
    let start = max(0, phrase.core.lowerBound - Self.origins)
    return (start..<phrase.core.lowerBound).contains { position in
      text.folded(position) == word
        && (max(start, position - 4)..<position).contains { before in
          text.lexemes(at: before).contains { $0.lexeme.category == .determiner && !$0.lexeme.has(.definite) }
        }
    }
  }

  /// How many tokens back a body may have been said to be from somewhere.
  private static let origins = 2_000

  /// Whether a body's name stands right behind the adjective of a nation, or right before it, somewhere in the text before.
  private func isTold(_ body: Int, of origin: NameMatch, before end: Int) -> Bool {
    guard let word = registry[body].name.split(separator: " ").first else { return false }
    return text.names(in: max(0, end - Self.origins)..<end).contains { match in
      match.usage == .demonym && match.entry == origin.entry
        && (max(0, Int(match.first) - 4)..<min(end, Int(match.end) + 6)).contains { text.word($0) == word }
    }
  }

  /// Whether a capital stands before the generic word, or right behind it: "the Culinary Union" and "le groupe Predatory
  /// Sparrow" are names and point at nothing before.
  private func isNamed(_ phrase: NounPhrase) -> Bool {
    ProperName.isNameWord(phrase.headPosition + 1, in: text)
      || phrase.core.contains { position in
        position < phrase.headPosition && ProperName.isNameWord(position, in: text)
          && !text.lexemes(at: position).contains { $0.lexeme.category == .determiner }
      }
  }

  /// "The bureau", « le Centre pour la cybersécurité »: the agency that has the very word in its name, before any state's in the text.
  mutating func calledAgency(_ word: OrganWord, _ phrase: NounPhrase) -> Party? {
    guard word == .agency || word == .service, phrase.isDefinite(in: text), phrase.core.count <= 6,
      !text.isPlural(phrase.headPosition), text.names(in: phrase.core).isEmpty,
      let known = lastCalled(phrase.headPosition), registry[known[0]].kind == .agency
    else { return nil }
    return Party(entities: known, tokens: phrase.core, level: level(of: known[0]))
  }

  /// "the bureau", "the board": the last body in focus that has the very word in its name.
  ///
  /// Of several that spoke together it is the one; else one that the sentences before only mention.
  private mutating func lastCalled(_ head: Int) -> [Int]? {
    guard let word = TextFolding.words(text.word(head)).first else { return nil }
    func isCalled(_ entity: Int) -> Bool {
      registry[entity].kind.isBody && !registry[entity].isUnnamed
        && TextFolding.words(registry[entity].name).contains(word)
    }
    let item = discourse.latest(prefersSpeaker: true) { $0.entities.count(where: isCalled) == 1 }
    if let called = item?.entities.first(where: isCalled) { return [called] }
    return agencyMentioned(as: word).map { [$0] }
  }

  /// The last party in focus that a word of this kind can stand for.
  func lastOfKind(_ word: OrganWord, isPlural: Bool) -> Discourse.Focus? {
    func latest(_ test: (Int) -> Bool) -> Discourse.Focus? {
      discourse.latest(prefersSpeaker: true) { item in
        isPlural == (item.entities.count > 1 || registry[item.entities[0]].isPlural)
          && item.entities.allSatisfy(test)
      }
    }
    // "Google blamed NSO Group. The company denied it": who answers was blamed.
    if isAnswering, let blamed = latest({ discourse.accused.contains($0) && fits($0, word) }) {
      return blamed
    }
    // What sort of body an unknown name is may be told only here: "Vistair … The airline".
    return latest { fits($0, word) } ?? (word.isCommercial || word.isCivil ? latest(isOfUnknownSort) : nil)
  }

  /// "raconte Jean Roux, le directeur de Logivrac … Le logisticien": the body of the last person in focus.
  private func employerOfKind(_ word: OrganWord) -> Int? {
    let last = discourse.latest(prefersSpeaker: true) { item in
      guard item.entities.count == 1, registry[item.entities[0]].kind == .person,
        let office = registry[item.entities[0]].office, let body = registry[item.entities[0]].partOf
      else { return false }
      // "A spokeswoman for the foreign ministry … The ministry"
      if office == .spokesperson { return fits(body, word) }
      return word.isCommercial && [.executive, .director, .founder].contains(office)
        && (fits(body, word) || isOfUnknownSort(body))
    }
    return last.flatMap { registry[$0.entities[0]].partOf }
  }

  /// "the kingdom": the last one in focus, or the last one that was blamed.
  mutating func kingdom(_ phrase: NounPhrase) -> Party? {
    if let known = definite(.kingdom, phrase) { return known }
    let blamed = discourse.accused.last { entity in
      registry.state(of: entity).map { fits($0, .kingdom) } == true
    }
    return blamed.flatMap { registry.state(of: $0) }
      .map { Party(entities: [$0], tokens: phrase.core, level: .state) }
  }

  /// "both organisations", "les deux pays": the two that spoke, or were spoken of, together.
  func pair(_ phrase: NounPhrase) -> Party? {
    guard text.isPlural(phrase.headPosition),
      phrase.core.contains(where: { text.isLexeme(at: $0, .determiner, DeterminerWord.two) }),
      let item = discourse.latest(prefersSpeaker: true, where: { $0.entities.count == 2 })
    else { return nil }
    return Party(entities: item.entities, tokens: phrase.core, level: level(of: item.entities[0]))
  }

  /// A named body of which neither the catalogues nor the text have told what sort it is.
  private func isOfUnknownSort(_ entity: Int) -> Bool {
    let draft = registry[entity]
    return draft.kind == .organisation && draft.key.hasPrefix("organisation:") && !draft.isUnnamed
      && !isMedia(entity)
  }

  func fits(_ entity: Int, _ word: OrganWord) -> Bool {
    let draft = registry[entity]
    switch word {
    case .company, .bank:
      return draft.kind == .company && !isMedia(entity) || draft.names["en"] == word.rawValue
    case .ministry, .foreignMinistry, .defenceMinistry, .interiorMinistry, .justiceMinistry:
      return draft.kind == .agency && TextFolding.fold(draft.name).contains(TextFolding.fold("Ministry"))
        || draft.kind == .agency && draft.name.contains("Department") || draft.names["en"] == word.rawValue
    case .agency, .service: return draft.kind == .agency && !isMission(entity)
    case .intelligence:
      // No prosecutor or ministry is "the intelligence service".
      let organ = draft.names["en"].flatMap { OrganWord(rawValue: $0) }
      return draft.kind == .agency
        && (organ.map { [.agency, .intelligence, .service].contains($0) } ?? true)
    case .alliance, .union, .association, .commission, .council: return draft.kind == .organisation
    case .embassy, .mission: return isMission(entity)
    case .newspaper: return isMedia(entity)
    case .hospital, .university, .laboratory, .party:
      return draft.names["en"] == word.rawValue
        || draft.kind == .organisation
          && TextFolding.fold(draft.name).contains(TextFolding.fold(word.rawValue))
    case .state: return draft.kind == .state
    case .kingdom: return draft.kind == .state && text.table.contains(draft.key.utf8, in: .kingdoms)
    default: return false
    }
  }

  /// Whether an entity is what a state keeps abroad.
  private func isMission(_ entity: Int) -> Bool {
    let draft = registry[entity]
    return draft.name.hasPrefix("Embassy") || draft.name.hasPrefix("Mission")
      || draft.names["en"] == OrganWord.embassy.rawValue || draft.names["en"] == OrganWord.mission.rawValue
  }

  /// Whether an entity is press: by the catalogue, or because the text calls it so.
  func isMedia(_ entity: Int) -> Bool {
    let draft = registry[entity]
    return draft.names["en"] == OrganWord.newspaper.rawValue
      || text.table.contains(draft.key.utf8, in: .media)
  }

  /// Whether one of several, or its state, was blamed before.
  func areAccused(_ entities: [Int]) -> Bool {
    entities.contains { entity in
      discourse.accused.contains(entity)
        || registry.state(of: entity).map { discourse.accused.contains($0) } == true
    }
  }

  /// Whether "the government" may be that of who is in focus: somebody of a state, who was not blamed, or who speaks where
  /// the government speaks. "The opposition called on the government" means no accused state.
  func mayBeHome(_ item: Discourse.Focus) -> Bool {
    item.entities.count == 1 && registry.state(of: item.entities[0]) != nil
      && (isSpeaking && item.isSpeaker || !areAccused(item.entities))
  }
}
