import CSVExporter
import DossierModel
import DossierTesting
import DossierText
import Testing

@Suite("CSV exporter")
struct CSVExporterTests {
  private func table(_ report: Report, _ change: (inout CSVExporter) -> Void = { _ in }) -> ExporterRun {
    var exporter = CSVExporter()
    change(&exporter)
    return ExporterRun(exporter, [report])
  }

  @Test("Python's csv reads back what the reports hold")
  func judged() throws {
    var files: [(name: String, bytes: [UInt8])] = []
    let samples = SampleReports.shared + (0..<60).map { SampleReports.generated(seed: UInt64($0)) }
    for sample in samples {
      for kind in [CSVExporter.Table.claims, .entities, .relations, .indicators, .events] {
        let run = table(sample.report) { $0.table = kind }
        files.append(("\(kind.rawValue)-\(sample.name).csv", run.files[""] ?? []))
        files.append(("\(kind.rawValue)-\(sample.name).json", sample.report.json()))
      }
    }
    if case .objects(let what) = try PythonJudge.run("csv", on: files) { Issue.record("\(what)") }
  }

  @Test("Every table declares its losses", arguments: CSVExporter.Table.allCases)
  func losses(_ kind: CSVExporter.Table) {
    var exporter = CSVExporter()
    exporter.table = kind
    #expect(LossAudit.breaches(of: exporter, on: SampleReports.everything.report) == [])
    exporter.columns = kind == .matrix || kind == .timeline ? [] : ["report"]
    #expect(LossAudit.breaches(of: exporter, on: SampleReports.everything.report) == [])
  }

  @Test("Columns stand in the order asked for; delimiter, joiner and byte order mark are kept")
  func options() {
    let run = table(SampleReports.attributions.report) {
      $0.columns = ["claim", "answers", "act"]
      $0.delimiter = ";"
      $0.joiner = ", "
      $0.bom = true
    }
    #expect(
      run.text
        == "\u{FEFF}claim;answers;act\r\nc1;;assess\r\nc2;;attribute\r\nc3;c1, c2;support\r\nc4;;attribute\r\nc5;;state\r\nc6;c1, c2, c4;deny\r\n"
    )
  }

  @Test("A column of another table is refused, with the nearest one")
  func wrongColumn() {
    let run = table(SampleReports.empty.report) {
      $0.table = .relations
      $0.columns = ["relation", "claim"]
    }
    #expect(run.failure?.summary == "table 'relations' has no column 'claim'")
    #expect(run.failure?.help == "did you mean 'claims'?")
  }

  @Test("Formulas are guarded, and are not when told so")
  func guarding() {
    let guarded = table(SampleReports.hostile.report) { $0.columns = ["channel"] }.text
    #expect(guarded.contains("\"'=HYPERLINK"))
    #expect(guarded.contains("\"'-2+3\""))
    let bare = table(SampleReports.hostile.report) {
      $0.columns = ["channel"]
      $0.isGuarded = false
    }.text
    #expect(bare.contains("\r\n-2+3\r\n"))
  }

  @Test("The matrix has claimants, parties and denials; several reports share it")
  func matrix() {
    var exporter = CSVExporter()
    exporter.table = .matrix
    let text = ExporterRun(exporter, [SampleReports.attributions.report, SampleReports.empty.report]).text
    #expect(
      text == """
        claimant,China,Ministry of State Security\r
        United Kingdom,assess c1,\r
        United States,,attribute c2\r
        European Union,attribute c4,\r
        Embassy of China,deny c6,\r\n
        """)
  }

  @Test("The timeline is in order of time")
  func timeline() {
    let text = table(SampleReports.everything.report) {
      $0.table = .timeline
      $0.columns = ["earliest", "what", "id"]
    }.text
    #expect(
      text
        == "earliest,what,id\r\n2024-03,source,s2\r\n2024-03-01,claim,c2\r\n2024-03-03,event,v1\r\n2024-03-08T10:00:00Z,source,s1\r\n"
    )
  }
}
