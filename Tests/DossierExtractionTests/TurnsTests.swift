import DossierModel
import DossierReading
import Testing

@testable import DossierExtraction

/// Labels before colons make a talk only where they open most of its paragraphs.
struct TurnsTests {
  private static func rules(_ article: String) throws -> [String] {
    let documents = try ArticleReader.read(Input(name: "a.txt", bytes: Array(article.utf8))).documents
    return documents.flatMap {
      ReportBuilder.report(about: [$0], settings: ReportSettings()).claims.map(\.rule)
    }
  }

  @Test("Lists with labels in an advisory give nobody the floor")
  func listsAreNoTalk() throws {
    let prose = (1...12).map {
      "The malware of APT28 runs every \($0) minutes on the hacked servers of the bank."
    }
    let labelled = [
      "Filename: tank.dll is the name.", "Folder: it lies in the hacked folder.",
      "Filename: modem.exe is the other one.",
    ]
    let article =
      "Alert on the hack of the bank\n\nThe FBI said that APT28 hacked the bank.\n\n"
      + labelled.joined(separator: "\n\n") + "\n\n"
      + prose.joined(separator: "\n\n")
    #expect(try !Self.rules(article).contains("en.quotation"))
  }

  @Test("Turns of a briefing do")
  func briefingsAre() throws {
    let article = """
      Briefing on the hack

      MR. BOSSERT: Hackers of APT28 attacked the hospitals with malware. We attribute the hack to Russia.

      Q: Are you sure?

      MR. BOSSERT: The malware was built by APT28. We do not say so lightly.
      """
    #expect(try !Self.rules(article).isEmpty)
  }
}
