import DossierModel
import DossierTesting
import DossierText
import Testing

@Suite("Report reading")
struct ReportReadingTests {
  static let samples = SampleReports.shared + (0..<200).map { SampleReports.generated(seed: $0) }

  private func read(_ json: String, resolving: (String) -> Entity? = { _ in nil }) throws -> (
    ReportReader.Input, [Diagnostic]
  ) {
    let source = SourceText(name: "input.json", json)
    let node = try JSONParser.parse(source)
    var decoder = DataDecoder(source: source, scope: "report")
    let input = ReportReader.read(node, decoder: &decoder, resolving: resolving)
    return (input, decoder.diagnostics)
  }

  @Test("Every sample keeps the rules", arguments: samples)
  func valid(_ sample: SampleReport) {
    #expect(ReportValidator.check(sample.report, texts: sample.texts) == [])
  }

  @Test("Written and read again, a report is the same", arguments: samples)
  func roundTrip(_ sample: SampleReport) throws {
    for indent in [0, 2] {
      let bytes = sample.report.json(indent: indent)
      let (input, diagnostics) = try read(String(decoding: bytes, as: UTF8.self))
      #expect(diagnostics == [])
      #expect(input.form == .report)
      #expect(input.report == sample.report)
      #expect(input.report.json(indent: indent) == bytes)
    }
  }

  @Test("An unknown key is shown with its place and the nearest known key")
  func unknownKey() throws {
    let (_, diagnostics) = try read(
      """
      {"sources": [{"id": "s1"}],
       "claims": [{"act": "deny", "speekers": [], "evidence": [{"start": 1, "end": 2, "exact": "x"}]}]}
      """)
    let first = try #require(diagnostics.first)
    #expect(first.id == "report.unknown-key")
    #expect(first.location?.line == 2 && first.location?.column == 29)
    #expect(first.help == "did you mean 'speakers'?")
  }

  @Test("Whole reports need their keys; the message names them")
  func missingKeys() throws {
    let (_, diagnostics) = try read(#"{"schema": "dossier.report/1", "claims": []}"#)
    #expect(
      diagnostics.map(\.summary)
        == [
          "id", "title", "language", "created", "producer", "marking", "sources",
        ].map { "report needs the key '\($0)'" })
  }

