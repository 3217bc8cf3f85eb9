/// Writes numbers of some bits, the lowest bit first (RFC 1951, section 3.1.1).
struct BitWriter {
  private var bytes: [UInt8] = []
  private var bits: UInt64 = 0
  private var count: UInt64 = 0

  /// Writes the lowest `width` bits of a value; at most 32.
  mutating func write(_ value: UInt32, _ width: Int) {
    bits |= UInt64(value) << count
    count += UInt64(width)
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      count -= 8
    }
  }

  /// Fills the last byte with zeros.
  mutating func fill() { write(0, (8 - Int(count)) % 8) }

  /// The whole bytes so far, taken out.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
