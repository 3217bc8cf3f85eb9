import DossierModel
import DossierPluginKit
import DossierText

/// JSON Schema (draft 2020-12) of the configuration, for editors, written from the one declaration of its keys and
/// from the options of the exporters.
public enum ConfigurationSchema {
  /// The schema for a set of exporters, indented, with a line break at its end.
  public static func document(for exporters: [ExporterDescription]) -> [UInt8] {
    var writer = SchemaWriter(exporters: exporters)
    return writer.document()
  }
}

private struct SchemaWriter {
  let exporters: [ExporterDescription]
  private var json = JSONWriter(indent: 2)

  init(exporters: [ExporterDescription]) {
    self.exporters = exporters
  }

  mutating func document() -> [UInt8] {
    json.beginObject()
    text("$schema", "https://json-schema.org/draft/2020-12/schema")
    text("title", "Configuration of dossier, version 1")
    section(Configuration.fields.map(\.description))
    json.endObject()
    json.newline()
    return json.bytes
  }

  private mutating func text(_ key: StaticString, _ value: String) {
    json.key(key)
    json.string(value)
  }

  /// A mapping; one of which every key is left out has no value in YAML, and is null.
  private mutating func section(_ fields: [FieldDescription], orNull: Bool = false) {
    if orNull {
      json.key("type")
      json.strings(["object", "null"])
    } else {
      text("type", "object")
    }
    json.key("additionalProperties")
    json.bool(false)
    let required = fields.filter(\.isRequired).map(\.name)
    if !required.isEmpty {
      json.key("required")
      json.strings(required)
    }
    json.key("properties")
    json.beginObject()
    for field in fields {
      json.key(field.name)
      json.beginObject()
      text("description", field.help)
      value(field.type)
      json.endObject()
    }
    json.endObject()
  }

  private mutating func value(_ type: FieldDescription.ValueType) {
    switch type {
    case .bool: text("type", "boolean")
    case .integer(let range): integer(range)
    case .text: text("type", "string")
    case .choice(let names):
      json.key("enum")
      json.strings(names)
    case .texts: list { $0.text("type", "string") }
    case .section(let fields): section(fields, orNull: true)
    case .sections(let fields):
      list {
        $0.section(fields)
        $0.optionsByExporter()
      }
    case .options:
      json.key("type")
      json.strings(["object", "null"])
    case .names(let kinds): list { $0.namesElement(kinds) }
    }
  }

  /// A path, a name or stop-names.
  private mutating func namesElement(_ kinds: [String]) {
    json.key("anyOf")
    json.beginArray()
    json.beginObject()
    text("type", "string")
    json.endObject()
    json.beginObject()
    section([
      FieldDescription(name: "name", type: .text, help: "The name", example: "", isRequired: true),
      FieldDescription(name: "type", type: .choice(kinds), help: "What it is", example: "", isRequired: true),
      FieldDescription(name: "aliases", type: .texts, help: "Other names", example: ""),
      FieldDescription(
        name: "part_of", type: .text, help: "The name of what it is an organ, member or product of",
        example: ""),
    ])
    json.endObject()
    json.beginObject()
    section([
      FieldDescription(
        name: "stop", type: .texts, help: "Forms that name nothing", example: "", isRequired: true)
    ])
    json.endObject()
    json.endArray()
  }

  private mutating func integer(_ range: ClosedRange<Int>) {
    text("type", "integer")
    json.key("minimum")
    json.integer(range.lowerBound)
    json.key("maximum")
    json.integer(range.upperBound)
  }

  private mutating func list(_ element: (inout Self) -> Void) {
    text("type", "array")
    json.key("items")
    json.beginObject()
    element(&self)
    json.endObject()
  }

  /// What `options` may hold depends on `exporter`.
  private mutating func optionsByExporter() {
    json.key("allOf")
    json.beginArray()
    for exporter in exporters {
      json.beginObject()
      json.key("if")
      json.beginObject()
      json.key("required")
      json.strings(["exporter"])
      json.key("properties")
      json.beginObject()
      json.key("exporter")
      json.beginObject()
      text("const", exporter.manifest.name)
      json.endObject()
      json.endObject()
      json.endObject()
      json.key("then")
      json.beginObject()
      json.key("properties")
      json.beginObject()
      json.key("options")
      OptionDocumentation.writeSchema(exporter.options, to: &json)
      json.endObject()
      json.endObject()
      json.endObject()
    }
    json.endArray()
  }
}
