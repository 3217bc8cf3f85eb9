public import DossierModel
public import DossierPluginKit
public import DossierText
import DossierYAML

/// Writes the report itself as YAML: the tree of `dossier.report/1`, every key in its order, nothing lost.
///
/// Each report is a YAML document that starts with `---`, so several can follow one another in a file.
public struct YAMLExporter: Exporter {
  /// What it is.
  public static let manifest = ExporterManifest(
    name: "yaml", summary: "The report itself as YAML, without loss", mediaType: "application/yaml",
    fileName: "{slug}.yaml", stability: .stable, carries: Set(ExporterManifest.Part.allCases))
  /// There is nothing to choose.
  public static let options: [OptionField<Self>] = []

  /// The exporter.
  public init() {}

  /// Writes one document. Linear in the report.
  public mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext)
    throws(Diagnostic)
  {
    var writer = YAMLWriter(reserving: 1 << 16)
    writer.beginDocument()
    report.write(to: &writer)
    writer.endDocument()
    output.write(writer.bytes)
  }
}
