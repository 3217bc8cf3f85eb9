import DossierModel
import Testing

@testable import DossierExtraction

/// Whoever was accused is meant when somebody else blames them again by what they are, and never who accused them.
@Suite("The accused, told of again")
struct RenamedAccusedTests {
  struct Case: Sendable {
    let language: String
    let accusation: String
    /// A word of the name of the accused.
    let accused: String
    let words: [String]
  }

  static let cases: [Case] = [
    Case(
      language: "en", accusation: "Denmark accused China of hacking its parliament.", accused: "china",
      words: ["the country", "Beijing", "the Chinese government"]),
    Case(
      language: "en", accusation: "Microsoft said the Lazarus Group had stolen data from the bank.",
      accused: "lazarus", words: ["the group", "the hackers", "the gang"]),
    Case(
      language: "en", accusation: "Prosecutors accused Mark Dunn of hacking the bank.", accused: "dunn",
      words: ["the man", "Mr. Dunn", "the suspect", "the hacker"]),
    Case(
      language: "en", accusation: "Poland blamed a Russian company, Bluestone Software, for the attack.",
      accused: "bluestone", words: ["the company", "the firm", "the Russian company", "Bluestone"]),
    Case(
      language: "fr", accusation: "Le Danemark a accusé la Chine d'avoir piraté son parlement.",
      accused: "china", words: ["le pays", "Pékin", "le gouvernement chinois"]),
    Case(
      language: "fr", accusation: "Le parquet a accusé Marc Dunn d'avoir piraté la banque.", accused: "dunn",
      words: ["l'homme", "M. Dunn", "le suspect", "le pirate"]),
    Case(
      language: "fr",
      accusation: "La Pologne a accusé une entreprise russe, Bluestone Software, d'avoir mené l'attaque.",
      accused: "bluestone", words: ["l'entreprise", "la société", "l'entreprise russe"]),
  ]

  static let forms: [String: [String]] = [
    "en": [
      "Norway also blamed #.", "Norway said # was behind the attack.", "Norway suspects #.",
      "Norway said # was not behind the attack.", "Norway called on # to stop.", "Norway sanctioned #.",
      "The FBI said the attack was the work of #.", "The FBI held # responsible for the attack.",
      "Norway charged # with fraud.", "The attack was carried out by #, Norway said.",
    ],
    "fr": [
      "La Norvège a aussi mis en cause #.", "La Norvège affirme que # est derrière l'attaque.",
      "La Norvège soupçonne #.", "La Norvège affirme que # n'est pas derrière l'attaque.",
      "La Norvège appelle # à cesser.", "La Norvège a sanctionné #.",
      "La Norvège tient # pour responsable de l'attaque.", "L'attaque a été menée par #, a dit la Norvège.",
    ],
  ]

  @Test("Another accuser means the accused", arguments: cases)
  func meansTheAccused(item: Case) throws {
    for form in try #require(Self.forms[item.language]) {
      for words in item.words {
        let plural = words == "the hackers"
        let sentence = plural ? form.replacing("# was", with: "# were") : form
        let text = item.accusation + " " + sentence.replacing("#", with: words)
        let report = try SentenceReport.report(of: text, language: item.language)
        let about = report.claims.last?.about.compactMap { report.entity($0)?.name.lowercased() } ?? []
        #expect(report.claims.count == 2, "\(text)")
        #expect(about.contains { $0.contains(item.accused) }, "\(text) \(about)")
      }
    }
  }
}
