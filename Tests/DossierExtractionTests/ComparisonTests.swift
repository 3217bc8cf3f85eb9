import DossierExtraction
import DossierModel
import DossierReading
import DossierTesting
import DossierText
import Testing

/// What claims changed between two reports.
@Suite("Compared reports")
struct ComparisonTests {
  private static let paragraphs = [
    "The United Kingdom accused China of hacking the servers of the Ministry of Ports.",
    "“We have high confidence in this,” Foreign Secretary Ann Lee said.",
    "China denied that it had hacked the servers of the Ministry of Ports.",
    "France called on China to end the attacks on its hospitals.",
  ]

  private static func report(_ paragraphs: [String]) throws -> Report {
    let text =
      (["Ports and hospitals", "LONDON, March 3, 2025"] + paragraphs).joined(separator: "\n\n") + "\n"
    let input = Input(name: "article.txt", bytes: Array(text.utf8))
    return ReportBuilder.report(
      about: try ArticleReader.read(input).documents, settings: ReportSettings())
  }

  @Test("a report is the same as itself")
  func itself() throws {
    let report = try Self.report(Self.paragraphs)
    try #require(report.claims.count >= 3)
    let comparison = ReportComparison(old: report, new: report)
    #expect(comparison.isSame)
    #expect(comparison.same.count == report.claims.count)
    #expect(comparison.moved.isEmpty)
  }

  @Test("a moved paragraph changes no claim, though ids and offsets are others")
  func movedParagraph() throws {
    let old = try Self.report(Self.paragraphs)
    let new = try Self.report([Self.paragraphs[3]] + Self.paragraphs[0...2])
    let demand = { (report: Report) in report.claims.first { $0.act == .demand }?.id }
    try #require(demand(old) != demand(new))
    let comparison = ReportComparison(old: old, new: new)
    #expect(comparison.isSame, "\(comparison.changed.map(\.changes))")
    #expect(comparison.moved.count == old.claims.count)
  }

  @Test("a paragraph more or less is claims added or removed")
  func addedAndRemoved() throws {
    let long = try Self.report(Self.paragraphs)
    let short = try Self.report(Array(Self.paragraphs[0...2]))
    let grown = ReportComparison(old: short, new: long)
    #expect(grown.added.map(\.claim.act) == [.demand])
    #expect(grown.removed.isEmpty && grown.changed.isEmpty)
    let shrunk = ReportComparison(old: long, new: short)
    #expect(shrunk.removed.map(\.claim.act) == [.demand])
    #expect(shrunk.added.isEmpty && shrunk.changed.isEmpty)
  }

  @Test("a denial turned into an affirmation is one claim that changed")
  func turnedDenial() throws {
    let old = try Self.report(Self.paragraphs)
    var turned = Self.paragraphs
    turned[2] = "China admitted that it had hacked the servers of the Ministry of Ports."
    let comparison = ReportComparison(old: old, new: try Self.report(turned))
    #expect(comparison.added.isEmpty && comparison.removed.isEmpty)
    let changes = try #require(comparison.changed.first).changes
    #expect(comparison.changed.count == 1)
    let polarity = changes.first { $0.field == .polarity }
    #expect(polarity?.old == .text("deny") && polarity?.new == .text("affirm"), "\(changes)")
    #expect(changes.contains { $0.field == .act })
    #expect(changes.contains { $0.field == .evidence })
  }

  @Test(
    "another value of a field is a change of that field alone",
    arguments: [ClaimField.act, .channel, .level, .hedged, .confidence, .speakers, .about, .answers])
  func oneField(_ field: ClaimField) throws {
    let old = try #require(SampleReports.shared.first { $0.name == "everything" }).report
    var new = old
    let last = try #require(new.claims.indices.last)
    let other = try #require(new.entities.last).id
    switch field {
    case .act: new.claims[last].act = new.claims[last].act == .warn ? .demand : .warn
    case .channel: new.claims[last].channel = "a letter"
    case .level: new.claims[last].level = new.claims[last].level == .state ? .group : .state
    case .hedged: new.claims[last].hedged.toggle()
    case .confidence: new.claims[last].confidence = Confidence(words: "of a kind", level: .low)
    case .speakers: new.claims[last].speakers = new.claims[last].speakers == [other] ? [] : [other]
    case .about: new.claims[last].about = new.claims[last].about == [other] ? [] : [other]
    default: new.claims[last].answers.append("c1")
    }
    let comparison = ReportComparison(old: old, new: new)
    #expect(comparison.added.isEmpty && comparison.removed.isEmpty)
    let fields = comparison.changed.flatMap { $0.changes.map(\.field) }
    #expect(fields.first == field)
    #expect(Set(fields).isSubset(of: [field, .confidenceLevel]))
  }

