import DossierModel
import Testing

@testable import DossierExtraction

/// Who was accused denies it, in whatever words and through whomever they answer.
@Suite("Answers to an accusation")
struct AnswerFormsTests {
  struct Case: Sendable {
    let language: String
    let accusation: String
    let speakers: [String]
    /// A word of the name of whoever is defended.
    let accused: String
  }

  static let cases: [Case] = [
    Case(
      language: "en", accusation: "Denmark accused China of hacking its parliament.",
      speakers: ["China", "The Chinese embassy", "Foreign ministry spokesman Geng Shuang"], accused: "china"),
    Case(
      language: "en", accusation: "A report accused Acme Corp of helping Chinese spies to hack banks.",
      speakers: ["The company", "Its chief executive, Paul Hart,", "A spokesman for Acme"], accused: "acme"),
    Case(
      language: "en", accusation: "Prosecutors accused Mark Dunn of hacking the bank.",
      speakers: ["Mr. Dunn", "His lawyer, Jane Roe,", "A lawyer for Dunn"], accused: "dunn"),
    Case(
      language: "fr", accusation: "Le Danemark a accusé la Chine d'avoir piraté son parlement.",
      speakers: [
        "Pékin", "L'ambassade de Chine à Copenhague", "Le ministère chinois des Affaires étrangères",
      ],
      accused: "china"),
    Case(
      language: "fr", accusation: "Le parquet a accusé Marc Dunn d'avoir piraté la banque.",
      speakers: ["Marc Dunn", "M. Dunn", "Son avocate, Jeanne Roy,"], accused: "dunn"),
  ]

  static let forms: [String: [String]] = [
    "en": [
      "# denied it.", "# said none of it was true.", "# said the opposite was true.",
      "# said it was a case of mistaken identity.", "# called it nonsense.", "# will fight the charge.",
      "“No,” # said.", "Not so, said #.", "Wrong, said #.", "# said the accusation did not hold water.",
    ],
    "fr": [
      "# dément.", "« Pas du tout », a répondu #.", "# a répondu par la négative.", "# crie au complot.",
      "# affirme n'y être pour rien.", "# affirme ne pas y avoir participé.", "Il n'en est rien, assure #.",
      "# dénonce une machination.",
    ],
  ]

  @Test("A denial defends whoever was accused", arguments: cases)
  func denials(item: Case) throws {
    for form in try #require(Self.forms[item.language]) {
      for speaker in item.speakers {
        let opens = form.hasPrefix("#")
        let named = opens ? speaker : speaker.prefix(1).lowercased() + speaker.dropFirst()
        let name =
          item.speakers.first == speaker || speaker.hasPrefix("M. ") || speaker.hasPrefix("Mr. ")
            || speaker.hasPrefix("Marc") ? speaker : named
        var sentence = form.replacing("#", with: name)
        if sentence.hasSuffix(",.") { sentence = sentence.dropLast(2) + "." }
        let text = item.accusation + " " + sentence
        let report = try SentenceReport.report(of: text, language: item.language)
        let denial = report.claims.last { $0.act == .deny }
        let about = denial?.about.compactMap { report.entity($0)?.name.lowercased() } ?? []
        #expect(about.contains { $0.contains(item.accused) }, "\(text) \(about)")
        #expect(report.claims.filter { $0.act.isResponsibility }.count == 1, "\(text)")
      }
    }
  }
}
