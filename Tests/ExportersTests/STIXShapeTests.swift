import DossierModel
import DossierTesting
import DossierText
import Foundation
import STIXExporter
import Testing

/// What the profile for OpenCTI promises, and names in other languages, over shared and generated reports.
@Suite("Shapes of STIX bundles")
struct STIXShapeTests {
  private static let reports =
    SampleReports.shared.map(\.report) + (0..<40).map { SampleReports.generated(seed: $0).report }

  private static func objects(of report: Report, _ profile: STIXExporter.Profile) throws -> [[String: Any]] {
    var exporter = STIXExporter()
    exporter.profile = profile
    let bytes = ExporterRun(exporter, [report]).files[""] ?? []
    let bundle = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    return try #require(bundle?["objects"] as? [[String: Any]])
  }

  private static func text(_ object: [String: Any], _ key: String) -> String { object[key] as? String ?? "" }

  @Test("OpenCTI gets one edge for a pair, by the producer and without a number, and a note by each claimant")
  func oneEdge() throws {
    var edges = 0
    for report in Self.reports {
      let objects = try Self.objects(of: report, .opencti)
      let producer = Self.text(objects.first { Self.text($0, "type") == "report" } ?? [:], "created_by_ref")
      var seen: Set<[String]> = []
      for edge in objects where Self.text(edge, "type") == "relationship" {
        edges += 1
        let ends = ["relationship_type", "source_ref", "target_ref"].map { Self.text(edge, $0) }
        #expect(seen.insert(ends).inserted, "\(report.id): \(ends)")
        #expect(Self.text(edge, "created_by_ref") == producer)
        #expect(edge["confidence"] == nil)
      }
      let notes = objects.filter { Self.text($0, "type") == "note" }
      #expect(notes.count == report.claims.count)
      for (claim, note) in zip(report.claims, notes) where !claim.speakers.isEmpty {
        #expect(Self.text(note, "created_by_ref") != producer)
      }
    }
    #expect(edges > 100)
  }

  @Test(
    "attributions end at an actor or who stands behind it, never at a place",
    arguments: STIXExporter.Profile.allCases)
  func attributions(_ profile: STIXExporter.Profile) throws {
    let allowed: Set<String> = [
      "campaign intrusion-set", "campaign threat-actor", "intrusion-set threat-actor",
      "threat-actor identity",
    ]
    var found: Set<String> = []
    for report in Self.reports {
      for edge in try Self.objects(of: report, profile)
      where Self.text(edge, "relationship_type") == "attributed-to" {
        let ends = ["source_ref", "target_ref"].map { Self.text(edge, $0).components(separatedBy: "--")[0] }
        found.insert(ends.joined(separator: " "))
      }
    }
    #expect(found.isSubset(of: allowed), "\(found.subtracting(allowed))")
    #expect(found.count >= 3)
  }

  @Test("names in other languages are language content of the object that has the name")
  func languages() throws {
    var contents = 0
    for report in Self.reports {
      let objects = try Self.objects(of: report, .strict)
      let byID = Dictionary(objects.map { (Self.text($0, "id"), $0) }) { first, _ in first }
      let written = objects.filter { Self.text($0, "type") == "language-content" }
      #expect(written.count == report.entities.count { $0.names.keys.contains { $0.utf8.count <= 3 } })
      for content in written {
        contents += 1
        let object = try #require(byID[Self.text(content, "object_ref")])
        #expect(Self.text(content, "object_modified") == Self.text(object, "modified"))
        let facts = (object["extensions"] as? [String: [String: Any]])?.values.first ?? [:]
        let entity = try #require(report.entities.first { $0.id == Self.text(facts, "part") })
        let given = content["contents"] as? [String: [String: String]] ?? [:]
        #expect(Set(given.keys) == Set(entity.names.keys.filter { $0.utf8.count <= 3 }))
        #expect(given.allSatisfy { Array($1.keys) == ["name"] })
      }
    }
    #expect(contents > 20)
  }

  @Test("the published schema of the extension knows each of its properties")
  func schema() throws {
    let file = PythonJudge.root.appending(path: "examples/stix/dossier-extension.schema.json")
    let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let known = Set(try #require(schema?["properties"] as? [String: Any]).keys)
    var used: Set<String> = []
    for report in Self.reports {
      for object in try Self.objects(of: report, .strict) {
        let extensions = object["extensions"] as? [String: [String: Any]] ?? [:]
        used.formUnion((extensions[schema?["title"] as? String ?? ""] ?? [:]).keys)
      }
    }
    #expect(used.isSubset(of: known), "\(used.subtracting(known))")
    #expect(used.count > 30)
  }
}
