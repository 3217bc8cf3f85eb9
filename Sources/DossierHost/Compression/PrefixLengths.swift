/// Lengths of prefix codes by how often each symbol stands, and the codes that follow from them.
enum PrefixLengths {
  /// Code lengths of at most `limit` bits (Huffman's algorithm); symbols that never stand have length 0. At least two
  /// symbols get a code, as not every reader takes a code of one.
  static func make(_ counts: [Int], limit: Int) -> [UInt8] {
    var counts = counts
    for symbol in counts.indices where counts.count(where: { $0 > 0 }) < 2 {
      if counts[symbol] == 0 { counts[symbol] = 1 }
    }
    while true {
      let lengths = unlimited(counts)
      if (lengths.max() ?? 0) <= limit { return lengths.map { UInt8($0) } }
      // Rare symbols have the long codes: made less rare, they get shorter ones.
      counts = counts.map { $0 == 0 ? 0 : $0 / 2 + 1 }
    }
  }

  private static func unlimited(_ counts: [Int]) -> [Int] {
    let leaves = counts.indices.filter { counts[$0] > 0 }.sorted {
      (counts[$0], $0) < (counts[$1], $1)
    }
    // Leaves first, then the nodes as they are made: both are in the order of their counts.
    var weights = leaves.map { counts[$0] }
    var parents = [Int](repeating: 0, count: 2 * leaves.count - 1)
    var nextLeaf = 0
    var nextNode = leaves.count
    func lightest() -> Int {
      if nextLeaf < leaves.count, nextNode >= weights.count || weights[nextLeaf] <= weights[nextNode] {
        nextLeaf += 1
        return nextLeaf - 1
      }
      nextNode += 1
      return nextNode - 1
    }
    while weights.count < parents.count {
      let (first, second) = (lightest(), lightest())
      parents[first] = weights.count
      parents[second] = weights.count
      weights.append(weights[first] + weights[second])
    }
    var depths = [Int](repeating: 0, count: parents.count)
    for node in depths.indices.dropLast().reversed() { depths[node] = depths[parents[node]] + 1 }
    var lengths = [Int](repeating: 0, count: counts.count)
    for (place, symbol) in leaves.enumerated() { lengths[symbol] = depths[place] }
    return lengths
  }

  /// The canonical codes of some lengths (RFC 1951, section 3.2.2), each with its bits in the order of writing.
  static func codes(_ lengths: [UInt8]) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: 17)
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    var next = [UInt32](repeating: 0, count: 17)
    for length in 1..<16 { next[length + 1] = (next[length] + counts[length]) << 1 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[Int(length)] += 1 }
      return reversed(next[Int(length)], UInt32(length))
    }
  }

  private static func reversed(_ code: UInt32, _ length: UInt32) -> UInt32 {
    (0..<length).reduce(0) { $0 | (code >> $1 & 1) << (length - 1 - $1) }
  }
}
