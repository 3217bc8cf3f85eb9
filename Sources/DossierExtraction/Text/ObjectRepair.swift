import DossierKnowledge
import DossierSyntax

/// Objects that the parser makes a clause of, and clauses that it hangs on their subjects.
extension TreeRepair {
  /// "Russian-speaking hackers had hacked the bank": a verb without a subject that hangs as a clause on the noun before it has that noun
  /// for its subject.
  mutating func raisePredicates() {
    for verb in tree.heads.indices where tree.relations[verb] == .ccomp && tree.tags[verb] == .verb {
      let noun = Int(tree.heads[verb])
      guard noun >= 0, noun < verb, isNoun(noun),
        tree.morphology[verb].contains(.finite) || hasAuxiliary(verb),
        !tree.heads.indices.contains(where: { other in
          tree.heads[other] == Int32(verb)
            && [.nsubj, .nsubjPass, .mark, .expl].contains(tree.relations[other])
            || tree.heads[other] == Int32(noun) && [.case, .cop, .nsubj].contains(tree.relations[other])
        }),
        (noun + 1..<verb).allSatisfy({ tree.tags[$0] == .aux || tree.tags[$0] == .adv })
      else { continue }
      let above = tree.heads[noun]
      tree.heads[verb] = above
      tree.relations[verb] =
        above >= 0 && TagKnowledge.isVerbOfClaiming(positions[Int(above)], in: text)
        ? .ccomp : tree.relations[noun]
      tree.heads[noun] = Int32(verb)
      tree.relations[noun] = .nsubj
    }
  }

  func hasAuxiliary(_ verb: Int) -> Bool {
    tree.heads.indices.contains { tree.heads[$0] == Int32(verb) && tree.relations[$0] == .aux }
  }

  /// "blamed Russian-speaking hackers for it": a noun right behind a verb of claiming that has no object, with nothing of a clause about
  /// it, is its object.
  mutating func makeObjects() {
    for noun in tree.heads.indices where tree.relations[noun] == .advcl && isNoun(noun) {
      let verb = Int(tree.heads[noun])
      guard verb >= 0, verb < noun, TagKnowledge.isVerbOfClaiming(positions[verb], in: text),
        !tree.heads.indices.contains(where: { other in
          tree.heads[other] == Int32(verb) && tree.relations[other] == .obj
            || tree.heads[other] == Int32(noun)
              && [.mark, .cop, .nsubj, .aux, .case].contains(tree.relations[other])
        }),
        (verb + 1..<noun).allSatisfy({ isInside($0, noun) })
      else { continue }
      tree.relations[noun] = .obj
    }
  }
}
