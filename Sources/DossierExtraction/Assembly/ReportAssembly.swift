import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Puts a report together from what its documents gave: one entity for one thing, ids in the order of the text.
struct ReportAssembly {
  private var entities: [Entity] = []
  private var entityID: [String: String] = [:]
  private var claims: [Claim] = []
  private var events: [Event] = []
  private var eventOf: [String: Int] = [:]

  /// The report about the readings, in their order.
  mutating func report(_ readings: [DocumentReading], settings: ReportSettings) -> Report {
    var sources: [Source] = []
    for (index, reading) in readings.enumerated() {
      sources.append(
        Source(
          reading.document, id: "s\(index + 1)", length: CodePointIndex(reading.document.text.bytes).count))
      add(reading, source: "s\(index + 1)")
    }
    let first = readings.first?.document
    let created = ReportClock.created(
      settings, published: first?.metadata.published, modified: first?.modified)
    var report = Report(
      id: ReportIdentity.id(of: sources, settings: settings), title: first?.metadata.title ?? "",
      language: first?.metadata.language ?? "und", created: created, producer: settings.producer,
      marking: settings.marking, sources: sources, entities: entities, events: events, claims: claims)
    report.indicators = FindingAssembly.indicators(in: readings.map(\.document))
    report.techniques = TechniqueAssembly.techniques(in: readings.map(\.text), claims: claims)
    report.relations = RelationAssembly.relations(of: report)
    return report
  }

  /// Adds a document's entities and claims.
  private mutating func add(_ reading: DocumentReading, source: String) {
    let index = CodePointIndex(reading.document.text.bytes)
    let used = Self.used(in: reading)
    var ids: [Int: String] = [:]
    for entity in Self.ordered(used, reading) {
      ids[entity] = insert(entity, reading, source: source, index: index)
    }
    for (entity, id) in ids {
      guard let owner = reading.registry[entity].partOf, let ownerID = ids[owner],
        let position = entities.firstIndex(where: { $0.id == id }), entities[position].partOf == nil,
        ownerID != id
      else { continue }
      entities[position].partOf = ownerID
    }
    let firstClaim = claims.count
    let writer = ClaimWriter(reading: reading, source: source, index: index, ids: ids)
    let dates = DateReading(published: reading.document.metadata.published)
    for (position, draft) in reading.drafts.enumerated() {
      var claim = writer.claim(draft, id: "c\(firstClaim + position + 1)")
      claim.answers = reading.answers[position].map { "c\(firstClaim + $0 + 1)" }
      claim.proposition.event = event(of: claim, draft, reading, dates: dates)
      claims.append(claim)
    }
  }

  /// The entities that the report names: those of claims with their owners, and names that the text mentions.
  private static func used(in reading: DocumentReading) -> Set<Int> {
    var used: Set<Int> = []
    func use(_ entity: Int) {
      guard used.insert(entity).inserted, let owner = reading.registry[entity].partOf else { return }
      use(owner)
    }
    for draft in reading.drafts {
      for entity in draft.speaker.entities + draft.about.all + draft.targets + draft.relayedBy { use(entity) }
    }
    for entity in reading.registry.drafts.indices {
      let draft = reading.registry[entity]
      if !draft.isUnnamed, !draft.mentions.isEmpty { use(entity) }
    }
    return used
  }

  /// Entities by their first mention.
  private static func ordered(_ used: Set<Int>, _ reading: DocumentReading) -> [Int] {
    used.sorted { left, right in
      let leftStart = reading.registry[left].mentions.map(\.start).min() ?? .max
      let rightStart = reading.registry[right].mentions.map(\.start).min() ?? .max
      return (leftStart, left) < (rightStart, right)
    }
  }

  /// Inserts an entity, or adds its mentions to the one of the same key. Unnamed parties of two documents stay apart.
  private mutating func insert(
    _ entity: Int, _ reading: DocumentReading, source: String, index: CodePointIndex
  ) -> String {
    let draft = reading.registry[entity]
    let key = draft.isUnnamed ? "\(source):\(draft.key)" : draft.key
    let mentions = draft.mentions.sorted().map { range in
      Mention(
        source: source, start: Int(index.codePoint(atByte: range.start)),
        end: Int(index.codePoint(atByte: range.end)),
        text: reading.document.text[range])
    }
    if let id = entityID[key], let position = entities.firstIndex(where: { $0.id == id }) {
      entities[position].mentions += mentions
      return id
    }
    let id = "e\(entities.count + 1)"
    entityID[key] = id
    entities.append(
      Entity(
        id: id, kind: draft.kind, name: draft.name, names: draft.names, aliases: draft.aliases,
        role: draft.role,
        identifiers: draft.identifiers, mentions: mentions))
    return id
  }

  /// The event a claim is about: one for each first target that claims of responsibility name.
  private mutating func event(
    of claim: Claim, _ draft: ClaimDraft, _ reading: DocumentReading, dates: DateReading
  ) -> String? {
    guard let target = claim.proposition.targets.first,
      let kind = claim.proposition.behaviours.first ?? (draft.act.isResponsibility ? .other : nil)
    else { return nil }
    let time = draft.content.lazy.compactMap { dates.interval(in: $0, of: reading.text) }.first
    let impact = draft.content.flatMap { ImpactReading.impacts(in: $0, of: reading.text) }
    if let known = eventOf[target] {
      if events[known].kind == .other { events[known].kind = kind }
      if events[known].time == nil { events[known].time = time }
      for one in impact where !events[known].impact.contains(one) { events[known].impact.append(one) }
      for more in claim.proposition.targets where !events[known].targets.contains(more) {
        events[known].targets.append(more)
      }
      return events[known].id
    }
    let label = entities.first { $0.id == target }?.name ?? target
    eventOf[target] = events.count
    events.append(
      Event(
        id: "v\(events.count + 1)", kind: kind, label: label, targets: claim.proposition.targets, time: time,
        impact: impact))
    return events.last?.id
  }
}

extension Source {
  /// The source that a document is.
  init(_ document: Document, id: String, length: UInt32) {
    let metadata = document.metadata
    self.init(
      id: id, title: metadata.title, publisher: metadata.publisher, authors: metadata.authors,
      published: metadata.published, language: metadata.language, url: metadata.url,
      translationOf: metadata.translationOf, mediaType: document.mediaType, sha256: document.sha256,
      length: Int(length))
  }
}
