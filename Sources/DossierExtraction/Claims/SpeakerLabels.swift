import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Whose words follow a colon at a sentence's start, without a verb of saying: "Peskov: Russia had nothing to do with it", "14.32
/// China's embassy: …", « Le Kremlin : … ».
extension ClaimReader {
  /// The claims of a sentence that opens so; empty for any other.
  mutating func readLabelled(_ sentence: AnalysedText.Sentence) -> [ClaimDraft] {
    guard scope == .threat, let colon = labelEnd(sentence),
      text.byte(sentence.tokens.upperBound - 1) != UInt8(ascii: "?")
    else { return [] }
    let words = (sentence.tokens.lowerBound..<colon).drop { text.tokens[$0].kind != .word }
    let spoken = (colon + 1..<sentence.tokens.upperBound).filter { !isClosingMark($0, of: sentence) }
    guard !words.isEmpty, words.count <= 10, spoken.count > 4, let speaker = labelled(words) else {
      return []
    }
    let segment = Segment(spoken, in: text, model: model)
    parties.firstPerson = speaker.entities
    defer { parties.firstPerson = nil }
    let relayed = Nesting.resolved(
      readCues(in: segment).filter { draft in
        !draft.speaker.entities.isEmpty && (draft.act != .state || draft.speaker.entities != speaker.entities)
      }, in: segment, registry: parties.registry, scope: scope)
    // A title is written so, too: what only states something is left.
    var found = (relayed.isEmpty ? ownWords(in: segment, speaker: speaker) : relayed).filter {
      $0.act != .state
    }
    for index in found.indices where found[index].speaker.entities == speaker.entities {
      found[index].include(words.lowerBound..<words.upperBound)
    }
    return found
  }

  /// The colon behind what may be a label: a few words without a verb of claiming, a clock's time before them at the most.
  private func labelEnd(_ sentence: AnalysedText.Sentence) -> Int? {
    for position in sentence.tokens.prefix(14) {
      let token = text.tokens[position]
      if token.kind == .mark {
        switch Mark(text.document.text.bytes, token) {
        case .colon:
          // "14:32"
          if position + 1 < sentence.tokens.upperBound, text.tokens[position + 1].kind == .number { continue }
          return position
        case .stop, .hyphen, .dash, .closingSingle, .straightSingle: continue
        default: return nil
        }
      }
      let isVerb = text.lexemes(at: position).contains { match in
        match.lexeme.category == .auxiliary || match.lexeme.category == .modal
          || match.lexeme.category == .cue && match.lexeme.partOfSpeech != .noun
          || match.lexeme.category == .preposition
            && (match.lexeme.means(PrepositionWord.after) || match.lexeme.means(PrepositionWord.against))
      }
      if isVerb { return nil }
    }
    return nil
  }

  private func isClosingMark(_ position: Int, of sentence: AnalysedText.Sentence) -> Bool {
    position == sentence.tokens.upperBound - 1 && text.tokens[position].kind == .mark
  }

  /// Who a label names: a person, or a body that speaks for a state or for others. The name of a country or a firm says where
  /// something happened, or to whom.
  private mutating func labelled(_ words: Range<Int>.SubSequence) -> Party? {
    let segment = Segment(Array(words), in: text, model: model)
    guard let root = (0..<segment.count).first(where: { segment.head($0) == nil }), segment.isNominal(root)
    else {
      return nil
    }
    parties.isSpeaking = true
    let party = parties.party(at: root, in: segment)
    parties.isSpeaking = false
    guard !party.entities.isEmpty else { return nil }
    return party.entities.allSatisfy(speaksForItself) || isSeat(words) ? party : nil
  }

  /// "The Kremlin", « L'Élysée »: the seat of a government, which no city is called with an article.
  private func isSeat(_ words: Range<Int>.SubSequence) -> Bool {
    guard let first = words.first, text.lexemes(at: first).contains(where: { $0.lexeme.has(.definite) })
    else { return false }
    return text.names(in: first + 1..<words.endIndex).contains { $0.usage == .metonym }
  }

  private func speaksForItself(_ entity: Int) -> Bool {
    let party = parties.registry[entity]
    switch party.kind {
    case .person: return !party.isUnnamed || party.partOf != nil
    case .agency: return true
    case .organisation: return !party.isUnnamed
    default: return false
    }
  }
}
