import DossierModel
public import DossierPluginKit
import DossierText
import Testing

/// The conformance suite: what every exporter owes to the host, whatever its format.
///
/// ```swift
/// @Test func conforms() { ExporterConformance.check(MyExporter.self) }
/// ```
///
/// Each breach is recorded as an issue of the running test, in words.
public enum ExporterConformance {
  /// Checks an exporter, with its default options and with each option's example, and records each breach.
  public static func check(_ type: any Exporter.Type) {
    for breach in breaches(of: type) { Issue.record("exporter '\(type.manifest.name)': \(breach)") }
  }

  /// The breaches in words; none where the exporter conforms.
  public static func breaches(of type: any Exporter.Type) -> [String] {
    func run<E: Exporter>(_ type: E.Type) -> [String] {
      var check = ConformanceCheck<E>()
      check.run()
      return check.breaches
    }
    return run(type)
  }
}

/// One run of the suite.
struct ConformanceCheck<E: Exporter> {
  private(set) var breaches: [String] = []

  mutating func run() {
    manifest()
    options()
    for exporter in [E()] + examples {
      for sample in SampleReports.shared { output(of: ExporterRun(exporter, [sample.report]), about: sample) }
      repeatable(exporter)
    }
    many()
    losses()
  }

  mutating func breach(_ what: String) { breaches.append(what) }

  private mutating func manifest() {
    let manifest = E.manifest
    if manifest.name.isEmpty
      || !manifest.name.utf8.allSatisfy({ isLowerOrDigit($0) || $0 == UInt8(ascii: "-") })
    {
      breach("the name may hold small letters, digits and hyphens")
    }
    if manifest.summary.isEmpty || manifest.summary.contains("\n") { breach("the summary is one line") }
    if manifest.mediaType.split(separator: "/").count != 2 {
      breach("'\(manifest.mediaType)' is no media type")
    }
    var name = manifest.fileName
    for placeholder in ["{slug}", "{id}", "{date}"] {
      name = name.split(separator: placeholder, omittingEmptySubsequences: false).joined(separator: "x")
    }
    if !isPlain(name) || name.contains("{") || name.contains("/") {
      breach("'\(manifest.fileName)' is no file name")
    }
  }

  private mutating func output(of run: ExporterRun, about sample: SampleReport) {
    if let failure = run.failure {
      breach("report '\(sample.name)' cannot be written: \(failure.summary)")
    }
    for name in run.files.keys where !name.isEmpty && !isPlain(name) {
      breach("report '\(sample.name)': the file name \(name.debugDescription) is not a plain relative path")
    }
    let ids = Set(sample.report.partIDs)
    for loss in run.losses {
      if let subject = loss.subject, !ids.contains(subject) {
        breach("report '\(sample.name)': a loss is about '\(subject)', which is no part of the report")
      }
      if !ReportFacts.isPath(loss.what) {
        breach("report '\(sample.name)': '\(loss.what)' is no path of keys of the report")
      }
      if loss.why.isEmpty || loss.why.contains("\n") {
        breach("the loss of '\(loss.what)' needs a reason, in one line")
      }
    }
    if Set(run.losses).count != run.losses.count {
      breach("report '\(sample.name)': a loss is declared twice")
    }
  }

  private mutating func repeatable(_ exporter: E) {
    let reports = SampleReports.shared.map(\.report)
    let first = ExporterRun(exporter, reports)
    _ = ExporterRun(exporter, Array(reports.prefix(2)), finishing: false)
    let second = ExporterRun(exporter, reports)
    if first.files != second.files || first.losses != second.losses {
      breach("the same reports gave different bytes the second time")
    }
  }

  private mutating func many() {
    let sample = SampleReports.manyClaims(10_000)
    output(of: ExporterRun(E(), [sample.report]), about: sample)
  }

  private mutating func losses() {
    for sample in [SampleReports.everything, SampleReports.attributions, SampleReports.empty] {
      breaches += LossAudit.breaches(of: E(), on: sample.report)
    }
  }

  func isLowerOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// Whether `name` is a relative path of plain parts.
  func isPlain(_ name: String) -> Bool {
    !name.isEmpty
      && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && part != "." && part != ".."
          && !part.utf8.contains { $0 < 0x20 || $0 == 0x5C || $0 == 0x3A }
      }
  }
}

extension Report {
  /// The ids of all parts.
  var partIDs: [String] {
    sources.map(\.id) + entities.map(\.id) + events.map(\.id) + claims.map(\.id) + relations.map(\.id)
      + indicators.map(\.id) + techniques.map(\.id)
  }
}
