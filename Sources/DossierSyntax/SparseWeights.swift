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

  /// The elements of `room` that adding the weights of `count` features needs.
  static func room(for count: Int) -> Int { (count + 1) * 16 }

  /// Adds the weights of `count` features to `scores`, which has an element for every class.
  @inline(__always)
  func add(
    _ features: UnsafePointer<UInt32>, count: Int, room: UnsafeMutablePointer<UInt32>,
    to scores: UnsafeMutablePointer<Int32>
  ) {
    guard blockCount > 0 else { return }
    // How many blocks a feature has cannot be predicted, and a branch guessed wrong costs more than the weights. So the
    // numbers of sixteen blocks are written for each, and the next feature's go over those that it does not have. That
    // also fetches the blocks side by side.
    var listed = 0
    for index in 0..<count {
      let identity = features[index]
      let pair = Int(identity &>> shift) & ~1
      let check = identity & 0x3FF
      let first = slots[pair]
      let second = slots[pair &+ 1]
      let slot = first &>> 22 == check ? first : second
      let block = slot & 0x3_FFFF
      syntax_model_prefetch(blocks + Int(block))
      Self.list(block, at: room + listed)
      listed &+= slot &>> 22 == check ? Int(slot &>> 18 & 15) : 0
    }
    let last = UInt32(blockCount &- 1)
    for index in 0..<listed {
      let weights = blocks[Int(min(room[index], last))]
      for place in 0..<Self.blockWeights {
        let pair = weights &>> UInt64(place &* 16)
        scores[Int(pair & 0xFF)] &+= Int32(Int8(truncatingIfNeeded: pair &>> 8))
      }
    }
  }

  /// Writes the numbers of a block and of the fifteen behind it.
  @inline(__always)
  private static func list(_ block: UInt32, at place: UnsafeMutablePointer<UInt32>) {
    let four = SIMD4<UInt32>(repeating: block) &+ SIMD4(0, 1, 2, 3)
    for row in UInt32(0)..<4 {
      let address = UnsafeMutableRawPointer(place + Int(row) &* 4)
      address.storeBytes(of: four &+ (4 &* row), as: SIMD4<UInt32>.self)
    }
  }
}
