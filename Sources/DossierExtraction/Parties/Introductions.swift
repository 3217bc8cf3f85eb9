import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Names that a text gives to whom it has only described: "a Russian man … The man, Dmitry Sorokin, 31, told Reuters".
extension PartyReader {
  /// The people who are named between commas behind a word for them: "A man of 23 from Swindon, Callum Reddy, was
  /// jailed", "two Iranian nationals, Reza Moradi and Hamid Salehi, with".
  mutating func named(besides phrase: NounPhrase, isPlural: Bool, in segment: Segment) -> Party? {
    let names = namesBetweenCommas(after: phrase.headPosition, in: segment)
    guard let last = names.last, isPlural ? names.count > 1 : names.count == 1 else { return nil }
    if !isPlural, phrase.isDefinite(in: text) { nameSuspect(last) }
    let role = isPlural ? nil : text.words(phrase.core.lowerBound..<phrase.headPosition + 1)
    let people = names.map { insertPerson($0, role: role, partOf: nil, phrase) }
    // "the defendant, Tyler Brandt"
    if phrase.actor?.lexeme.means(ActorWord.suspect) == true { discourse.accuse(people) }
    return Party(
      entities: people, tokens: phrase.core.lowerBound..<last.upperBound, level: .person, isActor: true)
  }

  /// Names of people that follow a comma and end at another, or at the end of what is said.
  private func namesBetweenCommas(after head: Int, in segment: Segment) -> [Range<Int>] {
    var position = head + 1
    while position < head + 7, let node = segment.node(at: position), !text.isComma(position) {
      switch segment.tree.tags[node] {
      case .adp, .det, .adj, .noun, .propn, .num: position += 1
      default: return []
      }
    }
    guard position < head + 7, segment.node(at: position) != nil else { return [] }
    var names: [Range<Int>] = []
    while let name = personName(startingAt: position + 1, in: segment) {
      names.append(name)
      position = name.upperBound
      guard segment.node(at: position) != nil else { return names }
      let isJoint = text.isLexeme(at: position, .coordination, CoordinationWord.and)
      guard isJoint || text.isComma(position) else { break }
      if !isJoint, personName(startingAt: position + 1, in: segment) == nil { return names }
    }
    guard text.tokens.indices.contains(position), text.tokens[position].kind == .mark else { return [] }
    return names
  }

  private func personName(startingAt first: Int, in segment: Segment) -> Range<Int>? {
    guard segment.node(at: first) != nil,
      let name = plainName(around: first, within: first..<min(first + 4, text.tokens.count)),
      name.lowerBound == first, name.count > 1, looksLikePerson(name)
    else { return nil }
    return name
  }

  /// "Dmitri Vorontsov, 51, will be represented", "The man, Dmitry Sorokin, told": a person who opens a sentence with
  /// nothing but an age, or behind a word for somebody known, is whoever stands accused without a name.
  mutating func nameSuspect(openingSentence tokens: Range<Int>) {
    guard discourse.sentence - (discourse.focus.last?.sentence ?? 0) <= 2, !discourse.accusations.isEmpty
    else { return }
    if let name = nameGiven(in: tokens) { return nameSuspect(name) }
    let described = suspectDescribed(at: tokens.lowerBound)
    let first = described ?? tokens.lowerBound
    guard let name = plainName(around: first, within: first..<min(first + 4, tokens.upperBound)),
      name.lowerBound == first, name.count > 1, looksLikePerson(name),
      name.upperBound + 3 < tokens.upperBound,
      text.isComma(name.upperBound),
      described != nil
        || text.tokens[name.upperBound + 1].kind == .number
          && (name.upperBound + 2...name.upperBound + 3).contains(where: text.isComma)
    else { return }
    nameSuspect(name)
  }

  /// "named him as Aleksei Dronov, 31", "identified the man as …": the name that a sentence gives to who was only described.
  private func nameGiven(in tokens: Range<Int>) -> Range<Int>? {
    for verb in tokens where text.isLexeme(at: verb, .cue, CueFrame.identify) {
      let end = min(verb + 4, tokens.upperBound)
      guard
        let opener = (verb + 1..<max(verb + 1, end)).first(where: {
          text.isLexeme(at: $0, .preposition, PrepositionWord.as)
        }),
        (verb + 1..<opener).allSatisfy({ position in
          text.lexeme(.pronoun, covering: position) != nil || text.lexeme(.actor, covering: position) != nil
            || text.lexemes(at: position).contains { $0.lexeme.category == .determiner }
        }),
        let name = plainName(
          around: opener + 1, within: opener + 1..<min(opener + 5, tokens.upperBound)),
        name.lowerBound == opener + 1, name.count > 1, looksLikePerson(name)
      else { continue }
      return name
    }
    return nil
  }

  /// Where the name starts behind "The man," or "L'homme,".
  private func suspectDescribed(at first: Int) -> Int? {
    guard first + 3 < text.tokens.count,
      text.lexemes(at: first).contains(where: {
        $0.lexeme.category == .determiner && $0.lexeme.has(.definite)
      }),
      let actor = text.lexeme(.actor, covering: first + 1), actor.lexeme.as(ActorWord.self)?.isPeople == true,
      text.isComma(Int(actor.end)), !text.isPlural(first + 1)
    else { return nil }
    return Int(actor.end) + 1
  }

  /// Gives a name to the last person who was blamed without one.
  mutating func nameSuspect(_ name: Range<Int>) {
    guard let suspect = discourse.accusations.last, suspect.count == 1, let person = suspect.first,
      registry[person].isUnnamed, !registry[person].isPlural,
      registry[person].kind == .person || registry[person].kind == .group
    else { return }
    let words = text.name(name)
    registry.introduce(
      person,
      as: EntityRegistry.Draft(
        kind: .person, name: words, role: registry[person].name, key: "person:" + TextFolding.fold(words)))
  }

  /// "the group, NoName057(16), said": the group that was only described takes the name.
  mutating func nameGroup(_ entry: KnowledgeEntry, at name: Int, behind phrase: NounPhrase) {
    guard phrase.isDefinite(in: text), text.isComma(name - 1), let group = lastGroup,
      registry[group].isUnnamed,
      !registry[group].isPlural
    else { return }
    registry.introduce(group, as: entry, from: text.table)
  }

  /// "The company, Hakuryo Holdings, said": the business that spoke last without a name takes it.
  mutating func nameBusiness(_ name: Range<Int>, kind: EntityKind, behind phrase: NounPhrase) {
    guard phrase.isDefinite(in: text), text.isComma(name.lowerBound - 1),
      let speaker = discourse.latest(prefersSpeaker: true, where: { $0.isSpeaker }),
      speaker.entities.count == 1,
      let business = speaker.entities.first, registry[business].isUnnamed, !registry[business].isPlural,
      registry[business].kind == .organisation || registry[business].kind == .company
    else { return }
    let words = text.name(name)
    registry.introduce(
      business,
      as: EntityRegistry.Draft(
        kind: kind, name: words, role: nil, key: "organisation:" + TextFolding.fold(words)))
  }
}
