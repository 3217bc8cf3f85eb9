import DossierModel

extension SampleReports {
  /// A report made from a seed: the same seed gives the same report, on any machine.
  ///
  /// It keeps every rule of `ReportValidator`; kinds, acts, levels, lengths and words vary freely, so that a few
  /// hundred of them meet combinations that nobody thought of.
  public static func generated(seed: UInt64) -> SampleReport {
    var maker = ReportMaker(seed: seed)
    return maker.make()
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

private struct ReportMaker {
  private static let words = [
    "intrusion", "réseau", "ministère", "groupe", "données", "said", "denied", "server", "l’été", "c’est",
    "naïve",
    "APT", "CVE-2020-1", "=1+1", "|", "\"quoted\"", "«guillemets»", "<b>", "a_b", "100 %", "\u{A0}", "日本",
    "🛰️", "\\",
    "yes", "no", "null", "#tag", "key:", "don't", "—", "…", "é\u{301}", "@cell",
  ]
  private static let countries = ["FR", "GB", "US", "CN", "RU", "DE", "JP", "BR"]
  private static let days = ["2021-03-01", "2021-03-31", "2022-12-31", "2024-02-29", "1999-01-01"]

  private let seed: UInt64
  private var random: SplitMix64
  private var texts: [String] = []

  init(seed: UInt64) {
    self.seed = seed
    random = SplitMix64(seed: seed)
  }

  mutating func make() -> SampleReport {
    let drafts = (1...(1 + random.below(3))).map { number in
      SampleDraft(
        "s\(number)",
        (0..<(8 + random.below(120))).map { _ in random.pick(Self.words) }.joined(separator: " "))
    }
    var report = Report(
      id: "report--" + uuid(), title: phrase(), language: random.pick(["fr", "en", "und", "de"]),
      created: random.pick(["2021-07-20T00:00:00Z", "2024-02-29T23:59:59.5Z", "2030-01-01T12:00:00.123456Z"]),
      producer: Producer(name: phrase(), kind: random.pick(Producer.kinds)),
      marking: Marking(tlp: random.pick(TLP.allCases)), sources: [])
    report.sources = drafts.map { source($0) }
    report.entities = (0..<random.below(14)).map { entity($0 + 1, drafts) }
    let entities = report.entities.map(\.id)
    report.events = (0..<random.below(3)).map { event($0 + 1, entities) }
    for number in 0..<random.below(12) { report.claims.append(claim(number + 1, report, drafts)) }
    report.indicators = (0..<random.below(5)).map { indicator($0 + 1, drafts) }
    report.techniques = (0..<random.below(3)).map { number in
      Technique(
        id: "t\(number + 1)",
        attackID: "T1\(100 + random.below(800))" + (random.chance(40) ? ".00\(1 + random.below(9))" : ""),
        name: phrase(), mentions: [mention(drafts)], claims: some(report.claims.map(\.id), at: 30))
    }
    report.candidates = (0..<random.below(3)).map { _ in
      Candidate(
        kind: random.pick(["group", "state", "ipv4-addr"]), name: random.chance(60) ? phrase() : nil,
        mention: mention(drafts), count: 1 + random.below(4), reason: phrase())
    }
    if !report.claims.isEmpty {
      for number in 0..<random.below(6) {
        if let relation = relation(number + 1, report) { report.relations.append(relation) }
      }
    }
    return SampleReport(
      name: "generated-\(seed)", report: report,
      texts: Dictionary(uniqueKeysWithValues: drafts.map { ($0.id, $0.sourceText) }))
  }

  private mutating func uuid() -> String {
    let digits = Array("0123456789abcdef")
    var text = ""
    for index in 0..<32 {
      if [8, 12, 16, 20].contains(index) { text += "-" }
      text.append(index == 12 ? "4" : index == 16 ? "8" : random.pick(digits))
    }
    return text
  }

  private mutating func phrase() -> String {
    (0...random.below(5)).map { _ in random.pick(Self.words) }.joined(separator: " ")
  }

  private mutating func maybe(_ percent: Int) -> String? { random.chance(percent) ? phrase() : nil }

  private mutating func some(_ ids: [String], at percent: Int) -> [String] {
    ids.filter { _ in random.chance(percent) }
  }

  private mutating func source(_ draft: SampleDraft) -> Source {
    draft.source(
      phrase(), language: random.pick(["fr", "en", "und", "zh-Hant"]), publisher: maybe(60),
      authors: random.chance(50) ? [phrase()] : [],
      published: random.pick([nil, "2021", "2021-07", "2021-07-20", "2021-07-20T10:00:00Z"]),
      url: random.chance(50) ? "https://news.example/\(random.below(1000))" : nil, translationOf: maybe(10),
      mediaType: random.pick(["text/plain", "text/html"]),
      reliability: random.chance(30) ? random.pick(Source.reliabilities) : nil)
  }

  private mutating func words(_ draft: SampleDraft) -> (start: Int, end: Int, exact: String) {
    let scalars = Array(draft.text.unicodeScalars)
    let start = random.below(scalars.count)
    let end = min(scalars.count, start + 1 + random.below(60))
    return (start, end, String(String.UnicodeScalarView(scalars[start..<end])))
  }

  private mutating func mention(_ drafts: [SampleDraft]) -> Mention {
    let draft = random.pick(drafts)
    let place = words(draft)
    return Mention(source: draft.id, start: place.start, end: place.end, text: place.exact)
  }

  private mutating func entity(_ number: Int, _ drafts: [SampleDraft]) -> Entity {
    let kind = random.pick(EntityKind.allCases)
    var identifiers: [Identifier] = []
    switch kind {
    case .state where random.chance(70):
      identifiers = [Identifier(scheme: "iso-3166-1", value: random.pick(Self.countries))]
    case .vulnerability:
      identifiers = [Identifier(scheme: "cve", value: "CVE-2023-\(1000 + random.below(90_000))")]
    case .group where random.chance(50):
      identifiers = [Identifier(scheme: "mitre-attack", value: "G\(1000 + random.below(200))")]
    default: break
    }
    return Entity(
      id: "e\(number)", kind: kind, name: phrase(),
      names: random.chance(40) ? ["fr": phrase(), "en": phrase()] : [:],
      aliases: random.chance(30) ? [phrase(), phrase()] : [],
      partOf: number > 1 && random.chance(30) ? "e\(1 + random.below(number - 1))" : nil, role: maybe(20),
      identifiers: identifiers, mentions: (0..<random.below(3)).map { _ in mention(drafts) })
  }

  private mutating func time() -> TimeInterval? {
    guard random.chance(40) else { return nil }
    let bounds = [random.pick(Self.days), random.pick(Self.days)].sorted()
    return TimeInterval(
      earliest: random.chance(80) ? bounds[0] : nil, latest: random.chance(80) ? bounds[1] : nil,
      words: phrase())
  }

  private mutating func event(_ number: Int, _ entities: [String]) -> Event {
    Event(
      id: "v\(number)", kind: random.pick(Behaviour.allCases), label: phrase(),
      targets: some(entities, at: 20),
      time: time(),
      impact: random.chance(40)
        ? [Impact(count: random.below(1_000_000), qualifier: maybe(50), unit: phrase())] : [])
  }

  private mutating func claim(_ number: Int, _ report: Report, _ drafts: [SampleDraft]) -> Claim {
    let entities = report.entities.map(\.id)
    let act = random.pick(Act.allCases)
    let low = random.below(100)
    return Claim(
      id: "c\(number)", act: act, polarity: act == .deny || random.chance(5) ? .deny : .affirm,
      speakers: some(entities, at: 12), relayedBy: some(entities, at: 5), channel: maybe(20),
      about: some(entities, at: 12), level: random.pick(Level.allCases),
      proposition: Proposition(
        text: phrase(), behaviours: random.chance(50) ? [random.pick(Behaviour.allCases)] : [],
        targets: some(entities, at: 10),
        event: report.events.isEmpty || random.chance(40) ? nil : random.pick(report.events.map(\.id))),
      confidence: random.chance(40)
        ? Confidence(words: maybe(80), level: random.chance(70) ? random.pick(ConfidenceLevel.allCases) : nil)
        : nil,
      likelihood: random.chance(20)
        ? Likelihood(words: phrase(), low: low, high: low + random.below(100 - low)) : nil,
      hedged: random.chance(30), quoted: random.chance(30), time: time(),
      answers: act == .deny || act == .support || random.chance(10)
        ? some(report.claims.map(\.id), at: 40) : [],
      unresolved: random.chance(15)
        ? [UnresolvedParty(role: random.pick(UnresolvedParty.roles), words: phrase(), reason: phrase())] : [],
      evidence: (0...random.below(3)).map { _ in evidence(drafts) }, rule: "test.\(random.below(9))")
  }

  private mutating func evidence(_ drafts: [SampleDraft]) -> Evidence {
    let draft = random.pick(drafts)
    let place = words(draft)
    let part = Span(place.start, place.start + 1 + random.below(place.end - place.start))
    return Evidence(
      source: draft.id, start: place.start, end: place.end, exact: place.exact, prefix: maybe(50) ?? "",
      suffix: maybe(50) ?? "", xpath: random.chance(10) ? "/html/body/p[\(random.below(9))]" : nil,
      speaker: random.chance(40) ? [part] : [], cue: random.chance(60) ? [part] : [],
      content: random.chance(60) ? [part, Span(place.start, place.end)] : [])
  }

  private mutating func indicator(_ number: Int, _ drafts: [SampleDraft]) -> Indicator {
    let value = random.below(250)
    let (kind, text) = random.pick([
      ("domain-name", "host\(value).example"), ("ipv4-addr", "192.0.2.\(value)"),
      ("ipv6-addr", "2001:db8::\(value)"),
      ("url", "https://host\(value).example/a'b\\c?d=\"e\""), ("email-addr", "user\(value)@host.example"),
      ("md5", String(repeating: "0a", count: 16)), ("sha-1", String(repeating: "1b", count: 20)),
      ("sha-256", String(repeating: "2c", count: 32)), ("cve", "CVE-2024-\(10_000 + value)"),
      ("bitcoin-address", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"), ("windows-path", "C:\\temp\\a\(value).exe"),
    ])
    return Indicator(
      id: "i\(number)", kind: kind, value: text, mention: mention(drafts),
      role: random.pick(IndicatorRole.allCases),
      marks: value % 5 == 0 ? [IndicatorMark.allCases[value % IndicatorMark.allCases.count]] : [])
  }

  private mutating func relation(_ number: Int, _ report: Report) -> Relation? {
    let entities = report.entities.map(\.id)
    let starts = entities + report.events.map(\.id) + report.indicators.map(\.id)
    let ends = entities + report.events.map(\.id) + report.techniques.map(\.id)
    guard !starts.isEmpty, !ends.isEmpty else { return nil }
    let claims = [random.pick(report.claims.map(\.id))]
    let deniers = report.claims.filter { claim in
      claim.act == .deny && !claims.contains(claim.id) && claim.answers.contains(where: claims.contains)
    }
    return Relation(
      id: "r\(number)", type: random.pick(RelationType.allCases), from: random.pick(starts),
      to: random.pick(ends),
      claims: claims, disputedBy: deniers.map(\.id),
      confidence: random.chance(40)
        ? Confidence(words: phrase(), level: random.pick(ConfidenceLevel.allCases)) : nil)
  }
}
