import DossierHost
import DossierModel

/// A report's claims as people read them on a terminal: one paragraph a claim, its evidence below.
struct ClaimsPage {
  let text: String

  init(_ built: ReportPipeline.BuiltReport, colour: Bool) {
    let style = TextStyle(isOn: colour)
    let report = built.report
    let headline = ClaimHeadline(report, style)
    var out = style.bold(TerminalText.printable(report.title.isEmpty ? "(no title)" : report.title)) + "\n"
    let count = report.claims.count
    out += style.dim(
      "\(count) \(count == 1 ? "claim" : "claims"), TLP:\(report.marking.tlp.rawValue.uppercased())")
    out += "\n"
    for claim in report.claims {
      out += "\n\(style.dim(claim.id)) \(headline.text(of: claim))\n"
      for evidence in claim.evidence {
        let words = evidence.exact.split(whereSeparator: \.isNewline).joined(separator: " ")
        out += style.dim("   \(evidence.start)–\(evidence.end): ") + TerminalText.printable(words) + "\n"
      }
    }
    text = out + "\n"
  }
}

/// A claim in one line: who takes which stance on whom, and how surely.
struct ClaimHeadline {
  private let names: [String: String]
  private let style: TextStyle

  /// Headlines for the claims of a report.
  init(_ report: Report, _ style: TextStyle) {
    names = Dictionary(report.entities.map { ($0.id, $0.name) }) { first, _ in first }
    self.style = style
  }

  func text(of claim: Claim) -> String {
    let speakers = claim.speakers.isEmpty ? "the article" : list(claim.speakers)
    let act = claim.act.rawValue
    var out = style.green(speakers) + " "
    out += claim.polarity == .deny ? style.red(act) : style.yellow(act)
    if !claim.about.isEmpty { out += " → \(style.cyan(list(claim.about))) (\(claim.level.rawValue))" }
    if !claim.proposition.targets.isEmpty { out += ", against \(list(claim.proposition.targets))" }
    if claim.hedged { out += ", hedged" }
    if let words = claim.confidence?.words { out += ", confidence: \(TerminalText.printable(words))" }
    if let words = claim.likelihood?.words { out += ", likelihood: \(TerminalText.printable(words))" }
    if !claim.answers.isEmpty { out += ", answers \(claim.answers.joined(separator: ", "))" }
    return out
  }

  private func list(_ ids: [String]) -> String {
    TerminalText.printable(ids.map { names[$0] ?? $0 }.joined(separator: ", "))
  }
}
