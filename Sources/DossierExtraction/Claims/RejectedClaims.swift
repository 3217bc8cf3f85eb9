import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What is said of a claim rather than of a deed: "claims that Russia did it were baseless", "la thèse selon laquelle … ne tient pas".
/// Whoever says so denies what the clause tells, and asserts nothing of it.
extension ClaimReader {
  /// A claim that a noun opens ("the idea that …"), with what stands around it up to the next comma.
  private struct ToldClaim {
    /// The noun's position.
    var noun: Int
    /// The first position of its clause.
    var start: Int
    /// The position behind the last.
    var end: Int
  }

  /// How a claim is turned down.
  enum Rejection {
    /// By a predicate of its own: "the claim that X did it is absurd".
    case said
    /// By a name that it is given: "called the claim that X did it absurd".
    case called
    /// By a verb of denial before it: "rejects the claim that X did it".
    case denied
  }

  /// Who is said not to have done it, by words that turn down a claim together with the clause it makes; nil where there are none.
  ///
  /// The words are looked for in the sentence, as trees cut such contents short. Linear, but for reading the claim once more by
  /// itself.
  mutating func rejectedDoer(in nodes: [Int], by stance: Rejection = .said, in segment: Segment) -> Party? {
    guard let first = nodes.first.map({ segment.positions[$0] }),
      let last = nodes.last.map({ segment.positions[$0] }),
      let told = toldClaim(first...max(first, last)),
      // "rejected the suggestion that it could be used by Beijing": their own part is denied first.
      stance != .denied || text.lexeme(.pronoun, covering: told.start)?.lexeme.has(.subject) != true,
      let end = stance == .denied ? told.end : rejection(of: told, by: stance, from: first)
    else { return nil }
    let clause = (told.start..<max(told.start, end)).filter { text.tokens[$0].kind == .word }
    guard clause.count > 2, Self.mayRead(clause, in: segment) else { return nil }
    let own = Segment(clause, in: text, model: model)
    let root = (0..<own.count).first { own.head($0) == nil }
    let deed = proposition(Array(0..<own.count), main: root, in: own)
    guard !deed.isNegated else { return nil }
    return [deed.actor, deed.suspect, deed.namedGroup].compactMap { $0 }.first { !$0.entities.isEmpty }
  }

  /// "Norway rejects the theory that Russia did it": whom somebody who was not accused themselves clears by rejecting a claim.
  mutating func clearedByOthers(_ nodes: [Int], speaker: Party, in segment: Segment) -> Party? {
    guard !isAccused(speaker), let doer = rejectedDoer(in: nodes, by: .denied, in: segment),
      doer.entities.allSatisfy({ !parties.registry[$0].isUnnamed }), !isOwnSide(doer, of: speaker)
    else { return nil }
    return doer
  }

  /// Whether the clause is not what is being read already.
  private static func mayRead(_ clause: [Int], in segment: Segment) -> Bool {
    clause.count < segment.positions.count || clause.first != segment.positions.first
  }

  /// The most tokens of a claim that is told: claims within claims are read once more by each of them.
  static let longestTold = 96

  /// The claim whose noun stands in or right before some words of a sentence.
  private func toldClaim(_ words: ClosedRange<Int>) -> ToldClaim? {
    guard let sentence = text.sentence(at: words.lowerBound)?.tokens else { return nil }
    let begin = max(sentence.lowerBound, words.lowerBound - 4)
    for noun in begin..<min(sentence.upperBound, words.upperBound + 1)
    where text.lexeme(.judgement, covering: noun) != nil || text.lexeme(.cue, covering: noun) != nil {
      // "it was impossible that", "il n'est pas vrai que"
      let isJudged = rejects(noun) || text.isLexeme(at: noun, .judgement, JudgementWord.truth)
      guard isThesis(noun) || isJudged && opensClause(noun + 1, in: sentence),
        let start = clauseStart(behind: noun, in: sentence)
      else { continue }
      let last = min(sentence.upperBound, start + Self.longestTold)
      let end = (start..<last).first { text.tokens[$0].kind == .mark && !isHyphenOrQuote($0) }
      return ToldClaim(noun: noun, start: start, end: end ?? last)
    }
    return nil
  }

  /// Where the clause of a noun for a claim begins: behind "that" or "selon laquelle", at most five words on.
  func clauseStart(behind noun: Int, in sentence: Range<Int>) -> Int? {
    for position in noun + 1..<max(noun + 1, min(noun + 6, sentence.upperBound)) {
      if text.tokens[position].kind == .mark || isFiniteVerb(position) { return nil }
      // "the charge that": the lexicon has both as one phrase
      let isInPhrase = text.lexemes(at: position - 1).contains { match in
        match.lexeme.category == .cue && Int(match.end) == position + 1 && match.end - match.first == 2
      }
      if isInPhrase || text.isLexeme(at: position, .complementizer, ComplementizerWord.that) {
        return position + 1
      }
      // "selon laquelle"
      if text.isLexeme(at: position, .pronoun, PronounWord.relative),
        text.isLexeme(at: position - 1, .cue, CueFrame.according)
      {
        return position + 1
      }
    }
    return nil
  }

