/// The choice of a briefing's language, as options name it.
package enum LanguageChoice: String, CaseIterable, Sendable {
  /// The language that the host asks for.
  case auto
  /// English.
  case en
  /// French.
  case fr

  /// The words, where the host asks for the language `tag`.
  package func words(hostLanguage tag: String) -> Words {
    BriefingLanguage(tag: self == .auto ? tag : rawValue).words
  }
}
