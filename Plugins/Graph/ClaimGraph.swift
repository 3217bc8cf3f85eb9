import DossierModel

/// A report as nodes and edges, apart from any notation.
struct ClaimGraph {
  /// The sorts of node.
  enum Sort: String { case entity, claim, event, technique, indicator }

  /// A thing of the report.
  struct Node {
    /// An id that any notation takes.
    let id: String
    let sort: Sort
    /// The words to show.
    let label: String
    /// Facts by the keys of GraphML; absent ones are left out.
    let facts: [(key: String, value: String?)]
    /// Whether it is a claim that denies.
    let denies: Bool
    /// Whether it is a claim that keeps its distance.
    let hedged: Bool
  }

  /// How two things are linked.
  struct Edge {
    let from: String
    let to: String
    /// `says`, `about`, `answers`, …, or the type of a relation.
    let kind: String
    let facts: [(key: String, value: String?)]
    let isRelation: Bool
  }

  /// Name of the graph within a file.
  let id: String
  let title: String
  let facts: [(key: String, value: String?)]
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// Node ids by the ids of the report's parts.
  private var ids: [String: String] = [:]

  init(_ report: Report, number: Int) {
    id = "r\(number)"
    title = report.title
    facts = [
      ("report", report.id), ("title", report.title), ("created", report.created),
      ("tlp", report.marking.tlp.rawValue),
    ]
    addNodes(report)
    addEdges(report)
  }

  private mutating func add(
    _ part: String, _ sort: Sort, _ label: String, _ facts: [(key: String, value: String?)],
    denies: Bool = false,
    hedged: Bool = false
  ) {
    let node = "\(id)n\(nodes.count + 1)"
    if ids[part] == nil { ids[part] = node }
    nodes.append(
      Node(
        id: node, sort: sort, label: label, facts: [("part", part)] + facts, denies: denies, hedged: hedged))
  }

  private mutating func addNodes(_ report: Report) {
    for entity in report.entities { add(entity.id, .entity, entity.name, [("kind", entity.kind.rawValue)]) }
    for event in report.events {
      add(
        event.id, .event, event.label,
        [("kind", event.kind.rawValue)] + Self.facts(of: event.time))
    }
    for claim in report.claims {
      let denies = claim.act == .deny || claim.polarity == .deny
      add(
        claim.id, .claim, Self.label(of: claim), Self.facts(of: claim), denies: denies, hedged: claim.hedged)
    }
    for technique in report.techniques {
      add(
        technique.id, .technique, "\(technique.attackID) \(technique.name)",
        [("attack_id", technique.attackID)])
    }
    for indicator in report.indicators {
      add(
        indicator.id, .indicator, indicator.value,
        [("kind", indicator.kind), ("role", indicator.role.rawValue)])
    }
  }

  /// A claim in a few words: "c2: assess, affirm (state-backed), “highly likely”, hedged".
  private static func label(of claim: Claim) -> String {
    var label = "\(claim.id): \(claim.act.rawValue), \(claim.polarity.rawValue) (\(claim.level.rawValue))"
    for words in [claim.confidence?.words, claim.likelihood?.words] {
      if let words { label += ", “\(words)”" }
    }
    return claim.hedged ? label + ", hedged" : label
  }

  private static func facts(of time: TimeInterval?) -> [(key: String, value: String?)] {
    [("earliest", time?.earliest), ("latest", time?.latest), ("time_words", time?.words)]
  }

  private static func facts(of claim: Claim) -> [(key: String, value: String?)] {
    [
      ("act", claim.act.rawValue), ("polarity", claim.polarity.rawValue), ("level", claim.level.rawValue),
      ("hedged", "\(claim.hedged)"), ("quoted", "\(claim.quoted)"), ("channel", claim.channel),
      ("proposition", claim.proposition.text),
      ("behaviours", claim.proposition.behaviours.map(\.rawValue).joined(separator: " ")),
      ("confidence_words", claim.confidence?.words), ("confidence_level", claim.confidence?.level?.rawValue),
      ("likelihood_words", claim.likelihood?.words),
      ("likelihood_low", claim.likelihood?.low.map(String.init)),
      ("likelihood_high", claim.likelihood?.high.map(String.init)),
      ("evidence", claim.evidence.map(\.exact).joined(separator: "\n")),
    ] + facts(of: claim.time)
  }

  private mutating func link(
    _ from: String, _ to: String, _ kind: String, _ facts: [(key: String, value: String?)] = [],
    isRelation: Bool = false
  ) {
    guard let start = ids[from], let end = ids[to] else { return }
    edges.append(Edge(from: start, to: end, kind: kind, facts: facts, isRelation: isRelation))
  }

  private mutating func addEdges(_ report: Report) {
    for entity in report.entities {
      if let above = entity.partOf { link(entity.id, above, "part-of") }
    }
    for event in report.events { for target in event.targets { link(event.id, target, "struck") } }
    for claim in report.claims {
      for speaker in claim.speakers { link(speaker, claim.id, "says") }
      for relay in claim.relayedBy { link(relay, claim.id, "relays") }
      for party in claim.about { link(claim.id, party, "about") }
      for target in claim.proposition.targets { link(claim.id, target, "target") }
      for answered in claim.answers { link(claim.id, answered, "answers") }
      if let event = claim.proposition.event { link(claim.id, event, "event") }
    }
    for technique in report.techniques {
      for claim in technique.claims { link(claim, technique.id, "technique") }
    }
    for relation in report.relations {
      link(
        relation.from, relation.to, relation.type.rawValue,
        [
          ("claims", relation.claims.joined(separator: " ")),
          ("disputed_by", relation.disputedBy.joined(separator: " ")),
          ("confidence_words", relation.confidence?.words),
          ("confidence_level", relation.confidence?.level?.rawValue),
        ], isRelation: true)
    }
  }
}
