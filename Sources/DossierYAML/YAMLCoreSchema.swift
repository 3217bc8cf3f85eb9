import DossierText

extension YAMLScalar {
  /// The value of a plain scalar by the core schema of YAML 1.2 (§10.3.2).
  var coreValue: DataNode.Value {
    let bytes = Array(text.utf8)
    guard let first = bytes.first else { return .null }
    switch first {
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "n"),
      UInt8(ascii: "N"), UInt8(ascii: "~"):
      return word
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return Self.number(bytes, text)
    default: return .string(text)
    }
  }

  private var word: DataNode.Value {
    switch text {
    case "null", "Null", "NULL", "~": .null
    case "true", "True", "TRUE": .bool(true)
    case "false", "False", "FALSE": .bool(false)
    default: .string(text)
    }
  }

  private static func number(_ bytes: [UInt8], _ text: String) -> DataNode.Value {
    switch text {
    case ".nan", ".NaN", ".NAN": return .number(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .number(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .number(-.infinity)
    default: break
    }
    if bytes.starts(with: [0x30, 0x78]), let value = whole(bytes, radix: 16) { return .integer(value) }
    if bytes.starts(with: [0x30, 0x6F]), let value = whole(bytes, radix: 8) { return .integer(value) }
    guard let form = decimalForm(bytes) else { return .string(text) }
    if form == .whole, let value = Int(text) { return .integer(value) }
    guard let value = Double(text), value.isFinite else { return .string(text) }
    return .number(value)
  }

  private enum DecimalForm { case whole, fraction }

  /// Whether the bytes are a decimal number, and of which form.
  private static func decimalForm(_ bytes: [UInt8]) -> DecimalForm? {
    var index = 0
    func skipDigits() -> Int {
      let start = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
      return index - start
    }
    func skip(_ marks: UInt8...) -> Bool {
      guard index < bytes.count, marks.contains(bytes[index]) else { return false }
      index += 1
      return true
    }
    _ = skip(0x2B, 0x2D)
    let before = skipDigits()
    if index == bytes.count { return before > 0 ? .whole : nil }
    let after = skip(0x2E) ? skipDigits() : 0
    guard before + after > 0 else { return nil }
    if skip(0x65, 0x45) {
      _ = skip(0x2B, 0x2D)
      guard skipDigits() > 0 else { return nil }
    }
    return index == bytes.count ? .fraction : nil
  }

  /// The digits after a prefix of two bytes, if there are any and they fit.
  private static func whole(_ bytes: [UInt8], radix: Int) -> Int? {
    guard bytes.count > 2, bytes[2] != 0x2B, bytes[2] != 0x2D else { return nil }
    return Int(String(decoding: bytes[2...], as: UTF8.self), radix: radix)
  }
}
