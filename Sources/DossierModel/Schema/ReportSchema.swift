import DossierText

/// JSON Schemas (draft 2020-12) of the report, of parsed claims, of comparisons and of the protocol of programs, written
/// from their shapes.
public enum ReportSchema {
  /// The schema of `dossier.report/1`, indented, with a line break at its end.
  public static var report: [UInt8] { document(ReportForm.report.schemaName, ReportShapes.report, .report) }
  /// The schema of parsed claims as input, indented, with a line break at its end.
  public static var claims: [UInt8] { document(ReportForm.claims.schemaName, ReportShapes.report, .claims) }
  /// The schema of `dossier.diff/1`, indented, with a line break at its end.
  public static var diff: [UInt8] { document(DiffShapes.schema, DiffShapes.diff, .report) }

  /// The schema of the lines of programs that export and of what they say of themselves, indented, with a line break at
  /// its end: any of them at its root, each sort under `$defs`.
  public static var exporterProtocol: [UInt8] {
    var writer = SchemaWriter(form: .report)
    return writer.document(
      ProtocolShapes.schema,
      [
        ("said_by_program", [ProtocolShapes.description]), ("to_program", ProtocolShapes.toProgram),
        ("from_program", ProtocolShapes.fromProgram),
      ])
  }

  private static func document(_ title: String, _ shape: RecordShape, _ form: ReportForm) -> [UInt8] {
    var writer = SchemaWriter(form: form)
    return writer.document(title, shape)
  }
}

private struct SchemaWriter {
  let form: ReportForm
  var json = JSONWriter(indent: 2)
  /// Records met but not yet written, and the names of all that were met.
  var pending: [RecordShape] = []
  var met: Set<String> = []

  init(form: ReportForm) { self.form = form }

  mutating func document(_ title: String, _ shape: RecordShape) -> [UInt8] {
    begin(title)
    body(of: shape)
    json.key("$defs")
    json.beginObject()
    writePending()
    return end()
  }

  /// A schema of records of several sorts.
  mutating func document(_ title: String, _ sorts: [(name: String, shapes: [RecordShape])]) -> [UInt8] {
    begin(title)
    json.key("anyOf")
    json.beginArray()
    for sort in sorts {
      json.beginObject()
      json.key("$ref")
      json.string("#/$defs/\(sort.name)")
      json.endObject()
    }
    json.endArray()
    json.key("$defs")
    json.beginObject()
    for sort in sorts {
      json.key(sort.name)
      json.beginObject()
      value(.either(sort.shapes.map { .record($0) }))
      json.endObject()
    }
    writePending()
    return end()
  }

  private mutating func begin(_ title: String) {
    json.beginObject()
    json.key("$schema")
    json.string("https://json-schema.org/draft/2020-12/schema")
    json.key("title")
    json.string(title)
  }

  private mutating func writePending() {
    while !pending.isEmpty {
      let shape = pending.removeFirst()
      json.key(shape.name)
      json.beginObject()
      body(of: shape)
      json.endObject()
    }
  }

  private mutating func end() -> [UInt8] {
    json.endObject()
    json.endObject()
    json.newline()
    return json.bytes
  }

  private mutating func body(of shape: RecordShape) {
    json.key("description")
    json.string(shape.summary)
    json.key("type")
    json.string("object")
    json.key("additionalProperties")
    json.bool(shape.isOpen)
    json.key("required")
    json.strings(shape.fields.filter { form.needs($0) }.map(\.key))
    json.key("properties")
    json.beginObject()
    for field in shape.fields where form == .claims || field.need != .claimsOnly {
      json.key(field.key)
      json.beginObject()
      json.key("description")
      json.string(field.help)
      if field.key == "schema", form == .claims {
        json.key("const")
        json.string(form.schemaName)
      } else {
        value(field.value)
      }
      json.endObject()
    }
    json.endObject()
  }

  private mutating func value(_ value: RecordShape.Value) {
    switch value {
    case .text: type("string")
    case .reference:
      type("string")
      json.key("minLength")
      json.integer(1)
    case .anyText: type("string")
    case .anyInteger: type("integer")
    case .object: type("object")
    case .anything: break
    case .pattern(let pattern):
      type("string")
      json.key("pattern")
      json.string(pattern)
    case .constant(let text):
      json.key("const")
      json.string(text)
    case .choice(let choices):
      json.key("enum")
      json.strings(choices)
    case .integer(let from):
      type("integer")
      json.key("minimum")
      json.integer(from)
    case .percent:
      type("integer")
      json.key("minimum")
      json.integer(0)
      json.key("maximum")
      json.integer(100)
    case .flag: type("boolean")
    case .span: span()
    case .textByLanguage:
      type("object")
      json.key("additionalProperties")
      json.beginObject()
      type("string")
      json.endObject()
    case .record(let shape):
      if met.insert(shape.name).inserted { pending.append(shape) }
      json.key("$ref")
      json.string("#/$defs/\(shape.name)")
    case .list(let element, let atLeast):
      type("array")
      if atLeast > 0 {
        json.key("minItems")
        json.integer(atLeast)
      }
      json.key("items")
      json.beginObject()
      self.value(element)
      json.endObject()
    case .nullable(let inner):
      json.key("anyOf")
      json.beginArray()
      json.beginObject()
      self.value(inner)
      json.endObject()
      json.beginObject()
      type("null")
      json.endObject()
      json.endArray()
    case .either(let values):
      json.key("anyOf")
      json.beginArray()
      for value in values {
        json.beginObject()
        self.value(value)
        json.endObject()
      }
      json.endArray()
    }
  }

  private mutating func span() {
    type("array")
    json.key("items")
    json.beginObject()
    type("integer")
    json.key("minimum")
    json.integer(0)
    json.endObject()
    json.key("minItems")
    json.integer(2)
    json.key("maxItems")
    json.integer(2)
  }

  private mutating func type(_ name: String) {
    json.key("type")
    json.string(name)
  }
}
