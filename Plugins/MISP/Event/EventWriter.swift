import DossierBriefing
import DossierModel
import DossierPluginKit
import DossierText

/// Writes one report as a MISP event. The objects' families are extensions of their own.
struct EventWriter {
  let report: Report
  let index: ReportIndex
  let distribution: MISPExporter.Distribution
  let detects: Bool
  let writesEventReport: Bool
  /// Goes into every id, with the report's own.
  let scope: [String]
  /// Seconds since 1970, as all of the event's parts have them.
  let timestamp: String

  var json: JSONWriter
  /// Ids of the attributes that indicators are, by the indicator's id.
  var indicatorAttributes: [String: String] = [:]
  /// Opinions on claims, by the claim's number.
  var opinions: [[EventObject.Opinion]]

  init(
    report: Report, context: ExportContext, distribution: MISPExporter.Distribution, detects: Bool,
    writesEventReport: Bool, json: JSONWriter
  ) {
    self.report = report
    self.distribution = distribution
    self.detects = detects
    self.writesEventReport = writesEventReport
    self.json = json
    index = ReportIndex(report, words: BriefingLanguage(tag: context.language).words)
    scope = [context.idSeed, report.id]
    timestamp = "\(MISPTime.seconds(report.created))"
    opinions = Array(repeating: [], count: report.claims.count)
  }

  /// Writes `{"Event": …}`.
  mutating func write() {
    json.beginObject()
    json.key("Event")
    json.beginObject()
    json.field("uuid", uuid("event"))
    json.field("info", info)
    json.field("date", String(report.created.prefix(10)))
    json.field("timestamp", timestamp)
    json.field("publish_timestamp", "0")
    json.key("published")
    json.bool(false)
    json.field("analysis", "0")
    json.field("threat_level_id", "4")
    json.field("distribution", distribution.code)
    json.field("org_id", "0")
    json.field("orgc_id", "0")
    json.key("Orgc")
    json.beginObject()
    json.field("name", PlainText.line(report.producer.name, limit: 255))
    json.field("uuid", organisation)
    json.endObject()
    writeTags([MISPTags.tlp(report.marking.tlp)])
    writeIndicators()
    writeObjects()
    if writesEventReport { writeReport() }
    json.endObject()
    json.endObject()
  }

  private var info: String {
    let line = PlainText.line(report.title, limit: 255)
    return PlainText.isBlank(line) ? report.id : line
  }

  /// Id of the producer's organisation: of its name and the seed, whatever the report.
  var organisation: String { MISPIdentifier.uuid([scope[0], "organisation", report.producer.name]) }

  /// The id of a part of this event.
  func uuid(_ parts: String...) -> String { MISPIdentifier.uuid(scope + parts) }

  /// The id of the object that a part of the report is.
  func objectUUID(_ key: String) -> String { uuid("object", key) }

  /// The id of the object or attribute that an id of the report names; nil where nothing has that id.
  func uuid(ofPart id: String) -> String? {
    if index.entities[id] != nil || index.events[id] != nil || index.techniques[id] != nil {
      return objectUUID(id)
    }
    return indicatorAttributes[id]
  }

  /// What people call a part.
  func name(ofPart id: String) -> String {
    if let entity = index.entities[id] { return report.entities[entity].name }
    if let event = index.events[id] { return report.events[event].label }
    if let technique = index.techniques[id] {
      return "\(report.techniques[technique].attackID) \(report.techniques[technique].name)"
    }
    return index.indicators[id].map { report.indicators[$0].value } ?? id
  }

  private mutating func writeObjects() {
    gatherOpinions()
    json.key("Object")
    json.beginArray()
    write(reportObject)
    for source in report.sources { write(object(of: source)) }
    for entity in report.entities { write(object(of: entity)) }
    for event in report.events { write(object(of: event)) }
    for technique in report.techniques { write(object(of: technique)) }
    for claim in report.claims.indices { write(object(ofClaim: claim)) }
    for relation in report.relations { write(object(of: relation)) }
    json.endArray()
  }

  // MARK: Forms

  private mutating func write(_ object: EventObject) {
    let id = objectUUID(object.key)
    json.beginObject()
    json.field("uuid", id)
    json.field("name", object.template.name)
    json.field("meta-category", object.template.metaCategory)
    json.field("description", object.template.description)
    json.field("template_uuid", object.template.uuid)
    json.field("template_version", "\(object.template.version)")
    json.field("timestamp", timestamp)
    json.field("distribution", "5")
    json.field("comment", object.comment)
    json.key("Attribute")
    json.beginArray()
    for (place, attribute) in object.attributes.enumerated() {
      write(attribute, uuid("attribute", object.key, "\(place)"))
    }
    json.endArray()
    if !object.references.isEmpty { write(object.references, from: id) }
    if !object.opinions.isEmpty { write(object.opinions, on: id) }
    json.endObject()
  }

  private mutating func write(_ attribute: EventObject.Attribute, _ id: String) {
    json.beginObject()
    json.field("uuid", id)
    json.field("object_relation", attribute.relation.name)
    json.field("type", attribute.relation.type.name)
    json.field("category", attribute.relation.type.category)
    json.field("value", attribute.value)
    writeAttributeEnd(
      detects: false, correlates: attribute.relation.correlates, comment: attribute.comment,
      tags: attribute.tags)
  }

  /// Writes what every attribute has, and ends it.
  mutating func writeAttributeEnd(detects: Bool, correlates: Bool, comment: String, tags: [String]) {
    json.key("to_ids")
    json.bool(detects)
    json.key("disable_correlation")
    json.bool(!correlates)
    json.field("timestamp", timestamp)
    json.field("distribution", "5")
    json.field("comment", comment)
    if !tags.isEmpty { writeTags(tags) }
    json.endObject()
  }

  private mutating func writeTags(_ tags: [String]) {
    json.key("Tag")
    json.beginArray()
    for tag in tags {
      json.beginObject()
      json.field("name", tag)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func write(_ references: [EventObject.Reference], from id: String) {
    json.key("ObjectReference")
    json.beginArray()
    for reference in references {
      json.beginObject()
      json.field(
        "uuid", uuid("reference", id, reference.type, reference.target, reference.comment))
      json.field("object_uuid", id)
      json.field("referenced_uuid", reference.target)
      json.field("relationship_type", reference.type)
      json.field("comment", reference.comment)
      json.field("timestamp", timestamp)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func write(_ opinions: [EventObject.Opinion], on id: String) {
    json.key("Opinion")
    json.beginArray()
    for opinion in opinions {
      json.beginObject()
      json.field("uuid", uuid("opinion", opinion.key, id))
      json.field("object_uuid", id)
      json.field("object_type", "Object")
      json.field("opinion", "\(opinion.value)")
      json.field("authors", opinion.authors)
      json.field("comment", opinion.comment)
      json.field("created", MISPTime.dateTime(report.created))
      json.field("modified", MISPTime.dateTime(report.created))
      json.field("distribution", "5")
      json.field("orgc_uuid", organisation)
      json.endObject()
    }
    json.endArray()
  }
}

extension JSONWriter {
  /// Writes a property with a text.
  mutating func field(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }
}
