/// Base64 (RFC 4648, §4): the common alphabet, with padding, without white space.
enum Base64 {
  private static let values: [UInt8: UInt32] = {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return Dictionary(uniqueKeysWithValues: alphabet.utf8.enumerated().map { ($1, UInt32($0)) })
  }()

  /// The bytes that a text stands for; nil if it is not base64.
  static func decode(_ text: [UInt8]) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var padding = 0
    while padding < min(2, text.count), text[text.count - 1 - padding] == UInt8(ascii: "=") { padding += 1 }
    var table = [UInt32](repeating: 64, count: 256)
    for (byte, value) in values { table[Int(byte)] = value }
    var out: [UInt8] = []
    out.reserveCapacity(text.count / 4 * 3)
    let last = text.count - padding
    for start in stride(from: 0, to: text.count, by: 4) {
      var bits: UInt32 = 0
      for index in start..<(start + 4) {
        let value = index < last ? table[Int(text[index])] : 0
        if value > 63 { return nil }
        bits = bits << 6 | value
      }
      out.append(UInt8(bits >> 16 & 0xFF))
      out.append(UInt8(bits >> 8 & 0xFF))
      out.append(UInt8(bits & 0xFF))
    }
    out.removeLast(padding)
    return out
  }
}
