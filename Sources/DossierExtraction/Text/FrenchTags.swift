import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What tells a French verb from a noun or an adjective that is written alike.
extension TagKnowledge {
  /// Whether a French form can only be the verb here: a noun of people or bodies or a demonym before it, and behind it
  /// what a verb governs or the end.
  static func isFrenchVerb(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    guard
      text.lexemes(at: positions[index]).contains(where: { match in
        match.lexeme.category == .cue && match.lexeme.language == .fr
          && [.finite, .conditional, .future].contains(match.lexeme.form)
      })
    else { return false }
    let before = positions[index - 1]
    let isPeople =
      [LexemeCategory.role, .organ, .actor].contains { text.lexeme($0, covering: before) != nil }
      || text.lexeme(.pronoun, covering: before).map { match in
        // "l'avocat de l'un d'eux proteste"
        match.lexeme.means(PronounWord.latter) || match.lexeme.means(PronounWord.they)
      } == true
      || text.names(covering: before).contains { match in
        match.usage == .demonym || text.entry(match.entry).map { EntityKind($0.kind).isParty } == true
      }
    guard isPeople else { return false }
    guard index + 1 < positions.count else { return true }
    var next = positions[index + 1]
    // "incrimine pourtant des pirates"
    if text.table.contains(text.folded(next), in: .joiningAdverbs), index + 2 < positions.count {
      next = positions[index + 2]
    }
    return text.tokens[next].kind == .mark
      // "crie à la provocation": the whole phrase of the lexicon stands here.
      || text.lexemes(at: positions[index]).contains { match in
        match.lexeme.category == .cue && match.lexeme.form == .finite && Int(match.end) > next + 1
      }
      // "nie catégoriquement"
      || text.ends(next, with: "ment")
      || text.lexemes(at: next).contains { match in
        switch match.lexeme.category {
        case .complementizer, .determiner, .negation: true
        case .auxiliary: match.lexeme.form == .infinitive
        default: false
        }
      }
  }

  /// "n'a pas voulu", "n'a jamais nié": a negation behind an auxiliary is no verb.
  static func isNegation(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    text.isLexeme(at: positions[index], .negation, NegationWord.not)
      && text.lexemes(at: positions[index - 1]).contains { $0.lexeme.category == .auxiliary }
  }

