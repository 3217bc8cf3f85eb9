/// Takes values out of a `DataNode` tree and collects what is wrong with them, each with its place.
///
/// Nothing throws: a wrong value becomes a diagnostic and the caller goes on with a default, so one run shows all
/// mistakes. The caller refuses the result when `hasErrors`.
public struct DataDecoder: Sendable {
  /// The text that the nodes' ranges point into.
  public let source: SourceText
  /// First part of the diagnostics' ids: `config`, `report`, `options`.
  public let scope: String
  /// What is wrong so far, in the order found.
  public private(set) var diagnostics: [Diagnostic] = []

  /// A decoder for the nodes of one text.
  public init(source: SourceText, scope: String) {
    self.source = source
    self.scope = scope
  }

  /// Whether any diagnostic is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Adds a diagnostic that points at `range`.
  public mutating func report(
    _ id: String, _ summary: String, at range: TextRange,
    severity: Diagnostic.Severity = .error, notes: [String] = [], help: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        "\(scope).\(id)", severity, summary, at: Diagnostic.Location(range, in: source), notes: notes,
        help: help))
  }

  /// The members of a mapping; an unknown or repeated key, or another kind of value, is reported.
  ///
  /// - Parameter meant: Names that users try, by the key that they mean.
  public mutating func object(
    _ node: DataNode, keys: [String], what: String, meant: [String: String] = [:]
  ) -> DataObject {
    guard let members = node.members else {
      report("wrong-type", "\(what) must be a mapping, not \(node.kindName)", at: node.range)
      return DataObject(members: [:], range: node.range)
    }
    var found: [String: DataNode] = [:]
    for member in members {
      if !keys.contains(member.key) {
        let near = meant[member.key] ?? NameSuggestion.nearest(to: member.key, among: keys)
        report(
          "unknown-key", "unknown key '\(member.key)' in \(what)", at: member.keyRange,
          notes: [keys.isEmpty ? "there are no keys here" : "known keys: \(keys.joined(separator: ", "))"],
          help: near.map { "did you mean '\($0)'?" })
      } else if found.updateValue(member.value, forKey: member.key) != nil {
        report("duplicate-key", "key '\(member.key)' stands twice in \(what)", at: member.keyRange)
      }
    }
    return DataObject(members: found, range: node.range)
  }

  /// The elements of a list; absent or null is an empty list.
  public mutating func array(_ node: DataNode?, what: String) -> [DataNode] {
    guard let node else { return [] }
    switch node.value {
    case .array(let elements): return elements
    case .null: return []
    default:
      report("wrong-type", "\(what) must be a list, not \(node.kindName)", at: node.range)
      return []
    }
  }

  /// A text; nil where it is absent or null.
  public mutating func string(_ node: DataNode?, what: String) -> String? {
    guard let node else { return nil }
    switch node.value {
    case .string(let text): return text
    case .null: return nil
    default:
      report(
        "wrong-type", "\(what) must be text, not \(node.kindName)", at: node.range,
        help: "put it between quotation marks")
      return nil
    }
  }

  /// A list of texts.
  public mutating func strings(_ node: DataNode?, what: String) -> [String] {
    array(node, what: what).compactMap { string($0, what: "each of \(what)") }
  }

  /// A whole number within `range`; nil where it is absent or null.
  public mutating func integer(_ node: DataNode?, in range: ClosedRange<Int>, what: String) -> Int? {
    guard let node else { return nil }
    switch node.value {
    case .integer(let value) where range.contains(value): return value
    case .null: return nil
    case .integer(let value):
      report(
        "bad-value", "\(what) must be from \(range.lowerBound) to \(range.upperBound), not \(value)",
        at: node.range)
    default:
      report("wrong-type", "\(what) must be a whole number, not \(node.kindName)", at: node.range)
    }
    return nil
  }

  /// True or false; nil where it is absent or null.
  public mutating func bool(_ node: DataNode?, what: String) -> Bool? {
    guard let node else { return nil }
    switch node.value {
    case .bool(let flag): return flag
    case .null: return nil
    default:
      report("wrong-type", "\(what) must be true or false, not \(node.kindName)", at: node.range)
      return nil
    }
  }

  /// One of the named values of `Choice`; nil where it is absent or null.
  public mutating func choice<Choice>(_ node: DataNode?, of type: Choice.Type, what: String) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let node, let text = string(node, what: what) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    report(
      "bad-value", "\(what) cannot be '\(text)'", at: node.range,
      notes: ["it is one of: \(known.joined(separator: ", "))"],
      help: NameSuggestion.nearest(to: text, among: known).map { "did you mean '\($0)'?" })
    return nil
  }

  /// Reports that `object` lacks `key`, which it needs.
  public mutating func missing(_ key: String, in object: DataObject, what: String) {
    report("missing-key", "\(what) needs the key '\(key)'", at: object.range)
  }
}

/// The members of a mapping whose keys were checked, by key.
public struct DataObject: Sendable {
  private let members: [String: DataNode]
  /// Where the mapping stood.
  public let range: TextRange

  init(members: [String: DataNode], range: TextRange) {
    self.members = members
    self.range = range
  }

  /// The value of `key`, if it is there.
  public subscript(_ key: String) -> DataNode? { members[key] }
}
