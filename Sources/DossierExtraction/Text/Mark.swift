import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What a mark is for, as sentences and quotations need to know it.
enum Mark: Sendable, Hashable {
  case openingQuote, closingQuote, straightQuote, openingSingle, closingSingle, straightSingle
  case openingBracket, closingBracket, comma, colon, semicolon, dash, hyphen, stop, other

  /// Reads a token that is a mark.
  init(_ bytes: [UInt8], _ token: Token) {
    let start = Int(token.range.start)
    let length = token.range.count
    guard length > 0 else {
      self = .other
      return
    }
    switch bytes[start] {
    case UInt8(ascii: "\""): self = .straightQuote
    case UInt8(ascii: "'"): self = .straightSingle
    case UInt8(ascii: ","): self = .comma
    case UInt8(ascii: ":"): self = .colon
    case UInt8(ascii: ";"): self = .semicolon
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): self = .stop
    case UInt8(ascii: "("), UInt8(ascii: "["): self = .openingBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"): self = .closingBracket
    case UInt8(ascii: "-"): self = length > 1 || token.shape.contains(.spaceBefore) ? .dash : .hyphen
    case 0xC2 where length >= 2:
      switch bytes[start + 1] {
      case 0xAB: self = .openingQuote  // «
      case 0xBB: self = .closingQuote  // »
      default: self = .other
      }
    case 0xE2 where length >= 3 && bytes[start + 1] == 0x80:
      switch bytes[start + 2] {
      case 0x9C, 0x9E, 0xB9: self = .openingQuote  // “ „ ‹
      case 0x9D, 0xBA: self = .closingQuote  // ” ›
      case 0x98: self = .openingSingle  // ‘
      case 0x99: self = .closingSingle  // ’, which is an apostrophe too
      case 0x93, 0x94, 0x95: self = .dash  // – — ―
      case 0x90, 0x91: self = .hyphen
      case 0xA6: self = .stop  // …
      default: self = .other
      }
    default: self = .other
    }
  }
}
