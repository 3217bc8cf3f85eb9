import CHashing

/// SHA-256 (FIPS 180-4, section 6.2), fed piece by piece, by the processor's own instructions where it has them.
package struct SHA256: Sendable {
  /// A hash of 32 bytes.
  package typealias Digest = SIMD32<UInt8>

  private var state = Self.initial
  private var block = [UInt8](repeating: 0, count: 64)
  private var filled = 0
  private var length: UInt64 = 0
  private let isPortable: Bool

  /// Nothing fed yet.
  ///
  /// - Parameter isPortable: Leaves the processor's instructions alone.
  package init(isPortable: Bool = false) { self.isPortable = isPortable }

  /// Adds the bytes of `buffer`.
  package mutating func update(_ buffer: UnsafeBufferPointer<UInt8>) {
    guard let base = buffer.baseAddress else { return }
    length &+= UInt64(buffer.count)
    var index = 0
    if filled > 0 {
      while index < buffer.count, filled < 64 {
        block[filled] = base[index]
        filled += 1
        index += 1
      }
      if filled < 64 { return }
      compressBlock()
      filled = 0
    }
    let blocks = (buffer.count - index) / 64
    compress(base + index, blocks: blocks)
    index += blocks * 64
    while index < buffer.count {
      block[filled] = base[index]
      filled += 1
      index += 1
    }
  }

  /// Adds bytes.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { update($0) }
  }

  /// Adds the UTF-8 bytes of a text.
  package mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update($0) }
  }

  /// The hash of all that was fed; more may be fed to this value's copies only.
  package consuming func finalize() -> Digest {
    let bits = length &* 8
    block[filled] = 0x80
    filled += 1
    if filled > 56 {
      while filled < 64 {
        block[filled] = 0
        filled += 1
      }
      compressBlock()
      filled = 0
    }
    while filled < 56 {
      block[filled] = 0
      filled += 1
    }
    for index in 0..<8 { block[56 + index] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * index)) }
    compressBlock()
    var digest = Digest()
    for index in 0..<32 {
      digest[index] = UInt8(truncatingIfNeeded: state[index >> 2] >> UInt32(24 - 8 * (index & 3)))
    }
    return digest
  }

  /// The hash of `bytes` in lower-case hex.
  package static func hex(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    let digest = hash.finalize()
    return HexadecimalDigits.string(count: 32) { digest[$0] }
  }

  private mutating func compressBlock() {
    let filledBlock = block
    filledBlock.withUnsafeBufferPointer { if let base = $0.baseAddress { compress(base, blocks: 1) } }
  }

  /// Whether the processor has instructions for this hash.
  package static let isAccelerated = dossier_sha256_is_accelerated()

  private mutating func compress(_ bytes: UnsafePointer<UInt8>, blocks: Int) {
    guard blocks > 0 else { return }
    if Self.isAccelerated, !isPortable {
      withUnsafeMutableBytes(of: &state) { state in
        dossier_sha256_blocks(state.bindMemory(to: UInt32.self).baseAddress, bytes, blocks)
      }
    } else {
      for block in 0..<blocks { compress(bytes + 64 * block) }
    }
  }

  private mutating func compress(_ bytes: UnsafePointer<UInt8>) {
    Self.constants.withUnsafeBufferPointer { constants in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
        for index in 0..<16 {
          w[index] = UInt32(bigEndian: UnsafeRawPointer(bytes + 4 * index).loadUnaligned(as: UInt32.self))
        }
        for index in 16..<64 {
          let near = w[index &- 2]
          let far = w[index &- 15]
          let s1 = Self.rotate(near, 17) ^ Self.rotate(near, 19) ^ (near &>> 10)
          let s0 = Self.rotate(far, 7) ^ Self.rotate(far, 18) ^ (far &>> 3)
          w[index] = s1 &+ w[index &- 7] &+ s0 &+ w[index &- 16]
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        // Eight rounds a turn, so that the words change places by name and not by copying.
        var index = 0
        while index < 64 {
          Self.round(a, b, c, &d, e, f, g, &h, constants[index] &+ w[index])
          Self.round(h, a, b, &c, d, e, f, &g, constants[index &+ 1] &+ w[index &+ 1])
          Self.round(g, h, a, &b, c, d, e, &f, constants[index &+ 2] &+ w[index &+ 2])
          Self.round(f, g, h, &a, b, c, d, &e, constants[index &+ 3] &+ w[index &+ 3])
          Self.round(e, f, g, &h, a, b, c, &d, constants[index &+ 4] &+ w[index &+ 4])
          Self.round(d, e, f, &g, h, a, b, &c, constants[index &+ 5] &+ w[index &+ 5])
          Self.round(c, d, e, &f, g, h, a, &b, constants[index &+ 6] &+ w[index &+ 6])
          Self.round(b, c, d, &e, f, g, h, &a, constants[index &+ 7] &+ w[index &+ 7])
          index &+= 8
        }
        state &+= SIMD8(a, b, c, d, e, f, g, h)
      }
    }
  }

  /// One round (section 6.2.2, step 3); `d` and `h` take the places of `e` and `a`.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
    _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let first = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ word
    let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    d = d &+ first
    h = first &+ s0 &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word &>> bits | word &<< (32 &- bits)
  }

  private static let initial = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
