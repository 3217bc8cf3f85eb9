import DossierPluginKit
import DossierText
import DossierYAML

/// An exporter's option as a flag gives it: `delimiter` with `;`.
///
/// What the option takes decides how its value is read. Text is taken as it stands, so that a template, a bar or a
/// number sign needs no quotation marks beyond the shell's; a list is names with commas between, or YAML; the rest is
/// YAML. Between quotation marks everything is YAML.
struct OptionFlag: Sendable {
  let key: String
  let value: String

  /// The option as a configuration would have it, for an exporter with these options.
  ///
  /// - Throws: A diagnostic `yaml.…`, if it is to be YAML and is not.
  func node(among options: [OptionDescription]) throws(Diagnostic) -> OptionsNode {
    // Each flag is a text of its own, so that messages point into the right one.
    let source = SourceText(name: "--option", "\(key): \(value)")
    let start = key.utf8.count + 2
    guard let type = options.first(where: { $0.name == key })?.type, !isQuoted else {
      return OptionsNode(node: try YAMLParser.parse(source), source: source)
    }
    let node: DataNode
    switch type {
    case .text, .choice: node = text(value[...], from: start)
    case .list where !value.hasPrefix("["): node = list(from: start)
    default: return OptionsNode(node: try YAMLParser.parse(source), source: source)
    }
    let member = DataNode.Member(key: key, keyRange: TextRange(0, key.utf8.count), value: node)
    return OptionsNode(
      node: DataNode(.object([member]), at: TextRange(0, source.bytes.count)), source: source)
  }

  private var isQuoted: Bool {
    guard value.utf8.count > 1, let first = value.utf8.first, value.utf8.last == first else { return false }
    return first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
  }

  private func text(_ text: Substring, from start: Int) -> DataNode {
    DataNode(.string(String(text)), at: TextRange(start, start + text.utf8.count))
  }

  private func list(from start: Int) -> DataNode {
    var elements: [DataNode] = []
    var place = start
    for part in value.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.drop { $0 == " " }
      if !name.isEmpty { elements.append(text(name, from: place + part.utf8.count - name.utf8.count)) }
      place += part.utf8.count + 1
    }
    return DataNode(.array(elements), at: TextRange(start, start + value.utf8.count))
  }
}
