import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What pronouns, clitics and possessives stand for. What nothing fits stays unresolved.
extension PartyReader {
  /// The party that a pronoun stands for.
  mutating func resolve(_ pronoun: LexemeMatch, _ phrase: NounPhrase, in segment: Segment) -> Party {
    let lexeme = pronoun.lexeme
    if lexeme.means(PronounWord.relative), let antecedent = antecedent(of: phrase.head, in: segment) {
      return single(segment.named(by: antecedent, in: text) ?? antecedent, in: segment)
    }
    // "c'est moi qui ai piraté": the one who speaks stands right before.
    if lexeme.means(PronounWord.relative), phrase.headPosition > 0, let firstPerson,
      text.lexemes(at: phrase.headPosition - 1).contains(where: { match in
        match.lexeme.category == .pronoun
          && (match.lexeme.means(PronounWord.i) || match.lexeme.means(PronounWord.we))
      })
    {
      return Party(entities: firstPerson, tokens: phrase.core, level: level(of: firstPerson[0]))
    }
    guard
      let entities = latterOfPair(lexeme) ?? charged(lexeme) ?? mainSubject(
        for: lexeme, at: phrase.head, in: segment)
        ?? (lexeme.means(PronounWord.latter) ? bodyBefore(phrase.head, for: lexeme, in: segment) : nil)
        ?? referent(of: lexeme) ?? bodyMentioned(for: lexeme)
        ?? bodyBefore(phrase.head, for: lexeme, in: segment)
    else {
      return Party(
        entities: [], tokens: phrase.core,
        reason: "'\(text.words(phrase.core))' stands for nothing named before it that fits")
    }
    // "she" tells the gender of the person it is read as, for the pronouns to come.
    if lexeme.has(.subject), entities.count == 1, let only = entities.first, registry[only].gender == nil,
      registry[only].kind == .person
    {
      if lexeme.means(PronounWord.she) { registry[only].gender = .feminine }
      if lexeme.means(PronounWord.he) { registry[only].gender = .masculine }
    }
    if lexeme.means(PronounWord.former), let pair { discourse.pair = (pair, discourse.sentence) }
    var party = Party(entities: entities, tokens: phrase.core)
    party.level = entities.first.map { level(of: $0) } ?? .unknown
    party.isActor = entities.contains { registry[$0].kind == .group }
    return party
  }

  /// "Le groupe Bertholon a subi une attaque. Il n'a pas voulu commenter.": the body that the sentences before only mention, where
  /// nobody else is in focus.
  private mutating func bodyMentioned(for lexeme: Lexeme) -> [Int]? {
    guard isSpeaking, firstPerson == nil, lexeme.has(.subject), !lexeme.has(.plural) else { return nil }
    switch lexeme.as(PronounWord.self) {
    case .it: break
    case .he, .she: guard lexeme.language == .fr else { return nil }
    default: return nil
    }
    return bodyMentionedBefore().map { [$0] }
  }

  /// "disent avoir volé la banque, ce que celle-ci dément": the last body before a pronoun of its gender, in the same sentence.
  private mutating func bodyBefore(_ pronoun: Int, for lexeme: Lexeme, in segment: Segment) -> [Int]? {
    guard isSpeaking, firstPerson == nil, lexeme.has(.subject) || lexeme.means(PronounWord.latter),
      !lexeme.has(.plural)
    else { return nil }
    let gender: EntityRegistry.Gender? =
      switch lexeme.as(PronounWord.self) {
      case .she where lexeme.language == .fr: .feminine
      case .he where lexeme.language == .fr: .masculine
      default: nil
      }
    guard gender != nil || lexeme.means(PronounWord.it) || lexeme.means(PronounWord.latter) else {
      return nil
    }
    for node in (0..<pronoun).reversed() where segment.tree.tags[node] == .noun {
      let phrase = NounPhrase(head: node, in: segment, text: text)
      guard phrase.organ != nil, !phrase.isPlural(in: text) else { continue }
      let own = phrase.gender(in: text)
      guard gender == nil || own == nil || own == gender else { continue }
      let party = party(at: node, in: segment)
      guard party.entities.count == 1, !discourse.accused.contains(party.entities[0]) || isAnswering else {
        continue
      }
      return party.entities
    }
    return nil
  }

