/// What the bytes of a string allow it to be in YAML, found in one pass.
///
/// Careful rather than complete: a string is plain only if it begins with a letter and is none of the words that
/// YAML 1.1 or 1.2 readers take for true, false or null. So no number, date, time, `~`, `<<` or indicator can come
/// out bare.
struct ScalarForm {
  /// Whether it may stand bare in a block.
  let isPlain: Bool
  /// Whether it may stand bare within brackets.
  let isPlainInFlow: Bool
  /// Whether it may stand as a literal block without an indentation indicator.
  let isLiteral: Bool
  /// Whether, in quotation marks, any of it must be escaped.
  let needsEscapes: Bool

  /// What a byte asks of the string that holds it.
  private struct Traits: OptionSet {
    let rawValue: UInt8
    static let lineFeed = Traits(rawValue: 1)
    /// A control character, which stands only in quotation marks, escaped.
    static let control = Traits(rawValue: 2)
    static let colon = Traits(rawValue: 4)
    static let hash = Traits(rawValue: 8)
    /// Means something within brackets.
    static let flowIndicator = Traits(rawValue: 16)
    /// May start a character that must be escaped, such as U+0085 or U+2028.
    static let lead = Traits(rawValue: 32)
    /// Must be escaped in quotation marks only.
    static let quotation = Traits(rawValue: 64)
    /// May begin a plain string.
    static let letter = Traits(rawValue: 128)
  }

  private static let traits: [Traits] = (0...255).map { (byte: Int) -> Traits in
    switch byte {
    case 0x0A: .lineFeed
    case 0..<0x20, 0x7F: .control
    case 0x22, 0x5C: .quotation
    case 0x23: .hash
    case 0x3A: .colon
    case 0x2C, 0x3F, 0x5B, 0x5D, 0x7B, 0x7D: .flowIndicator
    case 0x41...0x5A, 0x61...0x7A, 0xC3...0xD7, 0xD9...0xE1, 0xE3...0xEE, 0xF0...0xF4: .letter
    case 0xC2, 0xD8, 0xE2, 0xEF: .lead
    default: []
    }
  }

  init(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.first, let last = text.last else {
      self.init(isPlain: false, isPlainInFlow: false, isLiteral: false, needsEscapes: false)
      return
    }
    var found: UInt8 = 0
    Self.traits.withUnsafeBufferPointer { traits in
      for byte in text { found |= traits[Int(byte)].rawValue }
    }
    let all = Traits(rawValue: found)
    let isVisible =
      !all.contains(.control) && (!all.contains(.lead) || !Self.hasHiddenCharacter(text))
    let isPlain =
      isVisible && !all.contains(.lineFeed) && Self.traits[Int(first)].contains(.letter) && last != 0x20
      && (all.isDisjoint(with: [.colon, .hash]) || !Self.hasIndicator(text)) && !Self.isReservedWord(text)
    self.init(
      isPlain: isPlain,
      isPlainInFlow: isPlain && all.isDisjoint(with: [.colon, .flowIndicator]),
      isLiteral: isVisible && all.contains(.lineFeed) && first != 0x20 && first != 0x0A
        && !Self.hasFragileLineEnd(text),
      needsEscapes: !isVisible || !all.isDisjoint(with: [.lineFeed, .quotation]))
  }

  private init(isPlain: Bool, isPlainInFlow: Bool, isLiteral: Bool, needsEscapes: Bool) {
    self.isPlain = isPlain
    self.isPlainInFlow = isPlainInFlow
    self.isLiteral = isLiteral
    self.needsEscapes = needsEscapes
  }

  /// How many bytes at `index` are one character that must be escaped in quotation marks; 0 if it stands for itself.
  ///
  /// Those are what YAML's readers refuse or fold (controls, line and paragraph separators, byte order marks,
  /// U+FFFE, U+FFFF) and what would disorder the text on a screen (bidirectional controls).
  @inline(__always)
  static func lengthToEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 { return byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F ? 1 : 0 }
    return hiddenLength(text, at: index)
  }

  /// How many bytes at `index`, which is no ASCII, are one character that cannot be seen or read back.
  private static func hiddenLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0xC2:
      return index + 1 < text.count && text[index + 1] < 0xA0 ? 2 : 0
    case 0xD8:
      return index + 1 < text.count && text[index + 1] == 0x9C ? 2 : 0
    case 0xE2:
      guard index + 2 < text.count else { return 0 }
      switch (text[index + 1], text[index + 2]) {
      case (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return 3
      default: return 0
      }
    case 0xEF:
      guard index + 2 < text.count else { return 0 }
      switch (text[index + 1], text[index + 2]) {
      case (0xBB, 0xBF), (0xBF, 0xBE...0xBF): return 3
      default: return 0
      }
    default: return 0
    }
  }

  private static func hasHiddenCharacter(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.indices.contains { text[$0] >= 0xC2 && hiddenLength(text, at: $0) > 0 }
  }

  /// Whether a colon ends a word or a hash begins one, which would make a key or a comment of a plain string.
  private static func hasIndicator(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.indices.contains { index in
      switch text[index] {
      case 0x3A: index + 1 == text.count || text[index + 1] == 0x20
      case 0x23: text[index - 1] == 0x20
      default: false
      }
    }
  }

  /// Whether a line ends in a space, which editors take away, or the text in more than one line feed.
  private static func hasFragileLineEnd(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.last == 0x20 { return true }
    if text.count > 1, text[text.count - 1] == 0x0A, text[text.count - 2] == 0x0A { return true }
    return text.indices.contains { $0 > 0 && text[$0] == 0x0A && text[$0 - 1] == 0x20 }
  }

  /// The words that YAML 1.1 or 1.2 takes for a boolean or for null (yaml.org/type/bool.html, null.html), in any
  /// mixture of cases.
  private static let reservedWords: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null",
  ]

  private static func isReservedWord(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.count <= 5 && reservedWords.contains(String(decoding: text, as: UTF8.self).lowercased())
  }
}
