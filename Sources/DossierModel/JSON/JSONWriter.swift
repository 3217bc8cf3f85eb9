public import DossierText

/// Writes JSON (RFC 8259) straight into bytes: compact, or indented for people.
///
/// The caller nests calls as `TreeSink` asks; keys are written in the order given, so equal calls give equal bytes.
public struct JSONWriter: TreeSink, Sendable {
  @usableFromInline var buffer: ByteBuffer
  @usableFromInline let indent: Int
  @usableFromInline var depth = 0
  /// Whether the next value of the innermost container is its first.
  @usableFromInline var isFirst = true
  @usableFromInline var followsKey = false

  /// A writer that indents by `indent` spaces a level, or writes one line where it is 0.
  public init(indent: Int = 0, reserving capacity: Int = 4096) {
    self.indent = indent
    buffer = ByteBuffer(reserving: capacity)
  }

  /// What has been written. Copies it.
  public var bytes: [UInt8] { buffer.bytes }

  /// Takes out what has been written, without a copy.
  package mutating func take() -> [UInt8] { buffer.take() }

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
    let (comma, line) = separator()
    let spaces = indent > 0 ? depth * indent : 0
    let count = name.utf8CodeUnitCount
    let source = name.utf8Start
    let isIndented = indent > 0
    buffer.append(room: spaces + count + 6) { start in
      var place = start
      place = Self.put(comma, line, spaces, at: place)
      place.pointee = 0x22
      (place + 1).update(from: source, count: count)
      place += count + 1
      place[0] = 0x22
      place[1] = 0x3A
      place[2] = 0x20
      return place - start + (isIndented ? 3 : 2)
    }
    followsKey = true
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
    buffer.append(decimal: value)
  }

  /// Writes a number; one that is not finite becomes null.
  @inlinable
  public mutating func number(_ value: Double) {
    separate()
    if value.isFinite { buffer.append("\(value)" as String) } else { buffer.append("null") }
  }

  /// Writes true or false.
  @inlinable
  public mutating func bool(_ value: Bool) {
    separate()
    if value { buffer.append("true") } else { buffer.append("false") }
  }

  /// Writes null.
  @inlinable
  public mutating func null() {
    separate()
    buffer.append("null")
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
  public mutating func newline() { buffer.append(0x0A) }

  @inlinable
  mutating func open(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    depth += 1
    isFirst = true
  }

  @inlinable
  mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isFirst { breakLine() }
    buffer.append(bracket)
    isFirst = false
  }

  /// Whether a comma, and whether a line break, comes before the next value or key.
  @inlinable
  @inline(__always)
  mutating func separator() -> (comma: Bool, line: Bool) {
    let comma = !isFirst
    isFirst = false
    return (comma, depth > 0 && indent > 0)
  }

  /// Puts what comes between values at `place`; returns the place after it.
  @inlinable
  @inline(__always)
  static func put(
    _ comma: Bool, _ line: Bool, _ spaces: Int, at place: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var place = place
    if comma {
      place.pointee = 0x2C
      place += 1
    }
    if line {
      place.pointee = 0x0A
      (place + 1).update(repeating: 0x20, count: spaces)
      place += 1 + spaces
    }
    return place
  }

  @inlinable
  mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    let (comma, line) = separator()
    let spaces = indent > 0 ? depth * indent : 0
    buffer.append(room: spaces + 2) { Self.put(comma, line, spaces, at: $0) - $0 }
  }

  @inlinable
  mutating func afterKey() {
    buffer.append(0x3A)
    if indent > 0 { buffer.append(0x20) }
    followsKey = true
  }

  @inlinable
  mutating func breakLine() {
    guard indent > 0 else { return }
    buffer.append(0x0A)
    buffer.append(0x20, times: depth * indent)
  }

  /// Appends `text` in quotation marks, escaping what JSON demands and, for safety in HTML and logs, U+2028,
  /// U+2029 and DEL.
  @inlinable
  mutating func quote(_ text: String) {
    text.withUTF8Bytes { quote($0) }
  }

  @usableFromInline
  mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    let end = Self.firstSpecial(in: text, from: 0)
    if end == text.count {
      let source = text.baseAddress
      buffer.append(room: text.count + 2) { place in
        place.pointee = 0x22
        if let source { (place + 1).update(from: source, count: text.count) }
        place[text.count + 1] = 0x22
        return text.count + 2
      }
    } else {
      quote(text, firstSpecial: end)
    }
  }

  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>, firstSpecial: Int) {
    buffer.append(0x22)
    var runStart = 0
    var index = firstSpecial
    while index < text.count {
      if text[index] == 0xE2 {
        guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8 else {
          index = Self.firstSpecial(in: text, from: index + 1)
          continue
        }
        buffer.append(UnsafeBufferPointer(rebasing: text[runStart..<index]))
        if text[index + 2] == 0xA8 { buffer.append("\\u2028") } else { buffer.append("\\u2029") }
        index += 3
      } else {
        buffer.append(UnsafeBufferPointer(rebasing: text[runStart..<index]))
        escape(text[index])
        index += 1
      }
      runStart = index
      index = Self.firstSpecial(in: text, from: index)
    }
    buffer.append(UnsafeBufferPointer(rebasing: text[runStart...]))
    buffer.append(0x22)
  }

  /// Where the next byte stands that may need an escape: a control, a quotation mark, a backslash, or the lead of
  /// U+2028; the end where none does. Looks at eight bytes at once.
  private static func firstSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    if let base = UnsafeRawPointer(text.baseAddress) {
      while text.count - index >= 8 {
        if hasSpecial((base + index).loadUnaligned(as: UInt64.self)) { break }
        index += 8
      }
    }
    while index < text.count {
      let byte = text[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xE2 { return index }
      index += 1
    }
    return index
  }

  @inline(__always)
  private static func hasSpecial(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones &* 0x80
    // The high bit of each byte that is 0, once others cannot borrow from it.
    func zero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let controls = (word &- ones &* 0x20) & ~word
    return
      (controls | zero(word ^ (ones &* 0x22)) | zero(word ^ (ones &* 0x5C)) | zero(word ^ (ones &* 0x7F))
      | zero(word ^ (ones &* 0xE2))) & highs != 0
  }

  private mutating func escape(_ byte: UInt8) {
    buffer.append(0x5C)
    switch byte {
    case 0x22, 0x5C: buffer.append(byte)
    case 0x0A: buffer.append(UInt8(ascii: "n"))
    case 0x0D: buffer.append(UInt8(ascii: "r"))
    case 0x09: buffer.append(UInt8(ascii: "t"))
    default:
      buffer.append("u00")
      buffer.append(HexadecimalDigits.digit(byte >> 4))
      buffer.append(HexadecimalDigits.digit(byte & 15))
    }
  }
}
