import DossierModel
import DossierPluginKit
import DossierTesting
import DossierText
import Foundation
import MISPExporter
import STIXExporter
import Testing

@Suite("MISP exporter")
struct MISPExporterTests {
  static let samples = SampleReports.shared + (0..<20).map { SampleReports.generated(seed: 500 + $0) }

  @Test("PyMISP takes every event, and objects keep their templates")
  func judged() throws {
    var files: [(name: String, bytes: [UInt8])] = []
    for sample in Self.samples {
      files.append(("\(sample.name).json", ExporterRun(MISPExporter(), [sample.report]).files[""] ?? []))
    }
    var french = MISPExporter()
    french.indent = 0
    let context = ExportContext(language: "fr", idSeed: "seed", toolVersion: "0.0.0")
    let together = ExporterRun(french, Self.samples.map(\.report), context: context)
    files.append(("together.json", together.files[""] ?? []))
    files.append(("none.json", ExporterRun(MISPExporter(), []).files[""] ?? []))
    if case .objects(let what) = try PythonJudge.run("misp", on: files) { Issue.record("\(what)") }
  }

  @Test("misp-stix converts events to STIX 2.1 and bundles to MISP, and loses what the README says")
  func converted() throws {
    var files: [(name: String, bytes: [UInt8])] = []
    for sample in [SampleReports.everything, SampleReports.attributions] {
      files.append(("\(sample.name).misp.json", ExporterRun(MISPExporter(), [sample.report]).files[""] ?? []))
      files.append(("\(sample.name).stix.json", ExporterRun(STIXExporter(), [sample.report]).files[""] ?? []))
    }
    if case .objects(let what) = try PythonJudge.run("misp_stix", on: files) { Issue.record("\(what)") }
  }

  @Test("A claim of acts by those whom a state backs, hosts or employs never names the state itself")
  func neverPromoted() throws {
    let text = ExporterRun(MISPExporter(), [SampleReports.attributions.report]).text
    let event = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [String: Any]])
    let objects = try #require(event["Event"]?["Object"] as? [[String: Any]])
    var names: [String: String] = [:]
    for object in objects {
      let values = object["Attribute"] as? [[String: Any]] ?? []
      names["\(object["uuid"] ?? "")"] =
        values.first { $0["object_relation"] as? String == "name" }?["value"] as? String
    }
    var blamed: [String: [String]] = [:]
    for object in objects where object["name"] as? String == "dossier-claim" {
      let references = object["ObjectReference"] as? [[String: Any]] ?? []
      let targets = references.filter { $0["relationship_type"] as? String == "attributed-to" }
      blamed["\(object["comment"] ?? "")"] = targets.map { names["\($0["referenced_uuid"] ?? "")"] ?? "?" }
    }
    #expect(blamed["c1: assess"] == [], "state-backed actors are not the state")
    #expect(blamed["c2: attribute"] == ["Ministry of State Security"])
    #expect(blamed["c4: attribute"] == [], "activity from a territory is not the state's")
    #expect(blamed["c6: deny"] == [], "a denial attributes nothing")
  }

  @Test("A denial is an opinion of 0 on each claim that it answers, backing one of 75")
  func opinions() throws {
    let text = ExporterRun(MISPExporter(), [SampleReports.attributions.report]).text
    let lines = text.split(separator: "\n").map { $0.trimmingPrefix(while: \.isWhitespace) }
    #expect(lines.count { $0 == "\"opinion\": \"0\"," } == 3)
    #expect(lines.count { $0 == "\"opinion\": \"75\"," } == 2)
  }

  @Test("Several reports are one list of events; the same report is the same event in it")
  func together() throws {
    let reports = [SampleReports.everything.report, SampleReports.attributions.report]
    let alone = ExporterRun(MISPExporter(), [reports[1]]).text
    let text = ExporterRun(MISPExporter(), reports).text
    #expect(text.hasPrefix("{\"response\":["))
    #expect(text.contains(alone.dropLast()))
  }

  @Test("The published templates are those that the exporter uses")
  func templates() throws {
    for (name, json) in TemplateDefinitions.all {
      let file = PythonJudge.root.appending(path: "examples/misp/objects/\(name)/definition.json")
      let kept = try? Data(contentsOf: file)
      if kept == Data(json) { continue }
      if kept == nil || ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1" {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(json).write(to: file)
        Issue.record("examples/misp/objects/\(name)/definition.json was recorded: look at it and commit it")
      } else {
        Issue.record(
          "examples/misp/objects/\(name)/definition.json is not current: DOSSIER_RECORD=1 records it")
      }
    }
  }
}
