import DossierModel
import DossierReading
import DossierText
import Testing

@testable import DossierExtraction

/// Names that a text ties to each other: what the catalogues know stays one, the rest is claimed sameness.
@Suite("Asserted aliases")
struct AliasTests {
  static func report(_ text: String, _ language: String) throws -> Report {
    let opening = ClaimSentenceTests.openings[language] ?? ""
    var documents = try ArticleReader.read(
      Input(name: "alias.txt", bytes: Array((opening + "\n\n" + text + "\n").utf8))
    ).documents
    for index in documents.indices { documents[index].metadata.language = language }
    return ReportBuilder.report(about: documents, settings: ReportSettings())
  }

  /// `NAME = THING, by WHO` for each relation, in the order of the report; an article's own has no `by`.
  static func aliases(_ text: String, _ language: String) throws -> [String] {
    let report = try report(text, language)
    func name(_ id: String) -> String { report.entity(id)?.name ?? id }
    return report.relations.filter { $0.type == .sameAs }.map { relation in
      let speakers = report.claims.first { $0.id == relation.claims[0] }?.speakers ?? []
      let by = speakers.isEmpty ? "" : ", by " + speakers.map(name).joined(separator: " + ")
      return "\(name(relation.from)) = \(name(relation.to))\(by)"
    }
  }

  @Test(
    "English",
    arguments: [
      ("APT28, also known as Grey Otter, attacked the ministry.", ["Grey Otter = APT28"]),
      (
        "APT28 (aka Grey Otter, Blue Otter) was seen in Norway last week.",
        ["Grey Otter = APT28", "Blue Otter = APT28"]
      ),
      (
        "The APT28 group, otherwise known as Grey Otter, Blue Otter and Red Otter, was seen.",
        ["Grey Otter = APT28", "Blue Otter = APT28", "Red Otter = APT28"]
      ),
      ("APT28 is also called Grey Otter.", ["Grey Otter = APT28"]),
      ("APT28, which Microsoft calls Grey Otter, was seen.", ["Grey Otter = APT28, by Microsoft"]),
      ("APT28, which Kaspersky now tracks as UNC9001, was seen.", ["UNC9001 = APT28, by Kaspersky"]),
      ("APT28, tracked by Mandiant as UNC9001, was seen.", ["UNC9001 = APT28, by Mandiant"]),
      ("Microsoft tracks APT28 as Grey Otter.", ["Grey Otter = APT28, by Microsoft"]),
      ("APT28 was seen again. Kaspersky calls the group Grey Otter.", ["Grey Otter = APT28, by Kaspersky"]),
      ("APT28 was seen again. The group is also known as Grey Otter.", ["Grey Otter = APT28"]),
      (
        "APT28, dubbed Grey Otter by ESET and Red Otter by Kaspersky, was seen.",
        ["Grey Otter = APT28, by ESET", "Red Otter = APT28, by Kaspersky"]
      ),
      ("The hacking group Grey Otter, also known as APT28, was seen.", ["APT28 = Grey Otter"]),
      ("APT28 is also known as Lazarus Group.", ["Lazarus Group = APT28"]),
      ("Emotet, also known as “Grey Otter”, was found.", ["Grey Otter = Emotet"]),
      ("Storm-9876, also known as APT28, was seen.", ["APT28 = Storm-9876"]),
      ("W32.Grey, also known as Emotet, was found.", ["Emotet = W32.Grey"]),
    ])
  func english(text: String, expected: [String]) throws {
    #expect(try Self.aliases(text, "en") == expected)
  }

