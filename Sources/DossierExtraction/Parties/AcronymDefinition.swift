import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Finds the name that an acronym in brackets stands for, by the first letters of its words.
enum AcronymDefinition {
  /// The tokens of the name that ends before `bracket` and whose initials are the acronym's letters; small words between
  /// do not count. Nil where the letters do not fit.
  static func name(of acronym: Int, before bracket: Int, in text: AnalysedText, from floor: Int) -> Range<
    Int
  >? {
    let token = text.tokens[acronym]
    guard token.kind == .word, token.shape.contains(.allCapitals), (2...8).contains(token.range.count) else {
      return nil
    }
    let letters = text.word(acronym).lowercased().filter(\.isLetter).map { $0 }
    var open = letters.count
    var position = bracket - 1
    while position >= floor, bracket - position <= 2 * letters.count + 4, open > 0 {
      let word = text.tokens[position]
      if word.kind == .word, !isSmallWord(position, in: text) {
        guard text.word(position).lowercased().first == letters[open - 1] else { return nil }
        open -= 1
      } else if word.kind != .word, Mark(text.document.text.bytes, word) != .hyphen {
        return nil
      }
      position -= 1
    }
    let first = position + 1
    guard open == 0, text.tokens[first].shape.contains(.capitalised), bracket - first >= 2 else { return nil }
    return first..<bracket
  }

  private static func isSmallWord(_ position: Int, in text: AnalysedText) -> Bool {
    text.isElided(position)
      || text.lexemes(at: position).contains { match in
        switch match.lexeme.category {
        case .determiner, .preposition, .coordination, .nameParticle: Int(match.end) == position + 1
        default: false
        }
      } && !text.tokens[position].shape.contains(.capitalised)
  }
}
