import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Persons: named with a title or an apposition, or unnamed and known by what they are.
extension PartyReader {
  /// The person whose role heads the phrase: "le ministre britannique des Affaires étrangères, Dominic Raab",
  /// "White House press secretary Jen Psaki", "a senior US official".
  mutating func person(_ role: LexemeMatch, _ phrase: NounPhrase, in segment: Segment) -> Party {
    let role = lastTitle(from: role)
    // "her client", "son client": whoever was charged.
    if role.lexeme.means(RoleWord.resident), phrase.possessive(in: text) != nil,
      case let isPlural = text.isPlural(phrase.headPosition),
      let client = discourse.accused.last(where: { entity in
        registry[entity].kind == .person && registry[entity].isPlural == isPlural
          || isPlural && registry[entity].kind == .group && registry[entity].isUnnamed
      })
    {
      return Party(entities: [client], tokens: phrase.core, level: .person)
    }
    let own = affiliation(of: phrase, role: role, in: segment)
    // "A spokeswoman for X said … The spokeswoman added": the one who spoke before.
    if own == nil, role.lexeme.means(RoleWord.spokesperson), phrase.isDefinite(in: text),
      phrase.core.count <= 2,
      let known = knownPerson(role: role.lexeme, owner: nil)
    {
      return Party(entities: [known], tokens: phrase.core, level: .person)
    }
    let told = (own ?? spokenFor(role, phrase) ?? accusedState(of: role, phrase)).flatMap {
      mayHave(role, $0) ? $0 : nil
    }
    // "a Russian professor", "a critic of Russia": from there, or busy with it, but in nobody's service.
    let isCivil =
      role.lexeme.as(RoleWord.self)?.isCivil == true && phrase.possessive(in: text) == nil
      && segment.child(phrase.head, .nmodPoss) == nil && told.map { registry[$0].kind == .state } == true
    let owner = isCivil ? nil : told
    if let name = personName(beside: phrase, role: role, in: segment) {
      let entity = insertPerson(name, role: text.words(phrase.core), partOf: owner, phrase)
      registry[entity].office = registry[entity].office ?? role.lexeme.as(RoleWord.self)
      return Party(entities: [entity], tokens: nil, level: .person)
    }
    // "le président américain", "the director of CISA": somebody named before who has this role and party.
    if phrase.isDefinite(in: text), let known = knownPerson(role: role.lexeme, owner: owner) {
      return Party(entities: [known], tokens: phrase.core, level: .person)
    }
    // "L'élue, membre de la commission de la défense": the apposition tells of whom it takes up.
    let isBare =
      owner == nil
      || !segment.children(phrase.head).contains { child in
        [.nmod, .nmodPoss, .compound, .amod, .flat].contains(segment.tree.relations[Int(child)])
      }
    if isBare, phrase.isDefinite(in: text), !phrase.isPlural(in: text), phrase.core.count <= 3,
      let known = lastNamedSpeaker(gender: phrase.gender(in: text)),
      (role.lexeme.as(RoleWord.self) ?? .source).isEpithet, mayHold(role, known, owner: owner)
    {
      return Party(entities: [known], tokens: phrase.core, level: .person)
    }
    let isFromThere = phrase.core.contains { position in
      text.names(covering: position).contains { $0.usage == .demonym }
    }
    return unnamed(role, phrase, owner: owner, from: isCivil && !isFromThere ? nil : told)
  }

  /// "Lt. Gen. Paul Nakamura": the last of several titles in a row.
  private func lastTitle(from title: LexemeMatch) -> LexemeMatch {
    var last = title
    while last.lexeme.means(RoleWord.honorific), text.isSign(Int(last.end), "."),
      let next = text.lexemes(at: Int(last.end) + 1).first(where: { $0.lexeme.category == .role })
    {
      last = next
    }
    return last
  }

