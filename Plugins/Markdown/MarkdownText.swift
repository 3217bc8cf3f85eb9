import DossierBriefing
import DossierModel
import DossierText

/// Markdown being written: CommonMark 0.31 with the tables of GFM.
///
/// Text from the sources is escaped so that it can form no markup, link, image, HTML or entity, whatever stands
/// around it; line breaks in it become spaces, and addresses are written so that no program makes links of them.
struct MarkdownText: ProseSink {
  /// What has been written.
  var bytes = ByteBuffer(reserving: 1 << 14)
  private let names: [[UInt8]]
  private let labels: [[UInt8]]
  private let openQuote: String
  private let closeQuote: String
  private let colon: String
  private let place: PlaceWords

  /// Nothing yet, with the escaped names of a report's entities and claims.
  init(_ index: ReportIndex) {
    openQuote = index.words.typography.openQuote
    closeQuote = index.words.typography.closeQuote
    colon = index.words.typography.colon
    place = index.words.labels.place
    names = index.names.map { Self.escapedStart(Self.escaped($0)) }
    labels = index.report.claims.indices.map { Self.escaped(index.report.claims[$0].id) }
  }

  @_disfavoredOverload
  mutating func words(_ text: String) { bytes.append(text) }

  /// Takes generated words that are known at compile time.
  mutating func words(_ text: StaticString) { bytes.append(text) }

  mutating func number(_ number: Int) { bytes.append(decimal: number) }

  mutating func name(_ entity: Int, capitalised: Bool) {
    let start = bytes.count
    bytes.append(names[entity])
    if capitalised, start < bytes.count, (0x61...0x7A).contains(bytes[start]) { bytes[start] -= 0x20 }
  }

  mutating func reference(_ claim: Int) {
    bytes.append(UInt8(ascii: "["))
    bytes.append(labels[claim])
    bytes.append(UInt8(ascii: "]"))
  }

  /// Writes a claim's id by itself.
  mutating func label(_ claim: Int) { bytes.append(labels[claim]) }

  mutating func sourceText(_ text: String) { text.withUTF8Bytes { Self.escape($0, into: &bytes) } }

  /// Writes text in the language's quotation marks.
  mutating func quoted(_ text: String) {
    words(openQuote)
    sourceText(text)
    words(closeQuote)
  }

  /// Writes a label and the language's colon.
  mutating func field(_ label: String) {
    words(label)
    words(colon)
  }

  /// Writes between which characters of which source something stands.
  mutating func place(_ source: String, _ start: Int, _ end: Int) {
    sourceText(source)
    words(place.characters)
    number(start)
    words(place.to)
    number(end)
  }

