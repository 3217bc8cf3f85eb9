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
}
