import DossierSyntax

/// A model as it was learnt, before it is rounded.
struct LearntModel {
  var classes: [ModelTable.TagClass]
  var tagger: LearntWeights
  var moves: LearntWeights
  var relations: LearntWeights
}

/// Learns a whole model from a treebank.
struct ModelTraining {
  /// How to learn.
  struct Settings {
    /// Members of the committee whose weights are summed.
    var members = 2
    /// Passes of a tagger, and of a parser, through the sentences.
    var taggerPasses = 6
    var parserPasses = 8
    /// Taggers that tag the parser's sentences, each learnt without the sentences that it tags;
    /// one tags what it was learnt from.
    var folds = 3
    /// Updates after which a feature has a say.
    var taggerLeast = 5
    var moveLeast = 10
    var relationLeast = 10
    /// Share of the features left out at random while learning.
    var dropout = 0.15
    /// Start of all random numbers.
    var seed: UInt64 = 1
  }

  var settings: Settings
  /// Is told how it goes.
  var report: (String) -> Void

  /// A model learnt from lessons.
  func learn(_ lessons: [Lesson<Sample>]) -> LearntModel {
    let inventory = TagInventory(lessons.compactMap(\.versions.first))
    report("\(lessons.count) sentences, \(inventory.classes.count) classes of words")
    let tagged = tag(lessons, inventory)
    report("sentences tagged for the parser")
    var model = LearntModel(
      classes: inventory.classes, tagger: LearntWeights(), moves: LearntWeights(), relations: LearntWeights())
    for member in 0..<settings.members {
      let tagger = TaggerTraining(inventory: inventory, settings)
      tagger.learn(lessons, passes: settings.taggerPasses, seed: settings.seed &+ UInt64(member))
      model.tagger.add(tagger.trainer.learnt())
      let parser = ParserTraining(inventory: inventory, settings)
      parser.learn(tagged, passes: settings.parserPasses, seed: settings.seed &+ UInt64(member)) {
        report($0)
      }
      model.moves.add(parser.moves.learnt())
      model.relations.add(parser.relations.learnt())
    }
    return model
  }

  /// Tags the sentences as the parser will find them at run time: with the mistakes of a tagger that does not know them.
  private func tag(_ lessons: [Lesson<Sample>], _ inventory: TagInventory) -> [Lesson<TaggedSample>] {
    var tagged = lessons.map { Lesson<TaggedSample>(versions: [], rounds: $0.rounds) }
    for fold in 0..<settings.folds {
      let tagger = TaggerTraining(inventory: inventory, settings)
      let others = lessons.indices.filter { settings.folds == 1 || $0 % settings.folds != fold }
        .map { lessons[$0] }
      tagger.learn(others, passes: max(1, settings.taggerPasses - 2), seed: settings.seed)
      for index in lessons.indices where index % settings.folds == fold {
        tagged[index].versions = lessons[index].versions.map {
          TaggedSample(sample: $0, classes: tagger.run($0))
        }
      }
    }
    return tagged
  }
}
