import DossierBriefing
import DossierModel

/// The report itself, its sources, entities, events, techniques and relations as objects. None asserts anything.
extension EventWriter {
  var reportObject: EventObject {
    var object = EventObject(ReportTemplate.template, key: "report")
    object.add(ReportTemplate.report, report.id)
    object.add(ReportTemplate.title, report.title)
    object.add(ReportTemplate.language, report.language)
    object.add(ReportTemplate.created, report.created)
    object.add(ReportTemplate.producer, report.producer.name)
    object.add(ReportTemplate.producerKind, report.producer.kind)
    return object
  }

  func object(of source: Source) -> EventObject {
    var object = EventObject(SourceTemplate.template, key: source.id, comment: source.id)
    object.add(SourceTemplate.source, source.id)
    object.add(SourceTemplate.title, source.title)
    object.add(SourceTemplate.publisher, source.publisher)
    object.add(SourceTemplate.author, source.authors)
    object.add(SourceTemplate.published, source.published)
    object.add(SourceTemplate.language, source.language)
    if let url = source.url {
      object.add(Self.isWebAddress(url) ? SourceTemplate.link : SourceTemplate.address, url)
    }
    object.add(SourceTemplate.translationOf, source.translationOf)
    object.add(SourceTemplate.mediaType, source.mediaType)
    object.add(SourceTemplate.hash, source.sha256)
    object.add(SourceTemplate.length, source.length)
    object.add(
      SourceTemplate.reliability, source.reliability,
      tags: source.reliability.map { [MISPTags.reliability($0)] } ?? [])
    return object
  }

  /// Whether MISP may make a link of an address.
  private static func isWebAddress(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://"))
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }
  }

  func object(of entity: Entity) -> EventObject {
    var object = EventObject(Self.template(of: entity), key: entity.id, comment: Self.comment(on: entity))
    let tags = MISPTags.clusters(of: entity)
    switch entity.kind {
    case .person:
      object.add(StandardTemplates.fullName, entity.name, tags: tags)
      object.require(StandardTemplates.fullName, entity.id)
      object.add(StandardTemplates.alias, entity.aliases)
      object.add(StandardTemplates.role, entity.role)
    case .group:
      object.add(StandardTemplates.name, entity.name, tags: tags)
      object.require(StandardTemplates.name, entity.id)
      object.add(StandardTemplates.aliases, entity.aliases)
      object.add(StandardTemplates.description, entity.role)
    case .malware:
      object.add(StandardTemplates.name, entity.name, tags: tags)
      object.add(StandardTemplates.isFamily, true)
      object.add(StandardTemplates.alias, entity.aliases)
      object.add(StandardTemplates.description, entity.role)
    case .vulnerability where IndicatorType.isCVE(entity.name):
      object.add(StandardTemplates.cve, entity.name, tags: tags)
      object.add(StandardTemplates.summary, entity.aliases.joined(separator: ", "))
      object.add(StandardTemplates.description, entity.role)
    case .product:
      object.add(StandardTemplates.name, entity.name, tags: tags)
      object.require(StandardTemplates.name, entity.id)
    case .state, .agency, .organisation, .company:
      object.add(StandardTemplates.name, entity.name, tags: tags)
      object.require(StandardTemplates.name, entity.id)
      object.add(StandardTemplates.alias, entity.aliases)
      object.add(StandardTemplates.role, entity.role)
      object.add(StandardTemplates.type, entity.kind.rawValue)
    case .tool, .sector, .place, .campaign, .vulnerability:
      object.add(EntityTemplate.name, entity.name, tags: tags)
      object.require(EntityTemplate.name, entity.id)
      object.add(EntityTemplate.kind, entity.kind.rawValue)
      object.add(EntityTemplate.alias, entity.aliases)
      object.add(EntityTemplate.role, entity.role)
    }
    if let parent = entity.partOf { object.refer("part-of", to: uuid(ofPart: parent), "part of") }
    return object
  }

  private static func template(of entity: Entity) -> ObjectTemplate {
    switch entity.kind {
    case .state, .agency, .organisation, .company: StandardTemplates.organization
    case .person: StandardTemplates.person
    case .group: StandardTemplates.intrusionSet
    case .malware: StandardTemplates.malware
    case .vulnerability where IndicatorType.isCVE(entity.name): StandardTemplates.vulnerability
    case .product: StandardTemplates.software
    case .tool, .sector, .place, .campaign, .vulnerability: EntityTemplate.template
    }
  }

  /// What standard templates have no attribute for.
  private static func comment(on entity: Entity) -> String {
    var parts = ["\(entity.id): \(entity.kind.rawValue)"]
    parts += entity.names.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    parts += entity.identifiers.map { "\($0.scheme): \($0.value)" }
    if entity.kind == .product {
      parts += entity.aliases.map { "also: \($0)" }
      if let role = entity.role { parts.append("role: \(role)") }
    }
    return parts.joined(separator: "; ")
  }

  func object(of event: Event) -> EventObject {
    var object = EventObject(EventTemplate.template, key: event.id, comment: event.id)
    object.add(EventTemplate.event, event.id)
    object.add(EventTemplate.kind, event.kind.rawValue)
    object.add(EventTemplate.label, event.label)
    object.add(EventTemplate.time, event.time?.words)
    object.add(EventTemplate.earliest, event.time?.earliest)
    object.add(EventTemplate.latest, event.time?.latest)
    for impact in event.impact {
      let parts = [impact.qualifier ?? "", "\(impact.count)", impact.unit].filter { !$0.isEmpty }
      object.add(EventTemplate.impact, parts.joined(separator: " "))
    }
    for target in event.targets { object.refer("mentions", to: uuid(ofPart: target), "target") }
    return object
  }

  func object(of technique: Technique) -> EventObject {
    let mentions = technique.mentions.map { "“\($0.text)” (\(Self.place($0.source, $0.start, $0.end)))" }
    var parts = ["\(technique.id): \(technique.attackID)"]
    if !technique.claims.isEmpty { parts.append("in \(technique.claims.joined(separator: ", "))") }
    parts += mentions
    var object = EventObject(
      StandardTemplates.attackPattern, key: technique.id, comment: parts.joined(separator: "; "))
    object.add(StandardTemplates.name, technique.name, tags: MISPTags.cluster(of: technique))
    object.require(StandardTemplates.name, technique.attackID)
    return object
  }

  func object(of relation: Relation) -> EventObject {
    var object = EventObject(
      RelationTemplate.template, key: relation.id,
      comment: relation.disputedBy.isEmpty ? relation.id : "\(relation.id): disputed")
    object.add(RelationTemplate.relation, relation.id)
    object.add(RelationTemplate.type, relation.type.rawValue)
    object.add(RelationTemplate.from, name(ofPart: relation.from))
    object.add(RelationTemplate.to, name(ofPart: relation.to))
    object.add(RelationTemplate.claim, relation.claims)
    object.add(RelationTemplate.disputedBy, relation.disputedBy)
    object.add(RelationTemplate.confidence, relation.confidence?.words)
    object.add(RelationTemplate.confidenceLevel, relation.confidence?.level?.rawValue)
    object.refer("related-to", to: uuid(ofPart: relation.from), "from")
    object.refer("related-to", to: uuid(ofPart: relation.to), "to")
    for claim in relation.claims where index.claims[claim] != nil {
      object.refer("supported-by", to: objectUUID(claim), "asserted by")
    }
    for claim in relation.disputedBy where index.claims[claim] != nil {
      object.refer("references", to: objectUUID(claim), "disputed by")
    }
    return object
  }
}
