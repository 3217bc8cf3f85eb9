import DossierModel
import DossierPluginKit
import DossierTesting
import StandardExporters

/// Measures how fast exporters write reports that are in memory.
struct Speed {
  let reports: [Report]
  let rounds: Int
  /// The exporters to measure; all where it is empty.
  let names: Set<String>

  init(reports count: Int, rounds: Int, names: Set<String>) {
    reports = (1...max(1, count)).map { SampleReports.generated(seed: UInt64($0)).report }
    self.rounds = rounds
    self.names = names
  }

  func run() {
    for exporter in StandardExporters.all where names.isEmpty || names.contains(exporter.manifest.name) {
      measure(exporter)
    }
  }

  /// Prints the exporter's name, the bytes it writes for all reports, and the seconds of the best round.
  private func measure<Measured: Exporter>(_ type: Measured.Type) {
    var best = Duration.seconds(1_000_000)
    var size = 0
    let clock = ContinuousClock()
    for _ in 0..<max(1, rounds) {
      size = 0
      let time = clock.measure { size = export(with: type.init()) }
      best = min(best, time)
    }
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
    print("\(type.manifest.name)\t\(size)\t\(seconds)")
  }

  /// The bytes that an exporter writes, taken out after each report as the host does.
  private func export(with exporter: some Exporter) -> Int {
    var exporter = exporter
    var output = OutputSet()
    var size = 0
    for report in reports {
      try? exporter.export(report, into: &output, context: ExporterRun.context)
      for file in output.drain().files { size += file.bytes.count }
    }
    try? exporter.finish(into: &output, context: ExporterRun.context)
    for file in output.drain().files { size += file.bytes.count }
    return size
  }
}
