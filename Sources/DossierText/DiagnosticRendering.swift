extension Diagnostic {
  /// The message as people read it: `file:line:column: error: summary [id]`, the line, a caret, notes and help.
  ///
  /// Control characters of the input never reach the terminal. With `colour`, ANSI escapes mark the severity.
  public func rendered(colour: Bool = false) -> String {
    var out = ""
    if let location {
      out += Self.printable(location.file)
      if location.line > 0 { out += ":\(location.line)" }
      if location.column > 0 { out += ":\(location.column)" }
      out += ": "
    }
    out += paint("\(severity.rawValue):", colour) + " \(Self.printable(summary)) [\(id)]\n"
    if let location, location.line > 0, !location.text.isEmpty { out += caret(location, colour) }
    for note in notes { out += "  note: \(Self.printable(note))\n" }
    if let help { out += "  help: \(Self.printable(help))\n" }
    return out
  }

  /// The line and a caret under the place; long lines are cut to a window around it.
  private func caret(_ location: Location, _ colour: Bool) -> String {
    let width = 100
    let scalars = Array(location.text.unicodeScalars)
    let column = max(1, min(location.column, scalars.count + 1))
    let first = column > width - 20 ? column - width / 2 : 1
    let last = min(scalars.count, first + width - 1)
    var line = ""
    var under = ""
    if first > 1 {
      line += "…"
      under += " "
    }
    if first <= last {
      for index in first...last {
        let scalar = scalars[index - 1]
        line += Self.printable(String(scalar))
        if index < column { under += scalar == "\t" ? "\t" : " " }
      }
    }
    if last < scalars.count { line += "…" }
    let room = max(1, min(location.length, last - column + 1))
    let marks = paint("^" + String(repeating: "~", count: room - 1), colour)
    let gutter = "\(location.line)"
    let blank = String(repeating: " ", count: gutter.utf8.count)
    return " \(gutter) | \(line)\n \(blank) | \(under)\(marks)\n"
  }

  private func paint(_ text: String, _ colour: Bool) -> String {
    guard colour else { return text }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[1;\(code)m\(text)\u{1B}[0m"
  }

  /// The text with control and direction-changing characters replaced, so that input cannot drive the terminal.
  static func printable(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: out.append(scalar)
      case 0x00..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029:
        out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
