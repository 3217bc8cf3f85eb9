import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Words of claiming that claim nothing, for what stands above or below them.
extension ClaimReader {
  /// "if China denies", "could accuse", "réclame que Berne condamne": nobody has said it yet.
  func isHypothetical(_ verb: Int, in segment: Segment) -> Bool {
    // "failed to warn", "a tardé à prévenir"
    if let start = (max(0, verb - 5)..<verb).first(where: {
      text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.omission)
    }),
      let omission = text.lexemes(at: segment.positions[start]).first(where: {
        $0.lexeme.category == .judgement && $0.lexeme.means(JudgementWord.omission)
      }), Int(omission.end) == segment.positions[verb], !segment.isNegated(start, in: text),
      // "n'a cessé de démentir"
      !(max(0, start - 3)..<start).contains(where: {
        text.isLexeme(at: segment.positions[$0], .negation, NegationWord.ne)
      })
    {
      return true
    }
    for child in segment.children(verb).map(Int.init) where child < verb {
      if segment.tree.relations[child] == .mark,
        text.lexemes(at: segment.positions[child]).contains(where: { $0.lexeme.category == .condition })
      {
        return true
      }
      if isWish(before: child, in: segment) { return true }
    }
    return false
  }

  /// "réclame que", "voulait, elle, que", "il faut que": what a "that" opens is wanted.
  private func isWish(before that: Int, in segment: Segment) -> Bool {
    guard text.isLexeme(at: segment.positions[that], .complementizer, ComplementizerWord.that),
      let verb = (max(0, that - 5)..<that).last(where: {
        ![.punct, .pron, .adv].contains(segment.tree.tags[$0])
      })
    else { return false }
    return text.lexemes(at: segment.positions[verb]).contains { match in
      guard match.lexeme.partOfSpeech == .verb else { return false }
      switch match.lexeme.category {
      case .modal: return match.lexeme.means(ModalWord.must) || match.lexeme.means(ModalWord.will)
      case .cue: return [.demand, .require].contains(match.lexeme.as(CueFrame.self))
      default: return false
      }
    }
  }

  /// "will continue to target", "continue de nier": what stands for speaking beside a quotation only, and governs a deed or another
  /// claim.
  func isOnlyDone(_ reading: CueReading, _ verb: Int, in segment: Segment) -> Bool {
    guard reading.cue.lexeme.has(.quote), let done = segment.child(verb, .xcomp), done > verb else {
      return false
    }
    return isAttack(done, in: segment) && reading.cue.lexeme.language == .en
      || text.isLexeme(at: segment.positions[done], .cue, CueFrame.deny)
  }
}
