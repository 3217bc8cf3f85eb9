import DossierPluginKit
public import DossierText
import DossierYAML

extension Configuration {
  /// Reads a configuration; what is wrong with it is returned beside it, all mistakes at once.
  ///
  /// - Throws: A diagnostic, if the file cannot be read or is not YAML.
  public static func load(path: String) throws(Diagnostic) -> (
    configuration: Configuration, mistakes: [Diagnostic]
  ) {
    let bytes: [UInt8]
    do throws(Diagnostic) {
      bytes = try FileContents.read(path: path, maximumBytes: 4 << 20).bytes
    } catch {
      throw Diagnostic(
        "config.unreadable", .error, "cannot read the configuration: \(error.reason)",
        at: Diagnostic.Location(file: path), help: "'dossier init' writes one to begin with")
    }
    var (configuration, mistakes) = try decode(SourceText(name: path, bytes: bytes))
    if let slash = path.lastIndex(of: "/") { configuration.directory = String(path[...slash]) }
    mistakes += configuration.loadNames()
    return (configuration, mistakes)
  }

  /// Decodes the text of a configuration.
  ///
  /// - Throws: A diagnostic `yaml.…`, if it is not YAML.
  public static func decode(
    _ source: SourceText
  ) throws(Diagnostic) -> (configuration: Configuration, mistakes: [Diagnostic]) {
    let root = try YAMLParser.parse(source)
    var decoder = DataDecoder(source: source, scope: "config")
    var configuration = Configuration()
    if case .null = root.value {
      decoder.report(
        "empty", "the configuration is empty", at: root.range, help: "'dossier init' writes one to begin with"
      )
    } else {
      ConfigurationField.decode(fields, root, into: &configuration, what: "the configuration", &decoder)
    }
    return (configuration, decoder.diagnostics)
  }
}

extension Diagnostic {
  /// The part of a summary after its first colon: why, without what.
  var reason: String {
    summary.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? summary
  }
}

extension OutputSection {
  /// Sets one option of the exporter to a value as a flag gives it, in place of what the configuration has.
  public mutating func override(_ key: String, with value: String) {
    overrides.append(OptionFlag(key: key, value: value))
  }

  /// All that is given for an exporter with these options: the configuration's, then those of flags.
  func given(_ options: [OptionDescription]) throws(Diagnostic) -> [OptionsNode] {
    var given = [self.options].compactMap(\.self)
    for flag in overrides { given.append(try flag.node(among: options)) }
    return given
  }
}
