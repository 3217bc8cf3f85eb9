import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Puts a report together from what its documents gave: one entity for one thing, ids in the order of the text.
struct ReportAssembly {
  private var entities: [Entity] = []
  private var positionOfKey: [String: Int] = [:]
  private var positionOfID: [String: Int] = [:]
  private var claims: [Claim] = []
  private var events: [Event] = []
  private var eventOf: [String: Int] = [:]
  /// What each event counts so far, since a long text may count without end.
  private var impacts: [Set<Impact>] = []
  private var eventTargets: [Set<String>] = []
  /// What claims say to be one.
  private var aliases: [AssertedAlias] = []

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
    let findings = FindingAssembly(readings.map(\.document))
    report.indicators = findings.indicators
    report.techniques = TechniqueAssembly.techniques(in: readings.map(\.text), claims: claims)
    for (number, reading) in readings.enumerated() {
      report.candidates += CandidateAssembly.candidates(
        in: reading.text, refused: findings.refused[number], source: "s\(number + 1)")
    }
    report.relations = RelationAssembly.relations(of: report, aliases: aliases)
    return report
  }

  /// Adds a document's entities and claims.
  private mutating func add(_ reading: DocumentReading, source: String) {
    let index = CodePointIndex(reading.document.text.bytes)
    let used = Self.used(in: reading)
    var positions: [Int: Int] = [:]
    for entity in Self.ordered(used, reading) {
      positions[entity] = insert(entity, reading, source: source, index: index)
    }
    for (entity, position) in positions {
      guard let owner = reading.registry[entity].partOf.flatMap({ positions[$0] }), owner != position,
        entities[position].partOf == nil
      else { continue }
      entities[position].partOf = entities[owner].id
    }
    let ids = positions.mapValues { entities[$0].id }
    let firstClaim = claims.count
    let writer = ClaimWriter(reading: reading, source: source, index: index, ids: ids)
    let dates = DateReading(published: reading.document.metadata.published)
    for (position, draft) in reading.drafts.enumerated() {
      var claim = writer.claim(draft, id: "c\(firstClaim + position + 1)")
      claim.answers = reading.answers[position].map { "c\(firstClaim + $0 + 1)" }
      claim.proposition.event = event(of: claim, draft, reading, dates: dates)
      claims.append(claim)
      for (name, thing) in draft.sameAs {
        guard let from = ids[name], let to = ids[thing] else { continue }
        aliases.append(AssertedAlias(claim: position + firstClaim, name: from, of: to))
      }
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
      let leftStart = reading.registry[left].mentions.first?.start ?? .max
      let rightStart = reading.registry[right].mentions.first?.start ?? .max
      return (leftStart, left) < (rightStart, right)
    }
  }

  /// Inserts an entity, or adds its mentions to the one of the same key, and returns its position. Unnamed parties of two
  /// documents stay apart.
  private mutating func insert(
    _ entity: Int, _ reading: DocumentReading, source: String, index: CodePointIndex
  ) -> Int {
    let draft = reading.registry[entity]
    let key = draft.isUnnamed ? "\(source):\(draft.key)" : draft.key
    let mentions = draft.mentions.map { range in
      Mention(
        source: source, start: Int(index.codePoint(atByte: range.start)),
        end: Int(index.codePoint(atByte: range.end)),
        text: reading.document.text[range])
    }
    if let position = positionOfKey[key] {
      entities[position].mentions += mentions
      return position
    }
    let position = entities.count
    positionOfKey[key] = position
    positionOfID["e\(position + 1)"] = position
    entities.append(
      Entity(
        id: "e\(position + 1)", kind: draft.kind, name: draft.name, names: draft.names,
        aliases: draft.aliases,
        role: draft.role,
        identifiers: draft.identifiers, mentions: mentions))
    return position
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
      for one in impact where impacts[known].insert(one).inserted { events[known].impact.append(one) }
      for more in claim.proposition.targets where eventTargets[known].insert(more).inserted {
        events[known].targets.append(more)
      }
      return events[known].id
    }
    let label = positionOfID[target].map { entities[$0].name } ?? target
    eventOf[target] = events.count
    impacts.append(Set(impact))
    eventTargets.append(Set(claim.proposition.targets))
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
