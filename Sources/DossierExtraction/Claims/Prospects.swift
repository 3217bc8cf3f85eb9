import DossierKnowledge
import DossierSyntax
import DossierText

/// Deeds that are still to come, or that somebody only could do: "wants to attack", "is expected to strike", "va attaquer",
/// "has the means to".
extension ClaimReader {
  /// What a word says of the infinitive below it, or nil where that is told of as done.
  func prospect(_ node: Int, in segment: Segment) -> Factuality? {
    let object = segment.child(node, .obj)
    // "has the means to", "a toutes les raisons de"
    if [node, object].compactMap({ $0 }).contains(where: { place in
      (max(0, place - 2)...place).contains { isWithin(.ability, $0, reaching: place, in: segment) }
    }) {
      return .open
    }
    for match in text.lexemes(at: segment.positions[node]) {
      switch match.lexeme.category {
      case .modal where match.lexeme.means(ModalWord.will) && segment.child(node, .xcomp) != nil:
        return .planned
      case .modal where match.lexeme.means(ModalWord.may) && segment.child(node, .xcomp) != nil:
        return .possible
      case .judgement where match.lexeme.means(JudgementWord.prospect):
        // "expects Russia to attack" is whoever expects it.
        if match.lexeme.language == .en, match.lexeme.partOfSpeech == .verb,
          segment.child(node, .auxPass, .cop) == nil
        {
          continue
        }
        return .planned
      default: continue
      }
    }
    return nil
  }

  /// "It would be a mistake for Russia to attack": a deed that is only thought of.
  func isThoughtOf(_ verb: Int, in segment: Segment) -> Bool {
    guard let subject = segment.child(verb, .nsubj, .obl), subject < verb else { return false }
    return [segment.child(verb, .mark), segment.child(subject, .case)].compactMap { $0 }.contains { opener in
      text.isLexeme(at: segment.positions[opener], .preposition, PrepositionWord.for)
    } && (subject + 1..<verb).contains { segment.tree.tags[$0] == .part }
  }

  private func isWithin(_ word: JudgementWord, _ place: Int, reaching node: Int, in segment: Segment) -> Bool
  {
    text.lexemes(at: segment.positions[place]).contains { match in
      match.lexeme.category == .judgement && match.lexeme.means(word)
        && Int(match.end) > segment.positions[node]
    }
  }
}
