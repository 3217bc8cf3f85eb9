import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// A document cut into tokens and sentences, with the names and lexemes found in it.
///
/// Only the article's own blocks are here: headline, body, captions. Tokens of all blocks stand in one array; what
/// belongs together never crosses a block. Nothing changes once it is there, and every reader holds it, so it is shared
/// rather than copied.
final class AnalysedText: Sendable {
  /// A run of tokens between two full stops.
  struct Sentence: Sendable, Hashable {
    /// Positions of its tokens.
    var tokens: Range<Int>
    /// Position of its block in the document.
    var block: Int
    /// The block's role.
    var role: Block.Role
  }

  let document: Document
  let table: KnowledgeTable
  /// Whether the document is in English, and in French.
  let isEnglish: Bool
  let isFrench: Bool
  let tokens: TextTokens
  let sentences: [Sentence]
  let names: [NameMatch]
  let lexemes: [LexemeMatch]
  /// The quotations, in order; none overlaps another.
  let quotations: [Quotation]
  /// Names that the catalogues know and that are not asserted here, with the reason.
  let unsettled: [UnsettledName]
  /// The catalogue entries that the names stand for.
  private let entries: [UInt32: KnowledgeEntry]
  /// For each token, position in `lexemes` of the first one that starts there or later.
  private let firstLexeme: [Int32]
  /// For each token, position in `names` of the first one that starts there or later.
  private let firstName: [Int32]
  /// For each token, what covers it: the bits of the lexemes' categories, and `nameBit`. Most questions are about words
  /// that have none of it.
  private let covers: [UInt64]
  private static let nameBit: UInt64 = 1 << 63

  /// Analyses the article's blocks of a document, up to `maximumText` bytes of them. Linear in the text.
  init(_ document: Document, table: KnowledgeTable, maximumText: Int = .max) {
    self.document = document
    self.table = table
    isEnglish = document.metadata.language.hasPrefix("en")
    isFrench = document.metadata.language.hasPrefix("fr")
    let analysis = TextAnalysis(document, table: table, maximumText: maximumText)
    tokens = analysis.tokens
    sentences = analysis.sentences
    names = analysis.names
    lexemes = analysis.lexemes
    quotations = analysis.quotations
    unsettled = analysis.unsettled
    var entries: [UInt32: KnowledgeEntry] = [:]
    for name in analysis.names where entries[name.entry] == nil {
      entries[name.entry] = analysis.entry(name.entry)
    }
    self.entries = entries
    firstLexeme = Self.starts(lexemes.map(\.first), count: tokens.count)
    firstName = Self.starts(names.map(\.first), count: tokens.count)
    covers = Self.covers(of: tokens.count, lexemes: lexemes, names: names)
  }

  private static func covers(of count: Int, lexemes: [LexemeMatch], names: [NameMatch]) -> [UInt64] {
    var covers = [UInt64](repeating: 0, count: count)
    for match in lexemes {
      let bit = bit(match.lexeme.category)
      for token in match.first..<match.end { covers[Int(token)] |= bit }
    }
    for match in names {
      for token in match.first..<match.end { covers[Int(token)] |= nameBit }
    }
    return covers
  }

  private static func bit(_ category: LexemeCategory) -> UInt64 { 1 &<< UInt64(category.number) }

  private static func starts(_ firsts: [UInt32], count: Int) -> [Int32] {
    var starts = [Int32](repeating: 0, count: count + 1)
    var index = 0
    for token in 0...count {
      while index < firsts.count, Int(firsts[index]) < token { index += 1 }
      starts[token] = Int32(index)
    }
    return starts
  }

