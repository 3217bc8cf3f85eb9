import DossierModel
import DossierReading
import Foundation
import Testing

@testable import DossierExtraction

/// Short passages in the manner of many outlets, annotated without sight of the program, and scored as gold
/// texts are.
///
/// In `Tests/Gold/passages/LANGUAGE-NAME.txt` a passage starts at `### manner`; each line below is a paragraph, and
/// `= act | speakers | about | anchor` a claim: `act!` for polarity deny, `-` for nobody, the anchor words that stand in
/// the claim. The polarity of plain statements is not annotated.
@Suite("Passages and their claims")
struct PassageTests {
  /// The whole F1 that each file must keep; raise them when the figures rise.
  static let files: [(name: String, floor: Double)] = [
    ("en-news", 0.76), ("en-trade", 0.79), ("en-mixed", 0.73), ("en-wide", 0.61), ("en-real", 0.70),
    ("en-closed", 0.57), ("en-desk", 0.52), ("en-source", 0.52),
    ("fr-news", 0.71), ("fr-trade", 0.70), ("fr-mixed", 0.67), ("fr-wide", 0.53), ("fr-real", 0.64),
    ("fr-closed", 0.58), ("fr-desk", 0.51), ("fr-source", 0.44),
    ("en-court", 0.19), ("en-leak", 0.12), ("en-voices", 0.28), ("en-lab", 0.22),
    ("fr-court", 0.17), ("fr-leak", 0.14), ("fr-voices", 0.42), ("fr-lab", 0.28),
    ("fr-daily", 0.40),
  ]

  struct Passage {
    var text = ""
    var claims: [(act: String, speakers: String, about: String, anchor: String)] = []
  }

  static func passages(_ name: String) throws -> [Passage] {
    let file = GoldTests.root.appending(path: "passages").appending(path: name + ".txt")
    var passages: [Passage] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init) {
      if line.hasPrefix("### ") {
        passages.append(Passage())
      } else if line.hasPrefix("= ") {
        let fields = line.dropFirst(2).split(separator: " | ", maxSplits: 3).map(String.init)
        try #require(fields.count == 4, "\(name): \(line)")
        passages[passages.count - 1].claims.append((fields[0], fields[1], fields[2], fields[3]))
      } else {
        passages[passages.count - 1].text += line + "\n\n"
      }
    }
    return passages
  }

  static func gold(_ passage: Passage) throws -> [GoldClaim] {
    func parties(_ field: String) -> [String] {
      field == "-" ? [] : field.components(separatedBy: " + ")
    }
    return try passage.claims.enumerated().map { index, claim in
      let scalars = passage.text.unicodeScalars
      let found = try #require(passage.text.range(of: claim.anchor), "no such words: \(claim.anchor)")
      let start = scalars.distance(from: scalars.startIndex, to: found.lowerBound)
      let isDenied = claim.act.hasSuffix("!")
      let act = isDenied ? String(claim.act.dropLast()) : claim.act
      return GoldClaim(
        id: "\(index + 1)", speakers: parties(claim.speakers), act: act, about: parties(claim.about),
        polarity: act == "state" ? nil : isDenied ? "deny" : "affirm",
        span: start..<start + claim.anchor.unicodeScalars.count)
    }
  }

  @Test("Whole F1 stays at its floor or above", arguments: PassageTests.files.indices)
  func holdsFloor(index: Int) throws {
    let (name, floor) = Self.files[index]
    var score = GoldScore()
    for (number, passage) in try Self.passages(name).enumerated() {
      let input = Input(name: "\(name)-\(number).txt", bytes: Array(passage.text.utf8))
      let report = ReportBuilder.report(
        about: try ArticleReader.read(input).documents, settings: ReportSettings())
      score.add(report, gold: try Self.gold(passage), name: "\(name) \(number + 1)")
    }
    print("passages \(name): \(score)")
    for inversion in score.inversions { print("  inversion: \(inversion)") }
    #expect(score.documents >= 40)
    #expect(score.wholeF1 >= floor, "\(name): \(score)")
    #expect(score.inversions.count <= 2, "\(name): \(score.inversions)")
  }
}
