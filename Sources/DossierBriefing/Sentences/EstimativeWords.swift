package import DossierModel

extension Words {
  /// The expression of ICD 203 (D.6.e.2.a) for a range of per cent: the one whose range holds most of it.
  ///
  /// Nil where the range has no end at all.
  package func estimate(_ likelihood: Likelihood) -> String? {
    guard likelihood.low != nil || likelihood.high != nil else { return nil }
    let low = likelihood.low ?? (likelihood.high.map { $0 <= 50 ? 0 : $0 } ?? 0)
    let high = likelihood.high ?? (low >= 50 ? 100 : low)
    let middle = (low + high) / 2
    let bounds = [5, 20, 45, 55, 80, 95]
    let place = bounds.firstIndex { middle < $0 } ?? bounds.count
    return self.likelihood[place]
  }
}
