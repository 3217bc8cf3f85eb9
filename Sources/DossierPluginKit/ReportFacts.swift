package import DossierModel
import DossierText

/// One fact of a report: a value of its JSON form, with another value that could stand there.
package struct ReportFact {
  /// The keys that lead to it, joined by points.
  package let path: String
  /// Id of the part that it belongs to; nil for the report itself.
  package let subject: String?
  /// The report with the fact changed and all else equal.
  package let changed: Report
}

/// Lists the facts of a report by walking its JSON form along its shape, so that no field can be forgotten.
package enum ReportFacts {
  /// The facts of `report`, at most `limit` for each path, and the paths that have more.
  package static func all(of report: Report, limit: Int) -> (facts: [ReportFact], untried: Set<String>) {
    let source = SourceText(name: "report", bytes: report.json(indent: 0))
    guard let tree = try? JSONParser.parse(source) else { return ([], []) }
    var walk = FactWalk(report: report, limit: limit, source: source)
    walk.record(tree, ReportShapes.report, path: "", subject: nil) { $0 }
    return (walk.facts, walk.untried)
  }

  /// Whether `path` is a path of keys of the report.
  package static func isPath(_ path: String) -> Bool {
    var value = RecordShape.Value.record(ReportShapes.report)
    for key in path.split(separator: ".", omittingEmptySubsequences: false) {
      guard let field = record(in: value)?.fields.first(where: { $0.key == key }) else { return false }
      value = field.value
    }
    return !path.isEmpty
  }

  private static func record(in value: RecordShape.Value) -> RecordShape? {
    switch value {
    case .record(let shape): shape
    case .nullable(let inner), .list(let inner, _): record(in: inner)
    default: nil
    }
  }
}

private struct FactWalk {
  typealias Rebuild = (DataNode) -> DataNode

  let report: Report
  let limit: Int
  let source: SourceText
  var facts: [ReportFact] = []
  /// Paths that have more facts than the limit.
  private(set) var untried: Set<String> = []
  private var counts: [String: Int] = [:]

  init(report: Report, limit: Int, source: SourceText) {
    self.report = report
    self.limit = limit
    self.source = source
  }

  mutating func record(
    _ node: DataNode, _ shape: RecordShape, path: String, subject: String?, _ rebuild: @escaping Rebuild
  ) {
    guard let members = node.members else { return }
    for (index, member) in members.enumerated() where member.key != "schema" && member.key != "id" {
      guard let field = shape.fields.first(where: { $0.key == member.key }) else { continue }
      let below = path.isEmpty ? member.key : "\(path).\(member.key)"
      value(member.value, field.value, path: below, subject: subject) { changed in
        var members = members
        members[index] = DataNode.Member(key: member.key, keyRange: member.keyRange, value: changed)
        return rebuild(DataNode(.object(members), at: node.range))
      }
    }
  }

  private mutating func value(
    _ node: DataNode, _ shape: RecordShape.Value, path: String, subject: String?, _ rebuild: @escaping Rebuild
  ) {
    switch (shape, node.value) {
    case (.nullable, .null): break
    case (.nullable(let inner), _): value(node, inner, path: path, subject: subject, rebuild)
    case (.record(let shape), _): record(node, shape, path: path, subject: subject, rebuild)
    case (.list(let element, _), .array(let nodes)):
      for (index, item) in nodes.enumerated() {
        var owner = subject
        if !path.contains("."), case .string(let id)? = item["id"]?.value { owner = id }
        value(item, element, path: path, subject: owner) { changed in
          var nodes = nodes
          nodes[index] = changed
          return rebuild(DataNode(.array(nodes), at: node.range))
        }
      }
    case (.textByLanguage, .object(let members)):
      for (index, member) in members.enumerated() {
        value(member.value, .text, path: path, subject: subject) { changed in
          var members = members
          members[index] = DataNode.Member(key: member.key, keyRange: member.keyRange, value: changed)
          return rebuild(DataNode(.object(members), at: node.range))
        }
      }
    default:
      if let other = other(than: node, shape, path: path) { add(path, subject, rebuild(other)) }
    }
  }

  private mutating func add(_ path: String, _ subject: String?, _ tree: DataNode) {
    counts[path, default: 0] += 1
    if counts[path, default: 0] > limit {
      untried.insert(path)
      return
    }
    var decoder = DataDecoder(source: source, scope: "report")
    let changed = ReportReader.read(tree, decoder: &decoder).report
    if changed != report { facts.append(ReportFact(path: path, subject: subject, changed: changed)) }
  }

  /// Another value of the same kind.
  private func other(than node: DataNode, _ shape: RecordShape.Value, path: String) -> DataNode? {
    switch (shape, node.value) {
    case (.choice(let choices), .string(let text)):
      choices.first { $0 != text }.map { DataNode(.string($0), at: node.range) }
    case (.reference, .string(let id)):
      DataNode(.string(reference(other: id) ?? id), at: node.range)
    case (_, .string(let text)): DataNode(.string(Self.other(than: text)), at: node.range)
    case (.percent, .integer(let number)):
      DataNode(.integer(number > 50 ? number - 1 : number + 1), at: node.range)
    case (_, .integer(let number)): DataNode(.integer(number + 1), at: node.range)
    case (_, .bool(let flag)): DataNode(.bool(!flag), at: node.range)
    case (.span, .array(let pair)) where pair.count == 2:
      if case .integer(let end) = pair[1].value {
        DataNode(.array([pair[0], DataNode(.integer(end + 1), at: node.range)]), at: node.range)
      } else {
        nil
      }
    default: nil
    }
  }

  private func reference(other id: String) -> String? {
    let lists = [
      report.sources.map(\.id), report.entities.map(\.id), report.events.map(\.id), report.claims.map(\.id),
      report.techniques.map(\.id), report.indicators.map(\.id),
    ]
    return lists.first { $0.contains(id) }?.first { $0 != id }
  }

  /// Dates, times, ids and hashes stay such: their last digit changes. Other text gets a letter more.
  private static func other(than text: String) -> String {
    var bytes = Array(text.utf8)
    let isDate = bytes.count >= 4 && bytes.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
    let isCoded =
      text.hasPrefix("report--") || text.hasPrefix("T1") || text.hasPrefix("CVE-") || bytes.count == 64
    if isDate || isCoded, let index = bytes.lastIndex(where: { (0x30...0x39).contains($0) }) {
      bytes[index] = bytes[index] == 0x31 ? 0x32 : 0x31
      return String(decoding: bytes, as: UTF8.self)
    }
    return text + "x"
  }
}
