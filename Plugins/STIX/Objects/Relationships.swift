import DossierModel
import DossierPluginKit
import DossierText

/// What claims assert, as relationships created by whoever asserts it (section 5.1).
extension BundleWriter {
  /// An edge between two objects.
  struct Edge {
    let type: String
    let source: String
    let target: String
  }

  private static let acts: Set<Act> = [.attribute, .accuse, .assess, .charge, .sanction, .condemn, .admit]

  /// Whether a claim asserts something of its own: not a denial, nor the backing of another's claim.
  private static func asserts(_ claim: Claim) -> Bool {
    claim.polarity == .affirm && claim.act != .deny && claim.act != .decline
      && !(claim.act == .support && !claim.answers.isEmpty)
  }

  mutating func writeRelations() {
    for (number, relation) in report.relations.enumerated() {
      for index in relation.claims.compactMap({ claims[$0] }) where Self.asserts(report.claims[index]) {
        let claim = report.claims[index]
        guard let edge = edge(of: relation, claim) else { continue }
        for creator in claimants(of: claim) { write(edge, creator, index, number) }
      }
    }
  }

  /// Claims of responsibility that no relation stands for.
  mutating func writeDerivedAssertions(_ index: Int) {
    let claim = report.claims[index]
    guard assertions[index].isEmpty, Self.acts.contains(claim.act), Self.asserts(claim) else { return }
    for party in claim.about {
      guard let entity = entities[party] else { continue }
      let campaign = campaign(ofClaim: claim)
      let edge = attribution(of: campaign, to: entity, claim.level)
      for creator in claimants(of: claim) { write(edge, creator, index, nil) }
    }
  }

  private mutating func write(_ edge: Edge, _ creator: String, _ index: Int, _ number: Int?) {
    let claim = report.claims[index]
    let relation = number.map { report.relations[$0] }
    let key = "\(edge.type) \(edge.source) \(edge.target)"
    let merges = profile == .opencti
    if merges, let id = ensured[key] {
      assertions[index].append((id, ""))
      return
    }
    let id = id("relationship", key, merges ? "" : claim.id, merges ? "" : creator, relation?.id ?? "")
    if merges { ensured[key] = id }
    if assertions[index].contains(where: { $0.id == id }) { return }
    assertions[index].append((id, merges ? "" : creator))
    open("relationship", id, creator: merges ? nil : creator)
    json.field("relationship_type", edge.type)
    json.field("source_ref", edge.source)
    json.field("target_ref", edge.target)
    json.field(optional: "description", claim.proposition.text)
    if writesConfidence, let level = claim.confidence?.level {
      json.field("confidence", STIXVocabulary.confidence(level))
    }
    lang(language(of: claim))
    openExtension()
    json.field("claim", claim.id)
    json.field("level", claim.level.rawValue)
    if let number { writtenRelations.insert(number) }
    if let relation {
      json.field("relation", relation.id)
      json.field("relation_type", relation.type.rawValue)
      json.field("relation_from", relation.from)
      json.field("relation_to", relation.to)
      // Short lists stand on every relationship of the relation, long ones on its first only.
      let isFirst = listed.insert(relation.id).inserted
      if isFirst || relation.claims.count <= Self.shortList { json.field("relation_claims", relation.claims) }
      if isFirst || relation.disputedBy.count <= Self.shortList {
        json.field("disputed_by", relation.disputedBy)
      }
      if let confidence = relation.confidence {
        json.key("relation_confidence")
        confidence.write(to: &json)
      }
    }
    closeExtension()
    close()
  }

  // MARK: Edges

  private mutating func edge(of relation: Relation, _ claim: Claim) -> Edge? {
    switch relation.type {
    case .attributedTo:
      guard let source = source(of: relation.from) else { return nil }
      if let party = entities[relation.to] { return attribution(of: source, to: party, claim.level) }
    case .locatedAt:
      if let place = entities[relation.to], let location = location(ofEntity: place),
        let source = source(of: relation.from)
      {
        return suggested(["located-at", "originates-from"], source, location)
      }
    case .targets, .exploits:
      if let source = actingSource(of: relation.from, claim), let target = target(of: relation.to) {
        return suggested(relation.type == .exploits ? ["exploits", "targets"] : ["targets"], source, target)
      }
    case .uses:
      if let source = actingSource(of: relation.from, claim), let target = target(of: relation.to) {
        return suggested(["uses"], source, target)
      }
    case .affiliatedWith, .sameAs: break
    }
    guard let source = source(of: relation.from), let target = target(of: relation.to) else { return nil }
    return suggested([], source, target)
  }

  /// Campaigns, intrusion sets and actors are attributed; the target is an actor, or a territory by another edge.
  private mutating func attribution(of source: String, to party: Int, _ level: Level) -> Edge {
    if level == .fromTerritory, let location = location(ofEntity: party) {
      return suggested(["originates-from", "located-at"], source, location)
    }
    switch report.entities[party].kind {
    case .malware, .tool: return suggested(["uses"], source, objectID(ofEntity: party))
    case .vulnerability: return suggested(["targets"], source, objectID(ofEntity: party))
    default: break
    }
    if source.hasPrefix("threat-actor--") {
      return suggested(["attributed-to"], source, identity(ofEntity: party))
    }
    return suggested(["attributed-to"], source, actor(ofEntity: party, level: level))
  }

  /// The first type that the specification suggests between two objects, else `related-to`.
  private func suggested(_ types: [String], _ source: String, _ target: String) -> Edge {
    let sourceType = Self.type(of: source)
    let targetType = Self.type(of: target)
    let type = types.first { STIXVocabulary.suggestedEdges.contains("\(sourceType) \($0) \(targetType)") }
    return Edge(type: type ?? "related-to", source: source, target: target)
  }

  /// The type that an id starts with.
  private static func type(of id: String) -> Substring { id.dropLast(38) }

  /// The object that a relation starts at.
  private mutating func source(of part: String) -> String? {
    if let event = events[part] { return campaignID(ofEvent: event) }
    if let entity = entities[part] { return objectID(ofEntity: entity) }
    return indicators[part].flatMap { objectID(ofIndicator: $0) }
  }

  /// The object that acts: parties act as threat actors.
  private mutating func actingSource(of part: String, _ claim: Claim) -> String? {
    if let entity = entities[part], STIXVocabulary.type(of: report.entities[entity].kind) == "identity" {
      return actor(ofEntity: entity, level: claim.about.contains(part) ? claim.level : .unknown)
    }
    return source(of: part)
  }

  /// The object that a relation ends at.
  private func target(of part: String) -> String? {
    if let event = events[part] { return campaignID(ofEvent: event) }
    if let entity = entities[part] { return objectID(ofEntity: entity) }
    return techniques[part].map { objectID(ofTechnique: $0) }
  }
}
