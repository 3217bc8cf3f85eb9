import DossierModel
import Testing

@testable import DossierExtraction

/// Who turns down a claim denies what its clause tells, whatever noun opens it and whatever word turns it down.
@Suite("Claims that are turned down")
struct RejectedClaimTests {
  static let nouns: [String: [String]] = [
    "en": [
      "the claim that", "claims that", "the charge that", "the idea that", "rumours that", "the theory that",
    ],
    "fr": [
      "l'affirmation selon laquelle", "la thèse selon laquelle", "l'hypothèse selon laquelle",
      "l'allégation selon laquelle",
    ],
  ]

  /// Sentences with `#` for the noun and its clause, and `=` for "was" or "were".
  static let forms: [String: [String]] = [
    "en": [
      "Norway said # = baseless.", "Norway said that # = not true.", "# = false, Norway said.",
      "“# = nonsense,” Norway said.", "According to Norway, # = not correct.", "Norway called # absurd.",
      "Norway rejected #.", "Norway questioned #.", "Norway found no evidence for #.",
      "Norway saw no basis for #.",
      "Norway said # = a lie.",
    ],
    "fr": [
      "La Norvège a dit que # est absurde.", "# est fausse, a dit la Norvège.",
      "Selon la Norvège, # ne tient pas.",
      "La Norvège juge absurde #.", "La Norvège conteste #.", "« # n'est pas vraie », a dit la Norvège.",
    ],
  ]

  static let clauses: [String: [(words: String, doer: String)]] = [
    "en": [("Russia was behind the attack", "russia"), ("Sandworm had hacked the hospital", "sandworm")],
    "fr": [
      ("la Russie serait derrière l'attaque", "russia"), ("Sandworm aurait piraté l'hôpital", "sandworm"),
    ],
  ]

  @Test("The doer in the clause is cleared, and blamed by nobody", arguments: ["en", "fr"])
  func clears(language: String) throws {
    for noun in try #require(Self.nouns[language]) {
      let verb = noun.hasSuffix("s that") ? "were" : "was"
      for form in try #require(Self.forms[language]) {
        for clause in try #require(Self.clauses[language]) {
          var sentence = form.replacing("=", with: verb).replacing("#", with: "\(noun) \(clause.words)")
          sentence = sentence.prefix(1).uppercased() + sentence.dropFirst()
          let report = try SentenceReport.report(of: sentence, language: language)
          let cleared = report.claims.contains { claim in
            claim.polarity == .deny
              && claim.about.contains { report.entity($0)?.name.lowercased().contains(clause.doer) == true }
          }
          #expect(cleared, "\(sentence)")
          #expect(
            !report.claims.contains { $0.act.isResponsibility && $0.polarity == .affirm }, "\(sentence)")
        }
      }
    }
  }
}
