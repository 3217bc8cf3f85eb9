import DossierSyntax
import DossierText

/// A sentence in the project's tokens, with what its treebank says of them.
struct Sample {
  var text: [UInt8]
  var tokens: [Token]
  var tags: [PartOfSpeech]
  var morphology: [Morphology]
  var heads: [Int32]
  var relations: [DependencyRelation]
}

/// Moves a treebank's analysis from its words to the project's tokens, by their places in the text.
///
/// - Words that are one token here (`du` = `de` + `le`) give it the analysis of the outermost of them, the first if
///   there are several; what depends on any of them depends on the token.
/// - A word that is several tokens here (`porte-parole`) is its first piece of letters, on which the others depend:
///   marks as `punct`, the rest as `flat` with the same part of speech. French clitics (`-t-il`) are their last piece.
enum Alignment {
  /// The sentence in the project's tokens; nil if the two do not fit.
  static func sample(_ gold: GoldSentence) -> Sample? {
    let tokens = Tokenizer.tokens(of: gold.text, in: TextRange(0, gold.text.count))
    let words = gold.words
    guard !tokens.isEmpty, !words.isEmpty else { return nil }
    var owners: [[Int]] = Array(repeating: [], count: tokens.count)
    var pieces: [[Int]] = Array(repeating: [], count: words.count)
    var first = 0
    for (place, token) in tokens.enumerated() {
      while first < words.count, words[first].end <= Int(token.range.start) { first += 1 }
      var word = first
      while word < words.count, words[word].start < Int(token.range.end) {
        if words[word].end > Int(token.range.start) {
          owners[place].append(word)
          pieces[word].append(place)
        }
        word += 1
      }
    }
    guard pieces.allSatisfy({ !$0.isEmpty }), owners.allSatisfy({ !$0.isEmpty }) else { return nil }

    let anchors = words.indices.map { anchor(of: words[$0], pieces[$0], tokens, gold.text) }
    let depths = words.indices.map { depth($0, words) }
    var sample = Sample(text: gold.text, tokens: tokens, tags: [], morphology: [], heads: [], relations: [])
    for place in tokens.indices {
      let own = owners[place].filter { anchors[$0] == place }
      if let word = own.min(by: { (depths[$0], $0) < (depths[$1], $1) }) {
        sample.tags.append(words[word].tag)
        sample.morphology.append(words[word].morphology)
        sample.heads.append(words[word].head < 0 ? -1 : Int32(anchors[words[word].head]))
        sample.relations.append(words[word].relation)
      } else {
        let word = owners[place][0]
        let isMark = tokens[place].kind == .mark
        sample.tags.append(isMark ? .punct : words[word].tag)
        sample.morphology.append([])
        sample.heads.append(Int32(anchors[word]))
        sample.relations.append(isMark ? .punct : .flat)
      }
    }
    return isTree(sample.heads) ? sample : nil
  }

  /// The piece that stands for a word.
  private static func anchor(of word: GoldWord, _ pieces: [Int], _ tokens: [Token], _ text: [UInt8]) -> Int {
    let solid = pieces.filter { tokens[$0].kind != .mark }
    let isClitic = pieces.count > 1 && text[word.start] == UInt8(ascii: "-")
    return (isClitic ? solid.last : solid.first) ?? pieces[0]
  }

  /// How many heads there are from a word to the root.
  private static func depth(_ word: Int, _ words: [GoldWord]) -> Int {
    var depth = 0
    var at = word
    while at >= 0, depth <= words.count {
      at = words[at].head
      depth += 1
    }
    return depth
  }

  /// Whether there is one root that every token reaches.
  private static func isTree(_ heads: [Int32]) -> Bool {
    guard heads.count(where: { $0 < 0 }) == 1 else { return false }
    for start in heads.indices {
      var at = start
      var steps = 0
      while heads[at] >= 0 {
        at = Int(heads[at])
        steps += 1
        if steps > heads.count { return false }
      }
    }
    return true
  }
}
