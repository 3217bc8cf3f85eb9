import DossierModel
import DossierText

/// A column: its name, the keys of the report that it keeps, and its cells.
struct Column<Row>: Sendable {
  let name: String
  let keeps: [String]
  let write: @Sendable (inout CSVWriter, Row, ReportIndex) -> Void

  init(
    _ name: String, keeps: [String] = [],
    _ write: @escaping @Sendable (inout CSVWriter, Row, ReportIndex) -> Void
  ) {
    self.name = name
    self.keeps = keeps
    self.write = write
  }
}

extension Column {
  /// A column whose cells need nothing but the row.
  init(_ name: String, keeps: [String] = [], _ write: @escaping @Sendable (inout CSVWriter, Row) -> Void) {
    self.init(name, keeps: keeps) { writer, row, _ in write(&writer, row) }
  }
}

/// The columns of each table, in their stable order.
enum Columns {
  /// The names of all columns, each once.
  static let allNames: [String] = {
    var names: [String] = []
    let all =
      claims.map(\.name) + entities.map(\.name) + relations.map(\.name) + indicators.map(\.name)
      + events.map(\.name)
      + timeline.map(\.name)
    for name in all where !names.contains(name) { names.append(name) }
    return names
  }()

  static let claims: [Column<Claim>] = [
    .init("report") { writer, _, index in writer.text(index.report.id) },
    .init("claim") { $0.text($1.id) },
    .init("act", keeps: ["claims.act"]) { $0.text($1.act.rawValue) },
    .init("polarity", keeps: ["claims.polarity"]) { $0.text($1.polarity.rawValue) },
    .init("speakers", keeps: ["claims.speakers"]) { $0.values($1.speakers, $2.name) },
    .init("relayed_by", keeps: ["claims.relayed_by"]) { $0.values($1.relayedBy, $2.name) },
    .init("channel", keeps: ["claims.channel"]) { $0.text($1.channel) },
    .init("about", keeps: ["claims.about"]) { $0.values($1.about, $2.name) },
    .init("level", keeps: ["claims.level"]) { $0.text($1.level.rawValue) },
    .init("proposition", keeps: ["claims.proposition.text"]) { $0.text($1.proposition.text) },
    .init("behaviours", keeps: ["claims.proposition.behaviours"]) {
      $0.values($1.proposition.behaviours) { $0.rawValue }
    },
    .init("targets", keeps: ["claims.proposition.targets"]) {
      $0.values($1.proposition.targets, $2.name)
    },
    .init("event", keeps: ["claims.proposition.event"]) { $0.text($1.proposition.event) },
    .init("event_label") { $0.text($2.eventLabel($1.proposition.event)) },
    .init("confidence", keeps: ["claims.confidence.level"]) { $0.text($1.confidence?.level?.rawValue) },
    .init("confidence_words", keeps: ["claims.confidence.words"]) { $0.text($1.confidence?.words) },
    .init("likelihood_words", keeps: ["claims.likelihood.words"]) { $0.text($1.likelihood?.words) },
    .init("likelihood_low", keeps: ["claims.likelihood.low"]) { $0.number($1.likelihood?.low) },
    .init("likelihood_high", keeps: ["claims.likelihood.high"]) { $0.number($1.likelihood?.high) },
    .init("hedged", keeps: ["claims.hedged"]) { $0.text($1.hedged ? "true" : "false") },
    .init("quoted", keeps: ["claims.quoted"]) { $0.text($1.quoted ? "true" : "false") },
    .init("earliest", keeps: ["claims.time.earliest"]) { $0.text($1.time?.earliest) },
    .init("latest", keeps: ["claims.time.latest"]) { $0.text($1.time?.latest) },
    .init("time_words", keeps: ["claims.time.words"]) { $0.text($1.time?.words) },
    .init("answers", keeps: ["claims.answers"]) { $0.values($1.answers) },
    .init("unresolved", keeps: ["claims.unresolved"]) { writer, claim, _ in
      writer.values(claim.unresolved.map { "\($0.role): \($0.words) (\($0.reason))" })
    },
    .init("evidence", keeps: ["claims.evidence.exact"]) { $0.values($1.evidence) { $0.exact } },
    .init("places", keeps: ["claims.evidence.source", "claims.evidence.start", "claims.evidence.end"]) {
      for evidence in $1.evidence { $0.place(evidence.source, evidence.start, evidence.end) }
    },
    .init("title") { $0.text($2.source(of: $1) { $0.title }) },
    .init("publisher") { $0.text($2.source(of: $1) { $0.publisher }) },
    .init("published") { $0.text($2.source(of: $1) { $0.published }) },
    .init("url") { $0.text($2.source(of: $1) { $0.url }) },
    .init("rule", keeps: ["claims.rule"]) { $0.text($1.rule) },
    .init("tlp", keeps: ["marking.tlp"]) { writer, _, index in writer.text(index.report.marking.tlp.rawValue)
    },
  ]

