import DossierModel

/// New ids for all parts of a report: a letter and the place in the list.
struct PartRenaming {
  private(set) var sources: [String: String] = [:]
  private(set) var entities: [String: String] = [:]
  private var events: [String: String] = [:]
  private var claims: [String: String] = [:]
  private var indicators: [String: String] = [:]
  private var techniques: [String: String] = [:]

  /// New ids for the parts of a report.
  init(_ report: Report) {
    sources = Self.ids("s", report.sources.map(\.id))
    entities = Self.ids("e", report.entities.map(\.id))
    events = Self.ids("v", report.events.map(\.id))
    claims = Self.ids("c", report.claims.map(\.id))
    indicators = Self.ids("i", report.indicators.map(\.id))
    techniques = Self.ids("t", report.techniques.map(\.id))
  }

  private static func ids(_ letter: String, _ old: [String]) -> [String: String] {
    Dictionary(
      old.enumerated().map { ($1, "\(letter)\($0 + 1)") }, uniquingKeysWith: { first, _ in first })
  }

  /// The report with the new ids, in its parts and wherever one refers to another.
  func renamed(_ report: Report) -> Report {
    var report = report
    report.sources.rename(\.id, sources)
    report.entities.rename(\.id, entities)
    report.entities.rename(\.partOf, entities)
    report.events.rename(\.id, events)
    report.events.rename(\.targets, entities)
    for number in report.entities.indices { report.entities[number].mentions.rename(\.source, sources) }
    for number in report.claims.indices { rename(&report.claims[number]) }
    for number in report.relations.indices { rename(&report.relations[number], number) }
    report.indicators.rename(\.id, indicators)
    report.indicators.rename(\.mention.source, sources)
    report.techniques.rename(\.id, techniques)
    report.techniques.rename(\.claims, claims)
    for number in report.techniques.indices { report.techniques[number].mentions.rename(\.source, sources) }
    report.candidates.rename(\.mention.source, sources)
    return report
  }

  private func rename(_ claim: inout Claim) {
    claim.id = claims[claim.id] ?? claim.id
    claim.speakers = claim.speakers.map { entities[$0] ?? $0 }
    claim.relayedBy = claim.relayedBy.map { entities[$0] ?? $0 }
    claim.about = claim.about.map { entities[$0] ?? $0 }
    claim.proposition.targets = claim.proposition.targets.map { entities[$0] ?? $0 }
    claim.proposition.event = claim.proposition.event.map { events[$0] ?? $0 }
    claim.answers = claim.answers.map { claims[$0] ?? $0 }
    claim.evidence.rename(\.source, sources)
  }

  private func rename(_ relation: inout Relation, _ number: Int) {
    relation.id = "r\(number + 1)"
    relation.from =
      entities[relation.from] ?? events[relation.from] ?? indicators[relation.from] ?? relation.from
    relation.to = entities[relation.to] ?? events[relation.to] ?? techniques[relation.to] ?? relation.to
    relation.claims = relation.claims.map { claims[$0] ?? $0 }
    relation.disputedBy = relation.disputedBy.map { claims[$0] ?? $0 }
  }
}

extension Array {
  fileprivate mutating func rename(_ path: WritableKeyPath<Element, String>, _ ids: [String: String]) {
    for number in indices {
      if let new = ids[self[number][keyPath: path]] { self[number][keyPath: path] = new }
    }
  }

  fileprivate mutating func rename(_ path: WritableKeyPath<Element, String?>, _ ids: [String: String]) {
    for number in indices {
      if let old = self[number][keyPath: path], let new = ids[old] { self[number][keyPath: path] = new }
    }
  }

  fileprivate mutating func rename(_ path: WritableKeyPath<Element, [String]>, _ ids: [String: String]) {
    for number in indices {
      self[number][keyPath: path] = self[number][keyPath: path].map { ids[$0] ?? $0 }
    }
  }
}

extension Report {
  /// The ids of all parts.
  var allPartIDs: [String] {
    sources.map(\.id) + entities.map(\.id) + events.map(\.id) + claims.map(\.id) + relations.map(\.id)
      + indicators.map(\.id) + techniques.map(\.id)
  }
}
