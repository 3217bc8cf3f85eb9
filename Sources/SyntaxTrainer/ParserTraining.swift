import DossierSyntax

/// A sample with the tagger's classes, as the parser will see it at run time.
struct TaggedSample {
  var sample: Sample
  var classes: [UInt8]
}

/// Learns the parser with a dynamic oracle: after the first passes it mostly follows its own decisions, so that it
/// learns to go on from its mistakes.
struct ParserTraining {
  /// Passes that only follow right decisions.
  private static let guided = 1
  /// How often later passes follow the parser's own decision.
  private static let exploration = 0.9

  let inventory: TagInventory
  let trainer: LinearTrainer

  init(inventory: TagInventory, least: Int) {
    self.inventory = inventory
    trainer = LinearTrainer(least: least)
  }

  /// Goes `epochs` times through the sentences; each has several versions, of which a pass takes one.
  func learn(_ sentences: [[TaggedSample]], epochs: Int, seed: UInt64, report: (Int, Double) -> Void) {
    var generator = SeededGenerator(seed: seed)
    for epoch in 0..<epochs {
      var right = 0
      var all = 0
      for versions in sentences.shuffled(using: &generator) {
        guard let sample = versions.randomElement(using: &generator) else { continue }
        let score = learn(sample, explore: epoch >= Self.guided, &generator)
        right += score.right
        all += score.all
      }
      report(epoch, Double(right) / Double(max(1, all)))
    }
  }

  /// Learns from one sentence; returns how many decisions were right.
  private func learn(
    _ tagged: TaggedSample, explore: Bool, _ generator: inout SeededGenerator
  ) -> (right: Int, all: Int) {
    let sample = tagged.sample
    var state = ParserState(count: sample.tokens.count)
    withForms(of: sample.text, sample.tokens[...]) { forms in
      for index in sample.tokens.indices {
        state.fill(index, forms[index], inventory.classes[Int(tagged.classes[index])])
      }
    }
    var right = 0
    var all = 0
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: ParserFeatures.limit) { features in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 256) { scores in
        guard let features = features.baseAddress, let scores = scores.baseAddress else { return }
        while !state.isFinished {
          scores.update(repeating: 0, count: Transition.count)
          let count = ParserFeatures.collect(state, into: features)
          trainer.add(features, count: count, to: scores)
          let good = Self.good(state, sample)
          let best = Self.best(scores, in: state)
          guard let aim = good.max(by: { scores[$0] < scores[$1] }) else { return }
          trainer.step()
          all += 1
          let isRight = good.contains(best)
          if isRight {
            right += 1
          } else {
            trainer.update(features, count: count, aim, by: 1)
            trainer.update(features, count: count, best, by: -1)
          }
          let follow = isRight || (explore && generator.chance(Self.exploration)) ? best : aim
          Transition.apply(follow, to: &state)
        }
      }
    }
    return (right, all)
  }

  /// The transitions that cost the fewest arcs.
  private static func good(_ state: borrowing ParserState, _ sample: Sample) -> [Int] {
    let costs = Oracle.costs(state, heads: sample.heads)
    let least = min(costs.shift ?? .max, costs.left ?? .max, costs.right ?? .max)
    var good: [Int] = []
    if costs.shift == least { good.append(Transition.shift) }
    if costs.left == least || costs.right == least {
      let right = sample.relations[state.stacked(0)]
      let relation = right == .root ? .parataxis : right
      if costs.left == least { good.append(Transition.left(relation)) }
      if costs.right == least { good.append(Transition.right(relation)) }
    }
    return good
  }

  /// The possible transition with the highest score.
  private static func best(_ scores: UnsafePointer<Float>, in state: borrowing ParserState) -> Int {
    var best = -1
    if state.canShift { best = Transition.shift }
    if state.canAttachLeft {
      for number in Transition.lefts where best < 0 || scores[number] > scores[best] { best = number }
    }
    if state.canAttachRight {
      for number in Transition.rights where best < 0 || scores[number] > scores[best] { best = number }
    }
    return best
  }
}
