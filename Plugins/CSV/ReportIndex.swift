import DossierModel

/// A report's parts by id, as far as cells need them.
struct ReportIndex {
  let report: Report
  private let entities: [String: Int]
  private let events: [String: Int]
  private let claims: [String: Int]
  private let sources: [String: Int]
  private let others: [String: String]

  init(_ report: Report) {
    self.report = report
    entities = Self.places(report.entities.map(\.id))
    events = Self.places(report.events.map(\.id))
    claims = Self.places(report.claims.map(\.id))
    sources = Self.places(report.sources.map(\.id))
    others = Dictionary(
      report.indicators.map { ($0.id, $0.value) } + report.techniques.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func places(_ ids: [String]) -> [String: Int] {
    Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The entity with this id.
  func entity(_ id: String) -> Entity? { entities[id].map { report.entities[$0] } }
  /// The event with this id.
  func event(_ id: String?) -> Event? { id.flatMap { events[$0] }.map { report.events[$0] } }
  /// The claim with this id.
  func claim(_ id: String) -> Claim? { claims[id].map { report.claims[$0] } }
  /// The source with this id.
  func source(_ id: String?) -> Source? { id.flatMap { sources[$0] }.map { report.sources[$0] } }

  /// The name of an entity, label of an event, value of an indicator or name of a technique.
  func name(_ id: String) -> String { entity(id)?.name ?? event(id)?.label ?? others[id] ?? id }

  /// Who makes a claim: its speakers, or the outlet where the article speaks in its own voice.
  func claimants(_ claim: Claim) -> [String] {
    if !claim.speakers.isEmpty { return claim.speakers.map(name) }
    let source = source(claim.evidence.first?.source)
    return [[source?.publisher, source?.title].compactMap(\.self).first { !$0.isEmpty } ?? ""]
  }
}
