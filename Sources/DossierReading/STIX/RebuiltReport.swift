import DossierModel
import DossierText

/// A report put together from a bundle, as the tree of `dossier.report/1`.
struct RebuiltReport {
  private(set) var root: DataNode
  private let bundle: BundleObjects
  private let report: BundleObjects.Report
  /// Local ids of parts by the ids of their objects.
  private var parts: [String: String] = [:]
  /// Names in other languages by the ids of their objects.
  private var names: [String: DataNode] = [:]

  init(_ report: BundleObjects.Report, in bundle: BundleObjects) {
    self.report = report
    self.bundle = bundle
    root = DataNode(.null, at: report.object.node.range)
    let objects = report.object.references("object_refs").compactMap { bundle.object($0, of: report) }
    for object in objects {
      if let part = object.facts?["part"]?.text { parts[object.id] = part }
    }
    for object in bundle.objects where object.type == "language-content" {
      if let named = object.node["object_ref"]?.text { names[named] = object.node["contents"] }
    }
    root = tree(of: objects)
  }

  private func tree(of objects: [BundleObjects.Object]) -> DataNode {
    var lists: [String: [DataNode]] = [:]
    var relations: Set<String> = []
    for object in objects {
      guard let facts = object.facts, let (key, node) = part(object, facts) else { continue }
      // A relation is as many relationships as there are who assert it.
      if key == "relations", !relations.insert(facts["relation"]?.text ?? "").inserted { continue }
      lists[key, default: []].append(node)
    }
    let node = report.object.node
    let facts = report.object.facts ?? node
    lists["indicators", default: []] += facts["other_indicators"]?.elements ?? []
    lists["relations", default: []] += facts["other_relations"]?.elements ?? []
    order(&lists["indicators", default: []], by: facts["indicator_order"])
    order(&lists["relations", default: []], by: facts["relation_order"])
    let producer = node["created_by_ref"]?.text.flatMap { bundle.object($0, of: report)?.node }
    var members: [(String, DataNode?)] = [
      ("schema", DataNode(.string(DossierModel.Report.schema), at: node.range)), ("id", facts["report"]),
      ("title", facts["title"] ?? node["name"]), ("language", facts["language"]),
      ("created", facts["created"]),
      (
        "producer",
        producer.map { Self.object([("name", $0["name"]), ("kind", $0["identity_class"])], at: $0.range) }
      ),
      ("marking", marking(of: node)), ("sources", facts["sources"] ?? DataNode(.array([]), at: node.range)),
    ]
    for key in ["entities", "events", "claims", "relations", "indicators", "techniques"] {
      members.append((key, DataNode(.array(lists[key] ?? []), at: node.range)))
    }
    members.append(("candidates", facts["candidates"] ?? DataNode(.array([]), at: node.range)))
    return Self.object(members, at: node.range)
  }

  /// The marking: what the referenced marking definition says by the extension of TLP 2.0.
  private func marking(of node: DataNode) -> DataNode? {
    for reference in node["object_marking_refs"]?.elements ?? [] {
      guard let definition = reference.text.flatMap({ bundle.object($0)?.node }) else { continue }
      for member in definition["extensions"]?.members ?? [] {
        if let tlp = member.value["tlp_2_0"] { return Self.object([("tlp", tlp)], at: reference.range) }
      }
    }
    return nil
  }

  /// Puts records in the order of the ids listed, where an order is given.
  private func order(_ records: inout [DataNode], by list: DataNode?) {
    guard let ids = list?.elements?.compactMap(\.text) else { return }
    let places = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    func place(_ record: DataNode) -> Int { record["id"]?.text.flatMap { places[$0] } ?? ids.count }
    records.sort { place($0) < place($1) }
  }

  /// The list that an object's part belongs to, and the part; nil for objects that only say in STIX what a part says.
  private func part(_ object: BundleObjects.Object, _ facts: DataNode) -> (String, DataNode)? {
    let kind = facts["kind"]?.text
    switch object.type {
    case "note" where facts["act"] != nil: return ("claims", claim(object, facts))
    case "relationship" where facts["relation"] != nil: return ("relations", relation(facts))
    case _ where facts["part"] == nil: return nil
    case "attack-pattern": return ("techniques", technique(object, facts))
    case "campaign" where kind != "campaign": return ("events", event(object, facts))
    case "identity", "intrusion-set", "malware", "tool", "campaign":
      return ("entities", entity(object, facts))
    case "vulnerability" where kind != "cve": return ("entities", entity(object, facts))
    default: return ("indicators", indicator(object, facts))
    }
  }
}

// MARK: Parts

extension RebuiltReport {
  private func entity(_ object: BundleObjects.Object, _ facts: DataNode) -> DataNode {
    let node = object.node
    let identifiers = node["external_references"]?.elements?.map {
      Self.object([("scheme", $0["source_name"]), ("value", $0["external_id"])], at: $0.range)
    }
    var named = (names[object.id]?.members ?? []) + (facts["names"]?.members ?? [])
    named = named.map {
      DataNode.Member(key: $0.key, keyRange: $0.keyRange, value: $0.value["name"] ?? $0.value)
    }
    return Self.object(
      [
        ("id", facts["part"]), ("kind", facts["kind"]), ("name", node["name"]),
        ("names", named.isEmpty ? nil : DataNode(.object(named), at: node.range)),
        ("aliases", facts["aliases"] ?? node["aliases"]), ("part_of", local(facts["part_of_ref"])),
        ("role", facts["role"] ?? node["roles"]?.elements?.first),
        ("identifiers", identifiers.map { DataNode(.array($0), at: node.range) }),
        ("mentions", facts["mentions"]),
      ], at: node.range)
  }

