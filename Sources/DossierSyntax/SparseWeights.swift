/// A linear classifier's weights, read where they lie.
///
/// ```
/// header   4 × UInt32   bits, rows, pairs, 0
/// slots    2^bits / 32 × (UInt32 which of 32 identities are known, UInt32 rows before them)
/// rows     (rows + 1) × UInt32   low 24 bits: first pair; high 8 bits: check of the identity
/// pairs    (UInt8 class, Int8 weight), padded to a multiple of 8 bytes
/// ```
///
/// Most features of a sentence have no weights; they cost one look at `slots`. Integers are little-endian and every
/// part starts at a multiple of 8 bytes.
package struct SparseWeights {
  /// Bytes of the header.
  package static let headerSize = 16

  private let shift: UInt32
  private let slots: UnsafePointer<SIMD2<UInt32>>
  private let rows: UnsafePointer<UInt32>
  private let pairs: UnsafePointer<UInt8>
  /// Bytes from the header to the end of the pairs.
  let size: Int

  /// Reads the header at `offset`; nil if the parts do not fit into `table`, which stays alive and unchanged.
  init?(_ table: UnsafeRawBufferPointer, at offset: Int) {
    guard offset >= 0, offset % 8 == 0, offset + Self.headerSize <= table.count, let base = table.baseAddress
    else { return nil }
    let start = base + offset
    let bits = Int(start.load(as: UInt32.self))
    let rowCount = Int(start.load(fromByteOffset: 4, as: UInt32.self))
    let pairCount = Int(start.load(fromByteOffset: 8, as: UInt32.self))
    guard bits >= 5, bits <= 28 else { return nil }
    let slotBytes = (1 << bits) / 32 * 8
    let rowBytes = (rowCount + 1) * 4
    let rowOffset = Self.headerSize + slotBytes
    let pairOffset = rowOffset + (rowBytes + 7) / 8 * 8
    size = pairOffset + (pairCount * 2 + 7) / 8 * 8
    guard offset + size <= table.count else { return nil }
    shift = UInt32(32 - bits)
    slots = (start + Self.headerSize).assumingMemoryBound(to: SIMD2<UInt32>.self)
    rows = (start + rowOffset).assumingMemoryBound(to: UInt32.self)
    pairs = (start + pairOffset).assumingMemoryBound(to: UInt8.self)
    guard rows[rowCount] & 0xFF_FFFF == UInt32(pairCount) else { return nil }
  }

  /// The slot of an identity in a table of 2^`bits` slots, and the check kept with its row.
  @inline(__always)
  package static func place(_ identity: UInt32, bits: UInt32) -> (slot: Int, check: UInt32) {
    (Int(identity &>> (32 &- bits)), identity & 0xFF)
  }

  /// Adds the weights of `count` features to `scores`, which has an element for every class. `hits` is room for as
  /// many row numbers.
  @inline(__always)
  func add(
    _ features: UnsafePointer<UInt32>, count: Int, hits: UnsafeMutablePointer<UInt32>,
    to scores: UnsafeMutablePointer<Int32>
  ) {
    // Finding the rows first keeps the loop free of branches and lets the loads run side by side.
    var found = 0
    for index in 0..<count {
      let identity = features[index]
      let slot = identity &>> shift
      let word = slots[Int(slot &>> 5)]
      let bit = slot & 31
      let before = word.x & ((1 &<< bit) &- 1)
      let row = word.y &+ UInt32(truncatingIfNeeded: before.nonzeroBitCount)
      let check = rows[Int(row)] &>> 24
      hits[found] = row
      found &+= Int((word.x &>> bit) & 1) & (check == identity & 0xFF ? 1 : 0)
    }
    for index in 0..<found {
      let row = Int(hits[index])
      var pair = Int(rows[row] & 0xFF_FFFF)
      let end = Int(rows[row &+ 1] & 0xFF_FFFF)
      while pair < end {
        let weight = Int8(bitPattern: pairs[pair &* 2 &+ 1])
        scores[Int(pairs[pair &* 2])] &+= Int32(weight)
        pair &+= 1
      }
    }
  }
}