  /// Writes text as code, where nothing but a longer run of backticks ends it (CommonMark 6.1).
  mutating func code(_ text: String) {
    text.withUTF8Bytes { text in
      if text.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x60 && $0 != UInt8(ascii: "|") }) {
        if !text.isEmpty { codeAsItIs(text) }
      } else {
        code(Self.withoutControls(text))
      }
    }
  }

  /// Writes text as code that has nothing in it to take care of.
  private mutating func codeAsItIs(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(0x60)
    bytes.append(text)
    bytes.append(0x60)
  }

  private mutating func code(_ plain: [UInt8]) {
    var longest = 0
    var run = 0
    for byte in plain {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    guard plain.contains(where: { $0 != 0x20 }) else { return }
    let needsSpace = plain.first == 0x60 || plain.last == 0x60 || plain.first == 0x20
    bytes.append(0x60, times: longest + 1)
    if needsSpace { bytes.append(0x20) }
    for byte in plain {
      // Within a table a bar ends the cell even in code, unless escaped (GFM 4.10).
      if byte == UInt8(ascii: "|") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    if needsSpace { bytes.append(0x20) }
    bytes.append(0x60, times: longest + 1)
  }

  // MARK: - Escaping

  /// Appends text so that it can form no markup.
  static func escape(_ text: String, into bytes: inout [UInt8]) {
    bytes += escapedStart(escaped(text))
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var bytes = ByteBuffer(reserving: text.utf8.count + 16)
    text.withUTF8Bytes { escape($0, into: &bytes) }
    return bytes.take()
  }

  /// An escaped text that may come first in a paragraph or an item of a list, where some characters would start a
  /// list, a heading or a rule (CommonMark 4 and 5).
  private static func escapedStart(_ text: [UInt8]) -> [UInt8] {
    if text.first == 0x20 { return escapedStart(Array(text.drop { $0 == 0x20 })) }
    guard let first = text.first else { return text }
    if "-+=>".utf8.contains(first) { return [UInt8(ascii: "\\")] + text }
    let digits = text.prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    guard digits > 0, digits < text.count, ".)".utf8.contains(text[digits]) else { return text }
    return text[..<digits] + [UInt8(ascii: "\\")] + text[digits...]
  }

  /// Bytes that need a look: what Markdown or GitHub takes for markup, controls, and leads of invisible characters.
  private static let isSpecial: [Bool] = (0...255).map { (byte: Int) -> Bool in
    if byte < 0x20 || byte == 0x7F { return true }
    return byte == 0xC2 || byte == 0xE2 || "\\`*_[]{}<>#|~$&:@.".utf8.contains(UInt8(byte))
  }

  private static func escape(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout ByteBuffer) {
    isSpecial.withUnsafeBufferPointer { isSpecial in
      var runStart = 0
      var index = 0
      while index < text.count {
        if !isSpecial[Int(text[index])] {
          index += 1
          continue
        }
        switch replacement(text, at: index) {
        case .none:
          index += 1
          continue
        case .backslash:
          bytes.append(UnsafeBufferPointer(rebasing: text[runStart..<index]))
          bytes.append(UInt8(ascii: "\\"))
          runStart = index
          index += 1
          continue
        case .text(let other, let count):
          bytes.append(UnsafeBufferPointer(rebasing: text[runStart..<index]))
          bytes.append(other)
          index += count
        }
        runStart = index
      }
      bytes.append(UnsafeBufferPointer(rebasing: text[runStart...]))
    }
  }

  /// What becomes of a byte.
  private enum Replacement {
    /// It stands for itself.
    case none
    /// A backslash comes before it.
    case backslash
    /// Other text stands in place of so many bytes.
    case text(StaticString, count: Int)
  }

  private static func replacement(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Replacement {
    let byte = text[index]
    func next(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch byte {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D:
      var end = index
      while end < text.count, text[end] <= 0x20 { end += 1 }
      return .text(" ", count: end - index)
    case 0..<0x20, 0x7F: return .text("\u{FFFD}", count: 1)
    case UInt8(ascii: ":"): return next(1) == 0x2F && next(2) == 0x2F ? .text("\\[:\\]", count: 1) : .none
    case UInt8(ascii: "@"): return .text("\\[@\\]", count: 1)
    case UInt8(ascii: "."):
      let followsWWW = index >= 3 && (index - 3..<index).allSatisfy { text[$0] | 0x20 == UInt8(ascii: "w") }
      return followsWWW ? .text("\\[.\\]", count: 1) : .none
    case UInt8(ascii: "&"): return looksLikeEntity(text, after: index) ? .backslash : .none
    case 0xC2:
      if next(1) == 0x85 { return .text(" ", count: 2) }
      return next(1) < 0xA0 ? .text("\u{FFFD}", count: 2) : .none
    case 0xE2:
      switch (next(1), next(2)) {
      case (0x80, 0xA8...0xA9): return .text(" ", count: 3)
      case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return .text("\u{FFFD}", count: 3)
      default: return .none
      }
    default: return .backslash
    }
  }

  /// Whether an ampersand starts what an HTML entity looks like.
  private static func looksLikeEntity(_ text: UnsafeBufferPointer<UInt8>, after index: Int) -> Bool {
    for byte in text[(index + 1)...].prefix(34) {
      switch byte {
      case UInt8(ascii: ";"): return true
      case UInt8(ascii: "#"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A: continue
      default: return false
      }
    }
    return false
  }

  /// The text on one line, without what cannot be seen: each such character becomes a space.
  private static func withoutControls(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let count = controlLength(text, at: index)
      plain.append(count > 0 ? 0x20 : text[index])
      index += max(1, count)
    }
    return plain
  }

  /// How many bytes the control, line separator or character of direction at `index` has; 0 where there is none:
  /// U+0000 to U+001F, U+007F to U+009F, U+2028 to U+202E, U+2066 to U+2069.
  private static func controlLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    func next(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch text[index] {
    case 0..<0x20, 0x7F: return 1
    case 0xC2: return (0x80...0x9F).contains(next(1)) ? 2 : 0
    case 0xE2:
      switch (next(1), next(2)) {
      case (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return 3
      default: return 0
      }
    default: return 0
    }
  }
}
