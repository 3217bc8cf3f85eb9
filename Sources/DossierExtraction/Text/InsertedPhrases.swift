import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Asides that no commas set off: adverbials between a subject, an auxiliary and a verb, days, and what somebody calls a
/// noun.
extension AsideParsing {
  /// Phrases of a preposition between an auxiliary and its verb, or with a possessive between a subject and its verb:
  /// "has in the past denied", "a en revanche refusé", "which for its part declined".
  func adverbials() -> [Aside] {
    var found: [Aside] = []
    for first in positions.indices.dropFirst() {
      guard found.last.map({ $0.range.upperBound <= first }) ?? true else { continue }
      if let circumstance = circumstanceWithin(at: first) {
        found.append(circumstance)
        continue
      }
      if let date = date(at: first) {
        found.append(date)
        continue
      }
      if let name = ownName(at: first) ?? givenName(at: first) {
        found.append(name)
        continue
      }
      if let adverb = adverb(at: first) ?? again(at: first) {
        found.append(adverb)
        continue
      }
      guard whole.tags[first] == .adp else { continue }
      if let turn = turn(at: first) {
        found.append(turn)
        continue
      }
      let isSplit = text.isLexeme(at: positions[first - 1], .auxiliary, AuxiliaryWord.have)
      guard
        let verb = (first + 2..<max(first + 2, min(first + 6, positions.count))).first(where: { node in
          TagKnowledge.isVerbOfClaiming(positions[node], in: text)
            || isSplit
              && text.lexemes(at: positions[node]).contains {
                $0.lexeme.category == .cue && $0.lexeme.form == .participle
              }
        }),
        (first + 1..<verb).allSatisfy({ [.det, .noun, .propn, .adj, .pron].contains(whole.tags[$0]) }),
        isSplit
          || (holdsPossessive(first..<verb)
            || verb == first + 2 && text.table.contains(text.folded(positions[first + 1]), in: .turnWords))
            && (isNominal(first - 1) || isRelative(first - 1))
      else { continue }
      found.append(Aside(range: first..<verb, hasComma: false, isClosed: false, relation: .obl))
    }
    return found
  }

  /// "Le service canadien, lui, soupçonne": a French pronoun between commas that only says of whom it is told now.
  func emphasis(at comma: Int) -> Aside? {
    guard text.isFrench, comma + 3 < positions.count, isComma(comma + 2),
      text.lexemes(at: positions[comma + 1]).contains(where: { match in
        match.lexeme.category == .pronoun && match.lexeme.partOfSpeech == .pronoun
          && [.he, .she, .they].contains(match.lexeme.as(PronounWord.self))
      }),
      let verb = (comma + 3..<min(comma + 7, positions.count)).first(where: isPredicate)
    else { return nil }
    return Aside(range: comma..<comma + 3, isClosed: true, relation: .obl, follows: verb)
  }

  /// "Anne Berg, 54, mayor of Bergen,", "Jean Roche, 54 ans, maire": an age between a name and what else is told of its bearer.
  func age(at comma: Int) -> Aside? {
    guard comma > 0, comma + 3 < positions.count, text.tokens[positions[comma + 1]].kind == .number,
      text.tokens[positions[comma - 1]].shape.contains(.capitalised), whole.tags[comma - 1] == .propn
    else { return nil }
    let end =
      text.lexemes(at: positions[comma + 2]).contains { $0.lexeme.category == .time } ? comma + 3 : comma + 2
    guard end + 1 < positions.count, isComma(end), [.noun, .det, .adj].contains(whole.tags[end + 1]) else {
      return nil
    }
    return Aside(range: comma..<end, isClosed: false, relation: .appos)
  }

  /// "a toutefois affirmé X": a French adverb between an auxiliary and a verb of claiming.
  private func adverb(at first: Int) -> Aside? {
    guard text.isFrench, whole.tags[first] == .adv, first + 1 < positions.count,
      text.isLexeme(at: positions[first - 1], .auxiliary, AuxiliaryWord.have),
      !text.lexemes(at: positions[first]).contains(where: { $0.lexeme.category == .negation }),
      text.lexemes(at: positions[first + 1]).contains(where: { match in
        match.lexeme.category == .cue && match.lexeme.form == .participle
      })
    else { return nil }
    return Aside(
      range: first..<first + 1, hasComma: false, isClosed: false, relation: .advmod, follows: first + 1)
  }

