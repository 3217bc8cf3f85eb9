import DossierHost
import DossierPluginKit
import DossierText

/// Shows what a run does as it does it, and counts at its end.
struct ExportSummary {
  let listsLosses: Bool
  let namesFiles: Bool
  let messages: MessageWriter

  /// At most so many files are named one by one.
  private static let namedFiles = 20
  private var written = 0
  /// Number of losses by exporter and by what is lost, in the order first seen.
  private var losses: [(exporter: String, what: String, count: Int)] = []

  init(listsLosses: Bool, namesFiles: Bool, messages: MessageWriter) {
    self.listsLosses = listsLosses
    self.namesFiles = namesFiles
    self.messages = messages
  }

  mutating func take(_ event: ExportEvent) {
    switch event {
    case .message(let diagnostic): messages.write(diagnostic)
    case .written(let path, let exporter, let bytes):
      written += 1
      if namesFiles, written <= Self.namedFiles || messages.format == .json { name(path, exporter, bytes) }
    case .loss(let exporter, let path, let loss):
      if let index = losses.firstIndex(where: { $0.exporter == exporter && $0.what == loss.what }) {
        losses[index].count += 1
      } else {
        losses.append((exporter, loss.what, 1))
      }
      if listsLosses {
        let subject = loss.subject.map { "\($0): " } ?? ""
        messages.write(
          Diagnostic(
            "output.loss", .note, "\(exporter) does not hold: \(subject)\(loss.what) (\(loss.why))",
            at: Diagnostic.Location(file: path)))
      }
    case .progress: break
    }
  }

  /// Shows the counts.
  func finish() {
    if namesFiles, written > Self.namedFiles, messages.format == .text {
      StandardError.write("wrote \(written) files in all\n")
    }
    for exporter in losses.map(\.exporter).withoutRepeats {
      let own = losses.filter { $0.exporter == exporter }
      let total = own.map(\.count).reduce(0, +)
      let parts = own.map { "\($0.count) × \($0.what)" }.joined(separator: ", ")
      messages.write(
        Diagnostic(
          "output.losses", .note,
          "\(exporter) does not hold \(total == 1 ? "one fact" : "\(total) facts"): \(parts)",
          help: listsLosses ? nil : "--losses lists them"))
    }
  }

  private func name(_ path: String, _ exporter: String, _ bytes: Int) {
    if messages.format == .json {
      messages.write(
        Diagnostic(
          "output.written", .note, "\(exporter) wrote \(bytes) bytes", at: Diagnostic.Location(file: path)))
    } else {
      StandardError.write("wrote \(TerminalText.printable(path))\n")
    }
  }
}

extension [String] {
  fileprivate var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
