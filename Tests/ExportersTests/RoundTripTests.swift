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
}
