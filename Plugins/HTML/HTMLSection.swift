import DossierBriefing
import DossierModel

/// The parts of a page, in their order; the raw value is the anchor.
enum HTMLSection: String, CaseIterable {
  case summary, judgements, matrix, graph, claims, passages, timeline, events, techniques, indicators,
    connections
  case parties, candidates, sources, reading

  /// Its title.
  func title(_ labels: Labels) -> String {
    switch self {
    case .summary: labels.bottomLine
    case .judgements: labels.keyJudgements
    case .matrix: labels.whoClaimsWhat
    case .graph: labels.graph
    case .claims: labels.claims
    case .passages: labels.passages
    case .timeline: labels.timeline
    case .events: labels.events
    case .techniques: labels.techniques
    case .indicators: labels.indicators
    case .connections: labels.connections
    case .parties: labels.parties
    case .candidates: labels.candidates
    case .sources: labels.sources
    case .reading: labels.reading
    }
  }

  /// Whether the report has anything for it.
  func isThere(in report: Report, drawsGraph: Bool) -> Bool {
    switch self {
    case .summary, .reading: true
    case .judgements, .matrix, .claims, .passages: !report.claims.isEmpty
    case .graph: drawsGraph && report.claims.contains { !$0.about.isEmpty }
    case .timeline:
      report.events.contains { $0.time != nil } || report.claims.contains { $0.time != nil }
        || report.sources.contains { $0.published != nil }
    case .events: !report.events.isEmpty
    case .techniques: !report.techniques.isEmpty
    case .indicators: !report.indicators.isEmpty
    case .connections: !report.relations.isEmpty
    case .parties: !report.entities.isEmpty
    case .candidates: !report.candidates.isEmpty
    case .sources: !report.sources.isEmpty
    }
  }
}
