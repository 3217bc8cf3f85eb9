import DossierExtraction
import DossierKnowledge
import DossierText
import Foundation

/// Times finding indicators and names in a text, the table's start, and what 100,000 names of a user's cost.
///
/// Arguments: the number of runs and a file; or `start`. Prints tab-separated lines of a name and a number; times are
/// nanoseconds of processor time, of each the least of the runs.
enum KnowledgeBenchmark {
  static func time(_ work: () -> Int) -> (nanoseconds: UInt64, result: Int) {
    let start = processorTime()
    let result = work()
    return (processorTime() - start, result)
  }

  /// Nanoseconds that this thread has had of a processor: what else runs on the machine counts little.
  static func processorTime() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Tokens and names of a text, a piece of 64 KiB at a time as an article would be.
  static func names(_ pieces: [[UInt8]], _ table: KnowledgeTable) -> Int {
    pieces.reduce(0) { sum, piece in
      let tokens = Tokenizer.tokens(of: piece, in: TextRange(0, piece.count))
      let matches = table.matches(in: piece, tokens: tokens)
      return sum + matches.names.count + matches.lexemes.count
    }
  }

  static func tokens(_ pieces: [[UInt8]]) -> Int {
    pieces.reduce(0) { $0 + Tokenizer.tokens(of: $1, in: TextRange(0, $1.count)).count }
  }

  /// 100,000 names of two invented words each.
  static func manyNames() -> KnowledgeTable? {
    var builder = TableBuilder()
    let syllables = ["ka", "ro", "mi", "ten", "sul", "vor", "pex", "lin", "da", "gru"]
    func word(_ number: Int) -> String {
      let digits = [number % 10, number / 10 % 10, number / 100 % 10].map { syllables[$0] }
      return digits.joined().prefix(1).uppercased() + digits.joined().dropFirst()
    }
    for number in 0..<100_000 {
      let name = "\(word(number % 1000)) \(word(number / 1000 + 300))"
      let entry = builder.add(KnowledgeEntry(id: "own.\(number)", kind: .company, name: name))
      try? builder.add(name: name, of: entry, usage: .name, rule: .capitals)
    }
    return KnowledgeTable(compiled: builder.build())
  }

  static func run(_ runs: Int, _ path: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let pieces = stride(from: 0, to: bytes.count, by: 65_536).map {
      Array(bytes[$0..<min($0 + 65_536, bytes.count)])
    }
    let table = KnowledgeTable.embedded
    let more = manyNames().map { table.joined(with: $0) } ?? table
    var best: [(String, UInt64)] = [
      ("indicators", .max), ("tokens", .max), ("names", .max), ("more-names", .max),
    ]
    var found = [0, 0, 0, 0]
    for _ in 0..<runs {
      let works: [() -> Int] = [
        { IndicatorScanner.count(in: bytes) }, { tokens(pieces) }, { names(pieces, table) },
        { names(pieces, more) },
      ]
      for (index, work) in works.enumerated() {
        let (time, result) = time(work)
        best[index].1 = min(best[index].1, time)
        found[index] = result
      }
    }
    print("bytes\t\(bytes.count)")
    for (index, (name, time)) in best.enumerated() {
      print("\(name)\t\(time)\nfound-\(name)\t\(found[index])")
    }
  }

  /// The first use of the table in this process, to the first match.
  static func start() {
    let bytes = Array("Moscow denied it.".utf8)
    let tokens = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count))
    let (time, found) = time { KnowledgeTable.embedded.matches(in: bytes, tokens: tokens).names.count }
    print(
      "first\t\(time)\nfound\t\(found)\nsize\t\(KnowledgeTable.embedded.size)\nentries\t\(KnowledgeTable.embedded.entryCount)"
    )
  }
}

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "start" {
  KnowledgeBenchmark.start()
} else if let runs = arguments.first.flatMap({ Int($0) }), arguments.count == 2, let path = arguments.last {
  try KnowledgeBenchmark.run(runs, path)
} else {
  print("usage: KnowledgeBenchmark RUNS FILE, or KnowledgeBenchmark start")
  exit(2)
}
