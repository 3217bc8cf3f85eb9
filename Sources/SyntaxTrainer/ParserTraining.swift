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
  let moves: LinearTrainer
  let relations: LinearTrainer
  private let dropout: Double

  init(inventory: TagInventory, _ settings: ModelTraining.Settings) {
    self.inventory = inventory
    moves = LinearTrainer(least: settings.moveLeast)
    relations = LinearTrainer(least: settings.relationLeast)
    dropout = settings.dropout
  }

  /// Goes `passes` times through the lessons.
  func learn(_ lessons: [Lesson<TaggedSample>], passes: Int, seed: UInt64, report: (String) -> Void) {
    var generator = SeededGenerator(seed: seed)
    for pass in 0..<passes {
      var score = Score()
      for lesson in lessons.pass(&generator) {
        guard let sample = lesson.versions.randomElement(using: &generator) else { continue }
        learn(sample, explore: pass >= Self.guided, &generator, &score)
      }
      report("pass \(pass + 1): wrong moves \(score.wrongMoves), wrong relations \(score.wrongRelations)")
    }
  }

  private struct Score {
    var wrongMoves = 0
    var wrongRelations = 0
  }

  /// Learns from one sentence.
  private func learn(
    _ tagged: TaggedSample, explore: Bool, _ generator: inout SeededGenerator, _ score: inout Score
  ) {
    let sample = tagged.sample
    var state = ParserState(count: sample.tokens.count)
    withForms(of: sample.text, sample.tokens[...]) { forms in
      for index in sample.tokens.indices {
        state.fill(index, forms[index], inventory.classes[Int(tagged.classes[index])])
      }
    }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { features in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 256) { scores in
        guard let features = features.baseAddress, let scores = scores.baseAddress else { return }
        while !state.isFinished {
          scores.update(repeating: 0, count: 3)
          var count = ParserFeatures.collect(state, of: SlotPlace(beside: features), into: features)
          count = generator.thinned(features, count, dropout)
          moves.add(features, count: count, to: scores)
          let good = Self.good(state, sample)
          let best = state.best(scores[0], scores[1], scores[2])
          guard let aim = good.max(by: { scores[$0.rawValue] < scores[$1.rawValue] }) else { return }
          moves.step()
          let isRight = good.contains(best)
          if !isRight {
            score.wrongMoves += 1
            moves.update(features, count: count, aim.rawValue, by: 1)
            moves.update(features, count: count, best.rawValue, by: -1)
          }
          let follow = isRight || (explore && generator.chance(Self.exploration)) ? best : aim
          var relation: UInt8 = 0
          if follow != .shift {
            relation = learnRelation(state, sample, follow, explore, features, scores, &generator, &score)
          }
          state.take(follow, relation)
        }
      }
    }
  }

  /// Learns the relation of an arc, if the arc is right; returns the relation to go on with.
  private func learnRelation(
    _ state: borrowing ParserState, _ sample: Sample, _ move: Transition, _ explore: Bool,
    _ features: UnsafeMutablePointer<UInt32>, _ scores: UnsafeMutablePointer<Float>,
    _ generator: inout SeededGenerator, _ score: inout Score
  ) -> UInt8 {
    let head = state.head(by: move)
    let child = state.stacked(0)
    scores.update(repeating: 0, count: RelationFeatures.classCount)
    var count = RelationFeatures.collect(state, head: head, of: SlotPlace(beside: features), into: features)
    count = generator.thinned(features, count, dropout)
    relations.add(features, count: count, to: scores)
    let isRightArc = Int(sample.heads[child]) == head
    let gold = Int(sample.relations[child].rawValue)
    var best = 1
    for number in 2..<RelationFeatures.classCount where scores[number] > scores[best] { best = number }
    guard isRightArc else { return UInt8(best) }
    relations.step()
    if best != gold {
      score.wrongRelations += 1
      relations.update(features, count: count, gold, by: 1)
      relations.update(features, count: count, best, by: -1)
    }
    return explore ? UInt8(best) : UInt8(gold)
  }

  /// The moves that cost the fewest arcs.
  private static func good(_ state: borrowing ParserState, _ sample: Sample) -> [Transition] {
    let costs = Oracle.costs(state, heads: sample.heads)
    let least = min(costs.shift ?? .max, costs.left ?? .max, costs.right ?? .max)
    var good: [Transition] = []
    if costs.shift == least { good.append(.shift) }
    if costs.left == least { good.append(.left) }
    if costs.right == least { good.append(.right) }
    return good
  }
}
