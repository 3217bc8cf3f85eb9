import DossierKnowledge
import DossierModel
import DossierText

/// Denials as answers: who denies is who was blamed, or speaks for them, and what is denied is never of who blamed them.
extension ClaimReader {
  /// Puts right who denies, and about whom: "Sweden blamed Russia. It says it had nothing to do with it", "Its leader denied it".
  mutating func giveToAccused(_ draft: inout ClaimDraft) {
    guard draft.act == .deny, let speaker = draft.speaker.entities.first else { return }
    if isAccused(draft.speaker) {
      // "The country denied any involvement": its own.
      if let own = accused(behind: draft.speaker), let blamed = own.entities.first,
        !draft.about.entities.isEmpty, !isAccused(draft.about), isOfAccuser(draft.about, of: blamed)
      {
        draft.about = own
        draft.level = own.level
      }
      return
    }
    if let blamed = blamedInstead(of: draft) {
      draft.speaker.entities = blamed
      draft.about = Party(entities: blamed, level: parties.level(of: blamed[0]))
    } else if !draft.about.entities.isEmpty, !isAccused(draft.about),
      let blamed = parties.discourse.blamed(by: draft.about.entities)
    {
      draft.about = Party(entities: blamed, level: parties.level(of: blamed[0]))
    }
    // "Its leader", "a foreign ministry spokesman": no accuser's.
    if let body = draft.about.entities.first, parties.registry[speaker].office != .lawyer,
      !isNamed(draft.speaker)
    {
      var office = speaker
      while let owner = parties.registry[office].partOf, owner != body {
        if blamed(bySideOf: owner)?.contains(body) == true {
          parties.registry.rehome(office, from: owner, to: body)
          break
        }
        office = owner
      }
    }
    draft.level = draft.about.level
  }

  /// Whom somebody, or anybody of theirs, has blamed last.
  private func blamed(bySideOf owner: Int) -> [Int]? {
    parties.discourse.blames.last { blame in
      blame.speakers.contains { parties.registry.isSame($0, orPartOf: owner) }
    }?.blamed
  }

  /// Whether a party is who blamed somebody, or a body without a name that nothing is known of.
  private func isOfAccuser(_ party: Party, of blamed: Int) -> Bool {
    parties.discourse.blamed(by: party.entities)?.contains(blamed) == true
      || party.entities.allSatisfy { entity in
        let body = parties.registry[entity]
        return body.isUnnamed && body.kind.isBody
          || parties.registry.state(of: entity).map { state in
            parties.discourse.blames.contains { blame in
              blame.blamed.contains(blamed)
                && blame.speakers.contains { parties.registry.state(of: $0) == state }
            }
          } == true && parties.registry.state(of: blamed) != parties.registry.state(of: entity)
      }
  }

  private func isNamed(_ party: Party) -> Bool {
    party.entities.contains { parties.registry[$0].kind == .person && !parties.registry[$0].isUnnamed }
      || party.tokens?.contains { !text.names(covering: $0).isEmpty } == true
  }

  /// Whoever was blamed by the one who seems to deny, where no name says who does.
  private func blamedInstead(of draft: ClaimDraft) -> [Int]? {
    guard let words = draft.speaker.tokens, !isNamed(draft.speaker),
      draft.speaker.entities.allSatisfy({ !parties.registry[$0].isUnnamed })
    else { return nil }
    // "a-t-elle dit"
    if words.count == 1 || text.isFrench && words.count == 3,
      let pronoun = text.lexeme(.pronoun, covering: words.upperBound - 1)?.lexeme
    {
      guard !pronoun.has(.possessive), let blamed = parties.blamedBefore(isPlural: pronoun.has(.plural)),
        draft.about.entities == blamed || isOwn(draft, blamed)
      else { return nil }
      let fits = blamed.allSatisfy { entity in
        pronoun.language == .fr || pronoun.means(PronounWord.they)
          || (parties.registry[entity].kind == .person) != pronoun.means(PronounWord.it)
      }
      return fits ? blamed : nil
    }
    guard let blamed = parties.discourse.blamed(by: draft.speaker.entities) else { return nil }
    return isOwn(draft, blamed) ? blamed : nil
  }

  /// Whether who seems to deny, and only of themselves, is who blamed the others.
  private func isOwn(_ draft: ClaimDraft, _ blamed: [Int]) -> Bool {
    (draft.about.entities.isEmpty || draft.about.entities == draft.speaker.entities)
      && parties.discourse.blamed(by: draft.speaker.entities).map { $0.contains(where: blamed.contains) }
        == true
  }
}
