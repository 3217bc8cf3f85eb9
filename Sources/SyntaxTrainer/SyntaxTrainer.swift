public import ArgumentParser
public import DossierSyntax
import DossierText
import Foundation

/// Trains the models of `CSyntaxModel` from treebanks, and measures them.
@main
struct SyntaxTrainer: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Trains and measures the part-of-speech tagger and dependency parser.",
    subcommands: [Train.self, Evaluate.self, Parse.self, Annotate.self])
}

extension SyntaxModel.Language: ExpressibleByArgument {}

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Trains a model and writes its table.")

  @Argument(help: "Language.") var language: SyntaxModel.Language
  @Argument(help: "CoNLL-U files to learn from.") var treebanks: [String]
  @Option(help: "A CoNLL-U file of the prose that the model is to read; may be given again.")
  var press: [String] = []
  @Option(help: "How often each pass reads the sentences of `press`.") var pressRounds = 3
  @Option(help: "A CoNLL-U file to measure on; may be given again.") var dev: [String] = []
  @Option(help: "Where the table goes.") var output: String
  @Option(help: "Members of the committee whose weights are summed.") var members = 2
  @Option(help: "Passes of a parser through the sentences.") var passes = 8
  @Option(help: "Passes of a tagger.") var taggerPasses = 6
  @Option(help: "Updates after which a feature of the tagger has a say.") var taggerLeast = 5
  @Option(help: "Updates after which a feature of the moves has a say.") var moveLeast = 10
  @Option(help: "Updates after which a feature of the relations has a say.") var relationLeast = 10
  @Option(help: "Share of the features left out at random while learning.") var dropout = 0.15
  @Option(help: "Weights that round to less are dropped.") var smallest = 5
  @Option(help: "Binary logarithm of the slots of the moves' weights.") var moveBits: UInt32 = 18

  func run() throws {
    var settings = ModelTraining.Settings()
    settings.members = members
    settings.parserPasses = passes
    settings.taggerPasses = taggerPasses
    settings.taggerLeast = taggerLeast
    settings.moveLeast = moveLeast
    settings.relationLeast = relationLeast
    settings.dropout = dropout
    var augmentation = Augmentation(language: language, generator: SeededGenerator(seed: settings.seed))
    func lessons(_ files: [String], rounds: Int) throws -> [Lesson<Sample>] {
      try Treebank.sentences(files: files).map { gold in
        Lesson(
          versions: [Alignment.sample(gold), Alignment.sample(augmentation.vary(gold))].compactMap { $0 },
          rounds: rounds)
      }.filter { !$0.versions.isEmpty }
    }
    let lessons = try lessons(treebanks, rounds: 1) + lessons(press, rounds: pressRounds)
    let model = ModelTraining(settings: settings) { print($0) }.learn(lessons)

    var writing = TableWriter.Settings()
    writing.smallest = smallest
    writing.moveBits = moveBits
    let table = TableWriter.table(model, settings: writing)
    try Data(table).write(to: URL(fileURLWithPath: output))
    print("\(table.count) bytes")
    for path in dev { print(try Evaluation.report(table, path)) }
  }
}

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measures a table on treebanks.")

  @Argument(help: "The table.") var table: String
  @Argument(help: "CoNLL-U files.") var treebanks: [String]
  @Flag(help: "One line for each relation.") var relations = false

  func run() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: table)))
    for path in treebanks { print(try Evaluation.report(bytes, path, details: relations)) }
  }
}

struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Prints a treebank's sentences as the embedded model parses them, beside the treebank's analysis.",
    discussion: """
      One line for each token: first byte, byte after the last; part of speech, head and relation in the treebank; \
      the same three by the model. Heads count from 0; -1 is the root.
      """)

  @Argument(help: "Language.") var language: SyntaxModel.Language
  @Argument(help: "A CoNLL-U file.") var treebank: String

  func run() throws {
    guard let model = SyntaxModel.model(for: language.rawValue) else {
      throw ValidationError("there is no embedded model for \(language.rawValue)")
    }
    for sample in try Treebank.sentences(files: [treebank]).compactMap(Alignment.sample) {
      let tree = model.parse(sample.text, tokens: sample.tokens[...])
      print("# text = " + String(decoding: sample.text, as: UTF8.self))
      for (place, token) in sample.tokens.enumerated() {
        print(
          token.range.start, token.range.end, sample.tags[place], sample.heads[place],
          sample.relations[place],
          tree.tags[place], tree.heads[place], tree.relations[place], separator: "\t")
      }
      print()
    }
  }
}