  private mutating func single(_ node: Int, in segment: Segment) -> Party { party(at: node, in: segment) }

  /// The subject of the sentence for a subject pronoun in a clause below it: "Oslo a expulsé deux hommes qu'elle
  /// accuse". Where it fits, it goes before whatever sentences before were about.
  private mutating func mainSubject(for lexeme: Lexeme, at node: Int, in segment: Segment) -> [Int]? {
    guard lexeme.has(.subject), reporting == nil, firstPerson == nil, let own = segment.head(node),
      // "La Chine l'a fait, a-t-elle dit": a pronoun behind its verb tags what others have done.
      Mark(text.document.text.bytes, text.tokens[max(0, segment.positions[node] - 1)]) != .hyphen
    else { return nil }
    var current = own
    for _ in 0..<6 {
      guard let above = segment.head(current) else { return nil }
      let isTag = segment.tree.relations[current] == .parataxis
      current = above
      let subject =
        segment.child(above, .nsubj, .nsubjPass)
        ?? (segment.isVerbal(above) && above < node
          ? ClauseRoles.preceding(above, in: segment, text: text) : nil)
      // A pronoun within the subject ("all of it") does not stand for it.
      guard let subject, subject < node, segment.tree.tags[subject] != .pron,
        !segment.subtree(subject).contains(node),
        // "Russia remains a threat, it says": a tag is not said by whom its clause tells of; "X was unsure: it was Y, he said".
        !isTag || holdsColon(subject..<node, in: segment)
      else { continue }
      let entities = party(at: subject, in: segment).entities
      // "Microsoft dit que Midnight Blizzard, le groupe qu'il accuse, …": whom "que" stands for is not who accuses them.
      if above > node, node > 0,
        text.isLexeme(at: segment.positions[node - 1], .pronoun, PronounWord.relative)
      {
        continue
      }
      // "Les Etats-Unis … qu'ils", "Nato allies said they": one body told in the plural.
      let agrees =
        lexeme.means(PronounWord.they)
        && NounPhrase(head: subject, in: segment, text: text).isPlural(in: text)
      if !entities.isEmpty { return agrees || standsForReporter(lexeme, entities) ? entities : nil }
    }
    return nil
  }

  private func holdsColon(_ nodes: Range<Int>, in segment: Segment) -> Bool {
    nodes.contains { Mark(text.document.text.bytes, text.tokens[segment.positions[$0]]) == .colon }
  }

  /// The noun that a relative pronoun's clause modifies.
  private func antecedent(of node: Int, in segment: Segment) -> Int? {
    var current = node
    for _ in 0..<6 {
      guard let head = segment.head(current) else { break }
      if segment.tree.relations[current] == .aclRelcl || segment.tree.relations[current] == .acl {
        if let next = nameBeside(node, insteadOf: head, in: segment) { return next }
        return segment.isNominal(head) ? bodyAt(head, in: segment) : nil
      }
      current = head
    }
    // "It is X that did it", "c'est bien X qui l'a fait": trees hang the clause anywhere; X stands right before.
    // "exige des excuses de Prague, qui l'accuse"
    if node > 1, text.isComma(segment.positions[node - 1]), segment.isNominal(node - 2),
      segment.tree.tags[node - 2] == .propn
    {
      return node - 2
    }
    guard node > 0, segment.isNominal(node - 1), segment.tree.tags[node - 1] != .pron else { return nil }
    // "released a report on Monday which accuses": the day is told of nothing.
    if text.lexeme(.time, covering: segment.positions[node - 1]) != nil, let verb = segment.head(node - 1),
      segment.isVerbal(verb), let object = segment.child(verb, .obj), object < node
    {
      return object
    }
    var top = node - 1
    while let head = segment.head(top), head < node, segment.isNominal(head),
      segment.tree.relations[top] == .flat || segment.tree.relations[top] == .compound
    {
      top = head
    }
    return top
  }

