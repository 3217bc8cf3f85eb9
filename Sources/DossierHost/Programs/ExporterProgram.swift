import DossierModel
public import DossierPluginKit
import DossierText

/// The other side of the protocol (`docs/plugin-protocol.md`): an exporter in Swift as a program of its own.
///
/// It takes what the host sends line by line and gives what is to be written; it does no input or output itself.
public struct ExporterProgram {
  /// A request that the program cannot make sense of; it ends with an exit code other than 0.
  public struct Refusal: Error {
    /// Why, in one line.
    public let reason: String
  }

  private var exporter: any Exporter
  private var context = ExportContext(toolVersion: ToolVersion.current)
  private var hasBegun = false
  /// Whether a report could not be written: no more are tried.
  private var hasFailed = false
  /// Files of which a piece was sent.
  private var open: [String] = []
  /// Whether the last line has come.
  public private(set) var isDone = false

  /// The program of an exporter.
  public init(_ type: any Exporter.Type) { exporter = type.init() }

  /// What `--describe` prints.
  public static func description(of type: any Exporter.Type) -> [UInt8] {
    let manifest = type.manifest
    var json = JSONWriter(indent: 2)
    json.beginObject()
    json.key("protocol")
    json.beginObject()
    json.key("min")
    json.integer(ProgramDescription.protocolVersions.lowerBound)
    json.key("max")
    json.integer(ProgramDescription.protocolVersions.upperBound)
    json.endObject()
    json.key("manifest")
    json.beginObject()
    for (key, value) in [
      ("name", manifest.name), ("summary", manifest.summary), ("media_type", manifest.mediaType),
      ("file_name", manifest.fileName), ("stability", manifest.stability.rawValue),
    ] {
      json.key(key)
      json.string(value)
    }
    json.key("carries")
    json.strings(ExporterManifest.Part.allCases.filter(manifest.carries.contains).map(\.rawValue))
    json.key("defangs")
    json.bool(manifest.defangs)
    json.endObject()
    json.key("options")
    json.beginArray()
    for option in type.optionDescriptions { write(option, to: &json) }
    json.endArray()
    json.endObject()
    json.newline()
    return json.bytes
  }

  private static func write(_ option: OptionDescription, to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.string(option.name)
    json.key("type")
    switch option.type {
    case .bool: json.string("bool")
    case .integer(let range):
      json.string("integer")
      json.key("minimum")
      json.integer(range.lowerBound)
      json.key("maximum")
      json.integer(range.upperBound)
    case .text: json.string("text")
    case .choice(let choices):
      json.string("choice")
      json.key("choices")
      json.strings(choices)
    case .list(let choices):
      json.string("list")
      if let choices {
        json.key("choices")
        json.strings(choices)
      }
    }
    if let given = try? OptionFlag(key: option.name, value: option.initial).node(among: [option]),
      let initial = given.node[option.name]
    {
      json.key("default")
      initial.write(to: &json)
    }
    json.key("help")
    json.string(option.help)
    json.endObject()
  }

  /// Takes a line of the host; returns what is to be written.
  public mutating func take(_ line: String) throws(Refusal) -> [UInt8] {
    let source = SourceText(name: "<stdin>", line)
    let root: DataNode
    do throws(Diagnostic) { root = try JSONParser.parse(source) } catch {
      throw Refusal(reason: "a line is not JSON: \(error.summary)")
    }
    var decoder = DataDecoder(source: source, scope: "request")
    var answer: [UInt8] = []
    switch root["type"]?.value {
    case .string("begin"):
      guard case .integer(let version)? = root["protocol"]?.value,
        ProgramDescription.protocolVersions.contains(version)
      else { throw Refusal(reason: "another version of the protocol is asked for") }
      hasBegun = true
      exporter = exporter.configured(
        further: root["options"] ?? DataNode(.null, at: root.range), decoder: &decoder)
      context = Self.context(root["context"], &decoder)
    case .string("report") where hasBegun:
      guard let node = root["report"], node.members != nil else {
        throw Refusal(reason: "a line 'report' has none")
      }
      // The host has checked it: whether its places fit its sources is not asked again.
      var reading = decoder
      if !hasFailed { export(ReportReader.read(node, decoder: &reading).report, &answer) }
    case .string("end") where hasBegun: finish(&answer)
    default: throw Refusal(reason: hasBegun ? "a line of an unknown type" : "the first line must be 'begin'")
    }
    if let mistake = decoder.diagnostics.first(where: { $0.severity == .error }) {
      throw Refusal(reason: mistake.summary)
    }
    return answer
  }

  private static func context(_ node: DataNode?, _ decoder: inout DataDecoder) -> ExportContext {
    ExportContext(
      language: decoder.string(node?["language"], what: "'language'") ?? "en",
      idSeed: decoder.string(node?["id_seed"], what: "'id_seed'") ?? "",
      toolVersion: decoder.string(node?["tool_version"], what: "'tool_version'") ?? ToolVersion.current,
      defangs: decoder.bool(node?["defang"], what: "'defang'") ?? true)
  }

  private mutating func export(_ report: Report, _ answer: inout [UInt8]) {
    var output = OutputSet()
    do throws(Diagnostic) {
      try exporter.export(report, into: &output, context: context)
    } catch {
      output.report(error)
      hasFailed = true
    }
    send(output, &answer)
  }

  private mutating func finish(_ answer: inout [UInt8]) {
    var output = OutputSet()
    do throws(Diagnostic) {
      if !hasFailed { try exporter.finish(into: &output, context: context) }
    } catch {
      output.report(error)
    }
    send(output, &answer)
    // The main file is there even where nothing is in it.
    for name in open.isEmpty ? [""] : open {
      send([], of: name, hasMore: false, &answer)
    }
    Self.line("done", &answer) { _ in }
    isDone = true
  }

  private mutating func send(_ output: OutputSet, _ answer: inout [UInt8]) {
    for file in output.files {
      if !open.contains(file.name) { open.append(file.name) }
      send(file.bytes, of: file.name, hasMore: true, &answer)
    }
    for loss in output.losses {
      Self.line("loss", &answer) { json in
        if let subject = loss.subject {
          json.key("subject")
          json.string(subject)
        }
        json.key("what")
        json.string(loss.what)
        json.key("why")
        json.string(loss.why)
      }
    }
    for diagnostic in output.diagnostics {
      Self.line("diagnostic", &answer) { json in
        json.key("severity")
        json.string(diagnostic.severity.rawValue)
        json.key("summary")
        json.string(diagnostic.summary)
        json.key("notes")
        json.strings(diagnostic.notes)
        if let help = diagnostic.help {
          json.key("help")
          json.string(help)
        }
      }
    }
  }

  private func send(_ bytes: [UInt8], of name: String, hasMore: Bool, _ answer: inout [UInt8]) {
    Self.line("file", &answer) { json in
      json.key("name")
      json.string(name)
      if let text = String(validating: bytes, as: UTF8.self) {
        json.key("text")
        json.string(text)
      } else {
        json.key("base64")
        json.string(DossierModel.Base64.encode(bytes))
      }
      if hasMore {
        json.key("more")
        json.bool(true)
      }
    }
  }

  private static func line(_ type: String, _ answer: inout [UInt8], _ write: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    json.beginObject()
    json.key("type")
    json.string(type)
    write(&json)
    json.endObject()
    json.newline()
    answer += json.bytes
  }
}
