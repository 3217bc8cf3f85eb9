import DossierText

/// A text decoded to valid UTF-8.
struct DecodedText {
  /// The text as UTF-8, byte-order mark included if it had one.
  var bytes: [UInt8]
  /// The encoding it was in, as a WHATWG label.
  var encoding: String
  /// What was odd.
  var diagnostics: [Diagnostic] = []
}

/// Turns bytes into valid UTF-8.
///
/// A byte-order mark decides; then what is valid UTF-8 with characters beyond ASCII is UTF-8, whatever was declared;
/// then the declared encoding; then UTF-16 by its zeros; then Windows-1252, of which Latin-1 is a part (windows-1251
/// where most letters lie above ASCII, as only Cyrillic text has it).
enum TextDecoding {
  /// Decodes `bytes`.
  ///
  /// - Parameter declared: Label of the encoding that the input declares, in any case.
  static func decode(_ bytes: [UInt8], declared: String? = nil, name: String) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes, name: name) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, bigEndian: false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, bigEndian: true) }
    let invalid = UTF8Validation.firstInvalid(in: bytes)
    if invalid == nil, let bigEndian = utf16Order(bytes) { return utf16(bytes, bigEndian: bigEndian) }
    let label = declared.map(EncodingLabel.canonical)
    guard let invalid else {
      // Encodings that escape within ASCII look like UTF-8.
      if label == "iso-2022-jp" || label == "hz-gb-2312" || label == "utf-7", let label {
        return CharacterConversion.decode(bytes, from: label) ?? DecodedText(bytes: bytes, encoding: "utf-8")
      }
      return DecodedText(bytes: bytes, encoding: "utf-8")
    }
    if let bigEndian = utf16Order(bytes) { return utf16(bytes, bigEndian: bigEndian) }
    let counts = SequenceCounts(bytes)
    if label == "utf-8" || label == nil, counts.multibyte > 0, counts.broken <= 1 + counts.multibyte / 4 {
      return utf8(bytes, name: name, firstInvalid: invalid)
    }
    if let label, label != "utf-8", let text = CharacterConversion.decode(bytes, from: label) { return text }
    var text =
      counts.highLetters * 2 > counts.asciiLetters * 3
      ? CharacterConversion.decode(bytes, from: "windows-1251") ?? Windows1252.decode(bytes)
      : Windows1252.decode(bytes)
    if let declared {
      text.diagnostics.append(
        Diagnostic(
          "read.wrong-charset", .warning, "the text is not in the encoding it declares, \(declared)",
          at: Diagnostic.Location(file: name), notes: ["read as \(text.encoding)"]))
    }
    return text
  }

  private static func utf8(_ bytes: [UInt8], name: String, firstInvalid: Int? = nil) -> DecodedText {
    guard let invalid = firstInvalid ?? UTF8Validation.firstInvalid(in: bytes) else {
      return DecodedText(bytes: bytes, encoding: "utf-8")
    }
    let source = SourceText(name: name, bytes: bytes)
    return DecodedText(
      bytes: Array(String(decoding: bytes, as: UTF8.self).utf8), encoding: "utf-8",
      diagnostics: [
        Diagnostic(
          "read.invalid-utf8", .warning, "invalid UTF-8 at byte \(invalid)",
          at: Diagnostic.Location(TextRange(invalid, invalid + 1), in: source),
          notes: ["each broken sequence is read as U+FFFD"], help: "save the file as UTF-8")
      ])
  }

  private static func utf16(_ bytes: [UInt8], bigEndian: Bool) -> DecodedText {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return DecodedText(
      bytes: Array(String(decoding: units, as: UTF16.self).utf8),
      encoding: bigEndian ? "utf-16be" : "utf-16le")
  }

  /// The byte order of UTF-16 without a mark: most characters of Western text have a zero in one half.
  private static func utf16Order(_ bytes: [UInt8]) -> Bool? {
    let sample = min(bytes.count, 4096) & ~1
    guard sample >= 8 else { return nil }
    var zeros = (even: 0, odd: 0)
    for index in 0..<sample where bytes[index] == 0 {
      if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.even * 4 > sample, zeros.odd * 16 < sample { return true }
    if zeros.odd * 4 > sample, zeros.even * 16 < sample { return false }
    return nil
  }
}

/// How many sequences beyond ASCII are well formed as UTF-8 and how many are not.
private struct SequenceCounts {
  var multibyte = 0
  var broken = 0
  var asciiLetters = 0
  var highLetters = 0

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < min(buffer.count, 1 << 20) {
        let byte = buffer[index]
        if byte < 0x80 {
          if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { asciiLetters += 1 }
          index += 1
          continue
        }
        if byte >= 0xC0 { highLetters += 1 }
        let length = UTF8Validation.sequenceLength(buffer, at: index)
        if length == 0 { broken += 1 } else { multibyte += 1 }
        index += max(1, length)
      }
    }
  }
}
