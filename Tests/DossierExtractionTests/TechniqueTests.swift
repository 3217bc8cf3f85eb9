import DossierKnowledge
import DossierModel
import DossierReading
import DossierText
import Testing

@testable import DossierExtraction

/// ATT&CK techniques by id, by name and by words.
@Suite("Techniques")
struct TechniqueTests {
  private func report(_ text: String) throws -> Report {
    let input = Input(name: "t.txt", bytes: Array(text.utf8))
    let documents = try ArticleReader.read(input, as: .text, maximumBytes: 1 << 20).documents
    return ReportBuilder.report(about: documents, settings: ReportSettings())
  }

  private static let english = """
    Hackers broke into the ministry

    The hacking group breached the ministry in March with malware, security researchers said on Tuesday. \

    """
  private static let french = """
    Des pirates ont attaqué le ministère

    Le groupe de pirates informatiques a infecté le ministère avec un logiciel malveillant, ont indiqué les experts. \

    """

  @Test(
    "what is found, and where",
    arguments: [
      (english + "They sent spearphishing links (T1566.002).", ["T1566.002: spearphishing links|T1566.002"]),
      (
        english + "The tool uses Process Hollowing and cleared event logs.",
        ["T1055.012: Process Hollowing", "T1070.001: cleared event logs"]
      ),
      (
        english + "The attackers exfiltrated archives to the C2 server.",
        ["T1041: exfiltrated archives to the C2"]
      ),
      (english + "They ran anti-phishing campaigns with phishing-resistant keys.", []),
      (english + "Their accounts were valid; a process was injected with hope.", []),
      (english + "The part number is T156, the model T1566X.", []),
      (
        french + "Ils ont envoyé des pièces jointes piégées puis ont chiffré les fichiers.",
        ["T1566.001: pièces jointes piégées", "T1486: chiffré les fichiers"]
      ),
      (
        "The garden show opened.\n\nVisitors kept taking screenshots. It is T1190.", ["T1190: T1190"]
      ),
    ] as [(String, [String])])
  func finds(text: String, expected: [String]) throws {
    let report = try report(text)
    let found = report.techniques.map { "\($0.attackID): \($0.mentions.map(\.text).joined(separator: "|"))" }
    #expect(found == expected)
    let points = Array(text.unicodeScalars)
    for mention in report.techniques.flatMap(\.mentions) {
      let words = String(String.UnicodeScalarView(points[mention.start..<mention.end]))
      #expect(words == mention.text)
    }
  }

  @Test func claimsAreTiedToTechniquesInTheirEvidence() throws {
    let report = try report(
      Self.english + "Microsoft said the group used password spraying against the ministry.")
    let technique = try #require(report.techniques.first { $0.attackID == "T1110.003" })
    #expect(technique.name == "Password Spraying")
    #expect(!technique.claims.isEmpty)
    #expect(technique.claims.allSatisfy { id in report.claims.contains { $0.id == id } })
  }
}
