import DossierKnowledge
import DossierModel
import DossierText

/// Who puts a text out, as its metadata or the lines above it tell: "CISA – Advisory", "Statement by the Federal Foreign Office",
/// "Par les analystes de Sekoia".
extension PartyReader {
  /// How many blocks from the start may be lines above the text.
  private static let headingBlocks = 4

  /// Notes who "we" is in a text that speaks in the first person: its publisher, or whom its first lines name.
  mutating func introduceAuthor() {
    discourse.publisher = issuer()
    discourse.authors = discourse.publisher.map { [$0] } ?? []
  }

  private mutating func issuer() -> Int? {
    let metadata = text.document.metadata
    for name in [metadata.publisher].compactMap({ $0 }) + metadata.authors {
      if let entity = body(named: HeadingLine(name, text.table)) { return entity }
    }
    for block in text.document.blocks where block.role == .byline {
      if let entity = body(named: HeadingLine(text.document.text[block.range], text.table)) { return entity }
    }
    for block in text.document.blocks.prefix(Self.headingBlocks) {
      let line = HeadingLine(text.document.text[block.range], text.table)
      guard block.role != .body || !line.isSentence else { return nil }
      if let entity = letterhead(line) ?? issuer(named: line) { return entity }
    }
    return nil
  }

  /// A body of the catalogues that a line names.
  private mutating func body(named line: HeadingLine) -> Int? {
    for match in line.names {
      if let entity = entity(match, of: [.company, .organisation, .agency]) { return entity }
    }
    return nil
  }

  /// The state or body whose name is the line, or that a line in capitals names: "REPUBLIC OF ALBANIA".
  private mutating func letterhead(_ line: HeadingLine) -> Int? {
    let words = line.tokens.filter { $0.kind == .word }
    guard words.count <= 8 else { return nil }
    let isCapital = words.allSatisfy { $0.shape.contains(.allCapitals) }
    for match in line.names where match.usage != .demonym {
      guard isCapital || match.end - match.first + 2 >= words.count else { continue }
      if let entity = entity(match, of: [.state, .agency]) { return entity }
    }
    return nil
  }

  /// The body that a line names as whose paper it is: before a dash, behind "by", or behind a word for a paper and "of".
  private mutating func issuer(named line: HeadingLine) -> Int? {
    for match in line.names where match.usage != .demonym {
      if line.isBehindPaper(match),
        let entity = entity(match, of: [.state, .agency, .company, .organisation])
      {
        return entity
      }
      if line.opensPart(match), let entity = entity(match, of: [.agency, .company, .organisation]) {
        return entity
      }
    }
    guard let name = line.unlistedName else { return nil }
    let words = line.words(name)
    return registry.insert(
      EntityRegistry.Draft(kind: .organisation, name: words, key: "organisation:" + TextFolding.fold(words)))
  }

  private mutating func entity(_ match: NameMatch, of kinds: Set<NameKind>) -> Int? {
    guard let entry = text.entry(match.entry), kinds.contains(entry.kind) else { return nil }
    return registry.insert(entry, from: text.table)
  }
}

/// A line above a text, with the names and words of the lexicons in it.
private struct HeadingLine {
  let bytes: [UInt8]
  let tokens: [Token]
  let names: [NameMatch]
  private let lexemes: [LexemeMatch]

