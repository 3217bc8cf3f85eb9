/// The weights of a finished classifier: of each feature, by class.
struct LearntWeights {
  var features: [UInt32: [UInt8: Double]] = [:]

  /// The sum with the weights of the same classifier learnt in another order. A linear model's committee is again a
  /// linear model, better than each of its members and no larger.
  mutating func add(_ other: LearntWeights) {
    features.merge(other.features) { $0.merging($1, uniquingKeysWith: +) }
  }

  /// What weights are multiplied by so that the given share of them fits into a signed byte.
  func byteScale(fitting: Double) -> Double {
    let sizes = features.values.flatMap { $0.values.map { abs($0) } }.sorted()
    guard !sizes.isEmpty else { return 1 }
    return 127 / max(1e-9, sizes[min(sizes.count - 1, Int(Double(sizes.count) * fitting))])
  }

  /// The features in the order of their identities, with their weights in the order of the classes, as bytes.
  func rounded(fitting: Double) -> [(identity: UInt32, weights: [(number: UInt8, value: Int8)])] {
    let scale = byteScale(fitting: fitting)
    return features.sorted { $0.key < $1.key }.map { feature in
      let weights = feature.value.sorted { $0.key < $1.key }.map { weight in
        (weight.key, Int8(max(-127, min(127, (weight.value * scale).rounded()))))
      }
      return (feature.key, weights)
    }
  }
}
