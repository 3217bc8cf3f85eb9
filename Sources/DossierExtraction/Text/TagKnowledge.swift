import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What the catalogues and the lexicon know of words that a tagger trained on other texts may not: names are names,
/// and a verb of claiming right after a name is a verb.
enum TagKnowledge {
  private static let nominal = TagSet(.propn, .noun, .pron)
  private static let name = TagSet(.propn)
  private static let verbal = TagSet(.verb, .aux)

  /// The parts of speech that each token of a segment may be.
  static func allowed(_ positions: [Int], in text: AnalysedText) -> [TagSet] {
    var allowed = [TagSet](repeating: .any, count: positions.count)
    for (index, position) in positions.enumerated() where text.tokens[position].kind == .word {
      for match in text.names(in: position..<position + 1) where match.usage != .demonym {
        for (offset, token) in (Int(match.first)..<Int(match.end)).enumerated()
        where index + offset < positions.count && positions[index + offset] == token {
          if text.tokens[token].shape.contains(.capitalised) || text.tokens[token].shape.contains(.mixedCase)
          {
            allowed[index + offset] = name
          }
        }
      }
      guard index > 0, isVerbOfClaiming(position, in: text), followsSpeaker(index, positions, in: text) else {
        continue
      }
      allowed[index] = verbal
      let before = positions[index - 1]
      if index == 1, allowed[0] == .any, text.tokens[before].shape.contains(.capitalised),
        !text.lexemes(at: before).contains(where: { $0.lexeme.category == .pronoun })
      {
        allowed[0] = nominal
      }
    }
    return allowed
  }

  /// A form that is only a verb of claiming: finite, and no noun of the lexicon.
  private static func isVerbOfClaiming(_ position: Int, in text: AnalysedText) -> Bool {
    var isVerb = false
    for match in text.lexemes(at: position) {
      let lexeme = match.lexeme
      if lexeme.partOfSpeech == .noun, Int(match.end) == position + 1 { return false }
      guard lexeme.category == .cue, lexeme.partOfSpeech == .verb, !lexeme.has(.general) else { continue }
      switch lexeme.form {
      case .finite, .conditional, .future: isVerb = true
      case .participle: isVerb = isVerb || lexeme.language == .en
      default: continue
      }
    }
    return isVerb
  }

  /// Whether a name, a pronoun or "and" stands before, perhaps with an adverb between.
  private static func followsSpeaker(_ index: Int, _ positions: [Int], in text: AnalysedText) -> Bool {
    let before = positions[index - 1]
    let token = text.tokens[before]
    if token.kind == .mark {
      // "The National Cyber Security Centre (NCSC) assesses …": an acronym in brackets closes the name.
      if index > 2, text.word(before) == ")", text.tokens[positions[index - 2]].shape.contains(.allCapitals) {
        return true
      }
      // "Pyongyang, accusé par Washington, nie …": a finite French form after the comma that closes an aside.
      return index > 3 && Mark(text.document.text.bytes, token) == .comma
        && text.lexemes(at: positions[index]).contains { match in
          match.lexeme.language == .fr && match.lexeme.category == .cue
            && [.finite, .conditional, .future].contains(match.lexeme.form)
        }
    }
    guard token.kind == .word else { return false }
    if token.shape.contains(.capitalised) {
      return index > 1
        || !text.lexemes(at: before).contains { match in
          match.lexeme.category == .determiner || match.lexeme.category == .preposition
        }
    }
    return text.lexemes(at: before).contains { match in
      match.lexeme.category == .pronoun && match.lexeme.has(.subject)
        || match.lexeme.category == .coordination && match.lexeme.means(CoordinationWord.and)
    }
  }
}
