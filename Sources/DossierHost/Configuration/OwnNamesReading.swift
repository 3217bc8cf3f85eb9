import DossierKnowledge
import DossierText
import DossierYAML

/// `extraction.names`: names and stop-names in the configuration itself, and files that hold such.
struct OwnNamesSection: Sendable {
  /// The ones written in the configuration.
  var inline = OwnNames(source: SourceText(name: "", bytes: []))
  /// Paths of files.
  var files: [Located<String>] = []
}

/// Reads lists of names.
///
/// An element is a mapping with `name`, `type` and perhaps `aliases` and `part_of`; a mapping with `stop`, forms that
/// name nothing; or, in the configuration, the path of a file that holds such a list.
struct OwnNamesReading {
  /// Names files may be this large.
  static let maximumBytes = 64 << 20

  private static let nameKeys = ["name", "type", "aliases", "part_of"]

  private(set) var names: OwnNames
  private(set) var files: [Located<String>] = []
  private let takesFiles: Bool

  /// An empty reading of a text.
  init(_ source: SourceText, takesFiles: Bool) {
    names = OwnNames(source: source)
    self.takesFiles = takesFiles
  }

  /// Reads a list; stops when there are too many mistakes, as finding a mistake's line is linear in the file.
  mutating func read(_ node: DataNode, what: String, _ decoder: inout DataDecoder) {
    let before = decoder.diagnostics.count
    for element in decoder.array(node, what: what) {
      guard decoder.diagnostics.count - before <= OwnNameCheck.mostMistakes else { return }
      read(element: element, what: "each of \(what)", &decoder)
    }
  }

  private mutating func read(element: DataNode, what: String, _ decoder: inout DataDecoder) {
    if takesFiles, case .string(let path) = element.value {
      files.append(Located(path, at: Diagnostic.Location(element.range, in: decoder.source)))
      return
    }
    guard let members = element.members else {
      decoder.report(
        "wrong-type", "\(what) must be a mapping\(takesFiles ? " or a path" : ""), not \(element.kindName)",
        at: element.range, help: "for example: { name: Example Networks, type: company, aliases: [ExNet] }")
      return
    }
    if members.contains(where: { $0.key == "stop" }) {
      let object = decoder.object(element, keys: ["stop"], what: what)
      names.stops += texts(object["stop"], what: "'stop'", &decoder)
      return
    }
    let object = decoder.object(element, keys: Self.nameKeys + ["stop"], what: what)
    guard let name = text(object["name"], what: "'name'", &decoder) else {
      if object["name"] == nil { decoder.missing("name", in: object, what: what) }
      return
    }
    guard let kind = kind(object["type"], &decoder) else {
      if object["type"] == nil { decoder.missing("type", in: object, what: what) }
      return
    }
    names.names.append(
      OwnNames.Name(
        name: name, kind: kind, aliases: texts(object["aliases"], what: "'aliases'", &decoder),
        partOf: text(object["part_of"], what: "'part_of'", &decoder)))
  }

  private func kind(_ node: DataNode?, _ decoder: inout DataDecoder) -> NameKind? {
    guard let node, let word = decoder.string(node, what: "'type'") else { return nil }
    if let kind = NameKind(word: word) { return kind }
    let known = NameKind.allCases.map(\.word)
    decoder.report(
      "bad-value", "'type' cannot be '\(word)'", at: node.range,
      notes: ["it is one of: \(known.joined(separator: ", "))"],
      help: NameSuggestion.nearest(to: word, among: known).map { "did you mean '\($0)'?" })
    return nil
  }

  private func text(_ node: DataNode?, what: String, _ decoder: inout DataDecoder) -> OwnNames.Text? {
    guard let node, let text = decoder.string(node, what: what) else { return nil }
    return OwnNames.Text(text, at: node.range)
  }

  /// A list of texts, or one alone.
  private func texts(_ node: DataNode?, what: String, _ decoder: inout DataDecoder) -> [OwnNames.Text] {
    guard let node else { return [] }
    if case .string(let text) = node.value { return [OwnNames.Text(text, at: node.range)] }
    var result: [OwnNames.Text] = []
    for element in decoder.array(node, what: what) {
      guard !decoder.isCrowded, let text = decoder.string(element, what: "each of \(what)") else { continue }
      result.append(OwnNames.Text(text, at: element.range))
    }
    return result
  }
}

extension DataDecoder {
  /// Whether more mistakes were found than anybody reads.
  fileprivate var isCrowded: Bool { diagnostics.count > 2 * OwnNameCheck.mostMistakes }
}

extension ConfigurationField<ExtractionSection> {
  /// `names`, whose elements are names, stop-names and paths.
  static let names = ConfigurationField(
    description: FieldDescription(
      name: "names", type: .names(NameKind.allCases.map(\.word)),
      help:
        "Names of your own: paths of names files, names with 'name', 'type', 'aliases' and 'part_of', and under 'stop' forms that name nothing",
      initial: "[]",
      example: "[{ name: Example Networks, type: company, aliases: [ExNet] }, { stop: [Play] }]")
  ) { section, node, decoder in
    var reading = OwnNamesReading(decoder.source, takesFiles: true)
    reading.read(node, what: "'names'", &decoder)
    section.names = OwnNamesSection(inline: reading.names, files: reading.files)
  }
}

extension Configuration {
  /// Reads the names files and makes the table that texts are read with; what is wrong is returned.
  mutating func loadNames() -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    var lists = [extraction.names.inline]
    for file in extraction.names.files {
      do throws(Diagnostic) {
        let (list, wrong) = try Self.names(in: resolved(file))
        lists.append(list)
        mistakes += wrong
      } catch {
        mistakes.append(
          error.id == "input.unreadable" || error.id == "input.too-large"
            ? Diagnostic(
              "names.unreadable", .error, "cannot read the names file '\(file.value)': \(error.reason)",
              at: file.location, help: error.help)
            : error)
      }
    }
    extraction.table = KnowledgeTable.embedded.adding(lists, saying: &mistakes)
    return mistakes
  }

  private static func names(in path: String) throws(Diagnostic) -> (OwnNames, [Diagnostic]) {
    let bytes = try FileContents.read(path: path, maximumBytes: OwnNamesReading.maximumBytes).bytes
    let source = SourceText(name: path, bytes: bytes)
    let root = try YAMLParser.parse(source)
    var decoder = DataDecoder(source: source, scope: "names")
    var reading = OwnNamesReading(source, takesFiles: false)
    reading.read(root, what: "the names", &decoder)
    return (reading.names, decoder.diagnostics)
  }
}
