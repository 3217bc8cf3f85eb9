import DossierModel
import Foundation
import Testing

@testable import DossierExtraction

/// Single sentences, one for each construction, with the claims that they make and those that they must not.
///
/// In `Tests/Gold/sentences/LANGUAGE.txt` a sentence (or a few) stands on a line; below it `= act SPEAKER -> ABOUT` is a
/// claim that is there (`act!` is one of polarity deny, `nobody` an unresolved party), and `- act` an act that is not.
@Suite("Sentences and their claims")
struct ClaimSentenceTests {
  struct Case: CustomStringConvertible, Sendable {
    var language: String
    var text: String
    var claims: [String] = []
    var absent: [String] = []

    var description: String { "\(language): \(text)" }
  }

  /// What makes a text one about threats, and claims nothing.
  static let openings = [
    "en": "Malware and ransomware were found on servers of the ministry.",
    "fr": "Des rançongiciels et des logiciels malveillants se trouvaient sur les serveurs du ministère.",
  ]

  static func cases() throws -> [Case] {
    let folder = GoldTests.root.appending(path: "sentences")
    var cases: [Case] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted() {
      let language = String(name.prefix(2))
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
        if line.hasPrefix("= ") {
          cases[cases.count - 1].claims.append(String(line.dropFirst(2)))
        } else if line.hasPrefix("- ") {
          cases[cases.count - 1].absent.append(String(line.dropFirst(2)))
        } else {
          cases.append(Case(language: language, text: line))
        }
      }
    }
    return cases
  }

  static func claims(of one: Case) throws -> (forms: [String], acts: [String]) {
    let text = (openings[one.language] ?? "") + "\n\n" + one.text.replacing(" | ", with: "\n\n")
    let report = try SentenceReport.report(of: text, language: one.language)
    func names(_ ids: [String]) -> String {
      ids.isEmpty ? "nobody" : ids.compactMap { report.entity($0)?.name }.joined(separator: " + ")
    }
    let acts = report.claims.map { $0.act.rawValue + ($0.polarity == .deny ? "!" : "") }
    let forms = zip(report.claims, acts).map { claim, act in
      "\(act) \(names(claim.speakers)) -> \(names(claim.about))"
    }
    return (forms, acts)
  }

  @Test("A sentence makes the claims that stand below it", arguments: try ClaimSentenceTests.cases())
  func makesItsClaims(one: Case) throws {
    let found = try Self.claims(of: one)
    for claim in one.claims {
      #expect(found.forms.contains(claim), "\(one.text)\n  found: \(found.forms)")
    }
    // An act alone, or a whole claim.
    for claim in one.absent {
      #expect(!(found.acts + found.forms).contains(claim), "\(one.text)\n  found: \(found.forms)")
    }
    #expect(!one.claims.isEmpty || !one.absent.isEmpty)
  }
}
