import Foundation
import Testing

/// Files that a command writes. With `DOSSIER_RECORD=1` in the environment they are brought up to date, and the test
/// fails once.
@Suite("Generated files are current")
struct GeneratedFileTests {
  /// The program, built beside the tests.
  private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "dossier")

  private static func output(of arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  private static func compare(_ path: String, _ current: String) throws {
    let kept = House.exists(path) ? try House.text(path) : nil
    guard kept != current else { return }
    if kept == nil || ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1" {
      try current.write(to: House.root.appending(path: path), atomically: true, encoding: .utf8)
      Issue.record("\(path) was recorded: look at it and commit it")
    } else {
      Issue.record("\(path) is not current: run the tests with DOSSIER_RECORD=1")
    }
  }

  /// Compares the part of a page between the marks of generated text.
  private static func compare(partOf path: String, _ text: String) throws {
    let page = try House.text(path)
    guard let start = page.range(of: "<!-- generated -->\n"),
      let end = page.range(of: "<!-- end of generated -->")
    else {
      Issue.record("\(path) lacks the marks of generated text")
      return
    }
    try compare(
      path, String(page[..<start.upperBound]) + "\n" + text + "\n" + String(page[end.lowerBound...]))
  }

  @Test("the schema of the configuration")
  func configurationSchema() throws {
    try Self.compare(
      "docs/schemas/dossier.configuration.1.schema.json", try Self.output(of: ["schema", "config"]))
  }

  @Test("the commented sample of the configuration")
  func configurationSample() throws {
    try Self.compare("examples/commented.yaml", try Self.output(of: ["init", "-"]))
  }

  @Test("the table of the configuration's keys")
  func configurationTable() throws {
    try Self.compare(
      partOf: "docs/configuration.md", try Self.output(of: ["schema", "config", "--format", "markdown"]))
  }

  @Test("the lines that an exporter of one's own takes")
  func customExporter() throws {
    let folder = "examples/custom-exporter"
    var rows = "| File | Lines |\n|---|---|\n"
    var total = 0
    for file in House.swiftFiles(below: [folder]) {
      let lines = try House.text(file).components(separatedBy: "\n").count - 1
      total += lines
      rows += "| `\(file.dropFirst(folder.count + 1))` | \(lines) |\n"
    }
    try Self.compare(partOf: "\(folder)/README.md", rows + "| in all | \(total) |\n")
  }

  @Test("the example is what 'exporters new' writes, but for the exporter itself and its test")
  func skeleton() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Self.output(of: ["exporters", "new", "replies", "--kind", "swift", "--into", folder.path])
    for file in ["Package.swift", "Sources/dossier-replies/main.swift"] {
      let new = try String(
        contentsOf: folder.appending(path: "dossier-replies/\(file)"), encoding: .utf8)
      let known = new.replacingOccurrences(of: "path: \"../dossier\"", with: "path: \"../..\"")
      #expect(try House.text("examples/custom-exporter/\(file)") == known, "\(file)")
    }
  }

  @Test("the page of messages")
  func messages() throws {
    try Self.compare(partOf: "docs/messages.md", try Self.output(of: ["explain", "--format", "markdown"]))
  }
}
