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
      // "le groupe, qui la revendique, a"
      || text.isLexeme(at: before, .pronoun, PronounWord.relative) && text.ends(before, with: "qui")
  }

  /// "noted overlaps with", "found similarities to": a word for likeness right behind a verb of claiming is what was found.
  static func isLikenessFound(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    text.lexemes(at: positions[index]).contains { match in
      match.lexeme.category == .judgement && match.lexeme.means(JudgementWord.likeness)
        && match.lexeme.partOfSpeech == .noun
    } && isVerbOfClaiming(positions[index - 1], in: text)
  }

  /// "Quietmoth claims to have breached": a finite English phrase of claiming right behind a capital is no noun.
  static func opensPhraseOfClaiming(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    let before = text.tokens[positions[index - 1]]
    return positions[index - 1] == positions[index] - 1 && before.kind == .word
      && before.shape.contains(.capitalised)
      && text.tokens[positions[index]].shape.isDisjoint(with: [.capitalised, .allCapitals])
      && text.lexemes(at: positions[index]).contains { match in
        match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb && match.lexeme.form == .finite
          && match.lexeme.language == .en && match.end - match.first > 2
          && Int(match.first) == positions[index]
      }
  }

  /// "a depuis inculpé", "ont depuis avoué": a preposition between a French auxiliary and the participle is an adverb.
  static func isAdverbInPerfect(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    index + 1 < positions.count
      && text.lexemes(at: positions[index]).contains { $0.lexeme.category == .preposition }
      && text.isLexeme(at: positions[index - 1], .auxiliary, AuxiliaryWord.have)
      && text.lexemes(at: positions[index + 1]).contains { match in
        match.lexeme.partOfSpeech == .verb && match.lexeme.form == .participle
      }
  }
}
