import DossierSyntax
import DossierText
import Testing

/// Whatever the input, the result is one tree, and the same one each time.
@Suite struct Robustness {
  static let languages = ["en", "fr"]

  @Test(arguments: languages) func noTokensNoTree(_ language: String) throws {
    let model = try #require(SyntaxModel.model(for: language))
    #expect(model.parse([], tokens: []) == SyntaxTree(tags: [], heads: [], relations: [], morphology: []))
    let bytes = Array("one two".utf8)
    let tokens = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count))
    #expect(model.parse(bytes, tokens: tokens[1..<1]).heads.isEmpty)
  }

  @Test(arguments: languages) func aSliceIsItsOwnSentence(_ language: String) throws {
    let model = try #require(SyntaxModel.model(for: language))
    let bytes = Array("Nothing here. The group denies it.".utf8)
    let tokens = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count))
    let tree = model.parse(bytes, tokens: tokens[3...])
    #expect(tree.heads.count == tokens.count - 3)
    expectTree(tree)
    let alone = Array("The group denies it.".utf8)
    let aloneTokens = Tokenizer.tokens(of: alone, in: TextRange(0, alone.count))
    #expect(model.parse(alone, tokens: aloneTokens[...]) == tree)
  }

  @Test(arguments: languages) func tenThousandWords(_ language: String) throws {
    let text = Array(repeating: "and the « ministry » of war, which", count: 1_500).joined(separator: " ")
    let parsed = try Parsed(text, language: language)
    #expect(parsed.words.count > 10_000)
    expectTree(parsed.tree)
  }

  @Test(arguments: languages) func bytesOfAnyKind(_ language: String) throws {
    let model = try #require(SyntaxModel.model(for: language))
    var state: UInt64 = 42
    for _ in 0..<200 {
      let bytes = (0..<120).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
      let tokens = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count))
      let tree = model.parse(bytes, tokens: tokens[...])
      expectTree(tree)
      #expect(model.parse(bytes, tokens: tokens[...]) == tree)
    }
  }

  @Test(arguments: languages) func tokensThatPointOutsideTheText(_ language: String) throws {
    let model = try #require(SyntaxModel.model(for: language))
    let ranges = [TextRange(0, 3), TextRange(2, 90), TextRange(80, 90), TextRange(3, 1)]
    let tokens = ranges.map { Token(range: $0, fold: 0, kind: .word, shape: [.capitalised]) }
    expectTree(model.parse(Array("abc".utf8), tokens: tokens[...]))
  }

  private func expectTree(_ tree: SyntaxTree, _ location: SourceLocation = #_sourceLocation) {
    let count = tree.heads.count
    #expect(tree.tags.count == count && tree.relations.count == count && tree.morphology.count == count)
    guard count > 0 else { return }
    let roots = tree.heads.indices.filter { tree.heads[$0] == -1 }
    #expect(roots.count == 1, sourceLocation: location)
    #expect(roots.allSatisfy { tree.relations[$0] == .root }, sourceLocation: location)
    // Every token reaches the root: mark those that do, each once.
    var reaches = tree.heads.map { $0 == -1 }
    var lost = false
    for start in tree.heads.indices {
      var path: [Int] = []
      var at = start
      while !reaches[at], path.count <= count {
        path.append(at)
        at = Int(tree.heads[at])
      }
      lost = lost || path.count > count
      for place in path { reaches[place] = true }
    }
    #expect(!lost, sourceLocation: location)
  }
}
