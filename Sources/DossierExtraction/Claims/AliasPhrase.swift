import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// The words of a text that give what was named another name: both names, what stands between them, and who calls it so.
///
/// "APT31 (also known as Zirconium and Judgment Panda)", "APT31, tracked by Microsoft as X", "APT31, que Microsoft appelle
/// X", "Microsoft suit APT31 sous le nom de X", "The group is also known as X".
struct AliasPhrase {
  /// A name as it is written.
  struct Name {
    /// Its tokens, without marks of quotation.
    var words: Range<Int>
    /// Whether a word for a group stands beside it.
    var isCalledGroup = false
  }

  /// The words that tie the names.
  private(set) var cue: Range<Int>
  /// The name that is explained; nil where words such as "the group" stand for it.
  private(set) var named: Name?
  /// Whether words such as "the group" stand for what was named before.
  private(set) var namesAgain = false
  /// The other names.
  private(set) var others: [Name] = []
  /// Who uses them.
  private(set) var claimant: Range<Int>?
  /// Other names that others use: "dubbed X by Kaspersky and Y by Mandiant".
  private(set) var more: [(name: Name, claimant: Range<Int>)] = []
  /// The words between commas or brackets that say it; nil where they are the clause itself.
  private(set) var aside: Range<Int>?
  /// Whether a pronoun stands for who uses them.
  private(set) var isPronoun = false
  /// Whether "named" or "called" stands without anybody who calls it so, as it does in "Microsoft, which grew, named APT28".
  private(set) var isBareCall = false
  /// First token of the whole.
  private(set) var first: Int
  /// The token after its last.
  private(set) var end: Int

  let text: AnalysedText
  let bounds: Range<Int>

  /// The other names by who uses them; nil is the text.
  var uses: [(claimant: Range<Int>?, names: [Name])] {
    [(claimant, others)] + more.map { ($0.claimant, [$0.name]) }
  }

  /// Reads what stands around a word for aliases; nil where it ties no names.
  init?(_ match: LexemeMatch, _ word: AliasWord, in sentence: AnalysedText.Sentence, of text: AnalysedText) {
    self.text = text
    bounds = sentence.tokens
    cue = Int(match.first)..<Int(match.end)
    first = cue.lowerBound
    end = cue.upperBound
    switch word {
    case .known: guard readBefore(isApart: false) else { return nil }
    case .call, .track: guard readVerb(word) else { return nil }
    case .as, .between: return nil
    }
    readOthers(from: cue.upperBound)
    guard !others.isEmpty else { return nil }
    if claimant == nil { readClaimantsBehind() }
    isBareCall = word == .call && claimant == nil
    readAside()
  }

  // MARK: Around a verb

  private mutating func readVerb(_ word: AliasWord) -> Bool {
    let verb = cue
    var object: Name?
    var again = false
    var here = verb.upperBound
    if word == .track || isPreposition(.by, at: here) {
      if isPreposition(.by, at: here), let agent = party(at: here + 1) {
        claimant = agent
        here = agent.upperBound
      } else if word == .track, linkEnd(at: here) == nil {
        guard let (name, isGroup, after) = objectName(at: here) else { return false }
        object = name
        again = isGroup
        here = after
      }
      if word == .track {
        guard let after = linkEnd(at: here) else { return false }
        here = after
      }
    } else if let (name, isGroup, after) = objectName(at: here), self.name(from: after) != nil {
      object = name
      again = isGroup
      here = after
    }
    // "named the group as Lazarus" says who it was.
    guard word == .track || linkEnd(at: here) == nil else { return false }
    cue = verb.lowerBound..<here
    if object != nil || again {
      guard readSubject(before: verb.lowerBound, isRelative: false) else { return false }
      named = object
      namesAgain = again
      return true
    }
    if claimant == nil, readSubject(before: verb.lowerBound, isRelative: true) {
      return readBefore(isApart: false)
    }
    return readBefore(isApart: true)
  }

  /// The end of "as" or "sous le nom de" at a place.
  private func linkEnd(at position: Int) -> Int? {
    guard bounds.contains(position) else { return nil }
    return text.lexemes(at: position).first { isLink($0.lexeme) }.map { Int($0.end) }
  }

