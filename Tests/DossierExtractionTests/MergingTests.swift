import DossierExtraction
import DossierModel
import DossierReading
import DossierText
import Testing

/// Many articles, one report.
@Suite("Merged reports")
struct MergingTests {
  static let morning = """
    Cranes stand still at Northmoor

    LONDON, March 3, 2025

    The United Kingdom accused Russia of hacking the computers of the port of Northmoor. The port has been shut since Monday, and its cranes stand still while engineers look for the malware that the intruders left behind in them.
    """

  static let evening = """
    A quiet night at the docks of Northmoor

    PARIS, March 4, 2025

    The United Kingdom accused Russia of hacking the computers of the port of Northmoor. Ships wait outside the port until its engineers have found all of the malware.
    """

  static let denial = """
    A word from Moscow

    MOSCOW, March 5, 2025

    Russia denied that it had hacked the computers of the port of Northmoor. Ships wait outside the port until its engineers have found all of the malware.
    """

  private func part(_ text: String, name: String) throws -> MergePart {
    let input = Input(name: name, bytes: Array(text.utf8))
    let documents = try ArticleReader.read(input).documents
    return MergePart(
      report: ReportBuilder.report(about: documents, settings: ReportSettings()), documents: documents)
  }

  private func merged(_ parts: [MergePart]) throws -> MergedReport {
    try #require(ReportBuilder.merged(parts, settings: ReportSettings()))
  }

  @Test("one claim of one speaker in two articles is one, with both places; order makes no difference")
  func oneClaim() throws {
    let parts = [try part(Self.morning, name: "a.txt"), try part(Self.evening, name: "b.txt")]
    let merged = try merged(parts)
    #expect(try self.merged(parts.reversed()).report.json() == merged.report.json())
    #expect(merged.report.sources.map(\.published) == ["2025-03-03", "2025-03-04"])
    let accusations = merged.report.claims.filter { $0.act == .accuse }
    #expect(accusations.count == 1)
    #expect(accusations.first?.evidence.map(\.source) == ["s1", "s2"])
    #expect(merged.report.entities.filter { $0.name == "Russia" }.count == 1)
    #expect(merged.copies.isEmpty)
    #expect(ReportValidator.check(merged.report).isEmpty)
  }

  @Test("a denial answers the accusation of another article")
  func answersAcrossArticles() throws {
    let merged = try merged([try part(Self.denial, name: "a.txt"), try part(Self.morning, name: "b.txt")])
    let accusation = try #require(merged.report.claims.first { $0.act == .accuse })
    let denials = merged.report.claims.filter { $0.act == .deny }
    #expect(!denials.isEmpty)
    #expect(denials.allSatisfy { $0.answers.contains(accusation.id) })
    let relations = merged.report.relations.filter { $0.claims.contains(accusation.id) }
    #expect(relations.allSatisfy { !$0.disputedBy.isEmpty })
  }

  @Test("a copy is a source, and its words count once")
  func copies() throws {
    let copy =
      Self.morning + "\n\nReporting for the Tidewater Post by its own staff in London and in Northmoor."
    let merged = try merged([try part(Self.morning, name: "a.txt"), try part(copy, name: "b.txt")])
    #expect(merged.copies.count == 1)
    #expect(merged.report.sources.count == 2)
    for claim in merged.report.claims { #expect(claim.evidence.count == 1, "\(claim.id)") }
  }

  @Test("the very same article twice is one")
  func twins() throws {
    let one = try part(Self.morning, name: "a.txt")
    #expect(try merged([one, one]).report.sources.count == 1)
  }

  @Test("what has no name of its own stays apart")
  func nameless() throws {
    func text(_ place: String) -> String {
      """
      Hackers in \(place)

      The mayor of \(place), Anna Brandt, accused hackers of stealing the files of the town hall of \(place).
      """
    }
    let merged = try merged([
      try part(text("Lindau"), name: "a.txt"), try part(text("Worms"), name: "b.txt"),
    ])
    let blamed = merged.report.claims.filter { $0.act == .accuse }.flatMap(\.about)
    #expect(Set(blamed).count == blamed.count)
  }

  @Test("an event without a target is one in a copy, and stays apart in another article")
  func untargetedEvents() throws {
    func counts(_ other: String) throws -> (events: Int, copies: Int) {
      var parts = [try part(Self.morning, name: "a.txt"), try part(other, name: "b.txt")]
      for index in parts.indices {
        parts[index].report.events = [Event(id: "v1", kind: .espionage, label: "a campaign")]
        for claim in parts[index].report.claims.indices {
          parts[index].report.claims[claim].proposition.event = "v1"
        }
        parts[index].report.relations = []
      }
      let merged = try merged(parts)
      #expect(ReportValidator.check(merged.report).isEmpty)
      return (merged.report.events.count, merged.copies.count)
    }
    #expect(try counts(Self.morning + "\n\nReporting for the Tidewater Post by its own staff.") == (1, 1))
    #expect(try counts(Self.evening) == (2, 0))
  }

  @Test("nothing merged is nothing")
  func nothing() {
    #expect(ReportBuilder.merged([], settings: ReportSettings()) == nil)
  }
}
