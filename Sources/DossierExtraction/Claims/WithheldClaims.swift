import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Claims that words above them keep from being made: "it is too early to conclude that", "was not ready to say that", "hésite à dire
/// que", "does not have the evidence to say that".
extension ClaimReader {
  /// How a claim is kept from being made.
  enum Withholding {
    /// Nothing is said of it.
    case open
    /// Proof is said to be missing.
    case unproven
  }

  /// How the words before an infinitive keep it from being done; nil where they do not.
  ///
  /// "Did not hesitate to say", "had no choice but to conclude": two such words take each other back.
  func withholding(of verb: Int, in segment: Segment) -> Withholding? {
    guard let start = infinitiveStart(of: verb, in: segment),
      // "has no reason to doubt it"
      !text.isLexeme(at: segment.positions[verb], .judgement, JudgementWord.doubt),
      // "a attendu dix ans avant d'accuser": in the end it was done.
      !(max(0, start - 1)...verb).contains(where: {
        text.isLexeme(at: segment.positions[$0], .preposition, PrepositionWord.after)
      })
    else { return nil }
    let above = ancestors(of: verb, in: segment)
    var isNegated = false
    var isWithheld = opensQuestion(verb, in: segment)
    var lacks = false
    var hasGround = false
    var node = start - 1
    scan: while node >= 0, start - node <= Self.reach {
      switch segment.tree.tags[node] {
      case .punct, .cconj: break scan
      default: break
      }
      let position = segment.positions[node]
      if text.isLexeme(at: position, .complementizer, ComplementizerWord.that) { break }
      for match in text.lexemes(at: position) {
        let lexeme = match.lexeme
        switch lexeme.category {
        case .judgement:
          switch lexeme.as(JudgementWord.self) {
          case .withholding, .open, .omission: isWithheld = true
          case .doubt: lacks = true
          // "has no basis to"
          case .baseless where match.end - match.first > 1: lacks = true
          case .evidence, .sufficiency: hasGround = true
          default: break
          }
        case .negation where lexeme.means(NegationWord.not) || lexeme.means(NegationWord.no):
          let head = segment.head(node)
          if [node, head, head.flatMap(segment.head)].contains(where: { $0.map(above.contains) == true }) {
            isNegated = true
            // "rien ne permet d'affirmer"
            if lexeme.means(NegationWord.no), segment.tree.tags[node] == .pron { hasGround = true }
          }
        case .cue where lexeme.partOfSpeech == .verb && !lexeme.has(.general):
          if lexeme.means(CueFrame.decline) {
            isWithheld = true
          } else if match.end - match.first == 1, segment.tree.tags[node] == .verb, !above.contains(node) {
            break scan
          }
        default: break
        }
      }
      if above.contains(node), isSayer(node, in: segment) { break }
      node -= 1
    }
    if lacks { return isNegated ? nil : .unproven }
    if isNegated != isWithheld, hasGround { return .unproven }
    return isNegated == isWithheld ? nil : .open
  }

  /// How far before an infinitive the words may stand that withhold it.
  private static let reach = 9

  /// The verb above a predicate that is withheld, with how.
  func withholding(above predicate: Int, in segment: Segment) -> Withholding? {
    var node = predicate
    for _ in 0..<5 {
      if isClaiming(node, in: segment), let found = withholding(of: node, in: segment) { return found }
      guard let head = segment.head(node), head != node else { return nil }
      node = head
    }
    return nil
  }

  /// Whether a claim above a predicate is withheld or refused: "we cannot confirm that Russia did it".
  func isLeftUnsaid(above predicate: Int, in segment: Segment) -> Bool {
    if withholding(above: predicate, in: segment) == .open { return true }
    var node = predicate
    for _ in 0..<4 {
      guard let head = segment.head(node) else { return false }
      if isClaiming(head, in: segment), isRefused(head, in: segment) { return true }
      node = head
    }
    return false
  }