  private func opensClause(_ position: Int, in sentence: Range<Int>) -> Bool {
    position < sentence.upperBound
      && text.isLexeme(at: position, .complementizer, ComplementizerWord.that)
  }

  /// "analyses establish that": the clause is the verb's, not the noun's.
  private func isFiniteVerb(_ position: Int) -> Bool {
    text.lexemes(at: position).contains { match in
      match.lexeme.form == .finite
        && (match.lexeme.category == .auxiliary
          || match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb)
    } && !text.lexemes(at: position).contains { $0.lexeme.partOfSpeech == .noun }
  }

  func isHyphenOrQuote(_ position: Int) -> Bool {
    switch Mark(text.document.text.bytes, text.tokens[position]) {
    case .hyphen, .openingQuote, .closingQuote, .openingSingle, .closingSingle, .straightQuote,
      .straightSingle:
      true
    default: false
    }
  }

  /// Where the clause ends that is turned down; nil where nothing turns it down.
  private func rejection(of told: ToldClaim, by stance: Rejection, from first: Int) -> Int? {
    // "absurde la thèse selon laquelle", "it is not true that"
    let ahead = max(0, min(first, told.noun - 3))..<(isThesis(told.noun) ? told.noun : told.start - 1)
    let isNegated = ahead.contains(where: isNegation)
    let isTrue = ahead.contains { text.isLexeme(at: $0, .judgement, JudgementWord.truth) }
    if isNegated ? isTrue : ahead.contains(where: rejects) { return told.end }
    let words = (told.start..<told.end).filter { text.tokens[$0].kind == .word }
    guard words.contains(where: { rejects($0) || text.isLexeme(at: $0, .judgement, JudgementWord.truth) })
    else { return nil }
    if stance == .called, let last = words.last, rejects(last) {
      var end = told.end
      while end > told.start,
        text.lexeme(.judgement, covering: end - 1) != nil
          || text.tokens[end - 1].kind == .mark
      {
        end -= 1
      }
      return end
    }
    return rejectingVerb(words)
  }

  /// Whether a word is a noun for what somebody claims or thinks.
  private func isThesis(_ position: Int) -> Bool {
    text.lexemes(at: position).contains { match in
      match.lexeme.means(JudgementWord.accusation) || match.lexeme.means(JudgementWord.thesis)
        // "the charge that": the lexicon has both as one phrase
        || match.lexeme.category == .cue && match.end - match.first == 2 && position > 0
          && text.lexemes(at: position - 1).contains { $0.lexeme.category == .determiner }
    }
  }

  private func rejects(_ position: Int) -> Bool {
    text.isLexeme(at: position, .judgement, JudgementWord.no)
      || text.lexeme(.judgement, covering: position)?.lexeme.means(JudgementWord.baseless) == true
  }

  private func isNegation(_ position: Int) -> Bool {
    text.lexemes(at: position).contains { match in
      match.lexeme.means(NegationWord.not) || match.lexeme.means(NegationWord.no)
    }
  }

  /// The position of the verb that turns the claim down: the last finite one, with another before it in the clause.
  private func rejectingVerb(_ words: [Int]) -> Int? {
    var verbs = finiteVerbs(words)
    // "was a lie": no verb
    while verbs.count > 2, let last = verbs.last, rejects(words[last]) { verbs.removeLast() }
    guard verbs.count > 1, var last = verbs.last, last > 1 else { return nil }
    // "n'est pas vraie"
    if text.isLexeme(at: words[last - 1], .negation, NegationWord.ne) { last -= 1 }
    let rest = words[last...]
    let negatesItself = rest.contains { position in
      text.lexemes(at: position).contains { match in
        match.lexeme.means(JudgementWord.baseless)
          && (Int(match.first)..<Int(match.end)).contains { text.lexeme(.negation, covering: $0) != nil }
      }
    }
    func holds(_ word: JudgementWord) -> Bool {
      rest.contains { position in
        text.isLexeme(at: position, .judgement, word)
          || text.lexeme(.judgement, covering: position)?.lexeme.means(word) == true
      }
    }
    let isNegated = rest.contains(where: isNegation)
    return (isNegated && !negatesItself ? holds(.truth) : holds(.baseless)) ? words[last] : nil
  }

  /// The indices of the finite verbs and copulas among words that are parsed by themselves.
  func finiteVerbs(_ words: [Int]) -> [Int] {
    let parsed = Segment(words, in: text, model: model)
    return words.indices.filter { node in
      (parsed.isVerbal(node) || parsed.tree.relations[node] == .cop)
        && parsed.tree.morphology[node].contains(.finite)
    }
  }
}