  /// "Symantec disagrees with ESET, which tied …": of two names with other words than "of" between them, the one right before the
  /// pronoun, whatever the tree makes of it.
  private func nameBeside(_ pronoun: Int, insteadOf head: Int, in segment: Segment) -> Int? {
    let name = pronoun - 2
    guard name > head + 1, text.isComma(segment.positions[pronoun - 1]), segment.tree.tags[head] == .propn,
      segment.tree.tags[name] == .propn,
      let known = bestName(covering: segment.positions[name]), known.usage != .demonym,
      let first = segment.node(at: Int(known.first)), first > head + 1,
      bestName(covering: segment.positions[head]).map({ $0.first != known.first }) ?? true,
      segment.tree.tags[first - 1] == .adp,
      text.lexeme(.preposition, covering: segment.positions[first - 1])?.lexeme.means(PrepositionWord.of)
        != true
    else { return nil }
    return first
  }

  /// "l'ambassade de Chine à Washington, qui réfute", "le porte-parole du Kremlin, qui nie": whoever speaks is the body or the
  /// person, and not the place where it sits or whose they are.
  private func bodyAt(_ place: Int, in segment: Segment) -> Int {
    guard isSpeaking, segment.tree.relations[place] == .nmod, let body = segment.head(place), body < place,
      let preposition = segment.preposition(of: place, in: text)
    else { return place }
    let isBody = text.lexeme(.organ, covering: segment.positions[body]) != nil
    let isPerson = text.lexeme(.role, covering: segment.positions[body]) != nil
    switch preposition {
    case .to, .in: return isBody ? body : place
    case .of: return isBody || isPerson ? body : place
    default: return place
    }
  }

  /// The entities that a pronoun or possessive of this kind refers to, by what the text was about last.
  func referent(of lexeme: Lexeme) -> [Int]? {
    if let reporting, standsForReporter(lexeme, reporting) { return reporting }
    if let body = bodyOfReporter(lexeme) { return [body] }
    switch lexeme.as(PronounWord.self) {
    case .i, .we:
      if let firstPerson { return firstPerson }
      return lexeme.means(PronounWord.we) && !discourse.authors.isEmpty ? discourse.authors : nil
    case .you: return addressee
    case .he:
      return single(.masculine, language: lexeme.language, possessive: lexeme.has(.possessive))
    case .she:
      return single(.feminine, language: lexeme.language, possessive: lexeme.has(.possessive))
    case .it:
      return latest { item in
        item.entities.count == 1 && !isOutOfPlay(item) && registry[item.entities[0]].kind != .person
          && !(registry[item.entities[0]].isUnnamed && registry[item.entities[0]].isPlural)
          && (registry[item.entities[0]].kind.isParty || isSpeaking && isGang(item.entities[0]))
          && !isMedia(item.entities[0])
      }?.entities
    case .they:
      if isActing, let blamed = blamedBefore(isPlural: true) { return blamed }
      if let several = latest { $0.isPlural && !isOutOfPlay($0) && !(isActing && onlyWarns($0)) }?
        .entities
      {
        return several
      }
      return lexeme.language == .en
        ? latest { item in
          !isOutOfPlay(item)
            && item.entities.allSatisfy {
              registry[$0].kind == .group || registry[$0].kind == .company
                || registry[$0].kind == .organisation
            }
        }?.entities : nil
    case .former: return pair?.first.map { [$0] }
    case .latter:
      return lastMentioned(isPlural: lexeme.language == .fr ? lexeme.has(.plural) : nil)
    default: return nil
    }
  }

  /// The two that the last sentences told of: "AhnLab and the NIS are at odds. The former …; the latter …".
  private var pair: [Int]? {
    if let pair = discourse.pair, discourse.sentence - pair.sentence <= 2 { return pair.entities }
    for sentence in (discourse.sentence - 3..<discourse.sentence).reversed() {
      let told = discourse.focus.filter { $0.sentence == sentence }
      if let both = told.last(where: { $0.entities.count == 2 }) { return both.entities }
      var single: [Int] = []
      for item in told where item.entities.count == 1 && !single.contains(item.entities[0]) {
        single.append(item.entities[0])
      }
      if single.count == 2 {
        return single.sorted { left, right in
          (registry[left].mentions.last?.start ?? 0) < (registry[right].mentions.last?.start ?? 0)
        }
      }
    }
    return nil
  }

