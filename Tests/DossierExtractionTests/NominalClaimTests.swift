import DossierModel
import Testing

@testable import DossierExtraction

/// A noun for a claim tells who makes it and against whom, whatever the sentence says of it.
@Suite("Claims by nouns")
struct NominalClaimTests {
  struct Case: Sendable {
    let language: String
    let words: String
    let acts: [Act]
    let speaker: String
    let about: String
  }

  private static let blame: [Act] = [.accuse, .attribute, .assess]

  static let cases: [Case] = [
    ("en", "Norway's accusation that Russia hacked its parliament", blame, "norway", "russia"),
    ("en", "the accusations by Norway against Russia", blame, "norway", "russia"),
    ("en", "the attribution of the attack to Russia by Norway", blame, "norway", "russia"),
    ("en", "Norway's claim that Russia hacked its parliament", blame, "norway", "russia"),
    ("en", "Microsoft's finding that Russia hacked the parliament", blame, "microsoft", "russia"),
    ("en", "Microsoft's conclusion that Russia was behind the attack", blame, "microsoft", "russia"),
    ("en", "Norway's suspicion that Russia was behind the attack", blame, "norway", "russia"),
    ("en", "Norway's warning that Russia would attack again", [.warn], "norway", "russia"),
    ("en", "Russia's rejection of the accusation", [.deny], "russia", "russia"),
    ("en", "Norway's condemnation of Russia", [.condemn], "norway", "russia"),
    ("en", "the arrest of Mark Dunn by the FBI", [.charge], "federal bureau", "dunn"),
    ("en", "KillNet's claim that it had hacked the parliament", [.admit], "killnet", "killnet"),
    ("fr", "les accusations de la Norvège contre la Russie", blame, "norway", "russia"),
    ("fr", "la mise en cause de la Russie par la Norvège", blame, "norway", "russia"),
    (
      "fr", "l'affirmation de la Norvège selon laquelle la Russie est derrière l'attaque", blame, "norway",
      "russia"
    ),
    (
      "fr", "la conclusion de Microsoft selon laquelle la Russie est derrière l'attaque", blame, "microsoft",
      "russia"
    ),
    ("fr", "les démentis de la Russie", [.deny], "russia", "russia"),
    ("fr", "la condamnation de la Russie par la Norvège", [.condemn], "norway", "russia"),
    ("fr", "la revendication de l'attaque par KillNet", [.admit], "killnet", "killnet"),
  ].map { Case(language: $0.0, words: $0.1, acts: $0.2, speaker: $0.3, about: $0.4) }

  static let frames: [String: [String]] = [
    "en": ["# drew criticism.", "The talks failed after #.", "Diplomats discussed #."],
    "fr": ["Les discussions ont échoué après #.", "Malgré #, les discussions continuent."],
  ]

  @Test("Who claims what about whom", arguments: cases)
  func reads(item: Case) throws {
    let opening =
      item.language == "en"
      ? "Hackers stole data from the parliament last year. "
      : "Des pirates ont volé des données du parlement l'an dernier. "
    for frame in try #require(Self.frames[item.language]) {
      let sentence = frame.replacing("#", with: item.words)
      let text = opening + sentence.prefix(1).uppercased() + sentence.dropFirst()
      let report = try SentenceReport.report(of: text, language: item.language)
      func names(_ ids: [String], _ word: String) -> Bool {
        ids.contains { report.entity($0)?.name.lowercased().contains(word) == true }
      }
      let found = report.claims.contains { claim in
        item.acts.contains(claim.act) && names(claim.speakers, item.speaker) && names(claim.about, item.about)
      }
      #expect(found, "\(text)")
    }
  }
}
