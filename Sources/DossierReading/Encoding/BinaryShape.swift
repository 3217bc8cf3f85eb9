/// Tells binary data from text.
enum BinaryShape {
  /// Whether the bytes are no text in any encoding: control characters and zeros other than those of UTF-16 abound.
  static func matches(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return false }
    let sample = min(bytes.count, 8192)
    var controls = 0
    var zeros = (even: 0, odd: 0)
    for index in 0..<sample {
      switch bytes[index] {
      case 0: if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
      case 0x01...0x08, 0x0E...0x1A, 0x1C...0x1F, 0x7F: controls += 1
      default: break
      }
    }
    let isUTF16 = max(zeros.even, zeros.odd) * 4 > sample && min(zeros.even, zeros.odd) * 16 < sample
    if isUTF16, controls * 50 < sample { return false }
    return (controls + zeros.even + zeros.odd) * 20 > sample
  }
}
