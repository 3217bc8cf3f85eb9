import DossierKnowledge
import DossierSyntax
import DossierText

/// Deeds that are done to the subject, who has done nothing, be it a gang: "LockBit was hacked", "got hacked", "suffered a breach".
extension ClaimReader {
  /// Whether a predicate tells what its subject suffered: "was one of the victims", "a été la cible d'un piratage".
  func isSuffered(_ predicate: Int, in segment: Segment) -> Bool {
    if segment.child(predicate, .cop) != nil,
      segment.subtree(predicate).contains(where: {
        text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.opposed)
      })
    {
      return true
    }
    let words =
      [predicate] + segment.children(predicate).map(Int.init).filter { segment.tree.relations[$0] == .cop }
    if words.contains(where: { text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.suffering) }
    ) {
      return true
    }
    // "on nous a volé nos données"
    if let object = segment.child(predicate, .obj, .iobj), object < predicate,
      text.lexeme(.pronoun, covering: segment.positions[object])?.lexeme.means(PronounWord.we) == true
    {
      return isHostileVerb(predicate, in: segment)
    }
    if let done = segment.child(predicate, .xcomp), isCausedToSelf(done, in: segment) { return true }
    return segment.child(predicate, .auxPass) != nil && isHostileVerb(predicate, in: segment)
  }

  /// "got hacked", "had its data stolen": a participle behind "get", or behind the object of "have".
  func isCausedToSelf(_ verb: Int, in segment: Segment) -> Bool {
    guard segment.tree.relations[verb] == .xcomp, let above = segment.head(verb), above < verb,
      isHostileVerb(verb, in: segment),
      text.lexemes(at: segment.positions[verb]).contains(where: { $0.lexeme.form == .participle })
    else { return false }
    if text.isLexeme(at: segment.positions[above], .auxiliary, AuxiliaryWord.get) { return true }
    return text.isLexeme(at: segment.positions[above], .auxiliary, AuxiliaryWord.have)
      && segment.child(above, .obj).map { $0 < verb } == true
  }

  /// Whether a verb tells of something hostile.
  func isHostileVerb(_ verb: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[verb]).contains {
      $0.lexeme.category == .behaviour && $0.lexeme.partOfSpeech == .verb
    }
  }
}
