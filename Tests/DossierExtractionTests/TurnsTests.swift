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

  private static func claims(_ article: String) throws -> [String] {
    let documents = try ArticleReader.read(Input(name: "a.txt", bytes: Array(article.utf8))).documents
    return documents.flatMap { document in
      let report = ReportBuilder.report(about: [document], settings: ReportSettings())
      func names(_ ids: [String]) -> String {
        ids.compactMap { id in report.entities.first { $0.id == id }?.name }.joined(separator: " + ")
      }
      return report.claims.map { "\($0.act) \(names($0.speakers)) -> \(names($0.about))" }
    }
  }

  @Test("The minutes of a French hearing name who speaks before a dash")
  func minutesAre() throws {
    let article = """
      Mme Claire Aubin, rapporteure. – Qui se cache derrière le piratage du réseau de l'hôpital ?

      M. Vincent Morel, directeur général de l'ANSSI. – Il ne m'appartient pas d'attribuer cette attaque.

      M. Alexis Renard (groupe Horizon). – Moi, j'accuse la Chine d'espionner nos arsenaux !
      """
    #expect(try Self.claims(article) == ["decline Vincent Morel -> ", "accuse Alexis Renard -> China"])
  }

  @Test("A question and one answer are a talk; what a label tells behind a comma is no name")
  func twoTurnsAre() throws {
    let article = """
      Ouest Littoral : Qui a piraté les serveurs de vos chantiers ?

      Pascal Kerdrel, directeur des Chantiers du Ponant : Nous accusons le groupe Akira de ce piratage.
      """
    #expect(try Self.claims(article) == ["accuse Pascal Kerdrel -> Akira"])
  }

  @Test("A sentence that ends in a colon is no label")
  func sentencesAreNot() throws {
    let article = """
      Claire Roe, a lawyer, said: the hack was the work of APT28.

      Paul Moor, a minister, denied: the ministry had not been hacked.
      """
    #expect(try !Self.claims(article).contains("attribute Claire Roe -> "))
    #expect(try Self.claims(article).contains { $0.hasPrefix("attribute Claire Roe") })
  }
}
