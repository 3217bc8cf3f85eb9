import DossierModel
import DossierPluginKit
import DossierTesting
import DossierText
import Foundation
import JSONExporter
import Testing

@Suite("JSON exporter")
struct JSONExporterTests {
  static func json(_ reports: [Report], form: String) throws -> [UInt8] {
    let source = SourceText(name: "options", "{\"form\": \"\(form)\"}")
    var decoder = DataDecoder(source: source, scope: "options")
    var exporter = JSONExporter.configured(by: try JSONParser.parse(source), decoder: &decoder)
    #expect(decoder.diagnostics.isEmpty)
    var output = OutputSet()
    let context = ExportContext(toolVersion: "test")
    for report in reports { try exporter.export(report, into: &output, context: context) }
    try exporter.finish(into: &output, context: context)
    return output.files.flatMap(\.bytes)
  }

  @Test("One report comes back the same", arguments: ["pretty", "compact", "lines"])
  func roundTrip(form: String) throws {
    for sample in SampleReports.shared {
      let bytes = try Self.json([sample.report], form: form)
      let source = SourceText(name: "report.json", bytes: bytes)
      var decoder = DataDecoder(source: source, scope: "report")
      let read = ReportReader.read(try JSONParser.parse(source), decoder: &decoder)
      #expect(read.report == sample.report)
      #expect(try Self.json([read.report], form: form) == bytes)
      #expect(form == "pretty" || bytes.count { $0 == 0x0A } == 1)
    }
  }

  @Test("Several reports are one list, or one line each")
  func several() throws {
    let reports = [
      SampleReports.attributions.report, SampleReports.empty.report, SampleReports.everything.report,
    ]
    for form in ["pretty", "compact"] {
      let list =
        try JSONSerialization.jsonObject(with: Data(try Self.json(reports, form: form))) as? [[String: Any]]
      #expect(list?.compactMap { $0["id"] as? String } == reports.map(\.id))
    }
    let lines = try Self.json(reports, form: "lines").split(separator: 0x0A)
    #expect(lines.count == 3)
    for (line, report) in zip(lines, reports) {
      let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
      #expect(object?["id"] as? String == report.id)
    }
  }

  @Test("No report at all is an empty file")
  func none() throws {
    #expect(try Self.json([], form: "pretty").isEmpty)
  }
}