  /// What a verb's object names: an attacker's name, or "the group" for the one named before.
  private func objectName(at position: Int) -> (Name?, isGroup: Bool, end: Int)? {
    guard bounds.contains(position) else { return nil }
    var start = position
    let isDefinite = text.lexemes(at: start).contains {
      $0.lexeme.category == .determiner && $0.lexeme.has(.definite)
    }
    if isDefinite { start += 1 }
    if isDefinite, bounds.contains(start),
      let actor = text.lexemes(at: start).first(where: { $0.lexeme.category == .actor })
    {
      return (nil, true, Int(actor.end))
    }
    guard bounds.contains(start), let name = text.names(covering: start).first, Int(name.first) == start,
      text.entry(name.entry)?.kind.isAttacker == true
    else { return nil }
    return (Name(words: start..<Int(name.end)), false, Int(name.end))
  }

  /// Who uses the name: a party or a pronoun right before the verb, in a relative clause behind "which" or "que".
  private mutating func readSubject(before verb: Int, isRelative: Bool) -> Bool {
    var last = verb - 1
    // "which Microsoft also tracks as", "que Microsoft a baptisée"
    var skipped = 0
    while skipped < 3, bounds.contains(last), partyEnding(at: last) == nil, !isPersonalPronoun(last),
      text.isLexeme(at: last, .alias, AliasWord.between)
        || text.lexemes(at: last).contains(where: { $0.lexeme.category == .auxiliary })
    {
      last -= 1
      skipped += 1
    }
    guard bounds.contains(last) else { return false }
    var start = last
    if let party = partyEnding(at: last) {
      claimant = party
      start = party.lowerBound
    } else if isPersonalPronoun(last) {
      claimant = last..<last + 1
      isPronoun = true
    } else if !isRelative, isRelativePronoun(last), let antecedent = partyBefore(last) {
      // "Mandiant, which calls APT28 Fancy Bear"
      claimant = antecedent
      start = antecedent.lowerBound
    } else {
      return false
    }
    guard isRelative else {
      first = start
      return true
    }
    return readRelative(before: start)
  }

  /// Whether a relative pronoun opens the clause of who uses the name: "which Microsoft", "que les chercheurs de Microsoft".
  private mutating func readRelative(before start: Int) -> Bool {
    for position in stride(from: start - 1, through: max(bounds.lowerBound, start - 5), by: -1) {
      if text.tokens[position].kind == .mark { break }
      guard isRelativePronoun(position) else { continue }
      cue = position..<cue.upperBound
      return true
    }
    // "an actor it tracks as"
    if isPronoun {
      cue = start..<cue.upperBound
      return true
    }
    claimant = nil
    return false
  }

  private func partyBefore(_ position: Int) -> Range<Int>? {
    let last = position - 1
    guard bounds.contains(last) else { return nil }
    return partyEnding(at: text.tokens[last].kind == .mark ? last - 1 : last)
  }

  private func isRelativePronoun(_ position: Int) -> Bool {
    text.isLexeme(at: position, .pronoun, PronounWord.relative)
      || text.isLexeme(at: position, .complementizer, ComplementizerWord.that)
  }

  private func isPersonalPronoun(_ position: Int) -> Bool {
    text.lexemes(at: position).contains { match in
      match.lexeme.category == .pronoun && !match.lexeme.means(PronounWord.relative)
        && !match.lexeme.means(PronounWord.clitic) && !match.lexeme.has(.possessive)
    }
  }

  // MARK: The names

  /// Reads the name before the words that tie: past commas, brackets, "is" and a word for a group.
  private mutating func readBefore(isApart: Bool) -> Bool {
    var position = cue.lowerBound - 1
    var isApart = !isApart
    var isCalledGroup = false
    var steps = 0
    while bounds.contains(position), steps < 5 {
      steps += 1
      if text.tokens[position].kind == .mark {
        switch Mark(text.document.text.bytes, text.tokens[position]) {
        case .comma, .openingBracket, .dash: isApart = true
        case .straightQuote, .closingQuote, .closingSingle, .openingQuote: break
        default: return false
        }
        position -= 1
        continue
      }
      if isName(endingAt: position) { break }
      if text.lexemes(at: position).contains(where: { $0.lexeme.category == .auxiliary }) {
        isApart = true
        position -= 1
        continue
      }
      if let actor = text.lexeme(.actor, covering: position), Int(actor.end) == position + 1,
        actor.lexeme.as(ActorWord.self)?.isPeople == false
      {
        let before = Int(actor.first) - 1
        if bounds.contains(before), isName(endingAt: before) {
          isCalledGroup = true
          position = before
          break
        }
        guard bounds.contains(before),
          text.lexemes(at: before).contains(where: {
            $0.lexeme.category == .determiner && $0.lexeme.has(.definite)
          })
        else { return false }
        namesAgain = true
        first = before
        return isApart
      }
      if text.isLexeme(at: position, .pronoun, PronounWord.it), isApart { namesAgain = true }
      if namesAgain { first = position }
      guard !namesAgain else { return true }
      // "est aussi", "now also"
      guard isSmallWord(position) else { return false }
      position -= 1
    }
    guard isApart, bounds.contains(position), let words = name(endingAt: position) else { return false }
    let before = words.lowerBound - 1
    if bounds.contains(before), let actor = text.lexeme(.actor, covering: before),
      Int(actor.end) == before + 1,
      actor.lexeme.as(ActorWord.self)?.isPeople == false
    {
      isCalledGroup = true
    }
    named = Name(words: words, isCalledGroup: isCalledGroup)
    first = words.lowerBound
    return true
  }

