import DossierKnowledge
import DossierModel
import DossierText

/// Parties that are taken up by what they are, where the words before only mention them, without a claim that brought them in.
extension PartyReader {
  /// How many sentences back a mere mention is looked for.
  private static let reach = 2

  /// "It took Brightmoor Water eleven days … The utility": the first name in the sentences before that may be a body, be it one
  /// that only the text knows or the one business of the catalogues in its sentence.
  ///
  /// With `end` the words of the sentence being read count as well, as far as that.
  mutating func bodyMentionedBefore(orKnown: Bool = true, upTo end: Int? = nil) -> Int? {
    var runs = mentioning.reversed().map { text.sentences[$0].tokens }
    if let end, let here = text.sentence(at: end)?.tokens, here.lowerBound < end {
      runs.insert(here.lowerBound..<end, at: 0)
    }
    for sentence in runs {
      if orKnown, let entry = business(in: sentence) { return registry.insert(entry, from: text.table) }
      var position = sentence.lowerBound
      while position < sentence.upperBound {
        guard ProperName.isNameWord(position, in: text),
          let name = ProperName.find(around: position, in: text, within: sentence)
        else {
          position += 1
          continue
        }
        position = max(position + 1, name.upperBound)
        if mayBeBody(name, in: sentence) {
          return organisation(nameBehindOf(name, in: sentence), kind: .organisation).entities.first
        }
      }
    }
    return nil
  }

  /// "Shares of Brightline Payments": a word that has its capital from the sentence's start, and is none of a body, before "of".
  private func nameBehindOf(_ name: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    let of = name.lowerBound + 1
    guard name.lowerBound == sentence.lowerBound, of + 1 < name.upperBound,
      text.isLexeme(at: of, .preposition, PrepositionWord.of), text.isPlural(name.lowerBound),
      text.lexeme(.organ, covering: name.lowerBound) == nil
    else { return name }
    return of + 1..<name.upperBound
  }

  /// "sur Telegram", "on X": the place where others speak, and no party.
  func isPlatform(_ name: NameMatch) -> Bool {
    guard name.first > 0, let entry = text.entry(name.entry),
      text.table.contains(entry.id.utf8, in: .platforms)
    else { return false }
    return text.lexemes(at: Int(name.first) - 1).contains { match in
      match.lexeme.category == .preposition
        && (match.lexeme.means(PrepositionWord.on) || match.lexeme.means(PrepositionWord.in))
    }
  }

  /// The company of the catalogues, no press, that a sentence names, if it names but one.
  private func business(in sentence: Range<Int>) -> KnowledgeEntry? {
    var found: KnowledgeEntry?
    for name in text.names(in: sentence) where name.usage != .demonym {
      guard bestName(covering: Int(name.first))?.entry == name.entry, let entry = text.entry(name.entry),
        entry.kind == .company, !text.table.contains(entry.id.utf8, in: .media), !isPlatform(name)
      else { continue }
      let before = Int(name.first) - 1
      // "Acme, Initech and Hooli": one of several.
      let isListed = before > sentence.lowerBound && text.lexeme(.coordination, covering: before) != nil
      guard found == nil || found?.id == entry.id, !isListed else { return nil }
      found = entry
    }
    return found
  }

  /// "l'attaque contre TV5Monde … La chaîne": the press that the sentences before name, if it is but one.
  mutating func pressMentionedBefore() -> Int? {
    let entry = onlyMentioned { text.table.contains($0.id.utf8, in: .media) }
    return entry.map { registry.insert($0, from: text.table) }
  }

  /// "took their findings to the FBI … The bureau": the one agency that the sentences before name with such a word in its name.
  mutating func agencyMentioned(as word: Substring) -> Int? {
    let entry = onlyMentioned { $0.kind == .agency && TextFolding.words($0.name).contains(word) }
    return entry.map { registry.insert($0, from: text.table) }
  }

