import DossierModel
import DossierPluginKit
import DossierText

/// What a program says of itself with `--describe`.
struct ProgramDescription: Sendable {
  /// The versions of the protocol that this host speaks.
  static let protocolVersions = 1...1

  let exporter: ExporterDescription
  /// Each option's default, as JSON that was read.
  let defaults: [String: DataNode]
  /// Tells what it loses, from the keys of a report that it says it keeps; nil where it tells that itself.
  let reckoning: LossReckoning?
  /// The version that both sides speak.
  let version: Int

  /// Asks a program.
  ///
  /// - Throws: A diagnostic `plugin.…`, if it cannot be run, says nothing sensible, or speaks no version that the host
  ///   speaks.
  init(asking program: String, name: String, limits: ProgramLimits) throws(Diagnostic) {
    var limits = limits
    limits.outputBytes = 1 << 20
    let answer = LineCollector()
    let run = try ProgramRun(program: program, arguments: ["--describe"], limits: limits) { answer.add($0) }
    try run.finish()
    try self.init(
      SourceText(name: "\(program) --describe", bytes: answer.bytes), program: program, name: name)
  }

  /// Reads a description.
  init(_ source: SourceText, program: String, name: String) throws(Diagnostic) {
    let root: DataNode
    do throws(Diagnostic) {
      root = try JSONParser.parse(source)
    } catch {
      throw Diagnostic(
        "plugin.describe", .error,
        "the program '\(program)' does not describe itself in JSON: \(error.summary)",
        at: error.location, help: "with --describe it must print one JSON object and nothing else")
    }
    var decoder = DataDecoder(source: source, scope: "plugin")
    let top = decoder.object(
      root, keys: ProtocolShapes.description.reportKeys, what: "the description")
    for key in ["protocol", "manifest"] where top[key] == nil {
      decoder.missing(key, in: top, what: "the description")
    }
    let theirs = Self.range(top["protocol"], &decoder)
    let manifest = Self.manifest(top["manifest"], &decoder)
    var options: [OptionDescription] = []
    var defaults: [String: DataNode] = [:]
    for node in decoder.array(top["options"], what: "'options'") {
      guard let (option, initial) = Self.option(node, &decoder) else { continue }
      options.append(option)
      defaults[option.name] = initial
    }
    let keeps = Self.keeps(top["keeps"], &decoder)
    if let first = decoder.diagnostics.first {
      throw Diagnostic(
        "plugin.describe", .error, "the program '\(program)' describes itself wrongly: \(first.summary)",
        at: first.location, notes: first.notes, help: first.help)
    }
    guard let manifest, let theirs else {
      throw Diagnostic("plugin.describe", .error, "the program '\(program)' does not describe itself")
    }
    let ours = Self.protocolVersions
    guard theirs.overlaps(ours) else {
      throw Diagnostic(
        "plugin.protocol", .error,
        "the program '\(program)' speaks protocol \(Self.words(theirs)), this version of dossier \(Self.words(ours))",
        help: "use versions of both that fit")
    }
    guard manifest.name == name else {
      throw Diagnostic(
        "plugin.describe", .error, "the program '\(program)' calls itself '\(manifest.name)', not '\(name)'",
        help: "call the file dossier-export-\(manifest.name)")
    }
    exporter = ExporterDescription(manifest: manifest, options: options, program: program)
    self.defaults = defaults
    reckoning = keeps.map { LossReckoning(keeping: Set($0), why: "'\(name)' does not keep it") }
    version = min(theirs.upperBound, ours.upperBound)
  }

