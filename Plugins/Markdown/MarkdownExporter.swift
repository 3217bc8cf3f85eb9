import DossierBriefing
public import DossierModel
public import DossierPluginKit
public import DossierText

/// Writes a briefing for people: what the sources claim, who says it, with which words and on what evidence.
public struct MarkdownExporter: Exporter {
  /// What it is.
  public static let manifest = ExporterManifest(
    name: "markdown", summary: "A briefing that an analyst can forward as it is", mediaType: "text/markdown",
    fileName: "{slug}.md", stability: .stable, carries: Set(ExporterManifest.Part.allCases),
    defangs: true)

  /// What can be chosen.
  public static let options: [OptionField<Self>] = [
    .choice("language", \.language, help: "Language of the words around the sources’ words"),
    .list(
      "sections", \.sections, choices: Section.allCases.map(\.rawValue),
      help: "Which sections, in this order; the banners always stand at both ends",
      example: ["summary", "matrix", "claims"]),
    .bool("evidence", \.evidence, help: "Quote the evidence under each claim"),
    .text(
      "template", \.template, help: "A Mustache template of your own in place of the built-in briefing",
      example: "# {{title}}", check: UserTemplate.mistake),
  ]

  /// The parts of a briefing.
  enum Section: String, CaseIterable, Sendable {
    case summary, judgements, matrix, claims, timeline, events, techniques, indicators, connections, parties,
      sources
    case reading
  }

  var language = LanguageChoice.auto
  var sections = Section.allCases.map(\.rawValue)
  var evidence = true
  var template = ""
  private var hasWritten = false
  /// The sections of `sections`; read with the first report.
  private var chosen: [Section] = []

  /// An exporter that writes every section.
  public init() {}

  /// Writes one briefing. Linear in the report.
  public mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext)
    throws(Diagnostic)
  {
    let index = ReportIndex(
      report, words: language.words(hostLanguage: context.language), defangs: context.defangs)
    if !template.isEmpty {
      output.write(try UserTemplate.render(template, index) { MarkdownText.escape($0, into: &$1) })
      return
    }
    var briefing = MarkdownBriefing(index, quotesEvidence: evidence)
    if hasWritten { briefing.text.words("\n---\n\n") }
    if !hasWritten { chosen = sections.compactMap(Section.init) }
    hasWritten = true
    briefing.writeHead()
    for section in chosen { briefing.write(section) }
    briefing.writeBanner()
    output.write(briefing.text.bytes.take())
    reportLosses(of: index, sections: chosen, to: &output)
  }

  /// Says what the briefing does not show.
  private func reportLosses(of index: ReportIndex, sections: [Section], to output: inout OutputSet) {
    let report = index.report
    func lose(_ what: String, _ why: String) {
      output.report(loss: Loss(subject: nil, what: what, why: why))
    }
    for section in Section.allCases where !sections.contains(section) {
      if let part = section.lostPart(of: report) { lose(part, "the option 'sections' leaves it out") }
    }
    if !report.candidates.isEmpty { lose("candidates", "a briefing tells what is asserted") }
    if report.entities.contains(where: { !$0.mentions.isEmpty }) {
      lose("entities.mentions", "a briefing names a party, but not every place where it stands")
    }
    if report.claims.indices.contains(where: { !report.claims[$0].rule.isEmpty }) {
      lose("claims.rule", "which rule found a claim is not for readers of a briefing")
    }
    if !evidence {
      if !report.claims.isEmpty { lose("claims.evidence", "the option 'evidence' leaves it out") }
      return
    }
    let why = "a briefing quotes the passage only"
    for (what, isThere) in EvidenceParts(of: report).parts where isThere { lose(what, why) }
  }
}

/// Which parts a report's evidence has beside the passage.
private struct EvidenceParts {
  private var prefix = false
  private var suffix = false
  private var xpath = false
  private var speaker = false
  private var cue = false
  private var content = false

  init(of report: Report) {
    for number in report.claims.indices {
      let evidence = report.claims[number].evidence
      for place in evidence.indices {
        if !evidence[place].prefix.isEmpty { prefix = true }
        if !evidence[place].suffix.isEmpty { suffix = true }
        if evidence[place].xpath != nil { xpath = true }
        if !evidence[place].speaker.isEmpty { speaker = true }
        if !evidence[place].cue.isEmpty { cue = true }
        if !evidence[place].content.isEmpty { content = true }
      }
    }
  }

  /// Each part by its key.
  var parts: [(what: String, isThere: Bool)] {
    [
      ("claims.evidence.prefix", prefix), ("claims.evidence.suffix", suffix),
      ("claims.evidence.xpath", xpath), ("claims.evidence.speaker", speaker),
      ("claims.evidence.cue", cue), ("claims.evidence.content", content),
    ]
  }
}

extension MarkdownExporter.Section {
  /// The part of the report that only this section shows, if there is any of it.
  fileprivate func lostPart(of report: Report) -> String? {
    switch self {
    case .claims: report.claims.isEmpty ? nil : "claims"
    case .events: report.events.isEmpty ? nil : "events"
    case .techniques: report.techniques.isEmpty ? nil : "techniques"
    case .indicators: report.indicators.isEmpty ? nil : "indicators"
    case .connections: report.relations.isEmpty ? nil : "relations"
    case .parties: report.entities.isEmpty ? nil : "entities"
    case .sources: report.sources.isEmpty ? nil : "sources"
    case .summary, .judgements, .matrix, .timeline, .reading: nil
    }
  }
}
