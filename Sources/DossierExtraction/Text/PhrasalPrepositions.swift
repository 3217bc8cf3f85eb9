import DossierKnowledge
import DossierSyntax
import DossierText

extension TreeRepair {
  /// "à l'encontre de six personnes": words that are a preposition together hold no noun that anything hangs on; what follows them
  /// stands where the parser has put that noun.
  mutating func joinPhrasalPrepositions() {
    for start in tree.heads.indices {
      guard
        let match = text.lexemes(at: positions[start]).first(where: { match in
          match.lexeme.category == .preposition && match.end - match.first >= 3
        })
      else { continue }
      let end = start + Int(match.end - match.first)
      guard end < tree.heads.count, positions[end - 1] == Int(match.end) - 1 else { continue }
      let words = start..<end
      guard
        let noun = words.first(where: { isNoun($0) && !words.contains(Int(tree.heads[$0])) }),
        tree.heads[noun] >= 0,
        let governed = (end..<tree.heads.count).first(where: { words.contains(Int(tree.heads[$0])) })
      else { continue }
      tree.heads[governed] = tree.heads[noun]
      tree.relations[governed] = tree.relations[noun]
      for word in words {
        tree.heads[word] = Int32(governed)
        tree.relations[word] = .case
      }
      for node in end..<tree.heads.count where words.contains(Int(tree.heads[node])) {
        tree.heads[node] = Int32(governed)
      }
    }
  }
}
