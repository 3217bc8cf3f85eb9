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
    var best = Double.infinity
    var size = 0
    for _ in 0..<max(1, rounds) {
      let start = processorSeconds
      size = export(with: type.init())
      best = min(best, processorSeconds - start)
    }
    print("\(type.manifest.name)\t\(size)\t\(best)")
  }

  /// What this thread has used so far; unlike the time of day it does not count what other programs take from it.
  private var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
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
