/// The weights of the parser's moves, read where they lie.
///
/// ```
/// header   2 × UInt32   bits, 0
/// slots    2^bits × (Int8 weight of shift, left, right; UInt8 check of the identity)
/// ```
package struct MoveWeights {
  /// Bytes of the header.
  package static let headerSize = 8
  /// The check of a slot without a feature has weights of nought, so its value does not matter.
  private let slots: UnsafePointer<SIMD4<Int8>>
  private let shift: UInt32
  /// Bytes of header and slots.
  let size: Int

  /// Reads the header at `offset`; nil if the slots do not fit into `table`, which stays alive and unchanged.
  init?(_ table: UnsafeRawBufferPointer, at offset: Int) {
    guard offset >= 0, offset % 8 == 0, offset + Self.headerSize <= table.count, let base = table.baseAddress
    else { return nil }
    let bits = Int((base + offset).load(as: UInt32.self))
    guard bits >= 5, bits <= 28 else { return nil }
    size = Self.headerSize + (1 << bits) * 4
    guard offset + size <= table.count else { return nil }
    shift = UInt32(32 - bits)
    slots = (base + offset + Self.headerSize).assumingMemoryBound(to: SIMD4<Int8>.self)
  }

  /// The slot of an identity in a table of 2^`bits` slots, and the check kept there.
  package static func place(_ identity: UInt32, bits: UInt32) -> (slot: Int, check: UInt8) {
    (Int(identity &>> (32 &- bits)), UInt8(truncatingIfNeeded: identity))
  }

  /// Where the weights are.
  var place: SlotPlace { SlotPlace(base: slots, shift: shift, scale: 2) }

  /// The sums of the features' weights for shift, left and right.
  @inline(__always)
  func scores(_ features: UnsafePointer<UInt32>, count: Int) -> (Int32, Int32, Int32) {
    var sums = (Int32(0), Int32(0), Int32(0))
    for index in 0..<count {
      let identity = features[index]
      let slot = slots[Int(identity &>> shift)]
      // All ones where the check holds, so that the loop needs no branch.
      let mask: Int32 = UInt8(bitPattern: slot.w) == UInt8(truncatingIfNeeded: identity) ? -1 : 0
      sums.0 &+= Int32(slot.x) & mask
      sums.1 &+= Int32(slot.y) & mask
      sums.2 &+= Int32(slot.z) & mask
    }
    return sums
  }
}
