import Foundation
import Testing

@Suite("The command line does what the pages of Cases show")
struct CommandLineTests {
  static let cases: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".md") }.sorted().map { folder.appending(path: $0).path }
  }()

  @Test("there are cases")
  func listing() {
    #expect(Self.cases.count >= 5)
  }

  @Test("commands print what their page says", arguments: cases)
  func page(_ path: String) throws {
    let page = CommandCase(page: try String(contentsOfFile: path, encoding: .utf8))
    try #require(!page.steps.isEmpty, "the page has no command")
    let shell = try Shell()
    for file in page.files { try shell.write(file.text, to: file.name) }
    for step in page.steps {
      let result = try shell.run(step.command)
      let place = "\(URL(filePath: path).lastPathComponent):\(step.line): \(step.command)"
      #expect(result.status == step.status, "\(place)\nexit code; standard error:\n\(result.messages)")
      #expect(
        CommandCase.matches(Shell.lines(result.output)[...], step.output[...]),
        "\(place)\nstandard output:\n\(result.output)")
      #expect(
        CommandCase.matches(Shell.lines(result.messages)[...], step.messages[...]),
        "\(place)\nstandard error:\n\(result.messages)")
    }
  }
}

/// A shell in a directory of its own, with the program on its path and nothing else of the environment.
final class Shell {
  let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "dossier-case-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: directory)
  }

  struct Result {
    let status: Int32
    let output: String
    let messages: String
  }

  /// Where the program was built: beside the tests.
  private static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
  /// The root of the checkout, for cases that use the examples.
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  func write(_ text: String, to name: String) throws {
    let url = directory.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func run(_ command: String) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = directory
    process.environment = [
      "PATH": "\(Self.products):/usr/bin:/bin", "HOME": directory.path, "LC_ALL": "C",
      "TZ": "Pacific/Auckland",
      "SOURCE_DATE_EPOCH": "1700000000", "ROOT": Self.root,
    ]
    let output = directory.appending(path: ".stdout")
    let messages = directory.appending(path: ".stderr")
    for url in [output, messages] { _ = FileManager.default.createFile(atPath: url.path, contents: nil) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    let result = Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self))
    for url in [output, messages] { try FileManager.default.removeItem(at: url) }
    return result
  }

  static func lines(_ text: String) -> [String] {
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
