import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Institutions named by what they are: "the Chinese government", "l'ambassade de Russie à Paris", "the company".
extension PartyReader {
  /// The institution that the phrase names.
  mutating func institution(_ organ: LexemeMatch, _ phrase: NounPhrase, in segment: Segment) -> Party {
    let word = organ.lexeme.as(OrganWord.self) ?? .agency
    // "bent on gathering intelligence": what is gathered, by itself no service.
    if word == .intelligence, phrase.core.count == 1, organ.lexeme.language == .en,
      text.tokens[phrase.headPosition].shape.isDisjoint(with: [.capitalised, .allCapitals])
    {
      return Party(entities: [], tokens: phrase.core, reason: "no service is named")
    }
    if isPart(phrase, in: segment) {
      return Party(entities: [], tokens: phrase.core, reason: "a part of something")
    }
    // "le cabinet Elliptic", "le cabinet britannique Elliptic" are no government.
    if word.standsForState,
      let name = text.names(in: Int(organ.end)..<min(Int(organ.end) + 2, text.tokens.count)).first(where: {
        $0.usage != .demonym
      }),
      Int(name.first) == Int(organ.end)
        || text.names(covering: Int(organ.end)).contains(where: { $0.usage == .demonym }),
      segment.node(at: Int(name.first)) != nil, let entry = text.entry(name.entry), entry.kind == .company
    {
      let entity = registry.insert(entry, from: text.table)
      return Party(entities: [entity], tokens: phrase.core, level: level(of: entity))
    }
    if let pair = pair(phrase) ?? calledAgency(word, phrase) { return pair }
    if word == .management, let body = managed(organ, phrase, in: segment) { return body }
    if let known = bestName(covering: phrase.headPosition), known.first <= organ.first,
      known.end >= organ.end,
      known.end - known.first > organ.end - organ.first,
      let entry = text.entry(known.entry), entry.kind == .agency || entry.kind == .organisation
    {
      let entity = registry.insert(entry, from: text.table)
      return Party(entities: [entity], tokens: phrase.core, level: level(of: entity))
    }
    if let entry = nameAcrossAdjective(phrase) {
      let entity = registry.insert(entry, from: text.table)
      return Party(entities: [entity], tokens: phrase.core, level: level(of: entity))
    }
    if let whole = properBody(organ, phrase, in: segment) { return whole }
    if word.isCommercial || word.isCivil, let name = attachedName(after: organ, phrase, in: segment) {
      // "le laboratoire de Toronto", "le fournisseur d'Airbus": a name behind "de" may say whose, or where, the known one is.
      if text.isLexeme(at: name.lowerBound - 1, .preposition, PrepositionWord.of),
        phrase.isDefinite(in: text),
        !text.tokens[phrase.headPosition].shape.contains(.capitalised),
        let known = lastOfKind(word, isPlural: text.isPlural(phrase.headPosition))
      {
        return Party(entities: known.entities, tokens: phrase.core, level: level(of: known.entities[0]))
      }
      if let local = localBody(organ, of: name, phrase) { return local }
      nameBusiness(name, kind: word.entityKind, behind: phrase)
      return organisation(name, kind: word.entityKind)
    }
    if word.standsForState, text.isPlural(phrase.headPosition), let several = statesListed(before: phrase) {
      return several
    }
    // "allies of Russia", "les alliés de la Russie" are others.
    if word == .allies, segment.complement(of: phrase.head, behind: [.of], in: text) != nil {
      return describedInstitution(word, phrase)
    }
    let state = state(of: phrase, organ: organ, in: segment)
    if word.standsForState {
      if let state { return Party(entities: [state], tokens: phrase.core, level: .state) }
    } else if word.isOrgan {
      if let owner = state ?? owner(of: phrase, as: word) {
        let entity = insertOrgan(word, words: text.words(phrase.core), of: owner, phrase)
        return Party(entities: [entity], tokens: phrase.core, level: .agency)
      }
    }
    // "Pyongyang's news agency", "l'agence de presse officielle de Pyongyang" speak for Pyongyang.
    if word == .newspaper, let state,
      [segment.child(phrase.head, .nmodPoss), segment.complement(of: phrase.head, behind: [.of], in: text)]
        .contains(where: { node in
          node.map { text.names(covering: segment.positions[$0]).contains { $0.usage == .metonym } } == true
        })
    {
      let entity = insertOrgan(word, words: text.words(phrase.core), of: state, phrase)
      return Party(entities: [entity], tokens: phrase.core, level: .agency)
    }
    if word == .kingdom { return kingdom(phrase) ?? describedInstitution(word, phrase) }
    // "son pays", "its own country"
    if word == .state, let holder = owner(of: phrase), let own = registry.state(of: holder) {
      return Party(entities: [own], tokens: phrase.core, level: .state)
    }
    if word == .allies, let named = namedPartner(phrase) { return named }
    // "les administrations", "local authorities": no government.
    let isOneOfMany = word == .government && text.isPlural(phrase.headPosition)
    if word.standsForState, !isOneOfMany, phrase.isDefinite(in: text), let author = discourse.publisher,
      let own = registry.state(of: author)
    {
      return Party(entities: [own], tokens: phrase.core, level: .state)
    }
    if word.isOrgan || word.standsForState, let owner = scene(of: segment) {
      if word.standsForState { return Party(entities: [owner], tokens: phrase.core, level: .state) }
      let entity = insertOrgan(word, words: text.words(phrase.core), of: owner, phrase)
      return Party(entities: [entity], tokens: phrase.core, level: .agency)
    }
    // "the Foreign Ministry in Beijing", but "the embassy in Washington" is another state's.
    if word != .embassy, word != .mission, word.isOrgan,
      let seat = segment.complement(of: phrase.head, behind: [.in, .to], in: text),
      let match = bestName(covering: segment.positions[seat]), match.usage == .metonym,
      let entry = text.entry(match.entry), entry.kind == .state
    {
      let owner = registry.insert(entry, from: text.table)
      let entity = insertOrgan(word, words: text.words(phrase.core), of: owner, phrase)
      return Party(entities: [entity], tokens: phrase.core, level: .agency)
    }
    // An embassy or a government that answers is that of whoever was blamed, and no embassy is that of where it sits.
    let host = word == .embassy || word == .mission ? host(of: phrase, in: segment) : nil
    if word == .embassy || word == .mission || word == .government && phrase.isDefinite(in: text)
      || isAnswering && word.speaksForState,
      isAnswering || isSpeaking && word != .government && (host != nil || wasStateBlamedLately),
      let owner = discourse.accused.last(where: {
        registry.state(of: $0) != nil && registry.state(of: $0) != host
      })
      .flatMap(registry.state)
    {
      if word.standsForState { return Party(entities: [owner], tokens: phrase.core, level: .state) }
      let entity = insertOrgan(word, words: text.words(phrase.core), of: owner, phrase)
      return Party(entities: [entity], tokens: phrase.core, level: .agency)
    }
    if let known = blamedBefore(word, phrase) ?? knownByOrigin(word, phrase) { return known }
    if let known = definite(word, phrase), !word.standsForState || isSpeaking || !areAccused(known.entities) {
      return known
    }
    if let only = onlyBusiness(word, phrase) { return only }
    // "le régime de Kim": somebody's whose state is not known is not the home state.
    let isOfSomebody =
      word.standsForState
      && segment.complement(of: phrase.head, behind: [.of], in: text).map { node in
        ProperName.isNameWord(segment.positions[node], in: text)
      } == true
    if word.isOrgan || word.standsForState, !isOfSomebody, !isOneOfMany,
      let home = discourse.latest(
        prefersSpeaker: true,
        where: { item in
          mayBeHome(item) && (host == nil || item.entities.first.flatMap(registry.state) != host)
        })?.entities.first,
      let owner = registry.state(of: home),
      phrase.isDefinite(in: text) || !word.standsForState
    {
      if word.standsForState { return Party(entities: [owner], tokens: phrase.core, level: .state) }
      let entity = insertOrgan(word, words: text.words(phrase.core), of: owner, phrase)
      return Party(entities: [entity], tokens: phrase.core, level: .agency)
    }
    if let name = phrase.properName.map({ wholeName($0, phrase) }), name.count > 1 || word.isCommercial {
      return organisation(name, kind: word.entityKind)
    }
    return describedInstitution(word, phrase)
  }

