import Foundation
import Testing

@Suite("Files are in order")
struct FileTests {
  @Test("no Swift file is longer than 400 lines")
  func length() throws {
    for file in House.swiftFiles(below: ["Sources", "Plugins", "Tests"]) {
      let lines = try House.text(file).components(separatedBy: "\n").count - 1
      #expect(lines <= 400, "\(file) has \(lines) lines")
    }
  }

  @Test("no library has a file called main.swift")
  func mainFiles() {
    let programs: Set<String> = ["dossier", "KnowledgeCompiler", "SyntaxTrainer"]
    for file in House.swiftFiles(below: ["Sources", "Plugins"])
    where file.lowercased().hasSuffix("/main.swift") {
      #expect(programs.contains(String(file.split(separator: "/")[1])), "\(file)")
    }
  }

  @Test(
    "code neither ends the process by a trap nor is unfinished",
    arguments: ["fatalError(", "TODO", "FIXME", "try!", "preconditionFailure("])
  func unfinished(_ mark: String) throws {
    for file in House.swiftFiles(below: ["Sources", "Plugins"]) {
      #expect(try !House.text(file).contains(mark), "\(file) has \(mark)")
    }
  }

  @Test("every exporter's folder is complete")
  func exporters() throws {
    let folders = Set(House.files(below: ["Plugins"]).map { $0.split(separator: "/").map(String.init)[1] })
    let manifest = try House.text("Package.swift")
    for folder in folders where folder != "Standard" {
      #expect(House.exists("Plugins/\(folder)/README.md"), "\(folder)")
      #expect(House.exists("Plugins/\(folder)/Fixtures"), "\(folder)")
      #expect(manifest.contains("exporter(\"\(folder)\""), "\(folder) is not in Package.swift")
    }
    // As docs/writing-exporters.md says.
    for file in House.swiftFiles(below: ["Sources", "Plugins"]) where !file.hasPrefix("Plugins/Standard/") {
      let text = try House.text(file)
      for folder in folders where folder != "Standard" && !file.hasPrefix("Plugins/\(folder)/") {
        #expect(!text.contains("\(folder)Exporter"), "\(file) names \(folder)Exporter")
      }
    }
  }

  @Test("scripts can be run")
  func scripts() {
    let scripts = House.files(below: ["Scripts"]).filter { $0.hasSuffix(".sh") }
    for file in scripts + [".ci/run"] {
      #expect(FileManager.default.isExecutableFile(atPath: House.root.appending(path: file).path), "\(file)")
    }
  }
}