  /// "je ne peux ni ne veux", "ne la relie": behind "ne" and the pronouns that may follow it stands a verb.
  static func isBehindNe(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    guard text.tokens[positions[index]].kind == .word, isNoFunctionWord(positions[index], in: text) else {
      return false
    }
    for place in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      let position = positions[place]
      if text.isLexeme(at: position, .negation, NegationWord.ne) { return true }
      guard
        text.lexemes(at: position).contains(where: { match in
          match.lexeme.category == .pronoun && match.lexeme.has(.object)
        })
      else { return false }
    }
    return false
  }

  /// "les deux mis en cause": a participle that stands for people, behind an article or a number.
  static func isOneAccused(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    text.lexemes(at: positions[index]).contains { match in
      match.lexeme.category == .actor && match.end - match.first > 1
        && match.lexeme.means(ActorWord.suspect)
    }
      && (text.lexeme(.determiner, covering: positions[index - 1]) != nil
        || index > 1 && text.lexeme(.determiner, covering: positions[index - 2]) != nil
          && text.lexeme(.auxiliary, covering: positions[index - 1]) == nil)
  }

  /// "je ne peux pas le nommer": an infinitive that no noun shares, behind a pronoun that is written as an article is, and
  /// a word of will or ability before them.
  static func isInfinitiveBehindPronoun(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    guard index > 1, text.isLexeme(at: positions[index - 1], .pronoun, PronounWord.clitic) else {
      return false
    }
    let lexemes = text.lexemes(at: positions[index])
    guard lexemes.contains(where: { $0.lexeme.form == .infinitive && $0.lexeme.language == .fr }),
      !lexemes.contains(where: { match in
        match.lexeme.partOfSpeech == .noun || match.lexeme.category == .auxiliary
          || match.lexeme.category == .modal
      })
    else { return false }
    return positions[max(0, index - 4)..<index - 1].contains { position in
      text.lexemes(at: position).contains { $0.lexeme.category == .modal }
    }
  }

  /// Whether a word is none of those that stand between "ne" and its verb, or that follow it in "ne pas dire".
  static func isNoFunctionWord(_ position: Int, in text: AnalysedText) -> Bool {
    !text.lexemes(at: position).contains { match in
      switch match.lexeme.category {
      case .negation, .pronoun, .determiner, .preposition, .auxiliary: true
      default: false
      }
    }
  }

  /// "toute demande", "aucune demande": behind an article that is never a pronoun no verb stands.
  static func isBehindArticle(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    let article = positions[index - 1]
    guard text.tokens[positions[index]].shape.isDisjoint(with: [.capitalised, .allCapitals, .mixedCase]),
      index < 2 || !text.isElided(positions[index - 2])
    else { return false }
    // « un communiqué », « son communiqué »
    if text.lexeme(.channel, covering: positions[index])?.lexeme.partOfSpeech == .noun,
      text.lexemes(at: article).contains(where: {
        $0.lexeme.category == .determiner || $0.lexeme.category == .pronoun && $0.lexeme.has(.possessive)
      })
    {
      return true
    }
    return text.lexemes(at: article).contains { match in
      match.lexeme.category == .determiner && match.lexeme.means(DeterminerWord.feminine)
        && text.tokens[article].range.count > 2
        || match.lexeme.category == .negation && match.lexeme.means(NegationWord.no)
          && match.lexeme.partOfSpeech == .adjective
    }
  }

  /// A French participle of claiming behind "avoir" with nothing but adverbs between: "a de nouveau démenti".
  static func isPerfect(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    guard
      text.lexemes(at: positions[index]).contains(where: { match in
        match.lexeme.category == .cue && match.lexeme.language == .fr && match.lexeme.partOfSpeech == .verb
          && match.lexeme.form == .participle
      }), !isNegation(positions, index, in: text)
    else { return false }
    for place in stride(from: index - 1, through: max(0, index - 4), by: -1) {
      let lexemes = text.lexemes(at: positions[place])
      if lexemes.contains(where: { $0.lexeme.category == .auxiliary && $0.lexeme.means(AuxiliaryWord.have) })
      {
        return true
      }
      guard text.tokens[positions[place]].kind == .word,
        !lexemes.contains(where: { $0.lexeme.category == .determiner && $0.lexeme.has(.definite) }),
        !text.tokens[positions[place]].shape.contains(.capitalised)
      else { return false }
    }
    return false
  }

  /// "a nié les faits et invité Prague à": a French participle of claiming behind "and", before whom it is done to, shares the
  /// auxiliary of the first.
  static func isSecondPerfect(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    index > 3 && text.isFrench
      && text.isLexeme(at: positions[index - 1], .coordination, CoordinationWord.and)
      && text.lexemes(at: positions[index]).contains { match in
        match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
          && match.lexeme.form == .participle
      }
      && opensSpeaker(positions, after: index, in: text)
      && positions[..<index].suffix(12).contains { text.isLexeme(at: $0, .auxiliary, AuxiliaryWord.have) }
  }

  /// "Akira a revendiqué": a capital that nothing is known of, before "avoir" and what was claimed.
  static func opensPerfect(_ positions: [Int], in text: AnalysedText) -> Bool {
    guard positions.count > 3, text.tokens[positions[0]].shape.contains(.capitalised),
      text.lexemes(at: positions[0]).isEmpty
    else { return false }
    return isPerfect(positions, 2, in: text)
  }

  /// "juge très probable que": a French word of judging before a likelihood and "que" is no noun.
  static func judges(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    guard
      text.lexemes(at: positions[index]).contains(where: { match in
        match.lexeme.category == .cue && match.lexeme.language == .fr && match.lexeme.partOfSpeech == .verb
          && match.lexeme.form == .finite && match.lexeme.means(CueFrame.assess)
      })
    else { return false }
    // "juge « tout à fait plausible » que": marks and adverbs may stand between.
    let ahead = positions[min(index + 1, positions.count)..<min(index + 6, positions.count)]
    guard
      let likelihood = ahead.compactMap({ position in
        text.lexemes(at: position).first { $0.lexeme.category == .likelihood && Int($0.first) == position }
      }).last, let next = ahead.first(where: { $0 >= Int(likelihood.end) })
    else { return false }
    return text.isLexeme(at: next, .complementizer, ComplementizerWord.that)
  }

  /// "une pure calomnie": a French word for a false charge is a noun, though it is written as a verb is.
  static func isFalsehood(_ position: Int, in text: AnalysedText) -> Bool {
    let lexemes = text.lexemes(at: position)
    return lexemes.contains { match in
      match.lexeme.category == .judgement && match.lexeme.means(JudgementWord.baseless)
        && match.lexeme.partOfSpeech == .noun && Int(match.end) == position + 1
    }
      && lexemes.allSatisfy { $0.lexeme.partOfSpeech != .verb }
  }
}
