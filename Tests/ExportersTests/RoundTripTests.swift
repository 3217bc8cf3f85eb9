import DossierModel
import DossierPluginKit
import DossierReading
import DossierTesting
import DossierText
import StandardExporters
import Testing

/// What is written without loss is read back, and gives the same report and the same bytes.
@Suite("Formats without loss are read back")
struct RoundTripTests {
  static let options: [(exporter: String, options: String)] = [
    ("yaml", "{}"), ("json", "{}"), ("json", #"{"form": "compact"}"#), ("json", #"{"form": "lines"}"#),
    ("stix", "{}"), ("stix", #"{"profile": "opencti"}"#),
    ("stix", #"{"sightings": true, "indent": 0, "confidence": "never", "indicators": false}"#),
  ]

  private static func exporter(_ place: Int) throws -> any Exporter {
    let (name, options) = options[place]
    let source = SourceText(name: "options", options)
    var decoder = DataDecoder(source: source, scope: "options")
    let type = try #require(StandardExporters.all.first { $0.manifest.name == name })
    let exporter = type.configured(by: try JSONParser.parse(source), decoder: &decoder)
    #expect(decoder.diagnostics.isEmpty)
    return exporter
  }

  static let reports =
    SampleReports.shared.map(\.report) + (0..<60).map { SampleReports.generated(seed: $0).report }

  @Test("each report alone", arguments: options.indices)
  func alone(_ place: Int) throws {
    let exporter = try Self.exporter(place)
    for report in Self.reports { try check([report], exporter) }
  }

  @Test("several reports in one file", arguments: options.indices)
  func together(_ place: Int) throws {
    let exporter = try Self.exporter(place)
    for start in stride(from: 0, to: Self.reports.count - 5, by: 5) {
      try check(Array(Self.reports[start..<(start + 5)]), exporter)
    }
  }

  private func check(_ reports: [Report], _ exporter: some Exporter) throws {
    let run = ExporterRun(exporter, reports)
    #expect(run.losses.isEmpty)
    let bytes = run.files[""] ?? []
    let result = try ArticleReader.read(Input(name: "written", bytes: bytes))
    #expect(result.diagnostics.isEmpty)
    let claims = try #require(result.claims)
    var read: [Report] = []
    for root in claims.roots {
      var decoder = DataDecoder(source: claims.source, scope: "report")
      let input = ReportReader.read(root, decoder: &decoder)
      #expect(decoder.diagnostics.isEmpty)
      #expect(input.form == .report)
      read.append(input.report)
    }
    #expect(read == reports)
    #expect(ExporterRun(exporter, read).files[""] == bytes)
  }

  @Test("a damaged bundle is refused, or gives all of its claims, whatever stands in place of a value")
  func damaged() throws {
    let sample = try #require(SampleReports.shared.first { $0.name == "attributions" })
    let bytes = ExporterRun(try Self.exporter(4), [sample.report]).files[""] ?? []
    let root = try JSONParser.parse(SourceText(name: "bundle", bytes: bytes))
    var count = 0
    _ = Self.replaced(root, &count, at: -1, by: root)
    let wrong: [DataNode.Value] = [
      .null, .integer(-1), .integer(.max), .string("x"), .string(""), .array([]), .object([]), .bool(true),
      .number(0.5),
    ]
    var refused = 0
    var same = 0
    for place in stride(from: 1, to: count, by: 3) {
      var number = 0
      let value = DataNode(wrong[place / 3 % wrong.count], at: root.range)
      var writer = JSONWriter()
      Self.write(Self.replaced(root, &number, at: place, by: value), to: &writer)
      let input = Input(name: "bundle", bytes: writer.bytes)
      guard let result = try? ArticleReader.read(input, as: .stix), let claims = result.claims else {
        refused += 1
        continue
      }
      var decoder = DataDecoder(source: claims.source, scope: "report")
      let reports = claims.roots.map { ReportReader.read($0, decoder: &decoder).report }
      if decoder.hasErrors { refused += 1 } else if reports == [sample.report] { same += 1 }
      // What is read is never less than was written, but for words.
      if !decoder.hasErrors {
        #expect(reports.map(\.claims.count) == [sample.report.claims.count], "place \(place)")
        #expect(reports.map(\.relations.count) == [sample.report.relations.count], "place \(place)")
      }
    }
    #expect(same > 20 && refused > 20, "\(same) the same, \(refused) refused")
  }

  /// The tree with another value at the place of that number, in the order of the text.
  private static func replaced(_ node: DataNode, _ number: inout Int, at place: Int, by other: DataNode)
    -> DataNode
  {
    number += 1
    if number - 1 == place { return other }
    switch node.value {
    case .array(let elements):
      return DataNode(.array(elements.map { replaced($0, &number, at: place, by: other) }), at: node.range)
    case .object(let members):
      let members = members.map { member in
        DataNode.Member(
          key: member.key, keyRange: member.keyRange,
          value: replaced(member.value, &number, at: place, by: other))
      }
      return DataNode(.object(members), at: node.range)
    default: return node
    }
  }

  private static func write(_ node: DataNode, to writer: inout JSONWriter) {
    switch node.value {
    case .null: writer.null()
    case .bool(let flag): writer.bool(flag)
    case .integer(let number): writer.integer(number)
    case .number(let number): writer.number(number)
    case .string(let text): writer.string(text)
    case .array(let elements):
      writer.beginArray()
      for element in elements { write(element, to: &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for member in members {
        writer.key(member.key)
        write(member.value, to: &writer)
      }
      writer.endObject()
    }
  }
}