  /// "une partie des documents": a part of things, and not "la partie chinoise".
  private func isPart(_ phrase: NounPhrase, in segment: Segment) -> Bool {
    text.isFrench && text.ends(phrase.headPosition, with: "artie")
      && phrase.headPosition + 1 < text.tokens.count
      && text.isLexeme(at: phrase.headPosition + 1, .preposition, PrepositionWord.of)
  }

  /// "The United States and United Kingdom governments": the states named side by side right before the word.
  private mutating func statesListed(before phrase: NounPhrase) -> Party? {
    var found: [Int] = []
    var position = phrase.headPosition - 1
    while position >= 0 {
      if let match = text.names(covering: position).first(where: { match in
        text.entry(match.entry)?.kind == .state && Int(match.end) == position + 1
      }), let entry = text.entry(match.entry) {
        found.append(registry.insert(entry, from: text.table))
        position = Int(match.first) - 1
        continue
      }
      // "[work for] Iran, French authorities [said]": the last two of a list stand with "and".
      let isJoint = text.isLexeme(at: position, .coordination, CoordinationWord.and)
      guard isJoint || text.isComma(position) && found.count > 1 else { break }
      position -= 1
    }
    guard found.count > 1 else { return nil }
    return Party(
      entities: found.reversed(), tokens: position + 1..<phrase.headPosition + 1, level: .state)
  }

