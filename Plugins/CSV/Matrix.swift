import DossierModel

/// Claimants against the parties they speak of: who blames whom, and who denies.
struct Matrix: Sendable {
  private var claimants: [String] = []
  private var parties: [String] = []
  private var cells: [String: [String: [String]]] = [:]

  /// Adds a report's claims.
  mutating func add(_ report: Report, _ index: ReportIndex) {
    for claim in report.claims {
      for party in claim.about.map(index.name) {
        if !parties.contains(party) { parties.append(party) }
        for claimant in index.claimants(claim) {
          if cells[claimant] == nil { claimants.append(claimant) }
          cells[claimant, default: [:]][party, default: []].append("\(claim.act.rawValue) \(claim.id)")
        }
      }
    }
  }

  /// Writes a row a claimant; a cell holds acts and claims, such as `deny c16`.
  func write(to writer: inout CSVWriter) {
    writer.cell { $0.text("claimant") }
    for party in parties { writer.cell { $0.text(party) } }
    writer.endRow()
    for claimant in claimants {
      writer.cell { $0.text(claimant) }
      for party in parties { writer.cell { $0.values(cells[claimant]?[party] ?? []) } }
      writer.endRow()
    }
  }
}
