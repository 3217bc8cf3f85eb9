import DossierKnowledge
import DossierModel
import DossierText

/// Bodies that are named by what they are and where: "l'hôpital de Dax", "the University of Moscow".
extension PartyReader {
  /// The body whose kind stands before "of" and the name of a place, or of a hospital or school right before its name. The name
  /// by itself would be the state of a capital, or the place rather than the hospital in it.
  mutating func localBody(_ organ: LexemeMatch, of name: Range<Int>, _ phrase: NounPhrase) -> Party? {
    guard let word = organ.lexeme.as(OrganWord.self), !word.isOrgan, word != .newspaper,
      Int(organ.end) <= name.lowerBound
    else {
      return nil
    }
    let hasOwnName = word == .hospital || word == .university
    let between = Int(organ.end)..<name.lowerBound
    let isBehindOf =
      between.last.map { text.isLexeme(at: $0, .preposition, PrepositionWord.of) } == true
      // "le centre hospitalier universitaire de Brest"
      && between.dropLast().allSatisfy { text.tokens[$0].kind == .word }
      && between.count <= 2
    guard isBehindOf || hasOwnName && between.isEmpty else { return nil }
    let known = bestName(covering: name.lowerBound).flatMap { text.entry($0.entry) }
    let isOfState = known.map { $0.kind == .state || $0.id == "organisation.eu" } == true
    guard isOfState || known == nil && hasOwnName else { return nil }
    let span = Int(organ.first)..<name.upperBound
    let words = text.name(span)
    var draft = EntityRegistry.Draft(
      kind: word.entityKind, name: words, key: "organisation:" + TextFolding.fold(words))
    draft.names = ["en": word.rawValue]
    return Party(entities: [registry.insert(draft)], tokens: phrase.core)
  }

  /// The whole of a French name whose first word alone has a capital: "la Direction générale des impôts", and not its article,
  /// which may have one from the sentence's start.
  func wholeName(_ name: Range<Int>, _ phrase: NounPhrase) -> Range<Int> {
    guard text.isFrench, name.upperBound == phrase.headPosition + 1 else { return name }
    let opens = text.lexemes(at: name.lowerBound).contains { $0.lexeme.category == .determiner }
    let start = name.lowerBound + (opens && name.count > 1 ? 1 : 0)
    return start..<max(name.upperBound, phrase.core.upperBound)
  }
}
