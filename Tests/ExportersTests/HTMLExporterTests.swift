import DossierModel
import DossierPluginKit
import DossierTesting
import Foundation
import HTMLExporter
import Testing

@Suite("HTML exporter")
struct HTMLExporterTests {
  static func page(_ reports: [Report], language: String) -> [UInt8] {
    ExporterRun(HTMLExporter(), reports, context: ExportContext(language: language, toolVersion: "test"))
      .files[""] ?? []
  }

  @Test("A browser opens every page without complaint, and finds nothing of the article's in its structure")
  func browser() throws {
    var files: [(name: String, bytes: [UInt8])] = []
    for sample in SampleReports.shared {
      files.append(("\(sample.name).html", Self.page([sample.report], language: "fr")))
    }
    files.append(("several.html", Self.page(SampleReports.shared.map(\.report), language: "en")))
    if case .objects(let what) = try PythonJudge.run("page", on: files) { Issue.record("\(what)") }
  }

  @Test("Evidence and claims lead to each other")
  func links() throws {
    let report = SampleReports.everything.report
    let page = String(decoding: Self.page([report], language: "en"), as: UTF8.self)
    for number in report.claims.indices {
      #expect(page.contains("id=\"claim-\(number + 1)\""))
      #expect(page.contains("href=\"#claim-\(number + 1)\""))
    }
    let passages = Set(report.claims.flatMap(\.evidence).map { [$0.start, $0.end, $0.source.hashValue] })
    for number in 1...passages.count {
      #expect(page.contains("<li class=\"passage\" id=\"passage-\(number)\">"))
      #expect(page.contains("href=\"#passage-\(number)\""))
    }
    #expect(!page.contains("id=\"passage-\(passages.count + 1)\""))
  }

  @Test("Speaker, cue and content are marked where the claim has them")
  func marks() throws {
    var report = SampleReports.attributions.report
    report.claims[0].evidence = [
      Evidence(
        source: "s1", start: 10, end: 22, exact: "é says <that>", speaker: [Span(10, 11)],
        cue: [Span(12, 16)],
        content: [Span(17, 23)])
    ]
    let page = String(decoding: Self.page([report], language: "en"), as: UTF8.self)
    #expect(
      page.contains(
        "<span class=\"speaker\">é</span> <span class=\"cue\">says</span> <span class=\"content\">&lt;that&gt;</span>"
      ))
  }
}
