public import DossierText

/// Writes YAML straight into bytes, in a form that readers of YAML 1.1 and 1.2 take alike.
///
/// Mappings and lists of mappings are indented blocks; a list that begins with a scalar stands in brackets, wrapped
/// where the line grows long. A string is written bare only where no reader can take it for anything else; text of
/// several lines is a literal block (`|`); everything else stands in double quotation marks with escapes. Equal
/// calls give equal bytes. Linear in what is written.
///
/// The caller nests calls as `TreeSink` asks, and ends a document with `endDocument`.
public struct YAMLWriter: TreeSink, Sendable {
  /// What has been written.
  public var bytes: [UInt8] = []
  private var levels: [Level] = []
  /// Where the current line starts.
  private var lineStart = 0

  /// A mapping or a list that is open.
  private struct Level {
    /// What is known of its form: nothing until its first element comes.
    enum Form { case undecided, block, flow }
    let isObject: Bool
    var form: Form
    /// Column of its keys or dashes.
    let indent: Int
    /// Whether it follows a key on the same line, so that its first element needs a line of its own.
    let followsKey: Bool
    var isEmpty = true
    /// Whether the key of the next value is written.
    var hasKey = false
  }

  /// Lists in brackets go on in a new line past this many bytes.
  private static let lineWidth = 100
  /// A longer key needs the explicit form (YAML 1.2, 8.2.2: implicit keys are at most 1,024 characters).
  private static let longestSimpleKey = 500

  /// A writer with nothing written.
  public init(reserving capacity: Int = 4096) {
    bytes.reserveCapacity(capacity)
  }

  /// Starts a document with `---`.
  public mutating func beginDocument() {
    append("---")
    breakLine(indent: 0)
  }

  /// Ends the document's last line.
  public mutating func endDocument() {
    if bytes.last != 0x0A { breakLine(indent: 0) }
  }

  /// Starts an object.
  public mutating func beginObject() { begin(isObject: true) }
  /// Ends the innermost object.
  public mutating func endObject() { end() }
  /// Starts an array.
  public mutating func beginArray() { begin(isObject: false) }
  /// Ends the innermost array.
  public mutating func endArray() { end() }

