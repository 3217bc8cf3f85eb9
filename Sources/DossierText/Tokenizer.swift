/// Cuts UTF-8 text into tokens, the same way for names, cues and the parser.
///
/// - Hyphens and other marks are tokens of their own (`state-backed` is three tokens; none has a space before but the
///   first). Runs of one mark (`...`, `--`) are one token; brackets and double quotation marks stand alone.
/// - Elided words end with their apostrophe (`l'` + `OTAN`, `qu'` + `ils`); English clitics start with it
///   (`China` + `'s`, `do` + `n't`, `they` + `'re`). `O'Brien` and `aujourd'hui` stay whole.
/// - Digits with inner separators are one token: `250,000`, `3.5`, and `250 000` where the space is a no-break one.
///   Digits that letters follow at once are a word (`5G`, `30th`).
/// - Abbreviations of single letters keep their full stops (`U.S.`, `p.m.`, `J.-C.`), and so does an initial before a
///   capital (`J. Smith`); they fold without them.
/// - Both the apostrophe `'` and the quotation mark `’` (U+2019) count as apostrophes between letters; at the edge of a
///   word they are marks. Characters of no width inside a word belong to it and fold to nothing.
///
/// Bytes that are not UTF-8 are marks of one byte each.
public enum Tokenizer {
  /// The tokens of `bytes` within `range`, in order. One pass, no allocation but the result's.
  public static func tokens(of bytes: [UInt8], in range: TextRange) -> [Token] {
    var result: [Token] = []
    let limit = min(range.indices.upperBound, bytes.count)
    let start = min(range.indices.lowerBound, limit)
    result.reserveCapacity((limit - start) / 5 + 8)
    bytes.withUnsafeBufferPointer { buffer in
      LetterFolding.ascii.withUnsafeBufferPointer { table in
        cut(buffer, start, limit, table, into: &result)
      }
    }
    return result
  }

  /// The fold of a word, as `Token.fold` has it: what a table's keys are made of.
  public static func fold(_ word: String) -> UInt32 {
    var folded: [UInt8] = []
    let bytes = Array(word.utf8)
    bytes.withUnsafeBufferPointer { FoldedBytes.append($0, 0..<$0.count, to: &folded) }
    return folded.reduce(FoldedBytes.seed) { FoldedBytes.hash($0, $1) }
  }

  private static func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ table: UnsafeBufferPointer<UInt16>,
    into result: inout [Token]
  ) {
    let first: UInt8 = Token.Shape.spaceBefore.rawValue | Token.Shape.lineBefore.rawValue
    var before = first
    var index = start
    while index < limit {
      let byte = bytes[index]
      if byte == 0x20 {
        before |= Token.Shape.spaceBefore.rawValue
        index += 1
        continue
      }
      let entry = table[Int(byte)]
      if entry >> 8 & (LetterFolding.small | LetterFolding.capital) != 0 {
        index = word(bytes, from: index, limit, table, before, into: &result)
      } else if entry != 0 {
        index = number(bytes, from: index, limit, table, before, into: &result)
      } else if byte < 0x80 {
        if byte <= 0x20 || byte == 0x7F {
          before |= Token.Shape.spaceBefore.rawValue
          if byte == 0x0A || byte == 0x0D { before |= Token.Shape.lineBefore.rawValue }
          index += 1
          continue
        }
        index = mark(bytes, from: index, 1, limit, before, into: &result)
      } else {
        let length = length(bytes, index, limit)
        guard length > 0 else {
          index = mark(bytes, from: index, 1, limit, before, into: &result)
          before = 0
          continue
        }
        switch LetterFolding.classify(LetterFolding.scalar(bytes, at: index, length: length)) {
        case .letter, .capital: index = word(bytes, from: index, limit, table, before, into: &result)
        case .mark, .apostrophe: index = mark(bytes, from: index, length, limit, before, into: &result)
        case .ignorable:
          index += length
          continue
        case .space, .noBreakSpace:
          before |= Token.Shape.spaceBefore.rawValue
          index += length
          continue
        case .newline:
          before |= first
          index += length
          continue
        }
      }
      before = 0
    }
  }

  /// The length of the sequence at `index` that lies before `limit`; 0 if there is none.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> Int {
    let length = UTF8Validation.sequenceLength(bytes, at: index)
    return index + length <= limit ? length : 0
  }

  /// Appends a mark of `length` bytes, or the run of it, and returns where it ends.
  private static func mark(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ length: Int, _ limit: Int, _ before: UInt8,
    into result: inout [Token]
  ) -> Int {
    var end = start + length
    let byte = bytes[start]
    if length == 1, !standsAlone(byte) {
      while end < limit, bytes[end] == byte { end += 1 }
    } else if length == 3, byte == 0xE2, bytes[start + 1] == 0x80, bytes[start + 2] == 0xA6 {
      while end + 3 <= limit, bytes[end] == 0xE2, bytes[end + 1] == 0x80, bytes[end + 2] == 0xA6 { end += 3 }
    }
    var hash = FoldedBytes.seed
    if length > 1,
      LetterFolding.classify(LetterFolding.scalar(bytes, at: start, length: length)) == .apostrophe
    {
      hash = FoldedBytes.hash(hash, UInt8(ascii: "'"))
    } else {
      for index in start..<end { hash = FoldedBytes.hash(hash, bytes[index]) }
    }
    result.append(
      Token(range: TextRange(start, end), fold: hash, kind: .mark, shape: Token.Shape(rawValue: before)))
    return end
  }

  /// Marks of which a run is several tokens.
  private static func standsAlone(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x80...0xFF:
      true
    default: false
    }
  }

  /// Appends a number, or the word that begins with its digits, and returns where it ends.
  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ limit: Int, _ table: UnsafeBufferPointer<UInt16>,
    _ before: UInt8, into result: inout [Token]
  ) -> Int {
    func isDigit(_ index: Int) -> Bool { index < limit && bytes[index] &- UInt8(ascii: "0") < 10 }
    var hash = FoldedBytes.seed
    var index = start
    while isDigit(index) {
      hash = FoldedBytes.hash(hash, bytes[index])
      index += 1
    }
    if startsLetter(bytes, index, limit, table) {
      return word(bytes, from: start, limit, table, before, into: &result)
    }
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), isDigit(index + 1) {
        hash = FoldedBytes.hash(hash, byte)
        index += 1
      } else {
        let gap = noBreakSpace(bytes, index, limit)
        guard gap > 0, isDigit(index + gap), isDigit(index + gap + 1), isDigit(index + gap + 2),
          !isDigit(index + gap + 3)
        else { break }
        index += gap
      }
      while isDigit(index) {
        hash = FoldedBytes.hash(hash, bytes[index])
        index += 1
      }
    }
    result.append(
      Token(
        range: TextRange(start, index), fold: hash, kind: .number,
        shape: Token.Shape(rawValue: before | Token.Shape.hasDigit.rawValue)))
    return index
  }

  /// The length of the no-break space at `index`; 0 if none stands there.
  private static func noBreakSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> Int {
    if index + 2 <= limit, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 { return 2 }
    if index + 3 <= limit, bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] == 0xAF {
      return 3
    }
    return 0
  }

  /// Whether a letter stands at `index`.
  static func startsLetter(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int, _ table: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    guard index < limit else { return false }
    if bytes[index] < 0x80 { return table[Int(bytes[index])] >> 8 & 3 != 0 }
    let length = length(bytes, index, limit)
    guard length > 0 else { return false }
    switch LetterFolding.classify(LetterFolding.scalar(bytes, at: index, length: length)) {
    case .letter, .capital: return true
    default: return false
    }
  }
}
