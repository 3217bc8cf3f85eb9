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
      if let name = ownName(at: first) ?? givenName(at: first) {
        found.append(name)
        continue
      }
      if let adverb = adverb(at: first) {
        found.append(adverb)
        continue
      }
      guard whole.tags[first] == .adp else { continue }
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
        // "thanked Poland for its support"
        !holdsPossessive(verb - 1..<verb),
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

  /// "Mandiant – part of Google – accused X": what two dashes set off between a subject and its verb.
  func betweenDashes() -> Aside? {
    let dashes = positions.indices.filter { node in
      let token = text.tokens[positions[node]]
      return node > 0 && token.kind == .mark && Mark(text.document.text.bytes, token) == .dash
    }
    guard dashes.count == 2, dashes[1] - dashes[0] > 1, isNominal(dashes[0] - 1),
      dashes[1] + 1 < positions.count,
      startsPredicate(dashes[1] + 1)
    else { return nil }
    return Aside(
      range: dashes[0]..<dashes[1] + 1, isClosed: true,
      relation: isRelative(dashes[0] + 1) ? .aclRelcl : .appos)
  }

  /// "APT28 (Fancy Bear) was behind it": what brackets set off behind a noun.
  func inBrackets() -> [Aside] {
    var found: [Aside] = []
    for open in positions.indices.dropFirst() where mark(at: open) == .openingBracket && isNominal(open - 1) {
      // "NoName057(16)": part of the name.
      guard text.tokens[positions[open]].shape.contains(.spaceBefore),
        let close = (open + 1..<min(open + 10, positions.count)).first(where: {
          mark(at: $0) == .closingBracket
        }),
        close > open + 1, close + 1 < positions.count, !(open..<close).contains(where: isFinite)
      else { continue }
      found.append(Aside(range: open..<close + 1, isClosed: true, relation: .appos))
    }
    return found
  }

  private func mark(at node: Int) -> Mark? {
    let token = text.tokens[positions[node]]
    return token.kind == .mark ? Mark(text.document.text.bytes, token) : nil
  }

  /// « cette campagne, qu'elle nomme Houken, »: a clause of a few words that gives a name.
  func opensNaming(_ node: Int, before commas: ArraySlice<Int>) -> Bool {
    guard text.isFrench, node < positions.count,
      text.isLexeme(at: positions[node], .complementizer, ComplementizerWord.that),
      let close = commas.first, close > node + 2, close - node <= 8
    else { return false }
    return (node + 1..<close).contains { inner in
      text.lexemes(at: positions[inner]).contains { $0.lexeme.means(AliasWord.call) }
    }
  }
}
