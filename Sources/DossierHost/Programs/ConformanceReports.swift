import DossierModel

/// Reports that programs are tried on.
enum ConformanceReports {
  static let cases: [(rule: String, reports: [Report])] = [
    ("no report at all", []),
    ("a report without claims", [report("A quiet day", claims: 0)]),
    ("one report", [report("Northland blames Southland", claims: 3)]),
    ("several reports", several),
    ("hostile text: markup, control characters, paths, formulas", [report(hostile, claims: 2)]),
    ("text in other scripts", [report("北國指責南國 🛰 ‏أعلن‎", claims: 1)]),
    ("a report with 2,000 claims", [report("A long day", claims: 2000)]),
    ("300 reports", Array(repeating: report("One of many", claims: 2), count: 300)),
  ]

  static let several = [report("First", claims: 1), report("Second", claims: 0), report("Third", claims: 2)]

  private static let hostile =
    "</script>\"'`$(id) ../../x =1+1 \\ {{x}} \u{0} \u{1B}[31m \u{202E} \u{2028} %s\r\n\t|"

  private static func report(_ words: String, claims: Int) -> Report {
    var report = Report(
      id: "report--00000000-0000-4000-8000-000000000001", title: words, language: "en",
      created: "2021-07-20T00:00:00Z", producer: Producer(name: words), marking: Marking(tlp: .green),
      sources: [
        Source(
          id: "s1", title: words, publisher: words, authors: [words], published: "2021-07-20", language: "en",
          mediaType: "text/plain", sha256: String(repeating: "0", count: 64),
          length: words.unicodeScalars.count)
      ])
    let length = words.unicodeScalars.count
    report.entities = [
      Entity(id: "e1", kind: .state, name: words), Entity(id: "e2", kind: .group, name: "Grey \(words)"),
    ]
    for number in stride(from: 1, through: claims, by: 1) {
      let isDenial = number % 3 == 0
      report.claims.append(
        Claim(
          id: "c\(number)", act: isDenial ? .deny : .accuse, polarity: isDenial ? .deny : .affirm,
          speakers: number % 4 == 1 ? [] : ["e1"], about: ["e2"], level: .group,
          proposition: Proposition(text: words, behaviours: [.intrusion]),
          confidence: number % 2 == 0 ? Confidence(words: "high confidence", level: .high) : nil,
          answers: isDenial ? ["c\(number - 1)"] : [],
          evidence: [Evidence(source: "s1", start: 0, end: length, exact: words)], rule: "en.verb.accuse"))
    }
    return report
  }
}
