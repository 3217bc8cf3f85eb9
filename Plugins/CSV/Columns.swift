import DossierModel
import DossierText

/// A row that is being written: a part of a report with what its cells look up. It knows the part by its place, so that
/// a cell reads the one thing that it needs where it stands.
struct Row<Part: Sendable>: Sendable {
  let parts: [Part]
  let place: Int
  let index: ReportIndex
  /// The place of the source that the part stands in, where its cells tell of it.
  let source: Int?

  /// What `value` says of the source.
  func source(_ value: (Source) -> String?) -> String? { source.flatMap { value(index.report.sources[$0]) } }

  var part: Part { parts[place] }
}

/// A column: its name, the keys of the report that it keeps, and its cells.
struct Column<Part: Sendable>: Sendable {
  let name: String
  let keeps: [String]
  let write: @Sendable (inout CSVWriter, Row<Part>) -> Void

  init(
    _ name: String, keeps: [String] = [], _ write: @escaping @Sendable (inout CSVWriter, Row<Part>) -> Void
  ) {
    self.name = name
    self.keeps = keeps
    self.write = write
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
    .init("report") { $0.text($1.index.report.id) },
    .init("claim") { $0.text($1.part.id) },
    .init("act", keeps: ["claims.act"]) { $0.text($1.part.act.rawValue) },
    .init("polarity", keeps: ["claims.polarity"]) { $0.text($1.part.polarity.rawValue) },
    .init("speakers", keeps: ["claims.speakers"]) { $0.values($1.part.speakers, $1.index.name) },
    .init("relayed_by", keeps: ["claims.relayed_by"]) { $0.values($1.part.relayedBy, $1.index.name) },
    .init("channel", keeps: ["claims.channel"]) { $0.text($1.part.channel) },
    .init("about", keeps: ["claims.about"]) { $0.values($1.part.about, $1.index.name) },
    .init("level", keeps: ["claims.level"]) { $0.text($1.part.level.rawValue) },
    .init("proposition", keeps: ["claims.proposition.text"]) { $0.text($1.part.proposition.text) },
    .init("behaviours", keeps: ["claims.proposition.behaviours"]) {
      $0.values($1.part.proposition.behaviours) { $0.rawValue }
    },
    .init("targets", keeps: ["claims.proposition.targets"]) {
      $0.values($1.part.proposition.targets, $1.index.name)
    },
    .init("event", keeps: ["claims.proposition.event"]) { $0.text($1.part.proposition.event) },
    .init("event_label") { $0.text($1.index.eventLabel($1.part.proposition.event)) },
    .init("confidence", keeps: ["claims.confidence.level"]) { $0.text($1.part.confidence?.level?.rawValue) },
    .init("confidence_words", keeps: ["claims.confidence.words"]) { $0.text($1.part.confidence?.words) },
    .init("likelihood_words", keeps: ["claims.likelihood.words"]) { $0.text($1.part.likelihood?.words) },
    .init("likelihood_low", keeps: ["claims.likelihood.low"]) { $0.number($1.part.likelihood?.low) },
    .init("likelihood_high", keeps: ["claims.likelihood.high"]) { $0.number($1.part.likelihood?.high) },
    .init("hedged", keeps: ["claims.hedged"]) { $0.text($1.part.hedged ? "true" : "false") },
    .init("quoted", keeps: ["claims.quoted"]) { $0.text($1.part.quoted ? "true" : "false") },
    .init("earliest", keeps: ["claims.time.earliest"]) { $0.text($1.part.time?.earliest) },
    .init("latest", keeps: ["claims.time.latest"]) { $0.text($1.part.time?.latest) },
    .init("time_words", keeps: ["claims.time.words"]) { $0.text($1.part.time?.words) },
    .init("answers", keeps: ["claims.answers"]) { $0.values($1.part.answers) },
    .init("unresolved", keeps: ["claims.unresolved"]) { writer, row in
      writer.values(row.part.unresolved.map { "\($0.role): \($0.words) (\($0.reason))" })
    },
    .init("evidence", keeps: ["claims.evidence.exact"]) { writer, row in
      let evidence = row.part.evidence
      for place in evidence.indices { writer.value(evidence[place].exact) }
    },
    .init("places", keeps: ["claims.evidence.source", "claims.evidence.start", "claims.evidence.end"]) {
      let evidence = $1.part.evidence
      for place in evidence.indices {
        $0.place(evidence[place].source, evidence[place].start, evidence[place].end)
      }
    },
    .init("title") { $0.text($1.source { $0.title }) },
    .init("publisher") { $0.text($1.source { $0.publisher }) },
    .init("published") { $0.text($1.source { $0.published }) },
    .init("url") { $0.text($1.source { $0.url }) },
    .init("rule", keeps: ["claims.rule"]) { $0.text($1.part.rule) },
    .init("tlp", keeps: ["marking.tlp"]) {
      $0.text($1.index.report.marking.tlp.rawValue)
    },
  ]

