import DossierModel
import DossierReading
import DossierText
import Foundation
import Testing

/// The development gold texts that stand for pages as pasted: what their gold says of title, authors and furniture.
@Suite struct GoldPageTests {
  struct Page: CustomTestStringConvertible, Sendable {
    var name: String
    var text: [UInt8]
    var title: String?
    var authors: [String]
    var publisher: String?
    var mustNot: [String]
    var testDescription: String { name }
  }

  static let pages: [Page] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Gold/development")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".gold.json") }.sorted().compactMap { file in
      guard let gold = FileManager.default.contents(atPath: folder.appending(path: file).path),
        let text = FileManager.default.contents(
          atPath: folder.appending(path: file.replacing(".gold.json", with: ".txt")).path),
        let root = try? JSONParser.parse(SourceText(name: file, bytes: Array(gold))),
        let metadata = root["metadata"]
      else { return nil }
      return Page(
        name: file, text: Array(text), title: strings(metadata["title"]).first,
        authors: strings(metadata["authors"]),
        publisher: strings(metadata["publisher"]).first, mustNot: strings(root["must_not"]))
    }
  }()

  private static func strings(_ node: DataNode?) -> [String] {
    guard let node else { return [] }
    if case .string(let text) = node.value { return [text] }
    return (node.elements ?? []).flatMap { strings($0) }
  }

  @Test func thereArePages() {
    #expect(Self.pages.count >= 2)
  }

  @Test(arguments: pages)
  func furnitureStaysOut(page: Page) throws {
    let document = try #require(
      try ArticleReader.read(Input(name: page.name, bytes: page.text)).documents.first)
    #expect(document.metadata.title == page.title)
    #expect(document.metadata.authors == page.authors)
    #expect(
      document.metadata.publisher?.replacing("’", with: "'") == page.publisher?.replacing("’", with: "'"))
    for block in document.blocks where block.role != .boilerplate {
      for phrase in page.mustNot { #expect(!document.text[block.range].contains(phrase)) }
    }
  }
}
