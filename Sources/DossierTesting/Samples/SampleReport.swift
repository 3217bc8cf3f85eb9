public import DossierModel
public import DossierText
public import Testing

/// A report for tests, with the texts that its evidence points into.
public struct SampleReport: Sendable, CustomTestStringConvertible {
  /// Short name, as golden files have it.
  public let name: String
  /// The report; it keeps every rule of `ReportValidator`.
  public let report: Report
  /// The sources' texts by source id.
  public let texts: [String: SourceText]

  /// The name.
  public var testDescription: String { name }
}