  /// "The former …; the latter …": the second of the two.
  private func latterOfPair(_ lexeme: Lexeme) -> [Int]? {
    guard lexeme.means(PronounWord.latter), lexeme.language == .en else { return nil }
    return pair?.last.map { [$0] }
  }

  /// "ce dernier", "the latter": of the parties of the sentence before, the one whose words stand last in it.
  private func lastMentioned(isPlural: Bool?) -> [Int]? {
    func place(_ entity: Int) -> Int { registry[entity].mentions.last.map { Int($0.end) } ?? 0 }
    let last = discourse.focus.filter { item in
      discourse.sentence - item.sentence <= 1 && (isPlural == nil || item.isPlural == isPlural)
        && !item.entities.contains(where: isMedia)
    }
    .max { $0.entities.map(place).max() ?? 0 < $1.entities.map(place).max() ?? 0 }?.entities
    // "accused Iran and China. The latter …": the last of them.
    return isPlural == nil ? last?.max { place($0) < place($1) }.map { [$0] } : last
  }

  /// The latest party in focus that fits; for who speaks, one that spoke in the last sentences first.
  private func latest(_ test: (Discourse.Focus) -> Bool) -> Discourse.Focus? {
    if isAnswering,
      let accused = discourse.latest(
        prefersSpeaker: false,
        where: { wasBlamedLately($0) && test($0) })
    {
      return accused
    }
    if isSpeaking,
      let speaker = discourse.latest(
        prefersSpeaker: true,
        where: { $0.isSpeaker && discourse.sentence - $0.sentence <= 2 && test($0) })
    {
      return speaker
    }
    // "The FBI blamed North Korea. It insisted that …": who was blamed speaks only to answer.
    if isSpeaking, !isAnswering,
      let other = discourse.latest(
        prefersSpeaker: true,
        where: { item in
          test(item)
            && (item.isSpeaker
              || !item.entities.allSatisfy { discourse.accused.contains($0) && registry[$0].kind != .person })
        })
    {
      return other
    }
    return discourse.latest(prefersSpeaker: true, where: test)
  }

  /// Whether a party is the one whose own words are read: it says "I" of itself, not "it".
  private func speaksNow(_ item: Discourse.Focus) -> Bool {
    guard let firstPerson else { return false }
    return item.entities.contains(where: firstPerson.contains)
  }

  /// Whether a party cannot be who is meant now: the one whose own words are read, and where somebody judges attackers,
  /// the attackers.
  private func isOutOfPlay(_ item: Discourse.Focus) -> Bool {
    speaksNow(item) || isJudging && item.entities.contains { registry[$0].kind == .group }
  }

  /// "The FBI and the NSA warned of hackers. CISA said they would strike again": those who spoke of it strike nobody.
  private func onlyWarns(_ item: Discourse.Focus) -> Bool {
    item.isSpeaker
      && item.entities.allSatisfy { registry[$0].kind != .group && !discourse.accused.contains($0) }
  }

  /// One party of a gender. English keeps he and she for persons; French uses il and elle for all.
  private func single(_ gender: EntityRegistry.Gender, language: LexiconLanguage, possessive: Bool) -> [Int]?
  {
    latest { item in
      guard item.entities.count == 1, let entity = item.entities.first, !isOutOfPlay(item) else {
        return false
      }
      let draft = registry[entity]
      if language == .en {
        return draft.kind == .person && !item.isPlural && draft.gender != opposite(gender)
      }
      if possessive { return draft.kind.isParty && !item.isPlural }
      return draft.kind.isParty && !item.isPlural && draft.gender != opposite(gender)
    }?.entities
  }

  private func opposite(_ gender: EntityRegistry.Gender) -> EntityRegistry.Gender {
    gender == .masculine ? .feminine : .masculine
  }
}
