public import DossierText

/// What documentation says about an exporter's options: all of it from their one declaration.
public enum OptionDocumentation {
  /// The options as a Markdown table, with a line break at its end; one sentence where there are none.
  public static func markdownTable(_ options: [OptionDescription]) -> String {
    if options.isEmpty { return "This exporter has no options.\n" }
    var table = "| option | value | default | meaning |\n|---|---|---|---|\n"
    for option in options {
      table +=
        "| `\(option.name)` | \(cell(option.typeName)) | `\(cell(option.initial.isEmpty ? "\"\"" : option.initial))` | \(cell(option.help)) |\n"
    }
    return table
  }

  private static func cell(_ text: String) -> String {
    var out = ""
    for character in text { out += character == "|" ? "\\|" : String(character) }
    return out
  }

  /// Writes the options' JSON Schema (draft 2020-12): an object that refuses unknown keys.
  public static func writeSchema(_ options: [OptionDescription], to sink: inout some TreeSink) {
    sink.beginObject()
    // Options of which every one is left out have no value in YAML.
    sink.key("type")
    sink.strings(["object", "null"])
    sink.key("additionalProperties")
    sink.bool(false)
    sink.key("properties")
    sink.beginObject()
    for option in options {
      sink.key(option.name)
      sink.beginObject()
      sink.key("description")
      sink.string(option.help)
      write(option.type, to: &sink)
      sink.endObject()
    }
    sink.endObject()
    sink.endObject()
  }

  private static func write(_ type: OptionDescription.ValueType, to sink: inout some TreeSink) {
    switch type {
    case .bool: scalar("boolean", to: &sink)
    case .integer(let range):
      scalar("integer", to: &sink)
      sink.key("minimum")
      sink.integer(range.lowerBound)
      sink.key("maximum")
      sink.integer(range.upperBound)
    case .text: scalar("string", to: &sink)
    case .choice(let values):
      sink.key("enum")
      sink.strings(values)
    case .list(let values):
      scalar("array", to: &sink)
      sink.key("items")
      sink.beginObject()
      if let values {
        sink.key("enum")
        sink.strings(values)
      } else {
        scalar("string", to: &sink)
      }
      sink.endObject()
    }
  }

  private static func scalar(_ name: String, to sink: inout some TreeSink) {
    sink.key("type")
    sink.string(name)
  }
}
