import DossierText

/// One option of an exporter: declared once, it gives parsing, messages, documentation and schema.
public struct OptionField<Root: Exporter>: Sendable {
  /// Name, type, default and help.
  public let description: OptionDescription
  let apply: @Sendable (inout Root, DataNode, inout DataDecoder) -> Void

  /// True or false.
  public static func bool(
    _ name: String, _ path: any WritableKeyPath<Root, Bool> & Sendable, help: String
  ) -> Self {
    let initial = Root()[keyPath: path]
    return Self(
      description: OptionDescription(
        name: name, type: .bool, initial: initial ? "true" : "false", help: help, example: "\(!initial)")
    ) { root, node, decoder in
      if let value = decoder.bool(node, what: "'\(name)'") { root[keyPath: path] = value }
    }
  }

  /// A whole number within a range.
  public static func integer(
    _ name: String, _ path: any WritableKeyPath<Root, Int> & Sendable, in range: ClosedRange<Int>,
    help: String
  ) -> Self {
    let initial = Root()[keyPath: path]
    return Self(
      description: OptionDescription(
        name: name, type: .integer(range), initial: "\(initial)", help: help, example: "\(range.upperBound)")
    ) { root, node, decoder in
      if let value = decoder.integer(node, in: range, what: "'\(name)'") { root[keyPath: path] = value }
    }
  }

  /// A text, checked by `check`, which returns what is wrong with it or nil.
  public static func text(
    _ name: String, _ path: any WritableKeyPath<Root, String> & Sendable, help: String, example: String,
    check: @escaping @Sendable (String) -> String? = { _ in nil }
  ) -> Self {
    Self(
      description: OptionDescription(
        name: name, type: .text, initial: Root()[keyPath: path], help: help, example: example)
    ) { root, node, decoder in
      guard let value = decoder.string(node, what: "'\(name)'") else { return }
      if let wrong = check(value) {
        decoder.report("bad-value", "'\(name)' \(wrong)", at: node.range, help: "for example: \(example)")
      } else {
        root[keyPath: path] = value
      }
    }
  }

  /// One of the named values of an enumeration.
  public static func choice<Choice>(
    _ name: String, _ path: any WritableKeyPath<Root, Choice> & Sendable, help: String
  ) -> Self
  where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    let initial = Root()[keyPath: path].rawValue
    let values = Choice.allCases.map(\.rawValue)
    return Self(
      description: OptionDescription(
        name: name, type: .choice(values), initial: initial, help: help, example: values.last ?? initial)
    ) { root, node, decoder in
      if let value = decoder.choice(node, of: Choice.self, what: "'\(name)'") { root[keyPath: path] = value }
    }
  }

  /// A list of texts; with `choices`, each must be one of them.
  public static func list(
    _ name: String, _ path: any WritableKeyPath<Root, [String]> & Sendable, choices: [String]? = nil,
    help: String, example: [String]
  ) -> Self {
    let initial = Root()[keyPath: path]
    return Self(
      description: OptionDescription(
        name: name, type: .list(choices), initial: "[" + initial.joined(separator: ", ") + "]", help: help,
        example: "[" + example.joined(separator: ", ") + "]")
    ) { root, node, decoder in
      var values: [String] = []
      for element in decoder.array(node, what: "'\(name)'") {
        guard let value = decoder.string(element, what: "each of '\(name)'") else { continue }
        if let choices, !choices.contains(value) {
          decoder.report(
            "bad-value", "'\(name)' cannot hold '\(value)'", at: element.range,
            notes: ["known: \(choices.joined(separator: ", "))"],
            help: NameSuggestion.nearest(to: value, among: choices).map { "did you mean '\($0)'?" })
        } else {
          values.append(value)
        }
      }
      root[keyPath: path] = values
    }
  }
}

/// An option as documentation shows it.
public struct OptionDescription: Sendable, Hashable {
  /// The kinds of value.
  public enum ValueType: Sendable, Hashable {
    /// True or false.
    case bool
    /// A whole number within a range.
    case integer(ClosedRange<Int>)
    /// Any text.
    case text
    /// One of some names.
    case choice([String])
    /// A list of texts, perhaps of known ones.
    case list([String]?)
  }

  /// The key in the configuration, in snake_case.
  public let name: String
  /// What it holds.
  public let type: ValueType
  /// Its default, as written in YAML.
  public let initial: String
  /// One line.
  public let help: String
  /// A value as written in YAML.
  public let example: String

  /// A description.
  public init(name: String, type: ValueType, initial: String, help: String, example: String) {
    self.name = name
    self.type = type
    self.initial = initial
    self.help = help
    self.example = example
  }

  /// The type in words: `true or false`, `1 to 9`, `strict or opencti`.
  public var typeName: String {
    switch type {
    case .bool: "true or false"
    case .integer(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .text: "text"
    case .choice(let values): values.map { "`\($0)`" }.joined(separator: ", ")
    case .list(nil): "list of text"
    case .list(let values?): "list of " + values.map { "`\($0)`" }.joined(separator: ", ")
    }
  }
}
