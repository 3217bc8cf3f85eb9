import DossierModel
import DossierPluginKit
import DossierTesting
import DossierText
import Testing

/// Writes the claims' words and nothing else; says what it was told to say about losses.
private struct WordsExporter: Exporter {
  static let manifest = ExporterManifest(
    name: "words", summary: "Words of claims", mediaType: "text/plain", fileName: "words.txt",
    stability: .stable,
    carries: [.claims])
  static let options: [OptionField<Self>] = [.bool("loud", \.loud, help: "Write capitals")]
  var loud = false
  var declared: [Loss] = []

  mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext) {
    for claim in report.claims {
      output.write((loud ? claim.proposition.text.uppercased() : claim.proposition.text) + "\n")
    }
    for loss in declared { output.report(loss: loss) }
  }
}

@Suite("Loss audit")
struct LossAuditTests {
  private func breaches(_ losses: [(String?, String)]) -> [String] {
    var exporter = WordsExporter()
    exporter.declared = losses.map { Loss(subject: $0.0, what: $0.1, why: "not written") }
    return LossAudit.breaches(of: exporter, on: SampleReports.everything.report, limit: .max)
  }

  private static let allButClaims: [(String?, String)] = [
    "title", "language", "created", "producer", "marking", "sources", "entities", "events", "relations",
    "indicators",
    "techniques", "candidates",
  ].map { (nil, $0) }
  private static let partsOfClaims: [(String?, String)] = [
    "act", "polarity", "speakers", "relayed_by", "channel", "about", "level", "proposition.behaviours",
    "proposition.targets", "proposition.event", "confidence", "likelihood", "hedged", "quoted", "time",
    "answers",
    "unresolved", "evidence", "rule",
  ].map { (nil, "claims.\($0)") }

  @Test("Losses that are all declared are no breach")
  func complete() {
    #expect(breaches(Self.allButClaims + Self.partsOfClaims) == [])
  }

  @Test("A loss that is not declared is named")
  func silent() {
    let found = breaches(Self.allButClaims + Self.partsOfClaims.filter { $0.1 != "claims.likelihood" })
    #expect(
      found
        == ["words", "low", "high"].map {
          "'claims.likelihood.\($0)' of c2 is lost, but that is not declared"
        })
  }

  @Test("A declared loss of one claim does not cover another claim")
  func subject() {
    let found = breaches(
      Self.allButClaims + Self.partsOfClaims.filter { $0.1 != "claims.channel" } + [("c1", "claims.channel")])
    #expect(found == ["'claims.channel' of c3 is lost, but that is not declared"])
  }

  @Test("What survives must not be declared lost")
  func boast() {
    let found = breaches(Self.allButClaims + Self.partsOfClaims + [("c1", "claims.proposition.text")])
    #expect(found == ["'claims.proposition.text' of c1 is declared lost, but it is not"])
  }

  @Test("The suite finds what is wrong with an exporter that declares nothing")
  func suite() {
    let breaches = ExporterConformance.breaches(of: WordsExporter.self)
    #expect(breaches.contains("'claims.evidence.exact' of c1 is lost, but that is not declared"))
    #expect(!breaches.contains { $0.contains("claims.proposition.text") })
  }
}
