import DossierModel
import DossierPluginKit
import DossierText

/// An exporter with its options, as the host runs it: a Swift module or a program.
protocol ExportEngine: Sendable {
  /// Begins one output.
  func start(context: ExportContext) throws(Diagnostic) -> any ExportSession
}

/// One output in the making.
protocol ExportSession {
  /// Adds a report.
  mutating func export(_ report: Report, into output: inout OutputSet) throws(Diagnostic)
  /// Ends the output.
  mutating func finish(into output: inout OutputSet) throws(Diagnostic)
}

/// Runs an exporter that is part of the program.
struct ModuleEngine: ExportEngine {
  let exporter: any Exporter

  func start(context: ExportContext) throws(Diagnostic) -> any ExportSession {
    ModuleSession(exporter: exporter, context: context)
  }
}

private struct ModuleSession: ExportSession {
  var exporter: any Exporter
  let context: ExportContext

  mutating func export(_ report: Report, into output: inout OutputSet) throws(Diagnostic) {
    try exporter.export(report, into: &output, context: context)
  }

  mutating func finish(into output: inout OutputSet) throws(Diagnostic) {
    try exporter.finish(into: &output, context: context)
  }
}