  /// A claim that whoever it would be of does not make: they decline, or judge that it is not proven, where they are known.
  mutating func withheld(_ reading: CueReading, _ verb: Int, _ how: Withholding, in segment: Segment)
    -> ClaimDraft?
  {
    let above = ancestors(of: verb, in: segment)
    guard let governor = above.first(where: { segment.child($0, .nsubj, .nsubjPass) != nil }),
      let subject = segment.child(governor, .nsubj), subject < verb,
      segment.tree.relations[governor] != .ccomp,
      !text.isLexeme(at: segment.positions[subject], .pronoun, PronounWord.it),
      // What is lacked, or not seen, is read with the verb that says so.
      how == .open || !above.contains(where: { isClaiming($0, in: segment) })
    else { return nil }
    let speaker = parties.party(at: subject, in: segment)
    guard speaker.entities.contains(where: { parties.registry[$0].kind.isParty }), !isAccused(speaker) else {
      return nil
    }
    let nodes = segment.subtree(verb) {
      segment.isNewClause($0) && $0 > verb && segment.tree.relations[$0] == .conj
    }
    if how == .open {
      let reading = CueReading(cue: reading.cue, frame: .decline, node: reading.node)
      let about = spared(in: nodes, in: segment)
      return draft(.decline, reading, speaker: speaker, about: about, content: nodes, in: segment)
    }
    parties.reporting = speaker.entities
    let proposition = proposition(nodes, main: nil, in: segment)
    parties.reporting = nil
    guard let about = proposition.actor ?? proposition.namedGroup else { return nil }
    var draft = draft(.assess, reading, speaker: speaker, about: about, content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.polarity = .deny
    return draft
  }

  /// "had no grounds to believe that Russia did it": a judgement whose ground is denied within its own words.
  mutating func groundless(_ reading: CueReading, _ verb: Int, in segment: Segment) -> ClaimDraft? {
    guard scope == .threat, reading.frame == .assess || reading.frame == .say, reading.tokens.count > 3,
      reading.tokens.contains(where: { position in
        text.lexemes(at: position).contains { $0.lexeme.category == .negation && $0.end - $0.first == 1 }
          || text.isLexeme(at: position, .judgement, JudgementWord.baseless)
      }), !reading.tokens.contains(where: { text.isLexeme(at: $0, .judgement, JudgementWord.doubt) }),
      var draft = readVerb(reading, verb, in: segment)
    else { return nil }
    draft.act = .assess
    draft.polarity = .deny
    draft.deniesInvolvement = false
    return draft
  }

  /// Where an infinitive begins: "to" before it, or itself in French with the pronouns before it.
  private func infinitiveStart(of verb: Int, in segment: Segment) -> Int? {
    if text.isEnglish {
      return (max(0, verb - 2)..<verb).last {
        segment.tree.tags[$0] != .adp && text.word(segment.positions[$0]) == "to"
      }
    }
    // "impossible de dire"
    if let open = text.lexeme(.judgement, covering: segment.positions[verb]),
      open.lexeme.means(JudgementWord.open), Int(open.first) < segment.positions[verb],
      let first = segment.node(at: Int(open.first))
    {
      return first
    }
    guard text.lexemes(at: segment.positions[verb]).contains(where: { $0.lexeme.form == .infinitive }) else {
      return nil
    }
    var start = verb
    while start > 0, [.adp, .pron, .part].contains(segment.tree.tags[start - 1]), verb - start < 3 {
      start -= 1
    }
    return start
  }

  /// "unable to say", "incapable de dire": words for an open question that the verb itself is part of.
  private func opensQuestion(_ verb: Int, in segment: Segment) -> Bool {
    text.lexeme(.judgement, covering: segment.positions[verb])?.lexeme.as(JudgementWord.self) == .open
  }

  private func isClaiming(_ node: Int, in segment: Segment) -> Bool {
    opensQuestion(node, in: segment)
      || text.lexeme(.cue, covering: segment.positions[node])?.lexeme.partOfSpeech == .verb
      || text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.comment)
  }

  /// Whether a finite verb of saying has the clause for what it says: what stands before it withholds nothing in it.
  private func isSayer(_ node: Int, in segment: Segment) -> Bool {
    segment.tree.tags[node] == .verb
      && text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
          && (match.lexeme.means(CueFrame.say) || match.lexeme.means(CueFrame.tell))
      } && segment.child(node, .ccomp) != nil
  }

  private func ancestors(of verb: Int, in segment: Segment) -> [Int] {
    var found: [Int] = []
    var node = verb
    for _ in 0..<4 {
      guard let head = segment.head(node) else { break }
      found.append(head)
      node = head
    }
    return found
  }
}
