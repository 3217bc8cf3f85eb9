import DossierKnowledge
import DossierModel
import DossierText

/// Bodies that a text introduces by who works for them or by what they are: "researchers at Norlock", "Norlock analysts",
/// "the security firm Norlock", "le cabinet danois Norlock", "Norlock, a Danish security firm, …".
extension IntroducedNames {
  /// The name that a word for people or for a business stands beside, and what it names.
  func body(beside match: LexemeMatch) -> (name: Range<Int>, kind: NameKind)? {
    switch match.lexeme.category {
    case .role:
      guard let word = match.lexeme.as(RoleWord.self), word.hasEmployer, isBody(Int(match.first)) else {
        return nil
      }
      return (workplace(of: match) ?? nameOfStaff(match) ?? owner(of: match)).map { ($0, .organisation) }
    case .organ:
      guard match.lexeme.means(OrganWord.company) || match.lexeme.has(.company), isBody(Int(match.first)),
        match.lexeme.partOfSpeech != .verb,
        // "le groupe X" may be one of attackers.
        !lexemes(at: Int(match.first)).contains(where: { $0.lexeme.category == .actor })
      else { return nil }
      // "le cabinet britannique X"
      let isOrigin = names[..<names.partitioningIndex { $0.first > match.end }].last.map {
        $0.first == match.end && $0.usage == .demonym
      }
      let behind = name(from: Int(match.end) + (isOrigin == true ? 1 : 0))
      return (behind ?? name(explainedBy: match)).map { ($0, .company) }
    default: return nil
    }
  }

  /// "researchers at Norlock", "des analystes de chez Norlock"
  private func workplace(of match: LexemeMatch) -> Range<Int>? {
    var position = Int(match.end)
    if lexemes(at: position).contains(where: { $0.lexeme.means(PrepositionWord.of) }) { position += 1 }
    guard
      table.contains(folded(position), in: .workplacePrepositions)
        || lexemes(at: position).contains(where: { $0.lexeme.means(PrepositionWord.from) })
    else { return nil }
    return name(from: position + 1)
  }

  /// "Norlock researchers", "a Norlock spokesman", in English; no other people have a name before them alone.
  private func nameOfStaff(_ match: LexemeMatch) -> Range<Int>? {
    guard match.lexeme.language == .en else { return nil }
    switch match.lexeme.as(RoleWord.self) {
    case .researcher, .analyst, .engineer, .spokesperson: break
    default: return nil
    }
    let first = Int(match.first)
    return name(endingAt: first)
      ?? (first > 0 && isPlainName(first - 1) && recurs(first - 1) ? first - 1..<first : nil)
  }

  /// "Norlock's chief executive", in English.
  private func owner(of match: LexemeMatch) -> Range<Int>? {
    let mark = Int(match.first) - 1
    guard match.lexeme.language == .en, mark > 0, tokens[mark].kind == .word, tokens[mark].range.count <= 4,
      !tokens[mark].shape.contains(.spaceBefore), folded(mark).elementsEqual("'s".utf8)
    else { return nil }
    return name(endingAt: mark, opensWithName: true)
  }
}

extension RoleWord {
  /// Whether a body behind the word is whom they work for, and no place or state that they hold an office in.
  fileprivate var hasEmployer: Bool {
    switch self {
    case .researcher, .analyst, .expert, .engineer, .consultant, .executive, .director, .founder,
      .spokesperson:
      true
    default: false
    }
  }
}
