import DossierModel
import DossierText

/// Takes reports one after another and keeps each thing once, under new ids in the order of the sources.
struct PartMerging {
  let copies: [CopiedSource]
  private var entities = EntityMerging()
  private var events = EventMerging()
  private var claims = ClaimMerging()
  private var relations: [Relation] = []
  private var indicators: [Indicator] = []
  private var indicatorID: [String: String] = [:]
  private var techniques: [Technique] = []
  private var candidates: [Candidate] = []

  init(copies: [CopiedSource]) { self.copies = copies }

  /// Adds a report, whose sources have these new ids.
  mutating func add(_ report: Report, sources: [String: String]) {
    let own = report.sources.first.flatMap { sources[$0.id] } ?? ""
    let text = copies.first { $0.source == own }?.original ?? own
    let parties = entities.add(report.entities, sources: sources, text: text)
    let eventNames = events.add(report.events, parties: parties, text: text)
    let claimNames = claims.add(
      report.claims.map { $0.renamed(parties, eventNames, sources) }, copies: copies)
    var indicatorNames: [String: String] = [:]
    for indicator in report.indicators { indicatorNames[indicator.id] = add(indicator, sources) }
    var techniqueNames: [String: String] = [:]
    for technique in report.techniques {
      techniqueNames[technique.id] = add(technique, sources, claims: claimNames)
    }
    let things = parties.merging(eventNames) { $1 }.merging(indicatorNames) { $1 }
      .merging(techniqueNames) { $1 }
    for relation in report.relations { add(relation, things, claims: claimNames) }
    for var candidate in report.candidates {
      candidate.mention = candidate.mention.renamed(sources)
      candidates.append(candidate)
    }
  }

  /// Gives the report all that was taken, and links denials to accusations of other sources.
  func finish(into report: inout Report) {
    report.entities = entities.entities
    report.events = events.events
    report.claims = AnswersAcrossSources(entities: entities.entities).linked(claims.claims)
    report.indicators = indicators
    report.techniques = techniques
    report.candidates = candidates
    report.relations = relations
    let answers = Dictionary(report.claims.map { ($0.id, $0.answers) }) { first, _ in first }
    for index in report.relations.indices {
      let asserting = Set(report.relations[index].claims)
      for claim in report.claims
      where claim.act == .deny && !report.relations[index].disputedBy.contains(claim.id)
        && answers[claim.id]?.contains(where: asserting.contains) == true
      {
        report.relations[index].disputedBy.append(claim.id)
      }
    }
  }

  private mutating func add(_ indicator: Indicator, _ sources: [String: String]) -> String {
    let key = "\(indicator.kind) \(indicator.role.rawValue) \(indicator.value)"
    if let known = indicatorID[key] { return known }
    var indicator = indicator
    indicator.id = "i\(indicators.count + 1)"
    indicator.mention.source = sources[indicator.mention.source] ?? indicator.mention.source
    indicators.append(indicator)
    indicatorID[key] = indicator.id
    return indicator.id
  }

  private mutating func add(_ technique: Technique, _ sources: [String: String], claims: [String: String])
    -> String
  {
    var technique = technique
    technique.mentions = technique.mentions.map { $0.renamed(sources) }
    technique.claims = technique.claims.compactMap { claims[$0] }
    if let known = techniques.firstIndex(where: { $0.attackID == technique.attackID }) {
      techniques[known].mentions += technique.mentions
      for claim in technique.claims where !techniques[known].claims.contains(claim) {
        techniques[known].claims.append(claim)
      }
      return techniques[known].id
    }
    technique.id = "t\(techniques.count + 1)"
    techniques.append(technique)
    return technique.id
  }

  private mutating func add(_ relation: Relation, _ things: [String: String], claims: [String: String]) {
    var relation = relation
    relation.from = things[relation.from] ?? relation.from
    relation.to = things[relation.to] ?? relation.to
    relation.claims = relation.claims.compactMap { claims[$0] }
    relation.disputedBy = relation.disputedBy.compactMap { claims[$0] }
    guard relation.from != relation.to else { return }
    if let known = relations.firstIndex(where: {
      $0.type == relation.type
        && ($0.from == relation.from && $0.to == relation.to
          // Sameness has no direction.
          || relation.type == .sameAs && $0.from == relation.to && $0.to == relation.from)
    }) {
      for claim in relation.claims where !relations[known].claims.contains(claim) {
        relations[known].claims.append(claim)
      }
      for claim in relation.disputedBy where !relations[known].disputedBy.contains(claim) {
        relations[known].disputedBy.append(claim)
      }
      relations[known].confidence = RelationAssembly.stronger(
        relations[known].confidence, relation.confidence)
      return
    }
    relation.id = "r\(relations.count + 1)"
    relations.append(relation)
  }
}

extension Mention {
  /// The mention under its source's new id.
  func renamed(_ sources: [String: String]) -> Mention {
    var mention = self
    mention.source = sources[source] ?? source
    return mention
  }
}

extension Claim {
  /// The claim with the new ids of what it names, each once; `answers` are left as they are.
  func renamed(_ parties: [String: String], _ events: [String: String], _ sources: [String: String]) -> Claim
  {
    func renamed(_ ids: [String]) -> [String] {
      ids.reduce(into: []) { result, id in
        let id = parties[id] ?? id
        if !result.contains(id) { result.append(id) }
      }
    }
    var claim = self
    claim.speakers = renamed(speakers)
    claim.relayedBy = renamed(relayedBy)
    claim.about = renamed(about)
    claim.proposition.targets = renamed(proposition.targets)
    claim.proposition.event = proposition.event.map { events[$0] ?? $0 }
    for index in claim.evidence.indices {
      claim.evidence[index].source = sources[evidence[index].source] ?? evidence[index].source
    }
    return claim
  }
}