  /// The state where a sentence says that it plays: "À Moscou, la porte-parole de la diplomatie …".
  private mutating func scene(of segment: Segment) -> Int? {
    guard segment.count > 3, let preposition = segment.preposition(of: 1, in: text),
      preposition == .in || preposition == .to, text.tokens[segment.positions[2]].kind == .mark,
      let match = bestName(covering: segment.positions[1]), let entry = text.entry(match.entry),
      entry.kind == .state
    else { return nil }
    return registry.insert(entry, from: text.table)
  }

  /// "our partners at Microsoft": those who are named.
  private mutating func namedPartner(_ phrase: NounPhrase) -> Party? {
    for match in text.names(in: phrase.span) where match.usage != .demonym {
      guard let entry = text.entry(match.entry), EntityKind(entry.kind).isParty else { continue }
      let entity = registry.insert(entry, from: text.table)
      return Party(entities: [entity], tokens: phrase.core, level: level(of: entity))
    }
    return nil
  }

  /// An institution without a name ("a German wind farm operator"), kept by its description.
  private mutating func describedInstitution(_ word: OrganWord, _ phrase: NounPhrase) -> Party {
    let isPlural = phrase.isPlural(in: text) || text.isPlural(phrase.headPosition)
    guard
      !word.standsForState || isPlural && word != .authorities
        || isSpeaking && phrase.possessive(in: text) == nil
    else {
      return Party(
        entities: [], tokens: phrase.core, reason: "'\(text.words(phrase.core))' does not say which state")
    }
    let words = text.words(phrase.core)
    var draft = EntityRegistry.Draft(
      kind: word.entityKind, name: words, key: "described:" + TextFolding.fold(words))
    draft.names = ["en": isPlural ? word.plural : word.rawValue]
    draft.isUnnamed = true
    draft.isPlural = isPlural
    return Party(entities: [registry.insert(draft)], tokens: phrase.core, level: .unknown)
  }

