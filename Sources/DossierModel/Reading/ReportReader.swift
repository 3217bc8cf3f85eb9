public import DossierText

/// Reads a report, or parsed claims, from a JSON or YAML tree; what is wrong is reported at its place.
///
/// Unknown and missing keys, wrong types, references to nothing and evidence outside its source all become
/// diagnostics of the decoder, so that one run shows every mistake; the caller refuses the result when there are errors.
public struct ReportReader {
  /// What was read.
  public struct Input: Sendable {
    /// The form it had.
    public let form: ReportForm
    /// The report. In the form of claims, its own id, title, language and creation time are empty where not given.
    public let report: Report
    /// The sources' plain texts by source id, as far as parsed claims carried them.
    public let texts: [String: SourceText]
  }

  let form: ReportForm
  var decoder: DataDecoder
  var parts: PartIndex
  /// Known texts of sources.
  var texts: [String: PlacedText] = [:]
  /// Lengths of the sources in code points, as far as given.
  var lengths: [String: Int] = [:]
  /// Where each source's last evidence or mention ends.
  var furthest: [String: Int] = [:]
  let resolve: (String) -> Entity?
  /// Entities that were named but not listed, found by `resolve`.
  var found: [Entity] = []

  /// Reads a tree in the form that it says it has.
  ///
  /// - Parameters:
  ///   - node: The tree.
  ///   - decoder: Collects what is wrong.
  ///   - resolve: Finds an entity by a name that parsed claims use without listing it, such as a country's.
  public static func read(
    _ node: DataNode, decoder: inout DataDecoder, resolving resolve: (String) -> Entity? = { _ in nil }
  ) -> Input {
    withoutActuallyEscaping(resolve) { resolve in
      var reader = ReportReader(form: ReportForm(of: node), decoder: decoder, resolve: resolve)
      let report = reader.report(node)
      decoder = reader.decoder
      return Input(form: reader.form, report: report, texts: reader.texts.mapValues(\.text))
    }
  }

  private init(form: ReportForm, decoder: DataDecoder, resolve: @escaping (String) -> Entity?) {
    self.form = form
    self.decoder = decoder
    self.resolve = resolve
    parts = PartIndex()
  }

  private mutating func report(_ node: DataNode) -> Report {
    let object = open(node, ReportShapes.report)
    if let schema = object["schema"], let name = decoder.string(schema, what: "'schema'"),
      name != form.schemaName
    {
      decoder.report(
        "schema", "this version reads \(Report.schema) and dossier.claims/1, not '\(name)'", at: schema.range,
        help: "write 'schema: \(form.schemaName)'")
    }
    parts.scan(object, into: &decoder)
    var report = Report(
      id: text(object, "id"), title: text(object, "title"), language: text(object, "language"),
      created: text(object, "created"), producer: producer(object["producer"]),
      marking: marking(object["marking"]), sources: [])
    report.sources = list(object, "sources") { $0.source($1, id: $2) }
    report.entities = list(object, "entities") { $0.entity($1, id: $2) }
    report.events = list(object, "events") { $0.event($1, id: $2) }
    report.claims = list(object, "claims") { $0.claim($1, id: $2) }
    report.relations = list(object, "relations") { $0.relation($1, id: $2) }
    report.indicators = list(object, "indicators") { $0.indicator($1, id: $2) }
    report.techniques = list(object, "techniques") { $0.technique($1, id: $2) }
    report.candidates = records(object, "candidates") { $0.candidate($1) }
    report.entities += found
    for index in report.sources.indices where lengths[report.sources[index].id] == nil {
      report.sources[index].length = furthest[report.sources[index].id] ?? 0
    }
    return report
  }

  private mutating func list<Part>(
    _ object: DataObject, _ key: String, _ read: (inout Self, DataNode, String) -> Part
  ) -> [Part] {
    let ids = parts.ids[key] ?? []
    return zip(object[key]?.elements ?? [], ids).map { read(&self, $0, $1) }
  }

  private mutating func producer(_ node: DataNode?) -> Producer {
    guard let node else { return Producer(name: "", kind: "unknown") }
    let object = open(node, ReportShapes.producer)
    return Producer(
      name: text(object, "name"), kind: oneOf(Producer.kinds, object, "kind") ?? "organization")
  }

  private mutating func marking(_ node: DataNode?) -> Marking {
    guard let node else { return Marking() }
    let object = open(node, ReportShapes.marking)
    return Marking(tlp: choice(object, "tlp") ?? .clear)
  }

  // MARK: References

  /// The id that `node` gives: of a part under one of `keys` of the report; of an entity also by its name, in claims.
  mutating func reference(_ node: DataNode, to keys: [String], what: String) -> String? {
    guard let name = decoder.string(node, what: what) else { return nil }
    for key in keys where parts.contains(name, in: key) { return name }
    if form == .claims, keys.contains("entities") {
      let ids = parts.entities(named: name)
      if ids.count == 1 { return ids[0] }
      if ids.count > 1 {
        decoder.report(
          "ambiguous-name", "\(what) '\(name)' is the name of several entities", at: node.range,
          notes: ["they are: \(ids.joined(separator: ", "))"], help: "give the id")
        return nil
      }
      if var entity = resolve(name) {
        entity.id = parts.freeID(in: "entities")
        parts.add(entity)
        found.append(entity)
        return entity.id
      }
    }
    let known = keys.flatMap { parts.ids[$0] ?? [] } + (form == .claims ? parts.entityNames : [])
    decoder.report(
      "unknown-reference",
      "\(what) refers to '\(name)', which is not among the \(keys.joined(separator: " or "))",
      at: node.range,
      help: NameSuggestion.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
        ?? "add it to the \(keys[0])")
    return nil
  }

  /// The ids that stand in the list under `key`.
  mutating func references(_ object: DataObject, _ key: String, to keys: [String]) -> [String] {
    decoder.array(object[key], what: "'\(key)'").compactMap { reference($0, to: keys, what: "'\(key)'") }
  }

  /// The id that stands under `key`, if any.
  mutating func reference(_ object: DataObject, _ key: String, to keys: [String]) -> String? {
    guard let node = object[key] else { return nil }
    if case .null = node.value { return nil }
    return reference(node, to: keys, what: "'\(key)'")
  }
}
