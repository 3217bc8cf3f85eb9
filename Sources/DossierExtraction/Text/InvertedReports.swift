import DossierKnowledge
import DossierSyntax

/// Clauses that say who told it, the verb before its subject: « comme l'a révélé Le Monde », "…, warned Javier Montoro".
extension TreeRepair {
  /// "Two of them are still at it, warned Jane Roe": whoever stands right behind a verb of claiming that a comma parts from a whole
  /// clause is its subject, and the clause what is said.
  mutating func makeOpenedTags() {
    for verb in tree.heads.indices.dropFirst(4) where TagKnowledge.isVerbOfClaiming(positions[verb], in: text)
    {
      let first = hasAuxiliary(verb) && text.isFrench ? verb - 1 : verb
      guard text.isComma(positions[first - 1]) else { continue }
      let dependents = children(of: verb)
      guard
        let speaker = dependents.first(where: {
          $0 > verb && (tree.relations[$0] == .obj || tree.relations[$0] == .nsubj)
        }), speaker < verb + 7, isNoun(speaker), !has(.case, of: speaker, before: speaker),
        !dependents.contains(where: { $0 > verb && [.ccomp, .xcomp].contains(tree.relations[$0]) })
      else { continue }
      let told = dependents.first { node in
        guard node < first - 1 else { return false }
        // "Russia was behind the attack, said the firm": a whole clause by itself.
        if [.nsubj, .obl, .obj, .advcl].contains(tree.relations[node]), has(.nsubj, of: node, before: node),
          has(.cop, of: node, before: node)
        {
          return true
        }
        return tree.relations[node] == .nsubj && tree.tags[speaker] == .propn && speaker < verb + 5
          && holdsClause(from: node, before: first - 1)
      }
      guard let told else { continue }
      tree.relations[told] = .ccomp
      tree.relations[speaker] = .nsubj
    }
  }

  /// « La Russie a lancé l'attaque, concluaient en mai l'Union européenne et Londres »: a verb of claiming right behind a comma, with no
  /// subject but a name behind it, tells who says what stands before.
  mutating func makeConjoinedTags() {
    guard text.isFrench else { return }
    for verb in tree.heads.indices.dropFirst(4)
    where tree.relations[verb] == .conj && tree.tags[verb] == .verb
      && TagKnowledge.isVerbOfClaiming(positions[verb], in: text)
    {
      let first = hasAuxiliary(verb) ? verb - 1 : verb
      let dependents = children(of: verb)
      guard text.isComma(positions[first - 1]), case let head = Int(tree.heads[verb]), head >= 0, head < verb,
        tree.heads[head] < 0, has(.nsubj, of: head, before: head) || has(.nsubjPass, of: head, before: head),
        !dependents.contains(where: { [.nsubj, .ccomp, .cc, .xcomp].contains(tree.relations[$0]) }),
        let speaker = dependents.first(where: { $0 > verb && tree.relations[$0] == .obj }),
        speaker < verb + 7,
        isNoun(speaker), !has(.case, of: speaker, before: speaker),
        !text.names(covering: positions[speaker]).isEmpty
      else { continue }
      tree.relations[verb] = .parataxis
      tree.relations[speaker] = .nsubj
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

  /// « a déclaré à Londres Graeme Biggar »: a place that a preposition governs has a name of its own, and whoever stands right behind it
  /// is the subject of the verb before.
  mutating func partPlacesFromSpeakers() {
    guard text.isFrench else { return }
    for first in tree.heads.indices.dropLast() where tree.relations[first] == .flat && first > 2 {
      let place = Int(tree.heads[first])
      guard place == first - 1, has(.case, of: place, before: place), tree.heads[place] >= 0,
        case let verb = Int(tree.heads[place]), verb < place,
        text.lexeme(.cue, covering: positions[verb])?.lexeme.partOfSpeech == .verb,
        !has(.nsubj, of: verb, before: tree.heads.count),
        text.names(covering: positions[place]).contains(where: { name in
          Int(name.end) == positions[first] && text.entry(name.entry)?.kind == .state
        })
      else { continue }
      let rest = tree.heads.indices.filter {
        $0 > first && tree.heads[$0] == Int32(place) && tree.relations[$0] == .flat
      }
      guard rest.first == first + 1 else { continue }
      tree.heads[first] = Int32(verb)
      tree.relations[first] = .nsubj
      for word in rest { tree.heads[word] = Int32(first) }
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
