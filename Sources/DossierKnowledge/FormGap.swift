import DossierText

/// What may stand between two words of a form with a gap: "hold [the hackers] responsible".
struct FormGap {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: UnsafeBufferPointer<Token>
  /// Whether an aside has been passed; a gap holds one at the most.
  private var hasAside = false

  /// The gaps of a text.
  init(bytes: UnsafeBufferPointer<UInt8>, tokens: UnsafeBufferPointer<Token>) {
    self.bytes = bytes
    self.tokens = tokens
  }

  /// The token to look at after one that does not end the gap; nil where the gap may go no further.
  ///
  /// A mark ends it, but what two commas or brackets set off is passed as one token: "held Dan Reyes, a former contractor,
  /// responsible". No gap reaches into a clause behind "that": "juge probable que X soit responsable"; nor over a "no", which turns
  /// round what the form means: "claimed no responsibility".
  mutating func step(over token: Int) -> Int? {
    if opensClause(token) || negates(token) { return nil }
    guard tokens[token].kind == .mark, !Hyphen.isHyphen(tokens[token], in: bytes) else { return token + 1 }
    if isAbbreviation(before: token) { return token + 1 }
    guard !hasAside, let close = close(of: token) else { return nil }
    hasAside = true
    return close + 1
  }

  /// "Mr. Dunn": the stop behind a short word with a capital, with another such word behind it.
  private func isAbbreviation(before stop: Int) -> Bool {
    guard mark(stop) == UInt8(ascii: "."), stop > 0, stop + 1 < tokens.count,
      tokens[stop].shape.isDisjoint(with: .spaceBefore), tokens[stop - 1].kind == .word,
      tokens[stop - 1].range.count <= 4
    else { return false }
    return tokens[stop - 1].shape.contains(.capitalised) && tokens[stop + 1].shape.contains(.capitalised)
  }

  /// The comma or bracket that closes what one at `open` sets off, at most twelve words behind it.
  private func close(of open: Int) -> Int? {
    let closing: UInt8
    switch mark(open) {
    case UInt8(ascii: ","): closing = UInt8(ascii: ",")
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return nil
    }
    for token in open + 1..<max(open + 1, min(open + 14, tokens.count)) {
      if mark(token) == closing { return token }
      if opensClause(token) || tokens[token].kind == .mark && !Hyphen.isHyphen(tokens[token], in: bytes) {
        return nil
      }
    }
    return nil
  }

  /// A mark of one byte; nought for anything else.
  private func mark(_ token: Int) -> UInt8 {
    tokens[token].kind == .mark && tokens[token].range.count == 1
      ? bytes[tokens[token].range.indices.lowerBound] : 0
  }

  /// "no", "nobody", "aucune", "nul".
  private func negates(_ token: Int) -> Bool {
    let range = tokens[token].range.indices
    guard (2...6).contains(range.count) else { return false }
    return [StaticString("no"), "nobody", "aucun", "aucune", "nul", "nulle"].contains { word in
      range.count == word.utf8CodeUnitCount
        && (0..<word.utf8CodeUnitCount).allSatisfy { bytes[range.lowerBound + $0] == word.utf8Start[$0] }
    }
  }

  /// "que", "qu'", "that".
  private func opensClause(_ token: Int) -> Bool {
    let range = tokens[token].range.indices
    guard range.count <= 5 else { return false }
    return [StaticString("que"), "qu", "that"].contains { word in
      range.count >= word.utf8CodeUnitCount
        && range.count <= word.utf8CodeUnitCount + (word.utf8CodeUnitCount == 2 ? 3 : 0)
        && (0..<word.utf8CodeUnitCount).allSatisfy { bytes[range.lowerBound + $0] == word.utf8Start[$0] }
    }
  }
}
