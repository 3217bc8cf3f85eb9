public import DossierModel
public import DossierPluginKit
public import DossierText

/// Writes reports as MISP events (core format) that take no side: an event asserts only that somebody claims something.
public struct MISPExporter: Exporter {
  /// Who may receive an event, in MISP's terms.
  public enum Distribution: String, Sendable, CaseIterable {
    /// The own organisation.
    case organisation
    /// The own server's community.
    case community
    /// Connected communities too.
    case connected
    /// All.
    case all

    /// MISP's code.
    var code: String {
      switch self {
      case .organisation: "0"
      case .community: "1"
      case .connected: "2"
      case .all: "3"
      }
    }
  }

  /// What it is.
  public static let manifest = ExporterManifest(
    name: "misp", summary: "MISP event with claims as objects and denials as opinions",
    mediaType: "application/json", fileName: "{slug}.misp.json", stability: .experimental,
    carries: Set(ExporterManifest.Part.allCases))
  /// Its options.
  public static let options: [OptionField<Self>] = [
    .choice("distribution", \.distribution, help: "Who may receive the event"),
    .bool("detection", \.detection, help: "Mark malicious indicators for detection (to_ids)"),
    .bool(
      "event_report", \.eventReport,
      help: "Write an event report in Markdown with every claim and its evidence"),
    .integer("indent", \.indent, in: 0...8, help: "Spaces that a level is indented by; 0 writes one line"),
  ]

  /// Who may receive the event.
  public var distribution = Distribution.organisation
  /// Whether malicious indicators are marked for detection.
  public var detection = true
  /// Whether an event report is written.
  public var eventReport = true
  /// Spaces a level.
  public var indent = 2

  /// The first event, which stands alone in its file unless others follow.
  private var first: [UInt8]?
  /// Whether the file has become a list of events.
  private var isList = false

  /// The exporter.
  public init() {}

  /// Writes the event of one report. Linear in the report.
  public mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext)
    throws(Diagnostic)
  {
    var writer = EventWriter(
      report: report, context: context, distribution: distribution, detects: detection,
      writesEventReport: eventReport, json: JSONWriter(indent: indent, reserving: 1 << 16))
    writer.write()
    if isList {
      output.write(",\n")
      output.write(writer.json.bytes)
    } else if let first {
      output.write("{\"response\":[\n")
      output.write(first)
      output.write(",\n")
      output.write(writer.json.bytes)
      self.first = []
      isList = true
    } else {
      first = writer.json.bytes
    }
    let losses = LossReckoning.losses(of: report, keeping: Self.kept, why: "MISP objects hold no such places")
    for loss in losses { output.report(loss: loss) }
  }

  /// Ends the file.
  public mutating func finish(into output: inout OutputSet, context: ExportContext) throws(Diagnostic) {
    if isList {
      output.write("\n]}\n")
    } else if let first {
      output.write(first)
      output.write("\n")
    } else {
      output.write("{\"response\":[]}\n")
    }
    first = nil
    isList = false
  }

  /// What an event holds of a report.
  private static let kept: Set<String> = [
    "title", "language", "created", "producer", "marking", "sources", "entities.kind", "entities.name",
    "entities.names", "entities.aliases", "entities.part_of", "entities.role", "entities.identifiers",
    "events", "claims.act", "claims.polarity", "claims.speakers", "claims.relayed_by", "claims.channel",
    "claims.about", "claims.level", "claims.proposition", "claims.confidence", "claims.likelihood",
    "claims.hedged", "claims.quoted", "claims.time", "claims.answers", "claims.unresolved",
    "claims.evidence.source", "claims.evidence.start", "claims.evidence.end", "claims.evidence.exact",
    "relations", "indicators", "techniques",
  ]
}
