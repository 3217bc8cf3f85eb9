import DossierModel
import DossierPluginKit
import DossierText

/// One output of a run, checked: which exporter with which options writes where.
struct PlannedOutput: Sendable {
  enum Destination: Sendable, Hashable {
    case standardOutput
    /// All reports in one file.
    case gathered(path: String)
    /// A file for each report.
    case perReport(PathPattern)
  }

  /// Name of the exporter.
  let exporter: String
  let destination: Destination
  let engine: any ExportEngine
  /// What the host does to its reports.
  let processing: OutputProcessing

  /// How messages call it.
  var name: String {
    switch destination {
    case .standardOutput: "<stdout>"
    case .gathered(let path): path
    case .perReport(let pattern): pattern.text
    }
  }

  /// The path of the exporter's file `name` beside the main one.
  ///
  /// - Throws: A diagnostic `output.name`, if the name would leave the directory of `main`.
  func path(of name: String, beside main: String) throws(Diagnostic) -> String {
    let path = try OutputName.checkedPath(of: name, beside: main, exporter: exporter)
    return name.isEmpty ? path : processing.compression.named(path)
  }

  /// The same file whatever way its path is written: without `.` parts and doubled slashes.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
