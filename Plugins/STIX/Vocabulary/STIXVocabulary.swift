import DossierModel

/// Names and values of the STIX 2.1 specification and of OASIS, apart from the code that uses them.
enum STIXVocabulary {
  /// Version of the specification.
  static let specVersion = "2.1"

  /// The official marking definitions of TLP 2.0 (FIRST, OASIS): id, name and value.
  static func marking(_ tlp: TLP) -> (id: String, name: String, value: String) {
    switch tlp {
    case .clear: ("marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487", "TLP:CLEAR", "clear")
    case .green: ("marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "TLP:GREEN", "green")
    case .amber: ("marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421", "TLP:AMBER", "amber")
    case .amberStrict:
      ("marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003", "TLP:AMBER+STRICT", "amber+strict")
    case .red: ("marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", "TLP:RED", "red")
    }
  }

  /// The extension that carries TLP 2.0.
  static let tlpExtension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
  /// When OASIS created the objects of TLP 2.0.
  static let tlpCreated = "2022-10-01T00:00:00.000Z"

  /// The extension that carries what STIX has no property for; `examples/stix/` publishes it.
  static let dossierExtension = ReportExtension.identifier
  /// Who defines that extension.
  static let dossierIdentity = "identity--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a20"
  /// When it was defined.
  static let dossierCreated = "2026-11-25T00:00:00.000Z"

  /// The object that an entity is, by its kind.
  static func type(of kind: EntityKind) -> String {
    switch kind {
    case .state, .agency, .organisation, .company, .person, .product, .sector, .place: "identity"
    case .group: "intrusion-set"
    case .malware: "malware"
    case .tool: "tool"
    case .vulnerability: "vulnerability"
    case .campaign: "campaign"
    }
  }

  /// `identity-class-ov`, section 10.7.
  static func identityClass(of kind: EntityKind) -> String {
    switch kind {
    case .state, .agency, .organisation, .company: "organization"
    case .person: "individual"
    case .group: "group"
    case .sector: "class"
    case .product, .malware, .tool: "system"
    case .place, .vulnerability, .campaign: "unknown"
    }
  }

  /// Confidence by Appendix A, scale None / Low / Med / High.
  static func confidence(_ level: ConfidenceLevel) -> Int {
    switch level {
    case .low: 15
    case .moderate: 50
    case .high: 85
    }
  }

  /// The relationships that the specification suggests, as `source type target` (sections 4.1 to 4.18, as far as used).
  static let suggestedEdges: Set<String> = {
    var edges: Set<String> = [
      "campaign attributed-to intrusion-set", "campaign attributed-to threat-actor",
      "intrusion-set attributed-to threat-actor", "threat-actor attributed-to identity",
      "threat-actor located-at location", "identity located-at location", "malware exploits vulnerability",
    ]
    for source in ["campaign", "intrusion-set", "malware"] {
      edges.insert("\(source) originates-from location")
    }
    for source in ["campaign", "intrusion-set", "threat-actor", "tool", "attack-pattern"] {
      for target in ["identity", "location", "vulnerability"] { edges.insert("\(source) targets \(target)") }
    }
    // Malware exploits a vulnerability and does not target it (4.11).
    edges.formUnion(["malware targets identity", "malware targets location"])
    for source in ["campaign", "intrusion-set", "threat-actor"] {
      for target in ["attack-pattern", "malware", "tool", "infrastructure"] {
        edges.insert("\(source) uses \(target)")
      }
    }
    edges.formUnion(["malware uses attack-pattern", "malware uses malware", "malware uses tool"])
    for target in ["attack-pattern", "campaign", "intrusion-set", "malware", "threat-actor", "tool"] {
      edges.insert("indicator indicates \(target)")
    }
    return edges
  }()
}
