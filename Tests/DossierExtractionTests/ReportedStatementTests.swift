import DossierModel
import DossierReading
import Testing

@testable import DossierExtraction

/// Whose words a reported statement is and which words it has, in scope all.
@Suite("Reported statements")
struct ReportedStatementTests {
  struct Case: CustomStringConvertible, Sendable {
    var text: String
    /// Speaker and content of each claim, in the words of the text.
    var statements: [String]

    var description: String { text }
  }

  static let cases = [
    Case(
      text:
        "“We think the bridge is safe,” the mayor said. “It was checked in May. We urge people to use it.”",
      statements: [
        "the mayor: “We think the bridge is safe,” | “It was checked in May. | We urge people to use it.”"
      ]),
    Case(
      text: "“Is that the whole plan?” Mr. Harlow asked. “We need a better one.”",
      statements: ["Harlow: “Is that the whole plan?” | “We need a better one.”"]),
    Case(
      text: "“We won the vote,” Jane Harlow said.\n\n“They bought it,” wrote one angry neighbour.",
      statements: ["Jane Harlow: “We won the vote,”", "one angry neighbour: “They bought it,”"]),
    Case(
      text: "In March, the council said the road was too narrow for buses.",
      statements: ["the council: the road was too narrow for buses"]),
    Case(
      text: "Jane Harlow attacked the plan, arguing that the road was too narrow for buses.",
      statements: ["Jane Harlow: that the road was too narrow for buses"]),
    Case(
      text: "The council met Jane Harlow, who said that the road was too narrow for buses.",
      statements: ["Jane Harlow, who: that the road was too narrow for buses"]),
    Case(
      text: "“We like the new bridge.” Harlow said.",
      statements: ["Harlow: “We like the new bridge.”"]),
    Case(
      text: "\"We like the new bridge. It is wide,” said Harlow.",
      statements: ["Harlow: \"We like the new bridge. | It is wide,”"]),
    Case(
      text:
        "The council met on Monday about the bridge, which has been closed since the floods of last year.\n\n"
        + "“The bridge has to be closed.”\n\n— Jane Harlow, Lyon.\n\n"
        + "It will meet again next week, when the experts have looked at all of its pillars.",
      statements: ["Jane Harlow: “The bridge has to be closed.”"]),
    Case(
      text: "“It is the third time this year,” Harlow pressed.",
      statements: ["Harlow: “It is the third time this year,”"]),
  ]

  @Test(arguments: cases)
  func statements(_ one: Case) throws {
    var documents = try ArticleReader.read(Input(name: "article.txt", bytes: Array(one.text.utf8))).documents
    for index in documents.indices { documents[index].metadata.language = "en" }
    var settings = ReportSettings()
    settings.scope = .all
    let points = Array(one.text.unicodeScalars)
    func words(_ spans: [Span]) -> String {
      spans.map { span in
        var words = String.UnicodeScalarView()
        words.append(contentsOf: points[span.start..<span.end])
        return String(words)
      }.joined(separator: " | ")
    }
    let found = ReportBuilder.report(about: documents, settings: settings).claims.flatMap(\.evidence)
      .map { "\(words($0.speaker)): \(words($0.content))" }
    for statement in one.statements { #expect(found.contains(statement), "\(found)") }
  }
}
