import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What tells words of offices and bodies from verbs and pronouns that are written alike.
extension TagKnowledge {
  /// A word for a body or for people behind a demonym, with no noun behind it: "blamed the Chinese military.", "a Russian national with".
  static func isOrgan(_ position: Int, in text: AnalysedText) -> Bool {
    guard position > 0,
      text.lexemes(at: position).contains(where: {
        $0.lexeme.category == .organ || $0.lexeme.category == .actor
      }),
      text.names(covering: position - 1).contains(where: { $0.usage == .demonym })
        // "Russia's military had"
        || position > 1 && text.isEnglish && !text.names(covering: position - 2).isEmpty
          && text.ends(position - 1, with: "s") && text.tokens[position - 1].range.count == 2
        // "government and military never"
        || position > 1 && text.lexeme(.coordination, covering: position - 1) != nil
          && text.lexeme(.organ, covering: position - 2) != nil
    else { return false }
    let next = position + 1
    return next >= text.tokens.count || text.tokens[next].kind == .mark
      || text.lexemes(at: next).contains { match in
        match.lexeme.category == .preposition || match.lexeme.category == .auxiliary
          || match.lexeme.category == .negation
          || match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
          // "a Russian national hacked the bank"
          || match.lexeme.category == .behaviour && match.lexeme.partOfSpeech == .verb
            && [.finite, .participle].contains(match.lexeme.form)
      }
  }

  /// A French word in small letters between an office or a body and a name: "le sénateur démocrate Daniel Whitcombe",
  /// "l'opérateur portugais Voxtel".
  static func isAdjectiveOfOffice(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    guard index > 0, index + 1 < positions.count, text.isFrench,
      text.tokens[positions[index]].shape.isDisjoint(with: [.capitalised, .allCapitals]),
      // not "ministère des Affaires étrangères"
      text.tokens[positions[index]].range.count > 3,
      ProperName.isNameWord(positions[index + 1], in: text),
      text.lexeme(.role, covering: positions[index - 1]) != nil
        || text.lexeme(.organ, covering: positions[index - 1]) != nil
        || text.names(covering: positions[index]).contains(where: { $0.usage == .demonym })
    else { return false }
    return !text.lexemes(at: positions[index]).contains { match in
      switch match.lexeme.category {
      case .cue, .preposition, .auxiliary, .negation, .coordination, .determiner, .pronoun, .nameParticle:
        true
      default: false
      }
    }
  }

  /// "Me Paul Durand": a title before a name, and no pronoun.
  static func isHonorific(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    index + 1 < positions.count && text.tokens[positions[index]].shape.contains(.capitalised)
      && text.tokens[positions[index + 1]].shape.contains(.capitalised)
      && text.lexemes(at: positions[index]).contains { $0.lexeme.category == .role && $0.lexeme.has(.title) }
  }

  /// "North Korean IT workers": a word of two letters in capitals, where the words beside it are not, is no pronoun.
  static func isPronounInCapitals(_ position: Int, in text: AnalysedText) -> Bool {
    let token = text.tokens[position]
    guard text.isEnglish, token.range.count == 2, token.shape.contains(.allCapitals), position > 0,
      text.lexemes(at: position).contains(where: { $0.lexeme.category == .pronoun })
    else { return false }
    return [position - 1, position + 1].allSatisfy { place in
      place >= text.tokens.count || !text.tokens[place].shape.contains(.allCapitals)
    }
  }

  /// Part of an office or a body of two English words: "press secretary", "member states".
  static func isInOffice(_ position: Int, in text: AnalysedText) -> Bool {
    func isPair(_ category: LexemeCategory) -> Bool {
      guard let match = text.lexeme(category, covering: position) else { return false }
      return match.end - match.first == 2 && match.lexeme.language == .en
    }
    // Not "head of".
    return (isPair(.role) || isPair(.organ))
      && !text.lexemes(at: position).contains { $0.lexeme.category == .preposition }
  }
}
