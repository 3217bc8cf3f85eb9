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

/// Collects a decision's features: the place of a feature in the list is its template's number.
struct FeatureList {
  /// Where identities go; has room for every template.
  let identities: UnsafeMutablePointer<UInt32>
  /// How many there are.
  private(set) var count = 0

  init(_ identities: UnsafeMutablePointer<UInt32>) { self.identities = identities }

  /// Adds the next template's feature.
  @inline(__always)
  mutating func add(_ left: UInt64, _ right: UInt64 = 0) {
    identities[count] = FeatureHash.identity(count, left, right)
    count &+= 1
  }
}