  static let entities: [Column<Entity>] = [
    .init("report") { $0.text($1.index.report.id) },
    .init("entity") { $0.text($1.part.id) },
    .init("kind", keeps: ["entities.kind"]) { $0.text($1.part.kind.rawValue) },
    .init("name", keeps: ["entities.name"]) { $0.text($1.part.name) },
    .init("names", keeps: ["entities.names"]) { writer, row in
      writer.values(row.part.names.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    },
    .init("aliases", keeps: ["entities.aliases"]) { $0.values($1.part.aliases) },
    .init("part_of", keeps: ["entities.part_of"]) { $0.text($1.part.partOf) },
    .init("part_of_name") { $0.text($1.part.partOf.map($1.index.name)) },
    .init("role", keeps: ["entities.role"]) { $0.text($1.part.role) },
    .init("identifiers", keeps: ["entities.identifiers"]) {
      $0.values($1.part.identifiers.map { "\($0.scheme)=\($0.value)" })
    },
    .init("mentions", keeps: ["entities.mentions.text"]) { $0.values($1.part.mentions) { $0.text } },
    .init("places", keeps: ["entities.mentions.source", "entities.mentions.start", "entities.mentions.end"]) {
      for mention in $1.part.mentions { $0.place(mention.source, mention.start, mention.end) }
    },
  ]

  static let relations: [Column<Relation>] = [
    .init("report") { $0.text($1.index.report.id) },
    .init("relation") { $0.text($1.part.id) },
    .init("type", keeps: ["relations.type"]) { $0.text($1.part.type.rawValue) },
    .init("from", keeps: ["relations.from"]) { $0.text($1.part.from) },
    .init("from_name") { $0.text($1.index.name($1.part.from)) },
    .init("to", keeps: ["relations.to"]) { $0.text($1.part.to) },
    .init("to_name") { $0.text($1.index.name($1.part.to)) },
    .init("claims", keeps: ["relations.claims"]) { $0.values($1.part.claims) },
    .init("claimants") { writer, row in
      writer.values(row.part.claims.compactMap { row.index.claim($0) }.flatMap { row.index.claimants($0) })
    },
    .init("disputed_by", keeps: ["relations.disputed_by"]) { $0.values($1.part.disputedBy) },
    .init("disputants") { writer, row in
      writer.values(
        row.part.disputedBy.compactMap { row.index.claim($0) }.flatMap { row.index.claimants($0) })
    },
    .init("confidence", keeps: ["relations.confidence.level"]) {
      $0.text($1.part.confidence?.level?.rawValue)
    },
    .init("confidence_words", keeps: ["relations.confidence.words"]) { $0.text($1.part.confidence?.words) },
  ]

  static let indicators: [Column<Indicator>] = [
    .init("report") { $0.text($1.index.report.id) },
    .init("indicator") { $0.text($1.part.id) },
    .init("kind", keeps: ["indicators.kind"]) { $0.text($1.part.kind) },
    .init("value", keeps: ["indicators.value"]) { $0.text($1.part.value) },
    .init("role", keeps: ["indicators.role"]) { $0.text($1.part.role.rawValue) },
    .init("marks", keeps: ["indicators.marks"]) { $0.values($1.part.marks.map(\.rawValue)) },
    .init("as_written", keeps: ["indicators.mention.text"]) { $0.text($1.part.mention.text) },
    .init(
      "places", keeps: ["indicators.mention.source", "indicators.mention.start", "indicators.mention.end"]
    ) {
      $0.text("\($1.part.mention.source):\($1.part.mention.start)-\($1.part.mention.end)")
    },
  ]

  static let events: [Column<Event>] = [
    .init("report") { $0.text($1.index.report.id) },
    .init("event") { $0.text($1.part.id) },
    .init("kind", keeps: ["events.kind"]) { $0.text($1.part.kind.rawValue) },
    .init("label", keeps: ["events.label"]) { $0.text($1.part.label) },
    .init("targets", keeps: ["events.targets"]) { $0.values($1.part.targets, $1.index.name) },
    .init("earliest", keeps: ["events.time.earliest"]) { $0.text($1.part.time?.earliest) },
    .init("latest", keeps: ["events.time.latest"]) { $0.text($1.part.time?.latest) },
    .init("time_words", keeps: ["events.time.words"]) { $0.text($1.part.time?.words) },
    .init("impact", keeps: ["events.impact"]) { writer, row in
      writer.values(
        row.part.impact.map { impact in
          (impact.qualifier.map { $0 + " " } ?? "") + "\(impact.count) \(impact.unit)"
        })
    },
  ]

  static let timeline: [Column<TimelineEntry>] = [
    .init("report") { $0.text($1.index.report.id) },
    .init("earliest") { $0.text($1.part.earliest) },
    .init("latest") { $0.text($1.part.latest) },
    .init("time_words") { $0.text($1.part.words) },
    .init("what") { $0.text($1.part.what) },
    .init("id") { $0.text($1.part.id) },
    .init("who") { $0.values($1.part.who) },
    .init("text") { $0.text($1.part.text) },
  ]
}
