import CSyntaxModel

/// A linear classifier's weights, read where they lie.
///
/// ```
/// header   4 × UInt32   bits, blocks, 0, 0
/// slots    2^bits × UInt32   from the lowest: 18 bits first block, 4 bits number of blocks, 10 bits check
/// blocks   4 × (UInt8 class, Int8 weight); what is left over has weights of nought
/// ```
///
/// A feature stands in either slot of a pair, so that one line of memory tells whether it has weights; most features
/// of a sentence have none. Integers are little-endian and every part starts at a multiple of 8 bytes.
package struct SparseWeights {
  /// Bytes of the header.
  package static let headerSize = 16
  /// Weights in a block.
  package static let blockWeights = 4
  /// The most blocks that a feature may have, and a table.
  package static let featureBlockLimit = 15
  package static let blockLimit = 1 << 18

  private let shift: UInt32
  private let slots: UnsafePointer<UInt32>
  private let blocks: UnsafePointer<UInt64>
  private let blockCount: Int
  /// Bytes from the header to the end of the blocks.
  let size: Int

  /// Reads the header at `offset`; nil if the parts do not fit into `table`, which stays alive and unchanged.
  init?(_ table: UnsafeRawBufferPointer, at offset: Int) {
    guard offset >= 0, offset % 8 == 0, offset + Self.headerSize <= table.count, let base = table.baseAddress
    else { return nil }
    let start = base + offset
    let bits = Int(start.load(as: UInt32.self))
    let blockCount = Int(start.load(fromByteOffset: 4, as: UInt32.self))
    guard bits >= 5, bits <= 28, blockCount <= Self.blockLimit else { return nil }
    let blockOffset = Self.headerSize + (1 << bits) * 4
    self.blockCount = blockCount
    size = blockOffset + blockCount * 8
    guard offset + size <= table.count else { return nil }
    shift = UInt32(32 - bits)
    slots = (start + Self.headerSize).assumingMemoryBound(to: UInt32.self)
    blocks = (start + blockOffset).assumingMemoryBound(to: UInt64.self)
  }

  /// The first slot of an identity's pair in a table of 2^`bits` slots, and the check kept in the slot.
  @inline(__always)
  package static func place(_ identity: UInt32, bits: UInt32) -> (slot: Int, check: UInt32) {
    (Int(identity &>> (32 &- bits)) & ~1, identity & 0x3FF)
  }

  /// Where it is told whether a feature has weights.
  var place: SlotPlace { SlotPlace(base: slots, shift: shift, scale: 2) }

  /// Adds the weights of `count` features to `scores`, which has an element for every class. `hits` is room for as
  /// many slots.
  @inline(__always)
  func add(
    _ features: UnsafePointer<UInt32>, count: Int, hits: UnsafeMutablePointer<UInt32>,
    to scores: UnsafeMutablePointer<Int32>
  ) {
    // Finding the slots first keeps the loop free of branches and fetches the blocks side by side.
    var found = 0
    for index in 0..<count {
      let identity = features[index]
      let pair = Int(identity &>> shift) & ~1
      let check = identity & 0x3FF
      let first = slots[pair]
      let second = slots[pair &+ 1]
      let slot = first &>> 22 == check ? first : second
      hits[found] = slot
      syntax_model_prefetch(blocks + Int(slot & 0x3_FFFF))
      found &+= slot &>> 22 == check ? 1 : 0
    }
    for index in 0..<found {
      let slot = hits[index]
      var block = Int(slot & 0x3_FFFF)
      let end = min(block &+ Int(slot &>> 18 & 15), blockCount)
      while block < end {
        let weights = blocks[block]
        for place in 0..<Self.blockWeights {
          let pair = weights &>> UInt64(place &* 16)
          scores[Int(pair & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: pair &>> 8))
        }
        block &+= 1
      }
    }
  }
}
