import DossierKnowledge
import DossierText

/// The list of forms that are no names, or not always: ordinary words, and names of several things.
///
/// A line has the form, the rule (`never`, `context` or `exact`), the kinds it is about (`*` for all, else separated by
/// `|`) and the reason.
struct StopNames {
  /// What to do with a form.
  enum Rule: String, CaseIterable {
    /// It names nothing.
    case never
    /// It names only where the context says so.
    case context
    /// It names in exactly this spelling.
    case exact
  }

  private struct Line {
    var rule: Rule
    var kinds: Set<String>
    var range: TextRange
    var source: SourceText
    var isUsed = false
  }

  private var lines: [String: [Line]] = [:]

  init(_ sources: [SourceText], _ diagnostics: inout [Diagnostic]) {
    for source in sources {
      for line in TabbedLine.lines(of: source) {
        guard let rule = Rule(rawValue: line[1].text) else {
          diagnostics.append(
            .knowledge(
              "unknown-rule", "There is no rule “\(line[1].text)”", line[1].range, source,
              help: "Rules are \(Rule.allCases.map(\.rawValue).joined(separator: ", "))."))
          continue
        }
        let kinds = Set(line[2].parts.map(\.text))
        if let wrong = line[2].parts.first(where: { kind in
          kind.text != "*" && !NameKind.allCases.contains { $0.word == kind.text }
        }) {
          diagnostics.append(
            .knowledge("unknown-kind", "There is no kind “\(wrong.text)”", wrong.range, source))
        }
        lines[line[0].text.lowercased(), default: []].append(
          Line(rule: rule, kinds: kinds, range: line.range, source: source))
      }
    }
  }

  /// The rule for a form of an entry of this kind.
  mutating func rule(for form: String, kind: NameKind) -> Rule? {
    let key = form.lowercased()
    guard
      let index = lines[key]?.firstIndex(where: { $0.kinds.contains("*") || $0.kinds.contains(kind.word) })
    else {
      return nil
    }
    lines[key]?[index].isUsed = true
    return lines[key]?[index].rule
  }

  /// Warns of lines that no form of the catalogues needs.
  func reportUnused(_ diagnostics: inout [Diagnostic]) {
    for line in lines.values.joined().filter({ !$0.isUsed }).sorted(by: { $0.range.start < $1.range.start }) {
      diagnostics.append(
        .knowledge(
          "unused-stop-name", "No catalogue has this form", line.range, line.source, help: "Delete the line.",
          severity: .warning))
    }
  }
}
