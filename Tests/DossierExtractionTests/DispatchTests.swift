import DossierModel
import Testing

@testable import DossierExtraction

@Suite("What stands before a dispatch")
struct DispatchTests {
  static let lines: [(language: String, line: String)] = [
    ("en", "LONDON (Reuters) - "), ("en", "LONDON, May 3 (Reuters) - "), ("en", "WASHINGTON — "),
    ("en", "Oslo (AP) — "), ("en", "TALLINN, May 17, 2007 (Reuters) - "), ("en", "OSLO -- "),
    ("en", "BRUSSELS | "), ("en", "Taipei, Jan. 4 (CNA) "), ("en", "NEW DELHI: "), ("en", "(Reuters) - "),
    ("en", "Oslo, 5 September 2024 – "), ("en", "09.12 "), ("en", "MOSCOW, March 12. "),
    ("fr", "PARIS (AFP) - "), ("fr", "PARIS, 29 avril (Reuters) - "), ("fr", "Zurich (ats) "),
    ("fr", "(Belga) "), ("fr", "Bruxelles (Belga) "), ("fr", "Berne, le 3 mai 2024 – "), ("fr", "OTTAWA | "),
    ("fr", "(AFP) – "), ("fr", "27 février (Reuters) - "), ("fr", "08h12. "), ("fr", "Dakar — "),
  ]

  static let sentences = [
    "en": [
      "Norway accused Russia of attacking the hospital.", "Norway has refused to comment on the attack.",
      "According to Norway, Russia was behind the attack.",
    ],
    "fr": [
      "La Norvège a accusé la Russie d'avoir attaqué l'hôpital.",
      "La Norvège a refusé de commenter l'attaque.",
      "Selon la Norvège, la Russie est derrière l'attaque.",
    ],
  ]

  @Test("Place, date, hour and agency change no claim", arguments: lines.indices)
  func changesNothing(index: Int) throws {
    let (language, line) = Self.lines[index]
    for sentence in try #require(Self.sentences[language]) {
      let alone = try Self.claims(of: sentence, language)
      #expect(!alone.isEmpty)
      #expect(try Self.claims(of: line + sentence, language) == alone, "\(line)\(sentence)")
    }
  }

  @Test(
    "Names with brackets and dashes are no dispatch",
    arguments: [
      "Microsoft (MSFT) accused Russia of attacking the hospital.",
      "Anna Berg (NUPI) accused Russia of attacking the hospital.",
      "Mandiant – part of Google – accused Russia of attacking the hospital.",
    ])
  func keepsNames(sentence: String) throws {
    let first = try #require(sentence.split(separator: " ").first)
    let claims = try Self.claims(of: sentence, "en")
    #expect(claims.count == 1)
    #expect(claims.first?.contains(first) == true, "\(claims)")
  }

  private static func claims(of sentence: String, _ language: String) throws -> [String] {
    let report = try SentenceReport.report(of: sentence, language: language)
    let names = Dictionary(uniqueKeysWithValues: report.entities.map { ($0.id, $0.name) })
    func list(_ ids: [String]) -> String { ids.map { names[$0] ?? $0 }.joined(separator: " + ") }
    return report.claims.map { "\($0.act.rawValue) \(list($0.speakers)) -> \(list($0.about))" }
  }
}
