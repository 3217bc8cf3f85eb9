import DossierModel
import DossierPluginKit
import DossierTesting
import StandardExporters

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system's `write`, which the method's own name hides.
private let systemWrite = write

/// Writes what an exporter makes of generated reports to the standard output, for programs that judge or measure it.
struct GeneratedOutput {
  let exporter: String
  /// Seed of the first report; the next ones follow.
  let first: UInt64
  let count: Int
  /// Whether all reports go into one file, or each into a text of its own that a byte 0 ends.
  let isTogether: Bool

  func write() {
    guard let type = StandardExporters.all.first(where: { $0.manifest.name == exporter }) else {
      print("no exporter is called '\(exporter)'")
      exit(64)
    }
    let reports = (0..<UInt64(count)).lazy.map { SampleReports.generated(seed: first + $0).report }
    if isTogether {
      put(ExporterRun(type.init(), Array(reports)).files[""] ?? [])
    } else {
      for report in reports { put((ExporterRun(type.init(), [report]).files[""] ?? []) + [0]) }
    }
  }

  private func put(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(1, $0.baseAddress, $0.count) }
      guard written > 0 else { exit(74) }
      rest = rest.dropFirst(written)
    }
  }
}
