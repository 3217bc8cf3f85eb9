import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Quotations whose speaker is named only where they end: "“We were hit. We will rebuild,” said the mayor."
extension ClaimReader {
  /// The speaker whom the sentence names in which the quotation ends, or a later one of the paragraph that it opens.
  mutating func namedAfter(_ parts: SentenceParts) -> Party? {
    guard let quotation = text.quotations(overlapping: parts.sentence.tokens).last else { return nil }
    let block = parts.sentence.block
    if laterTag?.block == block, laterTag?.from ?? .max <= sentenceIndex,
      sentenceIndex < laterTag?.sentence ?? 0
    {
      return laterTag?.party
    }
    let goesOn = quotation.outer.upperBound > parts.sentence.tokens.upperBound
    let opensBlock =
      quotation.outer.lowerBound <= parts.sentence.tokens.lowerBound
      && (sentenceIndex == 0 || text.sentences[sentenceIndex - 1].block != block)
    guard goesOn || opensBlock else { return nil }
    let last = goesOn ? sentenceIndex + 12 : sentenceIndex + 3
    var next = sentenceIndex + 1
    while next < text.sentences.count, next <= last, text.sentences[next].block == block {
      defer { next += 1 }
      let later = SentenceParts(text.sentences[next], in: text)
      guard !later.quotations.isEmpty else { if goesOn { continue } else { return nil } }
      guard !later.frame.isEmpty else { continue }
      guard goesOn ? quotation.outer.upperBound <= text.sentences[next].tokens.upperBound : true else {
        continue
      }
      let frame = Segment(later.frame, in: text, model: model)
      guard let tag = speechTag(later, in: frame),
        frame.positions[tag.node] > later.quotations.first?.lowerBound ?? .max
      else { return nil }
      let party = speaker(tag.roles, in: frame)
      guard !party.entities.isEmpty || scope == .all && party.tokens != nil else { return nil }
      laterTag = (block, sentenceIndex, next, Party(entities: party.entities, tokens: party.tokens))
      return laterTag?.party
    }
    return nil
  }

  /// Whoever the sentence before lets speak with a colon at its end: "She said in a statement:"
  mutating func announcedBefore(_ parts: SentenceParts) -> Party? {
    guard scope == .all, sentenceIndex > 0 else { return nil }
    let before = text.sentences[sentenceIndex - 1]
    guard let last = before.tokens.last, Mark(text.document.text.bytes, text.tokens[last]) == .colon,
      parts.quotations.first?.lowerBound ?? .max <= parts.sentence.tokens.lowerBound + 1
    else { return nil }
    let told = SentenceParts(before, in: text)
    guard !told.frame.isEmpty else { return nil }
    let frame = Segment(told.frame, in: text, model: model)
    for node in (0..<frame.count).reversed() {
      guard
        let cue = text.lexemes(at: frame.positions[node]).first(where: { match in
          match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
            && (match.lexeme.means(CueFrame.say) || match.lexeme.means(CueFrame.tell))
        }), let meaning = cue.lexeme.as(CueFrame.self)
      else { continue }
      let roles = ClauseRoles(
        node, of: CueReading(cue: cue, frame: meaning, node: node), in: frame, text: text)
      guard !roles.isPassive, roles.speaker != nil else { continue }
      let party = speaker(roles, in: frame)
      if party.tokens != nil { return Party(entities: party.entities, tokens: party.tokens) }
    }
    return nil
  }

  /// The name behind a dash after a quotation: “It has to stop.” — Jane Roe, Lyon
  mutating func signature(_ parts: SentenceParts) -> Party? {
    guard scope == .all, let quotation = text.quotations(overlapping: parts.sentence.tokens).last else {
      return nil
    }
    let dash = quotation.outer.upperBound
    guard dash + 1 < text.tokens.count, text.tokens[dash + 1].shape.contains(.capitalised),
      !text.tokens[dash].shape.contains(.spaceBefore) || text.tokens[dash + 1].shape.contains(.spaceBefore)
        || text.tokens[dash].shape.contains(.lineBefore)
    else { return nil }
    switch Mark(text.document.text.bytes, text.tokens[dash]) {
    case .dash, .hyphen: break
    default: return nil
    }
    guard let sentence = text.sentence(at: dash + 1) else { return nil }
    let end =
      (dash + 1..<sentence.tokens.upperBound).first {
        text.tokens[$0].kind == .mark && text.lexeme(.abbreviation, covering: $0 - 1) == nil
      } ?? sentence.tokens.upperBound
    let named = dash + 1..<end
    guard named.count <= 8 else { return nil }
    let isPerson =
      parties.plainName(around: end - 1, within: named).map { parties.looksLikePerson($0) } ?? false
    guard isPerson, let name = parties.plainName(around: end - 1, within: named) else {
      return Party(entities: [], tokens: named)
    }
    return Party(
      entities: [parties.insertPerson(name, role: nil, partOf: nil, nil)], tokens: named, level: .person)
  }
}
