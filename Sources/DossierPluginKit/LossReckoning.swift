public import DossierModel

/// Tells what a format loses of a report, from the keys that it keeps.
public struct LossReckoning: Sendable {
  /// What becomes of a key.
  private indirect enum Fate: Sendable {
    /// It is lost whole.
    case lost(ReportKey)
    /// Some of what lies below it is kept, and this becomes of the rest.
    case partly([Fate])
  }

  private let fates: [Fate]
  private let why: String

  /// Decides once for all reports what becomes of each key.
  ///
  /// - Parameters:
  ///   - kept: Keys joined by points, such as `claims.speakers`; what lies below them is kept too.
  ///   - why: The reason, in one line.
  public init(keeping kept: Set<String>, why: String) {
    fates = ReportKey.all.compactMap { Self.fate(of: $0, kept) }
    self.why = why
  }

  private static func fate(of key: ReportKey, _ kept: Set<String>) -> Fate? {
    if kept.contains(key.path) { return nil }
    if !kept.contains(where: { $0.hasPrefix(key.path + ".") }) { return .lost(key) }
    return .partly(key.children.compactMap { fate(of: $0, kept) })
  }

  /// One loss for each part of the report's form that has a value and is not kept; a part that is lost whole is one
  /// loss. At most linear in the report.
  public func losses(of report: Report) -> [Loss] {
    var losses: [Loss] = []
    for fate in fates { collect(fate, report, &losses) }
    return losses
  }

  /// The losses of one report; where there are many reports, make the reckoning once.
  public static func losses(of report: Report, keeping kept: Set<String>, why: String) -> [Loss] {
    LossReckoning(keeping: kept, why: why).losses(of: report)
  }

  private func collect(_ fate: Fate, _ report: Report, _ losses: inout [Loss]) {
    switch fate {
    case .lost(let key):
      if key.hasValue(in: report) { losses.append(Loss(subject: nil, what: key.path, why: why)) }
    case .partly(let fates):
      for fate in fates { collect(fate, report, &losses) }
    }
  }
}
