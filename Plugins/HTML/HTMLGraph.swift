import DossierBriefing
import DossierModel

extension HTMLPage {
  /// Draws who speaks about whom: claimants on the left, parties on the right, a line for each pair.
  ///
  /// A picture of the matrix's first rows; the matrix says the same in words, so readers without sight lose nothing.
  mutating func writeGraph() {
    let matrix = ClaimMatrix(index, limit: 10)
    let parties = matrix.columns.enumerated().filter { $0.element != .nobody }
    let rows = matrix.rows.filter { row in parties.contains { !row.cells[$0.offset].isEmpty } }.prefix(16)
    let step = 52
    let height = max(rows.count, parties.count, 1) * step + 8
    let id = "\(text.prefix)graph-picture"
    text.markup("<p class=\"faint\">\(labels.graphText)</p>\n<div class=\"scroll\">\n")
    text.markup("<svg viewBox=\"0 0 960 \(height)\" role=\"img\" aria-labelledby=\"\(id)\">\n")
    text.markup("<title id=\"\(id)\">\(labels.graph). \(labels.graphText)</title>\n")
    func top(_ place: Int, of count: Int) -> Int { (height - count * step) / 2 + place * step + 6 }
    for (place, row) in rows.enumerated() {
      for (column, party) in parties.enumerated() where !row.cells[party.offset].isEmpty {
        let from = top(place, of: rows.count) + 20
        let to = top(column, of: parties.count) + 20
        writeLine(row.cells[party.offset], from: from, to: to, shift: (place + column) % 3)
      }
    }
    for (place, row) in rows.enumerated() {
      writeBox(x: 4, y: top(place, of: rows.count), name: name(of: row.claimant))
    }
    for (column, party) in parties.enumerated() {
      writeBox(x: 676, y: top(column, of: parties.count), name: name(of: party.element))
    }
    text.markup("</svg>\n</div>\n")
  }

  /// A curve with the ids of its claims near one third, the middle or two thirds of it.
  private mutating func writeLine(_ claims: [Int], from: Int, to: Int, shift: Int) {
    let denials = claims.filter { report.claims[$0].denies }
    let style = denials.count == claims.count ? " class=\"denies\"" : ""
    text.markup("<path\(style) d=\"M284 \(from)C480 \(from) 480 \(to) 676 \(to)\"/>\n")
    let (x, weight) = [(400, 20), (480, 50), (560, 80)][shift]
    let y = from + (to - from) * weight / 100
    text.markup("<text class=\"ids\" x=\"\(x)\" y=\"\(y + 4)\" text-anchor=\"middle\">")
    for (place, claim) in claims.prefix(4).enumerated() {
      if place > 0 { text.markup(" ") }
      text.label(claim)
    }
    if claims.count > 4 { text.markup(" …") }
    text.markup("</text>\n")
  }

  private mutating func writeBox(x: Int, y: Int, name: String) {
    text.markup("<rect x=\"\(x)\" y=\"\(y)\" width=\"280\" height=\"40\" rx=\"6\"/>")
    text.markup("<text x=\"\(x + 140)\" y=\"\(y + 25)\" text-anchor=\"middle\">")
    text.sourceText(name.count > 34 ? "\(name.prefix(33))…" : name)
    text.markup("</text>\n")
  }

  private func name(of claimant: ClaimMatrix.Claimant) -> String {
    switch claimant {
    case .entity(let number): index.names[number]
    case .open(let words): "\(self.words.typography.openQuote)\(words)\(self.words.typography.closeQuote)"
    case .article: labels.article
    }
  }

  private func name(of party: ClaimMatrix.Subject) -> String {
    switch party {
    case .entity(let number): index.names[number]
    case .others: labels.otherParties
    case .nobody: labels.noParticularParty
    }
  }
}
