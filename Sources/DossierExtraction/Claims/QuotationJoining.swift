import DossierModel

/// Quoted words that go on with those before: one claim, though they run over many sentences.
extension ClaimReader {
  /// Quoted statements that go on from the sentence before are one claim with it.
  mutating func continuing(_ found: [ClaimDraft], after index: Int) -> [ClaimDraft] {
    guard index > 0, let next = found.first, goesOn(next, after: index) else { return found }
    // In place: a quotation may go on without end.
    if scope == .all {
      drafts[drafts.count - 1].strengthen(by: next)
      drafts[drafts.count - 1].takeTag(of: next)
    }
    drafts[drafts.count - 1].include(next.span)
    drafts[drafts.count - 1].content += next.content
    return Array(found.dropFirst())
  }

  /// Whether a claim of the sentence at `index` goes on with the last one.
  private func goesOn(_ next: ClaimDraft, after index: Int) -> Bool {
    guard let last = drafts.last else { return false }
    let distance = next.span.lowerBound - last.span.upperBound
    guard last.quoted, next.quoted, isOne(last, next), distance <= 12,
      text.sentences[index - 1].block == text.sentences[index].block
    else { return false }
    if last.speaker.entities == next.speaker.entities {
      return !last.speaker.entities.isEmpty || scope == .threat
        || last.speaker.tokens == next.speaker.tokens || next.speaker.tokens == nil
        || isUntagged(last, right: next, distance)
    }
    return isUntagged(last, right: next, distance)
  }

  /// Whether a quotation that nothing names the speaker of runs on into one with a tag.
  private func isUntagged(_ last: ClaimDraft, right next: ClaimDraft, _ distance: Int) -> Bool {
    scope == .all && !last.isTagged && next.isTagged && distance <= 2
  }

  /// Whether two quoted claims of one speaker are one. Where every statement counts, what somebody says in one go is one
  /// statement, unless it takes different stances.
  private func isOne(_ last: ClaimDraft, _ next: ClaimDraft) -> Bool {
    guard scope == .all else {
      return last.act == .state && next.act == .state && last.about.entities == next.about.entities
    }
    return last.isDirect && next.isDirect
      && (last.act == next.act || last.act.isPlain || next.act.isPlain)
      && (last.about.entities == next.about.entities || last.about.entities.isEmpty
        || next.about.entities.isEmpty)
  }

  /// Neighbouring claims of one act about the same parties become one.
  func merged(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    var merged: [ClaimDraft] = []
    for draft in drafts {
      let isSame = merged.last.map { last in
        last.act == draft.act && last.about.entities == draft.about.entities
          && last.polarity == draft.polarity || scope == .all && isOne(last, draft)
      }
      if isSame == true, var last = merged.last {
        last.strengthen(by: draft)
        last.include(draft.span)
        last.content += draft.content
        last.hedged = last.hedged || draft.hedged
        merged[merged.count - 1] = last
      } else {
        merged.append(draft)
      }
    }
    return merged
  }
}

extension ClaimDraft {
  /// Takes over who speaks from words that go on with these, where only they say it.
  fileprivate mutating func takeTag(of next: ClaimDraft) {
    guard !isTagged, next.isTagged else { return }
    speaker = next.speaker
    cue = next.cue
    isTagged = true
  }

  /// Takes over the act of words that go on with these, where they say more than a mere statement does.
  fileprivate mutating func strengthen(by next: ClaimDraft) {
    guard act.isPlain, !next.act.isPlain || act == .state && next.act == .assess else { return }
    act = next.act
    polarity = next.polarity
    about = next.about
    level = next.level
    deniesInvolvement = next.deniesInvolvement
  }
}

extension Act {
  /// Whether it only says or judges something.
  fileprivate var isPlain: Bool { self == .state || self == .assess }
}
