import CSyntaxModel

/// A linear classifier's weights, read where they lie.
///
/// ```
/// header   4 × UInt32   bits, blocks, 0, 0
/// slots    2^bits × UInt32   from the lowest: 18 bits first block, 2 bits number of blocks, 1 bit row, 1 bit 0,
///                            10 bits check
/// blocks   4 × (UInt8 class, Int8 weight); what is left over has weights of nought
/// rows     among the blocks: an Int8 weight of every class, in the order of `WeightRow`
/// ```
///
/// A feature stands in either slot of a pair, so that one line of memory tells whether it has weights; most features
/// of a sentence have none. One with weights of many classes has a row of them all instead of blocks: those features
/// are few, but nearly every word has some, and a row is added sixteen classes at a time. Integers are little-endian and
/// every part starts at a multiple of 8 bytes.
package struct SparseWeights {
  /// Bytes of the header.
  package static let headerSize = 16
  /// Weights in a block.
  package static let blockWeights = 4
  /// The most blocks that a feature may have, and a table.
  package static let featureBlockLimit = 3
  package static let blockLimit = 1 << 18
  /// The bit of a slot whose feature has a row.
  package static let rowBit: UInt32 = 1 << 20

  private let shift: UInt32
  private let slots: UnsafePointer<UInt32>
  private let blocks: UnsafePointer<UInt64>
  private let blockCount: Int
  private let row: WeightRow
  /// Bytes from the header to the end of the blocks.
  let size: Int

  /// Reads the header at `offset`; nil if the parts do not fit into `table`, which stays alive and unchanged.
  init?(_ table: UnsafeRawBufferPointer, at offset: Int, classes: Int) {
    guard offset >= 0, offset % 8 == 0, offset + Self.headerSize <= table.count, let base = table.baseAddress
    else { return nil }
    let start = base + offset
    let bits = Int(start.load(as: UInt32.self))
    blockCount = Int(start.load(fromByteOffset: 4, as: UInt32.self))
    row = WeightRow(classes: classes)
    guard bits >= 5, bits <= 28, blockCount <= Self.blockLimit, blockCount >= row.blocks else { return nil }
    let blockOffset = Self.headerSize + (1 << bits) * 4
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
  static func room(for count: Int) -> Int { count * 4 + 4 }

  /// Adds the weights of `count` features to `scores`, which has `ClassScores.room` elements.
  @inline(__always)
  func add(
    _ features: UnsafePointer<UInt32>, count: Int, room: UnsafeMutablePointer<UInt32>,
    to scores: UnsafeMutablePointer<Int16>
  ) {
    // How many blocks a feature has cannot be predicted, and a branch guessed wrong costs more than the weights. So the
    // numbers of four blocks are written for each, and the next feature's go over those that it does not have. That also
    // fetches the blocks side by side. Rows are listed from the end of the room, where no feature's blocks reach.
    var listed = 0
    let rows = room + count * 3 + 4
    var rowCount = 0
    for index in 0..<count {
      let identity = features[index]
      let pair = Int(identity &>> shift) & ~1
      let check = identity & 0x3FF
      let first = slots[pair]
      let second = slots[pair &+ 1]
      let slot = first &>> 22 == check ? first : second
      let block = slot & 0x3_FFFF
      syntax_model_prefetch(blocks + Int(block))
      UnsafeMutableRawPointer(room + listed).storeBytes(
        of: SIMD4(repeating: block) &+ SIMD4(0, 1, 2, 3), as: SIMD4<UInt32>.self)
      rows[rowCount] = block
      let kind = slot &>> 22 == check ? slot &>> 18 : 0
      listed &+= Int(kind & 3)
      rowCount &+= Int(kind &>> 2 & 1)
    }
    let last = UInt32(blockCount &- 1)
    for index in 0..<listed {
      let weights = blocks[Int(min(room[index], last))]
      for place in 0..<Self.blockWeights {
        let pair = weights &>> UInt64(place &* 16)
        scores[Int(pair & 0xFF)] &+= Int16(Int8(truncatingIfNeeded: pair &>> 8))
      }
    }
    row.add(rows, count: rowCount, of: blocks, blockCount: blockCount, to: scores)
  }
}
