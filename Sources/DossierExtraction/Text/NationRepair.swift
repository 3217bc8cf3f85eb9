import DossierKnowledge
import DossierSyntax
import DossierText

/// Adjectives of nations that stand for the nation itself.
extension TreeRepair {
  /// "It was the Chinese", "un Russe": behind an article and before no noun, a capitalised adjective that heads its phrase is a
  /// name.
  mutating func makeNations() {
    for node in tree.heads.indices.dropFirst() where tree.tags[node] == .adj {
      guard tree.relations[node] != .amod, tree.relations[node] != .compound,
        text.names(covering: positions[node]).contains(where: { $0.usage == .demonym }),
        text.lexemes(at: positions[node - 1]).contains(where: { match in
          match.lexeme.category == .determiner
        }), text.tokens[positions[node]].shape.contains(.capitalised)
      else { continue }
      tree.tags[node] = .propn
    }
  }
}
