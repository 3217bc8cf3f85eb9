import DossierKnowledge
import DossierModel
import DossierText

/// Groups that a text introduces: "the Grey Otter ransomware gang", "un groupe nommé X", "Grey Otter, a Russian-speaking
/// gang, …".
extension IntroducedNames {
  /// The name that a word for a group stands beside.
  func group(beside match: LexemeMatch) -> Range<Int>? {
    guard let word = match.lexeme.as(ActorWord.self), word.isGroup, isBody(Int(match.first)) else {
      return nil
    }
    return nameBehind(match, word) ?? nameBefore(match, word) ?? nameExplained(by: match)
      ?? nameBehindComma(match)
  }

  /// "a group calling itself Grey Otter", "le gang russophone X", "the hacking group X".
  private func nameBehind(_ match: LexemeMatch, _ word: ActorWord) -> Range<Int>? {
    let isOne = !lexemes(at: Int(match.first)).contains { $0.lexeme.has(.plural) }
    guard isOne else { return nil }
    var position = Int(match.end)
    let end = position + Self.reach
    var isGiven = false
    var isQuoted = false
    var isSided = false
    // "a group, known as X": the comma says nothing.
    if isComma(position), namingWords(at: position + 1) != nil { position += 1 }
    while position < end, !isNameWord(position) {
      if tokens[position].kind == .mark {
        switch Mark(bytes, tokens[position]) {
        case .openingQuote, .openingSingle, .straightQuote, .straightSingle: break
        default: return nil
        }
        guard !isQuoted else { return nil }
        isQuoted = true
      } else if let words = namingWords(at: position) {
        isGiven = true
        position = words
        continue
      } else if lexemes(at: position).contains(where: { $0.lexeme.category == .affiliation }) {
        isSided = true
      } else if !isBetween(position, isGiven: isGiven) {
        return nil
      }
      position += 1
    }
    guard let name = name(from: position) else { return nil }
    let isStrong = !match.lexeme.has(.neutral) || word == .gang
    return isGiven || isStrong || isSided ? name : nil
  }

  /// "the Grey Otter gang", in English.
  private func nameBefore(_ match: LexemeMatch, _ word: ActorWord) -> Range<Int>? {
    guard match.lexeme.language == .en, !match.lexeme.has(.neutral) || word == .gang,
      word != .hackerGroup || match.end - match.first > 1
    else { return nil }
    return name(endingAt: Int(match.first))
  }

  /// "Grey Otter, a Russian-speaking gang, …", "Grey Otter, a unit of military intelligence that …"
  private func nameExplained(by match: LexemeMatch) -> Range<Int>? {
    guard
      !match.lexeme.has(.neutral) || match.lexeme.means(ActorWord.gang) || isHostile(behind: Int(match.end))
    else { return nil }
    return name(explainedBy: match)
  }

  /// "to a distinct hacking group, Grey Otter."
  private func nameBehindComma(_ match: LexemeMatch) -> Range<Int>? {
    let comma = Int(match.end)
    guard isComma(comma),
      !match.lexeme.has(.neutral) || match.lexeme.means(ActorWord.gang),
      let name = name(from: comma + 1), tokens[name.upperBound].kind == .mark
    else { return nil }
    return name
  }

  /// Whether what goes on about a group tells that it attacks: whom it serves, or another word for attackers.
  private func isHostile(behind start: Int) -> Bool {
    for position in start..<start + 15 {
      if tokens[position].kind == .mark, Mark(bytes, tokens[position]) != .hyphen { return false }
      if lexemes(at: position).contains(where: { match in
        match.lexeme.category == .affiliation || match.lexeme.means(OrganWord.intelligence)
          || match.lexeme.category == .actor && !match.lexeme.has(.neutral)
      }) {
        return true
      }
      let found = names[..<names.partitioningIndex { Int($0.first) > position }].suffix(4)
      if found.contains(where: { name in
        Int(name.first) == position
          && table.entry(name.entry).map { table.contains($0.id.utf8, in: .spyServices) } == true
      }) {
        return true
      }
    }
    return false
  }

  /// The end of words that give a name: "called", "known as", "se présentant comme".
  private func namingWords(at position: Int) -> Int? {
    if let known = lexemes(at: position).first(where: {
      $0.lexeme.category == .alias && !$0.lexeme.means(AliasWord.between)
    }) {
      return Int(known.end)
    }
    guard table.contains(folded(position), in: .namingWords) else { return nil }
    // "présentant comme" is one cue.
    return lexemes(at: position).map { Int($0.end) }.max() ?? position + 1
  }

  /// Whether a word may stand between a word for a group and its name.
  private func isBetween(_ position: Int, isGiven: Bool) -> Bool {
    if table.contains(folded(position + 1), in: .namingWords) { return true }
    return lexemes(at: position).contains { match in
      switch match.lexeme.category {
      case .pronoun, .alias: true
      // "a group of cybercriminals called X"
      case .actor: true
      case .determiner: isGiven
      case .preposition:
        isGiven && match.lexeme.means(PrepositionWord.as)
          || match.lexeme.means(PrepositionWord.of)
            && lexemes(at: position + 1).contains { $0.lexeme.category == .actor && !$0.lexeme.has(.neutral) }
      default: false
      }
    }
  }
}

extension ActorWord {
  /// Whether several people go by the word as one.
  fileprivate var isGroup: Bool {
    switch self {
    case .group, .gang, .hackerGroup, .threatActor, .espionageGroup, .ransomwareGang, .hacktivist, .unit,
      .affiliate:
      true
    default: false
    }
  }
}
