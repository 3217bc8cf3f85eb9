/// SplitMix64: the same seed gives the same models.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True with the given probability.
  mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

  /// Leaves out a share of the features at random, so that no weight comes to count on all the others; returns how many
  /// stay, at the front.
  mutating func thinned(_ features: UnsafeMutablePointer<UInt32>, _ count: Int, _ share: Double) -> Int {
    guard share > 0 else { return count }
    let limit = UInt32(min(1, share) * 4_294_967_295)
    var kept = 0
    var bits: UInt64 = 0
    for index in 0..<count {
      bits = index % 2 == 0 ? next() : bits >> 32
      if UInt32(truncatingIfNeeded: bits) < limit { continue }
      features[kept] = features[index]
      kept += 1
    }
    return kept
  }
}
