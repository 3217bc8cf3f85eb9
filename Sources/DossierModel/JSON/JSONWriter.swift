public import DossierText

/// Writes JSON (RFC 8259) straight into bytes: compact, or indented for people.
///
/// The caller nests calls as `TreeSink` asks; keys are written in the order given, so equal calls give equal bytes.
public struct JSONWriter: TreeSink, Sendable {
  /// What has been written.
  public var bytes: [UInt8] = []
  @usableFromInline let indent: Int
  @usableFromInline var depth = 0
  /// Whether the next value of the innermost container is its first.
  @usableFromInline var isFirst = true
  @usableFromInline var followsKey = false

  /// A writer that indents by `indent` spaces a level, or writes one line where it is 0.
  public init(indent: Int = 0, reserving capacity: Int = 4096) {
    self.indent = indent
    bytes.reserveCapacity(capacity)
  }

  /// Starts an object.
  @inlinable
  public mutating func beginObject() { open(0x7B) }
  /// Ends the innermost object.
  @inlinable
  public mutating func endObject() { close(0x7D) }
  /// Starts an array.
  @inlinable
  public mutating func beginArray() { open(0x5B) }
  /// Ends the innermost array.
  @inlinable
  public mutating func endArray() { close(0x5D) }

  /// Names the next value.
  @inlinable
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(0x22)
    afterKey()
  }

  /// Names the next value.
  @inlinable
  @_disfavoredOverload
  public mutating func key(_ name: String) {
    separate()
    quote(name)
    afterKey()
  }

  /// Writes a string.
  @inlinable
  public mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// Writes a whole number.
  @inlinable
  public mutating func integer(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes a number; one that is not finite becomes null.
  @inlinable
  public mutating func number(_ value: Double) {
    separate()
    bytes.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
  }

  /// Writes true or false.
  @inlinable
  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes null.
  @inlinable
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Goes on within an array that an earlier writer began, `depth` levels deep, and left with an element in it.
  ///
  /// So a file that holds many reports in one array can be written report by report.
  package mutating func resumeArray(depth: Int) {
    self.depth = depth
    isFirst = false
  }

  /// Ends the text with a line break, as files do.
  @inlinable
  public mutating func newline() { bytes.append(0x0A) }

  @inlinable
  mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    isFirst = true
  }

  @inlinable
  mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(bracket)
    isFirst = false
  }

  @inlinable
  mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
    if depth > 0 { breakLine() }
  }

  @inlinable
  mutating func afterKey() {
    bytes.append(0x3A)
    if indent > 0 { bytes.append(0x20) }
    followsKey = true
  }

  @inlinable
  mutating func breakLine() {
    guard indent > 0 else { return }
    bytes.append(0x0A)
    for _ in 0..<(depth * indent) { bytes.append(0x20) }
  }

  /// Appends `text` in quotation marks, escaping what JSON demands and, for safety in HTML and logs, U+2028,
  /// U+2029 and DEL.
  @inlinable
  mutating func quote(_ text: String) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { buffer in
      var runStart = 0
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        let lineSeparator =
          byte == 0xE2 && index + 2 < buffer.count && buffer[index + 1] == 0x80
          && buffer[index + 2] & 0xFE == 0xA8
        if byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && !lineSeparator {
          index += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[runStart..<index]))
        if lineSeparator {
          bytes.append(contentsOf: (buffer[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
          index += 3
        } else {
          escape(byte)
          index += 1
        }
        runStart = index
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[runStart..<buffer.count]))
    }
    bytes.append(0x22)
  }

  @usableFromInline
  mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }
}