  init(_ line: String, _ table: KnowledgeTable) {
    bytes = Array(line.utf8)
    tokens = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count))
    let matches = table.matches(in: bytes, tokens: tokens)
    names = matches.names
    lexemes = matches.lexemes
    let utf8 = bytes
    namesPaper =
      lexemes.contains { $0.lexeme.category == .channel }
      || tokens.contains { token in
        var folded: [UInt8] = []
        utf8.withUnsafeBufferPointer { FoldedBytes.append($0, token.range.indices, to: &folded) }
        return table.contains(folded, in: .paperWords)
      }
  }

  /// Whether the line ends as a sentence does.
  var isSentence: Bool {
    tokens.last.map { Mark(bytes, $0) == .stop && $0.kind == .mark } ?? false
  }

  /// The runs of tokens between dashes and bars.
  private var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for (index, token) in tokens.enumerated()
    where token.kind == .mark
      && (Mark(bytes, token) == .dash || bytes[Int(token.range.start)] == UInt8(ascii: "|"))
    {
      if index > start { parts.append(start..<index) }
      start = index + 1
    }
    if tokens.count > start { parts.append(start..<tokens.count) }
    return parts
  }

  /// Whether a word for a paper, such as "statement", or for a house that makes papers stands in the line.
  private let namesPaper: Bool

  /// "Statement by the North Atlantic Council", "déclaration au nom de l'Union européenne".
  func isBehindPaper(_ name: NameMatch) -> Bool {
    let first = Int(name.first)
    guard
      lexemes.contains(where: { match in
        match.lexeme.category == .channel && Int(match.end) <= first && first - Int(match.end) <= 14
      })
    else { return false }
    // A word with a capital before the name belongs to it: "the Federal Foreign Office".
    var before = first - 1
    while before > 0, isArticle(before), !isAuthorship(before) { before -= 1 }
    return before > 0 && isAuthorship(before)
  }

  /// "CISA – Advisory", "Par le CERT d'Orange Cyberdefense": the name of a house, with nothing but words for its parts beside it.
  func opensPart(_ name: NameMatch) -> Bool {
    guard let part = parts.first(where: { $0.contains(Int(name.first)) }) else { return false }
    guard namesPaper || parts.count == 1 || parts.contains(where: { isBy($0.lowerBound) }) else {
      return false
    }
    if isBy(part.lowerBound) { return true }
    var start = part.lowerBound
    // "Compagnie de Saint-Gobain"
    while start < Int(name.first), isLexeme(start, .determiner, .organ, .preposition) { start += 1 }
    return start == Int(name.first)
      && (Int(name.end)..<max(Int(name.end), part.upperBound)).allSatisfy(isOfHouse)
  }

  /// A name of at most three words before a dash that no catalogue has, where the line tells that it is of a paper.
  var unlistedName: Range<Int>? {
    let parts = parts
    guard parts.count > 1, let first = parts.first, first.count <= 3,
      namesPaper || parts.contains(where: { isBy($0.lowerBound) }),
      first.allSatisfy({ tokens[$0].kind == .word && tokens[$0].shape.contains(.capitalised) }),
      !names.contains(where: { first.contains(Int($0.first)) }),
      !lexemes.contains(where: { match in
        first.contains(Int(match.first))
          && [.behaviour, .threat, .channel, .actor, .time, .cue, .role].contains(match.lexeme.category)
      })
    else { return nil }
    return first
  }

  func words(_ range: Range<Int>) -> String {
    String(
      decoding: bytes[
        Int(tokens[range.lowerBound].range.start)..<Int(tokens[range.upperBound - 1].range.end)],
      as: UTF8.self)
  }

  private func isLexeme(_ position: Int, _ categories: LexemeCategory...) -> Bool {
    lexemes.contains { match in
      Int(match.first) <= position && position < Int(match.end) && categories.contains(match.lexeme.category)
    }
  }

  private func isArticle(_ position: Int) -> Bool { isLexeme(position, .determiner) }

  private func isBy(_ position: Int) -> Bool {
    lexemes.contains { match in
      Int(match.first) == position && match.lexeme.category == .preposition
        && match.lexeme.means(PrepositionWord.by)
    }
  }

  private func isAuthorship(_ position: Int) -> Bool {
    lexemes.contains { match in
      Int(match.first) <= position && position < Int(match.end)
        && (match.lexeme.category == .affiliation
          || match.lexeme.category == .preposition
            && (match.lexeme.means(PrepositionWord.by) || match.lexeme.means(PrepositionWord.of)
              || match.lexeme.means(PrepositionWord.from)))
    }
  }

  /// Whether a word beside a house's name is one of its parts, of an office, a date or a mark.
  private func isOfHouse(_ position: Int) -> Bool {
    let token = tokens[position]
    if token.kind != .word || token.shape.contains(.capitalised) { return true }
    // "Amnesty International's Security Lab"
    if bytes[Int(token.range.start)] == UInt8(ascii: "'") || bytes[Int(token.range.start)] == 0xE2 {
      return true
    }
    return isLexeme(position, .channel, .role, .organ, .determiner, .preposition, .time, .actor)
  }
}
