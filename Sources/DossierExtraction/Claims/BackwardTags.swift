import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Sentences that only say whose words the one before them was: "C'est ce qu'affirme X.", "So says a report by X.", "Telle
/// est la conclusion de X.".
extension ClaimReader {
  /// Gives the sentence before to whom this one names; nil where the sentence is no such tag. What the article seemed to
  /// say itself was theirs; a sentence that nothing was read of is a new statement, which is returned.
  mutating func readBackwardTag(at index: Int) -> [ClaimDraft]? {
    guard scope == .threat, index > 0, let teller = backwardTeller(text.sentences[index]) else { return nil }
    let told = text.sentences[index - 1]
    let before = drafts.indices.filter { drafts[$0].span.overlaps(told.tokens) }
    let isTold = before.filter { drafts[$0].isArticle }
    if before.isEmpty {
      let parts = SentenceParts(told, in: text)
      guard parts.quotations.isEmpty, parts.frame.count > 3 else { return nil }
      let segment = Segment(parts.frame, in: text, model: model)
      var draft = statement(in: segment, speaker: teller.party)
      draft.content = runs(of: segment.positions)
      take(&draft, teller.party, of: index, cue: teller.cue)
      return [draft]
    }
    guard !isTold.isEmpty else { return nil }
    for place in isTold {
      take(&drafts[place], teller.party, of: index, cue: teller.cue)
      parties.discourse.blame(drafts[place].about.all, by: teller.party.entities)
    }
    parties.discourse.push(teller.party.entities, isSpeaker: true, in: parties.registry)
    return []
  }

  private func take(_ draft: inout ClaimDraft, _ party: Party, of index: Int, cue: Range<Int>) {
    draft.speaker = party
    draft.cue = cue
    draft.isArticle = false
    draft.include(text.sentences[index].tokens)
    draft.rule = (text.isFrench ? "fr" : "en") + ".tag"
  }

  /// Who said what stands before a sentence, and the words that say so.
  private mutating func backwardTeller(_ sentence: AnalysedText.Sentence) -> (party: Party, cue: Range<Int>)?
  {
    guard sentence.role == .body,
      let opener = text.lexemes(at: sentence.tokens.lowerBound).first(where: { match in
        match.lexeme.category == .complementizer && !match.lexeme.means(ComplementizerWord.that)
          && !match.lexeme.means(ComplementizerWord.why)
      })
    else { return nil }
    let parts = SentenceParts(sentence, in: text)
    guard parts.quotations.isEmpty, parts.frame.count > 2, parts.frame.count < 60 else { return nil }
    let segment = Segment(parts.frame, in: text, model: model)
    let start = Int(opener.end)
    // "such is the conclusion": the noun belongs to the phrase.
    if let noun = segment.node(at: start - 1), segment.tree.tags[noun] == .noun {
      return conclusion(noun, in: segment)
    }
    for node in 0..<segment.count where segment.positions[node] >= start {
      let position = segment.positions[node]
      guard position < start + (opener.lexeme.means(ComplementizerWord.so) ? 1 : 8) else { return nil }
      for cue in text.lexemes(at: position) where cue.lexeme.category == .cue {
        guard let frame = cue.lexeme.as(CueFrame.self) else { continue }
        switch (frame, cue.lexeme.partOfSpeech) {
        case (.say, .verb), (.assess, .verb), (.tell, .verb), (.warn, .verb), (.accuse, .verb),
          (.support, .verb):
          let reading = CueReading(cue: cue, frame: frame, node: node)
          let roles = ClauseRoles(node, of: reading, in: segment, text: text)
          guard !roles.isPassive, roles.clause == nil, roles.complementizer == nil,
            !segment.isNegated(node, in: text)
          else { return nil }
          var party = speaker(roles, in: segment)
          if party.entities.isEmpty, let behind = nominal(after: reading.tokens.upperBound, in: segment) {
            party = source(at: behind, in: segment)
          }
          return isTeller(party) ? (party, reading.tokens) : nil
        case (.attribution, .noun), (.assertion, .noun), (.accusation, .noun):
          return conclusion(node, in: segment)
        default: continue
        }
      }
    }
    return nil
  }

  /// Whose a conclusion is: "the conclusion of a report by X".
  private mutating func conclusion(_ noun: Int, in segment: Segment) -> (party: Party, cue: Range<Int>)? {
    let paper = segment.children(noun).first {
      text.lexeme(.channel, covering: segment.positions[Int($0)]) != nil
    }
    guard let party = owner(ofChannel: paper.map(Int.init) ?? noun, in: segment), isTeller(party) else {
      return nil
    }
    return (party, segment.positions[noun]..<segment.positions[noun] + 1)
  }

  private func isTeller(_ party: Party) -> Bool {
    !party.entities.isEmpty && party.entities.allSatisfy { parties.registry[$0].kind.isParty }
  }
}
