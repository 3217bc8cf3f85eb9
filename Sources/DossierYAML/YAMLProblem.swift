import CLibYAML
import DossierText

/// What libyaml did not understand, put into words that say what to do.
struct YAMLProblem {
  let diagnostic: Diagnostic

  /// - Parameters:
  ///   - place: Turns a mark into a byte of the source.
  ///   - byteOffset: Turns libyaml's own byte offset into a byte of the source.
  init(
    _ parser: yaml_parser_t, source: SourceText, place: (yaml_mark_t) -> Int, byteOffset: (Int) -> Int
  ) {
    let problem = parser.problem.map { String(cString: $0) } ?? "not YAML"
    let context = parser.context.map { String(cString: $0) }
    if parser.error == YAML_READER_ERROR {
      let offset = byteOffset(Int(parser.problem_offset))
      diagnostic = Diagnostic(
        "yaml.control-character", .error, "a character stands here that YAML does not allow: \(problem)",
        at: Diagnostic.Location(TextRange(offset, offset + 1), in: source),
        help: "remove it, or write it as an escape such as \\x00 in double quotation marks")
      return
    }
    let position = place(parser.problem_mark)
    let start = context == nil ? position : place(parser.context_mark)
    var words = Words(id: "syntax", summary: problem, at: TextRange(position, position + 1))
    if let tab = Self.indentingTab(in: source, near: position) {
      words = Words(
        id: "tab", summary: "a tab is used for indentation, which YAML does not allow",
        at: TextRange(tab, tab + 1), help: "indent with spaces")
    } else if let context, context.contains("quoted scalar"), problem.contains("end of stream") {
      words = Words(
        id: "unclosed-quote", summary: "the quotation mark that opens here is never closed",
        at: TextRange(start, start + 1), help: "close it, or remove it")
    } else if problem.contains("mapping values are not allowed") {
      words.summary = "a ':' stands where no key can be"
      words.help = "put text that holds ': ' between quotation marks, and check the indentation"
    } else if problem.contains("could not find expected ':'") {
      words.summary = "a key without ':'"
      words.range = TextRange(start, max(start + 1, position))
      words.help = "write 'key: value', and check the indentation"
    } else if problem.contains("did not find expected key")
      || problem.contains("did not find expected '-' indicator")
    {
      words.summary =
        problem.contains("key") ? "expected a key at this indentation" : "expected '-' at this indentation"
      words.help = "line up the keys or items of one level"
      if context != nil {
        let line = source.position(at: UInt32(clamping: start)).line
        words.notes = ["the level starts on line \(line)"]
      }
    } else if problem.contains("did not find expected ',' or") {
      words.summary = "a list or mapping in brackets is not closed"
      words.range = TextRange(start, start + 1)
      words.help = "close it with ']' or '}', and separate its parts with ','"
    } else if problem.contains("cannot start any token") {
      words.summary = "this character cannot begin a value"
      words.help = "put text that begins with @, `, % or a bracket between quotation marks"
    } else if problem.contains("escape") {
      words.summary = "unknown escape in double quotation marks"
      words.help = "write a backslash as \\\\, or use single quotation marks"
    } else if let context {
      words.notes = [context]
    }
    diagnostic = Diagnostic(
      "yaml.\(words.id)", .error, words.summary, at: Diagnostic.Location(words.range, in: source),
      notes: words.notes, help: words.help)
  }

  private struct Words {
    var id: String
    var summary: String
    var range: TextRange
    var notes: [String] = []
    var help: String?

    init(id: String, summary: String, at range: TextRange, help: String? = nil) {
      self.id = id
      self.summary = summary
      self.range = range
      self.help = help
    }
  }

  /// The first tab in the indentation of the line at `position`, or of the one before.
  private static func indentingTab(in source: SourceText, near position: Int) -> Int? {
    var lineStart = source.position(at: UInt32(clamping: position)).lineStart
    for _ in 0..<2 {
      var index = lineStart
      while index < source.bytes.count, source.bytes[index] == 0x20 { index += 1 }
      if index < source.bytes.count, source.bytes[index] == 0x09 { return index }
      if lineStart == 0 { return nil }
      lineStart = source.position(at: UInt32(clamping: lineStart - 1)).lineStart
    }
    return nil
  }
}