  @Test("A later version is refused by name")
  func laterVersion() throws {
    let (_, diagnostics) = try read(#"{"schema": "dossier.report/9", "sources": [], "claims": []}"#)
    #expect(diagnostics.contains { $0.id == "report.schema" && $0.summary.contains("dossier.report/9") })
  }

  @Test("Parsed claims: ids, source, places and polarity are filled in; names lead to entities")
  func claims() throws {
    let (input, diagnostics) = try read(
      """
      {"sources": [{"title": "T", "text": "La Nordie accuse le groupe Héron. Le groupe nie."}],
       "entities": [{"kind": "state", "name": "Northland", "names": {"fr": "Nordie"}}, {"kind": "group", "name": "Héron"}],
       "claims": [
         {"id": "a", "act": "accuse", "speakers": ["nordie"], "about": ["Héron"],
          "evidence": [{"exact": "La Nordie accuse le groupe Héron."}]},
         {"act": "deny", "speakers": ["e2"], "answers": ["a"], "evidence": [{"start": 34, "end": 48}]}]}
      """)
    #expect(diagnostics == [])
    #expect(input.form == .claims)
    let report = input.report
    #expect(report.sources.map(\.id) == ["s1"] && report.sources[0].length == 48)
    #expect(report.entities.map(\.id) == ["e1", "e2"])
    #expect(report.claims.map(\.id) == ["a", "c2"])
    #expect(report.claims[0].speakers == ["e1"] && report.claims[0].about == ["e2"])
    #expect(report.claims[0].evidence[0].start == 0 && report.claims[0].evidence[0].end == 33)
    #expect(report.claims[1].polarity == .deny && report.claims[1].evidence[0].exact == "Le groupe nie.")
    #expect(input.texts["s1"]?.bytes.count == 49)
  }

  @Test("A name that is not listed is looked up, once")
  func resolving() throws {
    let json = """
      {"sources": [{"length": 9}], "claims": [
        {"act": "accuse", "speakers": ["France"], "about": ["France"],
         "evidence": [{"start": 0, "end": 1, "exact": "x"}]}]}
      """
    let (input, diagnostics) = try read(json) { name in
      name == "France" ? Entity(id: "", kind: .state, name: "France") : nil
    }
    #expect(diagnostics == [])
    #expect(input.report.entities.map(\.id) == ["e1"])
    #expect(input.report.claims[0].speakers == ["e1"] && input.report.claims[0].about == ["e1"])
    #expect(try read(json).1.map(\.id) == ["report.unknown-reference", "report.unknown-reference"])
  }

  @Test(
    "Each mistake has its message and its place",
    arguments: [
      (#""evidence": []"#, "report.no-evidence", 13),
      (#""evidence": [{"start": 5, "end": 12, "exact": "1234567"}]"#, "report.outside-text", 34),
      (#""evidence": [{"start": 5, "end": 5, "exact": ""}]"#, "report.empty-span", 34),
      (#""evidence": [{"start": 0, "end": 2, "exact": "zz"}]"#, "report.not-exact", 46),
      (#""evidence": [{"exact": "absent"}]"#, "report.not-exact", 24),
      (#""evidence": [{"start": 0, "exact": "Le"}]"#, "report.missing-key", 14),
      (
        #""evidence": [{"source": "s9", "start": 0, "end": 2, "exact": "Le"}]"#, "report.unknown-reference",
        25
      ),
      (#""evidence": [{"start": 0, "end": 2, "exact": "Le", "cue": [[1]]}]"#, "report.wrong-type", 60),
      (#""evidence": [{"start": 0, "end": 2, "exact": "Le", "cue": [[1, 99]]}]"#, "report.outside-text", 60),
      (#""about": ["Rien"], "evidence": [{"exact": "Le"}]"#, "report.unknown-reference", 11),
      (#""answers": ["a"], "evidence": [{"exact": "Le"}]"#, "report.self-answer", 12),
      (#""act": "denie", "evidence": [{"exact": "Le"}]"#, "report.bad-value", 8),
      (#""likelihood": {"low": 60, "high": 20}, "evidence": [{"exact": "Le"}]"#, "report.bad-value", 15),
      (#""likelihood": {"low": 600}, "evidence": [{"exact": "Le"}]"#, "report.bad-value", 23),
      (
        #""time": {"earliest": "2021-02-30", "words": "w"}, "evidence": [{"exact": "Le"}]"#,
        "report.bad-value", 22
      ),
      (#""confidence": {"level": "sure"}, "evidence": [{"exact": "Le"}]"#, "report.bad-value", 25),
      (#""hedged": "yes", "evidence": [{"exact": "Le"}]"#, "report.wrong-type", 11),
      (#""proposition": {"event": "v1"}, "evidence": [{"exact": "Le"}]"#, "report.unknown-reference", 26),
    ])
  func mistakes(_ claim: String, _ id: String, _ column: Int) throws {
    let act = claim.contains("\"act\"") ? "" : "\"act\": \"state\", "
    let (_, diagnostics) = try read(
      "{\"sources\": [{\"text\": \"Le groupe\"}], \"claims\": [{\"id\": \"a\", \(act)\n\(claim)}]}")
    let first = try #require(diagnostics.first)
    #expect(first.id == id)
    #expect(first.location?.line == 2)
    #expect(first.location?.column == column)
  }

  @Test("Ids that stand twice are refused")
  func duplicateIDs() throws {
    let (_, diagnostics) = try read(
      #"{"sources": [{"id": "s1"}, {"id": "s1"}], "claims": []}"#)
    #expect(diagnostics.map(\.id) == ["report.duplicate-id"])
  }

  @Test("Any prefix or damage of a report is refused without a crash")
  func damage() {
    let bytes = SampleReports.everything.report.json(indent: 0)
    var random = UInt64(7)
    for round in 0..<300 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var copy = bytes
      let place = Int(random >> 33) % copy.count
      if round % 3 == 0 {
        copy.removeSubrange(place...)
      } else {
        copy[place] = UInt8(truncatingIfNeeded: random >> 20)
      }
      let source = SourceText(name: "damaged", bytes: copy)
      guard let node = try? JSONParser.parse(source) else { continue }
      var decoder = DataDecoder(source: source, scope: "report")
      let input = ReportReader.read(node, decoder: &decoder)
      if !decoder.hasErrors { #expect(input.report.sources.count == 2) }
    }
  }
}
