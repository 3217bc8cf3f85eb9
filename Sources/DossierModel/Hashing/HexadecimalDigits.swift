/// Bytes as lower-case hexadecimal digits.
package enum HexadecimalDigits {
  /// The two digits of each of `count` bytes.
  package static func string(count: Int, _ byte: (Int) -> UInt8) -> String {
    String(unsafeUninitializedCapacity: 2 * count) { buffer in
      for index in 0..<count {
        let value = byte(index)
        buffer[2 * index] = digit(value >> 4)
        buffer[2 * index + 1] = digit(value & 15)
      }
      return 2 * count
    }
  }

  /// The digit of a value below 16.
  @inline(__always)
  package static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
