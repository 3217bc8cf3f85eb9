public import DossierText

/// Reads JSON (RFC 8259) into a tree that remembers places. Strict: no comments, no trailing commas, no duplicate
/// keys, valid UTF-8 only, nesting bounded.
public struct JSONParser {
  /// Containers deeper than this are refused.
  public static let maximumDepth = 200

  private let source: SourceText
  private let bytes: [UInt8]
  private var position = 0

  /// Parses a whole text.
  ///
  /// - Throws: A diagnostic `json.…` at the first mistake. Linear in the text.
  public static func parse(_ source: SourceText) throws(Diagnostic) -> DataNode {
    var parser = try JSONParser(checking: source)
    let node = try parser.value(depth: 0)
    parser.skipSpace()
    if parser.position < parser.bytes.count {
      throw parser.mistake("unexpected text after the end of the value")
    }
    return node
  }

  /// Parses a text of any number of values one after another, as JSON lines are; white space between them may be any.
  ///
  /// - Throws: A diagnostic `json.…` at the first mistake. Linear in the text.
  public static func parseSequence(_ source: SourceText) throws(Diagnostic) -> [DataNode] {
    var parser = try JSONParser(checking: source)
    var nodes: [DataNode] = []
    parser.skipSpace()
    while parser.position < parser.bytes.count {
      nodes.append(try parser.value(depth: 0))
      parser.skipSpace()
    }
    return nodes
  }

  /// A parser at the start of a text of valid UTF-8.
  private init(checking source: SourceText) throws(Diagnostic) {
    if let offset = UTF8Validation.firstInvalid(in: source.bytes) {
      throw Diagnostic(
        "json.invalid-utf8", .error, "invalid UTF-8 at byte \(offset)",
        at: Diagnostic.Location(file: source.name),
        help: "save the file as UTF-8")
    }
    self.init(source: source)
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private init(source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  private func mistake(_ summary: String, at start: Int? = nil, help: String? = nil) -> Diagnostic {
    let start = start ?? position
    return Diagnostic(
      "json.syntax", .error, summary, at: Diagnostic.Location(TextRange(start, start + 1), in: source),
      help: help)
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func value(depth: Int) throws(Diagnostic) -> DataNode {
    skipSpace()
    guard let byte = current else { throw mistake("the text ends where a value is expected") }
    if depth > Self.maximumDepth { throw mistake("nested deeper than \(Self.maximumDepth) levels") }
    let start = position
    switch byte {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""):
      let text = try string()
      return DataNode(.string(text), at: TextRange(start, position))
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default:
      throw mistake("expected a value", help: "strings stand in double quotation marks")
    }
  }

  private mutating func word(_ text: StaticString, _ value: DataNode.Value) throws(Diagnostic) -> DataNode {
    let start = position
    for index in 0..<text.utf8CodeUnitCount {
      guard current == text.utf8Start[index] else {
        throw mistake("expected true, false, null, a number, a string, a list or an object", at: start)
      }
      position += 1
    }
    return DataNode(value, at: TextRange(start, position))
  }

  private mutating func object(depth: Int) throws(Diagnostic) -> DataNode {
    let start = position
    position += 1
    var members: [DataNode.Member] = []
    var seen: Set<String> = []
    skipSpace()
    if current == UInt8(ascii: "}") {
      position += 1
      return DataNode(.object([]), at: TextRange(start, position))
    }
    while true {
      skipSpace()
      let keyStart = position
      guard current == UInt8(ascii: "\"") else { throw mistake("expected a key in double quotation marks") }
      let key = try string()
      let keyRange = TextRange(keyStart, position)
      guard seen.insert(key).inserted else { throw mistake("key '\(key)' stands twice", at: keyStart) }
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw mistake("expected ':' after the key") }
      position += 1
      members.append(DataNode.Member(key: key, keyRange: keyRange, value: try value(depth: depth + 1)))
      skipSpace()
      if current == UInt8(ascii: ",") {
        position += 1
      } else if current == UInt8(ascii: "}") {
        position += 1
        return DataNode(.object(members), at: TextRange(start, position))
      } else {
        throw mistake("expected ',' or '}'")
      }
    }
  }

  private mutating func array(depth: Int) throws(Diagnostic) -> DataNode {
    let start = position
    position += 1
    var elements: [DataNode] = []
    skipSpace()
    if current == UInt8(ascii: "]") {
      position += 1
      return DataNode(.array([]), at: TextRange(start, position))
    }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if current == UInt8(ascii: ",") {
        position += 1
      } else if current == UInt8(ascii: "]") {
        position += 1
        return DataNode(.array(elements), at: TextRange(start, position))
      } else {
        throw mistake("expected ',' or ']'")
      }
    }
  }

  private mutating func string() throws(Diagnostic) -> String {
    let open = position
    position += 1
    var text: [UInt8] = []
    var runStart = position
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[runStart..<position])
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[runStart..<position])
        try escape(into: &text)
        runStart = position
      case 0..<0x20:
        throw mistake("a control character stands in a string", help: "write it as an escape, such as \\n")
      default: position += 1
      }
    }
    throw mistake("the string that starts here does not end", at: open)
  }

  private mutating func escape(into text: inout [UInt8]) throws(Diagnostic) {
    let start = position
    position += 1
    guard let byte = current else { throw mistake("the text ends within an escape", at: start) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hexadecimal(start)
      if code & 0xFC00 == 0xD800, current == UInt8(ascii: "\\"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        let low = try hexadecimal(start)
        guard low & 0xFC00 == 0xDC00 else { throw mistake("half of a surrogate pair is missing", at: start) }
        code = 0x10000 + ((code & 0x3FF) << 10) + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw mistake("half of a surrogate pair is missing", at: start)
      }
      text.append(contentsOf: String(scalar).utf8)
    default: throw mistake("unknown escape", at: start)
    }
  }

  private mutating func hexadecimal(_ start: Int) throws(Diagnostic) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw mistake("an escape \\u needs four hexadecimal digits", at: start)
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }

  private mutating func number() throws(Diagnostic) -> DataNode {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    let digits = position
    skipDigits()
    let whole = position - digits
    guard whole > 0, whole == 1 || bytes[digits] != UInt8(ascii: "0") else {
      throw mistake("not a number", at: start)
    }
    var isInteger = true
    if current == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      let fraction = position
      skipDigits()
      if position == fraction { throw mistake("digits are missing after the point", at: start) }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isInteger = false
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      let exponent = position
      skipDigits()
      if position == exponent { throw mistake("digits are missing in the exponent", at: start) }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let range = TextRange(start, position)
    if isInteger, let value = Int(text) { return DataNode(.integer(value), at: range) }
    if let value = Double(text), value.isFinite { return DataNode(.number(value), at: range) }
    throw mistake("the number is too large", at: start)
  }

  private mutating func skipDigits() {
    while let byte = current, byte >= 0x30, byte <= 0x39 { position += 1 }
  }
}
