/// A sentence to learn from: its versions, of which each round takes one, and how many rounds a pass gives it.
struct Lesson<Version> {
  var versions: [Version]
  /// Rounds in each pass: more than one for sentences of the prose that the model is to read.
  var rounds = 1
}

extension Array {
  /// The lessons of one pass, in an order that the generator draws.
  func pass<Version>(_ generator: inout SeededGenerator) -> [Element] where Element == Lesson<Version> {
    flatMap { Array(repeating: $0, count: $0.rounds) }.shuffled(using: &generator)
  }
}
