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
  private let slots: UnsafePointer<UInt32>
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
    slots = (base + offset + Self.headerSize).assumingMemoryBound(to: UInt32.self)
  }

  /// The slot of an identity in a table of 2^`bits` slots, and the check kept there.
  package static func place(_ identity: UInt32, bits: UInt32) -> (slot: Int, check: UInt8) {
    (Int(identity &>> (32 &- bits)), UInt8(truncatingIfNeeded: identity))
  }

  /// Where the weights are.
  var place: SlotPlace { SlotPlace(base: slots, shift: shift, scale: 2) }

  @inline(__always)
  private func slot(_ identity: UInt32) -> UInt32 { slots[Int(identity &>> shift)] }

  /// The sums of the features' weights for shift, left and right. Their number is a multiple of four.
  @inline(__always)
  func scores(_ features: UnsafePointer<UInt32>, count: Int) -> (Int32, Int32, Int32) {
    assert(count % 4 == 0)
    // Four features at a time. Two shifts widen the weights to 16 bits, which hold their sums: those of shift and right
    // stand in the even bytes, those of left and the checks in the odd ones.
    var even = SIMD8<Int16>.zero
    var odd = SIMD8<Int16>.zero
    for start in stride(from: 0, to: count, by: 4) {
      let four = UnsafeRawPointer(features + start).loadUnaligned(as: SIMD4<UInt32>.self)
      let slots = SIMD4(slot(four.x), slot(four.y), slot(four.z), slot(four.w))
      let known = (slots &>> 24) .== (four & 0xFF)
      let weights = unsafeBitCast(slots.replacing(with: 0, where: .!known), to: SIMD8<Int16>.self)
      even &+= (weights &<< 8) &>> 8
      odd &+= weights &>> 8
    }
    return (
      Int32(even[0] &+ even[2] &+ even[4] &+ even[6]), Int32(odd[0] &+ odd[2] &+ odd[4] &+ odd[6]),
      Int32(even[1] &+ even[3] &+ even[5] &+ even[7])
    )
  }
}
