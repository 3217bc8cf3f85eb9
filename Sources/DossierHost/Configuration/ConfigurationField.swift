public import DossierText

/// One key of a section of the configuration: declared once, it gives decoding, messages, the JSON Schema, the sample
/// that `dossier init` writes, and the table in the documentation.
struct ConfigurationField<Root>: Sendable {
  let description: FieldDescription
  let apply: @Sendable (inout Root, DataNode, inout DataDecoder) -> Void
}

/// A key of the configuration as documentation shows it.
struct FieldDescription: Sendable {
  indirect enum ValueType: Sendable {
    case bool
    case integer(ClosedRange<Int>)
    case text
    case choice([String])
    case texts
    case section([FieldDescription])
    case sections([FieldDescription])
    /// The options of the output's exporter.
    case options
    /// Paths, names of parties and things of these kinds, and stop-names.
    case names([String])
  }

  let name: String
  let type: ValueType
  let help: String
  /// Its default as written in YAML; nil where there is none.
  var initial: String?
  /// A value as written in YAML.
  var example: String
  var isRequired = false
  /// Another name that users try for it, such as that of the flag.
  var tried: String?
}

/// A value with the place in the configuration where it is written; none where a flag gave it.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// Where it is written.
  public var location: Diagnostic.Location?

  /// A value from the command line.
  public init(_ value: Value, at location: Diagnostic.Location? = nil) {
    self.value = value
    self.location = location
  }
}

extension ConfigurationField {
  static func integer(
    _ name: String, _ path: any WritableKeyPath<Root, Int> & Sendable, in range: ClosedRange<Int>,
    initial: Int, help: String
  ) -> Self {
    Self(
      description: FieldDescription(
        name: name, type: .integer(range), help: help, initial: "\(initial)", example: "\(initial)")
    ) { root, node, decoder in
      if let value = decoder.integer(node, in: range, what: "'\(name)'") { root[keyPath: path] = value }
    }
  }

