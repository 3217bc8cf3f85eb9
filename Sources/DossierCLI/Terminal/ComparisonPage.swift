import DossierExtraction
import DossierHost
import DossierModel

/// What claims changed between two reports, as people read it on a terminal: counts, then what changed, what came and
/// what went, a few lines each.
struct ComparisonPage {
  private(set) var text = ""
  private let style: TextStyle
  private let manySources: Bool

  init(_ comparison: ReportComparison, colour: Bool) {
    style = TextStyle(isOn: colour)
    manySources = max(comparison.old.sources.count, comparison.new.sources.count) > 1
    let old = ClaimHeadline(comparison.old, style)
    let new = ClaimHeadline(comparison.new, style)
    text = style.bold(Self.counts(comparison)) + "\n"
    for pair in comparison.changed {
      let (before, after) = (pair.old.claim.id, pair.new.claim.id)
      let ids = before == after ? after : "\(before) → \(after)"
      text += "\n\(style.yellow("~")) \(style.dim(ids)) \(new.text(of: pair.new.claim))\n"
      for change in pair.changes { add(change) }
    }
    for (sign, claims, headline) in [
      (style.green("+"), comparison.added, new), (style.red("-"), comparison.removed, old),
    ] {
      for claim in claims {
        text += "\n\(sign) \(style.dim(claim.claim.id)) \(headline.text(of: claim.claim))\n"
        for evidence in claim.claim.evidence { text += "    \(Self.quoted(evidence.exact))\n" }
      }
    }
  }

  private static func counts(_ comparison: ReportComparison) -> String {
    let moved = comparison.moved.count
    let places = moved == 0 ? "" : " (\(moved) elsewhere in the text)"
    let same = comparison.same.count
    if comparison.isSame { return "no claim differs: \(same) the same\(places)" }
    return "\(comparison.added.count) added, \(comparison.removed.count) removed, "
      + "\(comparison.changed.count) changed, \(same) the same\(places)"
  }

  private mutating func add(_ change: ClaimChange) {
    let name = change.field.rawValue.split(separator: "_").joined(separator: " ")
    switch (change.old, change.new) {
    case (.places(let old), .places(let new)):
      text += "    \(name):\n"
      add(lines(of: old, without: new), lines(of: new, without: old))
    case (.text(let old?), .text(let new?)) where change.field == .proposition:
      text += "    \(name):\n"
      add([Self.quoted(old)], [Self.quoted(new)])
    default:
      text += "    \(name): \(Self.words(change.old)) → \(Self.words(change.new))\n"
    }
  }

  private mutating func add(_ old: [String], _ new: [String]) {
    for line in old { text += "      \(style.red("- " + line))\n" }
    for line in new { text += "      \(style.green("+ " + line))\n" }
  }

  /// The words of the places that the others lack, with their sources where there are several.
  private func lines(of places: [ClaimPlace], without others: [ClaimPlace]) -> [String] {
    let known = Set(others.map { [$0.source, $0.exact] })
    return places.filter { !known.contains([$0.source, $0.exact]) }.map {
      Self.quoted($0.exact) + (manySources ? " (\(TerminalText.printable($0.source)))" : "")
    }
  }

  private static func words(_ value: ClaimValue) -> String {
    switch value {
    case .text(let text): TerminalText.printable(text ?? "none")
    case .list(let texts): texts.isEmpty ? "none" : TerminalText.printable(texts.joined(separator: ", "))
    case .flag(let flag): flag ? "yes" : "no"
    case .places(let places): "\(places.count) places"
    }
  }

  /// Words of a text in one line, the middle left out where they are many.
  private static func quoted(_ words: String) -> String {
    let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let most = 160
    let shown = line.count <= most ? line : "\(line.prefix(most - 60)) … \(line.suffix(57))"
    return "“\(TerminalText.printable(shown))”"
  }
}
