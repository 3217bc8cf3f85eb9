import DossierModel
import DossierPluginKit
import DossierTesting
import DossierText
import DossierYAML
import Testing
import YAMLExporter

@Suite("YAML exporter")
struct YAMLExporterTests {
  /// Strings that YAML readers take for something else, or stumble over.
  static let traps: [String] = [
    "", " ", "no", "No", "NO", "nO", "yes", "on", "off", "y", "n", "Y", "N", "true", "True", "FALSE", "null",
    "Null",
    "~", "<<", "=", "1", "-1", "+1", "01", "0o7", "0x1F", "0b1", "1e3", "1E3", "1.5", ".5", "1_000", ".inf",
    "-.Inf",
    ".nan", "12:30", "12:30:45", "190:20:30", "2021-07-20", "2021-07-20T00:00:00Z", "e3", "inf", "nan", "-",
    "- a",
    "-a", "?", "? a", ":", ": a", "a:", "a: b", "a:b", "a #b", "a#b", "#a", "%TAG", "@a", "`a`", "!a",
    "!!str a", "&a",
    "*a", "|", ">", "|-", "'", "\"", "'a'", "\"a\"", "\\", "a\\n", "[", "]", "{", "}", "[a]", "{a: b}", "a,b",
    "a, b",
    "---", "...", "--- a", " a", "a ", "\ta", "a\t", "a\tb", "\n", "\n\n", "a\n", "a\n\n", "\na", "a\nb",
    "a\n b",
    " a\nb", "a \nb", "a\n\nb", "a\n\n\nb\n", "a\n# b", "a: b\n- c", "a\r\nb", "\r", "a\u{85}b", "a\u{2028}b",
    "a\u{2029}b", "\u{0}", "a\u{0}b", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{80}", "\u{9F}", "\u{A0}",
    "\u{A0}a",
    "\u{FEFF}", "a\u{FEFF}b", "\u{FFFE}", "\u{FFFF}", "\u{202E}abc", "\u{61C}", "\u{2066}a\u{2069}", "é",
    "École",
    "Pékin", "中国", "😀", "\u{10FFFF}", "« Non »", "’", "l’État", "\u{301}a", "https://a.example/b?c=d#e",
    String(repeating: "x", count: 3000), "a: " + String(repeating: "y", count: 2000), "a\n---\nb",
    "a\n...\nb",
  ]

  @Test("Readers of YAML 1.1 and 1.2 read strings as the strings they are")
  func trapsAreStrings() throws {
    var yaml = YAMLWriter()
    var json = JSONWriter()
    yaml.beginDocument()
    Self.writeTraps(to: &yaml)
    Self.writeTraps(to: &json)
    yaml.endDocument()
    let verdict = try PythonJudge.run(
      "yaml", on: [("traps.yaml", yaml.bytes), ("traps.json", json.bytes)])
    if case .objects(let what) = verdict { Issue.record("\(what)") }
  }

  @Test("Any tree of values is read as JSON reads it", arguments: 1...4)
  func randomTrees(seed: UInt64) throws {
    var files: [(name: String, bytes: [UInt8])] = []
    for number in 0..<60 {
      let seed = seed &* 1000 &+ UInt64(number)
      var yaml = YAMLWriter()
      var json = JSONWriter()
      var generator = TreeGenerator(seed: seed)
      yaml.beginDocument()
      generator.write(to: &yaml, depth: 0)
      yaml.endDocument()
      generator = TreeGenerator(seed: seed)
      generator.write(to: &json, depth: 0)
      files.append(("\(number).yaml", yaml.bytes))
      files.append(("\(number).json", json.bytes))
    }
    if case .objects(let what) = try PythonJudge.run("yaml", on: files) { Issue.record("\(what)") }
  }

  @Test("A report as YAML is the report as JSON, and comes back the same")
  func reports() throws {
    var files: [(name: String, bytes: [UInt8])] = []
    for sample in SampleReports.shared + (0..<20).map({ SampleReports.generated(seed: 700 + $0) }) {
      let yaml = try Self.yaml(sample.report)
      files.append(("\(files.count).yaml", yaml))
      files.append(("\(files.count).json", sample.report.json()))
      let source = SourceText(name: "report.yaml", bytes: yaml)
      var decoder = DataDecoder(source: source, scope: "report")
      let read = ReportReader.read(try YAMLParser.parse(source), decoder: &decoder)
      #expect(decoder.diagnostics.isEmpty)
      #expect(read.report == sample.report)
      #expect(try Self.yaml(read.report) == yaml)
    }
    if case .objects(let what) = try PythonJudge.run("yaml", on: files) { Issue.record("\(what)") }
  }

  private static func yaml(_ report: Report) throws -> [UInt8] {
    var exporter = YAMLExporter()
    var output = OutputSet()
    try exporter.export(report, into: &output, context: ExportContext(toolVersion: "test"))
    return output.files.flatMap(\.bytes)
  }

  /// The traps as keys, as values, as elements of a list, and beside mappings in a list.
  private static func writeTraps(to sink: inout some TreeSink) {
    sink.beginObject()
    sink.key("keys")
    sink.beginObject()
    for trap in traps {
      sink.key(trap)
      sink.string(trap)
    }
    sink.endObject()
    sink.key("list")
    sink.strings(traps)
    sink.key("blocks")
    sink.beginArray()
    for trap in traps {
      sink.beginObject()
      sink.key("nested")
      sink.beginArray()
      sink.strings([trap])
      sink.string(trap)
      sink.endArray()
      sink.key("value")
      sink.string(trap)
      sink.endObject()
    }
    sink.endArray()
    sink.endObject()
  }
}

/// Makes trees of every kind of value; the same seed makes the same tree.
struct TreeGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 11) % bound
  }

  private mutating func text() -> String {
    if next(below: 3) == 0 { return YAMLExporterTests.traps[next(below: YAMLExporterTests.traps.count)] }
    let alphabet = Array("ab01 \n\t:#-?[]{},&*!|>'\"%@`~\\é’\u{85}\u{A0}\u{2028}.=<")
    return String((0..<next(below: 12)).map { _ in alphabet[next(below: alphabet.count)] })
  }

  mutating func write(to sink: inout some TreeSink, depth: Int) {
    switch next(below: depth > 4 ? 6 : 9) {
    case 0: sink.null()
    case 1: sink.bool(next(below: 2) == 0)
    case 2: sink.integer([0, -1, 7, 4197, .max, .min][next(below: 6)])
    case 3: sink.number([0.5, -1.25, 1e20, 2.5e-300, 1.7e308, 100_000][next(below: 6)])
    case 4, 5: sink.string(text())
    case 6:
      sink.beginArray()
      for _ in 0..<next(below: 6) { write(to: &sink, depth: depth + 1) }
      sink.endArray()
    default:
      sink.beginObject()
      var seen: Set<String> = []
      for _ in 0..<next(below: 6) {
        let key = text()
        guard seen.insert(key).inserted else { continue }
        sink.key(key)
        write(to: &sink, depth: depth + 1)
      }
      sink.endObject()
    }
  }
}
