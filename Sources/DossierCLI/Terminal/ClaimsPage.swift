import DossierHost
import DossierModel

/// A report's claims as people read them on a terminal: one paragraph a claim, its evidence below.
struct ClaimsPage {
  let text: String

  init(_ built: ReportPipeline.BuiltReport, colour: Bool) {
    let style = TextStyle(isOn: colour)
    let report = built.report
    var names: [String: String] = [:]
    for entity in report.entities { names[entity.id] = entity.name }
    func list(_ ids: [String]) -> String {
      TerminalText.printable(ids.map { names[$0] ?? $0 }.joined(separator: ", "))
    }
    var out = style.bold(TerminalText.printable(report.title.isEmpty ? "(no title)" : report.title)) + "\n"
    let count = report.claims.count
    out += style.dim(
      "\(count) \(count == 1 ? "claim" : "claims"), TLP:\(report.marking.tlp.rawValue.uppercased())")
    out += "\n"
    for claim in report.claims {
      let speakers = claim.speakers.isEmpty ? "the article" : list(claim.speakers)
      let act = claim.act.rawValue
      out += "\n\(style.dim(claim.id)) \(style.green(speakers)) "
      out += claim.polarity == .deny ? style.red(act) : style.yellow(act)
      if !claim.about.isEmpty { out += " → \(style.cyan(list(claim.about))) (\(claim.level.rawValue))" }
      if !claim.proposition.targets.isEmpty { out += ", against \(list(claim.proposition.targets))" }
      if claim.hedged { out += ", hedged" }
      if let words = claim.confidence?.words { out += ", confidence: \(TerminalText.printable(words))" }
      if let words = claim.likelihood?.words { out += ", likelihood: \(TerminalText.printable(words))" }
      if !claim.answers.isEmpty { out += ", answers \(claim.answers.joined(separator: ", "))" }
      out += "\n"
      for evidence in claim.evidence {
        let words = evidence.exact.split(whereSeparator: \.isNewline).joined(separator: " ")
        out += style.dim("   \(evidence.start)–\(evidence.end): ") + TerminalText.printable(words) + "\n"
      }
    }
    text = out + "\n"
  }
}
