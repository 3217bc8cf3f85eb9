// swift-tools-version: 6.2
import PackageDescription

/// Settings that every Swift target shares.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableExperimentalFeature("Lifetimes"),
]

/// A library target of the core, in `Sources/NAME`.
func core(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

/// An exporter plugin, in `Plugins/FOLDER`, as the module `FOLDERExporter`.
func exporter(_ folder: String, _ more: [Target.Dependency] = []) -> Target {
  .target(
    name: "\(folder)Exporter",
    dependencies: ["DossierPluginKit", "DossierModel"] + more,
    path: "Plugins/\(folder)",
    exclude: ["README.md", "Fixtures"],
    swiftSettings: settings)
}

/// A test target, in `Tests/NAMETests`.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests",
    exclude: exclude, swiftSettings: settings)
}

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "dossier",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "dossier", targets: ["dossier"]),
    .library(name: "DossierPluginKit", targets: ["DossierPluginKit", "DossierModel"]),
    .library(name: "DossierTesting", targets: ["DossierTesting"]),
    .library(name: "DossierCLI", targets: ["DossierCLI", "StandardExporters"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

    core("DossierText", []),
    .target(name: "CHashing"),
    core("DossierModel", ["CHashing", "DossierText"], exclude: ["Schemas"]),
    core("DossierYAML", ["CLibYAML", "DossierText"]),
    core("DossierPluginKit", ["DossierModel", "DossierText"]),
    core("DossierTemplate", ["DossierText"]),
    core("DossierBriefing", ["DossierTemplate", "DossierModel", "DossierText"]),
    core("DossierTesting", ["DossierPluginKit", "DossierModel", "DossierText"]),
    .target(
      name: "CReadingData", exclude: ["dates.tsv", "hints.tsv", "languages.tsv", "phrases.tsv"]),
    core(
      "DossierReading", ["CLibXML2", "CReadingData", "DossierYAML", "DossierModel", "DossierText"]),
    .target(name: "CKnowledgeTable", exclude: ["table.bin", "techniques.bin"]),
    core("DossierKnowledge", ["CKnowledgeTable", "DossierText"], exclude: ["Data"]),
    .target(name: "CSyntaxModel", exclude: ["en.bin", "fr.bin"]),
    core("DossierSyntax", ["CSyntaxModel", "DossierText"], exclude: ["README.md"]),
    core("DossierExtraction", ["DossierKnowledge", "DossierSyntax", "DossierModel", "DossierText"]),
    core(
      "DossierHost",
      [
        "DossierExtraction", "DossierReading", "DossierKnowledge", "DossierPluginKit",
        "DossierModel", "DossierYAML", "DossierText",
      ]),
    core(
      "DossierCLI",
      [
        "DossierHost", "DossierExtraction", "DossierReading", "DossierPluginKit", "DossierModel",
        "DossierText", arguments,
      ]),
    .executableTarget(
      name: "dossier", dependencies: ["DossierCLI", "StandardExporters"], swiftSettings: settings),

    exporter("STIX"),
    exporter("YAML", ["DossierYAML"]),
    exporter("CSV"),
    exporter("Graph"),
    exporter("HTML", ["DossierBriefing"]),
    exporter("JSON"),
    exporter("MISP", ["DossierBriefing"]),
    exporter("Markdown", ["DossierBriefing"]),
    exporter("Navigator"),
    .target(
      name: "StandardExporters",
      dependencies: [
        "DossierPluginKit", "CSVExporter", "GraphExporter", "HTMLExporter", "JSONExporter", "MISPExporter",
        "MarkdownExporter",
        "NavigatorExporter", "STIXExporter", "YAMLExporter",
      ],
      path: "Plugins/Standard", swiftSettings: settings),

    tests("DossierTemplate", ["DossierTemplate", "DossierText"]),
    tests("DossierText", ["DossierText"]),
    tests("DossierModel", ["DossierTesting", "DossierModel", "DossierText"]),
    tests("DossierYAML", ["DossierYAML", "DossierText"]),
    tests("DossierPluginKit", ["DossierTesting", "DossierPluginKit", "DossierModel", "DossierText"]),
    tests("DossierReading", ["DossierReading", "DossierModel", "DossierText"], exclude: ["Inputs"]),
    tests("DossierKnowledge", ["KnowledgeCompiler", "DossierKnowledge", "DossierText"]),
    tests("DossierSyntax", ["DossierSyntax", "DossierText", "SyntaxTrainer"]),
    tests(
      "DossierExtraction",
      [
        "DossierTesting", "DossierExtraction", "DossierReading", "DossierKnowledge", "DossierModel",
        "DossierText",
      ]),
    tests(
      "DossierHost",
      [
        "DossierHost", "DossierExtraction", "DossierReading", "DossierPluginKit", "DossierTesting",
        "DossierYAML", "DossierModel", "DossierText",
      ]),
    tests(
      "Exporters",
      [
        "StandardExporters",
        "CSVExporter",
        "GraphExporter",
        "HTMLExporter",
        "JSONExporter",
        "MISPExporter",
        "MarkdownExporter",
        "NavigatorExporter",
        "STIXExporter",
        "YAMLExporter",
        "DossierReading", "DossierTesting", "DossierYAML", "DossierPluginKit", "DossierModel", "DossierText",
      ], exclude: ["Inputs"]),
    tests("CommandLine", ["dossier", "DossierYAML", "DossierText"], exclude: ["Cases", "Inputs"]),
    tests("House", ["dossier"]),

    .executableTarget(
      name: "ExportBenchmark",
      dependencies: ["StandardExporters", "DossierTesting", "DossierPluginKit", "DossierModel"],
      path: "Tests/Benchmarks/ExportBenchmark", swiftSettings: settings),
    .executableTarget(
      name: "KnowledgeCompiler", dependencies: ["DossierKnowledge", "DossierText"],
      swiftSettings: settings),
    .executableTarget(
      name: "KnowledgeBenchmark", dependencies: ["DossierExtraction", "DossierKnowledge", "DossierText"],
      path: "Tests/Benchmarks/Knowledge", swiftSettings: settings),
    .executableTarget(
      name: "ReadingBenchmark", dependencies: ["DossierReading", "CLibXML2"],
      path: "Tests/Benchmarks/Reading",
      swiftSettings: settings),
    .executableTarget(
      name: "SyntaxTrainer", dependencies: ["DossierSyntax", "DossierText", arguments],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