  @Test("other ids, another order and other offsets change nothing", arguments: UInt64(1)...40)
  func renamed(_ seed: UInt64) {
    let old = SampleReports.generated(seed: seed).report
    var new = old
    func renamed(_ id: String) -> String { "x" + id }
    new.entities = old.entities.map { entity in
      var entity = entity
      entity.id = renamed(entity.id)
      entity.partOf = entity.partOf.map(renamed)
      return entity
    }
    new.events = old.events.map { event in
      var event = event
      event.id = renamed(event.id)
      event.targets = event.targets.map(renamed)
      return event
    }
    new.claims = old.claims.reversed().map { claim in
      var claim = claim
      claim.id = renamed(claim.id)
      claim.speakers = claim.speakers.map(renamed)
      claim.relayedBy = claim.relayedBy.map(renamed)
      claim.about = claim.about.map(renamed)
      claim.proposition.targets = claim.proposition.targets.map(renamed)
      claim.proposition.event = claim.proposition.event.map(renamed)
      claim.answers = claim.answers.map(renamed)
      for index in claim.evidence.indices {
        claim.evidence[index].start += 7
        claim.evidence[index].end += 7
      }
      return claim
    }
    let comparison = ReportComparison(old: old, new: new)
    #expect(comparison.isSame, "\(comparison.changed.flatMap(\.changes))")
    #expect(comparison.moved.count == old.claims.count { !$0.evidence.isEmpty })
  }

  @Test("answers to a claim that moved are the same, to one that went are not")
  func answers() throws {
    let old = try Self.report(Self.paragraphs)
    let denial = try #require(old.claims.first { $0.act == .deny })
    try #require(!denial.answers.isEmpty)
    let moved = try Self.report([Self.paragraphs[3]] + Self.paragraphs[0...2])
    try #require(moved.claims.first { $0.act == .deny }?.answers != denial.answers)
    #expect(ReportComparison(old: old, new: moved).isSame)
    let lone = ReportComparison(old: old, new: try Self.report(Array(Self.paragraphs[2...3])))
    let change = try #require(lone.changed.flatMap(\.changes).first { $0.field == .answers })
    #expect(change.old == .list(denial.answers.map { "old \($0)" }))
  }

  @Test("capitals, accents however written, and marks between words make no difference")
  func folding() throws {
    let old = try #require(SampleReports.shared.first { $0.name == "attributions" }).report
    var new = old
    var left = old
    left.claims[0].proposition.text = "L’État a nié, dit-il"
    new.claims[0].proposition.text = "l'e\u{301}tat a nie\u{301} — dit il"
    #expect(ReportComparison(old: left, new: new).isSame)
    new.claims[0].proposition.text = "l’état l’a nié, dit-il, hier"
    #expect(
      ReportComparison(old: left, new: new).changed.flatMap { $0.changes.map(\.field) } == [.proposition])
  }

  @Test("a source more in a merged report is more evidence for its claims")
  func anotherSource() throws {
    let old = try Self.report(Self.paragraphs)
    var new = old
    new.sources[0].id = "s2"
    new.sources.insert(
      Source(
        id: "s1", title: "Another paper", language: "en", mediaType: "text/plain", sha256: "", length: 900),
      at: 0)
    for index in new.claims.indices { new.claims[index].evidence[0].source = "s2" }
    #expect(ReportComparison(old: old, new: new).isSame)
    new.claims[0].evidence.append(Evidence(source: "s1", start: 3, end: 9, exact: "blamed"))
    let comparison = ReportComparison(old: old, new: new)
    #expect(comparison.changed.map { $0.changes.map(\.field) } == [[.evidence]])
  }

  @Test("the JSON form has the keys of its schema, in order")
  func json() throws {
    let comparison = ReportComparison(
      old: try Self.report(Array(Self.paragraphs[0...2])), new: try Self.report(Array(Self.paragraphs[2...3]))
    )
    try #require(!comparison.changed.isEmpty && !comparison.added.isEmpty && !comparison.removed.isEmpty)
    var writer = JSONWriter(indent: 0)
    comparison.write(to: &writer)
    let root = try JSONParser.parse(SourceText(name: "diff", bytes: writer.bytes))
    func keys(_ node: DataNode?) -> [String]? { node?.members?.map(\.key) }
    #expect(keys(root) == DiffShapes.diff.fields.map(\.key))
    for list in ["added", "removed"] {
      #expect(keys(root[list]?.elements?.first) == DiffShapes.claim.fields.map(\.key))
    }
    let changed = root["changed"]?.elements?.first
    #expect(keys(changed) == ["old", "new", "fields", "claim"])
    #expect(keys(changed?["fields"]?.elements?.first) == DiffShapes.change.fields.map(\.key))
    #expect(ClaimField.allCases.map(\.rawValue) == DiffShapes.claim.fields.dropFirst().map(\.key))
  }
}