  /// "Mandiant chief executive Ann Lee", "FBI agent Karen Lowe": a body, what somebody is in it, and their name, whichever of
  /// them the tree has made the head.
  mutating func personOfBody(_ phrase: NounPhrase, in segment: Segment) -> Party? {
    guard text.isEnglish, let body = bestName(covering: phrase.headPosition), body.usage != .demonym,
      let role = text.lexemes(at: Int(body.end)).first(where: { match in
        match.lexeme.category == .role || match.lexeme.as(ActorWord.self)?.isPeople == true
      }), segment.node(at: Int(role.end)) != nil, !text.isPlural(Int(role.end) - 1),
      let name = plainName(
        around: Int(role.end), within: Int(role.end)..<min(Int(role.end) + 5, text.tokens.count)),
      name.lowerBound == Int(role.end), name.count > 1, looksLikePerson(name),
      let entry = text.entry(body.entry), EntityKind(entry.kind).isParty, entry.kind != .person
    else { return nil }
    let owner = registry.insert(entry, from: text.table)
    let office = Int(body.first)..<Int(role.end)
    let entity = insertPerson(name, role: text.words(office), partOf: owner, nil)
    registry[entity].office = registry[entity].office ?? role.lexeme.as(RoleWord.self)
    return Party(entities: [entity], tokens: office.lowerBound..<name.upperBound, level: .person)
  }

  /// Whom a spokesperson speaks for that is not said to be anybody's: "A Northgate spokesman", by the first word of the
  /// name, and "A spokesman declined" for the body that spoke last.
  func spokenFor(_ role: LexemeMatch, _ phrase: NounPhrase) -> Int? {
    guard role.lexeme.means(RoleWord.spokesperson) else { return nil }
    for position in phrase.core where ProperName.isNameWord(position, in: text) {
      if let known = registry.organisation(firstWord: text.word(position)) { return known }
    }
    guard phrase.core.count <= Int(role.end - role.first) + 2 else { return nil }
    return discourse.latest(prefersSpeaker: true) { item in
      item.entities.count == 1
        && [.company, .organisation, .agency, .state].contains(registry[item.entities[0]].kind)
    }?.entities.first
  }

  /// "The ambassador denied it": of the state that was blamed.
  private func accusedState(of role: LexemeMatch, _ phrase: NounPhrase) -> Int? {
    guard isAnswering || isSpeaking && wasStateBlamedLately, role.lexeme.means(RoleWord.ambassador),
      phrase.isDefinite(in: text)
    else { return nil }
    return discourse.accused.last { registry.state(of: $0) != nil }.flatMap { registry.state(of: $0) }
  }

  /// Whether a person may be meant by an office that is told alone: a minister is no ambassador.
  private func mayHold(_ role: LexemeMatch, _ person: Int, owner: Int?) -> Bool {
    if role.lexeme.means(RoleWord.ambassador), let owner, registry[person].partOf != nil,
      registry.state(of: person) != registry.state(of: owner)
    {
      return false
    }
    guard let word = role.lexeme.as(RoleWord.self), let office = registry[person].office else { return true }
    switch word {
    case .ambassador, .minister, .spokesperson, .mayor, .lawyer: return office == word
    default: return true
    }
  }

  /// The named person who spoke last, within the last few speakers: "la diplomate", "le dirigeant", "the executive".
  private func lastNamedSpeaker(gender: EntityRegistry.Gender?) -> Int? {
    guard
      let item = discourse.focus.suffix(6).reversed().first(where: { item in
        item.isSpeaker && item.entities.count == 1 && registry[item.entities[0]].kind == .person
      }), let entity = item.entities.first, !registry[entity].isUnnamed
    else { return nil }
    let known = registry[entity].gender
    return known == nil || gender == nil || known == gender ? entity : nil
  }

