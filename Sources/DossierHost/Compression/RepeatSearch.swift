/// Finds what stands twice in some bytes (LZ77): the second time becomes a length and a distance.
struct RepeatSearch {
  /// A byte as it is, or a repetition.
  enum Symbol {
    case literal(UInt8)
    case copy(length: Int, distance: Int)
  }

  /// How far back a repetition may lie.
  static let reach = 32_768
  private static let shortest = 3
  private static let longest = 258
  /// So many earlier places are tried for each.
  private static let tries = 32
  /// A repetition of this length is taken without looking for a longer one after it.
  private static let goodLength = 32
  private static let hashBits: UInt32 = 15

  private var latest = [Int32](repeating: -1, count: 1 << hashBits)
  private var earlier: [Int32] = []

  /// Gives the symbols of the bytes from `start` on; those before are known already. Linear, as tries are bounded.
  mutating func forEach(in bytes: [UInt8], from start: Int, _ body: (Symbol) -> Void) {
    latest.withUnsafeMutableBufferPointer { $0.update(repeating: -1) }
    earlier = [Int32](repeating: -1, count: bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      for place in max(0, start - Self.reach)..<start { remember(place, bytes) }
      var place = start
      var found = (length: 0, distance: 0)
      var isFound = false
      while place < bytes.count {
        if !isFound { found = longest(at: place, bytes) }
        isFound = false
        remember(place, bytes)
        if found.length < Self.shortest {
          body(.literal(bytes[place]))
          place += 1
          continue
        }
        if found.length < Self.goodLength {
          let next = longest(at: place + 1, bytes)
          if next.length > found.length {
            body(.literal(bytes[place]))
            place += 1
            (found, isFound) = (next, true)
            continue
          }
        }
        body(.copy(length: found.length, distance: found.distance))
        for passed in (place + 1)..<(place + found.length) { remember(passed, bytes) }
        place += found.length
      }
    }
  }

  private mutating func remember(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard place + Self.shortest <= bytes.count else { return }
    let hash = Self.hash(place, bytes)
    earlier[place] = latest[hash]
    latest[hash] = Int32(truncatingIfNeeded: place)
  }

  private func longest(at place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (length: Int, distance: Int) {
    var best = (length: 0, distance: 0)
    let most = min(Self.longest, bytes.count - place)
    guard most >= Self.shortest else { return best }
    var candidate = Int(latest[Self.hash(place, bytes)])
    var left = Self.tries
    while candidate >= 0, place - candidate <= Self.reach, left > 0 {
      left -= 1
      // What does not reach beyond the best so far need not be compared from its start.
      if best.length == 0 || bytes[candidate + best.length] == bytes[place + best.length] {
        var length = 0
        while length < most, bytes[candidate + length] == bytes[place + length] { length += 1 }
        if length > best.length {
          best = (length, place - candidate)
          if length == most { break }
        }
      }
      candidate = Int(earlier[candidate])
    }
    return best
  }

  private static func hash(_ place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let value = UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
    return Int((value &* 0x9E37_79B1) >> (32 - hashBits))
  }
}
