public import DossierModel
public import DossierPluginKit
public import DossierText

/// Writes reports as a STIX 2.1 bundle that takes no side: each claim of responsibility is a relationship created by
/// whoever makes it, its evidence a note, a denial an opinion of the denier.
public struct STIXExporter: Exporter {
  /// Which consumer the bundle is shaped for.
  public enum Profile: String, Sendable, CaseIterable {
    /// What the specification and `stix2-validator --strict` ask for.
    case strict
    /// What OpenCTI's importer keeps apart: one edge for each pair, one note for each claimant.
    case opencti
  }

  /// Whether relationships carry `confidence`.
  public enum ConfidenceUse: String, Sendable, CaseIterable {
    /// In profile `strict`.
    case auto
    /// In every profile.
    case always
    /// In none.
    case never
  }

  /// What it is.
  public static let manifest = ExporterManifest(
    name: "stix", summary: "STIX 2.1 bundle with claims by their claimants and denials as opinions",
    mediaType: "application/stix+json;version=2.1", fileName: "{slug}.stix.json", stability: .stable,
    carries: Set(ExporterManifest.Part.allCases))
  /// Its options.
  public static let options: [OptionField<Self>] = [
    .choice("profile", \.profile, help: "Consumer that the bundle is shaped for"),
    .choice(
      "confidence", \.confidence, help: "Write levels of confidence as numbers: auto does in profile strict"),
    .bool("indicators", \.indicators, help: "Write indicators and their patterns for malicious observables"),
    .bool("sightings", \.sightings, help: "Write a sighting for each victim that a claim names"),
    .integer("indent", \.indent, in: 0...8, help: "Spaces that a level is indented by; 0 writes one line"),
  ]

  /// Which consumer the bundle is shaped for.
  public var profile = Profile.strict
  /// Whether relationships carry `confidence`.
  public var confidence = ConfidenceUse.auto
  /// Whether indicators are written beside observables.
  public var indicators = true
  /// Whether victims that claims name get sightings.
  public var sightings = false
  /// Spaces a level.
  public var indent = 2

  /// The ids of what several reports share and is in the bundle already; nil before the first report.
  private var shared: Set<String>?

  /// The exporter.
  public init() {}

  /// Writes the objects of one report; all reports of an output are one bundle. Linear in the report.
  public mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext)
    throws(Diagnostic)
  {
    var bundle = BundleWriter(
      report: report, context: context, profile: profile, indent: indent,
      writesConfidence: confidence == .always || (confidence == .auto && profile == .strict),
      writesIndicators: indicators, writesSightings: sightings, shared: shared)
    bundle.writeReport()
    shared = bundle.shared
    output.write(bundle.json.take())
  }

  /// Ends the bundle.
  public mutating func finish(into output: inout OutputSet, context: ExportContext) throws(Diagnostic) {
    if shared == nil {
      output.write("{\"type\":\"bundle\",\"id\":\"\(STIXIdentifier.object("bundle", [context.idSeed]))\"}\n")
    } else {
      output.write(indent > 0 ? "\n\(String(repeating: " ", count: indent))]\n}\n" : "]}\n")
    }
    shared = nil
  }
}