  /// A person of this role that was introduced before.
  private func knownPerson(role: Lexeme, owner: Int?) -> Int? {
    let item = discourse.latest(prefersSpeaker: true) { item in
      guard item.entities.count == 1, registry[item.entities[0]].kind == .person else { return false }
      let draft = registry[item.entities[0]]
      guard draft.office == role.as(RoleWord.self) else { return false }
      guard let owner else { return true }
      return draft.partOf.map { registry.isSame($0, orPartOf: owner) || registry.isSame(owner, orPartOf: $0) }
        ?? false
    }
    return item?.entities.first
  }

  /// A person without a name, named for what is known: "senior US official".
  private mutating func unnamed(_ role: LexemeMatch, _ phrase: NounPhrase, owner: Int?, from country: Int?)
    -> Party
  {
    let word = role.lexeme.as(RoleWord.self)?.rawValue ?? "person"
    let plural =
      phrase.isPlural(in: text) || role.lexeme.language == .en && text.isPlural(phrase.headPosition)
    let adjective = role.lexeme.has(.senior) ? "senior " : ""
    let place = country.map { registry[$0].aliases.first { $0.count <= 3 } ?? registry[$0].name }
    // A customer, a nurse: the text's own word, for the class is a stranger to the reader.
    let isClass = role.lexeme.as(RoleWord.self)?.isClass ?? false
    let words =
      isClass
      ? text.words(Int(role.first)..<Int(role.end)) : place == nil ? portfolio(role, phrase) ?? word : word
    let name = adjective + [place, words].compactMap { $0 }.joined(separator: " ")
    var draft = EntityRegistry.Draft(
      kind: .person, name: name, partOf: owner, role: text.words(phrase.core),
      key: "unnamed:\(name):\(plural)")
    draft.names = ["en": word]
    draft.office = role.lexeme.as(RoleWord.self)
    draft.isUnnamed = true
    draft.isPlural = plural
    return Party(entities: [registry.insert(draft)], tokens: phrase.span, level: .person)
  }

  /// "the Minister for Health", "la ministre de la Santé": an office of state with what it is for, in the text's words.
  private func portfolio(_ role: LexemeMatch, _ phrase: NounPhrase) -> String? {
    guard role.lexeme.as(RoleWord.self)?.isOfficeOfState == true, Int(role.end) < phrase.core.upperBound,
      text.lexemes(at: Int(role.end)).contains(where: { match in
        match.lexeme.category == .preposition
          && (match.lexeme.means(PrepositionWord.of) || match.lexeme.means(PrepositionWord.for))
      }),
      ProperName.isNameWord(phrase.core.upperBound - 1, in: text)
    else { return nil }
    return text.words(Int(role.first)..<phrase.core.upperBound)
  }

  /// Inserts a named person, or finds the one named before by surname.
  mutating func insertPerson(_ name: Range<Int>, role: String?, partOf owner: Int?, _ phrase: NounPhrase?)
    -> Int
  {
    let words = text.name(name)
    let key = "person:" + TextFolding.fold(words)
    var entity = registry.find(key)
    if entity == nil, name.count == 1 { entity = registry.person(surname: words) }
    if entity == nil {
      entity = registry.insert(
        EntityRegistry.Draft(kind: .person, name: words, partOf: owner, role: role, key: key))
    }
    let index = entity ?? 0
    let owner = owner ?? (registry[index].partOf == nil ? company(behind: name) : nil)
    if registry[index].partOf == nil, owner != index { registry[index].partOf = owner }
    if registry[index].role == nil { registry[index].role = role }
    registry.mention(index, at: text.range(of: name))
    return index
  }

