/// Makes running text of pages laid out in print.
struct PrintedPages {
  /// Paragraphs with an empty line between them.
  private(set) var text: [UInt8] = []

  /// Repairs what `pdftotext -layout` gives: pages end with a form feed.
  init(_ bytes: [UInt8]) {
    let pages = bytes.split(separator: 0x0C).map { page in
      page.split(separator: 0x0A, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    let running = Self.runningLines(pages)
    var paragraphs: [String] = []
    var paragraph = ""
    func finish() {
      if !paragraph.isEmpty { paragraphs.append(paragraph) }
      paragraph = ""
    }
    for page in pages {
      let edges = Self.edges(of: page)
      let kept = page.enumerated().filter { number, line in
        !(edges.contains(number) && (running.contains(Self.shape(line)) || Self.isPageNumber(line)))
      }.map(\.element)
      let lines = Self.columns(kept)
      let width = lines.map(\.count).max() ?? 0
      for line in lines {
        let words = PageMetadata.tidy(line)
        if words.isEmpty {
          // A paragraph may go on behind a gap or on the next page.
          if Self.isEnd(paragraph) || paragraph.count < 40 { finish() }
          continue
        }
        let isShort = line.count * 5 < width * 3
        if paragraph.hasSuffix("-") || paragraph.hasSuffix("\u{2010}"), words.first?.isLowercase == true {
          paragraph = paragraph.dropLast() + words
        } else if paragraph.hasSuffix("\u{AD}") {
          paragraph = paragraph.dropLast() + words
        } else {
          paragraph += (paragraph.isEmpty ? "" : " ") + words
        }
        if isShort, Self.isEnd(paragraph) || words.count < 40 { finish() }
      }
    }
    finish()
    text = Array(paragraphs.joined(separator: "\n\n").utf8)
  }

  /// The shapes of first and last lines that most pages share, digits aside.
  private static func runningLines(_ pages: [[String]]) -> Set<String> {
    guard pages.count >= 3 else { return [] }
    var counts: [String: Int] = [:]
    for page in pages {
      let edges = edges(of: page).map { shape(page[$0]) }
      for shape in Set(edges) where !shape.isEmpty { counts[shape, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value * 2 > pages.count }.keys)
  }

  /// The first two and the last two lines of a page that hold anything.
  private static func edges(of page: [String]) -> Set<Int> {
    let filled = page.indices.filter { !page[$0].allSatisfy(\.isWhitespace) }
    return Set(filled.prefix(2) + filled.suffix(2))
  }

  private static func shape(_ line: String) -> String {
    PageMetadata.tidy(line.filter { !$0.isNumber })
  }

  private static func isPageNumber(_ line: String) -> Bool {
    let words = PageMetadata.tidy(line)
    guard words.count <= 16, words.contains(where: \.isNumber) else { return false }
    let letters = words.filter(\.isLetter).lowercased()
    return letters.isEmpty
      || ["page", "p", "of", "pageof", "pagesur", "seite", "página", "pagina"].contains(letters)
  }

  /// Two columns, side by side on most lines with a gap at one place, follow one another.
  private static func columns(_ lines: [String]) -> [String] {
    let rows = lines.map { Array($0) }
    let width = rows.map(\.count).max() ?? 0
    guard width >= 60, width <= 400, rows.count >= 8 else { return lines }
    let full = rows.filter { row in row.count > width / 2 && !row.prefix(width / 4).allSatisfy(\.isWhitespace)
    }
    guard full.count * 2 >= rows.filter({ !$0.allSatisfy(\.isWhitespace) }).count else { return lines }
    for gap in (width * 2 / 5)..<(width * 3 / 5) {
      let isClear = rows.allSatisfy { row in
        row.count <= gap || (row[gap] == " " && row[max(0, gap - 1)] == " ")
      }
      guard isClear else { continue }
      let right = rows.map { row in row.count > gap ? String(row[gap...]) : "" }
      guard right.filter({ !$0.allSatisfy(\.isWhitespace) }).count * 2 > rows.count else { continue }
      return rows.map { String($0.prefix(gap)) } + [""] + right
    }
    return lines
  }

  private static func isEnd(_ text: String) -> Bool {
    guard let last = text.last else { return true }
    return ".!?:»”\")…".contains(last)
  }
}
