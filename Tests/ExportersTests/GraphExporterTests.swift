import DossierModel
import DossierPluginKit
import DossierTesting
import DossierText
import GraphExporter
import Testing

@Suite("Graph exporter")
struct GraphExporterTests {
  static func graph(_ reports: [Report], form: String) throws -> [UInt8] {
    let source = SourceText(name: "options", "{\"form\": \"\(form)\"}")
    var decoder = DataDecoder(source: source, scope: "options")
    let exporter = GraphExporter.configured(by: try JSONParser.parse(source), decoder: &decoder)
    #expect(decoder.diagnostics.isEmpty)
    return ExporterRun(exporter, reports).files[""] ?? []
  }

  @Test("networkx and Graphviz read the nodes that the report has", arguments: ["graphml", "dot"])
  func judges(form: String) throws {
    var files: [(name: String, bytes: [UInt8])] = []
    for sample in SampleReports.shared + (0..<10).map({ SampleReports.generated(seed: 900 + $0) }) {
      files.append(("\(files.count).\(form)", try Self.graph([sample.report], form: form)))
      files.append(("\(files.count).json", sample.report.json()))
    }
    if case .objects(let what) = try PythonJudge.run("graph", on: files) { Issue.record("\(what)") }
  }

  @Test("Every line of a Mermaid chart has one of our forms, whatever the article says")
  func mermaid() throws {
    let node = #/ {4}r\d+n\d+(\[|\(|\{\{|\[\[|>)"[^"`<>&]+"(\]|\)|\}\}|\]\])(:::\w+)?/#
    let edge = #/ {4}r\d+n\d+ (-->|-\.->)\|"[^"`<>&]+"\| r\d+n\d+/#
    let frame = #/flowchart LR| {2}classDef .*| {2}subgraph r\d+ \["[^"`<>&]+"\]| {2}end/#
    let text = String(
      decoding: try Self.graph(SampleReports.shared.map(\.report), form: "mermaid"), as: UTF8.self)
    for line in text.split(separator: "\n") {
      let isOurs =
        line.wholeMatch(of: node) != nil || line.wholeMatch(of: edge) != nil
        || line.wholeMatch(of: frame) != nil
      #expect(isOurs, "\(line)")
    }
  }

  @Test("Losses of each form are paths of the report, each once", arguments: ["graphml", "dot", "mermaid"])
  func losses(form: String) throws {
    let source = SourceText(name: "options", "{\"form\": \"\(form)\"}")
    var decoder = DataDecoder(source: source, scope: "options")
    let exporter = GraphExporter.configured(by: try JSONParser.parse(source), decoder: &decoder)
    for sample in [SampleReports.everything, SampleReports.attributions] {
      #expect(LossAudit.breaches(of: exporter, on: sample.report) == [])
    }
  }
}
