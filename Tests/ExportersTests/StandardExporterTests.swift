import DossierPluginKit
import DossierTesting
import DossierText
import DossierYAML
import Foundation
import StandardExporters
import Testing

/// An exporter as a test's argument.
struct StandardExporter: Sendable, CustomTestStringConvertible {
  let type: any Exporter.Type
  var testDescription: String { type.manifest.name }

  /// Its folder under `Plugins`: the module's name without `Exporter`.
  var folder: URL {
    let module = String(reflecting: type).split(separator: ".")[0]
    return PythonJudge.root.appending(path: "Plugins/\(module.dropLast("Exporter".count))")
  }
}

/// One golden case of an exporter.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let exporter: StandardExporter
  let name: String
  var testDescription: String { "\(exporter.testDescription) \(name)" }
}

@Suite("Standard exporters")
struct StandardExporterTests {
  static let all = StandardExporters.all.map { StandardExporter(type: $0) }
  static let cases = all.flatMap { exporter in
    golden(exporter).cases.map { GoldenCase(exporter: exporter, name: $0) }
  }

  static func golden(_ exporter: StandardExporter) -> GoldenFiles {
    GoldenFiles(folder: exporter.folder) { source throws(Diagnostic) in try YAMLParser.parse(source) }
  }

  @Test("The list is alphabetical and without a double")
  func list() {
    let names = Self.all.map(\.testDescription)
    #expect(names == names.sorted())
    #expect(Set(names).count == names.count)
  }

  @Test("Each conforms to the contract, and declares its losses", arguments: all)
  func conforms(_ exporter: StandardExporter) {
    ExporterConformance.check(exporter.type)
  }

  @Test("Each writes what is kept of it", arguments: cases)
  func goldens(_ golden: GoldenCase) throws {
    try Self.golden(golden.exporter).check(golden.exporter.type, case: golden.name)
  }

  @Test("Each README has the table of the options", arguments: all)
  func readme(_ exporter: StandardExporter) throws {
    try ReadmeTable.check(exporter.type, readme: exporter.folder.appending(path: "README.md"))
  }

  @Test("Generated reports never fail, and give the same bytes twice", arguments: all)
  func generated(_ exporter: StandardExporter) {
    let reports = (0..<40).map { SampleReports.generated(seed: 1000 + $0).report }
    func check<E: Exporter>(_ type: E.Type) {
      let first = ExporterRun(E(), reports)
      #expect(first.failure == nil)
      #expect(ExporterRun(E(), reports).files == first.files)
    }
    check(exporter.type)
  }
}
