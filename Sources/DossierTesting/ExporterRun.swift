public import DossierModel
public import DossierPluginKit
public import DossierText

/// What an exporter made of some reports: its files whole, its losses and its diagnostics.
public struct ExporterRun: Sendable {
  /// The files' bytes by name; the main file's name is empty.
  public private(set) var files: [String: [UInt8]] = [:]
  /// What it could not hold.
  public private(set) var losses: [Loss] = []
  /// What it had to say.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The error that ended it, if one did.
  public private(set) var failure: Diagnostic?

  /// The context that tests use: nothing in it comes from the machine.
  public static let context = ExportContext(toolVersion: "0.0.0")

  /// Runs an exporter over reports, draining its output after each as the host does.
  ///
  /// - Parameters:
  ///   - exporter: The exporter, configured.
  ///   - reports: The reports in order.
  ///   - context: What the exporter may know.
  ///   - finishing: Whether the run is brought to its end, or abandoned after the last report.
  public init(
    _ exporter: some Exporter, _ reports: [Report], context: ExportContext = context, finishing: Bool = true
  ) {
    var exporter = exporter
    var output = OutputSet()
    do {
      for report in reports {
        try exporter.export(report, into: &output, context: context)
        take(output.drain())
      }
      if finishing { try exporter.finish(into: &output, context: context) }
    } catch {
      failure = error
    }
    take(output.drain())
  }

  private mutating func take(_ output: OutputSet) {
    for file in output.files { files[file.name, default: []] += file.bytes }
    losses += output.losses
    diagnostics += output.diagnostics
  }

  /// The main file as text.
  public var text: String { String(decoding: files[""] ?? [], as: UTF8.self) }
}
