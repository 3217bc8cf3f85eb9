import DossierModel
import Testing

@testable import DossierExtraction

/// What one tells of another's claim is the other's claim, told by the first; and nobody who makes a claim is blamed by whoever tells
/// of it.
@Suite("Claims that others tell of")
struct RelayedClaimTests {
  /// Who tells, with `#` for the claim.
  static let tellings: [String: [String]] = [
    "en": [
      "Poland said #.", "A report by Mandiant said that #.", "“#,” Poland said.", "#, Poland said.",
      "According to Poland, #.", "The minister told reporters that #.", "Poland recalled that #.",
    ],
    "fr": [
      "La Pologne a dit que #.", "Un rapport de Mandiant indique que #.", "« # », a dit la Pologne.",
      "#, a dit la Pologne.", "Selon la Pologne, #.", "Le ministre a déclaré aux journalistes que #.",
      "La Pologne a rappelé que #.",
    ],
  ]

  static let claims: [String: [String]] = [
    "en": [
      "had accused @ of hacking the port", "had blamed @ for hacking the port",
      "had charged @ with hacking the port", "had attributed the attack to @",
      "suspected @ of hacking the port",
      "had held @ responsible for the attack", "had condemned @ for hacking the port",
      "had sanctioned @ for hacking the port", "had found that @ hacked the port",
      "had called on @ to stop hacking the port", "had identified @ as being behind the attack",
      "had identified @ as the author of the attack",
    ],
    "fr": [
      "avait accusé @ d'avoir piraté le port", "avait attribué l'attaque à @",
      "avait inculpé @ pour le piratage du port", "soupçonnait @ d'avoir piraté le port",
      "avait tenu @ pour responsable de l'attaque", "avait conclu que @ avait piraté le port",
      "avait désigné @ comme l'auteur de l'attaque", "avait mis en cause @ dans l'attaque",
      "avait identifié @ comme l'auteur de l'attaque",
    ],
  ]

  static let claimants: [String: [(words: String, word: String)]] = [
    "en": [("Norway", "norway"), ("the FBI", "federal bureau")],
    "fr": [("la Norvège", "norway"), ("le FBI", "federal bureau")],
  ]

  static let accused: [String: (words: String, word: String)] = [
    "en": ("Russia", "russia"), "fr": ("la Russie", "russia"),
  ]

  @Test("Whose claim it is", arguments: ["en", "fr"])
  func isTheirs(language: String) throws {
    let accused = try #require(Self.accused[language])
    for telling in try #require(Self.tellings[language]) {
      for claim in try #require(Self.claims[language]) {
        for claimant in try #require(Self.claimants[language]) {
          let clause = claimant.words + " " + claim.replacing("@", with: accused.words)
          let told = telling.replacing("#", with: clause)
          // A sentence opens with a capital, and so does a quotation.
          let start = try #require(told.firstIndex { $0.isLetter })
          let sentence = told[..<start] + told[start].uppercased() + told[told.index(after: start)...]
          let report = try SentenceReport.report(of: String(sentence), language: language)
          func names(_ ids: [String], _ word: String) -> Bool {
            ids.contains { report.entity($0)?.name.lowercased().contains(word) == true }
          }
          let theirs = report.claims.filter {
            names($0.speakers, claimant.word) && names($0.about, accused.word)
          }
          #expect(theirs.count == 1, "\(sentence)")
          #expect(!report.claims.contains { names($0.about, claimant.word) }, "\(sentence)")
        }
      }
    }
  }

  @Test(
    "A deed that a step of the law answers is not done by whoever takes the step",
    arguments: [
      (
        "en",
        "The Russian embassy said the conviction of Anton Belov by a court in Berlin for hacking the port was unjust."
      ),
      ("en", "The lawyer said Norway had jailed his client for hacking the port."),
      ("en", "Norway said Denmark had arrested Anton Belov for hacking the port."),
      (
        "fr",
        "L'avocat a dit que l'arrestation d'Anton Belov par la Norvège pour avoir piraté le port était injuste."
      ),
      ("fr", "Anton Belov est présenté par la police comme l'auteur du piratage du port."),
    ])
  func isNotTheirDeed(language: String, sentence: String) throws {
    let report = try SentenceReport.report(of: sentence, language: language)
    for claim in report.claims where claim.act.isResponsibility || claim.act == .admit {
      let about = claim.about.compactMap { report.entity($0)?.name }
      #expect(
        !about.contains {
          ["Norway", "Denmark"].contains($0) || $0.contains("court") || $0.contains("police")
        },
        "\(sentence) \(about)")
    }
  }

  @Test("“Our experts” are the side of whoever is quoted")
  func ours() throws {
    let report = try SentenceReport.report(
      of:
        "“Our experts have attributed the attack on the port to Russia,” the Norwegian minister Anna Berg said.",
      language: "en")
    let claim = try #require(report.claims.first { $0.act == .attribute })
    #expect(claim.speakers.contains { report.entity($0)?.name.contains("Berg") == true })
  }
}
