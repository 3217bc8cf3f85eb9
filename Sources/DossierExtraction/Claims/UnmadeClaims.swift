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
    if isOfNobody(verb, in: segment) || wasOnlyDue(verb, in: segment) { return true }
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

  /// "should have blamed Russia", « aurait dû prévenir »: what somebody might have said has not been said.
  private func wasOnlyDue(_ verb: Int, in segment: Segment) -> Bool {
    guard verb > 1 else { return false }
    let before = segment.positions[verb - 1]
    let isModal = { (position: Int) in
      self.text.lexemes(at: position).contains {
        $0.lexeme.category == .modal && !$0.lexeme.means(ModalWord.will) && $0.lexeme.partOfSpeech == .verb
      }
    }
    if text.isFrench {
      return isModal(before)
        && text.lexemes(at: segment.positions[verb - 2]).contains { match in
          match.lexeme.form == .conditional && match.lexeme.category == .auxiliary
        }
    }
    return text.isLexeme(at: before, .auxiliary, AuxiliaryWord.have) && isModal(segment.positions[verb - 2])
  }

  /// "I do not know a serious expert who disputes it", « il n'y a personne qui le conteste »: said of people of whom there are none.
  private func isOfNobody(_ verb: Int, in segment: Segment) -> Bool {
    guard segment.tree.relations[verb] == .aclRelcl, let people = segment.head(verb), people < verb,
      segment.tree.relations[people] == .obj, let main = segment.head(people), main < people
    else { return false }
    return segment.isNegated(main, in: text)
      && segment.child(people, .det).map {
        text.lexemes(at: segment.positions[$0]).contains { !$0.lexeme.has(.definite) }
      } == true
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

  /// "we have seen many firms attacked", "(see the advisory)": seeing judges only where somebody is seen behind something or as something.
  func isOnlySeen(_ reading: CueReading, _ verb: Int, in segment: Segment) -> Bool {
    guard reading.frame == .assess || reading.frame == .say, reading.tokens.count == 1,
      text.isLexeme(at: reading.tokens.lowerBound, .cue, CueFrame.say),
      text.isLexeme(at: reading.tokens.lowerBound, .cue, CueFrame.assess),
      // "does not see any reason why it would be Russia"
      !segment.isNegated(verb, in: text)
    else { return false }
    let clause = (verb + 1..<max(verb + 1, segment.count)).prefix {
      !text.isLexeme(at: segment.positions[$0], .complementizer, ComplementizerWord.that)
    }
    // "saw no reason to conclude that"
    if reading.frame == .say { return clause.contains { withholding(of: $0, in: segment) != nil } }
    return !clause.contains { node in
      isBehind(node, in: segment)
        || text.isLexeme(at: segment.positions[node], .preposition, PrepositionWord.as)
    }
  }

  /// "called to report the problem", "to help assess the damage", "thanked for reporting the bugs", "a bid to encourage firms": what
  /// somebody does something for, or is thanked for, with a thing for its object, states nothing.
  func isPurpose(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> Bool {
    let verb = roles.verb
    guard reading.cue.lexeme.partOfSpeech == .verb, reading.tokens.count == 1,
      segment.child(verb, .nsubj, .nsubjPass) == nil,
      let opener = segment.child(verb, .mark, .case), opener < verb,
      [.acl, .advcl, .xcomp].contains(segment.tree.relations[verb])
    else { return false }
    let isInfinitive =
      reading.cue.lexeme.form == .infinitive
      || text.isLexeme(at: segment.positions[opener], .preposition, PrepositionWord.to)
    switch reading.frame {
    case .say, .assess:
      guard roles.complementizer == nil, roles.clause == nil, segment.child(verb, .obj) != nil,
        text.quotations(overlapping: segment.positions[verb]..<segment.positions[verb] + 4).isEmpty
      else { return false }
      if isInfinitive {
        return segment.tree.relations[verb] != .xcomp || reading.frame == .assess
          || isHelped(verb, in: segment)
      }
      return reading.cue.lexeme.form == .gerund
        && text.isLexeme(at: segment.positions[opener], .preposition, PrepositionWord.for)
    // "broke in in order to reach them": a noun, since no bare verb stands behind "in".
    case .demand
    where opener == verb - 1 && reading.cue.lexeme.language == .en
      && text.isLexeme(at: segment.positions[opener], .preposition, PrepositionWord.in):
      return reading.cue.lexeme.form != .gerund
    case .demand: return isInfinitive && segment.tree.relations[verb] == .acl
    case .charge: return isInfinitive && segment.tree.relations[verb] != .xcomp
    default: return false
    }
  }

  /// "hired experts to help assess the damage": under a verb that nobody has said anything by.
  private func isHelped(_ verb: Int, in segment: Segment) -> Bool {
    guard let above = segment.head(verb), above < verb else { return false }
    return segment.tree.relations[above] == .advcl || segment.tree.relations[above] == .acl
      || segment.tree.relations[above] == .xcomp
  }

  /// Whether words for an open question stand right before a verb.
  func isLeftOpen(_ verb: Int, in segment: Segment) -> Bool {
    (max(0, verb - 2)..<verb).contains {
      text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.open)
    }
  }

  /// "the hackers offered to decrypt one file", "continued to send mail", "wrote a ransom note": what attackers do, and tell nobody of in
  /// words of their own.
  func isOnlyDeed(_ reading: CueReading, _ roles: ClauseRoles, by speaker: Party, in segment: Segment) -> Bool
  {
    guard scope == .threat, reading.frame == .say, reading.tokens.count == 1,
      reading.cue.lexeme.has(.weak) || reading.cue.lexeme.has(.quote),
      speaker.isActor, roles.complementizer == nil,
      !text.isLexeme(at: reading.tokens.lowerBound, .judgement, JudgementWord.confession),
      text.quotations(overlapping: segment.span(Array(0..<segment.count)) ?? 0..<0).isEmpty
    else { return false }
    // « a confirmé être à l'origine », « avoir piraté »: what they say that they have done.
    return roles.clause.map { segment.child($0, .nsubj, .nsubjPass, .aux, .cop) == nil } ?? true
  }
}
