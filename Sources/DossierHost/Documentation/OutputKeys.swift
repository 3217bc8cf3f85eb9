public import DossierPluginKit

/// The keys that any output has beside `options`: what the host does to it, whatever its format. They come from the
/// one declaration of the configuration's keys.
public enum OutputKeys {
  /// The keys, as far as an exporter's format takes them.
  public static func descriptions(for manifest: ExporterManifest) -> [OptionDescription] {
    OutputSection.processing.map(\.description).filter { $0.name != "defang" || manifest.defangs }
      .compactMap(description)
  }

  /// What a key means, for the help of a flag that does the same.
  public static func help(_ key: String) -> String {
    OutputSection.processing.map(\.description).first { $0.name == key }?.help ?? ""
  }

  private static func description(_ field: FieldDescription) -> OptionDescription? {
    let type: OptionDescription.ValueType
    switch field.type {
    case .bool: type = .bool
    case .text: type = .text
    case .choice(let names): type = .choice(names)
    case .texts: type = .list(nil)
    case .integer(let range): type = .integer(range)
    case .section, .sections, .options, .names: return nil
    }
    return OptionDescription(
      name: field.name, type: type, initial: field.initial ?? "by format", help: field.help,
      example: field.example)
  }
}
