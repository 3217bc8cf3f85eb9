import DossierPluginKit

/// The commented configuration that `dossier init` writes: every key with what it means, at its default.
public enum ConfigurationSample {
  /// The text for a set of exporters.
  public static func text(for exporters: [ExporterDescription]) -> String {
    var writer = SampleWriter(exporters: exporters)
    writer.write()
    return writer.out
  }
}

private struct SampleWriter {
  let exporters: [ExporterDescription]
  private(set) var out = """
    # What dossier reads and writes. Check it with: dossier check FILE
    # For completion in an editor: dossier schema config > dossier.schema.json, and this as the first line:
    # yaml-language-server: $schema=dossier.schema.json

    """

  init(exporters: [ExporterDescription]) {
    self.exporters = exporters
  }

  mutating func write() {
    for field in Configuration.fields.map(\.description) {
      out += "\n"
      self.field(field, indent: "", isLive: true)
    }
  }

  /// Writes a key; those that are not live stand behind `#`, as they are at their default anyway.
  private mutating func field(_ field: FieldDescription, indent: String, isLive: Bool) {
    out += "\(indent)# \(field.help)\(Self.choices(field.type)).\n"
    switch field.type {
    case .section(let fields):
      let mark = isLive ? "" : "# "
      out += "\(indent)\(mark)\(field.name):\n"
      for inner in fields { self.field(inner, indent: indent + mark + "  ", isLive: false) }
    case .sections: outputs(field)
    case .bool, .integer, .text, .choice, .texts, .options, .names:
      let isWanted = field.isRequired || field.name == "inputs"
      out += "\(indent)\(isWanted ? "" : "# ")\(field.name): \(field.example)\n"
    }
  }

  private mutating func outputs(_ field: FieldDescription) {
    out += "\(field.name):\n"
    out += "  # Beside 'exporter', 'to' and 'options', any of them may have:\n"
    for field in OutputSection.processing.map(\.description) {
      out += "  #   # \(field.help)\(Self.choices(field.type)).\n"
      out += "  #   \(field.name): \(field.example)\n"
    }
    for exporter in exporters {
      let manifest = exporter.manifest
      out += "  # \(manifest.summary).\n"
      out += "  - exporter: \(manifest.name)\n"
      out += "    to: \"out/\(manifest.fileName)\"\n"
      guard !exporter.options.isEmpty else { continue }
      out += "    options:\n"
      for option in exporter.options {
        out += "      # \(option.help): \(option.typeName.filter { $0 != "`" }).\n"
        out += "      # \(option.name): \(option.initial.isEmpty ? "\"\"" : option.initial)\n"
      }
    }
  }

  private static func choices(_ type: FieldDescription.ValueType) -> String {
    switch type {
    case .choice(let names): ": " + names.joined(separator: ", ")
    default: ""
    }
  }
}
