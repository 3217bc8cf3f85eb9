import DossierBriefing
import DossierModel
import DossierText

/// HTML being written. Text from the sources can form neither markup nor attributes, and cannot disorder the text
/// around it: names stand in `<bdi>`, and control and bidirectional characters become U+FFFD.
struct HTMLText: ProseSink {
  /// What has been written.
  var bytes = ByteBuffer(reserving: 1 << 15)
  /// Comes before the ids of this report's parts in the page.
  let prefix: String
  private let names: [[UInt8]]
  private let claimLabels: [[UInt8]]

  /// Nothing yet, with the escaped names of a report's entities and claims.
  init(_ index: ReportIndex, prefix: String) {
    self.prefix = prefix
    names = index.names.map(Self.escaped)
    claimLabels = index.report.claims.map { Self.escaped($0.id) }
  }

  /// Writes markup, or generated words in it.
  @_disfavoredOverload
  mutating func markup(_ text: String) { bytes.append(text) }

  /// Writes markup that is known at compile time.
  mutating func markup(_ text: StaticString) { bytes.append(text) }

  mutating func words(_ text: String) { bytes.append(text) }

  mutating func sourceText(_ text: String) { text.withUTF8Bytes { Self.escape($0, into: &bytes) } }

  mutating func name(_ entity: Int, capitalised: Bool) {
    markup("<bdi>")
    let start = bytes.count
    bytes.append(names[entity])
    if capitalised, start < bytes.count, (0x61...0x7A).contains(bytes[start]) { bytes[start] -= 0x20 }
    markup("</bdi>")
  }

  mutating func reference(_ claim: Int) {
    markup("<a class=\"ref\" href=\"#")
    markup(prefix)
    markup("claim-")
    bytes.append(decimal: claim + 1)
    markup("\">[")
    bytes.append(claimLabels[claim])
    markup("]</a>")
  }

  /// Writes a claim's id by itself.
  mutating func label(_ claim: Int) { bytes.append(claimLabels[claim]) }

  /// Writes text in the language's quotation marks.
  mutating func quoted(_ text: String, _ typography: Typography, language: String? = nil) {
    markup(typography.openQuote)
    markup(Self.span(language: language))
    sourceText(text)
    markup("</span>\(typography.closeQuote)")
  }

  /// Opens a span of text from a source in its language.
  static func span(language: String?) -> String {
    guard let language, isTag(language) else { return "<span dir=\"auto\">" }
    return "<span dir=\"auto\" lang=\"\(language)\">"
  }

  /// Whether text can stand as a language tag in an attribute.
  static func isTag(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count < 40
      && text.utf8.allSatisfy {
        $0 == 0x2D || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
      }
  }

  // MARK: - Escaping

  /// Appends text so that it can form no markup.
  static func escape(_ text: String, into bytes: inout [UInt8]) { bytes += escaped(text) }

  private static func escaped(_ text: String) -> [UInt8] {
    var bytes = ByteBuffer(reserving: text.utf8.count + 16)
    text.withUTF8Bytes { escape($0, into: &bytes) }
    return bytes.take()
  }

  /// Bytes that need a look.
  private static let isSpecial: [Bool] = (0...255).map { (byte: Int) -> Bool in
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
      || "&<>\"'".utf8.contains(UInt8(byte))
  }

  private static func escape(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout ByteBuffer) {
    isSpecial.withUnsafeBufferPointer { escape(text, $0, into: &bytes) }
  }

  private static func escape(
    _ text: UnsafeBufferPointer<UInt8>, _ isSpecial: UnsafeBufferPointer<Bool>, into bytes: inout ByteBuffer
  ) {
    var runStart = 0
    var index = 0
    while index < text.count {
      guard isSpecial[Int(text[index])], let (other, count) = replacement(text, at: index) else {
        index += 1
        continue
      }
      bytes.append(UnsafeBufferPointer(rebasing: text[runStart..<index]))
      bytes.append(other)
      index += count
      runStart = index
    }
    bytes.append(UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  private static func replacement(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (other: StaticString, count: Int)? {
    func next(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch text[index] {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "\""): return ("&quot;", 1)
    case UInt8(ascii: "'"): return ("&#39;", 1)
    case 0x09, 0x0A: return nil
    case 0x0D: return next(1) == 0x0A ? ("", 1) : ("\n", 1)
    case 0..<0x20, 0x7F: return ("\u{FFFD}", 1)
    case 0xC2: return next(1) < 0xA0 ? (next(1) == 0x85 ? "\n" : "\u{FFFD}", 2) : nil
    case 0xE2:
      switch (next(1), next(2)) {
      case (0x80, 0xA8...0xA9): return ("\n", 3)
      case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return ("\u{FFFD}", 3)
      default: return nil
      }
    case 0xEF: return next(1) == 0xBF && next(2) >= 0xBE ? ("\u{FFFD}", 3) : nil
    default: return nil
    }
  }
}
