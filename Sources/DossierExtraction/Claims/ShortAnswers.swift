import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Answers of a word or two: "Nonsense, says Moscow", "Faux, réplique le Kremlin", "Moscow says it did not".
extension ClaimReader {
  /// The denial that such a sentence is; nil for any other.
  mutating func readShortAnswer(_ reading: CueReading, in segment: Segment) -> ClaimDraft? {
    guard reading.frame == .say || reading.frame == .tell, reading.tokens.count == 1, reading.node > 1,
      let comma = (1..<min(reading.node, 6)).first(where: { isComma($0, in: segment) })
    else { return nil }
    // "Nonsense, the embassy replied": between the comma and the verb stands nothing but who speaks.
    let subject = segment.child(reading.node, .nsubj).flatMap { subject in
      subject > comma && subject < reading.node
        && segment.subtree(subject).allSatisfy { $0 > comma && $0 < reading.node } ? subject : nil
    }
    guard comma == reading.node - 1 || subject != nil else { return nil }
    let answer = (0..<comma).filter { text.tokens[segment.positions[$0]].kind == .word }
    let isNo = isOnlyNo(answer, in: segment)
    guard isNo || (1...3).contains(answer.count),
      isNo
        || answer.contains(where: {
          text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.baseless)
        }) && !answer.contains(where: { text.lexeme(.negation, covering: segment.positions[$0]) != nil }),
      let node = subject ?? nominal(after: reading.tokens.upperBound, in: segment)
    else { return nil }
    parties.isSpeaking = true
    parties.isAnswering = true
    let speaker = parties.party(at: node, in: segment)
    parties.isSpeaking = false
    parties.isAnswering = false
    guard !speaker.entities.isEmpty else { return nil }
    let own = accused(behind: speaker)
    // "Not so, says the minister", of whom nobody was blamed: an answer to the claim right before it.
    let answered = isNo && own == nil ? blamedRightBefore(reading, besides: speaker) : nil
    guard !isNo || isAccused(speaker) || answered != nil else { return nil }
    return denial(
      of: own ?? answered ?? contested(by: speaker, at: reading.tokens.lowerBound), reading, speaker, answer,
      in: segment)
  }

  /// Whom the last claim blames, if it is of the sentence before and of somebody else.
  private func blamedRightBefore(_ reading: CueReading, besides speaker: Party) -> Party? {
    guard let last = drafts.last, last.act.isResponsibility, last.polarity == .affirm,
      !last.speaker.entities.contains(where: speaker.entities.contains),
      let sentence = text.sentence(at: reading.tokens.lowerBound),
      last.span.upperBound <= sentence.tokens.lowerBound,
      text.sentence(at: sentence.tokens.lowerBound - 1).map({ $0.tokens.contains(last.cue.lowerBound) })
        == true
    else { return nil }
    return last.about
  }

  /// "Moscow says it did not", "Moscou assure que non": who was blamed, and has no other words for it than a no.
  mutating func readBareNo(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    guard reading.frame == .say || reading.frame == .tell || reading.frame == .assertion,
      let answer = bareNo(after: roles.verb, in: segment)
    else { return nil }
    let speaker = speaker(roles, in: segment)
    guard isAccused(speaker) else { return nil }
    return denial(of: accused(behind: speaker), reading, speaker, answer, in: segment)
  }

  /// "KillNet says it did it": nothing but a pronoun and that it did it.
  mutating func readBareYes(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    guard reading.frame == .say || reading.frame == .boast || reading.frame == .tell, !roles.isPassive,
      !segment.isNegated(roles.verb, in: text)
    else { return nil }
    let words = (roles.verb + 1..<max(roles.verb + 1, segment.count)).filter { node in
      text.tokens[segment.positions[node]].kind != .mark
    }
    guard let pronoun = bareYes(words, in: segment) else { return nil }
    let speaker = speaker(roles, in: segment)
    guard isSpeaker(speaker, roles, in: segment), stands(pronoun, for: speaker) else { return nil }
    let doers = doers(owningUpAs: speaker)
    var draft = draft(.admit, reading, speaker: speaker, about: doers, content: words, in: segment)
    draft.level = doers.level
    return draft
  }

  /// The pronoun of words that are nothing but one and that it did it: "we did it".
  func bareYes(_ words: [Int], in segment: Segment) -> PronounWord? {
    guard (3...4).contains(words.count),
      let subject = text.lexeme(.pronoun, covering: segment.positions[words[words.count - 3]])?.lexeme,
      let deed = text.lexeme(.responsibility, covering: segment.positions[words[words.count - 2]]),
      deed.end - deed.first == 2, Int(deed.end) == segment.positions[words[words.count - 1]] + 1
    else { return nil }
    return subject.as(PronounWord.self)
  }

  /// Whether a pronoun in somebody's words is themselves. "The FBI said they did it" is of others: one of the third person is the
  /// speaker only where attackers, or the accused, speak.
  func stands(_ pronoun: PronounWord, for speaker: Party) -> Bool {
    switch pronoun {
    case .i, .we: true
    case .he, .she, .it, .they:
      speaker.entities.contains { gang(of: $0) != nil }
        || isAccused(speaker) && speaker.entities.allSatisfy(speaksOfItself)
    default: false
    }
  }

  /// "His lawyer said he did it": whoever speaks for the accused does not tell of themselves.
  private func speaksOfItself(_ entity: Int) -> Bool {
    parties.registry[entity].kind != .person || parties.discourse.accused.contains(entity)
  }

  /// The words behind a verb where they are nothing but a no: a pronoun, an auxiliary and a negation, or "que non".
  func bareNo(after verb: Int, in segment: Segment) -> [Int]? {
    let words = (verb + 1..<max(verb + 1, segment.count)).filter { node in
      text.tokens[segment.positions[node]].kind != .mark
    }
    guard (2...5).contains(words.count) else { return nil }
    var isNo = false
    for node in words {
      let lexemes = text.lexemes(at: segment.positions[node])
      if lexemes.contains(where: { $0.lexeme.category == .negation }) {
        isNo = true
      } else if !lexemes.contains(where: { match in
        switch match.lexeme.category {
        case .complementizer, .auxiliary: true
        case .pronoun: match.lexeme.has(.subject)
        default: false
        }
      }), segment.tree.tags[node] != .aux || !lexemes.isEmpty {
        return nil
      }
    }
    return isNo ? words : nil
  }

  /// Whether words are a no and nothing else: "not so", "pas du tout".
  func isOnlyNo(_ nodes: [Int], in segment: Segment) -> Bool {
    let words = nodes.map { segment.positions[$0] }.filter { text.tokens[$0].kind == .word }
    guard let first = words.first, words.count <= 4 else { return false }
    return text.lexemes(at: first).contains { match in
      match.lexeme.means(JudgementWord.no)
        && words.allSatisfy { (match.first..<match.end).contains(UInt32($0)) }
    }
  }

  private mutating func denial(
    of about: Party?, _ reading: CueReading, _ speaker: Party, _ answer: [Int], in segment: Segment
  ) -> ClaimDraft {
    var draft = draft(.deny, reading, speaker: speaker, content: answer, in: segment)
    draft.polarity = .deny
    draft.about = about ?? Party(entities: [])
    draft.level = draft.about.level
    draft.deniesInvolvement = true
    return draft
  }
}
