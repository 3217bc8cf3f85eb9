import DossierText

/// What the classifiers see of one token's spelling.
package struct WordForm {
  /// Hash of the word in small letters, accents kept.
  package var word: UInt32 = 0
  /// Hashes of its last one to five bytes.
  var suffixes: (UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0)
  /// Hashes of its first one to four bytes.
  var prefixes: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
  /// Kind, capitals, digits, whether white space stands before it, and its length up to seven bytes.
  var shape: UInt32 = 0
}

extension WordForm {
  /// Bytes of a longer word that are looked at: its first and last halves of this.
  private static let window = 48

  /// Values of neighbours that lie outside the sentence.
  package static let outside = WordForm(
    word: 1, suffixes: (1, 1, 1, 1, 1), prefixes: (1, 1, 1, 1), shape: 0xFFFF)

  /// Reads a token's spelling. Bytes outside the text count as none.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ token: Token, isFirst: Bool) {
    let start = min(Int(token.range.start), bytes.count)
    let end = max(start, min(Int(token.range.end), bytes.count))
    var letters: InlineArray<48, UInt8> = InlineArray(repeating: 0)
    let count = Self.smallLetters(bytes, start, end, into: &letters)

    var hash: UInt32 = 0x811C_9DC5
    for index in 0..<count {
      hash = (hash ^ UInt32(letters[index])) &* 0x0100_0193
      switch index {
      case 0: prefixes.0 = hash
      case 1: prefixes.1 = hash
      case 2: prefixes.2 = hash
      case 3: prefixes.3 = hash
      default: break
      }
    }
    word = hash
    hash = 0x9E37_79B9
    for index in 0..<min(5, count) {
      hash = (hash ^ UInt32(letters[count - 1 - index])) &* 0x0100_0193
      switch index {
      case 0: suffixes.0 = hash
      case 1: suffixes.1 = hash
      case 2: suffixes.2 = hash
      case 3: suffixes.3 = hash
      default: suffixes.4 = hash
      }
    }
    let looks = UInt32(
      token.shape.intersection([.capitalised, .allCapitals, .mixedCase, .hasDigit]).rawValue)
    let apart: UInt32 = isFirst || token.shape.contains(.spaceBefore) ? 1 : 0
    shape = looks | apart << 4 | UInt32(token.kind.rawValue) << 5 | UInt32(min(7, end - start)) << 7
  }

  /// Copies a word's bytes in small letters (ASCII, Latin-1 and the apostrophe `’`); returns how many there are.
  private static func smallLetters(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, into letters: inout InlineArray<48, UInt8>
  ) -> Int {
    var count = 0
    var index = start
    let half = window / 2
    var previous: UInt8 = 0
    while index < end {
      if count == half, end - index > half { index = end - half }
      var byte = bytes[index]
      if byte &- 0x41 < 26 {
        byte |= 0x20
      } else if previous == 0xC3, byte &- 0x80 < 0x1F, byte != 0x97 {
        byte |= 0x20
      } else if byte == 0xE2, index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 {
        byte = 0x27
        index += 2
      }
      letters[count] = byte
      previous = byte
      count += 1
      index += 1
    }
    return count
  }
}
