import DossierModel

/// A report's parts by id, as far as cells need them.
final class ReportIndex: Sendable {
  let report: Report
  private let entities: PartNumbers
  private let events: PartNumbers
  private let claims: PartNumbers
  private let sources: PartNumbers
  private let indicators: PartNumbers
  private let techniques: PartNumbers

  init(_ report: Report) {
    self.report = report
    entities = PartNumbers(count: report.entities.count) { report.entities[$0].id }
    events = PartNumbers(count: report.events.count) { report.events[$0].id }
    claims = PartNumbers(count: report.claims.count) { report.claims[$0].id }
    sources = PartNumbers(count: report.sources.count) { report.sources[$0].id }
    indicators = PartNumbers(count: report.indicators.count) { report.indicators[$0].id }
    techniques = PartNumbers(count: report.techniques.count) { report.techniques[$0].id }
  }

  /// The entity with this id.
  func entity(_ id: String) -> Entity? { entities[id].map { report.entities[$0] } }
  /// The claim with this id.
  func claim(_ id: String) -> Claim? { claims[id].map { report.claims[$0] } }

  /// The label of the event with this id.
  func eventLabel(_ id: String?) -> String? { id.flatMap { events[$0] }.map { report.events[$0].label } }

  /// The place of the source that a claim's first evidence stands in.
  func source(ofClaim place: Int) -> Int? {
    let evidence = report.claims[place].evidence
    return evidence.isEmpty ? nil : sources[evidence[0].source]
  }

  /// The name of an entity, label of an event, value of an indicator or name of a technique.
  func name(_ id: String) -> String {
    if let number = entities[id] { return report.entities[number].name }
    if let number = events[id] { return report.events[number].label }
    if let number = indicators[id] { return report.indicators[number].value }
    if let number = techniques[id] { return report.techniques[number].name }
    return id
  }

  /// Who makes a claim: its speakers, or the outlet where the article speaks in its own voice.
  func claimants(_ claim: Claim) -> [String] {
    if !claim.speakers.isEmpty { return claim.speakers.map(name) }
    guard let first = claim.evidence.first, let source = sources[first.source] else { return [""] }
    let outlet = report.sources[source]
    return [[outlet.publisher ?? "", outlet.title].first { !$0.isEmpty } ?? ""]
  }
}
