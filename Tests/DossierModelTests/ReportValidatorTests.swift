import DossierModel
import DossierTesting
import DossierText
import Testing

@Suite("Report validator")
struct ReportValidatorTests {
  private func ids(_ change: (inout Report) -> Void) -> Set<String> {
    var report = SampleReports.everything.report
    change(&report)
    return Set(ReportValidator.check(report, texts: SampleReports.everything.texts).map(\.id))
  }

  /// A rule's diagnostic, and a change that breaks the rule.
  struct Rule: Sendable, CustomTestStringConvertible {
    let id: String
    let change: @Sendable (inout Report) -> Void
    init(_ id: String, _ change: @escaping @Sendable (inout Report) -> Void) {
      self.id = id
      self.change = change
    }
    var testDescription: String { id }
  }

  static let rules: [Rule] = [
    Rule("report.no-evidence") { $0.claims[0].evidence = [] },
    Rule("report.no-claim") { $0.relations[0].claims = [] },
    Rule("report.not-exact") { $0.claims[0].evidence[0].exact += "x" },
    Rule("report.not-exact") {
      $0.claims[0].evidence[0].start += 1
      $0.claims[0].evidence[0].end += 1
    },
    Rule("report.outside-text") { $0.claims[0].evidence[0].end = 100_000 },
    Rule("report.empty-span") { $0.claims[0].evidence[0].cue = [Span(5, 5)] },
    Rule("report.unknown-reference") { $0.claims[0].speakers = ["e99"] },
    Rule("report.unknown-reference") { $0.claims[0].relayedBy = ["e99"] },
    Rule("report.unknown-reference") { $0.claims[0].about = ["e99"] },
    Rule("report.unknown-reference") { $0.claims[0].answers = ["c99"] },
    Rule("report.unknown-reference") { $0.claims[0].proposition.event = "v99" },
    Rule("report.unknown-reference") { $0.claims[0].proposition.targets = ["e99"] },
    Rule("report.unknown-reference") { $0.relations[0].to = "x" },
    Rule("report.unknown-reference") { $0.relations[0].disputedBy.append("c99") },
    Rule("report.unknown-reference") { $0.events[0].targets = ["e99"] },
    Rule("report.unknown-reference") { $0.entities[2].partOf = "e99" },
    Rule("report.unknown-reference") { $0.techniques[0].claims = ["c99"] },
    Rule("report.unknown-reference") { $0.indicators[0].mention.source = "s99" },
    Rule("report.undisputed") { $0.relations[0].disputedBy = [] },
    Rule("report.self-answer") { $0.claims[3].answers = ["c4"] },
    Rule("report.self-reference") { $0.entities[2].partOf = "e3" },
    Rule("report.duplicate-id") { $0.claims[1].id = "c1" },
    Rule("report.bad-id") { $0.id = "report--x" },
    Rule("report.bad-id") { $0.sources[1].id = "" },
    Rule("report.bad-value") { $0.created = "2021-07-20" },
    Rule("report.bad-value") { $0.claims[3].polarity = .affirm },
    Rule("report.bad-value") { $0.claims[1].likelihood?.low = 99 },
    Rule("report.bad-value") { $0.claims[1].likelihood?.high = 101 },
    Rule("report.bad-value") { $0.claims[1].unresolved[0].role = "x" },
    Rule("report.bad-value") { $0.events[0].time?.earliest = "2024-02-30" },
    Rule("report.bad-value") { $0.events[0].time?.latest = "2023-01-01" },
    Rule("report.bad-value") { $0.sources[0].published = "8 March" },
    Rule("report.bad-value") { $0.sources[0].reliability = "G" },
    Rule("report.bad-value") { $0.sources[0].length += 1 },
    Rule("report.bad-value") { $0.entities[0].name = "" },
    Rule("report.bad-value") { $0.producer.kind = "company" },
    Rule("report.bad-value") { $0.producer.name = "" },
    Rule("report.bad-value") { $0.indicators[0].value = "" },
  ]

  @Test("Each rule, broken, is found", arguments: rules)
  func rule(_ rule: Rule) {
    #expect(ids(rule.change).contains(rule.id))
  }

  @Test("Without the text, words are still checked for their length")
  func withoutText() {
    var report = SampleReports.everything.report
    report.claims[0].evidence[0].exact = String(report.claims[0].evidence[0].exact.reversed())
    #expect(ReportValidator.check(report) == [])
    report.claims[0].evidence[0].exact += "x"
    #expect(ReportValidator.check(report).map(\.id) == ["report.not-exact"])
  }
}
