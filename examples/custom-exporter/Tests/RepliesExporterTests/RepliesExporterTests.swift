import DossierModel
import DossierPluginKit
import DossierTesting
import Testing

@testable import RepliesExporter

@Suite("RepliesExporter")
struct RepliesExporterTests {
  @Test("it keeps the contract of exporters")
  func conformance() {
    ExporterConformance.check(RepliesExporter.self)
  }

  /// Northland accuses Southland and Eastland; Southland denies.
  private static let report: Report = {
    var report = SampleReports.empty.report
    report.entities = [
      Entity(id: "e1", kind: .state, name: "Northland"), Entity(id: "e2", kind: .state, name: "Southland"),
      Entity(id: "e3", kind: .state, name: "Eastland"),
    ]
    report.claims = [
      Claim(id: "c1", act: .accuse, speakers: ["e1"], about: ["e2", "e3"]),
      Claim(id: "c2", act: .deny, polarity: .deny, speakers: ["e2"], about: ["e2"], answers: ["c1"]),
      Claim(id: "c3", act: .state, speakers: ["e1"]),
      Claim(id: "c4", act: .warn, speakers: ["e2"], about: ["e1"]),
    ]
    return report
  }()

  @Test("each party that is spoken of is listed, with its answer")
  func answers() {
    let run = ExporterRun(RepliesExporter(), [Self.report])
    #expect(
      run.text == """
        Northland: no answer
        - c4 warn: Southland
        Southland: contested (c2)
        - c1 accuse: Northland
        - c2 deny: Southland → c1
        Eastland: contested (c2)
        - c1 accuse: Northland

        """)
    #expect(run.losses.contains { $0.subject == "c3" && $0.what == "claims" })
  }

  @Test("options and the language of generated words count")
  func options() {
    var exporter = RepliesExporter()
    exporter.onlyUnanswered = true
    exporter.bullet = "*"
    let run = ExporterRun(exporter, [Self.report], context: ExportContext(language: "fr", toolVersion: "0"))
    #expect(run.text == "Northland: sans réponse\n* c4 warn: Southland\n")
  }
}
