import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Deeds of those who stand accused already: what somebody says that they did is part of the accusation.
extension ClaimReader {
  /// The subject of an active verb that does something to somebody, where it was blamed or charged before: "the defendant had
  /// treated …", "the company has sold stolen data", "they moved to the mailboxes".
  mutating func knownDoer(_ main: Int, _ reading: PropositionReading, in segment: Segment) -> Party? {
    guard let doer = reading.suspect ?? spies(reading.subject), actsOnSomething(main, in: segment),
      doer.entities.allSatisfy({ parties.registry[$0].kind != .state }),
      // "we blocked the attack": what a side says that it did itself accuses nobody.
      !(parties.telling ?? []).contains(where: { speaker in
        doer.entities.contains { sameSide($0, speaker) }
      })
    else { return nil }
    return doer
  }

  /// "used the spyware against journalists", "turned the botnet on banks": who turns a weapon on somebody.
  mutating func wielder(_ main: Int, _ reading: PropositionReading, in segment: Segment) -> Party? {
    guard let doer = reading.subject, actsOnSomething(main, in: segment),
      let weapon = segment.child(main, .obj), namesWeapon(weapon, in: segment),
      [main, weapon].contains(where: { segment.complement(of: $0, behind: [.against, .on], in: text) != nil }
      ),
      !doer.entities.isEmpty, doer.entities != parties.reporting,
      doer.entities.allSatisfy({ [.state, .agency, .group, .person].contains(parties.registry[$0].kind) })
    else { return nil }
    return doer
  }

  /// A program or a way of attack, not an attack that was made: "the malware", "phishing mails".
  func namesWeapon(_ noun: Int, in segment: Segment) -> Bool {
    if let name = parties.bestName(covering: segment.positions[noun]),
      text.entry(name.entry)?.kind == .malware
    {
      return true
    }
    // "phishing mails" are one word.
    let phrase = text.lexeme(.behaviour, covering: segment.positions[noun]).map { [$0] } ?? []
    return (text.lexemes(at: segment.positions[noun]) + phrase).contains { match in
      match.lexeme.category == .behaviour && match.lexeme.partOfSpeech != .verb
        && [BehaviourWord.other, .ransomware, .espionage, .disruption].contains(where: match.lexeme.means)
    }
  }

  /// A service that spies abroad, or its people, where others tell of it: "GRU officers had tried to alter the data".
  private func spies(_ party: Party?) -> Party? {
    guard let party, areSpies(party), let telling = parties.telling,
      !party.entities.contains(where: { entity in telling.contains { sameSide($0, entity) } })
    else { return nil }
    return party
  }

  /// Whether a party is a service that spies abroad, or its people.
  func areSpies(_ party: Party) -> Bool {
    !party.entities.isEmpty
      && party.entities.allSatisfy { entity in
        let employer = parties.registry[entity].kind == .person ? parties.registry[entity].partOf : entity
        return employer.map { service in
          text.table.contains(parties.registry[service].key.utf8, in: .spyServices)
            // "Tehran's services", "le renseignement russe"
            || parties.registry[service].names["en"] == OrganWord.intelligence.rawValue
        } == true
      }
  }

  /// "the emergency team traced the attack to a server", "Norway had accused him of hacking": who ties a deed to somebody, or deals
  /// with somebody for one, has not done it.
  func judgesOthers(_ main: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[main]).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
        && match.lexeme.as(CueFrame.self).map { Self.framesOfOthers.contains($0) } == true
    }
  }

  /// What is said or done of somebody for a deed of theirs.
  static let framesOfOthers: Set<CueFrame> = [
    .attribute, .link, .accuse, .blame, .hold, .suspect, .point, .identify, .charge, .sanction, .condemn,
  ]

  /// Whether a verb is said of what will be or may be.
  func isPlanned(_ verb: Int, in segment: Segment) -> Bool {
    segment.children(verb).contains { child in
      text.lexemes(at: segment.positions[Int(child)]).contains { $0.lexeme.category == .modal }
    }
  }

  /// Whether a verb in the active tells of what was done to something: it has an object that is no mere time or number, and is
  /// neither an answer nor a statement.
  func actsOnSomething(_ verb: Int, in segment: Segment) -> Bool {
    guard segment.tree.tags[verb] == .verb, !segment.isPassive(verb), !segment.isNegated(verb, in: text),
      !isPlanned(verb, in: segment)
    else { return false }
    // "had tried to alter the data": what is tried is what is done.
    if segment.child(verb, .obj) == nil, text.lexemes(at: segment.positions[verb]).isEmpty,
      let tried = segment.child(verb, .xcomp), segment.tree.tags[tried] == .verb
    {
      return actsOnSomething(tried, in: segment)
    }
    guard let object = segment.child(verb, .obj), segment.tree.tags[object] != .num,
      text.lexeme(.time, covering: segment.positions[object]) == nil
    else { return false }
    return !text.lexemes(at: segment.positions[verb]).contains { match in
      match.lexeme.category == .cue || match.lexeme.category == .auxiliary
    }
  }

  /// Whether an entity is only described by a word that says nothing of who they are: "hackers", "the attackers", "a group".
  func isAnybody(_ entity: Int) -> Bool {
    let draft = parties.registry[entity]
    guard draft.isUnnamed, !draft.isTold, !parties.discourse.accused.contains(entity) else { return false }
    guard let word = draft.names["en"].flatMap(Self.actorWord) else { return true }
    switch word {
    case .criminal, .spy, .contractor, .hacktivist, .national, .officer, .agent, .member, .suspect, .employee:
      return false
    default: return true
    }
  }

  /// Whether an entity is one of those who stand accused, or people who are told by their state or their post.
  func isSuspect(_ entity: Int) -> Bool {
    if parties.discourse.accused.contains(entity) { return true }
    switch parties.registry[entity].names["en"].flatMap(Self.actorWord) {
    case .suspect, .national, .officer, .employee: return true
    default: return false
    }
  }

  /// Whether an entity is a person, or people who are told by what they are.
  func isHuman(_ entity: Int) -> Bool {
    parties.registry[entity].kind == .person
      || parties.registry[entity].names["en"].flatMap(Self.actorWord)?.isPeople == true
  }

  /// Whether people are told by a word that is used of attackers: "officers", "a former employee", not "experts".
  func isOfActors(_ entity: Int) -> Bool {
    parties.registry[entity].names["en"].flatMap(Self.actorWord) != nil
  }

  private static func actorWord(_ name: String) -> ActorWord? {
    ActorWord(rawValue: name) ?? (name.hasSuffix("s") ? ActorWord(rawValue: String(name.dropLast())) : nil)
  }
}