  @Test(
    "French",
    arguments: [
      ("APT28, aussi connu sous le nom de Loutre Grise, a visé le ministère.", ["Loutre Grise = APT28"]),
      (
        "APT28, également connu sous les noms de Loutre Grise et Loutre Bleue, est de retour.",
        ["Loutre Grise = APT28", "Loutre Bleue = APT28"]
      ),
      ("APT28, que Microsoft appelle Loutre Grise, est de retour.", ["Loutre Grise = APT28, by Microsoft"]),
      (
        "Le groupe APT28, suivi par Mandiant sous le nom d'UNC9001, est de retour.",
        ["UNC9001 = APT28, by Mandiant"]
      ),
      ("Microsoft suit APT28 sous le nom de Loutre Grise.", ["Loutre Grise = APT28, by Microsoft"]),
      (
        "APT28, surnommé « Loutre grise » par Kaspersky, est de retour.",
        ["Loutre grise = APT28, by Kaspersky"]
      ),
      ("Le groupe Loutre Grise, alias APT28, est de retour.", ["APT28 = Loutre Grise"]),
      ("APT28 est de retour. Le groupe est aussi appelé Loutre Grise.", ["Loutre Grise = APT28"]),
    ])
  func french(text: String, expected: [String]) throws {
    #expect(try Self.aliases(text, "fr") == expected)
  }

  @Test(
    "What asserts no sameness",
    arguments: [
      // The catalogues know them as one.
      "APT28, also known as Fancy Bear, attacked the ministry.",
      "Fancy Bear, also known as APT 28, attacked the ministry.",
      // Another thing than the attacker is named.
      "APT28's backdoor, called Grey Otter, was found.",
      "APT28 called Microsoft a liar.",
      "APT28, which the FBI blamed for the attack, is active.",
      "APT28, known as one of the best groups, is active.",
      "APT28 hackers named Ivan Petrov and Jane Doe were charged.",
      "The flaw, tracked as CVE-2021-44228, was used by APT28.",
      "Microsoft, also known as MSFT, named APT28.",
      // Two groups: which one is meant stays open.
      "APT28 and APT29 were seen. The group is also known as Grey Otter.",
      // The list ends before the one who speaks.
      "APT28, also known as Fancy Bear, Jane Doe said, attacked the ministry.",
    ])
  func nothing(text: String) throws {
    #expect(try Self.aliases(text, "en").isEmpty)
  }

  @Test("The claim holds the words, and whoever calls it so; calling it so condemns nobody")
  func claim() throws {
    let report = try Self.report("APT28, which Microsoft calls Grey Otter, was seen.", "en")
    let claim = try #require(report.claims.first)
    #expect(report.claims.count == 1)
    #expect(claim.act == .state)
    #expect(claim.about.isEmpty)
    #expect(claim.rule == "en.alias.call")
    #expect(claim.evidence.map(\.exact) == ["APT28, which Microsoft calls Grey Otter"])
    let words = Array(claim.evidence[0].exact.unicodeScalars)
    let start = claim.evidence[0].start
    func spelled(_ span: Span) -> String {
      String(String.UnicodeScalarView(words[span.start - start..<span.end - start]))
    }
    #expect(claim.evidence[0].speaker.map(spelled) == ["Microsoft"])
    #expect(claim.evidence[0].cue.map(spelled) == ["which Microsoft calls"])
  }

  @Test("A name between commas does not hide who did what")
  func aside() throws {
    let report = try Self.report(
      "APT28, also known as Grey Otter and Blue Otter, attacked the Bundestag, according to ESET.", "en")
    let claim = try #require(report.claims.first { $0.act == .attribute })
    #expect(claim.about.compactMap { report.entity($0)?.name } == ["APT28"])
    #expect(claim.speakers.compactMap { report.entity($0)?.name } == ["ESET"])
  }

  @Test("Merging keeps the relation once, whichever way round it was said")
  func merging() throws {
    let texts = [
      "APT28, also known as Grey Otter, was seen.", "The group Grey Otter, also known as APT28, was seen.",
    ]
    let parts = try texts.map { MergePart(report: try Self.report($0, "en")) }
    let merged = try #require(ReportBuilder.merged(parts, settings: ReportSettings())).report
    let relations = merged.relations.filter { $0.type == .sameAs }
    #expect(relations.count == 1)
    #expect(relations.first?.claims.count == 2)
  }
}
