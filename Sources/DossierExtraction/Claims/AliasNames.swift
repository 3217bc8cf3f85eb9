import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// How names and the parties that use them are recognised around words for aliases.
extension AliasPhrase {
  func isName(endingAt position: Int) -> Bool { name(endingAt: position) != nil }

  /// The name that ends with a token: one of the catalogues, or capitalised words side by side.
  func name(endingAt position: Int) -> Range<Int>? {
    if let name = text.names(covering: position).first, Int(name.end) == position + 1 {
      guard name.usage != .demonym else { return nil }
      return Int(name.first)..<Int(name.end)
    }
    guard isNamePart(position), text.lexeme(.actor, covering: position) == nil,
      text.lexemes(at: position).allSatisfy({ $0.lexeme.category != .determiner })
    else { return nil }
    var start = position
    while bounds.contains(start - 1) {
      if isNamePart(start - 1) {
        guard text.lexemes(at: start - 1).allSatisfy({ $0.lexeme.category != .determiner }),
          text.lexeme(.actor, covering: start - 1) == nil
        else { break }
        start -= 1
      } else if isTightMark(start - 1), bounds.contains(start - 2), isNamePart(start - 2) {
        start -= 2
      } else {
        break
      }
    }
    guard position - start < 6, isCapital(start) || isCapital(position) else { return nil }
    return start..<position + 1
  }

  func isCapital(_ position: Int) -> Bool {
    let token = text.tokens[position]
    return token.kind == .word && (token.shape.contains(.capitalised) || token.shape.contains(.mixedCase))
  }

  /// A word with a capital, or digits that belong to one: "Storm-0558", "Group 26".
  func isNamePart(_ position: Int) -> Bool {
    isCapital(position) && !text.isElided(position)
      || text.tokens[position].kind == .number && bounds.contains(position - 1)
        && (isCapital(position - 1) || isTightMark(position - 1))
      || text.tokens[position].kind == .word && text.tokens[position].shape.contains(.hasDigit)
  }

  /// A hyphen or full stop within a name: "Storm-0558", "W32.Fanni".
  func isTightMark(_ position: Int) -> Bool {
    guard isMark(.hyphen, position) || text.tokens[position].range.count == 1 && isMark(.stop, position)
    else {
      return false
    }
    return bounds.contains(position + 1) && !text.tokens[position].shape.contains(.spaceBefore)
      && !text.tokens[position + 1].shape.contains(.spaceBefore)
  }

  /// The name that begins here, between marks of quotation or not; determiners and "the group" before it do not count.
  func name(from start: Int) -> (name: Name, end: Int)? {
    var position = start
    var isCalledGroup = false
    while bounds.contains(position), position < start + 4 {
      if let quotation = text.quotations(overlapping: position..<position + 1).first,
        quotation.outer.lowerBound == position, !quotation.isOpen
      {
        var inner = quotation.inner
        while let last = inner.last, text.tokens[last].kind == .mark { inner = inner.dropLast() }
        // "called the group “a menace”": no name.
        guard inner.count <= 5, !inner.isEmpty,
          text.lexemes(at: inner.lowerBound).allSatisfy({ $0.lexeme.category != .determiner })
            || inner.contains(where: isCapital)
        else { return nil }
        return (Name(words: inner, isCalledGroup: isCalledGroup), quotation.outer.upperBound)
      }
      if let known = text.names(covering: position).first, Int(known.first) == position {
        guard known.usage != .demonym else { return nil }
        return (Name(words: position..<Int(known.end), isCalledGroup: isCalledGroup), Int(known.end))
      }
      if let match = text.lexemes(at: position).first(where: {
        $0.lexeme.category == .determiner || $0.lexeme.category == .actor
          || $0.lexeme.category == .preposition && $0.lexeme.means(PrepositionWord.of)
          || isLink($0.lexeme)
      }), !isCapital(position) || match.lexeme.category == .determiner {
        isCalledGroup = isCalledGroup || match.lexeme.category == .actor
        position = Int(match.end)
        continue
      }
      guard isCapital(position) || text.tokens[position].shape.contains(.hasDigit),
        text.tokens[position].kind == .word, text.lexeme(.role, covering: position) == nil
      else { return nil }
      var end = position + 1
      while bounds.contains(end), end < position + 6 {
        if isNamePart(end), text.names(covering: end).isEmpty {
          end += 1
        } else if isTightMark(end), bounds.contains(end + 1), text.tokens[end + 1].kind != .mark {
          end += 2
        } else {
          break
        }
      }
      return (Name(words: position..<end, isCalledGroup: isCalledGroup), end)
    }
    return nil
  }

  func isLink(_ lexeme: Lexeme) -> Bool {
    lexeme.category == .alias && lexeme.means(AliasWord.as)
      || lexeme.category == .preposition && lexeme.means(PrepositionWord.as)
  }

  func isPreposition(_ word: PrepositionWord, at position: Int) -> Bool {
    bounds.contains(position) && text.isLexeme(at: position, .preposition, word)
  }

  /// The name of a party that can call something so.
  func party(at position: Int) -> Range<Int>? {
    guard bounds.contains(position) else { return nil }
    var start = position
    if text.lexemes(at: start).contains(where: { $0.lexeme.category == .determiner }) { start += 1 }
    guard bounds.contains(start), let name = text.names(covering: start).first, Int(name.first) == start,
      isSpeaker(name)
    else { return nil }
    return start..<Int(name.end)
  }

  func partyEnding(at position: Int) -> Range<Int>? {
    guard bounds.contains(position), let name = text.names(covering: position).first,
      Int(name.end) == position + 1, isSpeaker(name)
    else { return nil }
    return Int(name.first)..<Int(name.end)
  }

  func isSpeaker(_ name: NameMatch) -> Bool {
    guard name.usage != .demonym, let kind = text.entry(name.entry)?.kind else { return false }
    switch kind {
    case .company, .organisation, .agency, .state, .person, .product: return true
    default: return false
    }
  }

  func isMark(_ mark: Mark, _ position: Int) -> Bool {
    bounds.contains(position) && text.tokens[position].kind == .mark
      && Mark(text.document.text.bytes, text.tokens[position]) == mark
  }
}