  static let entities: [Column<Entity>] = [
    .init("report") { writer, _, index in writer.text(index.report.id) },
    .init("entity") { $0.text($1.id) },
    .init("kind", keeps: ["entities.kind"]) { $0.text($1.kind.rawValue) },
    .init("name", keeps: ["entities.name"]) { $0.text($1.name) },
    .init("names", keeps: ["entities.names"]) { writer, entity, _ in
      writer.values(entity.names.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    },
    .init("aliases", keeps: ["entities.aliases"]) { $0.values($1.aliases) },
    .init("part_of", keeps: ["entities.part_of"]) { $0.text($1.partOf) },
    .init("part_of_name") { $0.text($1.partOf.map($2.name)) },
    .init("role", keeps: ["entities.role"]) { $0.text($1.role) },
    .init("identifiers", keeps: ["entities.identifiers"]) {
      $0.values($1.identifiers.map { "\($0.scheme)=\($0.value)" })
    },
    .init("mentions", keeps: ["entities.mentions.text"]) { $0.values($1.mentions) { $0.text } },
    .init("places", keeps: ["entities.mentions.source", "entities.mentions.start", "entities.mentions.end"]) {
      for mention in $1.mentions { $0.place(mention.source, mention.start, mention.end) }
    },
  ]

  static let relations: [Column<Relation>] = [
    .init("report") { writer, _, index in writer.text(index.report.id) },
    .init("relation") { $0.text($1.id) },
    .init("type", keeps: ["relations.type"]) { $0.text($1.type.rawValue) },
    .init("from", keeps: ["relations.from"]) { $0.text($1.from) },
    .init("from_name") { $0.text($2.name($1.from)) },
    .init("to", keeps: ["relations.to"]) { $0.text($1.to) },
    .init("to_name") { $0.text($2.name($1.to)) },
    .init("claims", keeps: ["relations.claims"]) { $0.values($1.claims) },
    .init("claimants") { writer, relation, index in
      writer.values(relation.claims.compactMap { index.claim($0) }.flatMap { index.claimants($0) })
    },
    .init("disputed_by", keeps: ["relations.disputed_by"]) { $0.values($1.disputedBy) },
    .init("disputants") { writer, relation, index in
      writer.values(relation.disputedBy.compactMap { index.claim($0) }.flatMap { index.claimants($0) })
    },
    .init("confidence", keeps: ["relations.confidence.level"]) { $0.text($1.confidence?.level?.rawValue) },
    .init("confidence_words", keeps: ["relations.confidence.words"]) { $0.text($1.confidence?.words) },
  ]

  static let indicators: [Column<Indicator>] = [
    .init("report") { writer, _, index in writer.text(index.report.id) },
    .init("indicator") { $0.text($1.id) },
    .init("kind", keeps: ["indicators.kind"]) { $0.text($1.kind) },
    .init("value", keeps: ["indicators.value"]) { $0.text($1.value) },
    .init("role", keeps: ["indicators.role"]) { $0.text($1.role.rawValue) },
    .init("as_written", keeps: ["indicators.mention.text"]) { $0.text($1.mention.text) },
    .init(
      "places", keeps: ["indicators.mention.source", "indicators.mention.start", "indicators.mention.end"]
    ) {
      $0.text("\($1.mention.source):\($1.mention.start)-\($1.mention.end)")
    },
  ]

  static let events: [Column<Event>] = [
    .init("report") { writer, _, index in writer.text(index.report.id) },
    .init("event") { $0.text($1.id) },
    .init("kind", keeps: ["events.kind"]) { $0.text($1.kind.rawValue) },
    .init("label", keeps: ["events.label"]) { $0.text($1.label) },
    .init("targets", keeps: ["events.targets"]) { $0.values($1.targets, $2.name) },
    .init("earliest", keeps: ["events.time.earliest"]) { $0.text($1.time?.earliest) },
    .init("latest", keeps: ["events.time.latest"]) { $0.text($1.time?.latest) },
    .init("time_words", keeps: ["events.time.words"]) { $0.text($1.time?.words) },
    .init("impact", keeps: ["events.impact"]) { writer, event, _ in
      writer.values(
        event.impact.map { impact in
          (impact.qualifier.map { $0 + " " } ?? "") + "\(impact.count) \(impact.unit)"
        })
    },
  ]

  static let timeline: [Column<TimelineEntry>] = [
    .init("report") { writer, _, index in writer.text(index.report.id) },
    .init("earliest") { $0.text($1.earliest) },
    .init("latest") { $0.text($1.latest) },
    .init("time_words") { $0.text($1.words) },
    .init("what") { $0.text($1.what) },
    .init("id") { $0.text($1.id) },
    .init("who") { $0.values($1.who) },
    .init("text") { $0.text($1.text) },
  ]
}
