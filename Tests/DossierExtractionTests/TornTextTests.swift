import DossierModel
import DossierReading
import Testing

@testable import DossierExtraction

/// Texts cut off in the middle, with words lost, doubled, moved or strewn with marks, as a copied page gives them. No
/// reading of a word's neighbours may take for granted that there are any.
@Suite("Torn texts are read to their end")
struct TornTextTests {
  /// Marks and little words that open what they do not close.
  private static let strewn = [
    "\"", "“", "”", "«", "»", "(", ")", ",", "—", ":", ";", "’s", "d’", "of", "de", "who", "que", "and", "by",
    "APT28", "it", "said", "the group",
  ]

  /// Words that are looked for before the first of a text, or behind its last.
  @Test(
    "a text that begins or ends amid a phrase",
    arguments: [
      "Vendor Contoso warned customers that hackers stole their information.",
      "To keep attackers from stealing hashes, the expert recommends that system",
      "« Quelqu’un a voulu que nous accusions Pyongyang », résume son chercheur Vitaly",
      "», du maire accuse caché majorité la mensongers l’adjoint numérique, vol. d’avoir Dans Akim.",
    ])
  func edges(_ text: String) throws {
    let documents = try ArticleReader.read(Input(name: "torn.txt", bytes: Array(text.utf8))).documents
    #expect(ReportBuilder.report(about: documents, settings: ReportSettings()).sources.count == 1)
  }

  @Test("a passage in every state", arguments: PassageTests.files.indices)
  func torn(_ index: Int) throws {
    let name = PassageTests.files[index].name
    var random = Draw(state: UInt64(index) + 1)
    for passage in try PassageTests.passages(name) {
      for tearing in 0..<4 {
        var words = passage.text.split(separator: " ").map(String.init)
        switch tearing {
        case 0: words.removeFirst(random.below(words.count))
        case 1: words.removeLast(random.below(words.count))
        case 2:
          for _ in 0..<4 {
            words.insert(Self.strewn[random.below(Self.strewn.count)], at: random.below(words.count + 1))
            words.remove(at: random.below(words.count))
          }
        default:
          for place in words.indices { words.swapAt(place, random.below(words.count)) }
        }
        let text = words.joined(separator: " ")
        let report = ReportBuilder.report(
          about: try ArticleReader.read(Input(name: "torn.txt", bytes: Array(text.utf8))).documents,
          settings: ReportSettings())
        let length = text.unicodeScalars.count
        for claim in report.claims {
          #expect(claim.evidence.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= length })
        }
      }
    }
  }

  /// Numbers that are the same on every machine.
  private struct Draw {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
      state = state &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F
      return Int(state >> 33) % max(limit, 1)
    }
  }
}
