import DossierKnowledge
import DossierSyntax

/// Adjectives of nations that stand for the nation itself.
extension TreeRepair {
  /// "It was the Chinese": behind "the" and before no noun, an adjective that heads its phrase is a name.
  mutating func makeNations() {
    guard !text.isFrench else { return }
    for node in tree.heads.indices.dropFirst() where tree.tags[node] == .adj {
      guard tree.relations[node] != .amod, tree.relations[node] != .compound,
        text.names(covering: positions[node]).contains(where: { $0.usage == .demonym }),
        text.lexemes(at: positions[node - 1]).contains(where: { match in
          match.lexeme.category == .determiner && match.lexeme.has(.definite)
        })
      else { continue }
      tree.tags[node] = .propn
    }
  }
}
