import DossierModel
import Testing

@testable import DossierExtraction

/// Every member of a list is blamed, or speaks, however the list is written and whoever stands in it.
@Suite("Lists of parties")
struct ListFormsTests {
  /// Members as a sentence has them.
  static let lists: [String: [[String]]] = [
    "en": [
      ["Arseny Gorlov", "Pavel Ishutin", "Denis Rybakov", "Ivan Sorokin"],
      ["Russia", "China", "Iran", "Belarus"],
      ["APT28", "Sandworm", "Turla", "Gamaredon"],
      ["Graywhale", "Redmantis", "Stonefox", "Bluemoth"],
      ["Garnet Systems", "Northgate Security", "Delta Consulting", "Bluestone Software"],
      ["the GRU", "the FSB", "the SVR", "the MSS"],
    ],
    "fr": [
      ["Arseny Gorlov", "Pavel Ishutin", "Denis Rybakov", "Ivan Sorokin"],
      ["la Russie", "la Chine", "l'Iran", "la Biélorussie"],
      ["APT28", "Sandworm", "Turla", "Gamaredon"],
      ["Garnet Systems", "Northgate Security", "Delta Consulting", "Bluestone Software"],
      ["le GRU", "le FSB", "le SVR", "le MSS"],
    ],
  ]

  static let frames: [String: [String]] = [
    "en": [
      "Norway blamed # for the attack.", "Norway accused # of hacking its parliament.",
      "Norway attributed the attack to #.", "Norway sanctioned #.", "Norway charged # with hacking.",
      "Norway called on # to stop.", "The attack was the work of #, Norway said.",
    ],
    "fr": [
      "La Norvège accuse # d'avoir piraté son parlement.", "La Norvège a sanctionné #.",
      "La Norvège soupçonne #.", "La Norvège a inculpé # pour piratage.", "La Norvège appelle # à cesser.",
      "L'attaque a été menée par #, affirme la Norvège.",
    ],
  ]

  /// What makes a text one about threats.
  static let opening = [
    "en": "Hackers stole data from a bank last year. ",
    "fr": "Des pirates ont volé des données d'une banque l'an dernier. ",
  ]

  static let forms: [(language: String, last: String)] = [
    ("en", " and "), ("en", ", and "), ("en", " as well as "), ("fr", " et "), ("fr", " ainsi que "),
  ]

  @Test("All members are blamed", arguments: forms)
  func members(language: String, last: String) throws {
    for list in try #require(Self.lists[language]) {
      for count in 3...4 {
        let members = list.prefix(count)
        let joined = members.dropLast().joined(separator: ", ") + last + (members.last ?? "")
        for frame in try #require(Self.frames[language]) {
          let sentence = frame.replacing("#", with: joined)
          let report = try SentenceReport.report(
            of: Self.opening[language, default: ""] + sentence, language: language)
          let blamed = report.claims.filter { $0.act != .state }.map(\.about.count).max() ?? 0
          #expect(blamed == count, "\(sentence)")
        }
      }
    }
  }

  @Test(
    "Two who tell of a sentence behind its last comma are not what it tells of",
    arguments: [
      "The attack was carried out by Russia, Denmark and Norway said.",
      "The hospital was hacked by Russia, Denmark and Norway said on Monday.",
      "Russia hacked the port, Denmark and Norway said.", "Russia hacked Poland, Denmark and Norway said.",
      "Russia was behind the attack on Poland, Denmark and Norway said.",
    ])
  func jointTags(sentence: String) throws {
    let report = try SentenceReport.report(of: sentence, language: "en")
    let claim = try #require(report.claims.first { $0.act.isResponsibility }, "\(sentence)")
    #expect(claim.speakers.compactMap { report.entity($0)?.name } == ["Denmark", "Norway"], "\(sentence)")
    #expect(claim.about.compactMap { report.entity($0)?.name } == ["Russia"], "\(sentence)")
  }

  @Test("A clause behind \"and\" is no member, and where the sentence plays is none")
  func clauses() throws {
    for (sentence, count) in [
      ("Norway blamed Russia, and Denmark backed it.", 1),
      ("In Moscow, Denmark and Norway blamed Russia for the attack.", 1),
      ("Norway blamed Russia, China denied it and Iran said nothing.", 1),
    ] {
      let report = try SentenceReport.report(of: sentence, language: "en")
      let accused = report.claims.first { $0.act.isResponsibility }?.about.count
      #expect(accused == count, "\(sentence)")
    }
  }
}
