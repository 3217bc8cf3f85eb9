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
    hasWritten = true
    let chosen = sections.compactMap(Section.init)
    briefing.writeHead()
    for section in chosen { briefing.write(section) }
    briefing.writeBanner()
    output.write(briefing.text.bytes.take())
    reportLosses(of: index, sections: Set(chosen), to: &output)
  }

  /// Says what the briefing does not show.
  private func reportLosses(of index: ReportIndex, sections: Set<Section>, to output: inout OutputSet) {
    let report = index.report
    func lose(_ what: String, _ why: String) {
      output.report(loss: Loss(subject: nil, what: what, why: why))
    }
    for section in Section.allCases where !sections.contains(section) {
      if let part = section.lostPart(of: report) { lose(part, "the option 'sections' leaves it out") }
    }
    if report.entities.contains(where: { !$0.mentions.isEmpty }) {
      lose("entities.mentions", "a briefing names a party, but not every place where it stands")
    }
    if report.claims.contains(where: { !$0.rule.isEmpty }) {
      lose("claims.rule", "which rule found a claim is not for readers of a briefing")
    }
    if !evidence {
      if !report.claims.isEmpty { lose("claims.evidence", "the option 'evidence' leaves it out") }
      return
    }
    let selectors: [(String, (Evidence) -> Bool)] = [
      ("prefix", { !$0.prefix.isEmpty }), ("suffix", { !$0.suffix.isEmpty }), ("xpath", { $0.xpath != nil }),
      ("speaker", { !$0.speaker.isEmpty }), ("cue", { !$0.cue.isEmpty }),
      ("content", { !$0.content.isEmpty }),
    ]
    for (key, isThere) in selectors
    where report.claims.contains(where: { $0.evidence.contains(where: isThere) }) {
      lose("claims.evidence.\(key)", "a briefing quotes the passage only")
    }
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
