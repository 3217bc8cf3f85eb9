public import DossierPluginKit
public import DossierText

/// The exporters that a run offers, by name.
public struct ExporterRegistry: Sendable {
  /// The exporters, in the order of their names.
  public let exporters: [any Exporter.Type]

  /// A registry of these exporters.
  ///
  /// - Throws: A diagnostic `exporter.…`, if two have one name, or one has a name that configurations cannot write.
  public init(_ exporters: [any Exporter.Type]) throws(Diagnostic) {
    var seen: Set<String> = []
    for exporter in exporters {
      let name = exporter.manifest.name
      guard Self.isLegal(name) else {
        throw Diagnostic(
          "exporter.name", .error, "an exporter cannot be called '\(name)'",
          help: "use lower-case letters, digits and hyphens, beginning with a letter")
      }
      guard seen.insert(name).inserted else {
        throw Diagnostic("exporter.duplicate", .error, "two exporters are called '\(name)'")
      }
    }
    self.exporters = exporters.sorted {
      $0.manifest.name.utf8.lexicographicallyPrecedes($1.manifest.name.utf8)
    }
  }

  /// The names, sorted.
  public var names: [String] { exporters.map { $0.manifest.name } }

  /// The exporter called `name`.
  public subscript(_ name: String) -> (any Exporter.Type)? {
    exporters.first { $0.manifest.name == name }
  }

  /// Whether a name can be written in a configuration and be part of a program's name.
  static func isLegal(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= 64 else {
      return false
    }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"): true
      default: false
      }
    }
  }
}
