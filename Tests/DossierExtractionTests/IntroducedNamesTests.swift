import DossierModel
import Testing

@testable import DossierExtraction

/// A name that no catalogue has must be read as one that they have, once the text says what it is.
@Suite("Names that a text introduces")
struct IntroducedNamesTests {
  static let groups: [(language: String, text: String)] = [
    ("en", "The X ransomware gang hit the port. X later hit a bank, the FBI said."),
    ("en", "A group calling itself X hit the port. Norway believes X works for Russia."),
    ("en", "X, a Russian-speaking gang, stole files from the port. Norway blamed X for the breach."),
    ("en", "X, the gang that claims the attack, wants $70 million in bitcoin."),
    ("en", "Norway attributed the breach to a new hacking group, X. It said X had also hit a bank."),
    ("en", "A Russian group of cyber criminals called X hit the port. The FBI said X had also hit a bank."),
    (
      "fr",
      "Le gang russophone X a frappé le port. Des membres présumés de X se vantent d'avoir volé des données."
    ),
    ("fr", "Un groupe se présentant comme X a frappé le port. Selon la Norvège, X dépend du FSB."),
    ("fr", "Ce groupe, connu sous le nom de X, dépend du FSB, affirme la Norvège."),
    ("fr", "X, une unité du renseignement militaire russe, a volé des données au port. La Norvège accuse X."),
  ]

  static let bodies: [(language: String, text: String)] = [
    ("en", "Researchers at X linked the malware to China."),
    ("en", "Experts from X blamed Russia for the attack."),
    ("en", "A report on the breach came out in May. X researchers blamed Russia for it. A bank had hired X."),
    ("en", "X's chief executive blamed Russia for the attack."),
    ("en", "A X spokesman denied that Russia was behind the attack."),
    ("en", "X, a security firm, blamed Russia for the attack. Russia then attacked X, with low confidence."),
    ("en", "“Russia was behind the attack,” said Anna Berg of X."),
    ("fr", "Des chercheurs de chez X attribuent l'attaque à la Chine."),
    ("fr", "X, une société danoise, attribue l'attaque à la Chine. X n'a pas souhaité commenter."),
  ]

  @Test("A group has its name wherever it stands", arguments: groups)
  func readsGroups(language: String, text: String) throws {
    try compare(text, language, unknown: "Graywhale", known: "LockBit")
  }

  @Test("A body has its name wherever it stands", arguments: bodies)
  func readsBodies(language: String, text: String) throws {
    try compare(text, language, unknown: "Kestrova", known: language == "fr" ? "Sekoia" : "Mandiant")
  }

  @Test(
    "Words with their capital from the sentence's start, victims and businesses are no groups",
    arguments: [
      ("en", "Meanwhile, a Russian-speaking gang claimed the attack."),
      ("en", "Rival gang members claimed the attack."),
      ("en", "The Bertholon group said it had been attacked."),
      ("fr", "Le groupe Bertholon affirme avoir été attaqué."),
      ("fr", "L'enseigne Bertholon affirme avoir été attaquée."),
    ])
  func makesNoGroups(language: String, text: String) throws {
    let report = try SentenceReport.report(of: text, language: language)
    for word in ["Meanwhile", "Rival", "Bertholon"] {
      #expect(!report.entities.contains { $0.name == word && $0.kind == .group }, "\(text)")
    }
  }

  @Test("A longer name is another")
  func keepsLongerNames() throws {
    let report = try SentenceReport.report(
      of: "Researchers at Norlock blamed Russia. Norlock Shipping accused China of the attack.",
      language: "en")
    #expect(report.entities.contains { $0.name == "Norlock Shipping" })
  }

  private func compare(_ text: String, _ language: String, unknown: String, known: String) throws {
    let with = try claims(of: text.replacing("X", with: unknown), language, naming: unknown)
    let expected = try claims(of: text.replacing("X", with: known), language, naming: known)
    #expect(!expected.isEmpty)
    #expect(with == expected, "\(text)")
  }

  private func claims(of text: String, _ language: String, naming name: String) throws -> [String] {
    let report = try SentenceReport.report(of: text, language: language)
    let names = Dictionary(uniqueKeysWithValues: report.entities.map { ($0.id, $0.name) })
    func list(_ ids: [String]) -> String { ids.map { names[$0] ?? $0 }.joined(separator: " + ") }
    return report.claims.map { claim in
      "\(claim.act.rawValue) \(list(claim.speakers)) -> \(list(claim.about))".replacing(name, with: "X")
    }
  }
}
