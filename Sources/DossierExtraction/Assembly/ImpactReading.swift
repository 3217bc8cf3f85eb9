import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Reads counts of what was struck: "more than 250,000 servers".
enum ImpactReading {
  /// The counts in a run of tokens, with their qualifier and unit as written.
  static func impacts(in tokens: Range<Int>, of text: AnalysedText) -> [Impact] {
    var found: [Impact] = []
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      guard text.tokens[index].kind == .number,
        let (count, end) = number(at: index, within: tokens, of: text),
        count > 1, let unit = unit(at: end, within: tokens, of: text), !isDate(unit, text)
      else {
        index += 1
        continue
      }
      found.append(
        Impact(count: count, qualifier: qualifier(before: index, of: text), unit: text.words(unit)))
      index = unit.upperBound
    }
    return found
  }

  /// The number that starts at a token; groups of three digits after spaces belong to it.
  private static func number(at index: Int, within tokens: Range<Int>, of text: AnalysedText) -> (Int, Int)? {
    var digits = ""
    var end = index
    while end < tokens.upperBound, text.tokens[end].kind == .number {
      let part = text.word(end).unicodeScalars.filter { (0x30...0x39).contains($0.value) }
      if end > index, part.count != 3 || digits.count > 9 { break }
      if end == index, text.word(end).contains("."), part.count < 4 { return nil }
      digits += String(String.UnicodeScalarView(part))
      end += 1
    }
    guard digits.count < 12, let value = Int(digits) else { return nil }
    return (value, end)
  }

  /// The noun that is counted: one to three words in small letters up to the next mark or preposition.
  private static func unit(at start: Int, within tokens: Range<Int>, of text: AnalysedText) -> Range<Int>? {
    var end = start
    while end < min(tokens.upperBound, start + 3), text.tokens[end].kind == .word,
      !text.lexemes(at: end).contains(where: {
        $0.lexeme.category == .preposition || $0.lexeme.category == .negation
      })
    {
      end += 1
    }
    return end > start ? start..<min(end, start + 2) : nil
  }

  private static func isDate(_ unit: Range<Int>, _ text: AnalysedText) -> Bool {
    text.lexemes(in: unit).contains { $0.lexeme.category == .time }
  }

  private static func qualifier(before index: Int, of text: AnalysedText) -> String? {
    for match in text.lexemes(in: max(0, index - 3)..<index)
    where match.lexeme.category == .qualifier && Int(match.end) == index {
      return text.words(Int(match.first)..<Int(match.end))
    }
    return nil
  }
}
