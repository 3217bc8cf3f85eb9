/// A weight of every class, laid out for adding sixteen at a time.
///
/// Each sixteen bytes are the weights of sixteen classes: the first eight in the even places, the others in the odd
/// ones, so that two shifts widen them to the 16 bits of a score. Classes behind the last have weights of nought.
package struct WeightRow {
  /// Sixteens of classes.
  private let chunks: Int

  /// The row of that many classes.
  package init(classes: Int) { chunks = (classes + 15) / 16 }

  /// Blocks of eight bytes that a row takes.
  package var blocks: Int { chunks * 2 }

  /// The place of a class's byte in a row.
  package static func place(of number: Int) -> Int { number / 16 * 16 + number % 8 * 2 + number % 16 / 8 }

  /// Adds the rows that start at the blocks of a list.
  @inline(__always)
  func add(
    _ rows: UnsafeMutablePointer<UInt32>, count: Int, of blocks: UnsafePointer<UInt64>, blockCount: Int,
    to scores: UnsafeMutablePointer<Int16>
  ) {
    let last = UInt32(blockCount &- self.blocks)
    for chunk in 0..<chunks {
      let sums = UnsafeMutableRawPointer(scores + chunk &* 16)
      var low = sums.loadUnaligned(as: SIMD8<Int16>.self)
      var high = sums.loadUnaligned(fromByteOffset: 16, as: SIMD8<Int16>.self)
      for index in 0..<count {
        let start = UnsafeRawPointer(blocks + Int(min(rows[index], last)))
        let pairs = start.loadUnaligned(fromByteOffset: chunk &* 16, as: SIMD8<Int16>.self)
        low &+= (pairs &<< 8) &>> 8
        high &+= pairs &>> 8
      }
      sums.storeBytes(of: low, as: SIMD8<Int16>.self)
      sums.storeBytes(of: high, toByteOffset: 16, as: SIMD8<Int16>.self)
    }
  }
}
