import DossierSyntax
import Testing

@testable import SyntaxTrainer

/// The embedded models keep the accuracy that `Sources/DossierSyntax/README.md` states, less a point.
@Suite struct TreebankAccuracy {
  /// The least that a treebank must give, in per cent.
  struct Floor: Sendable, CustomTestStringConvertible {
    var language: String
    var treebank: String
    var tags: Double
    var heads: Double
    var arcs: Double
    var testDescription: String { treebank }
  }

  static let floors = [
    Floor(language: "en", treebank: "en_ewt-dev", tags: 93.5, heads: 82, arcs: 77.5),
    Floor(language: "fr", treebank: "fr_sequoia-dev", tags: 96, heads: 87.5, arcs: 84),
    Floor(language: "fr", treebank: "fr_gsd-test", tags: 93.5, heads: 83, arcs: 77.5),
  ]

  @Test(
    .enabled(
      if: SharedTreebanks.areThere,
      "no treebanks in \(SharedTreebanks.folder): the models' accuracy is not checked"),
    arguments: floors)
  func floor(_ floor: Floor) throws {
    let model = try #require(SyntaxModel.model(for: floor.language))
    var evaluation = Evaluation()
    let path = "\(SharedTreebanks.folder)/\(floor.treebank).conllu"
    for sample in try Treebank.sentences(files: [path]).compactMap(Alignment.sample) {
      evaluation.add(model.parse(sample.text, tokens: sample.tokens[...]), sample)
    }
    #expect(evaluation.tokens > 9_000)
    #expect(percent(evaluation.rightTags, evaluation.tokens) >= floor.tags)
    #expect(percent(evaluation.rightHeads, evaluation.words) >= floor.heads)
    #expect(percent(evaluation.rightArcs, evaluation.words) >= floor.arcs)
  }

  private func percent(_ part: Int, _ whole: Int) -> Double { 100 * Double(part) / Double(max(1, whole)) }
}

/// Treebanks that lie beside the checkout where it is developed, and are no part of it.
enum SharedTreebanks {
  /// `shared/data/ud` beside the package.
  static let folder: String = {
    let steps = #filePath.split(separator: "/").dropLast(4)
    return "/" + steps.joined(separator: "/") + "/shared/data/ud"
  }()
  /// Whether one can be read.
  static let areThere = (try? Treebank.sentences(files: ["\(folder)/fr_sequoia-dev.conllu"])) != nil
}
