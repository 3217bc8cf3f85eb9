import DossierModel
import DossierPluginKit
import DossierText

/// Writes one report's objects into a bundle. The objects' families are extensions of their own.
struct BundleWriter {
  let report: Report
  let profile: STIXExporter.Profile
  let writesConfidence: Bool
  let writesIndicators: Bool
  let writesSightings: Bool
  let words: GeneratedWords
  /// Goes into every id, with the report's own.
  let scope: String
  /// `created` and `modified` of all objects.
  let created: String
  let marking: String
  let producer: String

  var json: JSONWriter
  /// Ids of objects that reports share and that were written.
  var shared: Set<String>
  /// Ids of this report's objects, in the order written.
  var written: [String] = []
  /// Keys of objects that are written when first needed, with their ids.
  var ensured: [String: String] = [:]

  /// Makes the ids of this report's objects.
  let identifiers: STIXIdentifier.Scope
  /// The ids of the objects that entities, events, techniques and claims' notes are, by the parts' places.
  let entityObjects: [String]
  let campaigns: [String]
  let patterns: [String]
  let notes: [String]

  /// Places of parts by local id.
  let entities: PartNumbers
  let events: PartNumbers
  let claims: PartNumbers
  let techniques: PartNumbers
  let indicators: PartNumbers
  /// The relationships that each claim asserts, by the claim's place, with the creator of each.
  var assertions: [[(id: String, creator: String)]]
  /// The claims whose relations a claim disputes, by the disputing claim's id; not of relations that more than
  /// `shortList` claims assert.
  let disputes: [String: [String]]
  /// The relations whose claims were listed.
  var listed: Set<String> = []
  let isFirst: Bool
  /// Places of the relations that a relationship holds in full.
  var writtenRelations: Set<Int> = []

  /// How many claims are listed with each thing that is said of a relation. A long text asserts one relation thousands
  /// of times, and each denial and each relationship of it would list them all.
  static let shortList = 64

  init(
    report: Report, context: ExportContext, profile: STIXExporter.Profile, indent: Int,
    writesConfidence: Bool,
    writesIndicators: Bool, writesSightings: Bool, shared: Set<String>?
  ) {
    self.report = report
    self.profile = profile
    self.writesConfidence = writesConfidence
    self.writesIndicators = writesIndicators
    self.writesSightings = writesSightings
    self.shared = shared ?? []
    isFirst = shared == nil
    words = GeneratedWords(language: context.language)
    scope = context.idSeed + "\u{1F}" + report.id
    created = STIXTime.milliseconds(report.created)
    marking = STIXVocabulary.marking(report.marking.tlp).id
    let identifiers = STIXIdentifier.Scope(scope)
    self.identifiers = identifiers
    producer = identifiers.object("identity", "producer")
    entityObjects = report.entities.map {
      identifiers.object(STIXVocabulary.type(of: $0.kind), "entity", $0.id)
    }
    campaigns = report.events.map { identifiers.object("campaign", "event", $0.id) }
    patterns = report.techniques.map { identifiers.object("attack-pattern", $0.id) }
    notes = report.claims.map { identifiers.object("note", $0.id) }
    json = JSONWriter(indent: indent, reserving: 1 << 16)
    entities = PartNumbers(count: report.entities.count) { report.entities[$0].id }
    events = PartNumbers(count: report.events.count) { report.events[$0].id }
    claims = PartNumbers(count: report.claims.count) { report.claims[$0].id }
    techniques = PartNumbers(count: report.techniques.count) { report.techniques[$0].id }
    indicators = PartNumbers(count: report.indicators.count) { report.indicators[$0].id }
    var disputes: [String: [String]] = [:]
    for relation in report.relations where relation.claims.count <= Self.shortList {
      for claim in relation.disputedBy where disputes[claim, default: []].count < Self.shortList {
        disputes[claim, default: []] += relation.claims
      }
    }
    self.disputes = disputes
    assertions = Array(repeating: [], count: report.claims.count)
  }

  mutating func writeReport() {
    if isFirst {
      json.beginObject()
      json.field("type", "bundle")
      json.field("id", STIXIdentifier.object("bundle", [scope]))
      json.key("objects")
      json.beginArray()
    } else {
      json.resumeArray(depth: 2)
    }
    writeMarking()
    writeExtensionDefinition()
    writeProducer()
    for index in report.entities.indices { writeEntity(index) }
    for index in report.events.indices { writeEvent(index) }
    for index in report.techniques.indices { writeTechnique(index) }
    let rest = writeObservables()
    writeRelations()
    for index in report.claims.indices { writeDerivedAssertions(index) }
    for index in report.claims.indices { writeOpinion(index) }
    for index in report.claims.indices { writeNote(index) }
    if writesSightings { for index in report.claims.indices { writeSightings(index) } }
    writeReportObject(otherIndicators: rest)
  }

  // MARK: Common properties

  /// Starts an object with the properties that all have (section 3.2).
  mutating func open(_ type: String, _ id: String, creator: String? = nil, at time: String? = nil) {
    if type != "language-content" { written.append(id) }
    json.beginObject()
    json.field("type", type)
    json.field("spec_version", STIXVocabulary.specVersion)
    json.field("id", id)
    json.field("created_by_ref", creator ?? producer)
    json.field("created", time ?? created)
    json.field("modified", time ?? created)
  }

  /// Ends an object with its marking.
  mutating func close() {
    json.key("object_marking_refs")
    json.beginArray()
    json.string(marking)
    json.endArray()
    json.endObject()
  }

  /// Starts the extension that carries what STIX has no property for.
  mutating func openExtension() {
    json.key("extensions")
    json.beginObject()
    json.key(STIXVocabulary.dossierExtension)
    json.beginObject()
    json.field("extension_type", "property-extension")
  }

  /// Ends the extension.
  mutating func closeExtension() {
    json.endObject()
    json.endObject()
  }

  /// Writes `lang`, where the language is known: its primary subtag, which is all that validators know.
  mutating func lang(_ language: String) {
    let primary = language.prefix { $0 != "-" }
    if primary != "und", !primary.isEmpty { json.field("lang", String(primary)) }
  }

  /// A new id for an object of this report.
  func id(_ type: String, _ parts: String...) -> String { identifiers.object(type, parts) }

  /// The language of a claim's first evidence.
  func language(of claim: Claim) -> String {
    let source = claim.evidence.first?.source
    return report.sources.first { $0.id == source }?.language ?? report.language
  }
}
