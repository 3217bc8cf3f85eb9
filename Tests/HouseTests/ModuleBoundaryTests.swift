import Foundation
import Testing

@Suite("Modules import what the architecture allows")
struct ModuleBoundaryTests {
  /// What every module may import: the language's own libraries and the system's C library.
  private static let always: Set<String> = ["Swift", "Synchronization", "Glibc", "Musl", "Darwin"]
  /// Packages from elsewhere, by the modules that may import them.
  private static let packages: [String: Set<String>] = ["DossierCLI": ["ArgumentParser"]]
  /// Modules for tests, which need not start fast.
  private static let forTests: [String: Set<String>] = ["DossierTesting": ["Foundation", "Testing"]]
  /// Tools that make the embedded tables; they are no part of the program.
  private static let tools: Set<String> = ["KnowledgeCompiler", "SyntaxTrainer"]

  /// The rows of the table in `docs/architecture.md`: module and what it imports, with full names.
  private static func table() throws -> [String: Set<String>] {
    var rows: [String: Set<String>] = [:]
    for line in try House.text("docs/architecture.md").components(separatedBy: "\n")
    where line.hasPrefix("| `") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count == 5 else { continue }
      let names = cells[3].components(separatedBy: ";")[0].components(separatedBy: ", ").filter {
        !$0.isEmpty
      }
      rows[cells[1].filter { $0 != "`" }] = Set(names.map(fullName))
    }
    return rows
  }

  private static func fullName(_ name: String) -> String {
    name.hasPrefix("C") && name != "CLI" || name.hasSuffix("Exporters") ? name : "Dossier\(name)"
  }

  /// What the line of an exporter in `Package.swift` adds: `exporter("YAML", ["DossierYAML"])`.
  private static func additions(to module: String) throws -> Set<String> {
    guard module.hasSuffix("Exporter") else { return [] }
    let start = "exporter(\"\(module.dropLast("Exporter".count))\", ["
    let line = try House.text("Package.swift").components(separatedBy: "\n").first { $0.contains(start) }
    guard let list = line?.components(separatedBy: start).last?.components(separatedBy: "]").first else {
      return []
    }
    let names = list.components(separatedBy: ", ").map { $0.filter { $0 != "\"" } }
    // Exporters import neither the host nor each other.
    return Set(names.filter { ["DossierYAML", "DossierBriefing"].contains($0) })
  }

  private static func imports(of file: String) throws -> [String] {
    let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "var", "typealias"]
    return try House.text(file).components(separatedBy: "\n").compactMap { line in
      // Deeper lines are text, such as that of an exporter to begin with.
      guard !line.hasPrefix("    ") else { return nil }
      var words = line.split(separator: " ").map(String.init)
      words.removeAll { $0.hasPrefix("@") || ["public", "package", "internal", "private"].contains($0) }
      guard words.count >= 2, words[0] == "import" else { return nil }
      return (kinds.contains(words[1]) ? words[2] : words[1]).components(separatedBy: ".")[0]
    }
  }

  /// The module of a file, and the row that holds for it.
  private static func module(of file: String) -> (name: String, row: String)? {
    let parts = file.split(separator: "/").map(String.init)
    switch parts[0] {
    case "Sources": return tools.contains(parts[1]) ? nil : (parts[1], parts[1])
    case "Plugins" where parts[1] == "Standard": return ("StandardExporters", "StandardExporters")
    case "Plugins": return ("\(parts[1])Exporter", "…Exporter")
    default: return nil
    }
  }

  @Test("every import line is in the table")
  func imports() throws {
    let table = try Self.table()
    #expect(table.count >= 13)
    var checked = 0
    for file in House.swiftFiles(below: ["Sources", "Plugins"]) {
      guard let (module, row) = Self.module(of: file) else { continue }
      var allowed = Self.always.union(Self.packages[module] ?? []).union(Self.forTests[module] ?? [])
      guard let listed = table[row] else {
        Issue.record("\(file): the module \(module) is not in docs/architecture.md")
        continue
      }
      allowed.formUnion(listed)
      allowed.formUnion(try Self.additions(to: module))
      for name in try Self.imports(of: file) {
        checked += 1
        let isListed = module == "StandardExporters" && name.hasSuffix("Exporter")
        #expect(allowed.contains(name) || isListed, "\(file) imports \(name)")
      }
    }
    #expect(checked > 100)
  }

  @Test("every row of the table is a module that exists")
  func rows() throws {
    for module in try Self.table().keys where !module.contains("…") {
      let folder = module == "StandardExporters" ? "Plugins/Standard" : "Sources/\(module)"
      #expect(House.exists(folder), "\(folder)")
    }
  }
}