  static func choice<Choice>(
    _ name: String, _ path: any WritableKeyPath<Root, Choice> & Sendable, initial: Choice, help: String
  ) -> Self where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    Self(
      description: FieldDescription(
        name: name, type: .choice(Choice.allCases.map(\.rawValue)), help: help, initial: initial.rawValue,
        example: initial.rawValue)
    ) { root, node, decoder in
      if let value = decoder.choice(node, of: Choice.self, what: "'\(name)'") { root[keyPath: path] = value }
    }
  }

  /// One of the named values of an enumeration, or none where nothing is written; `initial` says what holds then.
  static func choice<Choice>(
    _ name: String, _ path: any WritableKeyPath<Root, Choice?> & Sendable, initial: String, help: String,
    example: String
  ) -> Self where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    Self(
      description: FieldDescription(
        name: name, type: .choice(Choice.allCases.map(\.rawValue)), help: help, initial: initial,
        example: example)
    ) { root, node, decoder in
      if let value = decoder.choice(node, of: Choice.self, what: "'\(name)'") { root[keyPath: path] = value }
    }
  }

  /// One of the named values of an enumeration, with its place; none where nothing is written.
  static func choice<Choice>(
    _ name: String, _ path: any WritableKeyPath<Root, Located<Choice>?> & Sendable, initial: Choice,
    help: String, example: Choice
  ) -> Self where Choice: RawRepresentable<String> & CaseIterable & Sendable {
    Self(
      description: FieldDescription(
        name: name, type: .choice(Choice.allCases.map(\.rawValue)), help: help, initial: initial.rawValue,
        example: example.rawValue)
    ) { root, node, decoder in
      guard let value = decoder.choice(node, of: Choice.self, what: "'\(name)'") else { return }
      root[keyPath: path] = Located(value, at: Diagnostic.Location(node.range, in: decoder.source))
    }
  }

  /// True or false, with its place; none where nothing is written.
  static func bool(
    _ name: String, _ path: any WritableKeyPath<Root, Located<Bool>?> & Sendable, help: String,
    example: String
  ) -> Self {
    Self(description: FieldDescription(name: name, type: .bool, help: help, example: example)) {
      root, node, decoder in
      guard let value = decoder.bool(node, what: "'\(name)'") else { return }
      root[keyPath: path] = Located(value, at: Diagnostic.Location(node.range, in: decoder.source))
    }
  }

  /// A text; `convert` gives the value to keep, or what is wrong with it.
  static func text(
    _ name: String, _ path: any WritableKeyPath<Root, String?> & Sendable, initial: String? = nil,
    help: String, example: String, convert: @escaping @Sendable (String) -> TextCheck = { .value($0) }
  ) -> Self {
    Self(
      description: FieldDescription(name: name, type: .text, help: help, initial: initial, example: example)
    ) { root, node, decoder in
      guard let text = decoder.string(node, what: "'\(name)'") else { return }
      switch convert(text) {
      case .value(let value): root[keyPath: path] = value
      case .wrong(let why):
        decoder.report("bad-value", "'\(name)' \(why)", at: node.range, help: "for example: \(example)")
      }
    }
  }

  /// A text whose place is kept, for messages of later checks.
  static func located(
    _ name: String, _ path: any WritableKeyPath<Root, Located<String>?> & Sendable, isRequired: Bool = false,
    tried: String? = nil, help: String, example: String
  ) -> Self {
    Self(
      description: FieldDescription(
        name: name, type: .text, help: help, example: example, isRequired: isRequired, tried: tried)
    ) { root, node, decoder in
      guard let text = decoder.string(node, what: "'\(name)'") else { return }
      root[keyPath: path] = Located(text, at: Diagnostic.Location(node.range, in: decoder.source))
    }
  }

  /// A list of texts whose places are kept.
  static func list(
    _ name: String, _ path: any WritableKeyPath<Root, [Located<String>]> & Sendable, help: String,
    example: String
  ) -> Self {
    Self(
      description: FieldDescription(name: name, type: .texts, help: help, initial: "[]", example: example)
    ) { root, node, decoder in
      for element in decoder.array(node, what: "'\(name)'") {
        guard let text = decoder.string(element, what: "each of '\(name)'") else { continue }
        root[keyPath: path].append(Located(text, at: Diagnostic.Location(element.range, in: decoder.source)))
      }
    }
  }

  static func section<Part: Sendable>(
    _ name: String, _ path: any WritableKeyPath<Root, Part> & Sendable, _ fields: [ConfigurationField<Part>],
    help: String
  ) -> Self {
    Self(
      description: FieldDescription(
        name: name, type: .section(fields.map(\.description)), help: help, example: "")
    ) { root, node, decoder in
      if case .null = node.value { return }
      ConfigurationField<Part>.decode(fields, node, into: &root[keyPath: path], what: "'\(name)'", &decoder)
    }
  }

  static func sections<Part: Sendable>(
    _ name: String, _ path: any WritableKeyPath<Root, [Part]> & Sendable, of initial: Part,
    _ fields: [ConfigurationField<Part>], help: String
  ) -> Self {
    Self(
      description: FieldDescription(
        name: name, type: .sections(fields.map(\.description)), help: help, initial: "[]", example: "")
    ) { root, node, decoder in
      for element in decoder.array(node, what: "'\(name)'") {
        var part = initial
        ConfigurationField<Part>.decode(fields, element, into: &part, what: "each of '\(name)'", &decoder)
        root[keyPath: path].append(part)
      }
    }
  }

  /// Decodes the mapping `node` by its fields; unknown, repeated and missing keys are reported.
  static func decode(
    _ fields: [Self], _ node: DataNode, into root: inout Root, what: String, _ decoder: inout DataDecoder
  ) {
    guard node.members != nil else {
      decoder.report("wrong-type", "\(what) must be a mapping, not \(node.kindName)", at: node.range)
      return
    }
    var meant: [String: String] = [:]
    for field in fields.map(\.description) { if let tried = field.tried { meant[tried] = field.name } }
    let object = decoder.object(node, keys: fields.map(\.description.name), what: what, meant: meant)
    for field in fields {
      if let value = object[field.description.name] {
        field.apply(&root, value, &decoder)
      } else if field.description.isRequired {
        decoder.missing(field.description.name, in: object, what: what)
      }
    }
  }
}

/// What a check makes of a text.
enum TextCheck {
  case value(String)
  /// What is wrong, continuing "'key' …".
  case wrong(String)
}
