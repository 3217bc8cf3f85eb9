public import DossierModel
public import DossierPluginKit
public import DossierText

/// Writes the report itself as JSON, `dossier.report/1`: indented for people, compact, or one report a line.
///
/// A file that gets one report holds an object; one that gets several holds a list of them, or their lines.
public struct JSONExporter: Exporter {
  /// What it is.
  public static let manifest = ExporterManifest(
    name: "json", summary: "The report itself as JSON, without loss", mediaType: "application/json",
    fileName: "{slug}.json", stability: .stable, carries: Set(ExporterManifest.Part.allCases))

  /// What can be chosen.
  public static let options: [OptionField<Self>] = [
    .choice("form", \.form, help: "Indented for people, compact, or one report a line (JSON Lines)")
  ]

  /// The forms of the file.
  enum Form: String, CaseIterable, Sendable {
    case pretty, compact, lines
  }

  var form = Form.pretty
  /// The first report, held back until it is known whether it stays alone.
  private var first: [UInt8]?
  private var isList = false

  /// An exporter that writes the indented form.
  public init() {}

  /// Writes one report. Linear in the report.
  public mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext)
    throws(Diagnostic)
  {
    var bytes = report.json(indent: form == .pretty ? 2 : 0)
    if form == .lines {
      output.write(bytes)
      return
    }
    bytes.removeLast()
    if isList {
      output.write(",\n")
      output.write(bytes)
    } else if let first {
      output.write("[\n")
      output.write(first)
      output.write(",\n")
      output.write(bytes)
      self.first = nil
      isList = true
    } else {
      first = bytes
    }
  }

  /// Ends the object or the list.
  public mutating func finish(into output: inout OutputSet, context: ExportContext) throws(Diagnostic) {
    if let first {
      output.write(first)
      output.write("\n")
    } else if isList {
      output.write("\n]\n")
    }
    first = nil
    isList = false
  }
}