  private func event(_ object: BundleObjects.Object, _ facts: DataNode) -> DataNode {
    Self.object(
      [
        ("id", facts["part"]), ("kind", facts["kind"]), ("label", facts["label"] ?? object.node["name"]),
        ("targets", locals(facts["target_refs"])), ("time", facts["time"]), ("impact", facts["impact"]),
      ], at: object.node.range)
  }

  private func technique(_ object: BundleObjects.Object, _ facts: DataNode) -> DataNode {
    Self.object(
      [
        ("id", facts["part"]),
        ("attack_id", object.node["external_references"]?.elements?.first?["external_id"]),
        ("name", object.node["name"]), ("mentions", facts["mentions"]), ("claims", facts["claims"]),
      ], at: object.node.range)
  }

  private func indicator(_ object: BundleObjects.Object, _ facts: DataNode) -> DataNode {
    let node = object.node
    var value = node["value"] ?? node["hashes"]?.members?.first?.value ?? node["key"] ?? node["name"]
    if let number = node["number"], case .integer(let integer) = number.value {
      value = DataNode(.string("\(integer)"), at: number.range)
    }
    return Self.object(
      [
        ("id", facts["part"]), ("kind", facts["kind"]), ("value", value),
        ("mention", facts["mentions"]?.elements?.first), ("role", facts["role"]), ("marks", facts["marks"]),
      ], at: node.range)
  }

  private func relation(_ facts: DataNode) -> DataNode {
    Self.object(
      [
        ("id", facts["relation"]), ("type", facts["relation_type"]), ("from", facts["relation_from"]),
        ("to", facts["relation_to"]), ("claims", facts["relation_claims"]),
        ("disputed_by", facts["disputed_by"]),
        ("confidence", facts["relation_confidence"]),
      ], at: facts.range)
  }

  private func claim(_ object: BundleObjects.Object, _ facts: DataNode) -> DataNode {
    let proposition = Self.object(
      [
        ("text", facts["proposition"]), ("behaviours", facts["behaviours"]),
        ("targets", locals(facts["target_refs"])), ("event", local(facts["event_ref"])),
      ], at: facts["proposition"]?.range ?? facts.range)
    return Self.object(
      [
        ("id", facts["claim"]), ("act", facts["act"]), ("polarity", facts["polarity"]),
        ("speakers", locals(facts["speaker_refs"])), ("relayed_by", locals(facts["relayed_by_refs"])),
        ("channel", facts["channel"]), ("about", locals(facts["about_refs"])), ("level", facts["level"]),
        ("proposition", proposition), ("confidence", facts["confidence_as_written"]),
        ("likelihood", facts["likelihood"]), ("hedged", facts["hedged"]), ("quoted", facts["quoted"]),
        ("time", facts["time"]), ("answers", facts["answers"]), ("unresolved", facts["unresolved"]),
        ("evidence", evidence(facts["evidence"], content: object.node["content"])),
        ("rule", facts["rule"] ?? DataNode(.string(""), at: facts.range)),
      ], at: object.node.range)
  }

  /// The places of evidence with their words, which are the note's content, an empty line between.
  private func evidence(_ places: DataNode?, content: DataNode?) -> DataNode? {
    guard let places, let elements = places.elements else { return places }
    let words = Array((content?.text ?? "").unicodeScalars)
    var start = 0
    let evidence = elements.map { place -> DataNode in
      var end = words.count
      if elements.count > 1, case .integer(let from)? = place["start"]?.value,
        case .integer(let to)? = place["end"]?.value, 0 <= from, from <= to, to <= Int(UInt32.max)
      {
        end = min(words.count, start + to - from)
      }
      let exact = String(String.UnicodeScalarView(words[min(start, end)..<end]))
      start = end + 2
      let node = DataNode(.string(exact), at: content?.range ?? place.range)
      let member = DataNode.Member(key: "exact", keyRange: place.range, value: node)
      return DataNode(.object((place.members ?? []) + [member]), at: place.range)
    }
    return DataNode(.array(evidence), at: places.range)
  }

  // MARK: References

  /// The local id of the part whose object is named; the object's own id, which will be reported, where it is none.
  private func local(_ node: DataNode?) -> DataNode? {
    guard let node, let id = node.text else { return node }
    return DataNode(.string(parts[id] ?? id), at: node.range)
  }

  private func locals(_ node: DataNode?) -> DataNode? {
    guard let node, let elements = node.elements else { return node }
    return DataNode(.array(elements.compactMap(local)), at: node.range)
  }

  /// A mapping of the members that are there.
  private static func object(_ members: [(String, DataNode?)], at range: TextRange) -> DataNode {
    DataNode(
      .object(
        members.compactMap { key, value in
          value.map { DataNode.Member(key: key, keyRange: $0.range, value: $0) }
        }), at: range)
  }
}
