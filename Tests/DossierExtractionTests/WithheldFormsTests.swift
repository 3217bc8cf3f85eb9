import DossierModel
import Testing

@testable import DossierExtraction

/// What somebody doubts, has not said or calls impossible is no attribution of theirs.
@Suite("What is doubted or not said")
struct WithheldFormsTests {
  /// Words between a speaker and a clause that blames Russia, and nothing that affirms it.
  static let words: [String: [String]] = [
    "en": [
      "doubted that", "questioned whether", "stopped short of saying that", "did not say that",
      "would not confirm that", "was not convinced that", "ruled out that", "had no proof that",
      "found nothing to suggest that", "failed to prove that", "warned against concluding that",
      "said it was too early to say that", "wondered whether", "thinks it unlikely that",
      "retracted its claim that",
      "no longer believes that", "said there was little to suggest that", "never said that",
      "would rather not say that", "said it was impossible that", "said it was not the case that",
      "said it was inconceivable that", "said it was not true that", "is far from sure that",
      "was unable to confirm that",
    ],
    "fr": [
      "doute que", "exclut que", "n'est pas convaincue que", "n'a aucune preuve que", "juge improbable que",
      "dit qu'il n'est pas vrai que", "dit qu'il est faux que", "dit qu'il est impossible que",
      "trouve absurde que",
      "juge invraisemblable que", "est loin d'être sûre que", "n'est pas sûre que", "ne croit pas que",
      "écarte la possibilité que", "dit qu'il n'est pas prouvé que", "dément que",
    ],
  ]

  static let clauses: [String: [String]] = [
    "en": [
      "Russia was behind the attack.", "Russia had hacked the hospital.",
      "the attack was the work of Russia.",
    ],
    "fr": ["la Russie soit derrière l'attaque.", "la Russie ait piraté l'hôpital."],
  ]

  static let speakers: [String: [String]] = [
    "en": ["Norway", "The prime minister, Anna Berg,"],
    "fr": ["La Norvège", "La Première ministre, Anna Berg,"],
  ]

  @Test("Nobody blames Russia by it", arguments: ["en", "fr"])
  func blamesNobody(language: String) throws {
    for words in try #require(Self.words[language]) {
      for clause in try #require(Self.clauses[language]) {
        for speaker in try #require(Self.speakers[language]) {
          let sentence = "\(speaker) \(words) \(clause)"
          let report = try SentenceReport.report(of: sentence, language: language)
          let blames = report.claims.filter { $0.act.isResponsibility && $0.polarity == .affirm }
          #expect(blames.isEmpty, "\(sentence)")
        }
      }
    }
  }
}
