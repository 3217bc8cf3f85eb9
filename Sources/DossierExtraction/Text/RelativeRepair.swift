import DossierSyntax

/// Relative clauses that the parser lets go on too far.
extension TreeRepair {
  /// "The hackers who attacked Northway Logistics demand money": where nothing but a relative clause follows the noun that is to
  /// be the whole sentence, the verb in it that has taken the clause's object for its subject is the sentence's own.
  mutating func freeMainVerbs() {
    guard let noun = tree.heads.firstIndex(where: { $0 < 0 }), isNoun(noun),
      let clause = tree.heads.indices.first(where: {
        tree.heads[$0] == Int32(noun) && tree.relations[$0] == .aclRelcl
      }), clause > noun, tree.tags[clause] == .verb,
      !TagKnowledge.isVerbOfClaiming(positions[clause], in: text),
      let verb = tree.heads.indices.first(where: { node in
        tree.heads[node] == Int32(clause) && node > clause && tree.tags[node] == .verb
          && [.ccomp, .obj, .parataxis, .xcomp].contains(tree.relations[node])
      }),
      let object = tree.heads.indices.first(where: {
        tree.heads[$0] == Int32(verb) && tree.relations[$0] == .nsubj
      }), isNoun(object), object < verb,
      (clause + 1..<verb).allSatisfy({ isInside($0, object) }),
      !tree.heads.indices.contains(where: {
        tree.heads[$0] == Int32(clause) && tree.relations[$0] == .obj && $0 != verb
      })
    else { return }
    for node in tree.heads.indices where tree.heads[node] == Int32(noun) && tree.relations[node] == .punct {
      tree.heads[node] = Int32(verb)
    }
    tree.heads[verb] = -1
    tree.relations[verb] = .root
    tree.heads[noun] = Int32(verb)
    tree.relations[noun] = .nsubj
    tree.heads[object] = Int32(clause)
    tree.relations[object] = .obj
  }
}
