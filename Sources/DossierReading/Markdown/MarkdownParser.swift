import DossierModel

/// Cuts Markdown into blocks of plain text.
struct MarkdownParser {
  /// A block.
  struct Item {
    var text: String
    var kind: Block.Kind
    var level = 0
  }

  /// The blocks so far.
  private(set) var blocks: [Item] = []
  private var paragraph: [String] = []
  private var kind = Block.Kind.paragraph
  private var level = 0

  /// Goes through the lines once.
  mutating func parse(_ lines: [String]) {
    var fence: Substring?
    var code: [String] = []
    for line in lines {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if let mark = fence {
        if trimmed.hasPrefix(mark) {
          blocks.append(Item(text: code.joined(separator: "\n"), kind: .code))
          fence = nil
        } else {
          code.append(line)
        }
      } else if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
        flush()
        fence = trimmed.prefix(3)
        code = []
      } else {
        add(line, trimmed)
      }
    }
    if fence != nil, !code.isEmpty { blocks.append(Item(text: code.joined(separator: "\n"), kind: .code)) }
    flush()
    blocks.removeAll { $0.text.allSatisfy(\.isWhitespace) }
  }

  private mutating func add(_ line: String, _ trimmed: Substring) {
    if trimmed.isEmpty || MarkdownLine.isRule(trimmed) {
      // A line of = or - below a paragraph makes it a heading.
      if let underline = trimmed.first, underline == "=" || underline == "-", !paragraph.isEmpty,
        kind == .paragraph
      {
        kind = .heading
        level = underline == "=" ? 1 : 2
      }
      flush()
    } else if let heading = MarkdownLine.heading(trimmed) {
      flush()
      blocks.append(Item(text: MarkdownInline.plain(heading.text), kind: .heading, level: heading.level))
    } else if trimmed.first == "|" {
      flush()
      if let row = MarkdownLine.row(trimmed) { blocks.append(Item(text: row, kind: .tableRow)) }
    } else if let item = MarkdownLine.listItem(trimmed) {
      flush()
      kind = .listItem
      level = 1 + (line.count - trimmed.count) / 2
      paragraph = [String(item)]
    } else if trimmed.first == ">" {
      if kind != .quotation { flush() }
      kind = .quotation
      let inner = trimmed.dropFirst().drop { $0 == " " || $0 == ">" }
      if inner.isEmpty { flush() } else { paragraph.append(String(inner)) }
    } else if trimmed.hasPrefix("!["), paragraph.isEmpty, let text = MarkdownInline.imageText(trimmed) {
      if !text.isEmpty { blocks.append(Item(text: text, kind: .caption)) }
    } else if !trimmed.hasPrefix("<!--"), !MarkdownLine.isDefinition(trimmed) {
      paragraph.append(String(trimmed))
    }
  }

  private mutating func flush() {
    if !paragraph.isEmpty {
      let text = MarkdownInline.plain(paragraph.joined(separator: " "))
      blocks.append(Item(text: text, kind: kind, level: level))
    }
    paragraph = []
    kind = .paragraph
    level = 0
  }
}

/// Tells lines of Markdown apart.
enum MarkdownLine {
  /// `## A heading ##`.
  static func heading(_ line: Substring) -> (text: String, level: Int)? {
    let level = line.prefix { $0 == "#" }.count
    guard (1...6).contains(level) else { return nil }
    let rest = line.dropFirst(level)
    guard rest.first == " " else { return nil }
    var text = String(rest.drop { $0 == " " })
    while text.last == "#" || text.last == " " { text.removeLast() }
    return (text, level)
  }

  /// A thematic break, or the line that makes the one above a heading.
  static func isRule(_ line: Substring) -> Bool {
    guard let first = line.first, "-=*_".contains(first), line.count >= 3 else { return false }
    return line.allSatisfy { $0 == first || $0 == " " }
  }

  /// The text of a list item.
  static func listItem(_ line: Substring) -> Substring? {
    if let first = line.first, "-*+".contains(first), line.dropFirst().first == " " {
      return line.dropFirst(2)
    }
    let digits = line.prefix { $0.isNumber }
    guard (1...3).contains(digits.count) else { return nil }
    let rest = line.dropFirst(digits.count)
    guard rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return nil }
    return rest.dropFirst(2)
  }

  /// The cells of a table's row, between tabs; nil for the line below the head.
  static func row(_ line: Substring) -> String? {
    if line.allSatisfy({ "|-: ".contains($0) }) { return nil }
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      PageMetadata.tidy(MarkdownInline.plain(String(cell)))
    }
    return cells.dropFirst().dropLast(cells.last?.isEmpty == true ? 1 : 0).joined(separator: "\t")
  }

  /// `[name]: https://…`
  static func isDefinition(_ line: Substring) -> Bool {
    guard line.first == "[", let close = line.firstIndex(of: "]") else { return false }
    return line[line.index(after: close)...].hasPrefix(":")
  }
}
