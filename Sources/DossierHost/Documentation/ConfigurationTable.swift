/// The table of the configuration's keys for the documentation, in Markdown.
public enum ConfigurationTable {
  /// One row a key, sections with their path.
  public static var markdown: String {
    var rows = "| Key | Value | Default | Meaning |\n|---|---|---|---|\n"
    for field in Configuration.fields.map(\.description) { add(field, path: "", to: &rows) }
    return rows
  }

  private static func add(_ field: FieldDescription, path: String, to rows: inout String) {
    let name = path + field.name
    let initial = field.isRequired ? "required" : field.initial.map { "`\($0)`" } ?? ""
    rows += "| `\(name)` | \(words(field.type)) | \(initial) | \(field.help) |\n"
    switch field.type {
    case .section(let fields): for inner in fields { add(inner, path: "\(name).", to: &rows) }
    case .sections(let fields): for inner in fields { add(inner, path: "\(name)[].", to: &rows) }
    case .bool, .integer, .text, .choice, .texts, .options, .names: break
    }
  }

  private static func words(_ type: FieldDescription.ValueType) -> String {
    switch type {
    case .integer(let range) where range.count == 1: "\(range.lowerBound)"
    case .integer(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .bool: "`true`, `false`"
    case .text: "text"
    case .choice(let names): names.map { "`\($0)`" }.joined(separator: ", ")
    case .texts: "list of text"
    case .names: "list of text and mappings"
    case .section, .options: "mapping"
    case .sections: "list of mappings"
    }
  }
}
