import DossierKnowledge
import DossierModel

extension OrganWord {
  /// Whether the word means the state as it acts.
  var standsForState: Bool {
    switch self {
    case .government, .authorities, .state, .kingdom: true
    default: false
    }
  }

  /// Whether the word names a part of a state.
  var isOrgan: Bool {
    switch self {
    case .ministry, .foreignMinistry, .defenceMinistry, .interiorMinistry, .justiceMinistry, .embassy,
      .mission,
      .police, .military, .intelligence, .prosecution, .parliament, .court, .presidency, .agency, .regulator,
      .council, .commission, .service:
      true
    default: false
    }
  }

  /// Whether the body answers for its state where that was blamed.
  var speaksForState: Bool {
    switch self {
    case .foreignMinistry, .defenceMinistry, .presidency: true
    default: false
    }
  }

  /// The English plural.
  var plural: String {
    if rawValue.hasSuffix("ies") { return rawValue }
    return rawValue.hasSuffix("y") ? rawValue.dropLast() + "ies" : rawValue + "s"
  }

  /// Whether the word names a business.
  var isCommercial: Bool { self == .company || self == .bank || self == .laboratory }

  /// Whether the word names a body apart from the state.
  var isCivil: Bool {
    switch self {
    case .hospital, .university, .party, .newspaper, .association, .union, .alliance, .agency, .service,
      .city:
      true
    default: false
    }
  }

  /// The report's kind for such a body.
  var entityKind: EntityKind {
    if isCommercial { return .company }
    return isOrgan ? .agency : .organisation
  }

  /// The canonical name of an organ that needs nothing more to be told apart.
  var properName: String? {
    switch self {
    case .foreignMinistry: "Foreign Ministry"
    case .defenceMinistry: "Ministry of Defence"
    case .interiorMinistry: "Interior Ministry"
    case .justiceMinistry: "Ministry of Justice"
    case .embassy: "Embassy"
    case .presidency: "Presidency"
    case .parliament: "Parliament"
    case .prosecution: "Prosecution"
    default: nil
    }
  }
}
