import DossierModel

/// Reports that every exporter is tried on: the same for all, so that their outputs can be compared.
public enum SampleReports {
  /// The handful that goldens are kept of.
  public static let shared: [SampleReport] = [attributions, empty, everything, hostile, languages]

  static let producer = Producer(name: "CERT Example", kind: "organization")

  /// A report without a claim, as an article about something else gives.
  public static let empty: SampleReport = {
    let draft = SampleDraft("s1", "Le conseil a voté son budget. Rien d’autre à signaler.\n")
    return SampleReport(
      name: "empty",
      report: Report(
        id: "report--4c6d2b1e-0f2a-4c57-9a2e-5b7c6b0e1d01", title: "Le budget est voté", language: "fr",
        created: "2024-02-01T00:00:00Z", producer: producer, marking: Marking(tlp: .clear),
        sources: [draft.source("Le budget est voté", language: "fr")]),
      texts: ["s1": draft.sourceText])
  }()

  /// A report with `count` claims by a few parties, for size and memory.
  public static func manyClaims(_ count: Int) -> SampleReport {
    let sentence = "Northland’s ministry said Southland’s services were behind intrusion number "
    var text = ""
    for number in 1...max(1, count) { text += "\(sentence)\(number).\n" }
    let draft = SampleDraft("s1", text)
    let entities = [
      Entity(id: "e1", kind: .state, name: "Northland"),
      Entity(id: "e2", kind: .agency, name: "Southland’s services"),
      Entity(id: "e3", kind: .agency, name: "Northland’s ministry", partOf: "e1"),
    ]
    var claims: [Claim] = []
    var start = 0
    for number in 1...max(1, count) {
      let exact = "\(sentence)\(number)."
      let end = start + exact.unicodeScalars.count
      claims.append(
        Claim(
          id: "c\(number)", act: number % 7 == 0 ? .assess : .attribute, speakers: ["e3"], about: ["e2"],
          level: .agency,
          proposition: Proposition(
            text: "Southland’s services were behind intrusion number \(number)", behaviours: [.intrusion]),
          confidence: number % 7 == 0 ? Confidence(words: "high confidence", level: .high) : nil,
          evidence: [
            Evidence(source: "s1", start: start, end: end, exact: exact, cue: [Span(start + 21, start + 25)])
          ],
          rule: "en.verb.say"))
      start = end + 1
    }
    return SampleReport(
      name: "many-claims",
      report: Report(
        id: "report--4c6d2b1e-0f2a-4c57-9a2e-5b7c6b0e1d02", title: "Many claims", language: "en",
        created: "2024-02-01T00:00:00Z", producer: producer, marking: Marking(tlp: .green),
        sources: [draft.source("Many claims", language: "en")], entities: entities, claims: claims),
      texts: ["s1": draft.sourceText])
  }
}
