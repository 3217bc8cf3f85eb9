import DossierModel
import DossierText
import Testing

@testable import DossierExtraction

@Suite("Articles longer than any")
struct LongArticleTests {
  static let sentence =
    "The ministry of energy said on Monday that hackers linked to Russia had attacked its servers."

  private func document(_ paragraphs: [String]) -> Document {
    let source = SourceText(name: "long", paragraphs.joined(separator: "\n"))
    var blocks: [Block] = []
    var start = 0
    for paragraph in paragraphs {
      let end = start + paragraph.utf8.count
      blocks.append(Block(range: TextRange(start, end), kind: .paragraph, role: .body))
      start = end + 1
    }
    var document = Document(text: source, blocks: blocks, sha256: "")
    document.metadata.language = "en"
    return document
  }

  private func settings(_ maximum: Int) -> ReportSettings {
    var settings = ReportSettings()
    settings.maximumText = maximum
    return settings
  }

  @Test("Claims end at the bound, with a whole sentence, and indicators go on")
  func bound() throws {
    let line = String(repeating: Self.sentence + " ", count: 20)
    let document = document([line, line + "It was 198[.]51[.]100[.]7."])
    let whole = ReportBuilder.report(about: [document], settings: settings(1 << 20))
    #expect(whole.claims.count == 40)
    #expect(ReportBuilder.unreadRest(of: document, settings: settings(1 << 20)) == nil)
    for maximum in [Self.sentence.utf8.count * 5, line.utf8.count, line.utf8.count + 500] {
      let cut = ReportBuilder.report(about: [document], settings: settings(maximum))
      #expect(cut.claims.count == maximum / (Self.sentence.utf8.count + 1))
      #expect(
        cut.claims.allSatisfy {
          $0.evidence[0].exact.hasSuffix("servers.") || $0.evidence[0].exact.hasSuffix("servers")
        })
      #expect(cut.indicators.map(\.value) == ["198.51.100.7"])
      let message = try #require(ReportBuilder.unreadRest(of: document, settings: settings(maximum)))
      #expect(message.id == "report.long-article")
      #expect(message.severity == .warning)
    }
  }

  @Test("Text without spaces beyond the bound is not read at all")
  func noSpaces() {
    let document = document([String(repeating: "a", count: 10_000)])
    #expect(ReportBuilder.report(about: [document], settings: settings(5000)).claims.isEmpty)
  }

  @Test("Mentions are kept in order, each once")
  func mentions() {
    var registry = EntityRegistry()
    let entity = registry.insert(EntityRegistry.Draft(kind: .state, name: "Northland", key: "n"))
    for start in [50, 10, 30, 10, 50, 0] { registry.mention(entity, at: TextRange(start, start + 5)) }
    #expect(registry[entity].mentions.map(\.start) == [0, 10, 30, 50])
  }

  @Test("A denial of what was said a thousand times answers a bounded number of claims")
  func denials() {
    let lines = Array(repeating: "Microsoft accused China of hacking its email servers.", count: 300)
    let document = document(lines + ["The Chinese government denied the accusation."])
    let report = ReportBuilder.report(about: [document], settings: settings(1 << 20))
    let answers = report.claims.map(\.answers.count).max() ?? 0
    #expect((1...64).contains(answers))
  }
}
