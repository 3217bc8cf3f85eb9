public import DossierModel
import DossierText

/// Tells what a format loses of a report, from the keys that it keeps.
public enum LossReckoning {
  /// One loss for each part of the report's form that has a value and is not kept; a part that is lost whole is one loss.
  ///
  /// - Parameters:
  ///   - report: The report that is exported.
  ///   - kept: Keys joined by points, such as `claims.speakers`; what lies below them is kept too.
  ///   - why: The reason, in one line.
  /// - Complexity: Linear in the report.
  public static func losses(of report: Report, keeping kept: Set<String>, why: String) -> [Loss] {
    var presence = PresenceSink()
    report.write(to: &presence)
    var losses: [Loss] = []
    for child in presence.nodes[0].children {
      collect(presence, child, path: "", kept, why, &losses)
    }
    return losses
  }

  private static func collect(
    _ presence: PresenceSink, _ index: Int, path: String, _ kept: Set<String>, _ why: String,
    _ losses: inout [Loss]
  ) {
    let node = presence.nodes[index]
    let path = path.isEmpty ? "\(node.key)" : "\(path).\(node.key)"
    if !presence.hasValue(index) || kept.contains(path) { return }
    if !kept.contains(where: { $0.hasPrefix(path + ".") }) {
      losses.append(Loss(subject: nil, what: path, why: why))
      return
    }
    for child in node.children { collect(presence, child, path: path, kept, why, &losses) }
  }
}

/// Notes which keys of a tree have values, whatever they are.
private struct PresenceSink: TreeSink {
  struct Node {
    let key: StaticString
    var children: [Int] = []
    var hasScalar = false
  }

  private(set) var nodes = [Node(key: "")]
  private var stack: [Int] = []
  private var current = 0

  /// Whether a value stands at or below a node. Ids and the schema's name are labels, not values.
  func hasValue(_ index: Int) -> Bool {
    nodes[index].hasScalar || nodes[index].children.contains { hasValue($0) }
  }

  mutating func beginObject() { stack.append(current) }
  mutating func endObject() { current = stack.removeLast() }
  mutating func beginArray() {}
  mutating func endArray() {}

  mutating func key(_ name: StaticString) {
    let parent = stack[stack.count - 1]
    for child in nodes[parent].children where nodes[child].key.utf8Start == name.utf8Start {
      current = child
      return
    }
    for child in nodes[parent].children where "\(nodes[child].key)" == "\(name)" {
      current = child
      return
    }
    current = nodes.count
    nodes.append(Node(key: name))
    nodes[parent].children.append(current)
  }

  /// Keys known only at run time are values: languages of names.
  @_disfavoredOverload
  mutating func key(_ name: String) {
    current = stack[stack.count - 1]
  }

  private mutating func scalar() {
    let key = nodes[current].key
    if "\(key)" != "id" && "\(key)" != "schema" { nodes[current].hasScalar = true }
  }

  mutating func string(_ value: String) { if !nodes[current].hasScalar { scalar() } }
  mutating func integer(_ value: Int) { if !nodes[current].hasScalar { scalar() } }
  mutating func number(_ value: Double) { if !nodes[current].hasScalar { scalar() } }
  mutating func bool(_ value: Bool) { if !nodes[current].hasScalar { scalar() } }
  mutating func null() {}
}
