public import ArgumentParser
public import DossierSyntax
import DossierText
import Foundation

/// Trains the models of `CSyntaxModel` from treebanks, and measures them.
@main
struct SyntaxTrainer: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Trains and measures the part-of-speech tagger and dependency parser.",
    subcommands: [Train.self, Evaluate.self])
}

extension SyntaxModel.Language: ExpressibleByArgument {}

/// Reads treebanks as samples in the project's tokens.
enum Corpus {
  static func sentences(_ paths: [String]) throws -> [GoldSentence] {
    try paths.flatMap { path in
      try Treebank.sentences(String(contentsOfFile: path, encoding: .utf8), path: path)
    }
  }
}

struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Trains a model and writes its table.")

  @Argument(help: "Language: en or fr.") var language: SyntaxModel.Language
  @Argument(help: "CoNLL-U files to learn from.") var treebanks: [String]
  @Option(help: "CoNLL-U files to measure on.") var dev: [String] = []
  @Option(help: "Where the table goes.") var output: String
  @Option(help: "Passes of the parser through the sentences.") var epochs = 10
  @Option(help: "Passes of the tagger.") var taggerEpochs = 6
  @Option(help: "Updates after which a feature of the parser has a say.") var least = 10
  @Option(help: "Updates after which a feature of the tagger has a say.") var taggerLeast = 5
  @Option(help: "Drops weights that round to less.") var smallest = 2
  @Option(help: "Share of the weights that fit into a byte.") var fitting = 0.9995
  @Option(help: "Taggers that tag the parser's training sentences, each trained without its part.")
  var folds = 4

  func run() throws {
    let gold = try Corpus.sentences(treebanks)
    var augmentation = Augmentation(language: language, generator: SeededGenerator(seed: 7))
    var lost = 0
    let sentences: [[Sample]] = gold.map { sentence in
      let versions = [Alignment.sample(sentence), Alignment.sample(augmentation.vary(sentence))].compactMap {
        $0
      }
      if versions.isEmpty { lost += 1 }
      return versions
    }.filter { !$0.isEmpty }
    print("\(sentences.count) sentences, \(lost) could not be aligned")
    let inventory = TagInventory(sentences.map { $0[0] })
    print(
      "\(inventory.classes.count) classes of the tagger, \(inventory.classes.map(\.parserTag).max() ?? 0) + 1 of the parser"
    )

    var tagged: [[TaggedSample]] = []
    var order: [(Int, [TaggedSample])] = []
    for fold in 0..<folds {
      let tagger = TaggerTraining(inventory: inventory, least: taggerLeast)
      tagger.learn(
        sentences.indices.filter { $0 % folds != fold }.map { sentences[$0] },
        epochs: max(2, taggerEpochs - 2), seed: 11)
      for index in sentences.indices where index % folds == fold {
        order.append((index, sentences[index].map { TaggedSample(sample: $0, classes: tagger.run($0)) }))
      }
    }
    tagged = order.sorted { $0.0 < $1.0 }.map(\.1)
    let tagger = TaggerTraining(inventory: inventory, least: taggerLeast)
    tagger.learn(sentences, epochs: taggerEpochs, seed: 13)
    print("tagger done")

    let parser = ParserTraining(inventory: inventory, least: least)
    parser.learn(tagged, epochs: epochs, seed: 17) { epoch, share in
      print("pass \(epoch + 1): \(share) right")
    }

    var settings = TableWriter.Settings()
    settings.smallest = smallest
    settings.fitting = fitting
    let table = TableWriter.table(
      classes: inventory.classes, tagger: tagger.trainer, parser: parser.trainer, settings: settings)
    try Data(table).write(to: URL(fileURLWithPath: output))
    print("\(table.count) bytes")
    for path in dev { print(path, try measure(table, path, details: false)) }
  }
}

struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measures a table on treebanks.")

  @Argument(help: "The table.") var table: String
  @Argument(help: "CoNLL-U files.") var treebanks: [String]
  @Flag(help: "One line for each relation.") var relations = false

  func run() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: table)))
    for path in treebanks { print(path, try measure(bytes, path, details: relations)) }
  }
}

/// Parses a treebank's sentences with a table and compares; says how fast it went.
func measure(_ table: [UInt8], _ path: String, details: Bool) throws -> String {
  let samples = try Corpus.sentences([path]).compactMap(Alignment.sample)
  return try table.withUnsafeBytes { bytes in
    guard let model = ModelTable(bytes) else { throw ValidationError("this is no table of a syntax model") }
    var trees: [SyntaxTree] = []
    let time = ContinuousClock().measure {
      for sample in samples { trees.append(model.parse(sample.text, tokens: sample.tokens[...])) }
    }
    var evaluation = Evaluation()
    for (tree, sample) in zip(trees, samples) { evaluation.add(tree, sample) }
    let seconds = Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    let size = samples.reduce(0) { $0 + $1.text.count }
    return evaluation.summary(details: details)
      + "  \(Int(Double(evaluation.tokens) / seconds)) tokens/s, \(Double(size) / seconds / 1e6) MB/s"
  }
}
