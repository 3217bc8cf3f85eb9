import DossierText

/// Puts events together into a tree.
struct YAMLComposer {
  private let source: SourceText
  private let events: YAMLEventReader
  private let limits: YAMLParser.Limits
  /// Finished nodes by anchor, with the number of nodes and the depth of each.
  private var anchors: [String: Composed] = [:]
  /// Anchors of the nodes being composed.
  private var openAnchors: Set<String> = []
  private var aliasedNodes = 0

  private struct Composed {
    let node: DataNode
    let nodes: Int
    let depth: Int
  }

  init(source: SourceText, events: YAMLEventReader, limits: YAMLParser.Limits) {
    self.source = source
    self.events = events
    self.limits = limits
  }

  /// The one document of the text; null where there is none.
  mutating func onlyDocument() throws(Diagnostic) -> DataNode {
    guard let root = try nextDocument() else { return DataNode(.null, at: TextRange(0, 0)) }
    let end = try events.next()
    guard case .streamEnd = end.kind else {
      throw mistake(
        "several-documents", "a second document starts here; one is expected", at: end.range,
        help: "put it in a file of its own")
    }
    return root
  }

  /// The next document of the text; nil after the last.
  mutating func nextDocument() throws(Diagnostic) -> DataNode? {
    var event = try events.next()
    if case .streamStart = event.kind { event = try events.next() }
    guard case .documentStart = event.kind else { return nil }
    anchors = [:]
    let root = try compose(try events.next(), depth: 0).node
    _ = try events.next()
    return root
  }

  private mutating func compose(_ event: YAMLEvent, depth: Int) throws(Diagnostic) -> Composed {
    if depth > limits.depth { throw tooDeep(event) }
    if let anchor = event.anchor { openAnchors.insert(anchor) }
    let composed: Composed
    switch event.kind {
    case .alias(let name): return try resolve(name, event: event, depth: depth)
    case .scalar(let scalar):
      let value = try value(of: scalar, event: event)
      composed = Composed(node: DataNode(value, at: event.range), nodes: 1, depth: 0)
    case .sequenceStart: composed = try sequence(event, depth: depth)
    case .mappingStart: composed = try mapping(event, depth: depth)
    default: throw mistake("syntax", "expected a value", at: event.range)
    }
    if let anchor = event.anchor {
      openAnchors.remove(anchor)
      anchors[anchor] = composed
    }
    return composed
  }

  private mutating func resolve(_ name: String, event: YAMLEvent, depth: Int) throws(Diagnostic) -> Composed {
    if openAnchors.contains(name) {
      throw mistake("recursive-alias", "'*\(name)' stands within what it refers to", at: event.range)
    }
    guard let target = anchors[name] else {
      let near = NameSuggestion.nearest(to: name, among: anchors.keys.sorted())
      throw mistake(
        "unknown-alias", "no anchor '&\(name)' stands before this", at: event.range,
        help: near.map { "did you mean '*\($0)'?" })
    }
    if depth + target.depth > limits.depth { throw tooDeep(event) }
    aliasedNodes += target.nodes
    guard aliasedNodes <= limits.aliasedNodes else {
      throw mistake(
        "alias-expansion", "aliases expand to more than \(limits.aliasedNodes) values", at: event.range,
        help: "write the values out, or remove the aliases")
    }
    return target
  }

  private mutating func sequence(_ start: YAMLEvent, depth: Int) throws(Diagnostic) -> Composed {
    try checkTag(of: start, is: "seq")
    var elements: [DataNode] = []
    var nodes = 1
    var deepest = 0
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind {
        let range = extent(from: start, to: event)
        return Composed(node: DataNode(.array(elements), at: range), nodes: nodes, depth: deepest + 1)
      }
      let element = try compose(event, depth: depth + 1)
      elements.append(element.node)
      nodes += element.nodes
      deepest = max(deepest, element.depth)
    }
  }

  private mutating func mapping(_ start: YAMLEvent, depth: Int) throws(Diagnostic) -> Composed {
    try checkTag(of: start, is: "map")
    var members: [DataNode.Member] = []
    var places: [String: TextRange] = [:]
    var nodes = 1
    var deepest = 0
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind {
        let range = extent(from: start, to: event)
        return Composed(node: DataNode(.object(members), at: range), nodes: nodes, depth: deepest + 1)
      }
      let key = try key(event)
      if let first = places.updateValue(event.range, forKey: key) {
        throw mistake(
          "duplicate-key", "key '\(key)' stands twice in one mapping", at: event.range,
          notes: ["the first is on line \(source.position(at: first.start).line)"], help: "remove one of them"
        )
      }
      let value = try compose(try events.next(), depth: depth + 1)
      members.append(DataNode.Member(key: key, keyRange: event.range, value: value.node))
      nodes += value.nodes + 1
      deepest = max(deepest, value.depth)
    }
  }

  private func key(_ event: YAMLEvent) throws(Diagnostic) -> String {
    switch event.kind {
    case .scalar(let scalar):
      if scalar.isPlain, scalar.text == "<<" {
        throw mistake(
          "merge-key", "merge keys ('<<') are not part of YAML 1.2", at: event.range,
          help: "write the keys out, or give the whole mapping by an alias")
      }
      return scalar.text
    case .alias: throw mistake("key", "a key cannot be an alias", at: event.range)
    default: throw mistake("key", "a key must be text, not a list or a mapping", at: event.range)
    }
  }

  private func value(of scalar: YAMLScalar, event: YAMLEvent) throws(Diagnostic) -> DataNode.Value {
    guard let tag = event.tag else { return scalar.isPlain ? scalar.coreValue : .string(scalar.text) }
    if tag == "!" || tag == Self.tagPrefix + "str" { return .string(scalar.text) }
    let value = scalar.coreValue
    let fits =
      switch (tag, value) {
      case (Self.tagPrefix + "null", .null), (Self.tagPrefix + "bool", .bool),
        (Self.tagPrefix + "int", .integer), (Self.tagPrefix + "float", .number):
        true
      default: false
      }
    if fits { return value }
    if case .integer(let whole) = value, tag == Self.tagPrefix + "float" { return .number(Double(whole)) }
    throw badTag(event, tag)
  }

  private static let tagPrefix = "tag:yaml.org,2002:"

  private func checkTag(of event: YAMLEvent, is name: String) throws(Diagnostic) {
    guard let tag = event.tag, tag != "!", tag != Self.tagPrefix + name else { return }
    throw badTag(event, tag)
  }

  /// From the start of a list or mapping to its last character: a block ends where the next line's content starts.
  private func extent(from start: YAMLEvent, to end: YAMLEvent) -> TextRange {
    var last = Int(end.range.end)
    while last > Int(start.range.end), [0x20, 0x0A, 0x0D, 0x09].contains(source.bytes[last - 1]) { last -= 1 }
    return TextRange(Int(start.range.start), max(last, Int(start.range.end)))
  }

  private func tooDeep(_ event: YAMLEvent) -> Diagnostic {
    mistake("too-deep", "lists and mappings are nested deeper than \(limits.depth) levels", at: event.range)
  }

  private func badTag(_ event: YAMLEvent, _ tag: String) -> Diagnostic {
    mistake(
      "tag", "the tag '\(tag)' does not fit this value or is not known", at: event.range,
      help: "remove the tag; text that looks like a number goes between quotation marks")
  }

  private func mistake(
    _ id: String, _ summary: String, at range: TextRange, notes: [String] = [], help: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      "yaml.\(id)", .error, summary, at: Diagnostic.Location(range, in: source), notes: notes, help: help)
  }
}
