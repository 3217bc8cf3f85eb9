/// The scores of a decision's classes. Sixteen bits hold the sum of every weight that a decision can have.
enum ClassScores {
  /// Elements: one for every number that a byte of a table can say.
  static let room = 256

  /// The class with the highest score of `count` from `first` on; the first of equals.
  @inline(__always)
  static func best(_ scores: UnsafeMutablePointer<Int16>, from first: Int, count: Int) -> Int {
    // What is not asked for never wins: a score of the tables' is far from the least there is.
    for number in 0..<first { scores[number] = .min }
    let end = (count &+ 7) & ~7
    for number in count..<end { scores[number] = .min }
    var highest = SIMD8<Int16>(repeating: .min)
    let raw = UnsafeRawPointer(scores)
    for start in stride(from: 0, to: end, by: 8) {
      let eight = raw.loadUnaligned(fromByteOffset: start &* 2, as: SIMD8<Int16>.self)
      highest.replace(with: eight, where: eight .> highest)
    }
    let top = highest.max()
    var number = first
    while number < count &- 1, scores[number] != top { number &+= 1 }
    return number
  }
}
