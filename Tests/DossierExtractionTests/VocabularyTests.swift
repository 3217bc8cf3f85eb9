import DossierModel
import Foundation
import Testing

@testable import DossierExtraction

/// How claims are worded (`Tests/Gold/vocabulary/LANGUAGE.txt`): one plain sentence for each of some thousand verbs, nouns and phrases.
/// Rare words are what running texts test least: each of them stands in a few texts only.
@Suite("The vocabulary of claims")
struct VocabularyTests {
  /// A sentence with the claim that it makes.
  struct Wording: Sendable {
    var acts: Set<String>
    var speaker: String
    var about: String
    var sentence: String
  }

  /// The share of wordings that must be read right; raise it when the figure rises.
  static let floors = [("en", 0.95), ("fr", 0.93)]
  static let openings = [
    "en": "Hackers breached the network of the Norwegian parliament last year, and many mailboxes were read.",
    "fr":
      "Des pirates ont attaqué l'an dernier le réseau du parlement norvégien, et de nombreuses messageries ont été lues.",
  ]

  @Test("Most are read right", arguments: VocabularyTests.floors.indices)
  func readsMost(index: Int) throws {
    let (language, floor) = Self.floors[index]
    let opening = try #require(Self.openings[language])
    let wordings = try Self.wordings(language)
    try #require(wordings.count > 1000)
    var wrong: [String] = []
    for wording in wordings {
      let report = try SentenceReport.report(of: opening + "\n\n" + wording.sentence, language: language)
      let isRight = report.claims.contains { claim in
        wording.acts.contains(GoldScore.family(claim.act.rawValue))
          && (claim.polarity == .affirm || claim.act == .deny)
          && Self.names(claim.speakers, wording.speaker, in: report)
          && Self.names(claim.about, wording.about, in: report)
      }
      if !isRight { wrong.append(wording.sentence) }
    }
    let share = 1 - Double(wrong.count) / Double(wordings.count)
    print("vocabulary \(language): \(wordings.count - wrong.count) of \(wordings.count)")
    print("  \((share * 1000).rounded() / 1000)")
    for sentence in wrong.prefix(8) { print("  wrong: \(sentence)") }
    #expect(share >= floor)
  }

  private static func wordings(_ language: String) throws -> [Wording] {
    let path = GoldTests.root.appending(path: "vocabulary/\(language).txt")
    var found: [Wording] = []
    var pattern: Wording?
    for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      if line.hasPrefix("@ ") {
        let fields = line.dropFirst(2).split(separator: "|", maxSplits: 1).map {
          $0.trimmingCharacters(in: .whitespaces)
        }
        let claim = fields[0].split(separator: " ", maxSplits: 1).map(String.init)
        let parties = claim[1].split(separator: ">", omittingEmptySubsequences: false).map(String.init)
        pattern = Wording(
          acts: Set(claim[0].split(separator: "/").map { GoldScore.family(String($0)) }), speaker: parties[0],
          about: parties[1], sentence: fields[1])
        continue
      }
      guard let pattern else { continue }
      for words in line.split(separator: ";") {
        let filler = words.trimmingCharacters(in: .whitespaces)
        guard !filler.isEmpty else { continue }
        var wording = pattern
        let text = pattern.sentence.replacing("{}", with: filler)
        wording.sentence = text.prefix(1).uppercased() + text.dropFirst() + "."
        found.append(wording)
      }
    }
    return found
  }

  private static func names(_ ids: [String], _ wanted: String, in report: Report) -> Bool {
    wanted.isEmpty || ids.contains { report.entity($0)?.name.contains(wanted) == true }
  }
}