  /// Words that stand between a name and another: "now also", "ou encore".
  private func isSmallWord(_ position: Int) -> Bool {
    text.isLexeme(at: position, .alias, AliasWord.between) || isRelativePronoun(position)
  }

  /// Reads the other names: one, or a list that "and" or a bracket closes.
  private mutating func readOthers(from start: Int) {
    let isBracketed = (max(bounds.lowerBound, cue.lowerBound - 3)..<cue.lowerBound).contains {
      isMark(.openingBracket, $0)
    }
    guard let opening = name(from: start) else { return }
    others = [opening.name]
    end = opening.end
    var pending: [Name] = []
    var position = opening.end
    while bounds.contains(position), others.count + pending.count < 12 {
      var next = position
      let isComma = isMark(.comma, next)
      if isComma { next += 1 }
      let closes = bounds.contains(next) && isJoint(next)
      if closes { next += 1 }
      guard isComma || closes, let more = name(from: next), !isSpeaking(more.end), isOtherName(more.name)
      else {
        return
      }
      pending.append(more.name)
      position = more.end
      let isClosed =
        isBracketed && isMark(.closingBracket, position)
      if closes || isClosed {
        others += pending
        pending = []
        end = position
      }
    }
  }

  private func isJoint(_ position: Int) -> Bool {
    text.isLexeme(at: position, .coordination, CoordinationWord.and)
      || ["or", "ou"].contains(text.word(position).lowercased())
  }

  /// Whether somebody speaks or acts here, so that the name before is of another sentence part.
  private func isSpeaking(_ position: Int) -> Bool {
    bounds.contains(position)
      && text.lexemes(at: position).contains {
        $0.lexeme.category == .cue && $0.lexeme.partOfSpeech == .verb || $0.lexeme.category == .auxiliary
      }
  }

  /// Whether a name in a list may be another name of an attacker: none of the catalogues' other things.
  private func isOtherName(_ name: Name) -> Bool {
    text.names(covering: name.words.lowerBound).allSatisfy { match in
      text.entry(match.entry)?.kind.isAttacker == true
    }
  }

  /// "tracked as Violet Typhoon by Microsoft and as Red Bear by Kaspersky", "appelé X par Microsoft"
  private mutating func readClaimantsBehind() {
    guard let user = userBehind(end) else { return }
    claimant = user
    end = user.upperBound
    while more.count < 8, bounds.contains(end) {
      var position = end
      if isMark(.comma, position) { position += 1 }
      if bounds.contains(position), isJoint(position) { position += 1 }
      guard position > end, let next = name(from: position), let user = userBehind(next.end) else { return }
      more.append((next.name, user))
      end = user.upperBound
    }
  }

  private func userBehind(_ position: Int) -> Range<Int>? {
    isPreposition(.by, at: position) ? party(at: position + 1) : nil
  }

  /// Notes the words between marks, without which the sentence reads as well.
  private mutating func readAside() {
    let start = cue.lowerBound - 1
    guard let named, bounds.contains(start),
      start == named.words.upperBound
        || start == named.words.upperBound + 1 && isMark(.straightQuote, start - 1)
    else { return }
    if isMark(.openingBracket, start), bounds.contains(end), isMark(.closingBracket, end) {
      end += 1
      aside = start..<end
    } else if isMark(.comma, start) || isMark(.dash, start) {
      guard bounds.contains(end), text.tokens[end].kind == .mark else { return }
      switch Mark(text.document.text.bytes, text.tokens[end]) {
      case .comma, .dash: aside = start..<end + 1
      case .stop, .semicolon: aside = start..<end
      default: break
      }
    }
  }

}
