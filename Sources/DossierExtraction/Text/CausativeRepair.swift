import DossierKnowledge
import DossierSyntax

/// Subjects that have something done to them, which the parser takes for doers.
extension TreeRepair {
  /// "the city had its data stolen": a noun between "had" and a participle is what was stolen, and whoever had it stolen the victim.
  mutating func makeSuffered() {
    for verb in tree.heads.indices
    where tree.tags[verb] == .verb
      && text.lexemes(at: positions[verb]).contains(where: {
        $0.lexeme.category == .behaviour && $0.lexeme.form == .participle
      })
    {
      let dependents = children(of: verb)
      guard
        let auxiliary = dependents.first(where: { child in
          child < verb && tree.relations[child] == .aux
            && text.isLexeme(at: positions[child], .auxiliary, AuxiliaryWord.have)
        }), let first = dependents.first(where: { tree.relations[$0] == .nsubj }), first < auxiliary,
        let second = dependents.last(where: { tree.relations[$0] == .nsubj }), second > auxiliary,
        second < verb, isNoun(second)
      else { continue }
      tree.relations[auxiliary] = .auxPass
      tree.relations[first] = .dep
      tree.relations[second] = .nsubjPass
    }
  }

  /// "s'est fait voler ses données": the infinitive is what was done to the subject.
  mutating func makeReflexiveCausatives() {
    for verb in tree.heads.indices
    where tree.relations[verb] == .xcomp
      && text.lexemes(at: positions[verb]).contains(where: {
        $0.lexeme.form == .infinitive
      })
    {
      let maker = Int(tree.heads[verb])
      guard maker >= 0, maker < verb, maker + 3 > verb,
        text.isLexeme(at: positions[maker], .judgement, JudgementWord.making),
        let pronoun = children(of: maker).first(where: { child in
          child < maker && tree.tags[child] == .pron && tree.relations[child] != .nsubj
        })
      else { continue }
      for child in children(of: maker) where child != verb {
        tree.heads[child] = Int32(verb)
        if tree.relations[child] == .nsubj { tree.relations[child] = .nsubjPass }
        if tree.relations[child] == .aux { tree.relations[child] = .auxPass }
      }
      tree.relations[pronoun] = .dep
      give(verb, placeOf: maker)
      hang(maker, on: verb, as: .auxPass)
    }
  }
}