  /// The one party of the catalogues for which `test` holds that the sentences before name; nil for none and for several.
  private func onlyMentioned(where test: (KnowledgeEntry) -> Bool) -> KnowledgeEntry? {
    var found: KnowledgeEntry?
    for index in mentioning {
      for name in text.names(in: text.sentences[index].tokens) where name.usage != .demonym {
        guard bestName(covering: Int(name.first))?.entry == name.entry, let entry = text.entry(name.entry),
          test(entry)
        else { continue }
        guard found == nil || found?.id == entry.id else { return nil }
        found = entry
      }
    }
    return found
  }

  /// "the city of Oakland … City hall", "la commune de Lisieux … La mairie": the last name behind such a word and "of".
  mutating func cityMentionedBefore() -> Int? {
    for index in mentioning.reversed() {
      let sentence = text.sentences[index].tokens
      for match in text.lexemes(in: sentence).reversed()
      where match.lexeme.category == .organ && match.lexeme.means(OrganWord.city) {
        let of = Int(match.end)
        guard of + 1 < sentence.upperBound, text.isLexeme(at: of, .preposition, PrepositionWord.of),
          ProperName.isNameWord(of + 1, in: text),
          let name = ProperName.find(around: of + 1, in: text, within: of + 1..<sentence.upperBound)
        else { continue }
        return organisation(name, kind: .organisation).entities.first
      }
    }
    return nil
  }

  /// "Storm-0558, a group it says works for …": the group whose name ends right before the comma.
  mutating func groupBefore(_ phrase: NounPhrase) -> Int? {
    let comma = phrase.core.lowerBound - 1
    // "Sandworm, cette unité du renseignement militaire": a demonstrative points at the name.
    let isPointing = text.isLexeme(at: phrase.core.lowerBound, .time, TimeWord.this)
    guard comma > 0, !phrase.isDefinite(in: text) || isPointing, !text.isPlural(phrase.headPosition),
      text.isComma(comma),
      let name = bestName(covering: comma - 1), Int(name.end) == comma, let entry = text.entry(name.entry),
      entry.kind == .group
    else { return nil }
    return registry.insert(entry, from: text.table)
  }

  /// The group whose members the phrase counts: "five alleged members of the gang".
  func groupOfMembers(_ actor: LexemeMatch, _ phrase: NounPhrase, in segment: Segment) -> Int? {
    guard actor.lexeme.as(ActorWord.self)?.isPeople == true,
      let whole = segment.complement(of: phrase.head, behind: [.of], in: text)
    else { return nil }
    let group = NounPhrase(head: whole, in: segment, text: text)
    guard let word = group.actor?.lexeme.as(ActorWord.self), !word.isPeople else { return nil }
    return group.actor.flatMap { knownAttackers($0, group) }?.entities.first
  }

  /// "ALPHV, whose members claimed": the group before the comma.
  func groupOfRelative(_ actor: LexemeMatch, _ phrase: NounPhrase, in segment: Segment) -> Int? {
    let first = phrase.core.lowerBound
    guard actor.lexeme.as(ActorWord.self)?.isPeople == true, first > 1, text.isComma(first - 1),
      text.isLexeme(at: first, .pronoun, PronounWord.relative), first < phrase.headPosition,
      // "ALPHV, also known as BlackCat, whose members"
      let name = (max(0, first - 7)..<first).reversed().lazy.compactMap({ bestName(covering: $0) }).first,
      let entry = text.entry(name.entry),
      entry.kind == .group || text.table.contains(entry.id.utf8, in: .gangs)
    else { return nil }
    return registry.find(entry.id)
  }

  /// "released by the ASD, the NCSC and … The agencies": what a sentence before names side by side.
  mutating func bodiesListedBefore(_ word: OrganWord) -> [Int]? {
    for index in mentioning.reversed() {
      var found: [Int] = []
      var end = 0
      for match in text.names(in: text.sentences[index].tokens) where match.usage != .demonym {
        guard let best = bestName(covering: Int(match.first)), best.entry == match.entry,
          let entry = text.entry(match.entry), EntityKind(entry.kind).isParty
        else { continue }
        let entity = registry.insert(entry, from: text.table)
        guard fits(entity, word), !found.contains(entity) else { continue }
        if !isListed(from: end, to: Int(match.first)) {
          if found.count > 1 { return found }
          found = []
        }
        found.append(entity)
        end = Int(match.end)
      }
      if found.count > 1 { return found }
    }
    return nil
  }

