import DossierModel

/// UUIDs of events, objects and attributes: version 5 (RFC 9562, section 5.5), so the same input gives the same ids.
enum MISPIdentifier {
  /// The namespace of all of them.
  private static let namespace: [UInt8] = [
    0x31, 0xe8, 0x29, 0xf1, 0xd9, 0xab, 0x5e, 0x30, 0xa7, 0x02, 0x8a, 0x2e, 0xb4, 0x7a, 0xf5, 0xba,
  ]

  /// The id of what `parts` name.
  static func uuid(_ parts: [String]) -> String {
    let digest = SHA1.digest(of: namespace + Array(parts.joined(separator: "\u{1F}").utf8))
    return String(unsafeUninitializedCapacity: 36) { buffer in
      var place = 0
      for index in 0..<16 {
        if index == 4 || index == 6 || index == 8 || index == 10 {
          buffer[place] = UInt8(ascii: "-")
          place += 1
        }
        var value = digest[index]
        if index == 6 { value = value & 0x0F | 0x50 }
        if index == 8 { value = value & 0x3F | 0x80 }
        buffer[place] = HexadecimalDigits.digit(value >> 4)
        buffer[place + 1] = HexadecimalDigits.digit(value & 15)
        place += 2
      }
      return place
    }
  }
}
