import DossierModel

/// The article that English puts before a name.
enum EnglishNames {
  /// Names of states, organs and organisations that take "the" though their first word does not show it.
  private static let definite: Set<String> = [
    "Bahamas", "Central African Republic", "Comoros", "Czech Republic", "Democratic Republic of the Congo",
    "Dominican Republic", "Gambia", "Kremlin", "Maldives", "Marshall Islands", "Netherlands", "Pentagon",
    "Philippines",
    "Republic of the Congo", "Seychelles", "Solomon Islands", "Vatican", "White House", "Élysée",
  ]
  /// First words of names that take "the".
  private static let definiteFirstWords: Set<String> = [
    "Bureau", "Cabinet", "Central", "Council", "Cyberspace", "Department", "Directorate", "Embassy",
    "European",
    "Federal",
    "Foreign", "General", "Government", "Group", "Holy", "House", "Islamic", "Justice", "Main", "Ministry",
    "National", "North", "Office", "People's", "People’s", "Secretary", "Senate", "State", "Supreme",
    "Treasury",
    "United",
  ]
  /// Names that begin like those above and take no article.
  private static let bare: Set<String> = [
    "North Korea", "North Macedonia", "General Electric", "General Motors",
  ]

  static func forms(_ name: String, _ kind: EntityKind, isNative: Bool) -> NameForms {
    let article: String
    switch kind {
    case .state, .agency, .organisation:
      let first = String(Substring(name.utf8.prefix { $0 != 0x20 }))
      let isDefinite =
        !bare.contains(name)
        && (definite.contains(name) || (definiteFirstWords.contains(first) && name.utf8.contains(0x20)))
      article = isDefinite ? "the " : indefinite(name, isNative)
    case .person, .group, .company: article = indefinite(name, isNative)
    default: article = ""
    }
    return NameForms(base: article, of: "of " + article, to: "to " + article)
  }

  /// "a" or "an" before an unnamed party, which is known by a common noun.
  private static func indefinite(_ name: String, _ isNative: Bool) -> String {
    guard isNative, let first = name.first, first.isLowercase, first.isASCII, name.utf8.contains(0x20) else {
      return ""
    }
    return "aeiou".contains(first) ? "an " : "a "
  }
}
