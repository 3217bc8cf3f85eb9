import DossierModel
import DossierReading
import DossierText
import Foundation
import Testing

/// Pages and pastes of our own in the folder `Pages`, each with what a careful person reads there.
@Suite("Pages of our own") struct OwnPageTests {
  struct Page: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    /// Metadata by name, as far as it is looked at.
    var metadata: [(name: String, value: String)]
    /// The article's blocks, as `Page.lines` writes them.
    var blocks: [String]
    var testDescription: String { name }
  }

  static let pages: [Page] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".html") || $0.hasSuffix(".txt") }.sorted().compactMap { file in
      let name = String(file.prefix { $0 != "." })
      let expected = folder.appending(path: file.replacing(/\.[a-z]+$/, with: ".expected"))
      guard let bytes = FileManager.default.contents(atPath: folder.appending(path: file).path),
        let text = try? String(contentsOf: expected, encoding: .utf8)
      else { return Page(name: name, bytes: [], metadata: [], blocks: []) }
      let lines = text.split(separator: "\n").map(String.init)
      let head = lines.prefix { $0 != "---" }
      return Page(
        name: file, bytes: Array(bytes),
        metadata: head.map { line in
          let parts = line.split(separator: ":", maxSplits: 1)
          return (String(parts[0]), parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
        },
        blocks: Array(lines.dropFirst(head.count + 1)))
    }
  }()

  @Test func thereArePagesAndPastes() {
    #expect(Self.pages.count { $0.name.hasSuffix(".html") } >= 12)
    #expect(Self.pages.count { $0.name.hasSuffix(".txt") } >= 8)
  }

  @Test(arguments: pages)
  func articleAndNothingElse(page: Page) throws {
    try #require(!page.blocks.isEmpty, "the page has no expectation beside it")
    let document = try #require(
      try ArticleReader.read(Input(name: page.name, bytes: page.bytes)).documents.first)
    let found = Self.lines(of: document)
    for line in page.blocks where !found.contains(line) { Issue.record("missing: \(line)") }
    for line in found where !page.blocks.contains(line) { Issue.record("too much: \(line)") }
    #expect(found == page.blocks)
    for (name, value) in page.metadata {
      #expect(Self.value(name, of: document) == value, "\(name)")
    }
    if page.name.hasSuffix(".html") {
      #expect(document.blocks.allSatisfy { $0.xpath != nil || $0.role == .title })
    }
  }

  /// The article's blocks, each as a line with a sign for its kind.
  private static func lines(of document: Document) -> [String] {
    document.blocks.filter { $0.role == .body || $0.role == .caption }.map { block in
      let text = document.text[block.range]
      if block.role == .caption { return "(caption) " + text }
      return switch block.kind {
      case .heading: "# " + text
      case .listItem: "- " + text
      case .quotation: "> " + text
      case .tableRow: "| " + text.replacing("\t", with: " | ")
      case .code: "= " + text.replacing("\n", with: "⏎")
      case .caption: "(caption) " + text
      case .paragraph: text
      }
    }
  }

  private static func value(_ name: String, of document: Document) -> String? {
    let metadata = document.metadata
    switch name {
    case "title": return metadata.title
    case "authors": return metadata.authors.joined(separator: "; ")
    case "publisher": return metadata.publisher
    case "published": return metadata.published
    case "modified": return metadata.modified
    case "language": return metadata.language
    case "translation": return metadata.translationOf
    case "agencies": return metadata.agencies.joined(separator: "; ")
    case "languages":
      return document.blocks.filter { $0.role == .body }.map { $0.language ?? document.metadata.language }
        .joined(separator: " ")
    default: return nil
    }
  }
}