  /// Names the next value.
  public mutating func key(_ name: StaticString) {
    key(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// Names the next value.
  @_disfavoredOverload
  public mutating func key(_ name: String) {
    var name = name
    name.withUTF8 { key($0) }
  }

  /// Writes a string.
  public mutating func string(_ value: String) {
    beforeScalar()
    var value = value
    value.withUTF8 { text in
      let scalar = ScalarForm(text)
      if isFlow {
        if scalar.isPlainInFlow { append(text) } else { quote(text, scalar) }
      } else if scalar.isPlain {
        append(text)
      } else if scalar.isLiteral, let level = levels.last {
        literal(text, indent: level.indent + 2)
      } else {
        quote(text, scalar)
      }
    }
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) {
    beforeScalar()
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &digits) { buffer in
      var position = buffer.count
      var rest = value.magnitude
      repeat {
        position -= 1
        buffer[position] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
        rest /= 10
      } while rest > 0
      if value < 0 {
        position -= 1
        buffer[position] = UInt8(ascii: "-")
      }
      bytes.append(contentsOf: buffer[position...])
    }
  }

  /// Writes a number, always with a point, which YAML 1.1 asks of one with an exponent; a number that is not finite
  /// becomes null.
  public mutating func number(_ value: Double) {
    guard value.isFinite else { return null() }
    beforeScalar()
    var text = "\(value)"
    if !text.contains("."), let exponent = text.firstIndex(of: "e") {
      text.insert(contentsOf: ".0", at: exponent)
    }
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes true or false.
  public mutating func bool(_ value: Bool) {
    beforeScalar()
    if value { append("true") } else { append("false") }
  }

  /// Writes null.
  public mutating func null() {
    beforeScalar()
    append("null")
  }

  // MARK: - Nesting

  private var isFlow: Bool { levels.last?.form == .flow }

  private mutating func begin(isObject: Bool) {
    guard let top = levels.indices.last else {
      levels.append(Level(isObject: isObject, form: .undecided, indent: 0, followsKey: false))
      return
    }
    let form = levels[top].form
    if form == .flow {
      separateInFlow(top)
      bytes.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
      levels.append(Level(isObject: isObject, form: .flow, indent: levels[top].indent, followsKey: false))
      return
    }
    let followsKey = levels[top].hasKey
    if followsKey { levels[top].hasKey = false } else { startItem(top) }
    levels.append(
      Level(isObject: isObject, form: .undecided, indent: levels[top].indent + 2, followsKey: followsKey))
  }

  private mutating func end() {
    guard let level = levels.popLast() else { return }
    switch level.form {
    case .block: return
    case .flow: bytes.append(level.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    case .undecided:
      if level.followsKey { bytes.append(0x20) }
      append(level.isObject ? "{}" : "[]")
    }
  }

  private mutating func key(_ name: UnsafeBufferPointer<UInt8>) {
    guard let top = levels.indices.last else { return }
    let scalar = ScalarForm(name)
    if levels[top].form == .flow {
      separateInFlow(top)
      if scalar.isPlainInFlow { append(name) } else { quote(name, scalar) }
      append(": ")
      levels[top].hasKey = true
      return
    }
    if !levels[top].isEmpty || levels[top].followsKey { breakLine(indent: levels[top].indent) }
    levels[top].form = .block
    levels[top].isEmpty = false
    levels[top].hasKey = true
    let isLong = name.count > Self.longestSimpleKey
    if isLong { append("? ") }
    if scalar.isPlain { append(name) } else { quote(name, scalar) }
    if isLong { breakLine(indent: levels[top].indent) }
    bytes.append(UInt8(ascii: ":"))
  }

  /// Starts an element of the block list at `top`: line, indentation, dash.
  private mutating func startItem(_ top: Int) {
    if !levels[top].isEmpty || levels[top].followsKey { breakLine(indent: levels[top].indent) }
    levels[top].form = .block
    levels[top].isEmpty = false
    append("- ")
  }

  private mutating func separateInFlow(_ top: Int) {
    if levels[top].hasKey {
      levels[top].hasKey = false
      return
    }
    if !levels[top].isEmpty {
      bytes.append(UInt8(ascii: ","))
      if bytes.count - lineStart > Self.lineWidth {
        breakLine(indent: levels[top].indent)
      } else {
        bytes.append(0x20)
      }
    }
    levels[top].isEmpty = false
  }

  private mutating func beforeScalar() {
    guard let top = levels.indices.last else { return }
    switch levels[top].form {
    case .flow: separateInFlow(top)
    case .block:
      if levels[top].hasKey {
        levels[top].hasKey = false
        bytes.append(0x20)
      } else {
        startItem(top)
      }
    case .undecided:
      if levels[top].followsKey { bytes.append(0x20) }
      bytes.append(UInt8(ascii: "["))
      levels[top].form = .flow
      levels[top].isEmpty = false
    }
  }

  // MARK: - Bytes

  private mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
  }

  private mutating func breakLine(indent: Int) {
    bytes.append(0x0A)
    lineStart = bytes.count
    if indent > 0 { bytes.append(contentsOf: repeatElement(0x20, count: indent)) }
  }

  /// Writes text of several lines as a literal block (YAML 1.2, 8.1.2).
  private mutating func literal(_ text: UnsafeBufferPointer<UInt8>, indent: Int) {
    let endsLine = text.last == 0x0A
    append(endsLine ? "|" : "|-")
    let end = endsLine ? text.count - 1 : text.count
    var start = 0
    while start <= end {
      var stop = start
      while stop < end, text[stop] != 0x0A { stop += 1 }
      breakLine(indent: stop > start ? indent : 0)
      append(UnsafeBufferPointer(rebasing: text[start..<stop]))
      start = stop + 1
    }
  }

  /// Writes text in double quotation marks (YAML 1.2, 7.3.1 and 5.7).
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>, _ scalar: ScalarForm) {
    bytes.append(0x22)
    if scalar.needsEscapes { escape(text) } else { append(text) }
    bytes.append(0x22)
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    var index = 0
    while index < text.count {
      let length = ScalarForm.lengthToEscape(text, at: index)
      if length == 0 {
        index += 1
        continue
      }
      append(UnsafeBufferPointer(rebasing: text[runStart..<index]))
      escape(text, at: index, length: length)
      index += length
      runStart = index
    }
    append(UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) {
    let first = text[index]
    switch (length, first) {
    case (1, 0x00): append("\\0")
    case (1, 0x09): append("\\t")
    case (1, 0x0A): append("\\n")
    case (1, 0x0D): append("\\r")
    case (1, 0x22): append("\\\"")
    case (1, 0x5C): append("\\\\")
    case (1, _):
      append("\\x")
      hexadecimal(UInt32(first), digits: 2)
    case (2, _):
      let code = UInt32(first & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
      append(code < 0x100 ? "\\x" : "\\u")
      hexadecimal(code, digits: code < 0x100 ? 2 : 4)
    default:
      append("\\u")
      hexadecimal(
        UInt32(first & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F),
        digits: 4)
    }
  }

  private mutating func hexadecimal(_ code: UInt32, digits: UInt32) {
    for digit in (0..<digits).reversed() {
      let value = UInt8(truncatingIfNeeded: code >> (4 * digit)) & 15
      bytes.append(value < 10 ? 0x30 + value : 0x41 - 10 + value)
    }
  }
}
