public import DossierModel
public import DossierPluginKit
public import DossierText

/// Writes who claims what as a graph: parties, claims, events, techniques and indicators are nodes, so that a denial
/// is a node of its own that answers another.
public struct GraphExporter: Exporter {
  /// What it is.
  public static let manifest = ExporterManifest(
    name: "graph", summary: "Parties, claims and denials as a graph: GraphML, DOT or Mermaid",
    mediaType: "application/graphml+xml", fileName: "{slug}.graphml", stability: .experimental,
    carries: [.entities, .events, .claims, .denials, .confidence, .relations, .indicators, .techniques])

  /// What can be chosen.
  public static let options: [OptionField<Self>] = [
    .choice("form", \.form, help: "GraphML for tools, DOT for Graphviz, Mermaid for Markdown pages")
  ]

  /// The notations.
  enum Form: String, CaseIterable, Sendable {
    case graphml, dot, mermaid
  }

  var form = Form.graphml
  /// How many reports the file holds.
  private var count = 0

  /// An exporter that writes GraphML.
  public init() {}

  /// Writes one report's graph. Linear in the report.
  public mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext)
    throws(Diagnostic)
  {
    count += 1
    let graph = ClaimGraph(report, number: count)
    switch form {
    case .graphml: output.write((count == 1 ? GraphML.head : "") + GraphML.write(graph))
    case .dot: output.write(DOT.write(graph))
    case .mermaid: output.write((count == 1 ? Mermaid.head : "") + Mermaid.write(graph))
    }
    for (path, why) in losses(of: report) { output.report(loss: Loss(subject: nil, what: path, why: why)) }
  }

  /// Ends the file.
  public mutating func finish(into output: inout OutputSet, context: ExportContext) throws(Diagnostic) {
    if count > 0, form == .graphml { output.write(GraphML.end) }
    count = 0
  }

  private func losses(of report: Report) -> [(path: String, why: String)] {
    var paths: [(String, Bool)] = [
      ("sources", !report.sources.isEmpty), ("language", true), ("producer", true),
      ("entities.mentions", report.entities.contains { !$0.mentions.isEmpty }),
      ("entities.names", report.entities.contains { !$0.names.isEmpty }),
      ("entities.aliases", report.entities.contains { !$0.aliases.isEmpty }),
      ("entities.identifiers", report.entities.contains { !$0.identifiers.isEmpty }),
      ("entities.role", report.entities.contains { $0.role != nil }),
      ("events.impact", report.events.contains { !$0.impact.isEmpty }),
      ("claims.rule", report.claims.contains { !$0.rule.isEmpty }),
      ("claims.unresolved", report.claims.contains { !$0.unresolved.isEmpty }),
      ("indicators.mention", !report.indicators.isEmpty),
      ("indicators.marks", report.indicators.contains { !$0.marks.isEmpty }),
      ("candidates", !report.candidates.isEmpty),
      ("techniques.mentions", report.techniques.contains { !$0.mentions.isEmpty }),
    ]
    if form == .graphml {
      let evidence = report.claims.flatMap(\.evidence)
      paths += [
        ("claims.evidence.source", !evidence.isEmpty), ("claims.evidence.start", !evidence.isEmpty),
        ("claims.evidence.end", !evidence.isEmpty),
        ("claims.evidence.prefix", evidence.contains { !$0.prefix.isEmpty }),
        ("claims.evidence.suffix", evidence.contains { !$0.suffix.isEmpty }),
        ("claims.evidence.xpath", evidence.contains { $0.xpath != nil }),
        ("claims.evidence.speaker", evidence.contains { !$0.speaker.isEmpty }),
        ("claims.evidence.cue", evidence.contains { !$0.cue.isEmpty }),
        ("claims.evidence.content", evidence.contains { !$0.content.isEmpty }),
      ]
      return paths.filter(\.1).map { ($0.0, "a graph has no place for it") }
    }
    paths += [
      ("created", true), ("marking", form == .mermaid),
      ("claims.evidence", !report.claims.isEmpty),
      ("claims.channel", report.claims.contains { $0.channel != nil }),
      ("claims.time", report.claims.contains { $0.time != nil }), ("claims.quoted", !report.claims.isEmpty),
      ("claims.proposition.text", !report.claims.isEmpty),
      ("claims.proposition.behaviours", report.claims.contains { !$0.proposition.behaviours.isEmpty }),
      ("claims.confidence.level", report.claims.contains { $0.confidence?.level != nil }),
      ("claims.likelihood.low", report.claims.contains { $0.likelihood?.low != nil }),
      ("claims.likelihood.high", report.claims.contains { $0.likelihood?.high != nil }),
      ("events.time", report.events.contains { $0.time != nil }),
      ("indicators.role", !report.indicators.isEmpty),
      ("relations.confidence", report.relations.contains { $0.confidence != nil }),
    ]
    return paths.filter(\.1).map { ($0.0, "a drawing shows names, acts and how they are linked") }
  }
}
