import DossierModel
import DossierReading
import DossierText
import Foundation
import Testing

/// Inputs made to break readers: none may crash, hang or grow without bound, and each result says what is odd.
@Suite struct BadInputTests {
  static let words =
    "The harbour board said on Monday that intruders had copied its tide tables and asked for money."

  private func read(_ bytes: [UInt8], as format: InputFormat? = nil) throws -> Document? {
    try ArticleReader.read(Input(name: "input", bytes: bytes), as: format).documents.first
  }

  @Test(arguments: ["", " \n\t\r\n"])
  func emptyInput(text: String) {
    let problem = #expect(throws: Diagnostic.self) { try read(Array(text.utf8)) }
    #expect(problem?.id == "read.empty")
    #expect(problem?.help != nil)
  }

  @Test func deepNestingKeepsTheText() throws {
    for close in ["", "</div>"] {
      let page =
        "<html><body>" + String(repeating: "<div>", count: 100_000) + "<p>\(Self.words)</p>"
        + String(repeating: close, count: 100_000) + "</body></html>"
      let document = try #require(try read(Array(page.utf8)))
      #expect(document.bodyText == Self.words)
      #expect(document.diagnostics.contains { $0.id == "read.deep-nesting" })
    }
  }

  @Test func endTagsWithoutStartCostNothing() throws {
    let page =
      "<html><body>" + String(repeating: "<section>", count: 1500) + "<p>\(Self.words)</p>"
      + String(repeating: "</aside></b></x>", count: 50_000) + "</body></html>"
    #expect(try read(Array(page.utf8))?.bodyText == Self.words)
  }

  @Test func aMillionAttributes() throws {
    let attributes = (0..<1_000_000).map { "a\($0)=1" }.joined(separator: " ")
    let page = "<html><body><div \(attributes)><p>\(Self.words)</p></div></body></html>"
    #expect(try read(Array(page.utf8))?.bodyText == Self.words)
    let same = "<html><body><div \(String(repeating: "class=a ", count: 100_000))><p>\(Self.words)</p></div>"
    #expect(try read(Array(same.utf8))?.bodyText == Self.words)
  }

  @Test func aMillionAttributesInXML() throws {
    let attributes = (0..<200_000).map { "a\($0)=\"1\"" }.joined(separator: " ")
    let feed =
      "<rss \(attributes)><channel><item><description>\(Self.words)</description></item></channel></rss>"
    #expect(try read(Array(feed.utf8), as: .feed)?.bodyText == Self.words)
  }

  @Test func zerosInTheText() throws {
    let page =
      "<html><body><p>The harbour\u{0}board said on Monday that intruders had copied its tables.</p></body></html>"
    #expect(
      try read(Array(page.utf8))?.bodyText
        == "The harbour board said on Monday that intruders had copied its tables.")
  }

  @Test func scriptsThatHoldEndTags() throws {
    let page = """
      <html><body><article><p>\(Self.words)</p><script>document.write("</article></body><p>Menu of the day, as ever.</p>")</script>
      <style>p::after { content: "</p>" }</style><!-- </article> --><p>The second paragraph stands behind the script and is kept.</p></article></body></html>
      """
    let document = try #require(try read(Array(page.utf8)))
    #expect(document.texts(.body).count == 2)
    #expect(!document.bodyText.contains("Menu"))
  }

  @Test func cutPagesGiveWhatTheyHold() throws {
    let page = HTMLTests.page
    for count in stride(from: 0, to: page.utf8.count, by: 7) {
      _ = try? read(Array(page.utf8.prefix(count)), as: .html)
    }
    let cut = page.components(separatedBy: "What the police")[0]
    #expect(try read(Array(cut.utf8))?.bodyText.contains("cranes") == true)
  }

  @Test func entityBombInAPage() throws {
    let page = """
      <!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <html><body><p>\(Self.words) &b;&b;</p></body></html>
      """
    let document = try #require(try read(Array(page.utf8)))
    #expect(document.bodyText.count < 200)
  }

  @Test func pageWithoutAnArticleSaysSo() throws {
    let document = try #require(
      try read(Array("<html><body><nav><a href=x>Home</a></nav></body></html>".utf8)))
    #expect(document.diagnostics.contains { $0.id == "read.no-article" })
  }

  @Test(arguments: InputFormat.allCases)
  func everyReaderTakesAnything(format: InputFormat) {
    var generator = SplitMix(state: 7)
    let pieces = [
      "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "&", "&amp;", "&#x110000;", "<p>", "</p>",
      "<script>", "</script",
      "<svg/>", "<a href=\"", "'", "\"", "=", "{", "}", "[", "]", ":", ",", "---\n", "\n\n", "\n", "\r", "# ",
      "- ", "> ",
      "| a | b |\n", "```\n", "](", "![", "=?utf-8?q?", "?=", "Subject: x\n", "From: y\nTo: z\nDate: w\n",
      "\u{FEFF}", "\u{0}",
      "é", "\u{1F600}", "漢字", "By Ana Lopes", "12 mars 2024", "<rss><channel><item>", "</item>", "<nitf>",
      "claims:\n",
      "\"text\":\"", "Content-Type: multipart/mixed; boundary=b\n", "--b\n", "--b--", "%PDF-", "%%EOF", "x",
      "The board said no. ",
    ]
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8)
        if Int.random(in: 0..<12, using: &generator) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        }
      }
      guard format != .pdf, let result = try? ArticleReader.read(Input(name: "x", bytes: bytes), as: format)
      else { continue }
      for document in result.documents { expectSound(document) }
      for document in (try? ArticleReader.read(Input(name: "x", bytes: bytes)))?.documents ?? [] {
        expectSound(document)
      }
    }
  }

  /// Blocks lie in order within the text, cut no character, and are not empty.
  private func expectSound(_ document: Document) {
    #expect(UTF8Validation.firstInvalid(in: document.text.bytes) == nil)
    var last: UInt32 = 0
    for block in document.blocks {
      #expect(
        block.range.start >= last && block.range.end <= document.text.bytes.count && !block.range.isEmpty)
      last = block.range.end
      for edge in [block.range.start, block.range.end] where edge < document.text.bytes.count {
        #expect(document.text.bytes[Int(edge)] & 0xC0 != 0x80)
      }
    }
  }
}

/// A generator of random numbers that is the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
