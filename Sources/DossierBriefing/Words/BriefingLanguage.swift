/// A language that briefings can be written in.
package enum BriefingLanguage: String, Sendable, Hashable, CaseIterable {
  /// English.
  case english = "en"
  /// French.
  case french = "fr"

  /// The language of a BCP 47 tag; English where briefings cannot be written in it.
  package init(tag: String) {
    let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    self = Self(rawValue: primary) ?? .english
  }

  /// Every word that a briefing in this language may use.
  package var words: Words {
    switch self {
    case .english: .english
    case .french: .french
    }
  }
}
