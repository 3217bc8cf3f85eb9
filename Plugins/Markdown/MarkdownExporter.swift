import DossierBriefing
public import DossierModel
public import DossierPluginKit
public import DossierText

/// Writes a briefing for people: what the sources claim, who says it, with which words and on what evidence.
public struct MarkdownExporter: Exporter {
  /// What it is.
  public static let manifest = ExporterManifest(
    name: "markdown", summary: "A briefing that an analyst can forward as it is", mediaType: "text/markdown",
    fileName: "{slug}.md", stability: .stable, carries: Set(ExporterManifest.Part.allCases))

  /// What can be chosen.
  public static let options: [OptionField<Self>] = [
    .choice("language", \.language, help: "Language of the words around the sources’ words"),
    .list(
      "sections", \.sections, choices: Section.allCases.map(\.rawValue),
      help: "Which sections, in this order; the banners always stand at both ends",
      example: ["summary", "matrix", "claims"]),
    .bool("evidence", \.evidence, help: "Quote the evidence under each claim"),
  ]

  /// The languages of generated words.
  enum Language: String, CaseIterable, Sendable {
    /// The one that the host asks for.
    case auto
    case en
    case fr
  }

  /// The parts of a briefing.
  enum Section: String, CaseIterable, Sendable {
    case summary, judgements, matrix, claims, timeline, events, techniques, indicators, connections, parties,
      sources
    case reading
  }

  var language = Language.auto
  var sections = Section.allCases.map(\.rawValue)
  var evidence = true
  private var hasWritten = false

  /// An exporter that writes every section.
  public init() {}

  /// Writes one briefing. Linear in the report.
  public mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext)
    throws(Diagnostic)
  {
    let tag = language == .auto ? context.language : language.rawValue
    let index = ReportIndex(report, words: BriefingLanguage(tag: tag).words)
    var briefing = MarkdownBriefing(index, quotesEvidence: evidence)
    if hasWritten { briefing.text.words("\n---\n\n") }
    hasWritten = true
    let chosen = sections.compactMap(Section.init)
    briefing.writeHead()
    for section in chosen { briefing.write(section) }
    briefing.writeBanner()
    output.write(briefing.text.bytes)
    reportLosses(of: report, sections: Set(chosen), to: &output)
  }

  /// Says what the briefing does not show.
  private func reportLosses(of report: Report, sections: Set<Section>, to output: inout OutputSet) {
    func lose(_ what: String, _ why: String) {
      output.report(loss: Loss(subject: nil, what: what, why: why))
    }
    for section in Section.allCases where !sections.contains(section) && section.holdsFacts(report) {
      lose("section \(section.rawValue)", "the option 'sections' leaves it out")
    }
    if report.claims.isEmpty && report.entities.isEmpty { return }
    if !evidence, sections.contains(.claims) { lose("evidence", "the option 'evidence' leaves it out") }
    if !report.claims.isEmpty {
      lose(
        "evidence selectors", "a briefing quotes the passage, not its context, its parts or its place in HTML"
      )
      lose("rules", "which rule found a claim is not for readers of a briefing")
    }
    if report.entities.contains(where: { !$0.mentions.isEmpty || !$0.names.isEmpty }) {
      lose("mentions", "a briefing gives one name of each party, not every place where it stands")
    }
  }
}

extension MarkdownExporter.Section {
  /// Whether the section would say anything about this report that no other section says.
  fileprivate func holdsFacts(_ report: Report) -> Bool {
    switch self {
    case .claims: !report.claims.isEmpty
    case .events: !report.events.isEmpty
    case .techniques: !report.techniques.isEmpty
    case .indicators: !report.indicators.isEmpty
    case .connections: !report.relations.isEmpty
    case .parties: !report.entities.isEmpty
    case .sources: !report.sources.isEmpty
    case .summary, .judgements, .matrix, .timeline, .reading: false
    }
  }
}