  /// "a condamné à son tour les vols", "denied for its part that …": whose turn it is, right behind a verb of claiming.
  private func turn(at first: Int) -> Aside? {
    guard first + 3 < positions.count, holdsPossessive(first + 1..<first + 2),
      text.table.contains(text.folded(positions[first + 2]), in: .turnWords),
      TagKnowledge.isVerbOfClaiming(positions[first - 1], in: text) || isPredicate(first - 1)
        || whole.tags[first - 1] == .verb
    else { return nil }
    return Aside(
      range: first..<first + 3, hasComma: false, isClosed: false, relation: .obl, follows: first - 1)
  }

  /// "accuse de nouveau la Russie": a French phrase for another time, right behind a verb of claiming.
  private func again(at first: Int) -> Aside? {
    guard text.isFrench, TagKnowledge.isVerbOfClaiming(positions[first - 1], in: text),
      let phrase = text.lexemes(at: positions[first]).first(where: {
        $0.lexeme.category == .time && $0.lexeme.means(TimeWord.again)
      }), case let end = first + Int(phrase.end - phrase.first), end < positions.count,
      // Where the parser finds the object by itself, its tree is the surer one.
      !whole.heads.indices.contains(where: {
        whole.heads[$0] == Int32(first - 1) && whole.relations[$0] == .obj
      })
    else { return nil }
    return Aside(
      range: first..<end, hasComma: false, isClosed: false, relation: .obl, follows: first - 1)
  }

  /// "prosecutors on Wednesday issued", "a attribué mercredi à APT31": the day, between a subject and its verb or right
  /// behind a verb that goes on.
  private func date(at first: Int) -> Aside? {
    var day = first
    if whole.tags[first] == .adp, text.isLexeme(at: positions[first], .preposition, PrepositionWord.on) {
      day += 1
    }
    guard day < positions.count, var word = time(day) else { return nil }
    if [.this, .last, .end, .beginning].contains(word) {
      day += 1
      guard day < positions.count, let next = time(day) else { return nil }
      word = next
    }
    guard
      TimeWord.weekdays.contains(word)
        || (day > first ? [.occasion, .week] : [.today, .yesterday]).contains(word)
    else { return nil }
    var end = day + 1
    while end < positions.count,
      text.lexeme(.time, covering: positions[end]) != nil || whole.tags[end] == .num
    {
      end += 1
    }
    guard end + 1 < positions.count else { return nil }
    if whole.tags[first - 1] == .verb {
      guard day == first, text.tokens[positions[end]].kind == .word, !isPredicate(end) else { return nil }
      return Aside(range: first..<end, hasComma: false, isClosed: false, relation: .obl, follows: first - 1)
    }
    guard isNominal(first - 1) || isComma(first - 1) && first > 3, [.verb, .aux].contains(whole.tags[end])
    else { return nil }
    return Aside(range: first..<end, hasComma: false, isClosed: false, relation: .obl)
  }

  /// "a group [it tracks as UNC1151] has": what somebody calls the noun before, which goes on with its verb.
  private func ownName(at first: Int) -> Aside? {
    guard first + 3 < positions.count, whole.tags[first] == .pron, whole.tags[first - 1] == .noun,
      text.lexemes(at: positions[first + 1]).contains(where: { match in
        match.lexeme.category == .alias && match.lexeme.partOfSpeech == .verb
      })
    else { return nil }
    var end = first + 2
    while end < positions.count, whole.tags[end] == .adp || ProperName.isNameWord(positions[end], in: text) {
      end += 1
    }
    guard end > first + 2, end < positions.count, [.verb, .aux].contains(whole.tags[end]) else { return nil }
    return Aside(
      range: first..<end, hasComma: false, isClosed: false, relation: .aclRelcl, follows: first - 1)
  }

  /// "a group of criminals [called Qilin] is behind": the name that a participle gives the noun before, which goes on with its verb.
  private func givenName(at first: Int) -> Aside? {
    guard first + 2 < positions.count, whole.tags[first - 1] == .noun,
      text.table.contains(text.folded(positions[first]), in: .namingWords),
      ProperName.isNameWord(positions[first + 1], in: text)
    else { return nil }
    var end = first + 1
    while end < positions.count, ProperName.isNameWord(positions[end], in: text) { end += 1 }
    guard end < positions.count, [.verb, .aux].contains(whole.tags[end]) else { return nil }
    return Aside(
      range: first..<end, hasComma: false, isClosed: false, relation: .acl, follows: first - 1)
  }

  func time(_ node: Int) -> TimeWord? {
    text.lexemes(at: positions[node]).lazy.filter { $0.lexeme.category == .time }.first?.lexeme.as(
      TimeWord.self)
  }

  func holdsPossessive(_ nodes: Range<Int>) -> Bool {
    nodes.contains { node in
      text.lexemes(at: positions[node]).contains {
        $0.lexeme.category == .pronoun && $0.lexeme.has(.possessive)
      }
    }
  }
}
