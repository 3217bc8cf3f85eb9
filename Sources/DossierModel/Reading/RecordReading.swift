import DossierText

extension ReportReader {
  /// The members of a record, its keys checked against the shape's.
  mutating func open(_ node: DataNode, _ shape: RecordShape) -> DataObject {
    let object = decoder.object(node, keys: form.keys(of: shape), what: shape.name)
    if node.members != nil {
      for field in shape.fields where form.needs(field) && object[field.key] == nil {
        decoder.missing(field.key, in: object, what: shape.name)
      }
    }
    return object
  }

  /// The text under `key`, which cannot be null; empty where it is absent.
  mutating func text(_ object: DataObject, _ key: String) -> String {
    guard let node = object[key] else { return "" }
    refuseNull(node, key)
    return decoder.string(node, what: "'\(key)'") ?? ""
  }

  /// The text under `key`, or nil.
  mutating func optionalText(_ object: DataObject, _ key: String) -> String? {
    decoder.string(object[key], what: "'\(key)'")
  }

  /// The texts under `key`.
  mutating func texts(_ object: DataObject, _ key: String) -> [String] {
    decoder.strings(object[key], what: "'\(key)'")
  }

  /// The flag under `key`; false where it is absent.
  mutating func flag(_ object: DataObject, _ key: String) -> Bool {
    guard let node = object[key] else { return false }
    refuseNull(node, key)
    return decoder.bool(node, what: "'\(key)'") ?? false
  }

  /// The whole number under `key`, from 0 up.
  mutating func number(_ object: DataObject, _ key: String, upTo most: Int = Int(UInt32.max)) -> Int? {
    decoder.integer(object[key], in: 0...most, what: "'\(key)'")
  }

  /// The named value under `key`.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ object: DataObject, _ key: String
  ) -> Choice? {
    decoder.choice(object[key], of: Choice.self, what: "'\(key)'")
  }

  /// The text under `key`, which must be one of `choices`.
  mutating func oneOf(_ choices: [String], _ object: DataObject, _ key: String) -> String? {
    guard let node = object[key], let name = decoder.string(node, what: "'\(key)'") else { return nil }
    if choices.contains(name) { return name }
    decoder.report(
      "bad-value", "'\(key)' cannot be '\(name)'", at: node.range,
      notes: ["it is one of: \(choices.joined(separator: ", "))"],
      help: NameSuggestion.nearest(to: name, among: choices).map { "did you mean '\($0)'?" })
    return nil
  }

  /// The records under `key`.
  mutating func records<Record>(
    _ object: DataObject, _ key: String, _ read: (inout Self, DataNode) -> Record
  ) -> [Record] {
    decoder.array(object[key], what: "'\(key)'").map { read(&self, $0) }
  }

  /// The record under `key`, or nil.
  mutating func record<Record>(
    _ object: DataObject, _ key: String, _ read: (inout Self, DataNode) -> Record
  ) -> Record? {
    guard let node = object[key] else { return nil }
    if case .null = node.value { return nil }
    return read(&self, node)
  }

  private mutating func refuseNull(_ node: DataNode, _ key: String) {
    if case .null = node.value {
      decoder.report("wrong-type", "'\(key)' cannot be null", at: node.range)
    }
  }
}