  /// The name that goes with a role: an apposition, a flat part, or capitalised words right after it.
  func personName(beside phrase: NounPhrase, role: LexemeMatch, in segment: Segment) -> Range<Int>? {
    if let name = nameBehindPlace(phrase, role: role, in: segment) { return name }
    var after = pastParty(Int(role.end))
    if role.lexeme.means(RoleWord.honorific), text.isSign(after, ".") { after += 1 }
    for child in segment.children(phrase.head).map(Int.init) {
      switch segment.tree.relations[child] {
      case .appos, .flat, .nmod, .compound, .conj, .dep, .parataxis:
        let position = segment.positions[child]
        guard position >= after, segment.child(child, .case) == nil else { continue }
        if let name = plainName(
          around: position, within: phrase.span.lowerBound..<max(phrase.span.upperBound, position + 4)),
          // "A spokesperson for Meridian Air", whatever the tree hangs where
          !text.isLexeme(at: name.lowerBound - 1, .preposition, PrepositionWord.for)
        {
          return withoutOffice(name)
        }
      default: continue
      }
    }
    if after < text.tokens.count, after < max(phrase.span.upperBound, Int(role.end)) + 3,
      segment.node(at: after) != nil,
      let name = plainName(around: after, within: after..<min(after + 6, text.tokens.count))
        ?? surname(after: role)
    {
      return name
    }
    return nameBehindPortfolio(phrase, role: role, in: segment) ?? namePastComma(phrase, in: segment)
  }

  /// "le ministre de la Défense Luc Rey": a capital behind "de la" is the office's, the last two words are the name.
  private func withoutOffice(_ name: Range<Int>) -> Range<Int> {
    let words = name.filter { text.tokens[$0].kind != .mark }
    guard words.count > 2, name.lowerBound > 0,
      text.lexemes(at: name.lowerBound - 1).contains(where: { match in
        match.lexeme.category == .determiner || match.lexeme.means(PrepositionWord.of)
      })
    else { return name }
    return words[words.count - 2]..<name.upperBound
  }

  /// "le député (LR) Paul Durand": the position behind a party in parentheses, or the same position.
  private func pastParty(_ position: Int) -> Int {
    guard text.isSign(position, "("),
      let close = (position + 1..<min(position + 5, text.tokens.count)).first(where: { text.isSign($0, ")") })
    else { return position }
    return close + 1
  }

  /// "le procureur de Rennes Philippe Lemoine", "le patron de Thales Paul Durand": the last two words of the capitals behind
  /// the place that somebody is elected or sits in, or behind a body that the catalogues know.
  func nameBehindPlace(_ phrase: NounPhrase, role: LexemeMatch, in segment: Segment) -> Range<Int>? {
    guard role.lexeme.language == .fr,
      let place = segment.complement(of: phrase.head, behind: [.of], after: phrase.head, in: text)
    else { return nil }
    let first = segment.positions[place]
    guard
      let run = ProperName.find(around: first, in: text, within: first..<min(first + 7, text.tokens.count))
    else { return nil }
    let known = bestName(covering: first).map { Int($0.end) }
    let isTerritorial = role.lexeme.as(RoleWord.self)?.isTerritorial ?? false
    guard known.map({ $0 + 1 < run.upperBound }) ?? isTerritorial else { return nil }
    let words = run.filter { text.tokens[$0].kind != .mark && $0 >= known ?? (first + 1) }
    let isPersonal = words.suffix(2).allSatisfy { position in
      text.names(covering: position).allSatisfy { text.entry($0.entry)?.kind == .person }
    }
    guard words.count > 1, isPersonal else { return nil }
    return words[words.count - 2]..<run.upperBound
  }

  /// "Minister for Digital Affairs Dan Reyes": the last two words of the capitals behind the office that a minister has.
  private func nameBehindPortfolio(_ phrase: NounPhrase, role: LexemeMatch, in segment: Segment) -> Range<
    Int
  >? {
    guard role.lexeme.means(RoleWord.minister), role.lexeme.language == .en,
      let office = segment.complement(of: phrase.head, behind: [.of, .for], after: phrase.head, in: text),
      let name = plainName(around: segment.positions[office], within: phrase.span)
    else { return nil }
    let words = name.filter { text.tokens[$0].kind != .mark }
    guard words.count > 2 else { return nil }
    return words[words.count - 2]..<name.upperBound
  }

