/// A named text in memory, as valid UTF-8 bytes: what a reader was given and what diagnostics point into.
public struct SourceText: Sendable {
  /// The name that messages show: a path, or `<stdin>`.
  public let name: String
  /// The text as UTF-8.
  public let bytes: [UInt8]

  /// A text of valid UTF-8 bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A text from a string.
  public init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The words in `range`; a range outside the text is clamped.
  public subscript(_ range: TextRange) -> String {
    let lower = min(Int(range.start), bytes.count)
    let upper = max(lower, min(Int(range.end), bytes.count))
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// Line and column of a byte. Linear in the offset: meant for diagnostics.
  public func position(at offset: UInt32) -> TextPosition {
    let offset = min(Int(offset), bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<offset where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    var column = 1
    for index in lineStart..<offset where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return TextPosition(line: line, column: column, lineStart: lineStart)
  }

  /// The line that starts at byte `start`, without its line break, at most `limit` bytes of it.
  public func line(startingAt start: Int, limit: Int = 400) -> String {
    var end = min(start, bytes.count)
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, end - start < limit { end += 1 }
    while end < bytes.count, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[min(start, end)..<end], as: UTF8.self)
  }
}

/// A place in a text as people count: lines and columns from 1, columns in Unicode code points.
public struct TextPosition: Sendable, Hashable {
  /// Line number, from 1.
  public let line: Int
  /// Column number, from 1, in code points.
  public let column: Int
  /// Byte offset of the line's first byte.
  public let lineStart: Int
}
