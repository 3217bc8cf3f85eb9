import Foundation
import Testing

/// What the README shows of the program's output is what the program prints.
///
/// A command of a `console` block that has output is run beside the examples; a line `…` stands for what follows. With
/// `DOSSIER_RECORD=1` the README is brought up to date, with as many lines as it showed, and the test fails once.
@Suite("The README shows what the program prints")
struct DocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("excerpts are current")
  func excerpts() throws {
    let readme = Self.root.appending(path: "README.md")
    let page = try String(contentsOf: readme, encoding: .utf8)
    let steps = CommandCase(page: page).steps.filter {
      !$0.output.isEmpty && $0.command.hasPrefix("dossier ")
    }
    try #require(!steps.isEmpty, "the README shows no output")
    let shell = try Shell()
    try FileManager.default.createSymbolicLink(
      at: shell.directory.appending(path: "examples"),
      withDestinationURL: Self.root.appending(path: "examples"))
    var current = page
    for step in steps {
      let result = try shell.run(step.command)
      #expect(result.status == 0, "README.md:\(step.line): \(step.command)\n\(result.messages)")
      let isCut = step.output.last == "…"
      let shown = isCut ? Array(step.output.dropLast()) : step.output
      let printed = Shell.lines(result.output)
      let now = isCut ? Array(printed.prefix(shown.count)) : printed
      #expect(now == shown, "README.md:\(step.line): \(step.command)\nDOSSIER_RECORD=1 brings it up to date")
      current = current.replacingOccurrences(
        of: shown.joined(separator: "\n"), with: now.joined(separator: "\n"))
    }
    if ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1", current != page {
      try current.write(to: readme, atomically: true, encoding: .utf8)
    }
  }
}
