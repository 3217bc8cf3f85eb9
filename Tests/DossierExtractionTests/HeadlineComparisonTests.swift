import DossierModel
import DossierReading
import DossierText
import Testing

@testable import DossierExtraction

/// Headlines that say more than their articles are told, others are not.
struct HeadlineComparisonTests {
  private static func messages(_ article: String) throws -> [Diagnostic] {
    let documents = try ArticleReader.read(Input(name: "page.html", bytes: Array(article.utf8))).documents
    return documents.flatMap { document in
      let report = ReportBuilder.report(about: [document], settings: ReportSettings())
      return ReportBuilder.headlineDifferences(in: report, about: document)
    }
  }

  private static func page(_ title: String, _ text: String) -> String {
    "<html lang=en><head><title>\(title)</title></head><body><article><h1>\(title)</h1><p>\(text)</p></article></body></html>"
  }

  @Test("A headline that blames where the text only supports is told, with its place")
  func tellsOfMore() throws {
    let messages = try Self.messages(
      Self.page(
        "NATO accuses China of the hack of mail servers",
        "NATO acknowledged statements attributing the hack of mail servers to China, and hackers of the group APT31 "
          + "were named by London. The malware was found in March, and the mail servers were cleaned."))
    let message = try #require(messages.first)
    #expect(messages.count == 1)
    #expect(message.id == "report.headline")
    #expect(message.summary.contains("NATO"))
    #expect(message.summary.contains("support"))
    #expect((message.location?.line ?? 0) > 0)
  }

  @Test("A headline that says what the text says, or of whom the text says nothing, is not")
  func staysSilent() throws {
    #expect(
      try Self.messages(
        Self.page(
          "NATO accuses China of the hack of mail servers",
          "NATO accused China of the hack of mail servers on Monday. The malware was found in March.")
      ).isEmpty)
    #expect(
      try Self.messages(
        Self.page(
          "NATO accuses China of the hack of mail servers",
          "London acknowledged that its mail servers were hacked. The malware was found in March.")
      ).isEmpty)
  }
}
