import DossierModel
import DossierPluginKit
import DossierTesting
import DossierText
import MarkdownExporter
import Testing

@Suite("Markdown exporter")
struct MarkdownExporterTests {
  static func briefing(_ report: Report, language: String) throws -> String {
    var exporter = MarkdownExporter()
    var output = OutputSet()
    try exporter.export(
      report, into: &output, context: ExportContext(language: language, toolVersion: "test"))
    return output.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
  }

  @Test(
    "GitHub's own parser finds the structure that we wrote, and nothing of the article's",
    arguments: ["en", "fr"])
  func structure(language: String) throws {
    var files: [(name: String, bytes: [UInt8])] = []
    for sample in SampleReports.shared + (0..<20).map({ SampleReports.generated(seed: 500 + $0) }) {
      files.append(("\(files.count).md", Array(try Self.briefing(sample.report, language: language).utf8)))
    }
    if case .objects(let what) = try PythonJudge.run("markdown", on: files) { Issue.record("\(what)") }
  }

  @Test("Every judgement and every claim carries its reference", arguments: ["en", "fr"])
  func references(language: String) throws {
    for sample in [SampleReports.attributions, SampleReports.everything] {
      let briefing = try Self.briefing(sample.report, language: language)
      for claim in sample.report.claims {
        #expect(briefing.contains("[\(claim.id)]"), "\(claim.id)")
        #expect(briefing.contains("#### \(claim.id)\n"), "\(claim.id)")
      }
      for line in briefing.split(separator: "\n") where line.first?.isNumber == true {
        #expect(line.contains("[c"), "\(line)")
      }
    }
  }

  @Test("The banner stands at both ends", arguments: TLP.allCases)
  func banner(tlp: TLP) throws {
    var report = SampleReports.attributions.report
    report.marking.tlp = tlp
    let briefing = try Self.briefing(report, language: "en")
    let banner = "**TLP:\(tlp.rawValue.uppercased())**\n"
    #expect(briefing.hasPrefix(banner))
    #expect(briefing.hasSuffix("\n" + banner))
  }

  @Test("French names take their articles, contracted")
  func frenchArticles() throws {
    let briefing = try Self.briefing(SampleReports.attributions.report, language: "fr")
    #expect(briefing.contains("Les États-Unis attribuent une intrusion"))
    #expect(briefing.contains("au ministère de la Sécurité d’État"))
    #expect(briefing.contains("quiconque agit depuis le territoire de la Chine"))
    #expect(
      briefing.contains(
        "Le Royaume-Uni porte une appréciation sur le rôle d’acteurs présentés comme soutenus par la Chine"))
    #expect(briefing.contains("> «\u{A0}Washington attribue"))
    #expect(briefing.contains("ministère de la Sécurité d’État.\u{A0}»"))
  }

  @Test("What the article reports without a speaker is not made its own act")
  func reportedActs() throws {
    var report = SampleReports.attributions.report
    for index in report.claims.indices {
      report.claims[index].speakers = []
      report.claims[index].unresolved = []
    }
    report.claims[0].act = .sanction
    let briefing = try Self.briefing(report, language: "en")
    #expect(briefing.contains("The article reports sanctions concerning"))
    #expect(!briefing.contains("The article sanctions"))
    #expect(briefing.contains("The article reports a denial concerning China"))
  }

  @Test("A template of the user's own is filled in, escaped; a mistake in it is told with its place")
  func templates() throws {
    func configured(_ template: String) throws -> (MarkdownExporter, [Diagnostic]) {
      var json = JSONWriter()
      json.beginObject()
      json.key("template")
      json.string(template)
      json.endObject()
      let source = SourceText(name: "options", bytes: json.bytes)
      var decoder = DataDecoder(source: source, scope: "options")
      return (
        MarkdownExporter.configured(by: try JSONParser.parse(source), decoder: &decoder), decoder.diagnostics
      )
    }
    let (exporter, none) = try configured(
      "{{tlp}}\n{{#claims}}\n- {{speaker}}: {{act_name}} [{{id}}]\n{{/claims}}\n")
    #expect(none.isEmpty)
    let text = ExporterRun(exporter, [SampleReports.attributions.report]).text
    #expect(text.hasPrefix("TLP:GREEN\n- The United Kingdom: assessment [c1]\n"))
    #expect(ExporterRun(exporter, [SampleReports.hostile.report]).text.contains("\\<script\\>"))
    let (_, mistakes) = try configured("{{#claims}}\n  {{sentense}}{{/claims}}")
    #expect(mistakes.first?.summary.contains("line 2, column 3") == true)
    #expect(mistakes.first?.summary.contains("did you mean 'sentence'?") == true)
  }
}
