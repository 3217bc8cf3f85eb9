/// Language tags as pages and feeds write them.
enum LanguageTag {
  /// The tag in the usual letter case (RFC 5646, section 2.1.1): `fr`, `en-US`, `zh-Hant`; nil if it is none.
  static func normalised(_ text: String) -> String? {
    let parts = text.replacing("_", with: "-").split(separator: "-").map(String.init)
    guard let first = parts.first, (2...3).contains(first.count),
      parts.allSatisfy({ $0.allSatisfy(\.isASCIILetterOrDigit) })
    else { return nil }
    let rest = parts.dropFirst().map { part in
      switch part.count {
      case 2: part.uppercased()
      case 4: part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: part.lowercased()
      }
    }
    return ([first.lowercased()] + rest).joined(separator: "-")
  }
}

extension Character {
  fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
