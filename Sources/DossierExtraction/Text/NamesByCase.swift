import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Words that their capital letter shows to be names, or parts of one.
extension TagKnowledge {
  /// “…,” said Hough: a capital right behind a verb of saying that opens what is parsed, with nothing after it.
  static func isTagged(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    guard index == 1 || index == 2 && text.tokens[positions[0]].kind == .mark,
      text.isEnglish,
      text.tokens[positions[index]].shape.contains(.capitalised),
      isVerbOfClaiming(positions[index - 1], in: text),
      index + 1 == positions.count || text.tokens[positions[index + 1]].kind == .mark
    else { return false }
    return !text.lexemes(at: positions[index]).contains { match in
      match.lexeme.category == .pronoun || match.lexeme.category == .time
    }
  }

  /// An English word with a capital right behind another one, in a sentence that is not all in capitals: part of a name.
  static func isInName(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    let position = positions[index]
    guard index > 1, text.isEnglish,
      text.tokens[position].shape.contains(.capitalised),
      text.tokens[positions[index - 1]].shape.contains(.capitalised), positions[index - 1] == position - 1
    else { return false }
    return !isTitle(positions, in: text)
  }

  /// A word with a capital amid a sentence that neither the catalogues nor the lexicon know: no word of grammar and no verb.
  static func isNameByCase(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    let position = positions[index]
    // Where only what somebody claims is read again ("[a affirmé que] Conti était derrière"), its first word is none of a sentence.
    let isAmid =
      index > 0
      ? positions[index - 1] == position - 1
      : text.sentence(at: position).map { $0.tokens.lowerBound < position } == true
    return isAmid && text.tokens[position].shape.contains(.capitalised)
      && text.tokens[position - 1].kind != .mark
      && text.lexemes(at: position).isEmpty && text.names(covering: position).isEmpty
      && !isTitle(positions, in: text)
  }

  /// "Norse, a Californian firm, says": an unknown word that opens the sentence and is told what it is.
  static func isExplained(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    guard index == 0, positions.count > 4, text.tokens[positions[0]].shape.contains(.capitalised),
      text.isComma(positions[1]), text.lexemes(at: positions[0]).isEmpty,
      text.names(covering: positions[0]).isEmpty,
      text.lexemes(at: positions[2]).contains(where: { match in
        match.lexeme.category == .determiner && !match.lexeme.has(.definite)
      })
    else { return false }
    return positions[3..<min(8, positions.count)].contains { position in
      text.lexeme(.organ, covering: position) != nil || text.lexeme(.role, covering: position) != nil
    }
  }

  /// "transmis à La Presse": part of a title, amid a sentence that is not all in capitals.
  static func isTitled(_ positions: [Int], _ index: Int, in text: AnalysedText) -> Bool {
    index > 1 && text.isTitleWord(positions[index]) && !isTitle(positions, in: text)
  }

  /// Whether hardly a longer word is in small letters, so that capitals show nothing.
  private static func isTitle(_ positions: [Int], in text: AnalysedText) -> Bool {
    positions.count { place in
      text.tokens[place].kind == .word && text.tokens[place].range.count > 3
        && text.tokens[place].shape.isDisjoint(with: [.capitalised, .allCapitals, .mixedCase])
    } < 2
  }
}
