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

  /// A report that has something of everything.
  static let full: Report = {
    var report = Self.report("Northland blames Southland", claims: 3)
    let mention = Mention(source: "s1", start: 0, end: 9, text: "Northland")
    let monday = TimeInterval(earliest: "2021-07-19", latest: "2021-07-20", words: "on Monday")
    report.sources[0].url = "https://news.example/a"
    report.sources[0].translationOf = "Le Nord accuse le Sud"
    report.sources[0].reliability = "B"
    // References can only be changed where there is another part to refer to.
    report.sources.append(report.sources[0])
    report.sources[1].id = "s2"
    report.sources[1].sha256 = String(repeating: "1", count: 64)
    report.entities[0].names = ["fr": "Nord"]
    report.entities[0].aliases = ["the North"]
    report.entities[0].mentions = [mention]
    report.entities[1].partOf = "e1"
    report.entities[1].role = "a group"
    report.entities[1].identifiers = [Identifier(scheme: "mitre-attack", value: "G9999")]
    report.events = [
      Event(
        id: "v1", kind: .intrusion, label: "the intrusion", targets: ["e1"], time: monday,
        impact: [Impact(count: 3, qualifier: "about", unit: "ministries")])
    ]
    report.relations = [
      Relation(
        id: "r1", type: .attributedTo, from: "e2", to: "e1", claims: ["c1"], disputedBy: ["c3"],
        confidence: Confidence(words: "high confidence", level: .high))
    ]
    report.indicators = [
      Indicator(
        id: "i1", kind: "domain-name", value: "north.example", mention: mention, role: .malicious,
        marks: [.lookAlike])
    ]
    report.techniques = [
      Technique(id: "t1", attackID: "T1566", name: "Phishing", mentions: [mention], claims: ["c1"])
    ]
    report.candidates = [
      Candidate(kind: "group", name: "Play", mention: mention, reason: "an ordinary word")
    ]
    report.claims[0].speakers = ["e1"]
    report.claims[0].relayedBy = ["e2"]
    report.claims[0].channel = "statement"
    report.claims[0].proposition.targets = ["e1"]
    report.claims[0].proposition.event = "v1"
    report.claims[0].confidence = Confidence(words: "moderate confidence", level: .moderate)
    report.claims[0].likelihood = Likelihood(words: "likely", low: 55, high: 80)
    report.claims[0].time = monday
    report.claims[0].unresolved = [UnresolvedParty(role: "target", words: "it", reason: "no antecedent")]
    report.claims[0].evidence[0].prefix = "before "
    report.claims[0].evidence[0].suffix = " after"
    report.claims[0].evidence[0].xpath = "/html/body/p[1]"
    report.claims[0].evidence[0].speaker = [Span(0, 9)]
    report.claims[0].evidence[0].cue = [Span(10, 16)]
    report.claims[0].evidence[0].content = [Span(17, 20)]
    return report
  }()

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
