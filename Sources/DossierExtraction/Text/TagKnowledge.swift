import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What the catalogues and the lexicon know of words that a tagger trained on other texts may not: names are names,
/// and a verb of claiming right after a name is a verb.
enum TagKnowledge {
  private static let nominal = TagSet(.propn, .noun, .pron)
  private static let name = TagSet(.propn)
  private static let open = TagSet(.propn, .noun, .num, .x)
  private static let verbal = TagSet(.verb)
  private static let auxiliary = TagSet(.aux)
  private static let notFinite = TagSet(.aux, .adj)
  private static let adverbial = TagSet(.adv, .adj)
  private static let notVerbal = TagSet(.noun, .propn, .adj, .adv, .num, .adp, .pron, .det, .x)

  /// The parts of speech that each token of a segment may be.
  static func allowed(_ positions: [Int], in text: AnalysedText) -> [TagSet] {
    var allowed = [TagSet](repeating: .any, count: positions.count)
    for (index, position) in positions.enumerated() where text.tokens[position].kind == .word {
      for match in text.names(in: position..<position + 1) where match.usage != .demonym {
        for (offset, token) in (Int(match.first)..<Int(match.end)).enumerated()
        where index + offset < positions.count && positions[index + offset] == token {
          if text.tokens[token].shape.contains(.capitalised) || text.tokens[token].shape.contains(.mixedCase)
          {
            allowed[index + offset] = name
          }
        }
      }
      if text.names(covering: position).contains(where: { $0.usage == .demonym && $0.end - $0.first == 1 }) {
        allowed[index] = TagSet(.noun, .propn, .adj)
      }
      if allowed[index] == .any,
        isNameByCase(positions, index, in: text) || isExplained(positions, index, in: text)
      {
        allowed[index] = open
      }
      if isTagged(positions, index, in: text) || isTitled(positions, index, in: text) {
        allowed[index] = name
      }
      if allowed[index] == .any, isFullVerb(position, in: text) {
        allowed[index] = TagSet.any.subtracting(isFinite(position, in: text) ? notFinite : auxiliary)
      }
      if isDeed(position, in: text) || isBareDeed(position, in: text) { allowed[index] = verbal }
      if isHonorific(positions, index, in: text) { allowed[index] = TagSet(.noun, .propn) }
      if isInOffice(position, in: text) { allowed[index] = TagSet(.noun, .propn, .adj) }
      if isAdjectiveOfOffice(positions, index, in: text) { allowed[index] = TagSet(.adj) }
      if index > 0, isTieBehindClaim(positions, index, in: text) { allowed[index] = verbal }
      if isNounOfDeeds(position, in: text) { allowed[index] = TagSet(.noun, .propn) }
      if isOrgan(position, in: text) || isInName(positions, index, in: text) { allowed[index] = nominal }
      if isAdverb(position, in: text) { allowed[index] = adverbial }
      if isPronounInCapitals(position, in: text) { allowed[index] = TagSet(.noun, .propn) }
      if index > 0, isAdverbInPerfect(positions, index, in: text) { allowed[index] = TagSet(.adv) }
      if index > 0, text.isFrench {
        if isNegation(positions, index, in: text) { allowed[index] = TagSet(.adv) }
        if isBehindArticle(positions, index, in: text) || isFalsehood(position, in: text) {
          allowed[index] = notVerbal
        }
        if isBehindNe(positions, index, in: text) { allowed[index] = verbal }
        if isOneAccused(positions, index, in: text) { allowed[index] = TagSet(.noun) }
        if index > 1,
          isBehindClitic(positions, index, in: text)
            || isInfinitiveBehindPronoun(positions, index, in: text)
        {
          allowed[index - 1] = TagSet(.pron)
          allowed[index] = verbal
        }
      }
      if index > 0, text.isEnglish, allowed[index] == .any {
        if isBehindNever(positions, index, in: text) {
          allowed[index] = TagSet.any.subtracting(TagSet(.noun, .propn))
          // "they never touch hospitals"
          if index > 1, text.lexemes(at: positions[index - 2]).contains(where: { $0.lexeme.has(.subject) }),
            !text.ends(positions[index], with: "ly")
          {
            allowed[index] = TagSet.any.subtracting(TagSet(.noun, .propn, .adv))
          }
        }
        if isInfinitiveOfDemand(positions, index, in: text) { allowed[index] = verbal }
      }
      if index > 0, text.isEnglish {
        if opensPhraseOfClaiming(positions, index, in: text)
          || isVerbOfHeadline(positions, index, in: text) || isTagBehindComma(positions, index, in: text)
        {
          allowed[index] = verbal
        }
        if isDeedOfAccusation(positions, index, in: text) { allowed[index] = TagSet(.noun) }
      }
      if index > 0, isLikenessFound(positions, index, in: text) { allowed[index] = TagSet(.noun) }
      if text.isEnglish, holdsConfidence(positions, index, in: text) { allowed[index] = verbal }
      if index > 0, isSpeechOfSeveral(position, behind: positions[index - 1], in: text) {
        allowed[index] = verbal
      }
      if index == 0, opensPerfect(positions, in: text) { allowed[0] = nominal }
      if index > 1, isBehindOneOfTwo(position, in: text) {
        allowed[index - 1] = nominal
        allowed[index] = verbal
      }
      if index > 0, !text.isFrench || !isBehindArticle(positions, index, in: text),
        isPerfect(positions, index, in: text) || judges(positions, index, in: text)
          || isSecondPerfect(positions, index, in: text)
      {
        allowed[index] = verbal
      }
      // "the Australian Signals Directorate"
      guard index > 0, !isInName(positions, index, in: text), !isInOffice(position, in: text),
        isVerbOfClaiming(position, in: text),
        followsSpeaker(index, positions, in: text)
      else {
        continue
      }
      allowed[index] = verbal
      // "se défend": the pronoun begins the phrase, the word behind it is the verb.
      if text.tokens[position].range.count <= 4, ["se", "s'", "s’"].contains(text.word(position)),
        index + 1 < positions.count
      {
        allowed[index] = TagSet(.pron)
        allowed[index + 1] = verbal
      }
      if [LexemeCategory.role, .organ].contains(where: {
        text.lexeme($0, covering: positions[index - 1]) != nil
      }) {
        allowed[index - 1] = nominal
      }
      let before = positions[index - 1]
      if index == 1, allowed[0] == .any, text.tokens[before].shape.contains(.capitalised),
        !text.lexemes(at: before).contains(where: { $0.lexeme.category == .pronoun })
      {
        allowed[0] = nominal
      }
    }
    return allowed
  }