  private static func words(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  private static func range(_ node: DataNode?, _ decoder: inout DataDecoder) -> ClosedRange<Int>? {
    guard let node else { return nil }
    let object = decoder.object(node, keys: ProtocolShapes.versions.reportKeys, what: "'protocol'")
    guard let low = decoder.integer(object["min"], in: 1...1_000_000, what: "'min'"),
      let high = decoder.integer(object["max"], in: 1...1_000_000, what: "'max'"), low <= high
    else {
      decoder.report("protocol", "'protocol' needs 'min' and 'max', in order", at: node.range)
      return nil
    }
    return low...high
  }

  private static func manifest(_ node: DataNode?, _ decoder: inout DataDecoder) -> ExporterManifest? {
    guard let node else { return nil }
    let required = ["name", "summary", "media_type", "file_name"]
    let object = decoder.object(node, keys: ProtocolShapes.manifest.reportKeys, what: "'manifest'")
    for key in required where object[key] == nil {
      decoder.missing(key, in: object, what: "'manifest'")
    }
    let carries = decoder.array(object["carries"], what: "'carries'").compactMap {
      decoder.choice($0, of: ExporterManifest.Part.self, what: "each of 'carries'")
    }
    return ExporterManifest(
      name: decoder.string(object["name"], what: "'name'") ?? "",
      summary: decoder.string(object["summary"], what: "'summary'") ?? "",
      mediaType: decoder.string(object["media_type"], what: "'media_type'") ?? "",
      fileName: decoder.string(object["file_name"], what: "'file_name'") ?? "",
      stability: decoder.choice(object["stability"], of: ExporterManifest.Stability.self, what: "'stability'")
        ?? .experimental,
      carries: Set(carries), defangs: decoder.bool(object["defangs"], what: "'defangs'") ?? false)
  }

  /// The keys of a report that the program keeps.
  private static func keeps(_ node: DataNode?, _ decoder: inout DataDecoder) -> [String]? {
    guard let node else { return nil }
    var keys: [String] = []
    for element in decoder.array(node, what: "'keeps'") {
      guard let key = decoder.string(element, what: "each of 'keeps'") else { continue }
      if ReportFacts.isPath(key) {
        keys.append(key)
      } else {
        decoder.report(
          "keeps", "'\(key)' is no key of a report", at: element.range,
          help: "join keys by points, such as claims.speakers ('dossier schema report' has them all)")
      }
    }
    return keys
  }

  private static func option(
    _ node: DataNode, _ decoder: inout DataDecoder
  ) -> (OptionDescription, DataNode)? {
    let object = decoder.object(node, keys: ProtocolShapes.option.reportKeys, what: "an option")
    for key in ["name", "type", "default", "help"] where object[key] == nil {
      decoder.missing(key, in: object, what: "an option")
    }
    guard let name = decoder.string(object["name"], what: "'name'"),
      let kind = decoder.choice(object["type"], of: OptionKind.self, what: "'type'"),
      let help = decoder.string(object["help"], what: "'help'"), let initial = object["default"]
    else { return nil }
    let choices = object["choices"].map { decoder.strings($0, what: "'choices'") }
    let type: OptionDescription.ValueType
    switch kind {
    case .bool: type = .bool
    case .integer:
      let low = decoder.integer(object["minimum"], in: Int.min...Int.max, what: "'minimum'") ?? 0
      let high = decoder.integer(object["maximum"], in: Int.min...Int.max, what: "'maximum'") ?? Int.max
      guard low <= high else {
        decoder.report("option", "'minimum' is above 'maximum'", at: object.range)
        return nil
      }
      type = .integer(low...high)
    case .text: type = .text
    case .choice:
      guard let choices, !choices.isEmpty else {
        decoder.report("option", "an option of type 'choice' needs 'choices'", at: object.range)
        return nil
      }
      type = .choice(choices)
    case .list: type = .list(choices)
    }
    _ = ProgramOptions.checked(initial, as: type, name: name, &decoder)
    let shown = ProgramOptions.words(initial)
    let example = object["example"].map { ProgramOptions.words($0) } ?? shown
    return (OptionDescription(name: name, type: type, initial: shown, help: help, example: example), initial)
  }

  private enum OptionKind: String, CaseIterable {
    case bool, integer, text, choice, list
  }
}

/// Gathers the lines of a program.
private final class LineCollector {
  private(set) var bytes: [UInt8] = []

  func add(_ line: ArraySlice<UInt8>) {
    bytes.append(contentsOf: line)
    bytes.append(0x0A)
  }
}
