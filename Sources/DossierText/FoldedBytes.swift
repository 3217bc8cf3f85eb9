/// The folded bytes of words: what their hashes are made of, and what tells apart two words of one hash.
package enum FoldedBytes {
  /// Start value of the hash (FNV-1a, 32 bits).
  package static let seed: UInt32 = 2_166_136_261

  /// The hash with one more folded byte.
  @inline(__always)
  package static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  /// Appends the folded bytes of a token's bytes. Linear.
  package static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to result: inout [UInt8]
  ) {
    visit(bytes, range) { byte in
      result.append(byte)
      return true
    }
  }

  /// Whether a token's bytes fold to `expected`. Linear, without allocation.
  package static func equal(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ expected: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var position = 0
    let same = visit(bytes, range) { byte in
      guard position < expected.count, expected[position] == byte else { return false }
      position += 1
      return true
    }
    return same && position == expected.count
  }

  /// Gives each folded byte to `body` until it returns false; returns whether it never did.
  @discardableResult @inline(__always)
  private static func visit(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UInt8) -> Bool
  ) -> Bool {
    var index = range.lowerBound
    let isWord = hasLetter(bytes, range)
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        let folded = folded(ascii: byte)
        if isWord, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") { continue }
        guard body(folded) else { return false }
        continue
      }
      let length = UTF8Validation.sequenceLength(bytes, at: index)
      guard length > 0 else {
        index += 1
        guard body(byte) else { return false }
        continue
      }
      let scalar = LetterFolding.scalar(bytes, at: index, length: length)
      index += length
      guard visit(scalar, body) else { return false }
    }
    return true
  }

  /// Gives the folded bytes of one code point above U+007F to `body`; false as soon as it returns false.
  @inline(__always)
  package static func visit(_ scalar: UInt32, _ body: (UInt8) -> Bool) -> Bool {
    let base = LetterFolding.latinBase(scalar)
    if base != 0 {
      guard body(UInt8(truncatingIfNeeded: base)) else { return false }
      return base < 0x100 || body(UInt8(truncatingIfNeeded: base >> 8))
    }
    switch LetterFolding.classify(scalar) {
    case .ignorable, .noBreakSpace: return true
    case .apostrophe: return body(UInt8(ascii: "'"))
    default: break
    }
    let low = LetterFolding.lowered(scalar)
    if low < 0x800 {
      return body(UInt8(truncatingIfNeeded: 0xC0 | low >> 6))
        && body(UInt8(truncatingIfNeeded: 0x80 | low & 0x3F))
    }
    if low < 0x10000 {
      return body(UInt8(truncatingIfNeeded: 0xE0 | low >> 12))
        && body(UInt8(truncatingIfNeeded: 0x80 | low >> 6 & 0x3F))
        && body(UInt8(truncatingIfNeeded: 0x80 | low & 0x3F))
    }
    return body(UInt8(truncatingIfNeeded: 0xF0 | low >> 18))
      && body(UInt8(truncatingIfNeeded: 0x80 | low >> 12 & 0x3F))
      && body(UInt8(truncatingIfNeeded: 0x80 | low >> 6 & 0x3F))
      && body(UInt8(truncatingIfNeeded: 0x80 | low & 0x3F))
  }

  @inline(__always)
  private static func folded(ascii byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// Whether a letter is among the bytes: then full stops and hyphens are those of an abbreviation (`U.S.`, `J.-C.`).
  @inline(__always)
  private static func hasLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let byte = bytes[first]
    return byte >= 0xC2 || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      || byte == UInt8(ascii: "'") && range.count > 1
  }
}

extension FoldedBytes {
  /// Whether a token is spelled as `word`, which is in small letters with their accents: capitals may lack accents,
  /// small letters may not; `œ` and `oe` are alike. Linear, without allocation.
  package static func isSpelled(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, as word: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // Most words stand there as the form has them.
    var same = 0
    while same < word.count, same < range.count, bytes[range.lowerBound + same] == word[same] { same += 1 }
    if same == word.count, same == range.count { return true }
    var index = range.lowerBound
    var position = 0
    let isWord = hasLetter(bytes, range)
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        if isWord, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") {
          index += 1
          if position < word.count, word[position] == byte { position += 1 }
          continue
        }
        guard position < word.count else { return false }
        let folded = folded(ascii: byte)
        if word[position] == folded {
          position += 1
        } else if word[position] >= 0xC2 {
          // A capital without its accent, or the two letters of a ligature.
          let length = UTF8Validation.sequenceLength(word, at: position)
          guard length > 0 else { return false }
          let base = LetterFolding.latinBase(LetterFolding.scalar(word, at: position, length: length))
          guard UInt8(truncatingIfNeeded: base) == folded else { return false }
          if base >= 0x100 {
            index += 1
            guard index < range.upperBound,
              Self.folded(ascii: bytes[index]) == UInt8(truncatingIfNeeded: base >> 8)
            else { return false }
          } else if folded == byte {
            return false
          }
          position += length
        } else {
          return false
        }
        index += 1
        continue
      }
      let length = UTF8Validation.sequenceLength(bytes, at: index)
      guard length > 0 else { return false }
      let scalar = LetterFolding.scalar(bytes, at: index, length: length)
      index += length
      switch LetterFolding.classify(scalar) {
      case .ignorable: continue
      case .apostrophe:
        guard position < word.count else { return false }
        if word[position] == UInt8(ascii: "'") {
          position += 1
          continue
        }
      default: break
      }
      guard position < word.count else { return false }
      if word[position] < 0x80 {
        // A ligature for two letters.
        let base = LetterFolding.latinBase(scalar)
        guard base >= 0x100, position + 1 < word.count, word[position] == UInt8(truncatingIfNeeded: base),
          word[position + 1] == UInt8(truncatingIfNeeded: base >> 8)
        else { return false }
        position += 2
        continue
      }
      let other = UTF8Validation.sequenceLength(word, at: position)
      guard other > 0, lowered(LetterFolding.scalar(word, at: position, length: other)) == lowered(scalar)
      else {
        return false
      }
      position += other
    }
    return position == word.count
  }

  /// The small form of a letter, accents kept.
  private static func lowered(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE where scalar != 0xD7: scalar + 0x20
    case 0x178: 0xFF
    case 0x100..<0x250, 0x1E00...0x1EFF: LetterFolding.classify(scalar) == .capital ? scalar + 1 : scalar
    default: LetterFolding.lowered(scalar)
    }
  }
}