  /// "the two agencies urge": the plain form of an English verb of claiming that no noun shares, behind people or bodies
  /// in the plural.
  private static func isSpeechOfSeveral(_ position: Int, behind before: Int, in text: AnalysedText) -> Bool {
    guard before == position - 1, text.isPlural(before),
      text.lexeme(.role, covering: before) != nil || text.lexeme(.organ, covering: before) != nil
    else { return false }
    let lexemes = text.lexemes(at: position)
    return !lexemes.contains { $0.lexeme.partOfSpeech == .noun || $0.lexeme.partOfSpeech == .adjective }
      && lexemes.contains { match in
        match.lexeme.category == .cue && match.lexeme.language == .en && match.lexeme.partOfSpeech == .verb
          && !match.lexeme.has(.general) && ![.participle, .gerund].contains(match.lexeme.form)
      }
  }

  /// "China and its army never engage in cybertheft": no noun stands behind an English "never".
  private static func isBehindNever(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    text.lexeme(.negation, covering: positions[index - 1])?.lexeme.has(.always) == true
      && text.tokens[positions[index]].shape.isDisjoint(with: [.capitalised, .allCapitals])
  }

  /// "It had high confidence that": what somebody has is no verb that "have" would help.
  private static func holdsConfidence(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    index + 1 < positions.count
      && text.isLexeme(at: positions[index], .auxiliary, AuxiliaryWord.have)
      && text.lexemes(at: positions[index + 1]).contains { match in
        match.lexeme.category == .confidence && match.end - match.first > 1
          && Int(match.first) == positions[index + 1]
      }
  }