  /// Whether nothing but commas, "and" and what goes before a name stands between two of a list.
  private func isListed(from end: Int, to start: Int) -> Bool {
    guard end <= start, start - end <= 12 else { return false }
    return (end..<start).allSatisfy { position in
      text.tokens[position].kind == .mark || !text.names(covering: position).isEmpty
        || text.word(position).count <= 2
        || text.lexemes(at: position).contains {
          $0.lexeme.category == .coordination || $0.lexeme.category == .determiner
        }
    }
      && (end..<start).contains {
        text.lexeme(.coordination, covering: $0) != nil || text.byte($0) == UInt8(ascii: ",")
      }
  }

  private var mentioning: Range<Int> {
    max(0, discourse.sentence - Self.reach)..<max(0, discourse.sentence)
  }

  /// Whether a name may be that of a body: no person, no place behind "in" or "from", nothing that the catalogues know.
  private func mayBeBody(_ name: Range<Int>, in sentence: Range<Int>) -> Bool {
    guard
      name.count > 1 || text.tokens[name.lowerBound].shape.contains(.mixedCase)
        || isCalledBusiness(name, in: sentence) || isExplainedAsBusiness(name, in: sentence)
        || opensClause(name, in: sentence),
      !looksLikePerson(name) || name.count < 3,
      registry.find("person:" + TextFolding.fold(text.name(name))) == nil,
      name.allSatisfy({ text.names(covering: $0).isEmpty }),
      !name.contains(where: { position in
        text.tokens[position].shape.contains(.allCapitals)
          || text.lexemes(at: position).contains { match in
            [.time, .role, .actor, .pronoun, .channel, .determiner].contains(match.lexeme.category)
          }
      })
    else { return false }
    guard name.lowerBound > 0 else { return true }
    return !text.lexemes(at: name.lowerBound - 1).contains { match in
      name.count == 1 && match.lexeme.category == .determiner
        || match.lexeme.category == .preposition
          && (match.lexeme.means(PrepositionWord.in) || match.lexeme.means(PrepositionWord.from)
            || match.lexeme.means(PrepositionWord.of))
        || match.lexeme.category == .role
    }
  }

  /// "la société suisse Xplain", "le fabricant de jouets Xplain": a word for a business stands before the name, with an adjective or
  /// two between, or its trade.
  private func isCalledBusiness(_ name: Range<Int>, in sentence: Range<Int>) -> Bool {
    for position in (max(sentence.lowerBound, name.lowerBound - 4)..<name.lowerBound).reversed() {
      if text.lexeme(.organ, covering: position)?.lexeme.as(OrganWord.self)?.isCommercial == true {
        return true
      }
      guard text.tokens[position].kind == .word, !ProperName.isNameWord(position, in: text),
        text.lexemes(at: position).isEmpty
          || text.names(covering: position).contains(where: { $0.usage == .demonym })
          || position < name.lowerBound - 1 && text.isLexeme(at: position, .preposition, PrepositionWord.of)
      else { return false }
    }
    return false
  }

  /// "Xplain, un fournisseur bernois", "Vistair, a low-cost airline": what it is stands behind a comma.
  private func isExplainedAsBusiness(_ name: Range<Int>, in sentence: Range<Int>) -> Bool {
    let first = name.upperBound + 1
    guard first + 1 < sentence.upperBound, text.isComma(name.upperBound) else { return false }
    return (first..<min(first + 5, sentence.upperBound)).prefix { text.tokens[$0].kind == .word }.contains {
      position in
      text.lexeme(.organ, covering: position)?.lexeme.as(OrganWord.self)?.isCommercial == true
    }
  }

  /// "Xplain was hit": a word of no other meaning opens the sentence as the subject of an auxiliary.
  private func opensClause(_ name: Range<Int>, in sentence: Range<Int>) -> Bool {
    name.lowerBound == sentence.lowerBound && text.lexemes(at: name.lowerBound).isEmpty
      && text.lexemes(at: name.upperBound).contains { $0.lexeme.category == .auxiliary }
  }
}
