import DossierKnowledge
import DossierModel

/// Who is on whose side: organs of one state, people of one body, those who stand accused and those who speak for them.
extension ClaimReader {
  /// Whether a content is about the speaker's own side: "Cuba has nothing to do with it, Havana said".
  func isOwnSide(_ subject: Party?, of speaker: Party) -> Bool {
    guard let subject, !subject.entities.isEmpty else { return false }
    return subject.entities.allSatisfy { entity in speaker.entities.contains { sameSide(entity, $0) } }
  }

  /// Whether a speaker who calls something false speaks for somebody who is blamed, or blames nobody itself.
  func isDefending(_ speaker: Party, _ proposition: PropositionReading) -> Bool {
    isAccused(speaker) || proposition.actor == nil && proposition.hasBareSubject
  }

  /// Whether somebody on the speaker's side was blamed before.
  func isAccused(_ speaker: Party) -> Bool {
    speaker.entities.contains { entity in
      parties.discourse.accused.contains {
        parties.registry.isSame($0, orPartOf: entity) || sameSide($0, entity)
      }
    }
  }

  /// « Aucun service italien n'a espionné »: the accused state none of whose bodies is said to have done it.
  func stateOfNone(_ actor: Party) -> Party? {
    guard let first = actor.tokens?.lowerBound,
      text.isLexeme(at: first, .negation, NegationWord.no)
        || text.isLexeme(at: first - 1, .negation, NegationWord.no),
      let state = actor.entities.first.flatMap({ parties.registry.state(of: $0) }),
      isAccused(Party(entities: [state]))
    else { return nil }
    return Party(entities: [state], level: .state)
  }

  /// Whether two parties are on one side: the same, one part of the other, or organs of one state.
  func sameSide(_ left: Int, _ right: Int) -> Bool {
    if parties.registry.isSame(left, orPartOf: right) || parties.registry.isSame(right, orPartOf: left) {
      return true
    }
    guard let state = parties.registry.state(of: left) else { return false }
    return parties.registry.state(of: right) == state
  }

  /// Whom a denial by this speaker defends: the speaker's own state or body, or what was blamed of it.
  func accused(behind speaker: Party) -> Party? {
    guard let first = speaker.entities.first else { return nil }
    // "Jane Roe's lawyer" speaks for her, another lawyer for whoever was charged last.
    if parties.registry[first].office == .lawyer, let client = parties.registry[first].partOf,
      [.person, .group].contains(parties.registry[client].kind)
    {
      return Party(entities: [client], level: parties.level(of: client))
    }
    if parties.registry[first].office == .lawyer,
      !parties.discourse.accused.contains(first),
      let client = parties.discourse.accused.last(where: { parties.registry[$0].kind == .person })
        ?? parties.discourse.accused.last
    {
      return Party(entities: [client], level: parties.level(of: client))
    }
    if parties.registry[first].office == .lawyer { return nil }
    if parties.discourse.accused.contains(first), [.agency, .person].contains(parties.registry[first].kind) {
      return Party(entities: [first], level: parties.level(of: first))
    }
    if let blamed = parties.discourse.accused.last(where: { entity in
      speaker.entities.contains { sameSide(entity, $0) }
    }) {
      let whole = parties.registry.state(of: blamed) ?? blamed
      return Party(entities: [whole], level: parties.level(of: whole))
    }
    if let state = parties.registry.state(of: first) {
      return Party(entities: [state], level: .state)
    }
    // "Chief executive Jane Roe": of the one company that stands accused.
    if let office = parties.registry[first].office,
      office == .executive || office == .director,
      let last = parties.discourse.accused.last, parties.registry[last].kind == .company
    {
      return Party(entities: [last], level: parties.level(of: last))
    }
    return nil
  }
}
