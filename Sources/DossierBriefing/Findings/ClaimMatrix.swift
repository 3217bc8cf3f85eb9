import DossierModel

/// Who claims what about whom: claimants in rows, the parties spoken about in columns, claims in the cells.
///
/// A report with many parties keeps the most-named ones as columns and gathers the rest in one, so that the matrix
/// stays linear in the report.
package struct ClaimMatrix: Sendable {
  /// Who speaks.
  package enum Claimant: Sendable, Hashable {
    /// An entity, by its number.
    case entity(Int)
    /// A speaker whom the text leaves open, by its words.
    case open(String)
    /// The article in its own voice.
    case article
  }

  /// What a column is about.
  package enum Subject: Sendable, Hashable {
    /// An entity, by its number.
    case entity(Int)
    /// Parties without a column of their own.
    case others
    /// Nobody.
    case nobody
  }

  /// A claimant and their claims, one list of claim numbers a column.
  package struct Row: Sendable {
    /// Who speaks.
    package let claimant: Claimant
    /// Claim numbers by column, in the order of the report.
    package fileprivate(set) var cells: [[Int]]
  }

  /// The columns: the most-named parties first, then the rest, then nobody, as far as there are claims.
  package let columns: [Subject]
  /// The rows, in the order in which the claimants first speak.
  package let rows: [Row]

  /// The matrix of a report with at most `limit` parties as columns.
  package init(_ index: ReportIndex, limit: Int = 6) {
    var counts: [Int: Int] = [:]
    let parties = index.about
    for numbers in parties {
      for number in Set(numbers) { counts[number, default: 0] += 1 }
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    var subjects = ranked.prefix(limit).map(Subject.entity)
    if ranked.count > limit { subjects.append(.others) }
    if parties.contains(where: \.isEmpty) { subjects.append(.nobody) }
    let places = Dictionary(uniqueKeysWithValues: zip(subjects, subjects.indices))

    var rows: [Row] = []
    var rowOf: [Claimant: Int] = [:]
    for number in index.report.claims.indices {
      let subjectsOfClaim: [Subject] =
        parties[number].isEmpty ? [.nobody] : parties[number].map(Subject.entity)
      let cells = subjectsOfClaim.compactMap { places[$0] ?? places[.others] }
      for claimant in Self.claimants(ofClaim: number, index) {
        let row: Int
        if let known = rowOf[claimant] {
          row = known
        } else {
          row = rows.count
          rowOf[claimant] = row
          rows.append(Row(claimant: claimant, cells: [[Int]](repeating: [], count: subjects.count)))
        }
        for cell in cells where rows[row].cells[cell].last != number { rows[row].cells[cell].append(number) }
      }
    }
    columns = subjects
    self.rows = rows
  }

  /// Who makes a claim.
  static func claimants(ofClaim number: Int, _ index: ReportIndex) -> [Claimant] {
    let speakers = index.speakers[number]
    if !speakers.isEmpty { return speakers.map(Claimant.entity) }
    let open = index.report.claims[number].unresolved.first { $0.role == "speaker" }
    return [open.map { .open($0.words) } ?? .article]
  }
}
