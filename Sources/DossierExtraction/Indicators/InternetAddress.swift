/// Addresses of the Internet Protocol, in text.
enum InternetAddress {
  /// The four parts of an IPv4 address in dotted form (RFC 6943, strict: no leading zeros); nil if the bytes are none.
  static func ipv4(_ bytes: some Collection<UInt8>) -> UInt32? {
    guard bytes.count >= 7, bytes.count <= 15 else { return nil }
    var value: UInt32 = 0
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    for part in parts {
      guard !part.isEmpty, part.count <= 3, part.allSatisfy({ $0 &- 0x30 < 10 }),
        part.count == 1 || part.first != UInt8(ascii: "0")
      else { return nil }
      let number = part.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 0x30) }
      guard number < 256 else { return nil }
      value = value << 8 | number
    }
    return value
  }

  /// Whether the bytes are an IPv6 address (RFC 4291, section 2.2).
  static func isIPv6(_ bytes: some Collection<UInt8>) -> Bool { ipv6(bytes) != nil }

  /// The 128 bits of an IPv6 address; nil if the bytes are none.
  static func ipv6(_ bytes: some Collection<UInt8>) -> (high: UInt64, low: UInt64)? {
    guard bytes.count >= 2, bytes.count <= 45 else { return nil }
    var groups: [UInt16] = []
    var gap = -1
    let parts = Array(bytes).split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.count <= 9 else { return nil }
    for (index, part) in parts.enumerated() {
      if part.isEmpty {
        let isEdge = index == 0 || index == parts.count - 1
        if isEdge {
          // A colon at an edge is one of two.
          let other = index == 0 ? parts[1] : parts[parts.count - 2]
          guard other.isEmpty else { return nil }
          continue
        }
        guard gap < 0 else { return nil }
        gap = groups.count
      } else if index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard let address = ipv4(part) else { return nil }
        groups += [UInt16(address >> 16), UInt16(address & 0xFFFF)]
      } else {
        guard part.count <= 4, let group = hexadecimal(part) else { return nil }
        groups.append(group)
      }
    }
    if gap < 0 {
      guard groups.count == 8 else { return nil }
    } else {
      guard groups.count <= 7 else { return nil }
      groups.insert(contentsOf: [UInt16](repeating: 0, count: 8 - groups.count), at: gap)
    }
    let high = groups[0..<4].reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
    let low = groups[4..<8].reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
    return (high, low)
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    var value: UInt16 = 0
    for byte in bytes {
      guard PieceReader.isHexadecimal(byte) else { return nil }
      value = value << 4 | UInt16(byte < 0x3A ? byte - 0x30 : (byte | 0x20) - 0x61 + 10)
    }
    return value
  }
}
