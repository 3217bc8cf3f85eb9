import DossierText

/// Reads a template into its parts.
struct TemplateReader {
  let source: SourceText
  let names: Set<String>
  let limits: TemplateLimits
  private var position = 0
  private var open: [(name: String, range: TextRange, isInverted: Bool, parts: [Template.Part])] = []
  private var parts: [Template.Part] = []

  init(source: SourceText, names: Set<String>, limits: TemplateLimits) {
    self.source = source
    self.names = names
    self.limits = limits
  }

  private var bytes: [UInt8] { source.bytes }

  mutating func read() throws(Diagnostic) -> [Template.Part] {
    while let start = find("{{", from: position) {
      try tag(at: start)
    }
    append(position..<bytes.count)
    if let section = open.last {
      throw mistake(
        "unclosed", "the section '\(section.name)' is not closed", section.range,
        help: "write {{/\(section.name)}} where it ends")
    }
    return parts
  }

  private mutating func tag(at start: Int) throws(Diagnostic) {
    let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
    let inside = start + (isTriple ? 3 : 2)
    let closing = isTriple ? "}}}" : "}}"
    guard let stop = find(closing, from: inside) else {
      throw mistake(
        "unclosed-tag", "the tag that starts here does not end", TextRange(start, start + 2),
        help: "end it with \(closing)")
    }
    let end = stop + closing.utf8.count
    let range = TextRange(start, end)
    let content = String(decoding: bytes[inside..<stop], as: UTF8.self).trimmed
    let sigil = isTriple ? "{" : content.first
    let isBlock = sigil.map { "#^/!".contains($0) } ?? false
    let line = isBlock ? lineOfItsOwn(start, end) : nil
    append(position..<(line?.start ?? start))
    position = line?.end ?? end
    switch sigil {
    case "!": return
    case "#", "^":
      let name = try name(String(content.dropFirst()).trimmed, range)
      if open.count == limits.depth {
        throw mistake(
          "too-deep", "sections stand more than \(limits.depth) deep", range, help: "take them apart")
      }
      open.append((name.steps.joined(separator: "."), range, sigil == "^", parts))
      parts = []
    case "/": try close(String(content.dropFirst()).trimmed, range)
    case "&": parts.append(.value(try name(String(content.dropFirst()).trimmed, range), isEscaped: false))
    case ">", "=", "<", "$":
      throw mistake(
        "refused-tag",
        "'\(String(content.prefix(1)))' is refused: templates have no partials and keep their delimiters",
        range, help: "write everything in one template")
    default: parts.append(.value(try name(content, range), isEscaped: !isTriple))
    }
  }

  private mutating func close(_ name: String, _ range: TextRange) throws(Diagnostic) {
    guard let section = open.popLast() else {
      throw mistake("not-open", "'\(name)' is closed but was not opened", range, help: "take the tag away")
    }
    guard section.name == name || name == "." && section.name.isEmpty else {
      let line = source.position(at: section.range.start).line
      throw mistake(
        "wrong-close", "'\(name)' is closed, but '\(section.name)' of line \(line) is still open", range,
        help: "write {{/\(section.name)}} first")
    }
    let opened = Template.Name(steps: name == "." ? [] : Self.steps(name), range: section.range)
    parts = section.parts + [.section(opened, isInverted: section.isInverted, parts)]
  }

  private func name(_ text: String, _ range: TextRange) throws(Diagnostic) -> Template.Name {
    if text == "." { return Template.Name(steps: [], range: range) }
    let steps = Self.steps(text)
    for step in steps where !names.contains(step) {
      if step.isEmpty || step.contains(where: { $0 == " " }) {
        throw mistake("bad-name", "'\(text)' is no name", range, help: "names are like title or claims")
      }
      let near = NameSuggestion.nearest(to: step, among: names.sorted())
      throw mistake(
        "unknown-name", "nothing is called '\(step)'", range,
        help: near.map { "did you mean '\($0)'?" } ?? "the exporter's README lists the names")
    }
    return Template.Name(steps: steps, range: range)
  }

  private static func steps(_ text: String) -> [String] {
    text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  // MARK: - Bytes

  private mutating func append(_ range: Range<Int>) {
    if !range.isEmpty { parts.append(.text(Array(bytes[range]))) }
  }

  private func find(_ mark: String, from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    var place = start
    while place + mark.count <= bytes.count {
      if bytes[place] == mark[0], bytes[place..<(place + mark.count)].elementsEqual(mark) { return place }
      place += 1
    }
    return nil
  }

  /// The whole line, with its end, if the tag stands alone on it.
  private func lineOfItsOwn(_ start: Int, _ end: Int) -> (start: Int, end: Int)? {
    var first = start
    while first > position, bytes[first - 1] == 0x20 || bytes[first - 1] == 0x09 { first -= 1 }
    guard first == 0 || bytes[first - 1] == 0x0A else { return nil }
    var last = end
    while last < bytes.count, bytes[last] == 0x20 || bytes[last] == 0x09 || bytes[last] == 0x0D { last += 1 }
    if last == bytes.count { return (first, last) }
    return bytes[last] == 0x0A ? (first, last + 1) : nil
  }

  private func mistake(_ id: String, _ summary: String, _ range: TextRange, help: String) -> Diagnostic {
    Diagnostic(
      "template.\(id)", .error, summary, at: Diagnostic.Location(range, in: source), help: help)
  }
}

extension String {
  /// Without spaces at both ends.
  fileprivate var trimmed: String {
    let body = drop { $0.isWhitespace }
    guard let last = body.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(body[...last])
  }
}
