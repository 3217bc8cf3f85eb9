import DossierModel
import DossierReading
import DossierText
import Foundation
import Testing

@testable import DossierExtraction

/// Our own gold texts, read and scored as anybody's articles are: text in, claims out, compared with the annotation.
@Suite("Gold texts")
struct GoldTests {
  /// The whole F1 that each set and language must keep; raise them when the figures rise.
  static let sets: [(name: String, language: String, floor: Double)] = [
    ("development", "en", 0.68), ("development", "fr", 0.59), ("opened", "en", 0.55), ("opened", "fr", 0.55),
    ("held-out", "en", 0.47), ("held-out", "fr", 0.44), ("manners-open", "en", 0.67),
    ("manners-open", "fr", 0.75), ("manners", "en", 0.60), ("manners", "fr", 0.46),
  ]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Gold")

  static func score(set: String, language: String) throws -> GoldScore {
    var score = GoldScore()
    let folder = root.appending(path: set)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
    for name in names where name.hasPrefix(language) && name.hasSuffix(".gold.json") {
      let stem = String(name.dropLast(".gold.json".count))
      let gold = SourceText(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
      let claims = (try JSONParser.parse(gold)["claims"]?.elements ?? []).compactMap { GoldClaim($0) }
      let bytes = Array(try Data(contentsOf: folder.appending(path: stem + ".txt")))
      let documents = try ArticleReader.read(Input(name: stem, bytes: bytes)).documents
      score.add(ReportBuilder.report(about: documents, settings: ReportSettings()), gold: claims, name: stem)
    }
    return score
  }

  @Test("Whole F1 stays at its floor or above", arguments: GoldTests.sets.indices)
  func holdsFloor(index: Int) throws {
    let (set, language, floor) = Self.sets[index]
    let score = try Self.score(set: set, language: language)
    print("gold \(set) \(language): \(score)")
    for inversion in score.inversions { print("  inversion: \(inversion)") }
    #expect(score.documents > 0)
    #expect(score.wholeF1 >= floor, "\(set) \(language): \(score)")
    #expect(score.inversions.count <= 1, "\(set) \(language): \(score.inversions)")
  }
}
