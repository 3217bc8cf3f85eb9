import DossierModel
public import DossierPluginKit
public import DossierText
public import Foundation
import Testing

/// Compares an exporter's output with what is kept of it in its folder: `Fixtures/CASE/`.
///
/// A case holds `report.json` (or is named `shared-NAME` and takes that shared report), perhaps `options.yaml`, the
/// files expected in `expected/`, and `expected-diagnostics.txt` with diagnostics and losses. What is missing is
/// recorded and fails the test once; with `DOSSIER_RECORD=1` in the environment, so is what differs.
public struct GoldenFiles: Sendable {
  /// The exporter's folder.
  public let folder: URL
  /// Reads `options.yaml`.
  public let parse: @Sendable (SourceText) throws(Diagnostic) -> DataNode

  /// The goldens in the `Fixtures` of an exporter's folder.
  public init(folder: URL, parse: @escaping @Sendable (SourceText) throws(Diagnostic) -> DataNode) {
    self.folder = folder.appending(path: "Fixtures")
    self.parse = parse
  }

  /// The cases that are there, and one for each shared report.
  public var cases: [String] {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let shared = SampleReports.shared.map { "shared-\($0.name)" }
    return Set(found.filter { !$0.hasPrefix(".") } + shared).sorted()
  }

  /// Runs one case; what differs is recorded as an issue.
  public func check<E: Exporter>(_ type: E.Type, case name: String) throws {
    let place = folder.appending(path: name)
    let exporter = try configured(type, place)
    let run = ExporterRun(exporter, [try report(name, place)])
    if let failure = run.failure { Issue.record("\(type.manifest.name), \(name): \(failure.summary)") }
    var expected: [String: Data] = [:]
    for (file, bytes) in run.files {
      expected["expected/" + fileName(file, type.manifest, name)] = Data(bytes)
    }
    let messages = Data(Self.messages(run).utf8)
    let hasMessages = FileManager.default.fileExists(
      atPath: place.appending(path: "expected-diagnostics.txt").path)
    if !messages.isEmpty || hasMessages { expected["expected-diagnostics.txt"] = messages }
    for (file, data) in expected.sorted(by: { $0.key < $1.key }) {
      try compare(data, with: place.appending(path: file), "\(type.manifest.name), \(name)/\(file)")
    }
    let kept = try? FileManager.default.subpathsOfDirectory(atPath: place.appending(path: "expected").path)
    for file in kept ?? [] where expected["expected/" + file] == nil {
      var isFolder: ObjCBool = false
      let path = place.appending(path: "expected/" + file).path
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { continue }
      Issue.record("\(type.manifest.name), \(name): '\(file)' is expected but was not written")
    }
  }

  private func configured<E: Exporter>(_ type: E.Type, _ place: URL) throws -> E {
    guard let data = try? Data(contentsOf: place.appending(path: "options.yaml")) else { return E() }
    let source = SourceText(name: "options.yaml", bytes: Array(data))
    var decoder = DataDecoder(source: source, scope: "options")
    let exporter = type.configured(by: try parse(source), decoder: &decoder)
    for diagnostic in decoder.diagnostics { Issue.record("\(diagnostic.rendered())") }
    return exporter
  }

  private func report(_ name: String, _ place: URL) throws -> Report {
    if let shared = SampleReports.shared.first(where: { name.hasPrefix("shared-\($0.name)") }) {
      return shared.report
    }
    let source = SourceText(
      name: "\(name)/report.json", bytes: Array(try Data(contentsOf: place.appending(path: "report.json"))))
    var decoder = DataDecoder(source: source, scope: "report")
    let input = ReportReader.read(try JSONParser.parse(source), decoder: &decoder)
    for diagnostic in decoder.diagnostics { Issue.record("\(diagnostic.rendered())") }
    return input.report
  }

  private func fileName(_ file: String, _ manifest: ExporterManifest, _ name: String) -> String {
    if !file.isEmpty { return file }
    var main = manifest.fileName
    for (placeholder, text) in [("{slug}", name), ("{id}", "id"), ("{date}", "date")] {
      main = main.replacingOccurrences(of: placeholder, with: text)
    }
    return main
  }

  private static func messages(_ run: ExporterRun) -> String {
    run.diagnostics.map { $0.rendered() }.joined()
      + run.losses.map { "loss: \($0.subject ?? "report") \($0.what): \($0.why)\n" }.joined()
  }

  private func compare(_ data: Data, with file: URL, _ what: String) throws {
    let kept = try? Data(contentsOf: file)
    if kept == data { return }
    if kept == nil || ProcessInfo.processInfo.environment["DOSSIER_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: file)
      Issue.record("\(what) was recorded: look at it and commit it")
      return
    }
    let old = (kept ?? Data()).split(separator: 0x0A, omittingEmptySubsequences: false)
    let new = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line =
      zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    let show = { (lines: [Data.SubSequence]) in
      line < lines.count ? String(decoding: lines[line].prefix(300), as: UTF8.self) : "(the end)"
    }
    Issue.record("\(what), line \(line + 1) differs\n  expected: \(show(old))\n  written:  \(show(new))")
  }
}
