import DossierPluginKit
import DossierTesting
import DossierText
import NavigatorExporter
import Testing

@Suite("Navigator exporter")
struct NavigatorExporterTests {
  @Test("Every layer keeps the rules of format 4.5")
  func judged() throws {
    let samples = SampleReports.shared + (0..<100).map { SampleReports.generated(seed: UInt64($0)) }
    var files = samples.map { sample in
      (name: "\(sample.name).json", bytes: ExporterRun(NavigatorExporter(), [sample.report]).files[""] ?? [])
    }
    let together = ExporterRun(NavigatorExporter(), samples.map(\.report))
    files.append(("together.json", together.files[""] ?? []))
    if case .objects(let what) = try PythonJudge.run("navigator", on: files) { Issue.record("\(what)") }
  }

  @Test("Reports of one file share a layer, whose scores add up")
  func together() {
    let text = ExporterRun(
      NavigatorExporter(), [SampleReports.everything.report, SampleReports.everything.report]
    ).text
    #expect(text.contains("\"score\": 2"))
    #expect(text.split(separator: "\"techniqueID\"").count == 2)
  }

  @Test("A version that is none is refused")
  func version() throws {
    var decoder = DataDecoder(source: SourceText(name: "o", ""), scope: "options")
    let place = TextRange(0, 0)
    let member = DataNode.Member(
      key: "attack_version", keyRange: place, value: DataNode(.string("new"), at: place))
    _ = NavigatorExporter.configured(by: DataNode(.object([member]), at: place), decoder: &decoder)
    #expect(decoder.diagnostics.map(\.summary) == ["'attack_version' must be a version such as 18"])
  }
}
