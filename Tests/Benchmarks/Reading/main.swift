import CLibXML2
import DossierReading
import Foundation

/// Times reading pages to their documents beside a bare libxml2 tree parse of the same pages, turn and turn about, so
/// that both see the same machine. For each page the least of several runs counts.
///
/// Arguments: the number of runs, then pages. Prints tab-separated lines: `bytes`, `parse` and `read` (nanoseconds, all
/// pages together), `ratio` (of the sums), `median` and `highest` (of the pages' own ratios). With `memory` for the number
/// of runs and one page, `bytes` and `peak`: what the process grows by to hold and read it (Linux only).
struct ReadingBenchmark {
  struct Times {
    var bytes: Int
    var parse = UInt64.max
    var read = UInt64.max
    var ratio: Double { Double(read) / Double(max(1, parse)) }
  }

  /// What was measured of each page.
  private(set) var times: [Times] = []

  init(runs: Int, paths: [String]) throws {
    let pages = try paths.map { Array(try Data(contentsOf: URL(filePath: $0))) }
    times = pages.map { Times(bytes: $0.count) }
    for _ in 0..<runs {
      for (index, page) in pages.enumerated() {
        times[index].parse = min(times[index].parse, Self.time { Self.parse(page) })
        let input = Input(name: paths[index], bytes: page)
        times[index].read = min(times[index].read, Self.time { _ = try? ArticleReader.read(input) })
      }
    }
  }

  private static func time(_ work: () -> Void) -> UInt64 {
    let start = DispatchTime.now().uptimeNanoseconds
    work()
    return DispatchTime.now().uptimeNanoseconds - start
  }

  /// What libxml2 needs for its own tree of the page, and nothing else.
  private static func parse(_ page: [UInt8]) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    page.withUnsafeBytes { bytes in
      let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let document = htmlReadMemory(text, Int32(clamping: bytes.count), nil, "UTF-8", Int32(options))
      xmlFreeDoc(document)
    }
  }

  func report() {
    let parse = times.reduce(0) { $0 + $1.parse }
    let read = times.reduce(0) { $0 + $1.read }
    let ratios = times.map(\.ratio).sorted()
    print("bytes\t\(times.reduce(0) { $0 + $1.bytes })")
    print("parse\t\(parse)")
    print("read\t\(read)")
    print("ratio\t\(Double(read) / Double(max(1, parse)))")
    print("median\t\(ratios[ratios.count / 2])")
    print("highest\t\(ratios[ratios.count - 1])")
  }
}

/// What reading a page costs in memory.
enum ReadingMemory {
  static func report(_ path: String) throws {
    let small = "<html><body><p>One sentence stands on this page, and no more.</p></body></html>"
    _ = try ArticleReader.read(Input(name: "small", bytes: Array(small.utf8)))
    let before = try status("VmRSS")
    let page = Array(try Data(contentsOf: URL(filePath: path)))
    // Forgets the peak of loading, where the page was there twice.
    try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    let result = try ArticleReader.read(Input(name: path, bytes: page))
    print("bytes\t\(page.count)")
    print("peak\t\(try status("VmHWM") - before)")
    withExtendedLifetime(result) {}
  }

  /// A line of the process's status, in bytes.
  private static func status(_ name: String) throws -> Int {
    let text = try String(contentsOf: URL(filePath: "/proc/self/status"), encoding: .utf8)
    let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return 1024 * (line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0)
  }
}

xmlInitParser()
let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "memory", arguments.count == 2, let page = arguments.last {
  try ReadingMemory.report(page)
} else if let runs = arguments.first.flatMap({ Int($0) }), arguments.count > 1 {
  try ReadingBenchmark(runs: runs, paths: Array(arguments.dropFirst())).report()
} else {
  print("usage: ReadingBenchmark RUNS PAGE…, or ReadingBenchmark memory PAGE")
  exit(2)
}
