import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Parties that the text only describes, by a word that no list has: "processors", "a programmer".
extension PartyReader {
  /// A party known only by a common noun in the plural ("processors", "les plateformes"), or `ofOne` with an indefinite article
  /// ("a programmer").
  mutating func described(at node: Int, ofOne: Bool = false, in segment: Segment) -> Party {
    let phrase = NounPhrase(head: node, in: segment, text: text)
    let isPlural = phrase.isPlural(in: text) || text.isPlural(phrase.headPosition)
    guard segment.tree.tags[node] == .noun,
      isPlural || ofOne && !phrase.isDefinite(in: text) && phrase.possessive(in: text) == nil
    else {
      return Party(entities: [], tokens: phrase.core, reason: "'\(text.words(phrase.core))' names no party")
    }
    return described(
      isPlural ? text.word(phrase.headPosition) : text.unquoted(withoutDeed(phrase)),
      kind: isPlural ? .organisation : .person, isPlural: isPlural, phrase)
  }

  /// "a basketball player with hacking": without what somebody is charged with.
  private func withoutDeed(_ phrase: NounPhrase) -> Range<Int> {
    let end = deedStart(after: phrase.headPosition + 1, phrase)
    return phrase.core.lowerBound..<max(phrase.headPosition + 1, min(end, phrase.core.upperBound))
  }

  /// Somebody known only by a common noun that no list has.
  mutating func described(anyAt node: Int, in segment: Segment) -> Party {
    let phrase = NounPhrase(head: node, in: segment, text: text)
    return described(
      text.unquoted(phrase.core), kind: .organisation,
      isPlural: phrase.isPlural(in: text) || text.isPlural(phrase.headPosition), phrase)
  }

  private mutating func described(_ words: String, kind: EntityKind, isPlural: Bool, _ phrase: NounPhrase)
    -> Party
  {
    var draft = EntityRegistry.Draft(kind: kind, name: words, key: "described:" + TextFolding.fold(words))
    draft.isUnnamed = true
    draft.isPlural = isPlural
    return Party(entities: [registry.insert(draft)], tokens: phrase.core)
  }
}

extension PartyReader {
  /// "breached the network": what was broken into, robbed or spied on.
  func isBrokenInto(_ noun: Int, in segment: Segment) -> Bool {
    guard segment.tree.relations[noun] == .obj, let verb = segment.head(noun) else { return false }
    return text.lexemes(at: segment.positions[verb]).contains { match in
      match.lexeme.category == .behaviour
        && [BehaviourWord.intrusion, .theft, .espionage].contains(where: match.lexeme.means)
    }
  }
}
