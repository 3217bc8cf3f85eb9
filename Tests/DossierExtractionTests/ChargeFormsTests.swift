import DossierModel
import Testing

@testable import DossierExtraction

/// Whom the law deals with is charged, by whoever takes the step, in whichever words; and nobody who takes it is blamed.
@Suite("Charges and penalties")
struct ChargeFormsTests {
  static let agents: [String: [(words: String, word: String)]] = [
    "en": [("the FBI", "federal bureau"), ("a court in Berlin", "court")],
    "fr": [("le FBI", "federal bureau"), ("un tribunal de Berlin", "tribunal")],
  ]

  /// Whom the law deals with, as a subject and elsewhere.
  static let charged: [String: [(words: String, word: String)]] = [
    "en": [("Anton Belov", "belov"), ("a 23-year-old student", "student")],
    "fr": [("Anton Belov", "belov"), ("un étudiant de 23 ans", "tudiant")],
  ]

  /// Steps with `@` for who takes them and `#` for whom they are taken against.
  static let steps: [String: [String]] = [
    "en": [
      "@ has arrested # over the attack on the port.", "@ has booked # for allegedly hacking the port.",
      "@ has picked up # over the attack on the port.", "@ is trying # for planting spyware in the port.",
      "@ wants # over the attack on the port.", "@ wants # extradited for hacking the port.",
      "@ has handcuffed # on the spot over the attack on the port.",
      "@ has arraigned # on a 17-count charge of hacking the port.",
      "@ has put out a warrant for # over the attack on the port.",
      "@ has ordered the arrest of # over the attack on the port.",
      "# was taken into custody by @ over the attack on the port.",
      "# was picked up by @ over the attack on the port.", "# is wanted by @ over the attack on the port.",
      "#, wanted by @ over the attack on the port, lives in Riga.",
      "# was put on trial by @ over the attack on the port.",
    ],
    "fr": [
      "@ a arrêté # pour l'attaque contre le port.",
      "@ a placé # sous mandat de dépôt pour le piratage du port.",
      "@ a mis aux arrêts # pour le piratage du port.", "@ a menotté # après le piratage du port.",
      "@ a infligé neuf ans de prison à # pour le piratage du port.",
      "@ a demandé le renvoi de # devant un tribunal pour le piratage du port.",
      "# est recherché par @ pour le piratage du port.",
      "#, recherché par @ pour le piratage du port, vit à Riga.",
      "# a été mis en examen par @ pour le piratage du port.",
    ],
  ]

  /// Steps without who takes them.
  static let endured: [String: [String]] = [
    "en": [
      "# faces charges over the attack on the port.", "# went on trial over the attack on the port.",
      "# is on trial over the attack on the port.", "# got nine years in prison for hacking the port.",
      "# was put on trial over the attack on the port.",
    ],
    "fr": [
      "# comparaît pour le piratage du port.", "# a écopé de neuf ans de prison pour le piratage du port.",
      "# a été écroué pour le piratage du port.",
    ],
  ]

  @Test("Who charges whom", arguments: ["en", "fr"])
  func charges(language: String) throws {
    for step in try #require(Self.steps[language]) {
      for agent in try #require(Self.agents[language]) {
        for charged in try #require(Self.charged[language]) {
          let sentence = step.replacing("@", with: agent.words).replacing("#", with: charged.words)
          try expectCharge(sentence, language, by: agent.word, against: charged.word)
        }
      }
    }
  }

  @Test("Whom nobody is said to charge", arguments: ["en", "fr"])
  func isCharged(language: String) throws {
    for step in try #require(Self.endured[language]) {
      for charged in try #require(Self.charged[language]) {
        try expectCharge(step.replacing("#", with: charged.words), language, by: nil, against: charged.word)
      }
    }
  }

  private func expectCharge(
    _ words: String, _ language: String, by agent: String?, against charged: String
  ) throws {
    let sentence = words.prefix(1).uppercased() + words.dropFirst()
    let report = try SentenceReport.report(of: sentence, language: language)
    let claims = report.claims.filter { $0.act != .state }
    func names(_ ids: [String]) -> String {
      ids.compactMap { report.entity($0)?.name.lowercased() }.joined(separator: " ")
    }
    #expect(claims.map(\.act) == [.charge], "\(sentence)")
    guard let claim = claims.first else { return }
    #expect(names(claim.about).contains(charged), "\(sentence) \(names(claim.about))")
    #expect(agent.map { names(claim.speakers).contains($0) } ?? claim.speakers.isEmpty, "\(sentence)")
  }

  @Test(
    "Words that are no step of the law",
    arguments: [
      "The FBI wants Congress to pass a law against hacking.",
      "The FBI picked up the malware on the port's servers.",
      "Microsoft caught the hackers' attention after the attack.",
      "The company tried for weeks to restore its servers after the hack.",
      "Hackers raided the home directories of the port.",
    ])
  func isNoStep(sentence: String) throws {
    let report = try SentenceReport.report(of: sentence, language: "en")
    #expect(!report.claims.contains { $0.act == .charge }, "\(sentence)")
  }
}
