import DossierKnowledge
import DossierModel
import DossierText

/// Finds the detection rules that a text prints: YARA rules and Sigma rules, each from its first line to its last.
///
/// A YARA rule is a header with a brace, a `condition:` and the brace that closes it; a Sigma rule is a run of lines of
/// YAML with `title:`, `logsource:`, `detection:` and `condition:`. Linear: no byte is walked over for two rules.
struct RuleBlocks {
  private let text: UnsafeBufferPointer<UInt8>
  private let limit: Int
  private(set) var found: [FoundIndicator] = []

  /// Finds the rules that begin between `start` and `limit`.
  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) {
    self.text = text
    self.limit = min(limit, text.count)
    findYARA(from: start)
    findSigma(from: start)
  }

  private mutating func add(_ kind: IndicatorKind, _ range: Range<Int>) {
    found.append(
      FoundIndicator(
        kind: kind, value: String(decoding: text[range], as: UTF8.self),
        range: TextRange(range.lowerBound, range.upperBound), role: .reference))
  }

  // MARK: YARA

  private mutating func findYARA(from start: Int) {
    var floor = start
    var search = start
    while let condition = WordSearch.condition.place(in: text, from: search, to: limit) {
      search = condition + 9
      let colon = skipBlanks(search)
      guard colon < limit, text[colon] == UInt8(ascii: ":") else { continue }
      if let header = header(before: condition, floor), let end = closing(header.brace), end > condition {
        add(.yara, header.start..<end)
        search = max(search, end)
      }
      floor = search
    }
  }

  /// The nearest rule header on a line between `floor` and `place`.
  private func header(before place: Int, _ floor: Int) -> (start: Int, brace: Int)? {
    var line = place
    while line >= floor {
      while line > floor, text[line - 1] != 0x0A { line -= 1 }
      if let header = header(at: line), header.brace < place { return header }
      if line == floor { return nil }
      line -= 1
    }
    return nil
  }

  /// The header of a YARA rule on the line at `line`: `private rule Name : tag {`.
  private func header(at line: Int) -> (start: Int, brace: Int)? {
    var index = skipBlanks(line)
    let start = index
    while true {
      let word = wordEnd(index)
      guard word > index, word < limit, Self.isBlank(text[word]) else { return nil }
      let isModifier = spells("private", index, word) || spells("global", index, word)
      guard isModifier || spells("rule", index, word) else { return nil }
      index = skipBlanks(word)
      if !isModifier { break }
    }
    let name = wordEnd(index)
    guard name > index, name - index <= 128 else { return nil }
    index = name
    // Tags, and a brace on this line or the next.
    while index < limit, index - start < 512 {
      switch text[index] {
      case UInt8(ascii: "{"): return (start, index)
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ":"): index += 1
      default:
        let end = wordEnd(index)
        guard end > index, text[name..<index].contains(UInt8(ascii: ":")) else { return nil }
        index = end
      }
    }
    return nil
  }

  /// Where the brace at `open` is closed, past strings, comments and regular expressions; nil if another rule begins
  /// before, or the text ends.
  private func closing(_ open: Int) -> Int? {
    var depth = 0
    var index = open
    var lastMark: UInt8 = 0
    while index < limit {
      let byte = text[index]
      let next = index + 1 < limit ? text[index + 1] : 0
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\""): index = literalEnd(index)
      case UInt8(ascii: "/") where next == UInt8(ascii: "/"):
        while index + 1 < limit, text[index + 1] != 0x0A { index += 1 }
      case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
        index += 2
        while index + 1 < limit, text[index] != UInt8(ascii: "*") || text[index + 1] != UInt8(ascii: "/") {
          index += 1
        }
        index += 1
      case UInt8(ascii: "/") where lastMark == UInt8(ascii: "="): index = literalEnd(index)
      case 0x0A where header(at: index + 1) != nil: return nil
      default: break
      }
      if index < limit, !Self.isBlank(text[index]) { lastMark = text[index] }
      index += 1
    }
    return nil
  }

  /// The last byte of the string or regular expression that begins at `start`; it ends with its line.
  private func literalEnd(_ start: Int) -> Int {
    var index = start + 1
    while index < limit, text[index] != text[start] {
      if text[index] == 0x0A { return index - 1 }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, limit - 1)
  }

  // MARK: Sigma

  private mutating func findSigma(from start: Int) {
    var floor = start
    var search = start
    while let source = WordSearch.logSource.place(in: text, from: search, to: limit) {
      search = source + 10
      let line = lineStart(source, floor)
      guard skipBlanks(line) == source else { continue }
      let end = rulesEnd(after: line)
      if let first = title(before: line, floor), hasKey(.detection, first, end),
        hasKey(.sigmaCondition, first, end)
      {
        add(.sigma, first..<end)
      }
      floor = max(floor, end)
      search = max(search, end)
    }
  }

  /// Where the line with the rule's title begins, over lines that can be YAML.
  private func title(before place: Int, _ floor: Int) -> Int? {
    var line = place
    while line > floor {
      let previous = lineStart(line - 1, floor)
      guard isYAML(previous) else { return nil }
      line = previous
      if starts("title:", skipBlanks(line)) { return skipBlanks(line) }
    }
    return nil
  }

  /// Where the run of lines ends that can be YAML, without the break after it.
  private func rulesEnd(after place: Int) -> Int {
    var line = place
    var end = place
    while line < limit, line == place || isYAML(line) && !starts("title:", skipBlanks(line)) {
      end = line
      while end < limit, text[end] != 0x0A { end += 1 }
      line = end + 1
    }
    while end > place, text[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  private func hasKey(_ key: WordSearch, _ start: Int, _ end: Int) -> Bool {
    var search = start
    while let place = key.place(in: text, from: search, to: end) {
      if skipBlanks(lineStart(place, start)) == place { return true }
      search = place + 1
    }
    return false
  }

  /// Whether a line is indented, an item, a comment, or begins with a key and a colon.
  private func isYAML(_ line: Int) -> Bool {
    var index = skipBlanks(line)
    guard index < limit, text[index] != 0x0A, text[index] != 0x0D else { return false }
    if index > line || text[index] == UInt8(ascii: "#") { return true }
    if text[index] == UInt8(ascii: "-") { return index + 1 < limit && Self.isBlank(text[index + 1]) }
    while index < limit, Refanging.isPlain(text[index]) || "_-.|*'\"".utf8.contains(text[index]) {
      index += 1
    }
    return index > line && index < limit && text[index] == UInt8(ascii: ":")
      && (index + 1 == limit || text[index + 1] <= 0x20)
  }

  // MARK: Bytes

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private func skipBlanks(_ start: Int) -> Int {
    var index = start
    while index < limit, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    return index
  }

  private func wordEnd(_ start: Int) -> Int {
    var index = start
    while index < limit, Refanging.isPlain(text[index]) || text[index] == UInt8(ascii: "_") { index += 1 }
    return index
  }

  private func lineStart(_ place: Int, _ floor: Int) -> Int {
    var line = place
    while line > floor, text[line - 1] != 0x0A { line -= 1 }
    return line
  }

  private func spells(_ word: StaticString, _ start: Int, _ end: Int) -> Bool {
    end - start == word.utf8CodeUnitCount && starts(word, start)
  }

  private func starts(_ word: StaticString, _ start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= limit else { return false }
    return word.withUTF8Buffer { text[start..<start + $0.count].elementsEqual($0) }
  }
}

/// Finds a word by looking at every n-th byte of a text, where n is up to the word's length (Horspool's search).
private struct WordSearch: Sendable {
  private let word: [UInt8]
  private let shifts: [Int]

  init(_ word: StaticString) {
    self.word = word.withUTF8Buffer { Array($0) }
    var shifts = [Int](repeating: self.word.count, count: 256)
    for (index, byte) in self.word.dropLast().enumerated() { shifts[Int(byte)] = self.word.count - 1 - index }
    self.shifts = shifts
  }

  static let condition = WordSearch("condition")
  static let logSource = WordSearch("logsource:")
  static let detection = WordSearch("detection:")
  static let sigmaCondition = WordSearch("condition:")

  /// The first place of the word between two places; nil if it does not stand there.
  func place(in text: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int) -> Int? {
    word.withUnsafeBufferPointer { word in
      shifts.withUnsafeBufferPointer { shifts in
        let last = word.count - 1
        var index = start
        while index + last < limit {
          let byte = text[index + last]
          if byte == word[last], text[index..<index + last].elementsEqual(word[..<last]) { return index }
          index += shifts[Int(byte)]
        }
        return nil
      }
    }
  }
}
