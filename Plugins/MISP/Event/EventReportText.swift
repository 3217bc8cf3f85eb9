import DossierBriefing
import DossierModel

/// The Markdown of an event report: generated words as they are, text of the sources so escaped that it can form no
/// markup, link or reference to a part of the event.
struct EventReportText: ProseSink {
  private(set) var text = ""
  private let index: ReportIndex

  init(_ index: ReportIndex) { self.index = index }

  mutating func words(_ words: String) { text += words }

  mutating func sourceText(_ source: String) { text += Self.escaped(source) }

  mutating func name(_ entity: Int, capitalised: Bool) {
    let name = index.names[entity]
    sourceText(capitalised ? name.capitalisedFirst : name)
  }

  mutating func reference(_ claim: Int) { sourceText("[\(index.report.claims[claim].id)]") }

  /// Writes MISP's reference to an object of the event, which its pages show as a button.
  mutating func object(_ uuid: String) { text += "@[object](\(uuid))" }

  /// Every mark of ASCII behind a backslash (CommonMark 2.4), except those of plain prose; addresses are broken, so
  /// that no program makes links of them; line breaks become spaces, and invisible characters U+FFFD.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : " "
      switch scalar {
      case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": out.append(" ")
      case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        out.append("\u{FFFD}")
      case " ", ",", "'", "?", "0"..."9", "A"..."Z", "a"..."z": out.append(scalar)
      case "@": out.append(contentsOf: "\\[@\\]".unicodeScalars)
      case ":" where next == "/": out.append(contentsOf: "\\[:\\]".unicodeScalars)
      case "." where next == " " && !isNumber(scalars[..<place]), ":" where next == " ": out.append(scalar)
      case "-" where place > 0 && isPlain(scalars[place - 1]) && isPlain(next): out.append(scalar)
      case "!"..."~":
        out.append("\\")
        out.append(scalar)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// Whether scalars are digits alone, which a point would make an item of a list.
  private static func isNumber(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    scalars.allSatisfy { ("0"..."9").contains($0) }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}
