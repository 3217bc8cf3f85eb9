import DossierModel
import Testing

@testable import DossierExtraction

/// Two claims that one sentence joins are both read, and both are its subject's, whatever party is named between them.
@Suite("Claims that one sentence joins")
struct CoordinatedClaimTests {
  struct Part: Sendable {
    let words: String
    /// The acts it may be read as; empty where it is no claim.
    let acts: [Act]
    /// A word of the name of whom it is about; empty for nobody.
    let about: String
  }

  private static let blame: [Act] = [.accuse, .attribute, .assess]

  static let parts: [String: [Part]] = [
    "en": [
      Part(words: "accused Russia of hacking the port", acts: blame, about: "russia"),
      Part(words: "blamed the attack on Russia", acts: blame, about: "russia"),
      Part(words: "condemned Russia for the attack", acts: [.condemn], about: "russia"),
      Part(words: "called on Russia to stop the attacks", acts: [.demand], about: "russia"),
      Part(words: "imposed sanctions on four Russian officers", acts: [.sanction], about: "officer"),
      Part(words: "urged companies to patch their servers", acts: [.demand], about: "companies"),
      Part(words: "declined to comment on the ransom", acts: [.decline], about: ""),
      Part(words: "thanked Poland for its support", acts: [], about: ""),
    ],
    "fr": [
      Part(words: "a accusé la Russie d'avoir piraté le port", acts: blame, about: "russia"),
      Part(words: "a attribué l'attaque à la Russie", acts: blame, about: "russia"),
      Part(words: "a condamné la Russie pour l'attaque", acts: [.condemn], about: "russia"),
      Part(words: "a appelé la Russie à cesser les attaques", acts: [.demand], about: "russia"),
      Part(words: "a sanctionné quatre officiers russes", acts: [.sanction], about: "offic"),
      Part(
        words: "a exhorté les entreprises à corriger leurs serveurs", acts: [.demand], about: "entreprises"),
      Part(words: "a refusé de commenter la rançon", acts: [.decline], about: ""),
      Part(words: "a remercié la Pologne de son soutien", acts: [], about: ""),
    ],
  ]

  static let joints: [String: [String]] = [
    "en": [" and ", ", and ", " but ", ", but ", " and also "],
    "fr": [" et ", ", et ", " mais ", " puis "],
  ]

  /// What makes a text one about threats, whatever the parts say.
  static let opening = [
    "en": "Hackers stole data from the port last year. ",
    "fr": "Des pirates ont volé des données du port l'an dernier. ",
  ]

  @Test("Both are read, of one speaker", arguments: ["en", "fr"])
  func joined(language: String) throws {
    let parts = try #require(Self.parts[language])
    let joints = try #require(Self.joints[language])
    let speaker = language == "en" ? "Norway " : "La Norvège "
    for (first, left) in parts.enumerated() {
      for (second, right) in parts.enumerated() where first != second {
        let joint = joints[(first * 5 + second) % joints.count]
        let sentence = speaker + left.words + joint + right.words + "."
        let report = try SentenceReport.report(
          of: Self.opening[language, default: ""] + sentence, language: language)
        let claims = report.claims.filter { $0.act != .state }
        func names(_ ids: [String]) -> String {
          ids.compactMap { report.entity($0)?.name.lowercased() }.joined(separator: " ")
        }
        #expect(claims.allSatisfy { names($0.speakers) == "norway" }, "\(sentence)")
        for part in [left, right] where !part.acts.isEmpty {
          #expect(
            claims.contains {
              part.acts.contains($0.act) && (part.about.isEmpty || names($0.about).contains(part.about))
            },
            "\(sentence) \(part.words)")
        }
      }
    }
  }

  @Test(
    "What is claimed while, before or after something else",
    arguments: [
      ("en", "Norway condemned the attack while accusing Russia of hacking the port."),
      ("en", "Norway condemned the attack before accusing Russia of hacking the port."),
      ("en", "After accusing Russia of hacking the port, Norway called for firmness."),
      ("fr", "La Norvège a condamné l'attaque avant d'accuser la Russie d'avoir piraté le port."),
      ("fr", "Après avoir accusé la Russie d'avoir piraté le port, la Norvège a appelé à la fermeté."),
      ("fr", "Avant d'accuser la Russie d'avoir piraté le port, la Norvège avait condamné l'attaque."),
    ])
  func beside(language: String, sentence: String) throws {
    let report = try SentenceReport.report(of: sentence, language: language)
    let accusation = try #require(report.claims.first { $0.act == .accuse }, "\(sentence)")
    #expect(accusation.speakers.compactMap { report.entity($0)?.name } == ["Norway"], "\(sentence)")
    #expect(accusation.about.compactMap { report.entity($0)?.name } == ["Russia"], "\(sentence)")
    #expect(report.claims.count == 2, "\(sentence)")
  }

  @Test("What is only awaited is not claimed")
  func awaited() throws {
    let report = try SentenceReport.report(
      of: "Le gouverneur préfère attendre la fin de l'enquête sur le piratage avant de désigner un coupable.",
      language: "fr")
    #expect(!report.claims.contains { $0.act.isResponsibility })
  }

  @Test(
    "The accused denies it behind \"and\"",
    arguments: [
      ("en", "Norway accused Russia of hacking the port and Russia denied it."),
      ("en", "Norway said Russia hacked the port and Moscow denied it."),
      ("fr", "La Norvège a accusé la Russie d'avoir piraté le port et la Russie a démenti."),
    ])
  func answered(language: String, sentence: String) throws {
    let report = try SentenceReport.report(of: sentence, language: language)
    let denial = try #require(report.claims.first { $0.act == .deny }, "\(sentence)")
    #expect(denial.speakers.compactMap { report.entity($0)?.name } == ["Russia"], "\(sentence)")
  }

  @Test("A pronoun behind \"call on\" is the accused", arguments: ["it", "them"])
  func called(pronoun: String) throws {
    let accused = pronoun == "it" ? "Russia" : "Qilin"
    let report = try SentenceReport.report(
      of: "Norway accused \(accused) of hacking the port. Denmark called on \(pronoun) to stop.",
      language: "en")
    let demand = try #require(report.claims.first { $0.act == .demand })
    #expect(demand.about.compactMap { report.entity($0)?.name } == [accused])
  }
}
