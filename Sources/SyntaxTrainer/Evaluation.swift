import ArgumentParser
import DossierSyntax

/// How well a model does on sentences whose analysis is known.
struct Evaluation {
  private(set) var tokens = 0
  private(set) var rightTags = 0
  private(set) var rightMorphology = 0
  private(set) var words = 0
  private(set) var rightHeads = 0
  private(set) var rightArcs = 0
  /// Of each relation: right, found, wanted. Right needs the head too.
  private var relations: [DependencyRelation: (right: Int, found: Int, wanted: Int)] = [:]

  /// Parses a treebank's sentences with a table and says how well, and how fast, it went.
  static func report(_ table: [UInt8], _ path: String, details: Bool = false) throws -> String {
    let samples = try Treebank.sentences(files: [path]).compactMap(Alignment.sample)
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
      let speed = (Double(size) / seconds / 1e4).rounded() / 100
      return "\(path): \(Int(Double(evaluation.tokens) / seconds)) tokens/s, \(speed) MB/s\n"
        + evaluation.summary(details: details)
    }
  }

  /// Compares a tree with what it should be.
  mutating func add(_ tree: SyntaxTree, _ sample: Sample) {
    for index in sample.tokens.indices {
      tokens += 1
      if tree.tags[index] == sample.tags[index] { rightTags += 1 }
      if tree.tags[index] == sample.tags[index], tree.morphology[index] == sample.morphology[index] {
        rightMorphology += 1
      }
      let rightHead = tree.heads[index] == sample.heads[index]
      let wanted = sample.relations[index]
      let found = tree.relations[index]
      relations[wanted, default: (0, 0, 0)].wanted += 1
      relations[found, default: (0, 0, 0)].found += 1
      if rightHead, wanted == found { relations[wanted, default: (0, 0, 0)].right += 1 }
      guard sample.tags[index] != .punct else { continue }
      words += 1
      if rightHead {
        rightHeads += 1
        if wanted == found { rightArcs += 1 }
      }
    }
  }

  /// The figures in a line, and with `details` one line for each relation.
  func summary(details: Bool) -> String {
    func percent(_ part: Int, _ whole: Int) -> String {
      let tenths = (Double(part) / Double(max(1, whole)) * 10000).rounded() / 100
      return "\(tenths)"
    }
    var lines = [
      "tokens \(tokens)  UPOS \(percent(rightTags, tokens))  UPOS+morphology \(percent(rightMorphology, tokens))  "
        + "UAS \(percent(rightHeads, words))  LAS \(percent(rightArcs, words))  (arcs without punctuation)"
    ]
    if details {
      for relation in DependencyRelation.allCases {
        guard let counts = relations[relation] else { continue }
        lines.append(
          "  \(relation)  F1 \(percent(2 * counts.right, counts.found + counts.wanted))  "
            + "precision \(percent(counts.right, counts.found))  recall \(percent(counts.right, counts.wanted))  "
            + "of \(counts.wanted)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
