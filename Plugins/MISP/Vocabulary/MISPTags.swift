import DossierModel

/// Tags of MISP's taxonomies and galaxies.
enum MISPTags {
  /// `tlp`, version 2 of the protocol.
  static func tlp(_ tlp: TLP) -> String { "tlp:\(tlp.rawValue)" }

  /// `estimative-language`: confidence in an analytic judgement (ICD 203).
  static func confidence(_ level: ConfidenceLevel) -> String {
    "estimative-language:confidence-in-analytic-judgment=\"\(level.rawValue)\""
  }

  /// `estimative-language`: the likelihood whose range (ICD 203) holds the whole of this one; nil where none does.
  static func likelihood(_ likelihood: Likelihood) -> String? {
    guard let low = likelihood.low, let high = likelihood.high else { return nil }
    let ranges: [(String, ClosedRange<Int>)] = [
      ("almost-no-chance", 0...5), ("very-unlikely", 5...20), ("unlikely", 20...45),
      ("roughly-even-chance", 45...55), ("likely", 55...80), ("very-likely", 80...95),
      ("almost-certain", 95...100),
    ]
    guard let name = ranges.first(where: { $0.1.contains(low) && $0.1.contains(high) })?.0 else { return nil }
    return "estimative-language:likelihood-probability=\"\(name)\""
  }

  /// `admiralty-scale`: reliability of a source, by its letter.
  static func reliability(_ letter: String) -> String {
    "admiralty-scale:source-reliability=\"\(letter.lowercased())\""
  }

  /// Clusters of galaxies that an entity is, by the ids that catalogues know; MISP finds a cluster by its name.
  ///
  /// An entity with ATT&CK's id has ATT&CK's name, which the cluster of threat actors may not have.
  static func clusters(of entity: Entity) -> [String] {
    if entity.name.contains(where: { $0 == "\"" || $0 == "\\" || $0.isNewline }) { return [] }
    let isOfATTACK = entity.identifiers.contains { $0.scheme == "mitre-attack" }
    return entity.identifiers.compactMap { identifier in
      switch (identifier.scheme, entity.kind) {
      case ("mitre-attack", .group): cluster("mitre-intrusion-set", "\(entity.name) - \(identifier.value)")
      case ("mitre-attack", .malware): cluster("mitre-malware", "\(entity.name) - \(identifier.value)")
      case ("mitre-attack", .tool): cluster("mitre-tool", "\(entity.name) - \(identifier.value)")
      case ("misp-galaxy", .group) where !isOfATTACK: cluster("threat-actor", entity.name)
      default: nil
      }
    }
  }

  /// The cluster of an ATT&CK technique.
  static func cluster(of technique: Technique) -> [String] {
    if technique.name.contains(where: { $0 == "\"" || $0 == "\\" || $0.isNewline }) { return [] }
    return [cluster("mitre-attack-pattern", "\(technique.name) - \(technique.attackID)")]
  }

  private static func cluster(_ galaxy: String, _ value: String) -> String {
    "misp-galaxy:\(galaxy)=\"\(value)\""
  }
}
