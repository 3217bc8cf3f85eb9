import DossierText

extension ReportReader {
  mutating func relation(_ node: DataNode, id: String) -> Relation {
    let object = open(node, ReportShapes.relation)
    let relation = Relation(
      id: id, type: choice(object, "type") ?? .attributedTo,
      from: reference(object, "from", to: ["entities", "events", "indicators"]) ?? "",
      to: reference(object, "to", to: ["entities", "events", "techniques"]) ?? "",
      claims: references(object, "claims", to: ["claims"]),
      disputedBy: references(object, "disputed_by", to: ["claims"]),
      confidence: record(object, "confidence") { $0.confidence($1) })
    if let list = object["claims"], list.elements?.isEmpty == true {
      decoder.report("no-claim", "a relation needs a claim that asserts it", at: list.range)
    }
    return relation
  }

  mutating func indicator(_ node: DataNode, id: String) -> Indicator {
    let object = open(node, ReportShapes.indicator)
    return Indicator(
      id: id, kind: text(object, "kind"), value: text(object, "value"),
      mention: record(object, "mention") { $0.mention($1) }
        ?? Mention(source: "", start: 0, end: 0, text: ""),
      role: choice(object, "role") ?? .unknown,
      marks: decoder.array(object["marks"], what: "'marks'").compactMap {
        decoder.choice($0, of: IndicatorMark.self, what: "each of 'marks'")
      })
  }

  mutating func technique(_ node: DataNode, id: String) -> Technique {
    let object = open(node, ReportShapes.technique)
    return Technique(
      id: id, attackID: text(object, "attack_id"), name: text(object, "name"),
      mentions: records(object, "mentions") { $0.mention($1) },
      claims: references(object, "claims", to: ["claims"]))
  }

  mutating func candidate(_ node: DataNode) -> Candidate {
    let object = open(node, ReportShapes.candidate)
    return Candidate(
      kind: text(object, "kind"), name: optionalText(object, "name"),
      mention: record(object, "mention") { $0.mention($1) }
        ?? Mention(source: "", start: 0, end: 0, text: ""),
      count: max(1, number(object, "count") ?? 1), reason: text(object, "reason"))
  }
}
