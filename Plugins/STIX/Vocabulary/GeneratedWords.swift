import DossierModel

/// The few words that the exporter adds itself, in English or French.
struct GeneratedWords {
  let isFrench: Bool

  init(language: String) { isFrench = language == "fr" || language.hasPrefix("fr-") }

  /// What stands behind a party's name where not the party itself is blamed.
  func level(_ level: Level) -> String {
    switch level {
    case .person: isFrench ? "personnes" : "persons"
    case .group: isFrench ? "groupe" : "group"
    case .agency: isFrench ? "service" : "agency"
    case .stateBacked: isFrench ? "groupe soutenu par l’État" : "state-backed group"
    case .fromTerritory: isFrench ? "depuis son territoire" : "from its territory"
    case .state: isFrench ? "État" : "state"
    case .company: isFrench ? "entreprise" : "company"
    case .unknown: isFrench ? "acteur" : "actor"
    }
  }

  var actorDescription: String {
    isFrench
      ? "Partie que des sources tiennent pour responsable ; cet objet n’affirme rien par lui-même."
      : "Party that sources hold responsible; this object asserts nothing by itself."
  }

  var campaignDescription: String {
    isFrench
      ? "Activité dont parlent les sources ; cet objet n’affirme rien par lui-même."
      : "Activity that the sources speak of; this object asserts nothing by itself."
  }

  var untitled: String { isFrench ? "Sans titre" : "Untitled" }
  var unnamedSource: String { isFrench ? "Source sans nom" : "Unnamed source" }
}
