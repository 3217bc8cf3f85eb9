import DossierModel
import DossierPluginKit
import DossierTesting
import DossierText
import Testing

@testable import DossierHost

@Suite("Hidden names stand nowhere, and all else stays")
struct RedactionTests {
  private func redact(_ report: Report, _ names: String...) -> Redaction.Outcome {
    Redaction(names.map { Located($0) }, language: .en).apply(to: report)
  }

  /// A report that says `filling` wherever text may stand.
  private static func report(filledWith filling: String) throws -> Report {
    let source = SourceText(name: "r", bytes: SampleReports.everything.report.json())
    let tree = try JSONParser.parse(source)
    let filled = fill(tree, .record(ReportShapes.report), with: filling)
    var decoder = DataDecoder(source: source, scope: "report")
    return ReportReader.read(filled, decoder: &decoder).report
  }

  private static func fill(_ node: DataNode, _ shape: RecordShape.Value, with text: String) -> DataNode {
    switch (shape, node.value) {
    case (.nullable(let inner), _): return fill(node, inner, with: text)
    case (.record(let shape), .object(let members)):
      let filled = members.map { member in
        let field = shape.fields.first { $0.key == member.key }
        let isLabel = ["id", "schema"].contains(member.key)
        return DataNode.Member(
          key: member.key, keyRange: member.keyRange,
          value: isLabel
            ? member.value : field.map { fill(member.value, $0.value, with: text) } ?? member.value)
      }
      return DataNode(.object(filled), at: node.range)
    case (.list(let element, _), .array(let nodes)):
      return DataNode(.array(nodes.map { fill($0, element, with: text) }), at: node.range)
    case (.textByLanguage, .object(let members)):
      let filled = members.map {
        DataNode.Member(key: $0.key, keyRange: $0.keyRange, value: DataNode(.string(text), at: node.range))
      }
      return DataNode(.object(filled), at: node.range)
    case (.text, _): return DataNode(.string(text), at: node.range)
    default: return node
    }
  }

