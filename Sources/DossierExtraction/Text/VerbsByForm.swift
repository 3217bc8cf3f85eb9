import DossierKnowledge
import DossierSyntax
import DossierText

/// Words that the lexicon shows to be verbs by their form.
extension TagKnowledge {
  /// A verb of claiming or of attackers, which stands before no other verb as its auxiliary.
  static func isFullVerb(_ position: Int, in text: AnalysedText) -> Bool {
    let lexemes = text.lexemes(at: position)
    return lexemes.contains { match in
      [.cue, .behaviour, .judgement].contains(match.lexeme.category) && match.lexeme.partOfSpeech == .verb
        && !match.lexeme.has(.general)
    } && !lexemes.contains { [.auxiliary, .modal].contains($0.lexeme.category) }
  }

  /// A French form that only finite verbs have, as far as the lexicon knows.
  static func isFinite(_ position: Int, in text: AnalysedText) -> Bool {
    text.lexemes(at: position).allSatisfy { $0.lexeme.form == .finite && $0.lexeme.language == .fr }
  }

  /// "Paris l'impute à X": a French finite form behind a clitic that a name or a subject pronoun stands right before.
  static func isBehindClitic(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    let clitic = positions[index - 1]
    let before = positions[index - 2]
    let lexemes = text.lexemes(at: positions[index])
    guard !lexemes.isEmpty, isFinite(positions[index], in: text),
      lexemes.contains(where: { $0.lexeme.category == .cue && $0.lexeme.partOfSpeech == .verb }),
      text.isLexeme(at: clitic, .pronoun, PronounWord.clitic), positions[index] == clitic + 1,
      before == clitic - 1
    else { return false }
    // "comme le rapporte Le Monde"
    return text.names(covering: before).contains { $0.usage != .demonym }
      || text.isLexeme(at: before, .preposition, PrepositionWord.as)
      || text.lexemes(at: before).contains { $0.lexeme.category == .pronoun && $0.lexeme.has(.subject) }
  }
}
