public import DossierModel

/// Tells what a format loses of a report, from the keys that it keeps.
public struct LossReckoning: Sendable {
  /// What is lost where a report has a value for it.
  private var lost: [Loss] = []
  /// For each of `lost`, whether a report has a value.
  private var tests: [@Sendable (Report) -> Bool] = []

  /// Decides once for all reports what becomes of each key.
  ///
  /// - Parameters:
  ///   - kept: Keys joined by points, such as `claims.speakers`; what lies below them is kept too.
  ///   - why: The reason, in one line.
  public init(keeping kept: Set<String>, why: String) {
    for key in ReportKey.all { lose(key, kept, why) }
  }

  /// A key is lost whole, or some of what lies below it is kept and the rest is lost.
  private mutating func lose(_ key: ReportKey, _ kept: Set<String>, _ why: String) {
    if kept.contains(key.path) { return }
    if kept.contains(where: { $0.hasPrefix(key.path + ".") }) {
      for child in key.children { lose(child, kept, why) }
    } else {
      lost.append(Loss(subject: nil, what: key.path, why: why))
      tests.append(key.hasValue)
    }
  }

  /// One loss for each part of the report's form that has a value and is not kept; a part that is lost whole is one
  /// loss. At most linear in the report.
  public func losses(of report: Report) -> [Loss] {
    var losses: [Loss] = []
    losses.reserveCapacity(lost.count)
    for place in lost.indices where tests[place](report) { losses.append(lost[place]) }
    return losses
  }

  /// The losses of one report; where there are many reports, make the reckoning once.
  public static func losses(of report: Report, keeping kept: Set<String>, why: String) -> [Loss] {
    LossReckoning(keeping: kept, why: why).losses(of: report)
  }
}