  @Test(
    "no text of a report keeps the name",
    arguments: [
      "Zorblax Quill", "the Zorblax Quill Office of Northland", "zorblax quill's",
      "http://x.test/a?q=zorblax%20quill",
      "www.zorblaxquill.example", "//*[@id='zorblax-quill']", "Zörblâx\u{A0}Qui\u{AD}ll",
    ])
  func completeness(_ filling: String) throws {
    let report = try Self.report(filledWith: filling)
    let before = String(decoding: report.json(), as: UTF8.self)
    #expect(FoldedWords(before).letters.count > 1000)
    let json = String(decoding: redact(report, "Zorblax Quill").report.json(), as: UTF8.self)
    let letters = String(decoding: FoldedWords(json).letters, as: UTF8.self)
    #expect(
      !letters.contains("zorblax") && !letters.contains("quill"),
      "\(json.split(separator: "\n").filter { $0.lowercased().contains("zor") || $0.lowercased().contains("qui") })"
    )
  }

  @Test("evidence keeps its length and place, and the report its rules", arguments: SampleReports.shared)
  func validity(_ sample: SampleReport) {
    for name in sample.report.entities.map(\.name) where Redaction.fault(of: name) == nil {
      let outcome = redact(sample.report, name)
      #expect(outcome.found == [0], "\(name)")
      #expect(ReportValidator.check(outcome.report).map(\.summary) == [], "\(name)")
      #expect(outcome.report.claims.count == sample.report.claims.count)
      for (old, new) in zip(sample.report.claims, outcome.report.claims) {
        #expect(
          old.evidence.map(\.exact.unicodeScalars.count) == new.evidence.map(\.exact.unicodeScalars.count))
        #expect(old.speakers == new.speakers && old.act == new.act && old.answers == new.answers)
      }
    }
  }

  @Test("what is gone is declared lost, and what is declared lost is gone", arguments: SampleReports.shared)
  func losses(_ sample: SampleReport) throws {
    for name in sample.report.entities.map(\.name) {
      let outcome = redact(sample.report, name)
      let before = try Self.facts(sample.report)
      let after = try Self.facts(outcome.report)
      let changed = Set(before.keys.filter { before[$0] != after[$0] })
      for path in changed {
        #expect(outcome.losses.contains { Self.covers($0, path) }, "\(name): \(path) is gone")
      }
      for loss in outcome.losses {
        #expect(changed.contains { Self.covers(loss, $0) }, "\(name): \(loss.what) of \(loss.subject ?? "-")")
      }
    }
  }

  private struct FactPath: Hashable {
    let subject: String?
    let keys: String
  }

  private static func covers(_ loss: Loss, _ path: FactPath) -> Bool {
    loss.subject == path.subject && (path.keys == loss.what || path.keys.hasPrefix(loss.what + "."))
  }

  /// The values of a report by the part they belong to and the keys that lead to them.
  private static func facts(_ report: Report) throws -> [FactPath: [String]] {
    var facts: [FactPath: [String]] = [:]
    func walk(_ node: DataNode, _ keys: [String], _ subject: String?) {
      switch node.value {
      case .object(let members):
        // Names by language are values, whose keys are no keys of the report.
        for member in members {
          walk(member.value, keys.last == "names" ? keys : keys + [member.key], subject)
        }
      case .array(let nodes):
        for node in nodes {
          var owner = subject
          if keys.count == 1, case .string(let id)? = node["id"]?.value { owner = id }
          walk(node, keys, owner)
        }
      default:
        facts[FactPath(subject: subject, keys: keys.joined(separator: ".")), default: []].append(
          "\(node.value)")
      }
    }
    walk(try JSONParser.parse(SourceText(name: "r", bytes: report.json())), [], nil)
    return facts
  }

  private static let cases: [(name: String, text: String, expected: String)] = [
    ("Northland", "NORTHLAND and northland, Northland’s", "█████████ and █████████, █████████’s"),
    ("Northland", "Northlander and unNorthland", "Northlander and unNorthland"),
    ("US", "The US told us; U.S. too", "The ██ told us; U.S. too"),
    ("Lin", "Lin met lin and Linda", "███ met lin and Linda"),
    ("Sandworm", "Sandworms and sandworm", "█████████ and ████████"),
    (
      "Volt Typhoon", "Volt-Typhoon, VoltTyphoon, Volt\nTyphoon, Volt. The Typhoon",
      "████████████, ███████████, ████████████, Volt. The Typhoon"
    ),
    ("Société Éclair", "la societe ECLAIR, société\u{A0}éclair", "la ██████████████, ██████████████"),
    ("南國", "北國指責南國。", "北國指責██。"),
    ("Москва", "в МОСКВА и Москва", "в ██████ и ██████"),
  ]

  @Test("names are found as texts write them", arguments: cases.indices)
  func forms(_ index: Int) {
    let (name, text, expected) = Self.cases[index]
    var report = SampleReports.empty.report
    report.title = text
    #expect(redact(report, name).report.title == expected)
  }

  @Test("pieces of names at the edges of a quotation are hidden too")
  func edges() {
    var report = SampleReports.empty.report
    report.sources[0].length = 1000
    report.claims = [
      Claim(
        id: "c1", act: .state,
        evidence: [
          Evidence(
            source: "s1", start: 30, end: 34, exact: "said", prefix: "ple Networks has ", suffix: " so. Exam")
        ])
    ]
    let evidence = redact(report, "Example Networks").report.claims[0].evidence[0]
    #expect(evidence.prefix == "████████████ has ")
    #expect(evidence.exact == "said")
    #expect(evidence.suffix == " so. ████")
    report.claims[0].evidence[0].prefix = "le Net says "
    #expect(redact(report, "Example Networks").report.claims[0].evidence[0].prefix == "le Net says ")
  }

  @Test("what the report knows to mean the party is hidden at its place, a person's name in part too")
  func mentions() {
    var report = SampleReports.empty.report
    report.title = "Doe and the company speak"
    report.sources[0].length = 1000
    report.entities = [
      Entity(
        id: "e1", kind: .person, name: "Jane Doe", role: "director of the company",
        mentions: [Mention(source: "s1", start: 10, end: 18, text: "director")]),
      Entity(id: "e2", kind: .person, name: "spokesman", role: "the director’s spokesman"),
    ]
    let exact = "The director said that Jane did it."
    report.claims = [
      Claim(
        id: "c1", act: .state, proposition: Proposition(text: "director said"),
        evidence: [Evidence(source: "s1", start: 6, end: 6 + exact.unicodeScalars.count, exact: exact)])
    ]
    let redacted = redact(report, "jane DOE").report
    #expect(redacted.title == "███ and the company speak")
    #expect(redacted.claims[0].evidence[0].exact == "The ████████ said that ████ did it.")
    #expect(redacted.claims[0].proposition.text == "████████ said")
    #expect(redacted.entities[0].name == "[redacted 1]")
    #expect(redacted.entities[0].role == nil)
    #expect(redacted.entities[1].role == "the ████████’s spokesman")
  }

  @Test("mentions that reach over the edges of a quotation are found, long ones before short ones too")
  func mentionsAtEdges() {
    var report = SampleReports.empty.report
    report.sources[0].length = 1000
    let mentions = [(0, 14), (2, 4), (20, 30), (40, 44)].map { start, end in
      Mention(source: "s1", start: start, end: end, text: String(repeating: "m", count: end - start))
    }
    report.entities = [Entity(id: "e1", kind: .group, name: "Grey Heron", mentions: mentions)]
    report.claims = [
      Claim(
        id: "c1", act: .state,
        evidence: [Evidence(source: "s1", start: 10, end: 25, exact: "abcdefghijklmno")])
    ]
    #expect(redact(report, "grey heron").report.claims[0].evidence[0].exact == "████efghij█████")
  }

  @Test("ids made of names become plain, with all that refers to them")
  func identifiers() {
    var report = SampleReports.attributions.report
    let names = Dictionary(report.entities.enumerated().map { ($1.id, "northland-\($0)") }) { first, _ in
      first
    }
    for index in report.entities.indices {
      report.entities[index].id = names[report.entities[index].id] ?? ""
    }
    for index in report.claims.indices {
      report.claims[index].speakers = report.claims[index].speakers.map { names[$0] ?? $0 }
      report.claims[index].about = report.claims[index].about.map { names[$0] ?? $0 }
    }
    report.relations = []
    report.events = []
    for index in report.claims.indices {
      report.claims[index].relayedBy = []
      report.claims[index].proposition = Proposition()
    }
    for index in report.entities.indices { report.entities[index].partOf = nil }
    let redacted = redact(report, "Northland").report
    #expect(ReportValidator.check(redacted).map(\.summary) == [])
    #expect(redacted.entities.map(\.id) == report.entities.indices.map { "e\($0 + 1)" })
    for (old, new) in zip(report.claims, redacted.claims) {
      #expect(
        old.speakers.compactMap { $0.split(separator: "-").last.map { "e\((Int($0) ?? 0) + 1)" } }
          == new.speakers)
    }
  }

  @Test("indicators that hold the name go, with what refers to them")
  func indicators() {
    var report = SampleReports.empty.report
    report.sources[0].length = 1000
    let mention = Mention(source: "s1", start: 0, end: 4, text: "here")
    report.entities = [Entity(id: "e1", kind: .group, name: "G")]
    report.claims = [
      Claim(id: "c1", act: .state, evidence: [Evidence(source: "s1", start: 0, end: 4, exact: "here")])
    ]
    report.indicators = [
      Indicator(
        id: "i1", kind: "domain-name", value: "mail.jane-doe.example", mention: mention, role: .victim),
      Indicator(id: "i2", kind: "domain-name", value: "janet.example", mention: mention, role: .victim),
    ]
    report.relations = [Relation(id: "r1", type: .attributedTo, from: "i1", to: "e1", claims: ["c1"])]
    let outcome = redact(report, "Jane Doe")
    #expect(outcome.report.indicators.map(\.id) == ["i2"])
    #expect(outcome.report.relations.isEmpty)
    #expect(Set(outcome.losses.map(\.what)) == ["indicators", "relations"])
  }

  @Test("a name that stands nowhere changes nothing")
  func absent() {
    for sample in SampleReports.shared {
      let outcome = redact(sample.report, "Nobody Of That Name")
      #expect(outcome.report == sample.report)
      #expect(outcome.losses.isEmpty && outcome.found.isEmpty)
    }
  }
}
