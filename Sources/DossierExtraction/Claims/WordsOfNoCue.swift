import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Words of claiming that make no claim where they stand: part of a name, of a compound, of a tie or of a refusal.
extension ClaimReader {
  /// Whether a word of claiming is but part of a name or an office: "United States", "press secretary".
  func isWithinName(_ match: LexemeMatch) -> Bool {
    text.names(covering: Int(match.first)).contains { name in
      name.end - name.first > match.end - match.first && name.end >= match.end
    }
      || text.isTitleWord(Int(match.first))
      || text.lexemes(at: Int(match.first)).contains { other in
        other.lexeme.category == .role && other.end - other.first > match.end - match.first
      }
  }

  /// Whether an English verb is but part of a word: "state-backed" states nothing, and "Iran-linked" links nobody.
  func isHyphenated(_ match: LexemeMatch) -> Bool {
    guard match.lexeme.language == .en, match.lexeme.partOfSpeech == .verb else { return false }
    func isHyphen(_ position: Int) -> Bool {
      Mark(text.document.text.bytes, text.tokens[position]) == .hyphen
        && !text.tokens[position].shape.contains(.spaceBefore)
    }
    let first = Int(match.first)
    return isHyphen(Int(match.end)) || isHyphen(first - 1) && !text.tokens[first].shape.contains(.spaceBefore)
  }

  /// "hackers backed by Russia", "des pirates soutenus par la Russie": a participle that says whose they are makes no claim.
  func isTie(_ match: LexemeMatch) -> Bool {
    let first = Int(match.first)
    guard match.lexeme.form == .participle,
      let tie = text.lexeme(.affiliation, covering: first), Int(tie.first) == first, tie.end > match.end
    else { return false }
    return text.lexeme(.actor, covering: first - 1).map { Int($0.end) == first } == true
  }

  /// "would rather not say": the phrase right before it is the refusal.
  func isBehindRefusal(_ match: LexemeMatch) -> Bool {
    guard match.first > 0, let refusal = text.lexeme(.cue, covering: Int(match.first) - 1) else {
      return false
    }
    return refusal.end - refusal.first > 2 && refusal.end == match.first
      && refusal.lexeme.means(CueFrame.decline)
  }
}