  /// The sentence that holds a token. Logarithmic.
  func sentence(at token: Int) -> Sentence? {
    var low = 0
    var high = sentences.count - 1
    while low <= high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.contains(token) { return sentences[middle] }
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle - 1 }
    }
    return nil
  }

  /// The quotations that share a token with a run of tokens. Logarithmic.
  func quotations(overlapping range: Range<Int>) -> ArraySlice<Quotation> {
    guard !range.isEmpty else { return [] }
    let first = quotations.partitioningIndex { $0.outer.upperBound > range.lowerBound }
    let end = quotations.partitioningIndex { $0.outer.lowerBound >= range.upperBound }
    return quotations[first..<max(first, end)]
  }

  /// The catalogue entry of a name that was found here, or else in the table.
  func entry(_ index: UInt32) -> KnowledgeEntry? { entries[index] ?? table.entry(index) }

  /// The lexemes that start within a run of tokens, in order.
  func lexemes(in range: Range<Int>) -> ArraySlice<LexemeMatch> {
    let range = range.clamped(to: covers.indices)
    return lexemes[Int(firstLexeme[range.lowerBound])..<Int(firstLexeme[range.upperBound])]
  }

  /// The names that start within a run of tokens, in order.
  func names(in range: Range<Int>) -> ArraySlice<NameMatch> {
    let range = range.clamped(to: covers.indices)
    return names[Int(firstName[range.lowerBound])..<Int(firstName[range.upperBound])]
  }

  /// The lexemes that start at a token; none at a place before the text or behind it.
  @inline(__always)
  func lexemes(at token: Int) -> ArraySlice<LexemeMatch> {
    holds(token, ~Self.nameBit) ? lexemes(in: token..<token + 1) : []
  }

  /// Whether something of those kinds covers a token: bits of `covers`.
  @inline(__always)
  private func holds(_ token: Int, _ kinds: UInt64) -> Bool {
    covers.indices.contains(token) && covers[token] & kinds != 0
  }

  /// The longest lexeme of a category that covers a token.
  func lexeme(_ category: LexemeCategory, covering token: Int) -> LexemeMatch? {
    guard holds(token, Self.bit(category)) else { return nil }
    var start = token
    let floor = max(0, token - 5)
    while start >= floor {
      for match in lexemes(at: start)
      where match.lexeme.category == category && Int(match.end) > token {
        return match
      }
      start -= 1
    }
    return nil
  }

  /// Whether a lexeme of the category and value starts at the token.
  func isLexeme<Word: LexiconWord>(
    at token: Int, _ category: LexemeCategory, _ value: Word
  ) -> Bool {
    holds(token, Self.bit(category))
      && lexemes(at: token).contains { $0.lexeme.category == category && $0.lexeme.means(value) }
  }

  /// The longest name that covers a token, with its homonyms.
  func names(covering token: Int) -> [NameMatch] {
    guard holds(token, Self.nameBit) else { return [] }
    var best: [NameMatch] = []
    var start = token
    let floor = max(0, token - 9)
    while start >= floor {
      for match in names(in: start..<start + 1) where Int(match.end) > token {
        if let first = best.first, first.end - first.first > match.end - match.first { continue }
        if let first = best.first, first.end - first.first < match.end - match.first { best = [] }
        best.append(match)
      }
      start -= 1
    }
    return best
  }

  /// The bytes from the first to the last of a run of tokens.
  func range(of tokens: Range<Int>) -> TextRange {
    guard !tokens.isEmpty else { return TextRange(0 as UInt32, 0) }
    return TextRange(self.tokens[tokens.lowerBound].range.start, self.tokens[tokens.upperBound - 1].range.end)
  }

  /// The words of a run of tokens.
  ///
  /// Where a line is cut within them, or spaces are many, one space stands.
  func words(_ tokens: Range<Int>) -> String {
    let range = range(of: tokens)
    let words = document.text[range]
    var previous: UInt8 = 0
    for byte in document.text.bytes[range.indices] {
      guard byte >= 0x20, byte != 0x20 || previous != 0x20 else {
        return words.split { $0.isNewline || $0 == " " || $0 == "\t" }.joined(separator: " ")
      }
      previous = byte
    }
    return words
  }

  /// The same without marks of quotation, for a name.
  func unquoted(_ tokens: Range<Int>) -> String {
    let words = words(tokens)
    guard words.contains(where: { "«»“”\"".contains($0) }) else { return words }
    return words.filter { !"«»“”\"".contains($0) }.split(separator: " ").joined(separator: " ")
  }

  /// The words of a token.
  func word(_ token: Int) -> String { document.text[tokens[token].range] }

  /// Whether a noun ends as plurals of both languages do.
  func isPlural(_ token: Int) -> Bool {
    // "men", "the pair"
    if lexemes(at: token).contains(where: { $0.lexeme.category == .actor && $0.lexeme.has(.plural) }) {
      return true
    }
    guard tokens[token].range.count > 3 else { return false }
    let last = document.text.bytes[Int(tokens[token].range.end) - 1]
    return last == UInt8(ascii: "s") || last == UInt8(ascii: "x")
  }

  /// Whether a word ends with the apostrophe of an elision ("L'", "d'").
  func isElided(_ token: Int) -> Bool {
    let bytes = document.text.bytes
    let end = Int(tokens[token].range.end)
    guard tokens[token].kind == .word, end > 0 else { return false }
    return bytes[end - 1] == UInt8(ascii: "'")
      || end > 2 && bytes[end - 1] == 0x99 && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE2
  }

  /// The words of a name, with plain spaces.
  func name(_ tokens: Range<Int>) -> String {
    String(
      String.UnicodeScalarView(
        words(tokens).unicodeScalars.map {
          $0.value == 0xA0 || $0.value == 0x202F || $0.value == 0x0A ? " " : $0
        }))
  }

  /// The first byte of a token; nought outside the text.
  func byte(_ token: Int) -> UInt8 {
    let range = tokens[token].range
    return range.isEmpty ? 0 : document.text.bytes[Int(range.start)]
  }

  /// Whether a token is one ASCII sign.
  func isSign(_ token: Int, _ sign: Unicode.Scalar) -> Bool {
    token < tokens.count && tokens[token].range.count == 1 && byte(token) == UInt8(ascii: sign)
  }

  /// Whether a token is a comma.
  func isComma(_ token: Int) -> Bool {
    tokens[token].kind == .mark && Mark(document.text.bytes, tokens[token]) == .comma
  }

  /// A word in small letters without accents.
  func folded(_ position: Int) -> [UInt8] {
    var folded: [UInt8] = []
    document.text.bytes.withUnsafeBufferPointer {
      FoldedBytes.append($0, tokens[position].range.indices, to: &folded)
    }
    return folded
  }
}

extension AnalysedText {
  /// "La Presse canadienne": a capital behind an article with a capital, inside a sentence.
  func isTitleWord(_ position: Int) -> Bool {
    guard position > 1, tokens[position].shape.contains(.capitalised),
      tokens[position - 1].shape.contains(.capitalised), tokens[position - 2].kind == .word,
      !tokens[position - 1].shape.contains(.lineBefore)
    else { return false }
    return lexemes(at: position - 1).contains { $0.lexeme.category == .determiner }
  }

  /// Whether a word ends as gerunds do: "citing", "citant".
  func endsAsGerund(_ position: Int) -> Bool {
    ends(position, with: "ing") || ends(position, with: "ant")
  }

  /// Whether a word has that ending, of ASCII letters. No `String` is made of it.
  func ends(_ position: Int, with ending: StaticString) -> Bool {
    let range = tokens[position].range
    let count = ending.utf8CodeUnitCount
    guard range.count >= count, ending.hasPointerRepresentation else { return false }
    return document.text.bytes[Int(range.end) - count..<Int(range.end)].elementsEqual(
      UnsafeBufferPointer(start: ending.utf8Start, count: count))
  }
}
