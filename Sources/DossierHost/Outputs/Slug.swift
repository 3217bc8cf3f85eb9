/// Names made from a report's own words that are safe as a part of a path.
enum Slug {
  /// At most so many bytes are taken from a title.
  private static let maximumLength = 80

  /// `Chine : l'UE accuse` becomes `chine-l-ue-accuse`: letters of the Latin alphabet without their accents, digits,
  /// and a hyphen for everything else. A title without any of these gives `alternative`, made harmless.
  static func make(_ title: String, orElse alternative: String) -> String {
    var out: [UInt8] = []
    for scalar in title.unicodeScalars {
      let letters = asciiLetters(of: scalar)
      if letters.isEmpty {
        let isMark = scalar.properties.generalCategory == .nonspacingMark
        if !isMark, let last = out.last, last != UInt8(ascii: "-") { out.append(UInt8(ascii: "-")) }
      } else {
        out.append(contentsOf: letters)
      }
      if out.count >= maximumLength { break }
    }
    if out.count >= maximumLength, let cut = out.lastIndex(of: UInt8(ascii: "-")), cut > maximumLength / 2 {
      out.removeSubrange(cut...)
    }
    while out.last == UInt8(ascii: "-") { out.removeLast() }
    return out.isEmpty ? harmless(alternative, orElse: "report") : String(decoding: out, as: UTF8.self)
  }

  /// The text with everything but ASCII letters, digits, `-` and `_` left out.
  static func harmless(_ text: String, orElse alternative: String) -> String {
    let kept = text.utf8.prefix(200).filter { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    let name = String(decoding: kept.drop { $0 == UInt8(ascii: "-") }, as: UTF8.self)
    return name.isEmpty ? alternative : name
  }

  /// The lower-case ASCII letters or digit that a scalar is, without its accents; nothing for any other.
  private static func asciiLetters(of scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: return [UInt8(scalar.value)]
    case 0x41...0x5A: return [UInt8(scalar.value) | 0x20]
    case 0..<0xAA: return []
    case 0xDF: return Array("ss".utf8)
    default: break
    }
    // Unicode names say which letter an accented one is: LATIN SMALL LETTER E WITH ACUTE, LATIN SMALL LIGATURE OE.
    guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return [] }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[2] == "LETTER" || words[2] == "LIGATURE", words[3].utf8.count <= 2 else {
      return []
    }
    return words[3].utf8.map { $0 | 0x20 }
  }
}
