/// Cuts text into words folded for comparison: small letters without accents, as 32-bit hashes.
///
/// A word is a run of letters and digits; an apostrophe ends it (`l’essentiel` is two words). Equal words have equal
/// hashes; different words may share one, which costs a feature a little and nothing else.
struct FoldedWords {
  /// Marks an ideograph or kana, which is not a word but about half of one.
  static let ideograph: UInt32 = 1

  /// Calls `body` with the hash and the range of each word of `bytes` within `range`.
  @inline(__always)
  static func forEach(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UInt32, Range<Int>) -> Void
  ) {
    var index = range.lowerBound
    var hash = seed
    var start = -1
    func finish(at end: Int) {
      if start >= 0 { body(hash | 2, start..<end) }
      start = -1
      hash = seed
    }
    while index < range.upperBound {
      let byte = bytes[index]
      if byte < 0x80 {
        let folded = ByteFolding.ascii(byte)
        if folded != 0 {
          if start < 0 { start = index }
          hash = mix(hash, folded)
        } else {
          finish(at: index)
        }
        index += 1
        continue
      }
      let scalar = ByteFolding.scalar(bytes, at: index, end: range.upperBound)
      switch ByteFolding.role(of: scalar.value) {
      case .separator: finish(at: index)
      case .ignored: break
      case .ideograph:
        finish(at: index)
        body(ideograph, index..<(index + scalar.length))
      case .letters(let first, let second):
        if start < 0 { start = index }
        hash = mix(hash, first)
        if second != 0 { hash = mix(hash, second) }
      case .scalar(let value):
        if start < 0 { start = index }
        hash = mix(mix(hash, UInt8(truncatingIfNeeded: value >> 8)), UInt8(truncatingIfNeeded: value))
      }
      index += scalar.length
    }
    finish(at: range.upperBound)
  }

  /// The hashes of the words of a phrase.
  static func hashes(of phrase: String) -> [UInt32] {
    var phrase = phrase
    var hashes: [UInt32] = []
    phrase.withUTF8 { bytes in forEach(in: bytes, 0..<bytes.count) { hash, _ in hashes.append(hash) } }
    return hashes
  }

  /// The hash of a word.
  static func hash(of word: String) -> UInt32 { hashes(of: word).first ?? 0 }

  private static let seed: UInt32 = 0x811C_9DC5

  @inline(__always)
  private static func mix(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    var hash = (hash ^ UInt32(byte)) &* 0x0100_0193
    hash ^= hash >> 15
    return hash
  }
}

/// What each character counts as when words are folded.
enum ByteFolding {
  /// What a character is to a word.
  enum Role {
    /// Ends a word.
    case separator
    /// Is skipped within a word: soft hyphen, joiners, combining accents.
    case ignored
    /// Counts as half a word.
    case ideograph
    /// One or two plain letters (`é` is `e`, `œ` is `oe`).
    case letters(UInt8, UInt8)
    /// A letter of another script, in its small form.
    case scalar(UInt32)
  }

  /// The folded letter or digit of an ASCII byte; 0 for what ends a word.
  @inline(__always)
  static func ascii(_ byte: UInt8) -> UInt8 {
    let small = byte | 0x20
    if small &- UInt8(ascii: "a") < 26 { return small }
    return byte &- UInt8(ascii: "0") < 10 ? byte : 0
  }

  /// Decodes the character at `index` of valid UTF-8; a broken one counts as one byte.
  @inline(__always)
  static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int
  ) -> (value: UInt32, length: Int) {
    let first = bytes[index]
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    if first >= 0xC2, first < 0xE0, index + 1 < end { return (UInt32(first & 0x1F) << 6 | next(1), 2) }
    if first >= 0xE0, first < 0xF0, index + 2 < end {
      return (UInt32(first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
    }
    if first >= 0xF0, first < 0xF5, index + 3 < end {
      return (UInt32(first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
    }
    return (UInt32(first), 1)
  }

  /// Plain letters for U+00C0 to U+017F; `*` marks what is not a letter, capitals among them stand for two letters.
  private static let latin: [UInt8] = Array(
    ("aaaaaaAceeeeiiiidnooooo*ouuuuytSaaaaaaAceeeeiiiidnooooo*ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll"
      + "lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  /// What a character beyond ASCII is to a word.
  static func role(of value: UInt32) -> Role {
    switch value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF, 0x300...0x36F: return .ignored
    case 0x80..<0xC0: return value == 0xAA || value == 0xBA ? .letters(UInt8(ascii: "o"), 0) : .separator
    case 0xC0..<0x180:
      let letter = latin[Int(value) - 0xC0]
      switch letter {
      case UInt8(ascii: "*"): return .separator
      case UInt8(ascii: "A"): return .letters(UInt8(ascii: "a"), UInt8(ascii: "e"))
      case UInt8(ascii: "O"): return .letters(UInt8(ascii: "o"), UInt8(ascii: "e"))
      case UInt8(ascii: "S"): return .letters(UInt8(ascii: "s"), UInt8(ascii: "s"))
      case UInt8(ascii: "I"): return .letters(UInt8(ascii: "i"), UInt8(ascii: "j"))
      default: return .letters(letter, 0)
      }
    case 0x218...0x219: return .letters(UInt8(ascii: "s"), 0)
    case 0x21A...0x21B: return .letters(UInt8(ascii: "t"), 0)
    case 0x391...0x3A9: return .scalar(value + 0x20)
    case 0x400...0x40F: return .scalar(value + 0x50)
    case 0x410...0x42F: return .scalar(value + 0x20)
    case 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0xFE30...0xFE4F,
      0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFFFD, 0xD7, 0xF7, 0x60C, 0x61B, 0x61F, 0x6D4, 0x1F000...0x1FAFF:
      return .separator
    case 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      return .ideograph
    default: return .scalar(value)
    }
  }
}
