/// Keccak with 256 bits, as Ethereum and Monero use it (the padding of the SHA-3 contest, not of FIPS 202).
enum Keccak256 {
  /// The digest of bytes.
  static func digest(of message: [UInt8]) -> [UInt8] {
    let rate = 136
    var padded = message + [1]
    padded += [UInt8](repeating: 0, count: (rate - padded.count % rate) % rate)
    padded[padded.count - 1] |= 0x80
    var state = [UInt64](repeating: 0, count: 25)
    for block in stride(from: 0, to: padded.count, by: rate) {
      for lane in 0..<rate / 8 {
        for byte in 0..<8 { state[lane] ^= UInt64(padded[block + lane * 8 + byte]) << UInt64(byte * 8) }
      }
      permute(&state)
    }
    return (0..<32).map { UInt8(truncatingIfNeeded: state[$0 / 8] >> UInt64($0 % 8 * 8)) }
  }

  private static let constants: [UInt64] = {
    // The round constants, from the linear feedback shift register of the specification.
    var register: UInt8 = 1
    return (0..<24).map { _ in
      var constant: UInt64 = 0
      for bit in 0..<7 {
        if register & 1 == 1 { constant |= 1 << UInt64(1 << bit - 1) }
        register = register & 0x80 != 0 ? register << 1 ^ 0x71 : register << 1
      }
      return constant
    }
  }()

  private static func permute(_ state: inout [UInt64]) {
    func rotated(_ value: UInt64, _ count: Int) -> UInt64 {
      count == 0 ? value : value << UInt64(count) | value >> UInt64(64 - count)
    }
    for constant in constants {
      var columns = [UInt64](repeating: 0, count: 5)
      for lane in 0..<25 { columns[lane % 5] ^= state[lane] }
      for x in 0..<5 {
        let change = columns[(x + 4) % 5] ^ rotated(columns[(x + 1) % 5], 1)
        for row in stride(from: 0, to: 25, by: 5) { state[row + x] ^= change }
      }
      var (x, y) = (1, 0)
      var moved = state[1]
      for step in 0..<24 {
        (x, y) = (y, (2 * x + 3 * y) % 5)
        let lane = y * 5 + x
        (moved, state[lane]) = (state[lane], rotated(moved, ((step + 1) * (step + 2) / 2) % 64))
      }
      for row in stride(from: 0, to: 25, by: 5) {
        let lanes = Array(state[row..<row + 5])
        for x in 0..<5 {
          let next = ~lanes[(x + 1) % 5]
          state[row + x] = lanes[x] ^ (next & lanes[(x + 2) % 5])
        }
      }
      state[0] ^= constant
    }
  }
}
