/// How letters fold for comparing words: small letters, without the accents of Latin letters.
///
/// `œ` folds to `oe`, `æ` to `ae`, `ß` to `ss`, `þ` to `th`; full-width letters to plain ones; Greek and Cyrillic
/// letters to small ones. Combining accents, soft hyphens, zero-width characters and marks of direction fold to
/// nothing; the apostrophe `’` (U+2019) and its like fold to `'`.
package enum LetterFolding {
  /// What a byte below 0x80 is: the low byte is its folded letter or digit (0 for all else), the high byte its bits.
  package static let ascii: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 256)
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { table[Int(byte)] = UInt16(byte) | small << 8 }
    for byte in UInt8(ascii: "A")...UInt8(ascii: "Z") { table[Int(byte)] = UInt16(byte + 32) | capital << 8 }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(byte)] = UInt16(byte) | digit << 8 }
    return table
  }()

  /// A small letter (bit of the high byte of `ascii`).
  package static let small: UInt16 = 1
  /// A capital.
  package static let capital: UInt16 = 2
  /// A digit.
  package static let digit: UInt16 = 4

  /// What a code point above U+007F is for a tokeniser.
  package enum Class: UInt8, Sendable {
    /// A letter, or a letter-like sign of a script without cases.
    case letter
    /// A capital letter.
    case capital
    /// Folds to nothing and separates nothing.
    case ignorable
    /// An apostrophe.
    case apostrophe
    /// White space.
    case space
    /// White space that does not break a line.
    case noBreakSpace
    /// A line or paragraph separator.
    case newline
    /// Anything else.
    case mark
  }

  /// The class of a code point above U+007F.
  package static func classify(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0xC0...0x24F:
      if scalar == 0xD7 || scalar == 0xF7 { return .mark }
      return isLatinCapital(scalar) ? .capital : .letter
    case 0x85: return .newline
    case 0x80..<0xA0: return .ignorable
    case 0xA0, 0x202F, 0x2007: return .noBreakSpace
    case 0xAA, 0xB5, 0xBA: return .letter
    case 0xAD: return .ignorable
    case 0xA0..<0xC0: return .mark
    case 0x300..<0x370: return .ignorable
    case 0x391..<0x3AB, 0x400..<0x430, 0x531..<0x557: return .capital
    case 0x2BC, 0x2019, 0x2018, 0x201B, 0xFF07: return .apostrophe
    case 0x1680, 0x2000...0x200A, 0x205F, 0x3000: return .space
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: return .ignorable
    case 0x2028, 0x2029: return .newline
    case 0x2010...0x2027, 0x2030...0x205E, 0x2070...0x2BFF, 0x2E00...0x2E7F: return .mark
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0x30FB, 0xFFFC, 0xFFFD: return .mark
    case 0xFF21...0xFF3A: return .capital
    case 0xFF10...0xFF19, 0xFF41...0xFF5A: return .letter
    case 0xFF01...0xFF65, 0xE000...0xF8FF, 0x1F000...0x1FAFF, 0xE0000...: return .mark
    case 0x1E00...0x1EFF: return scalar & 1 == 0 ? .capital : .letter
    default: return .letter
    }
  }

  private static func isLatinCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0xDE, 0x178, 0x1A0, 0x1AF: true
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1
    case 0x100...0x137, 0x14A...0x177, 0x1CD...0x1DC, 0x218...0x21B: scalar & 1 == 0
    default: false
    }
  }

  /// What a letter above U+007F folds to: one byte or two (the second in the high byte) of ASCII; 0 if it is no letter
  /// with a plain Latin base.
  package static func latinBase(_ scalar: UInt32) -> UInt16 {
    switch scalar {
    case 0xC0..<0x180: latin[Int(scalar - 0xC0)]
    case 0x1EA0..<0x1EFA: vietnamese[Int(scalar - 0x1EA0)]
    case 0x1A0, 0x1A1: plain("o")
    case 0x1AF, 0x1B0: plain("u")
    case 0x218, 0x219: plain("s")
    case 0x21A, 0x21B: plain("t")
    case 0xFF21...0xFF3A: UInt16(scalar - 0xFF21) + plain("a")
    case 0xFF41...0xFF5A: UInt16(scalar - 0xFF41) + plain("a")
    case 0xFF10...0xFF19: UInt16(scalar - 0xFF10) + plain("0")
    default: 0
    }
  }

  /// The small form of a Greek or Cyrillic capital; any other code point as it is.
  package static func lowered(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x391..<0x3AB, 0x410..<0x430: scalar + 0x20
    case 0x400..<0x410: scalar + 0x50
    case 0x531..<0x557: scalar + 0x30
    default: scalar
    }
  }

  private static func plain(_ letter: Unicode.Scalar) -> UInt16 { UInt16(truncatingIfNeeded: letter.value) }

  /// Bases of U+00C0 to U+017F; `1` to `5` stand for the pairs ae, oe, ss, th, ij; `-` for a sign that is no letter.
  private static let latin: [UInt16] = bases(
    "aaaaaa1ceeeeiiiidnooooo-ouuuuy43aaaaaa1ceeeeiiiidnooooo-ouuuuy4y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii55jjkkkllllllllllnnnnnnnnnoooooo22rrrrrrssssssss"
      + "ttttttuuuuuuuuuuuuwwyyyzzzzzzs")

  /// Bases of U+1EA0 to U+1EF9, the letters of Vietnamese.
  private static let vietnamese: [UInt16] = bases(
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy")

  private static func bases(_ letters: String) -> [UInt16] {
    func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt16 {
      plain(first) | plain(second) << 8
    }
    return letters.unicodeScalars.map { letter in
      switch letter {
      case "1": pair("a", "e")
      case "2": pair("o", "e")
      case "3": pair("s", "s")
      case "4": pair("t", "h")
      case "5": pair("i", "j")
      case "-": 0
      default: plain(letter)
      }
    }
  }

  /// The code point at `index`, whose sequence has `length` bytes, as `UTF8Validation.sequenceLength` gave it.
  @inline(__always)
  package static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> UInt32 {
    let first = UInt32(bytes[index])
    func rest(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    switch length {
    case 2: return (first & 0x1F) << 6 | rest(1)
    case 3: return (first & 0x0F) << 12 | rest(1) << 6 | rest(2)
    case 4: return (first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3)
    default: return first
    }
  }
}