  /// "wants the government to advance payments": behind a demand, whom it is made of, and "to" stands a verb.
  private static func isInfinitiveOfDemand(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    guard index > 2, text.isLexeme(at: positions[index - 1], .preposition, PrepositionWord.to),
      text.tokens[positions[index]].shape.isDisjoint(with: [.capitalised, .allCapitals]),
      isNoFunctionWord(positions[index], in: text)
    else { return false }
    let asked = positions[index - 2]
    guard
      text.lexeme(.organ, covering: asked) != nil || text.lexeme(.role, covering: asked) != nil
        || text.tokens[asked].shape.contains(.allCapitals)
        || text.names(covering: asked).contains(where: { $0.usage != .demonym })
    else { return false }
    return positions[max(0, index - 7)..<index - 2].contains { position in
      text.lexemes(at: position).contains { match in
        match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
          && (match.lexeme.means(CueFrame.demand) || match.lexeme.means(CueFrame.require))
      }
    }
  }

  /// "The former suspects China": a verb of claiming right behind a pronoun of two words, whatever else it may be.
  private static func isBehindOneOfTwo(_ position: Int, in text: AnalysedText) -> Bool {
    guard let pronoun = text.lexeme(.pronoun, covering: position - 1), pronoun.end - pronoun.first == 2,
      Int(pronoun.end) == position
    else { return false }
    return text.lexemes(at: position).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
        && match.lexeme.language == .en && match.lexeme.form == .finite
    }
  }

  /// A finite English form of an attacker's verb that no noun shares: "stole".
  private static func isDeed(_ position: Int, in text: AnalysedText) -> Bool {
    guard !text.tokens[position].shape.contains(.capitalised) else { return false }
    let lexemes = text.lexemes(at: position)
    return lexemes.contains { match in
      match.lexeme.category == .behaviour && match.lexeme.language == .en
        && match.lexeme.partOfSpeech == .verb
        && match.lexeme.form == .finite && Int(match.end) == position + 1
    }
      && !lexemes.contains {
        $0.lexeme.partOfSpeech == .noun || [.participle, .plain, .infinitive].contains($0.lexeme.form)
      }
      // "the harbours"
      && (position == 0
        || !text.lexemes(at: position - 1).contains { match in
          match.lexeme.category == .determiner
            || match.lexeme.category == .pronoun && match.lexeme.has(.possessive)
        })
  }

  /// "did it": the verb of a phrase of two that says who did something.
  private static func isBareDeed(_ position: Int, in text: AnalysedText) -> Bool {
    text.lexemes(at: position).contains { match in
      match.lexeme.category == .responsibility && match.lexeme.language == .en
        && match.lexeme.partOfSpeech == .verb && Int(match.end) == position + 2
        && text.table.matches(in: text.document.text.bytes, tokens: [text.tokens[position + 1]]).lexemes
          .contains { $0.lexeme.category == .pronoun }
    }
  }

  /// A form that opens a phrase of ties right behind a verb of claiming: "a group it says works for the state".
  private static func isTieBehindClaim(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    isVerbOfClaiming(positions[index - 1], in: text)
      && text.lexemes(at: positions[index]).contains { match in
        match.lexeme.category == .affiliation && match.lexeme.language == .en
          && Int(match.first) == positions[index] && match.end - match.first > 1
          && text.lexemes(at: Int(match.end) - 1).contains { $0.lexeme.category == .preposition }
      }
  }

  /// An English noun for what attackers do that is no form of a verb: "malware", "thefts".
  private static func isNounOfDeeds(_ position: Int, in text: AnalysedText) -> Bool {
    let lexemes = text.lexemes(at: position)
    return lexemes.allSatisfy { $0.lexeme.partOfSpeech == .noun || $0.lexeme.category == .threat }
      && lexemes.contains { match in
        match.lexeme.category == .behaviour && match.lexeme.language == .en && !match.lexeme.has(.neutral)
          && match.end - match.first == 1
      }
  }

  /// A word in small letters with an adverb's ending right before a verb of claiming: "strongly condemned".
  private static func isAdverb(_ position: Int, in text: AnalysedText) -> Bool {
    guard position + 1 < text.tokens.count,
      text.tokens[position].shape.isDisjoint(with: [.capitalised, .allCapitals]),
      text.ends(position, with: "ly")
    else { return false }
    let lexemes = text.lexemes(at: position)
    // "strongly condemned" is one phrase of the lexicon.
    if lexemes.contains(where: { $0.lexeme.category == .cue && Int($0.end) > position + 1 }) { return true }
    return isVerbOfClaiming(position + 1, in: text)
      && lexemes.allSatisfy { $0.lexeme.partOfSpeech != .noun && $0.lexeme.partOfSpeech != .verb }
  }

  /// A form that is only a verb of claiming: finite, and no noun of the lexicon.
  static func isVerbOfClaiming(_ position: Int, in text: AnalysedText) -> Bool {
    var isVerb = false
    for match in text.lexemes(at: position) {
      let lexeme = match.lexeme
      if lexeme.partOfSpeech == .noun || lexeme.category == .auxiliary { return false }
      guard lexeme.category == .cue, lexeme.partOfSpeech == .verb, !lexeme.has(.general) else { continue }
      switch lexeme.form {
      case .finite, .conditional, .future: isVerb = true
      case .participle: isVerb = isVerb || lexeme.language == .en
      default: continue
      }
    }
    return isVerb
  }

  /// Whether an article or a capital stands right behind a word: ", estime le ministre", ", affirme Berlin".
  static func opensSpeaker(_ positions: [Int], after index: Int, in text: AnalysedText) -> Bool {
    guard index + 1 < positions.count, positions[index + 1] == positions[index] + 1 else { return false }
    let next = positions[index + 1]
    return text.tokens[next].shape.contains(.capitalised)
      || text.lexemes(at: next).contains { $0.lexeme.category == .determiner }
  }

  /// Whether a noun phrase or a clause opens right behind a word.
  static func opensPhrase(_ positions: [Int], after index: Int, in text: AnalysedText) -> Bool {
    guard index + 1 < positions.count, positions[index + 1] == positions[index] + 1 else { return false }
    let next = positions[index + 1]
    // Not "officials accused of", "a man charged with".
    return text.tokens[next].kind == .word
      && !text.lexemes(at: next).contains { match in
        switch match.lexeme.category {
        // "deputy press secretary"
        case .preposition, .coordination, .role, .organ: true
        default: false
        }
      }
  }

  /// "les magistrats l'accusent": a third person of the plural is no noun behind an article, but a verb behind a pronoun.
  private static func isPluralBehindClitic(_ position: Int, in text: AnalysedText) -> Bool {
    position > 1 && text.ends(position, with: "ent")
      && text.isLexeme(at: position - 1, .pronoun, PronounWord.clitic)
  }

  /// Whether a name, a pronoun or "and" stands before, perhaps with an adverb between.
  private static func followsSpeaker(_ index: Int, _ positions: [Int], in text: AnalysedText) -> Bool {
    let before = positions[index - 1]
    let token = text.tokens[before]
    if token.kind == .mark {
      // "The National Cyber Security Centre (NCSC) assesses …": an acronym in brackets closes the name.
      if index > 2, text.isSign(before, ")"), text.tokens[positions[index - 2]].shape.contains(.allCapitals) {
        return true
      }
      // "Pyongyang, accusé par Washington, nie …": a finite French form after the comma that closes an aside.
      return (index > 3 || opensSpeaker(positions, after: index, in: text))
        && Mark(text.document.text.bytes, token) == .comma
        && text.lexemes(at: positions[index]).contains { match in
          match.lexeme.language == .fr && match.lexeme.category == .cue
            && [.finite, .conditional, .future].contains(match.lexeme.form)
        }
    }
    guard token.kind == .word else { return false }
    if isPluralBehindClitic(positions[index], in: text) { return true }
    // "le renseignement russe dément avoir", "un responsable américain estime que", "ce que le gang nie.": a finite form
    // behind people, a body or what is said of them.
    if isFrenchVerb(positions, index, in: text) { return true }
    // "officials accused the GRU", "the statement names Conti": a noun of people, bodies or papers, and behind the verb somebody or
    // something.
    if opensPhrase(positions, after: index, in: text),
      text.lexemes(at: before).contains(where: {
        $0.lexeme.category == .role || $0.lexeme.category == .organ || $0.lexeme.category == .channel
      })
    {
      return true
    }
    if token.shape.contains(.capitalised) {
      return index > 1
        || !text.lexemes(at: before).contains { match in
          match.lexeme.category == .determiner || match.lexeme.category == .preposition
        }
    }
    return text.lexemes(at: before).contains { match in
      match.lexeme.category == .pronoun && match.lexeme.has(.subject)
        || match.lexeme.category == .coordination && match.lexeme.means(CoordinationWord.and)
    }
  }
}