  /// A state that is not said to be which: "the work of a state", "l'œuvre d'un État".
  mutating func someState(at node: Int, in segment: Segment) -> Party {
    let phrase = NounPhrase(head: node, in: segment, text: text)
    guard phrase.organ?.lexeme.as(OrganWord.self)?.standsForState == true, !phrase.isDefinite(in: text),
      !isPart(phrase, in: segment),
      // "No country has done it"
      !phrase.core.contains(where: { text.isLexeme(at: $0, .negation, NegationWord.no) })
    else {
      return Party(entities: [], tokens: phrase.core)
    }
    let words = text.words(phrase.core)
    var draft = EntityRegistry.Draft(kind: .state, name: words, key: "described:" + TextFolding.fold(words))
    draft.isUnnamed = true
    return Party(entities: [registry.insert(draft)], tokens: phrase.core, level: .state, isActor: true)
  }

  /// The state whose organ the phrase names: its adjective, its possessive, or the state after "of".
  mutating func state(of phrase: NounPhrase, organ: LexemeMatch, in segment: Segment) -> Int? {
    // "accused the regime in Tehran of …": its capital stands right behind it, wherever the tree hangs that.
    let isAtCapital =
      organ.lexeme.as(OrganWord.self)?.standsForState == true
      && text.isLexeme(at: phrase.headPosition + 1, .preposition, PrepositionWord.in)
    let end = max(phrase.core.upperBound, phrase.headPosition + (isAtCapital ? 3 : 2))
    for position in phrase.core.lowerBound..<min(end, text.tokens.count) {
      guard let match = bestName(covering: position), Int(match.first) == position,
        let entry = text.entry(match.entry)
      else { continue }
      let isWhole = (entry.kind == .agency || entry.kind == .company) && Int(match.end) <= phrase.headPosition
      guard entry.kind == .state || entry.kind == .organisation || entry.kind == .person || isWhole else {
        continue
      }
      // "à Washington" after an embassy is its place, not its state; "the government in Beijing" is that of its state.
      let isOfCapital = organ.lexeme.as(OrganWord.self)?.standsForState == true
      if position > Int(organ.end), !isOfCapital, let node = segment.node(at: position),
        let preposition = segment.preposition(of: node, in: text), preposition == .in || preposition == .to
      {
        continue
      }
      let named = registry.insert(entry, from: text.table)
      // "le gouvernement Biden" is the government of the person's state.
      return entry.kind == .person ? registry.state(of: named) : named
    }
    return nil
  }

  /// The state that an embassy sits in: "the embassy in Stockholm", "l'ambassade à Stockholm".
  private mutating func host(of phrase: NounPhrase, in segment: Segment) -> Int? {
    guard let seat = segment.complement(of: phrase.head, behind: [.in, .to], in: text),
      let match = bestName(covering: segment.positions[seat]), let entry = text.entry(match.entry),
      entry.kind == .state
    else { return nil }
    return registry.insert(entry, from: text.table)
  }

  /// The owner that a possessive points at: "its foreign ministry".
  private func owner(of phrase: NounPhrase, as word: OrganWord? = nil) -> Int? {
    guard let possessive = phrase.possessive(in: text) else { return nil }
    // "France blames Russia. Its embassy called that a lie.": an embassy speaks up for whoever was blamed.
    if isSpeaking, word == .embassy || word == .mission, !possessive.lexeme.means(PronounWord.we),
      let blamed = discourse.latest(
        prefersSpeaker: false,
        where: { wasBlamedLately($0) && $0.entities.first.flatMap(registry.state) != nil }
      )?.entities.first, let state = registry.state(of: blamed)
    {
      return state
    }
    guard let holder = referent(of: possessive.lexeme)?.first else { return nil }
    return registry.state(of: holder) ?? holder
  }

  /// Inserts the organ of an owner.
  mutating func insertOrgan(_ word: OrganWord, words: String, of owner: Int, _ phrase: NounPhrase) -> Int {
    let name = word.properName ?? words
    var draft = EntityRegistry.Draft(
      kind: registry[owner].kind == .state ? .agency : .organisation, name: name, partOf: owner,
      key: "organ:\(registry[owner].key):" + TextFolding.fold(name))
    draft.names = ["en": word.rawValue]
    return registry.insert(draft)
  }

