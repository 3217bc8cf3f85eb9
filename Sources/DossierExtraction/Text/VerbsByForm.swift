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

  /// "FBI arrests hacker", "EU sanctions Russian officers": in a headline a word that a noun shares is the verb, where it stands right
  /// behind a name, whom it is done to right behind it, and no other verb in the sentence.
  static func isVerbOfHeadline(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    guard (1...4).contains(index), index + 1 < positions.count, isShownVerb(positions[index], in: text),
      opensPhrase(positions, after: index, in: text)
    else { return false }
    let before = positions[index - 1]
    guard before == positions[index] - 1,
      text.names(covering: before).contains(where: { $0.usage != .demonym })
        || text.isPlural(before) && text.lexeme(.organ, covering: before) != nil
        || text.isLexeme(at: before, .organ, OrganWord.police)
    else { return false }
    return positions.indices.allSatisfy { other in
      other == index || !mayBeFinite(positions[other], next: other == index + 1, in: text)
    }
  }

  /// A finite English form of a verb of claiming in small letters, whatever else is written alike.
  private static func isShownVerb(_ position: Int, in text: AnalysedText) -> Bool {
    text.tokens[position].shape.isDisjoint(with: [.capitalised, .allCapitals])
      && text.lexemes(at: position).contains { match in
        match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
          && match.lexeme.language == .en && !match.lexeme.has(.general)
          && (match.lexeme.form == .finite || match.lexeme.form == .plain)
          && Int(match.end) == position + 1
      }
  }

  /// Whether a word may be a finite verb; right behind another, whatever form of a deed it is.
  private static func mayBeFinite(_ position: Int, next: Bool, in text: AnalysedText) -> Bool {
    let lexemes = text.lexemes(at: position)
    return isVerbOfClaiming(position, in: text)
      || lexemes.contains { match in
        switch match.lexeme.category {
        case .auxiliary, .modal: true
        case .behaviour where match.lexeme.partOfSpeech == .verb:
          next && ![.participle, .gerund].contains(match.lexeme.form)
            || match.lexeme.form == .finite && !lexemes.contains { $0.lexeme.partOfSpeech == .noun }
        default: false
        }
      }
  }

  /// "calls US hacking claims groundless": a deed before a word for an accusation is what it is about.
  static func isDeedOfAccusation(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    index + 1 < positions.count && positions[index + 1] == positions[index] + 1
      && text.endsAsGerund(positions[index])
      && !text.names(covering: positions[index - 1]).isEmpty
      && text.lexemes(at: positions[index + 1]).contains { match in
        match.lexeme.category == .judgement && match.lexeme.means(JudgementWord.accusation)
          && match.lexeme.partOfSpeech == .noun
      }
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

  /// "Not so, retorts Jane Roe": a finite English verb of saying, which is no noun in the lexicon, between a comma and a name or article.
  static func isTagBehindComma(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    guard index + 1 < positions.count, text.isComma(positions[index - 1]),
      text.tokens[positions[index + 1]].shape.contains(.capitalised)
        || text.lexeme(.determiner, covering: positions[index + 1]) != nil
    else { return false }
    let lexemes = text.lexemes(at: positions[index])
    return !lexemes.isEmpty
      && lexemes.allSatisfy { match in
        match.lexeme.category == .cue && match.lexeme.language == .en && match.lexeme.partOfSpeech == .verb
          && match.lexeme.means(CueFrame.say) && match.lexeme.form == .finite
      }
  }

  /// "a depuis inculpé", "has since gone": a preposition between an auxiliary and the participle is an adverb.
  static func isAdverbInPerfect(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    index + 1 < positions.count
      && text.lexemes(at: positions[index]).contains {
        $0.lexeme.category == .preposition || $0.lexeme.means(TimeWord.since)
      }
      && text.isLexeme(at: positions[index - 1], .auxiliary, AuxiliaryWord.have)
      && (text.lexemes(at: positions[index + 1]).contains { match in
        match.lexeme.partOfSpeech == .verb && match.lexeme.form == .participle
      } || text.isEnglish && text.lexemes(at: positions[index + 1]).isEmpty)
  }
}
