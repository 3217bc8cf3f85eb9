import DossierSyntax

/// Learns the tagger, and tags sentences with what was learnt so far.
struct TaggerTraining {
  let inventory: TagInventory
  let trainer: LinearTrainer
  private let dropout: Double

  init(inventory: TagInventory, _ settings: ModelTraining.Settings) {
    self.inventory = inventory
    trainer = LinearTrainer(least: settings.taggerLeast)
    dropout = settings.dropout
  }

  /// Goes `passes` times through the lessons.
  func learn(_ lessons: [Lesson<Sample>], passes: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<passes {
      for lesson in lessons.pass(&generator) {
        guard let sample = lesson.versions.randomElement(using: &generator) else { continue }
        let gold = zip(sample.tags, sample.morphology).map { inventory.number($0, $1) }
        _ = run(sample, learnFrom: gold, &generator)
      }
    }
  }

  /// The classes of a sentence's tokens.
  func run(_ sample: Sample) -> [UInt8] {
    var unused = SeededGenerator(seed: 0)
    return run(sample, learnFrom: nil, &unused)
  }

  /// The classes of a sentence's tokens. With `gold`, every wrong decision changes the weights.
  private func run(
    _ sample: Sample, learnFrom gold: [UInt8]?, _ generator: inout SeededGenerator
  ) -> [UInt8] {
    var result: [UInt8] = []
    let classCount = inventory.classes.count
    withForms(of: sample.text, sample.tokens[...]) { forms in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: TaggerFeatures.count) { features in
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 256) { scores in
          guard let features = features.baseAddress, let scores = scores.baseAddress else { return }
          for index in sample.tokens.indices {
            scores.update(repeating: 0, count: classCount)
            TaggerFeatures.collect(
              forms, index, last: index > 0 ? result[index - 1] : TaggerFeatures.noClass,
              secondLast: index > 1 ? result[index - 2] : TaggerFeatures.noClass,
              of: SlotPlace(beside: features), into: features)
            let count = generator.thinned(features, TaggerFeatures.count, gold == nil ? 0 : dropout)
            trainer.add(features, count: count, to: scores)
            var best = 0
            for number in 1..<classCount where scores[number] > scores[best] { best = number }
            result.append(UInt8(best))
            guard let gold else { continue }
            trainer.step()
            if Int(gold[index]) != best {
              trainer.update(features, count: count, Int(gold[index]), by: 1)
              trainer.update(features, count: count, best, by: -1)
            }
          }
        }
      }
    }
    return result
  }
}
