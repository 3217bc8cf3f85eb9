import DossierKnowledge
import DossierSyntax

/// Clauses that say who told it, the verb before its subject: « comme l'a révélé Le Monde », "…, warned Javier Montoro".
extension TreeRepair {
  /// "Two of them are still at it, warned Jane Roe": whoever stands right behind a verb of claiming that a comma parts from a whole
  /// clause is its subject, and the clause what is said.
  mutating func makeOpenedTags() {
    for verb in tree.heads.indices.dropFirst(4)
    where text.isComma(positions[verb - 1]) && TagKnowledge.isVerbOfClaiming(positions[verb], in: text) {
      guard
        let subject = tree.heads.indices.first(where: {
          $0 < verb && tree.heads[$0] == Int32(verb) && tree.relations[$0] == .nsubj
        }),
        let name = tree.heads.indices.first(where: {
          $0 > verb && tree.heads[$0] == Int32(verb) && tree.relations[$0] == .obj
        }), name < verb + 5, tree.tags[name] == .propn, !has(.case, of: name, before: name),
        holdsClause(from: subject, before: verb - 1)
      else { continue }
      tree.relations[subject] = .ccomp
      tree.relations[name] = .nsubj
    }
  }

  /// Whether a finite verb, and no relative pronoun or comma before it, stands between a noun and a comma.
  private func holdsClause(from subject: Int, before comma: Int) -> Bool {
    for node in subject + 1..<max(subject + 1, comma) {
      if text.isComma(positions[node])
        || text.isLexeme(at: positions[node], .pronoun, PronounWord.relative)
      {
        return false
      }
      let isVerb = tree.tags[node] == .verb || tree.tags[node] == .aux
      if isVerb, tree.morphology[node].contains(.finite) { return true }
    }
    return false
  }

  /// The noun behind such a verb is its subject, and the clause hangs on what it tells of.
  mutating func makeInvertedReports() {
    guard text.isFrench else { return }
    for verb in tree.heads.indices.dropFirst(2)
    where tree.tags[verb] == .verb && text.lexeme(.cue, covering: positions[verb]) != nil {
      let clitic = hasAuxiliary(verb) ? verb - 2 : verb - 1
      guard clitic > 0, text.isLexeme(at: positions[clitic], .pronoun, PronounWord.clitic),
        isLike(clitic - 1),
        let noun = tree.heads.indices.first(where: { node in
          node > verb && tree.heads[node] == Int32(verb) && isNoun(node)
            && !has(.case, of: node, before: node)
        }), !has(.nsubj, of: verb, before: verb)
      else { continue }
      tree.relations[noun] = .nsubj
      tree.relations[clitic] = .obj
      if tree.relations[verb] == .conj || tree.relations[verb] == .nmod { tree.relations[verb] = .advcl }
    }
  }

  /// "comme", or the second word of "ainsi que".
  private func isLike(_ node: Int) -> Bool {
    text.isLexeme(at: positions[node], .preposition, PrepositionWord.as)
      || node > 0
        && text.lexemes(at: positions[node - 1]).contains {
          $0.lexeme.category == .coordination && $0.end - $0.first == 2
        }
  }
}
