import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// "It was North Korea that had stolen the coins": what picks somebody out, which parsers hang in many ways.
extension TreeRepair {
  /// Puts the one picked out at the head of its clause, and what they did below it.
  mutating func makeClefts() {
    for pronoun in tree.heads.indices where pronoun + 4 < tree.heads.count && isImpersonal(pronoun) {
      guard let copula = (pronoun + 1...pronoun + 2).first(where: isBe), let cleft = cleft(behind: copula)
      else {
        continue
      }
      hang(cleft, pronoun: pronoun, copula: copula)
    }
  }

  private struct Cleft {
    var noun: Int
    var relative: Int
    var verb: Int
  }

  private func isImpersonal(_ node: Int) -> Bool {
    text.isLexeme(at: positions[node], .pronoun, PronounWord.it)
      || text.isLexeme(at: positions[node], .pronoun, PronounWord.this)
  }

  /// The noun phrase behind "it was", the relative pronoun right behind it, and that one's verb.
  private func cleft(behind copula: Int) -> Cleft? {
    var end = copula + 1
    phrase: while end < min(copula + 9, tree.heads.count) {
      switch tree.tags[end] {
      case .det, .adj, .noun, .propn, .num, .part: end += 1
      case .adv where end <= copula + 2: end += 1
      case .adp where end > copula + 1: end += 1
      default: break phrase
      }
    }
    guard end > copula + 1, end + 1 < tree.heads.count,
      text.isLexeme(at: positions[end], .pronoun, PronounWord.relative),
      tree.tags[end] != .noun,
      let verb = (end + 1..<min(end + 8, tree.heads.count)).first(where: { tree.tags[$0] == .verb }),
      (end + 1..<verb).allSatisfy({ [.aux, .adv, .pron, .part, .det].contains(tree.tags[$0]) })
    else { return nil }
    // "les hommes du FSB": the head is the first noun that no preposition governs.
    let nouns = (copula + 1..<end).prefix { tree.tags[$0] != .adp }
    guard
      let noun = nouns.last(where: {
        [.noun, .propn, .adj].contains(tree.tags[$0]) && !isDemonymBefore($0, end)
      })
    else { return nil }
    return Cleft(noun: noun, relative: end, verb: verb)
  }

  /// French adjectives stand behind their noun: "le groupe russe qui".
  private func isDemonymBefore(_ node: Int, _ end: Int) -> Bool {
    tree.tags[node] == .adj && node > 0 && (tree.tags[node - 1] == .noun || tree.tags[node - 1] == .propn)
  }

  private mutating func hang(_ cleft: Cleft, pronoun: Int, copula: Int) {
    let (noun, verb) = (cleft.noun, cleft.verb)
    var top = verb
    while tree.heads[top] >= Int32(pronoun), Int(tree.heads[top]) <= verb + 8,
      !(verb..<max(verb, Int(tree.heads[top]))).contains(where: { text.isComma(positions[$0]) }), top != noun
    {
      top = Int(tree.heads[top])
    }
    let outer = tree.heads[top]
    guard outer != Int32(noun) || top == noun else { return }
    let relation = tree.relations[top]
    if top != noun, top != verb {
      tree.heads[top] = Int32(verb)
      tree.relations[top] = .obj
    }
    tree.heads[noun] = outer
    tree.relations[noun] = outer < 0 ? .root : relation == .parataxis ? relation : .ccomp
    if tree.tags[noun] == .adj { tree.tags[noun] = .noun }
    for node in tree.heads.indices where node != noun {
      switch node {
      case pronoun:
        tree.heads[node] = Int32(noun)
        tree.relations[node] = .nsubj
      case copula:
        tree.heads[node] = Int32(noun)
        tree.relations[node] = .cop
      case copula + 1..<noun where !isInside(node, noun):
        tree.heads[node] = Int32(noun)
      case cleft.relative:
        tree.heads[node] = Int32(verb)
        tree.relations[node] = .nsubj
      case cleft.relative + 1..<verb where !isInside(node, verb): tree.heads[node] = Int32(verb)
      case verb:
        tree.heads[node] = Int32(noun)
        tree.relations[node] = .aclRelcl
      case (verb + 1)... where tree.heads[node] == Int32(verb) && tree.relations[node] == .parataxis:
        tree.heads[node] = Int32(noun)
      default: continue
      }
    }
  }
}
