import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Cuts a block's tokens into sentences.
///
/// A sentence ends at a full stop, question or exclamation mark that is followed by the start of another sentence;
/// closing quotation marks and brackets after it belong to it. A mark within a quotation that goes on in small
/// letters (`« Assez ! » dit-il`) ends nothing.
struct SentenceSplitter {
  let bytes: [UInt8]
  let tokens: [Token]
  /// The block's words that are written with a full stop, by their token: a long text has very many lexemes.
  private let abbreviations: Set<Int>
  /// The block's verbs of saying, by their token.
  private let sayings: Set<Int>
  /// The block's finite verbs as far as the lexicon knows them, by their token.
  private let verbs: Set<Int>

  init(bytes: [UInt8], tokens: [Token], lexemes: ArraySlice<LexemeMatch>) {
    self.bytes = bytes
    self.tokens = tokens
    abbreviations = Set(
      lexemes.lazy.filter { $0.lexeme.category == .abbreviation && $0.end == $0.first + 1 }
        .map { Int($0.first) })
    sayings = Set(
      lexemes.lazy.filter {
        $0.lexeme.category == .cue && $0.lexeme.partOfSpeech == .verb && $0.lexeme.form != .infinitive
          && ($0.lexeme.means(CueFrame.say) || $0.lexeme.means(CueFrame.tell))
      }.map { Int($0.first) })
    verbs = Set(
      lexemes.lazy.filter {
        switch $0.lexeme.form {
        case .infinitive, .gerund, .participle: false
        default:
          $0.lexeme.category == .auxiliary || $0.lexeme.category == .cue && $0.lexeme.partOfSpeech == .verb
        }
      }.map { Int($0.first) })
  }

  /// The most tokens that a sentence has: no writer's sentence has as many, and what is one only for want of full stops
  /// would be parsed as one tree.
  private static let longest = 400

  /// The sentences within a run of tokens of one block.
  func sentences(in range: Range<Int>, quotations: [Quotation]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if index - start >= Self.longest {
        let end = breakingPoint(start + Self.longest / 2..<index)
        sentences.append(start..<end)
        start = end
      }
      if partsClauses(index, in: start..<range.upperBound, quotations) {
        sentences.append(start..<index + 1)
        start = index + 1
      }
      guard isTerminal(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < range.upperBound, isCloser(end, previous: index) { end += 1 }
      if end >= range.upperBound || startsSentence(at: end, after: index) {
        sentences.append(start..<end)
        start = end
      }
      index = end
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
    return sentences
  }

  /// Whether a semicolon outside quotations stands between two clauses: "X blamed Y; Z denied it". Linear in the clauses' length.
  private func partsClauses(_ index: Int, in range: Range<Int>, _ quotations: [Quotation]) -> Bool {
    guard isSemicolon(index), !quotations.contains(where: { $0.outer.contains(index) }) else { return false }
    let end = (index + 1..<range.upperBound).first { isSemicolon($0) || isTerminal($0) } ?? range.upperBound
    return index - range.lowerBound >= 4 && end - index > 4
      && (range.lowerBound..<index).contains(where: verbs.contains)
      && (index + 1..<end).contains(where: verbs.contains)
  }

  private func isSemicolon(_ index: Int) -> Bool {
    tokens[index].kind == .mark && bytes[Int(tokens[index].range.start)] == UInt8(ascii: ";")
  }

  /// Where a run without full stops is cut: after its last mark, else at its end.
  private func breakingPoint(_ range: Range<Int>) -> Int {
    range.last { tokens[$0].kind == .mark }.map { $0 + 1 } ?? range.upperBound
  }

  private func isTerminal(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .mark else { return false }
    switch bytes[Int(token.range.start)] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case 0xE2:  // U+2026 …
      return token.range.count >= 3 && bytes[Int(token.range.start) + 1] == 0x80
        && bytes[Int(token.range.start) + 2] == 0xA6
    default: return false
    }
  }

  private func isCloser(_ index: Int, previous: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .mark else { return false }
    switch Mark(bytes, token) {
    case .closingQuote, .closingBracket: return true
    case .straightQuote, .straightSingle, .closingSingle: return !token.shape.contains(.spaceBefore)
    default: return false
    }
  }

  private func startsSentence(at index: Int, after terminal: Int) -> Bool {
    let next = tokens[index]
    if next.shape.contains(.lineBefore) { return true }
    if bytes[Int(tokens[terminal].range.start)] == UInt8(ascii: "."), isAbbreviation(before: terminal) {
      return false
    }
    if index > terminal + 1, tags(at: index, after: terminal) { return false }
    switch next.kind {
    case .word: return next.shape.contains(.capitalised) && next.shape.contains(.spaceBefore)
    case .number: return next.shape.contains(.spaceBefore) && terminal + 1 == index
    case .mark:
      switch Mark(bytes, next) {
      case .openingQuote, .straightQuote, .openingSingle, .straightSingle, .openingBracket, .dash:
        return next.shape.contains(.spaceBefore)
      default: return false
      }
    }
  }

  /// Whether a question or a cry in quotation marks goes on with who said it: "“Is that all?” Mr. Roe said."
  private func tags(at index: Int, after terminal: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    let isFull = bytes[Int(tokens[terminal].range.start)] == UInt8(ascii: ".")
    for place in index..<min(index + 6, tokens.count) {
      // “We won.” Mr. Roe said.
      if place > index, sayings.contains(place) {
        return !isFull || place + 1 >= tokens.count || tokens[place + 1].kind == .mark
      }
      guard
        tokens[place].shape.contains(.capitalised)
          || tokens[place].kind == .mark && abbreviations.contains(place - 1)
      else { return false }
    }
    return false
  }

  /// Whether the word before a full stop is one that is written with it: a title, a month, one letter.
  private func isAbbreviation(before terminal: Int) -> Bool {
    guard terminal > 0 else { return false }
    let word = tokens[terminal - 1]
    guard word.kind == .word, !tokens[terminal].shape.contains(.spaceBefore) else { return false }
    if word.range.count == 1, word.shape.contains(.capitalised) { return true }
    return abbreviations.contains(terminal - 1)
  }
}