  /// One word of a name right behind a title or an English role: "M. Lipavsky", "Senator Warner".
  private func surname(after role: LexemeMatch) -> Range<Int>? {
    let isTitle = role.lexeme.means(RoleWord.honorific)
    var first = Int(role.end)
    if isTitle, text.byte(first) == UInt8(ascii: "."), first + 1 < text.tokens.count { first += 1 }
    guard isTitle || role.lexeme.language == .en && text.tokens[Int(role.first)].shape.contains(.capitalised),
      ProperName.isNameWord(first, in: text), text.names(covering: first).isEmpty
    else { return nil }
    return ProperName.find(around: first, in: text, within: first..<first + 1)
  }

  /// A name apart by a comma from the role: "le haut représentant de l'UE, Josep Borrell", "Jane Doe, the director".
  private func namePastComma(_ phrase: NounPhrase, in segment: Segment) -> Range<Int>? {
    let end = phrase.core.upperBound
    if end + 1 < text.tokens.count, segment.node(at: end + 1) != nil, isComma(end),
      let name = plainName(around: end + 1, within: end + 1..<min(end + 6, text.tokens.count)), name.count > 1
    {
      return name
    }
    let start = phrase.core.lowerBound
    if start > 1, isComma(start - 1), segment.node(at: start - 2) != nil,
      let name = plainName(around: start - 2, within: max(0, start - 6)..<start - 1), name.count > 1
    {
      return name
    }
    return nil
  }

  private func isComma(_ position: Int) -> Bool {
    text.isComma(position)
  }

  /// A proper name of two words or more, or a known surname, that is no name of the catalogues' parties.
  func plainName(around position: Int, within bounds: Range<Int>) -> Range<Int>? {
    guard let name = ProperName.find(around: position, in: text, within: bounds), name.count <= 5 else {
      return nil
    }
    if let match = bestName(covering: name.lowerBound), let entry = text.entry(match.entry),
      EntityKind(entry.kind) != .person, Int(match.end) >= name.upperBound
    {
      return nil
    }
    if name.count == 1 { return registry.person(surname: text.words(name)) == nil ? nil : name }
    // "The GRU, a spokesman said": an article opens nobody's name.
    if text.lexemes(at: name.lowerBound).contains(where: { $0.lexeme.category == .determiner }) { return nil }
    // "Georgia Department of Driver Services" is nobody.
    if name.contains(where: { text.lexeme(.organ, covering: $0) != nil }) { return nil }
    return name
  }
}

extension RoleWord {
  /// Whether somebody holds the office for a place: a mayor, a member of parliament, a prosecutor.
  fileprivate var isTerritorial: Bool {
    switch self {
    case .lawmaker, .mayor, .prosecutor, .judge: true
    default: false
    }
  }

  /// Whether people of the sort are in no state's service by being from there.
  fileprivate var isCivil: Bool {
    switch self {
    case .expert, .analyst, .researcher, .journalist, .lawyer, .engineer, .consultant, .executive, .founder,
      .resident, .witness, .employee:
      true
    default: false
    }
  }

  /// Whether the value only sorts people, so that a reader needs the text's own word: a customer, a nurse, a user.
  fileprivate var isClass: Bool {
    switch self {
    case .resident, .witness, .engineer, .employee, .executive: true
    default: false
    }
  }

  /// Whether only a state, or a body of one, has such an office.
  var isOfficeOfState: Bool {
    switch self {
    case .minister, .primeMinister, .foreignMinister, .ambassador, .prosecutor, .judge, .secretary: true
    default: false
    }
  }

  /// Whether the word with an article takes up a person by what they are ("la diplomate"), where no other is meant.
  fileprivate var isEpithet: Bool {
    switch self {
    case .diplomat, .official, .executive, .director, .leader, .researcher, .analyst, .mayor, .lawmaker,
      .officer,
      .founder, .expert, .lawyer, .secretary, .ambassador, .minister, .spokesperson:
      true
    default: false
    }
  }
}
