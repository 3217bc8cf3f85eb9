import DossierModel
import DossierPluginKit
import DossierText

/// The options of a program, checked against its description before it runs.
enum ProgramOptions {
  /// All options with their values: the defaults, changed by what the configuration gives.
  static func values(
    _ given: [OptionsNode], for description: ProgramDescription, mistakes: inout [Diagnostic]
  ) -> [String: DataNode] {
    var values = description.defaults
    let options = description.exporter.options
    let name = description.exporter.manifest.name
    for given in given {
      if case .null = given.node.value { continue }
      var decoder = DataDecoder(source: given.source, scope: "config")
      let object = decoder.object(given.node, keys: options.map(\.name), what: "the options of '\(name)'")
      for option in options {
        guard let node = object[option.name] else { continue }
        if checked(node, as: option.type, name: option.name, &decoder) { values[option.name] = node }
      }
      mistakes += decoder.diagnostics
    }
    return values
  }

  /// Whether a value is what an option takes; what is wrong goes to `decoder`.
  static func checked(
    _ node: DataNode, as type: OptionDescription.ValueType, name: String, _ decoder: inout DataDecoder
  ) -> Bool {
    let before = decoder.diagnostics.count
    switch type {
    case .bool: _ = decoder.bool(node, what: "'\(name)'")
    case .integer(let range): _ = decoder.integer(node, in: range, what: "'\(name)'")
    case .text: _ = decoder.string(node, what: "'\(name)'")
    case .choice(let choices):
      if let text = decoder.string(node, what: "'\(name)'") {
        check(text, among: choices, name, node, &decoder)
      }
    case .list(let choices):
      for element in decoder.array(node, what: "'\(name)'") {
        guard let text = decoder.string(element, what: "each of '\(name)'"), let choices else { continue }
        check(text, among: choices, name, element, &decoder)
      }
    }
    return decoder.diagnostics.count == before
  }

  private static func check(
    _ text: String, among choices: [String], _ name: String, _ node: DataNode, _ decoder: inout DataDecoder
  ) {
    guard !choices.contains(text) else { return }
    decoder.report(
      "bad-value", "'\(name)' cannot be '\(text)'", at: node.range,
      notes: ["it is one of: \(choices.joined(separator: ", "))"],
      help: NameSuggestion.nearest(to: text, among: choices).map { "did you mean '\($0)'?" })
  }

  /// A value as written in YAML, for documentation.
  static func words(_ node: DataNode) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): text
    case .array(let elements): "[" + elements.map(words).joined(separator: ", ") + "]"
    case .object: "{}"
    }
  }
}

extension DataNode {
  /// Writes the value again.
  func write(to sink: inout some TreeSink) {
    switch value {
    case .null: sink.null()
    case .bool(let flag): sink.bool(flag)
    case .integer(let number): sink.integer(number)
    case .number(let number): sink.number(number)
    case .string(let text): sink.string(text)
    case .array(let elements):
      sink.beginArray()
      for element in elements { element.write(to: &sink) }
      sink.endArray()
    case .object(let members):
      sink.beginObject()
      for member in members {
        sink.key(member.key)
        member.value.write(to: &sink)
      }
      sink.endObject()
    }
  }
}
