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

/// Measures exporters alone: from reports in memory to bytes in memory, on one thread.
///
/// usage: ExportBenchmark speed [REPORTS [ROUNDS [EXPORTER...]]]
///        ExportBenchmark write EXPORTER FIRST COUNT each|together > FILE
///
/// `speed` prints a line an exporter: name, bytes written, seconds of processor time of the best round. `write` writes
/// generated reports to the standard output for other judges: `together` as one file, `each` as a file a report, each of
/// which a byte 0 ends.
@main
enum ExportBenchmark {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "speed":
      let reports = arguments.count > 1 ? Int(arguments[1]) ?? 1000 : 1000
      let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
      Speed(reports: reports, rounds: rounds, names: Set(arguments.dropFirst(3))).run()
    case "write" where arguments.count == 5:
      guard let first = UInt64(arguments[2]), let count = Int(arguments[3]), count > 0 else { usage() }
      GeneratedOutput(
        exporter: arguments[1], first: first, count: count, isTogether: arguments[4] == "together"
      )
      .write()
    default: usage()
    }
  }

  private static func usage() -> Never {
    print(
      "usage: ExportBenchmark speed [REPORTS [ROUNDS [EXPORTER...]]]\n"
        + "       ExportBenchmark write EXPORTER FIRST COUNT each|together")
    exit(64)
  }
}
