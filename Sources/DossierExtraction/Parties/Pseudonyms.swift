import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// People who are known by a name that they have given themselves: "un internaute se faisant appeler « Karbon »", "a hacker who
/// goes by the name of quietmoth".
extension PartyReader {
  /// How far behind the word for somebody the pseudonym may stand.
  private static let reach = 10

  /// The person behind a pseudonym right after what they are called by.
  mutating func pseudonym(behind word: LexemeMatch, _ phrase: NounPhrase) -> Party? {
    var isOfMany = false
    switch word.lexeme.as(ActorWord.self) {
    case .group, .gang, .hackerGroup, .threatActor, .espionageGroup, .ransomwareGang, .network, .unit,
      .hacktivist, .actor:
      isOfMany = word.lexeme.category == .actor
    default: break
    }
    guard !text.isPlural(phrase.headPosition), let sentence = text.sentence(at: Int(word.first)),
      let name = pseudonym(after: Int(word.end), before: sentence.tokens.upperBound),
      name.allSatisfy({ text.names(covering: $0).isEmpty })
    else { return nil }
    // "a threat actor known as Quietmoth" may be many, "rose87168" is the handle of one.
    if isOfMany {
      guard word.lexeme.means(ActorWord.threatActor), isHandle(name.lowerBound) else { return nil }
    }
    let entity = insertPerson(name, role: text.words(phrase.core), partOf: nil, nil)
    return Party(entities: [entity], tokens: phrase.core, level: .person, isActor: true)
  }

  /// "a front calling itself HomeLand Justice", "un vendeur se faisant appeler drussellx": whoever a noun that no list has goes by
  /// the name of.
  mutating func selfNamed(_ phrase: NounPhrase) -> Party? {
    // Only somebody speaks: "a file named Readme" is nobody.
    guard isSpeaking, text.lexemes(at: phrase.headPosition).isEmpty,
      let sentence = text.sentence(at: phrase.headPosition),
      let name = pseudonym(after: phrase.headPosition + 1, before: sentence.tokens.upperBound)
    else { return nil }
    if let known = bestName(covering: name.lowerBound), let entry = text.entry(known.entry) {
      guard EntityKind(entry.kind).isParty, known.usage != .demonym else { return nil }
      let entity = registry.insert(entry, from: text.table)
      return Party(entities: [entity], tokens: phrase.core, level: level(of: entity), isActor: true)
    }
    let entity = insertPerson(name, role: text.words(phrase.core), partOf: nil, nil)
    return Party(entities: [entity], tokens: phrase.core, level: .person, isActor: true)
  }

  /// A word that is written as names are, or stands between quotation marks, behind words that give a name.
  private func pseudonym(after start: Int, before end: Int) -> Range<Int>? {
    var gives = false
    var isQuoted = false
    for position in start..<max(start, min(start + Self.reach, end)) {
      if text.tokens[position].kind == .mark {
        switch Mark(text.document.text.bytes, text.tokens[position]) {
        case .openingQuote, .openingSingle, .straightQuote: isQuoted = true
        case .comma: continue
        default: return nil
        }
        continue
      }
      if text.lexeme(.alias, covering: position) != nil
        || text.table.contains(text.folded(position), in: .namingWords)
      {
        gives = true
        continue
      }
      let shape = text.tokens[position].shape
      guard text.tokens[position].kind == .word else { return nil }
      // "se faisant appeler drussellx": no word of the language.
      if gives,
        isQuoted || isHandle(position) && text.lexeme(.alias, covering: position - 1) != nil
          || !shape.isDisjoint(with: [.capitalised, .mixedCase, .hasDigit, .allCapitals])
      {
        return position..<position + 1
      }
      let isGrammar = text.lexemes(at: position).contains { match in
        [.pronoun, .preposition, .determiner, .auxiliary].contains(match.lexeme.category)
      }
      guard isGrammar || !gives && position < start + 4 else { return nil }
    }
    return nil
  }

  /// A word in small letters that the lexicon has not, or a number.
  private func isHandle(_ position: Int) -> Bool {
    text.lexemes(at: position).isEmpty && !text.tokens[position].shape.contains(.capitalised)
  }

  /// "the Russian hacker Ivan Petrov", "le pirate russe Ivan Petrov": one attacker and a person's name right behind the word; where they
  /// are from does not make them their state's.
  mutating func namedPerson(behind word: LexemeMatch, _ phrase: NounPhrase) -> Party? {
    switch word.lexeme.as(ActorWord.self) {
    case .hacker, .criminal, .spy, .attacker, .affiliate, .culprit, .national, .suspect: break
    default: return nil
    }
    guard !text.isPlural(phrase.headPosition) else { return nil }
    var first = Int(word.end)
    while first < text.tokens.count, !text.tokens[first].shape.contains(.capitalised),
      text.names(covering: first).contains(where: { $0.usage == .demonym })
    {
      first += 1
    }
    guard first < text.tokens.count,
      let name = plainName(around: first, within: first..<min(first + 4, text.tokens.count)),
      name.lowerBound == first, name.count > 1, looksLikePerson(name)
    else { return nil }
    let entity = insertPerson(
      name, role: text.words(phrase.core.lowerBound..<Int(word.end)), partOf: nil, phrase)
    return Party(
      entities: [entity], tokens: phrase.core.lowerBound..<name.upperBound, level: .person, isActor: true)
  }
}