  /// Whether a name behind a comma has no comma behind it: "À en croire l'agence, APT31 se cache …" names no agency.
  private func opensClause(_ name: Int, in segment: Segment) -> Bool {
    func isComma(_ node: Int) -> Bool {
      text.isComma(segment.positions[node])
    }
    let words = segment.subtree(name)
    guard let start = words.first, let last = words.last, start > 0,
      isComma(start - 1) || isComma(start)
    else { return false }
    guard last + 1 < segment.count else { return false }
    let next = segment.tree.tags[last + 1]
    return next == .verb || next == .aux || next == .pron
  }

  /// A name that follows or precedes the generic word: "security firm RedSense", "l'éditeur lyonnais Papier Vif".
  private func attachedName(after organ: LexemeMatch, _ phrase: NounPhrase, in segment: Segment) -> Range<
    Int
  >? {
    for child in segment.children(phrase.head).map(Int.init) {
      switch segment.tree.relations[child] {
      case .appos, .flat, .nmod, .compound, .amod, .dep:
        let position = segment.positions[child]
        guard segment.child(child, .case) == nil, position >= Int(organ.end),
          !opensClause(child, in: segment)
        else { continue }
        if let name = ProperName.find(around: position, in: text, within: phrase.span) { return name }
      default: continue
      }
    }
    if let name = nameBetweenCommas(after: Int(organ.end), in: segment)
      ?? nameBetweenCommas(after: phrase.core.upperBound, in: segment)
    {
      return name
    }
    for position in Int(organ.end)..<min(Int(organ.end) + 5, text.tokens.count) {
      guard let node = segment.node(at: position), text.tokens[position].kind == .word else { return nil }
      if ProperName.isNameWord(position, in: text),
        !text.names(covering: position).contains(where: { $0.usage == .demonym })
      {
        return ProperName.find(
          around: position, in: text, within: position..<min(position + 5, text.tokens.count))
      }
      switch segment.tree.tags[node] {
      case .adj, .noun,
        .propn where position == Int(organ.end) || text.lexeme(.preposition, covering: position - 1) != nil:
        continue
      case .adj: continue
      case .adp where text.isLexeme(at: position, .preposition, PrepositionWord.of): continue
      default: return nil
      }
    }
    return nil
  }

  /// "the supplier, Conectapag, to cut": nothing but the name between two commas.
  private func nameBetweenCommas(after end: Int, in segment: Segment) -> Range<Int>? {
    func isComma(_ position: Int) -> Bool {
      position < text.tokens.count && segment.node(at: position) != nil
        && text.isComma(position)
    }
    guard isComma(end), end + 1 < text.tokens.count,
      let name = ProperName.find(
        around: end + 1, in: text, within: end + 1..<min(end + 6, text.tokens.count)),
      name.lowerBound == end + 1, isComma(name.upperBound),
      !name.contains(where: { text.lexeme(.time, covering: $0) != nil })
    else { return nil }
    return name
  }

  /// An organisation by its proper name, known or not.
  mutating func organisation(_ name: Range<Int>, kind: EntityKind) -> Party {
    if let match = bestName(covering: name.lowerBound), Int(match.end) <= name.upperBound,
      let entry = text.entry(match.entry), EntityKind(entry.kind).isParty,
      // "Moscow University", "Paris Saclay" are no states.
      entry.kind != .state || Int(match.end) == name.upperBound
    {
      let entity = registry.insert(entry, from: text.table)
      return Party(entities: [entity], tokens: name, level: level(of: entity))
    }
    let words = text.name(name)
    let key = "organisation:" + TextFolding.fold(words)
    let entity = registry.insert(EntityRegistry.Draft(kind: kind, name: words, key: key))
    registry.mention(entity, at: text.range(of: name))
    return Party(entities: [entity], tokens: name, level: level(of: entity))
  }
}
