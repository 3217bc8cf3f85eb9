import CSyntaxModel

/// Makes feature identities: 32 bits that stand for a template's number and the values it combines.
///
/// Trainer and runtime share these functions, so the identities in a model's table are those of the sentence.
enum FeatureHash {
  private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
  private static let second: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// The identity of template `number` over two packed values. `left` uses its low 56 bits.
  @inline(__always)
  static func identity(_ number: Int, _ left: UInt64, _ right: UInt64) -> UInt32 {
    var hash = (left ^ (UInt64(truncatingIfNeeded: number) &+ 1) &<< 56) &* first
    hash ^= hash &>> 29
    hash = (hash &+ right) &* second
    hash ^= hash &>> 32
    hash = hash &* first
    return UInt32(truncatingIfNeeded: hash &>> 32)
  }
}

/// Where a table keeps the first thing that is read for a feature, so that it can be fetched while the next features
/// are still being made. Reading the weights of a decision is waiting for memory otherwise.
package struct SlotPlace {
  /// The first slot.
  let base: UnsafeRawPointer
  /// Bits of an identity that do not tell slots apart.
  let shift: UInt32
  /// Binary logarithm of a slot's bytes.
  let scale: UInt32

  /// Slots in memory.
  init(base: UnsafeRawPointer, shift: UInt32, scale: UInt32) {
    self.base = base
    self.shift = shift
    self.scale = scale
  }

  /// No table: features are only listed.
  package init(beside list: UnsafeMutablePointer<UInt32>) {
    self.init(base: UnsafeRawPointer(list), shift: 31, scale: 0)
  }

  @inline(__always)
  func prefetch(_ identity: UInt32) {
    syntax_model_prefetch(base + Int(identity &>> shift) &<< Int(scale))
  }
}

/// Collects a decision's features: the place of a feature in the list is its template's number.
struct FeatureList {
  /// Where identities go; has room for every template.
  let identities: UnsafeMutablePointer<UInt32>
  /// Where their weights are.
  let slots: SlotPlace
  /// How many there are.
  private(set) var count = 0

  init(_ identities: UnsafeMutablePointer<UInt32>, of slots: SlotPlace) {
    self.identities = identities
    self.slots = slots
  }

  /// Adds the next template's feature.
  @inline(__always)
  mutating func add(_ left: UInt64, _ right: UInt64 = 0) {
    let identity = FeatureHash.identity(count, left, right)
    identities[count] = identity
    slots.prefetch(identity)
    count &+= 1
  }
}
