public import DossierModel
public import DossierText

/// Turns reports into named files. The whole contract of an exporter.
///
/// An exporter does no I/O and keeps no state outside itself: it is given reports, one after another, and hands over
/// bytes. The host reads the configuration, opens and writes the files and shows what is reported.
///
/// ```swift
/// struct TitleExporter: Exporter {
///   static let manifest = ExporterManifest(
///     name: "titles", summary: "One title a line", mediaType: "text/plain", fileName: "titles.txt",
///     stability: .stable, carries: [])
///   static let options: [OptionField<Self>] = [
///     .bool("upper", \.upper, help: "Write capitals")
///   ]
///   var upper = false
///
///   mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext) {
///     output.write(upper ? report.title.uppercased() : report.title)
///     output.write("\n")
///   }
/// }
/// ```
public protocol Exporter: Sendable {
  /// Name, summary, media type, file name, stability and what the format can carry.
  static var manifest: ExporterManifest { get }
  /// One declaration an option; parsing, messages, documentation and schema come from it.
  static var options: [OptionField<Self>] { get }

  /// An exporter with every option at its default.
  init()

  /// Called once for each report, in order.
  ///
  /// - Throws: A diagnostic, if this report cannot be written; the output then fails as a whole.
  mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext)
    throws(Diagnostic)

  /// Called once after the last report, for formats that need an end.
  ///
  /// - Throws: A diagnostic, if the output cannot be completed.
  mutating func finish(into output: inout OutputSet, context: ExportContext) throws(Diagnostic)
}

extension Exporter {
  /// Formats without an end need nothing here.
  public mutating func finish(into output: inout OutputSet, context: ExportContext) throws(Diagnostic) {}

  /// What the options are, for documentation.
  public static var optionDescriptions: [OptionDescription] { options.map(\.description) }

  /// An exporter configured by the mapping `node`; what is wrong with it goes to `decoder`.
  ///
  /// Without a node every option has its default. Every option is looked at, so one run shows all mistakes.
  public static func configured(by node: DataNode?, decoder: inout DataDecoder) -> Self {
    guard let node else { return Self() }
    return Self().configured(further: node, decoder: &decoder)
  }

  /// This exporter with the options in the mapping `node` changed; what is wrong with them goes to `decoder`.
  public func configured(further node: DataNode, decoder: inout DataDecoder) -> Self {
    var exporter = self
    if case .null = node.value { return exporter }
    let fields = Self.options
    let object = decoder.object(
      node, keys: fields.map(\.description.name), what: "the options of '\(Self.manifest.name)'")
    for field in fields {
      if let value = object[field.description.name] { field.apply(&exporter, value, &decoder) }
    }
    return exporter
  }
}

/// What an exporter is, for lists, documentation and choices of the host.
public struct ExporterManifest: Sendable, Hashable {
  /// How far users may rely on the bytes.
  public enum Stability: String, Sendable, Hashable, CaseIterable {
    /// Changes only with a new major version.
    case stable
    /// May change.
    case experimental
  }

  /// What of a report the format can hold.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// Sources with their metadata.
    case sources
    /// Entities.
    case entities
    /// Events.
    case events
    /// Claims.
    case claims
    /// Denials as things of their own, linked to what they answer.
    case denials
    /// Words of confidence and likelihood.
    case confidence
    /// Evidence with its place.
    case evidence
    /// Relations.
    case relations
    /// Indicators.
    case indicators
    /// Techniques.
    case techniques
  }

  /// The name users write: lower-case letters, digits and hyphens.
  public let name: String
  /// One line.
  public let summary: String
  /// Media type of the main file.
  public let mediaType: String
  /// Name of the main file where the user names only a directory; may hold `{slug}`, `{id}`, `{date}`.
  public let fileName: String
  /// How far users may rely on the bytes.
  public let stability: Stability
  /// What of a report the format can hold.
  public let carries: Set<Part>
  /// Whether it is a format for people, which writes addresses so that nobody follows them by accident unless
  /// `ExportContext.defangs` is false. Formats for machines write addresses as they are.
  public let defangs: Bool

  /// A manifest.
  public init(
    name: String, summary: String, mediaType: String, fileName: String, stability: Stability,
    carries: Set<Part>, defangs: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.mediaType = mediaType
    self.fileName = fileName
    self.stability = stability
    self.carries = carries
    self.defangs = defangs
  }
}
