import DossierModel

/// The article that French puts before a name, contracted with *de* and *à*.
enum FrenchNames {
  private enum Article { case none, le, la, elided, les, un, une }

  /// States and bodies in the plural.
  private static let plural: Set<String> = [
    "États-Unis", "Pays-Bas", "Philippines", "Émirats arabes unis", "Maldives", "Comores", "Seychelles",
    "Bahamas",
    "Nations unies", "Îles Marshall", "Îles Salomon", "Fidji", "Tonga", "Palaos",
  ]
  /// States without an article.
  private static let bare: Set<String> = [
    "Andorre", "Bahreïn", "Chypre", "Cuba", "Djibouti", "Haïti", "Hong Kong", "Israël", "Madagascar", "Malte",
    "Maurice", "Monaco", "Nauru", "Oman", "Saint-Marin", "Singapour", "Taïwan", "Tuvalu", "Vanuatu",
    "Kiribati",
    "Antigua-et-Barbuda", "Sainte-Lucie", "Saint-Vincent-et-les-Grenadines", "Trinité-et-Tobago",
    "Saint-Christophe-et-Niévès", "Sao Tomé-et-Principe",
  ]
  /// States that end in -e and are masculine all the same.
  private static let masculine: Set<String> = [
    "Belize", "Cambodge", "Mexique", "Mozambique", "Royaume-Uni", "Suriname", "Zimbabwe",
  ]
  /// Well-known bodies by what they are called.
  private static let bodies: [String: Article] = [
    "Union européenne": .elided, "OTAN": .elided, "ONU": .elided, "ANSSI": .elided, "Europol": .none,
    "Interpol": .none, "Maison-Blanche": .la, "Maison Blanche": .la, "Kremlin": .le, "Pentagone": .le,
    "Élysée": .elided, "NSA": .la, "CIA": .la, "CISA": .la, "FBI": .le, "GRU": .le, "SVR": .le, "FSB": .le,
    "NCSC": .le, "MSS": .le, "DGSI": .la, "DGSE": .la, "CNIL": .la, "G7": .le, "Vatican": .le,
    "Conseil de l’Europe": .le, "Commission européenne": .la,
  ]
  /// Common nouns that organs are named by.
  private static let nouns: [String: Article] = [
    "agence": .elided, "ambassade": .elided, "ambassadeur": .elided, "administration": .elided,
    "armée": .elided, "autorité": .elided, "assemblée": .elided,
    "office": .elided, "organisation": .elided, "union": .elided, "état-major": .elided, "unité": .elided,
    "bureau": .le, "cabinet": .le, "centre": .le, "conseil": .le, "département": .le, "gouvernement": .le,
    "haut": .le, "ministère": .le, "parquet": .le, "secrétariat": .le, "service": .le, "sénat": .le,
    "trésor": .le,
    "comité": .le, "parlement": .le, "groupe": .le, "commandement": .le,
    "chancellerie": .la, "commission": .la, "cour": .la, "direction": .la, "police": .la, "présidence": .la,
    "gendarmerie": .la, "maison": .la, "marine": .la, "justice": .la, "banque": .la, "délégation": .la,
    "services": .les, "autorités": .les, "forces": .les,
  ]
  /// Common nouns of the feminine that unnamed parties are known by.
  private static let feminine: Set<String> = [
    "source", "personne", "responsable européenne", "victime", "entreprise", "société", "agence",
    "organisation",
  ]

  static func forms(_ name: String, _ kind: EntityKind, isNative: Bool) -> NameForms {
    forms(of: article(name, kind, isNative: isNative), before: name)
  }

  private static func article(_ name: String, _ kind: EntityKind, isNative: Bool) -> Article {
    switch kind {
    case .state: return bodies[name] ?? (isNative ? stateArticle(name) : .none)
    case .agency, .organisation:
      if let article = bodies[name] { return article }
      guard isNative else { return .none }
      return nouns[name.prefix { $0 != " " }.lowercased()] ?? .none
    case .person, .group, .company:
      guard isNative, let first = name.first, first.isLowercase, name.utf8.contains(0x20) else {
        return .none
      }
      return feminine.contains(String(name.prefix { $0 != " " })) ? .une : .un
    default: return .none
    }
  }

  private static func stateArticle(_ name: String) -> Article {
    if plural.contains(name) { return .les }
    if bare.contains(name) { return .none }
    if startsWithVowel(name) { return .elided }
    let first = name.prefix { $0 != " " && $0 != "-" }
    return first.hasSuffix("e") && !masculine.contains(name) ? .la : .le
  }

  private static func startsWithVowel(_ name: String) -> Bool {
    guard let first = name.first?.lowercased() else { return false }
    return "aàâeéèêëiîïoôuùûœæh".contains(first) && !aspirated.contains { name.hasPrefix($0) }
  }

  /// Names in h that do not elide.
  private static let aspirated = [
    "Hongrie", "Honduras", "Haut", "Huawei", "Hong", "Haïti", "Hafnium", "HAFNIUM",
  ]

  private static func forms(of article: Article, before name: String) -> NameForms {
    switch article {
    case .none: NameForms(base: "", of: startsWithVowel(name) ? "d’" : "de ", to: "à ")
    case .le: NameForms(base: "le ", of: "du ", to: "au ")
    case .la: NameForms(base: "la ", of: "de la ", to: "à la ")
    case .elided: NameForms(base: "l’", of: "de l’", to: "à l’")
    case .les: NameForms(base: "les ", of: "des ", to: "aux ", isPlural: true)
    case .un: NameForms(base: "un ", of: "d’un ", to: "à un ")
    case .une: NameForms(base: "une ", of: "d’une ", to: "à une ")
    }
  }
}
