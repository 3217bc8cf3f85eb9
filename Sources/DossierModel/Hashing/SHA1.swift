/// SHA-1 (FIPS 180-4, section 6.1): only for UUIDs of version 5, which are defined over it.
package enum SHA1 {
  /// The 20 bytes of the hash of `bytes`.
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var padded = bytes
    padded.append(0x80)
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(bytes.count) &* 8
    for shift in stride(from: 56, through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    for start in stride(from: 0, to: padded.count, by: 64) { compress(padded, at: start, into: &state) }
    return (0..<20).map { UInt8(truncatingIfNeeded: state[$0 >> 2] >> UInt32(24 - 8 * ($0 & 3))) }
  }

  private static func compress(_ bytes: [UInt8], at start: Int, into state: inout [UInt32]) {
    var w = [UInt32](repeating: 0, count: 80)
    for index in 0..<64 { w[index >> 2] = w[index >> 2] << 8 | UInt32(bytes[start + index]) }
    for index in 16..<80 {
      let mixed = w[index - 3] ^ w[index - 8] ^ w[index - 14] ^ w[index - 16]
      w[index] = mixed << 1 | mixed >> 31
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for index in 0..<80 {
      let (mixed, constant): (UInt32, UInt32) =
        switch index {
        case ..<20: ((b & c) | (~b & d), 0x5a82_7999)
        case ..<40: (b ^ c ^ d, 0x6ed9_eba1)
        case ..<60: ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
        default: (b ^ c ^ d, 0xca62_c1d6)
        }
      let next = (a << 5 | a >> 27) &+ mixed &+ e &+ constant &+ w[index]
      (e, d, c, b, a) = (d, c, b << 30 | b >> 2, a, next)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
  }
}
