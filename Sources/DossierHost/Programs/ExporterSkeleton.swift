public import DossierText

/// A working exporter to begin with.
public struct ExporterSkeleton {
  private let name: String
  private let isSwift: Bool

  /// A skeleton for an exporter of this name.
  ///
  /// - Throws: A diagnostic `exporter.name`, if configurations cannot write the name.
  public init(name: String, isSwift: Bool) throws(Diagnostic) {
    guard ExporterRegistry.isLegal(name) else {
      throw Diagnostic(
        "exporter.name", .error, "an exporter cannot be called '\(name)'",
        help: "use lower-case letters, digits and hyphens, beginning with a letter")
    }
    self.name = name
    self.isSwift = isSwift
  }

  /// What to do next.
  public var advice: String {
    isSwift
      ? "next: name dossier's checkout in dossier-\(name)/Package.swift, if it is not beside it as 'dossier';\n"
        + "      cd dossier-\(name) && swift test, then swift run dossier-\(name) export FILE --format \(name)\n"
      : "next: dossier exporters test ./dossier-export-\(name)\n"
  }

  /// Writes the files; none is written over.
  ///
  /// - Returns: Their paths.
  /// - Throws: A diagnostic `output.…`.
  public func write(into directory: String) throws(Diagnostic) -> [String] {
    var paths: [String] = []
    for (file, text) in isSwift ? swiftFiles : [("dossier-export-\(name)", pythonProgram)] {
      let path = directory == "." ? file : "\(directory)/\(file)"
      try NewFile.write(Array(text.utf8), to: path, overwriting: false, isProgram: !isSwift)
      paths.append(path)
    }
    return paths
  }

  private var typeName: String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + "Exporter"
  }

  private var pythonProgram: String {
    """
    #!/usr/bin/env python3
    \"\"\"Exporter '\(name)' of dossier: one line a claim. Try it with: dossier exporters test ./dossier-export-\(name)\"\"\"
    import json
    import sys

    DESCRIPTION = {
        "protocol": {"min": 1, "max": 1},
        "manifest": {"name": "\(name)", "summary": "One line a claim", "media_type": "text/plain",
                     "file_name": "{slug}.\(name).txt", "stability": "experimental", "carries": ["claims"]},
        # The keys of a report that the lines hold: add those that you add. The rest is told to the user as lost.
        "keeps": ["claims.act", "claims.speakers", "entities.name"],
        "options": [{"name": "bullet", "type": "text", "default": "-", "help": "What stands before each claim"}]}


    def say(kind, **content):
        print(json.dumps({"type": kind, **content}), flush=True)


    def main():
        for line in sys.stdin:
            message = json.loads(line)
            if message["type"] == "begin":
                if message["protocol"] != 1:
                    sys.exit("protocol 1 is spoken here")
                bullet = message["options"]["bullet"]
            elif message["type"] == "report":
                report = message["report"]
                names = {entity["id"]: entity["name"] for entity in report["entities"]}
                for claim in report["claims"]:
                    speakers = ", ".join(names[i] for i in claim["speakers"]) or "the article"
                    say("file", name="", text=f"{bullet} {speakers}: {claim['act']}\\n", more=True)
        say("file", name="", text="")
        say("done")


    if sys.argv[1:] == ["--describe"]:
        print(json.dumps(DESCRIPTION))
    else:
        main()

    """
  }

  private var swiftFiles: [(String, String)] {
    let folder = "dossier-\(name)"
    let module = String(typeName)
    return [
      (
        "\(folder)/Package.swift",
        """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
          name: "\(folder)",
          platforms: [.macOS(.v15)],
          dependencies: [
            // The checkout of dossier.
            .package(name: "dossier", path: "../dossier")
          ],
          targets: [
            .target(name: "\(module)", dependencies: [.product(name: "DossierPluginKit", package: "dossier")]),
            .executableTarget(
              name: "\(folder)",
              dependencies: ["\(module)", .product(name: "DossierCLI", package: "dossier")]),
            .testTarget(
              name: "\(module)Tests",
              dependencies: ["\(module)", .product(name: "DossierTesting", package: "dossier")]),
          ],
          swiftLanguageModes: [.v6])

        """
      ),
      (
        "\(folder)/Sources/\(module)/\(module).swift",
        """
        public import DossierModel
        public import DossierPluginKit
        public import DossierText

        /// Writes one line a claim.
        public struct \(module): Exporter {
          /// What it is.
          public static let manifest = ExporterManifest(
            name: "\(name)", summary: "One line a claim", mediaType: "text/plain", fileName: "{slug}.\(name).txt",
            stability: .experimental, carries: [.claims])
          /// What can be chosen.
          public static let options: [OptionField<Self>] = [
            .text("bullet", \\.bullet, help: "What stands before each claim", example: "*")
          ]
          var bullet = "-"

          /// An exporter with every option at its default.
          public init() {}

          /// Writes one report.
          public mutating func export(
            _ report: Report, into output: inout OutputSet, context: ExportContext
          ) throws(Diagnostic) {
            for claim in report.claims {
              let speakers = claim.speakers.compactMap { report.entity($0)?.name }.joined(separator: ", ")
              output.write("\\(bullet) \\(speakers.isEmpty ? "the article" : speakers): \\(claim.act.rawValue)\\n")
            }
            output.report(losses: Self.reckoning.losses(of: report))
          }

          /// The keys of the report that the lines hold: add those that you add. The rest is declared lost.
          private static let reckoning = LossReckoning(
            keeping: ["claims.act", "claims.speakers"], why: "a line says only who does what")
        }

        """
      ),
      (
        "\(folder)/Sources/\(folder)/main.swift",
        """
        import DossierCLI
        import \(module)
        import StandardExporters

        await Dossier.main(exporters: StandardExporters.all + [\(module).self])

        """
      ),
      (
        "\(folder)/Tests/\(module)Tests/\(module)Tests.swift",
        """
        import DossierTesting
        import Testing
        import \(module)

        @Suite("\(module)")
        struct \(module)Tests {
          @Test("it keeps the contract of exporters")
          func conformance() {
            ExporterConformance.check(\(module).self)
          }
        }

        """
      ),
    ]
  }
}
