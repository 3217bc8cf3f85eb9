/// A value read from JSON or YAML that remembers where it stood, so that whatever is wrong with it can be shown there.
public struct DataNode: Sendable {
  /// What the node holds.
  public indirect enum Value: Sendable {
    /// No value.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A number with a fraction or an exponent.
    case number(Double)
    /// Text.
    case string(String)
    /// A sequence.
    case array([DataNode])
    /// A mapping, in the order written.
    case object([Member])
  }

  /// One key and its value.
  public struct Member: Sendable {
    /// The key.
    public let key: String
    /// Where the key stood.
    public let keyRange: TextRange
    /// The value.
    public let value: DataNode

    /// A key and its value.
    public init(key: String, keyRange: TextRange, value: DataNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  /// What it holds.
  public let value: Value
  /// Where it stood in its source, in bytes.
  public let range: TextRange

  /// A value at a place.
  public init(_ value: Value, at range: TextRange) {
    self.value = value
    self.range = range
  }

  /// What kind of value this is, in words for a message.
  public var kindName: String {
    switch value {
    case .null: "nothing"
    case .bool(let flag): flag ? "true" : "false"
    case .integer, .number: "a number"
    case .string: "text"
    case .array: "a list"
    case .object: "a mapping"
    }
  }

  /// The members, if this is a mapping.
  public var members: [Member]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// The elements, if this is a list.
  public var elements: [DataNode]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  /// The value of `key`, if this is a mapping that has it. Linear in the members.
  public subscript(_ key: String) -> DataNode? {
    members?.first { $0.key == key }?.value
  }
}
