// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "dossier-replies",
  platforms: [.macOS(.v15)],
  dependencies: [
    // The checkout of dossier.
    .package(name: "dossier", path: "../..")
  ],
  targets: [
    .target(name: "RepliesExporter", dependencies: [.product(name: "DossierPluginKit", package: "dossier")]),
    .executableTarget(
      name: "dossier-replies",
      dependencies: ["RepliesExporter", .product(name: "DossierCLI", package: "dossier")]),
    .testTarget(
      name: "RepliesExporterTests",
      dependencies: ["RepliesExporter", .product(name: "DossierTesting", package: "dossier")]),
  ],
  swiftLanguageModes: [.v6])
