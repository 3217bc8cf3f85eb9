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
