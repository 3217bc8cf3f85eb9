/// Punycode (RFC 3492): letters of any script in a label of ASCII.
enum Punycode {
  /// A label in small letters without its disguise as ASCII (`xn--…`); the label itself if it is none, or not well formed.
  static func decoded(_ label: some StringProtocol) -> String {
    guard label.hasPrefix("xn--"), let text = letters(Array(label.utf8.dropFirst(4))) else {
      return String(label)
    }
    return text
  }

  private static func letters(_ code: [UInt8]) -> String? {
    guard code.count <= 59 else { return nil }
    let hyphen = code.lastIndex(of: UInt8(ascii: "-"))
    var scalars = hyphen.map { code[..<$0].map { Unicode.Scalar($0) } } ?? []
    var index = hyphen.map { $0 + 1 } ?? 0
    var number = 128
    var place = 0
    var bias = 72
    while index < code.count {
      let before = place
      var weight = 1
      var step = 36
      while true {
        guard index < code.count, let digit = digit(code[index]) else { return nil }
        index += 1
        place += digit * weight
        guard place < 0x7FFF_FFFF else { return nil }
        let threshold = min(26, max(1, step - bias))
        if digit < threshold { break }
        weight *= 36 - threshold
        guard weight < 0x7FFF_FFFF else { return nil }
        step += 36
      }
      let count = scalars.count + 1
      bias = adapted(place - before, count, isFirst: before == 0)
      number += place / count
      place %= count
      guard number <= 0x10FFFF, let scalar = Unicode.Scalar(UInt32(number)) else { return nil }
      scalars.insert(scalar, at: place)
      place += 1
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x30...0x39: Int(byte) - 0x30 + 26
    default: nil
    }
  }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var bias = 0
    while delta > 35 * 26 / 2 {
      delta /= 35
      bias += 36
    }
    return bias + 36 * delta / (delta + 38)
  }
}
