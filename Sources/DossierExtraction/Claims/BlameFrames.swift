import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Frames that name the blamed beside the deed: accusing, charging, pointing at.
extension ClaimReader {
  /// "Moscou déchire le code commun, a accusé le ministre": what somebody tells of another in accusing words accuses that one.
  func accuseSubject(of proposition: PropositionReading, in draft: inout ClaimDraft) {
    guard draft.act == .state || draft.act == .assess, draft.polarity == .affirm,
      draft.about.entities.isEmpty, proposition.actor == nil, !proposition.negatesMain,
      let subject = proposition.subject, !subject.entities.isEmpty, !isOwnSide(subject, of: draft.speaker),
      draft.cue.contains(where: { text.isLexeme(at: $0, .cue, CueFrame.accuse) })
    else { return }
    draft.act = .accuse
    draft.about = subject
    draft.level = subject.level
  }

  /// "X accuses Y of Z", "Y was accused by X", "X charged Y with Z", "X sanctioned Y".
  mutating func readBlame(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    guard var about = blamed(reading, roles, in: segment) else { return nil }
    let speaker =
      roles.isPassive && roles.speaker == nil
      ? Party(entities: [], reason: "a passive without an agent") : speaker(roles, in: segment)
    let beside = complementNodes(of: roles, except: [roles.speaker, roles.object], in: segment)
    let nodes = beforeRefusal((beside + charge(hungOn: roles.object, in: segment)).sorted(), in: segment)
    let proposition = proposition(nodes, main: nil, in: segment)
    // "fugitives whom they suspect": a pronoun is not whom this verb blames.
    if about.entities.isEmpty, let actor = proposition.actor, !isPronoun(actor) { about = actor }
    // "accused the mullahs of hacking the dam": whom a deed is laid at is somebody, if only by a common noun.
    if about.entities.isEmpty, !proposition.behaviours.isEmpty, let object = roles.object,
      !reading.tokens.contains(segment.positions[object])
    {
      about = parties.described(at: object, in: segment)
    }
    // "accused the government of hiding the breach": a body, whichever it is.
    if about.entities.isEmpty, reading.frame == .accuse, !roles.isPassive, let object = roles.object,
      object > roles.verb, text.lexeme(.organ, covering: segment.positions[object]) != nil
    {
      about = parties.described(anyAt: object, in: segment)
    }
    // "accuse des traîtres de prêter main-forte au groupe": whoever is said to have done something.
    if about.entities.isEmpty, reading.frame == .accuse, !roles.isPassive, let object = roles.object,
      object > roles.verb, segment.tree.tags[object] == .noun,
      let deed = segment.child(roles.verb, .xcomp, .advcl), deed > object, segment.isVerbal(deed),
      segment.child(deed, .mark, .case).map({
        segment.tree.tags[$0] == .adp || segment.tree.tags[$0] == .part
      })
        ?? false
    {
      about = parties.described(anyAt: object, in: segment)
    }
    let isLegal = reading.frame == .charge || reading.frame == .sanction
    if isLegal, about.entities.isEmpty { about = punished(reading, roles, in: segment) ?? about }
    if reading.frame == .charge, reading.cue.lexeme.has(.weak),
      !isTakenByLaw(reading, roles, by: speaker, over: nodes, in: segment)
    {
      return nil
    }
    if let denial = slander(reading, roles, by: speaker, of: about, proposition, nodes, in: segment) {
      return denial
    }
    if reading.frame == .charge { noteFiler(speaker, of: roles, in: segment) }
    let isParty = about.entities.contains { parties.registry[$0].kind.isParty }
    guard
      isParty
        || isLegal && !reading.cue.lexeme.has(.weak)
          && (!about.entities.isEmpty || reading.tokens.count > 1 && !roles.isPassive)
    else { return nil }
    // "would not extradite them": no step is taken.
    if isLegal, segment.isNegated(roles.verb, in: text) { return nil }
    // "works with the police to apprehend them", "plans to sue": not yet done.
    let step = isLegal ? pending(roles.verb, in: segment) : nil
    if step == .open { return nil }
    // "Moscow, accused of hacking the parliament, …": by somebody, whom they answer.
    if !isLegal, roles.isPassive, speaker.entities.isEmpty { parties.discourse.accuse(about.entities) }
    // Who is blamed by nobody that is named is no claim of somebody; arrests and sanctions tell of an act all the same.
    guard !speaker.entities.isEmpty || roles.isPassive && isLegal || scope == .all else { return nil }
    var draft = draft(reading.frame.act, reading, speaker: speaker, about: about, content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.level = about.level
    if reading.frame == .suspect { draft.hedged = true }
    // "opened an investigation into the hacking": of nobody that is named.
    if reading.frame == .charge, draft.about.entities.isEmpty, opensInquiry(reading, roles, in: segment) {
      draft.act = .state
    }
    if step == .planned { draft.act = .warn }
    draft.isRelative = isRelative(roles)
    if segment.isNegated(roles.verb, in: text) { draft.polarity = .deny }
    return draft
  }

  /// "accuses Washington of slander", "accused the island of groundless claims": who calls a charge a lie denies it.
  private mutating func slander(
    _ reading: CueReading, _ roles: ClauseRoles, by speaker: Party, of about: Party,
    _ proposition: PropositionReading, _ nodes: [Int], in segment: Segment
  ) -> ClaimDraft? {
    guard reading.frame == .accuse || reading.frame == .blame, !speaker.entities.isEmpty || scope == .all,
      isOfLies(roles, in: segment), isAccused(speaker) || !isAccused(about),
      proposition.source != .responsibility, proposition.source != .agent
    else { return nil }
    var draft = draft(.deny, reading, speaker: speaker, content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.polarity = .deny
    draft.about = accused(behind: speaker) ?? Party(entities: [])
    draft.level = draft.about.level
    draft.deniesInvolvement = !draft.about.entities.isEmpty
    return draft
  }

  /// "suspects that X did it", "soupçonne que le réseau a été visé": what is said is read as any statement, and only judged.
  mutating func readSuspicion(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft?
  {
    var draft = readStatement(reading, roles, in: segment)
    if draft?.act.isResponsibility == true || draft?.act == .state { draft?.act = .assess }
    draft?.hedged = true
    return draft
  }

  /// Whether what somebody is accused of is a lie about the one who speaks: "of slander", "de calomnie", "de mentir".
  private func isOfLies(_ roles: ClauseRoles, in segment: Segment) -> Bool {
    guard !roles.isPassive else { return false }
    for node in roles.verb + 1..<max(roles.verb + 1, min(roles.verb + 12, segment.count)) {
      if segment.isNewClause(node) || segment.isCoordinatedCue(node, in: text)
        || opensStance(node, in: segment)
      {
        return false
      }
      let lexemes = text.lexemes(at: segment.positions[node])
      if lexemes.contains(where: { $0.lexeme.category == .behaviour && !$0.lexeme.has(.neutral) }) {
        return false
      }
      if lexemes.contains(where: {
        $0.lexeme.category == .judgement && $0.lexeme.means(JudgementWord.baseless)
      }), !saysOfThing(node, in: segment) {
        return true
      }
    }
    return false
  }

  /// Whether the one who is blamed stands before speaker and verb: "which Berlin ties to …".
  func isRelative(_ roles: ClauseRoles) -> Bool {
    guard !roles.isPassive, let object = roles.object, let speaker = roles.speaker else { return false }
    return object < speaker && speaker < roles.verb
  }

  /// The deed that somebody is accused of, where the tree has hung it on the accused: "Russia of hacking", "la Russie
  /// d'avoir piraté".
  private func charge(hungOn object: Int?, in segment: Segment) -> [Int] {
    guard let object else { return [] }
    return segment.children(object).map(Int.init).filter { child in
      guard child > object, segment.isVerbal(child) else { return false }
      return segment.preposition(of: child, in: text) == .of
    }.flatMap { segment.subtree($0) }
  }

  /// "les accusations visent le groupe", "la plainte vise X": only words aim at somebody without attacking them.
  private func isWordOfBlame(_ noun: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[noun]).contains { match in
      switch match.lexeme.category {
      case .cue: match.lexeme.partOfSpeech == .noun
      case .judgement: match.lexeme.means(JudgementWord.accusation)
      case .channel: true
      default: false
      }
    }
  }

  /// "X points the finger at Y", "X met en cause Y", "X identified Y".
  mutating func readPointing(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft?
  {
    // "affirme que la Russie vise ses ministères": told by somebody, aiming at somebody is a deed.
    if reading.cue.lexeme.has(.weak), segment.tree.relations[roles.verb] == .ccomp,
      let above = segment.head(roles.verb),
      text.lexemes(at: segment.positions[above]).contains(where: { $0.lexeme.category == .cue })
    {
      return nil
    }
    if reading.cue.lexeme.has(.weak), reading.tokens.count == 1, !roles.isPassive,
      segment.subject(of: roles.verb).map({ isWordOfBlame($0, in: segment) }) != true
    {
      return nil
    }
    var about = blamed(reading, roles, in: segment) ?? Party(entities: [])
    if about.entities.isEmpty,
      let node = segment.complement(of: roles.verb, behind: [.against, .on, .to, .as], in: text)
    {
      about = parties.blamedParty(at: node, in: segment)
    }
    if about.entities.isEmpty, let node = nominal(after: reading.tokens.upperBound, in: segment),
      node != roles.speaker
    {
      about = parties.blamedParty(at: node, in: segment)
    }
    // "identified the hackers as members of the Qilin gang"
    if about.entities.allSatisfy({ parties.registry[$0].isUnnamed }),
      let opener = (roles.verb + 1..<max(roles.verb + 1, segment.count)).first(where: { node in
        text.isLexeme(at: segment.positions[node], .preposition, PrepositionWord.as)
      }), opener + 1 < segment.count, let node = nominal(after: segment.positions[opener + 1], in: segment)
    {
      let called = parties.blamedParty(at: node, in: segment)
      if called.isActor, called.entities.contains(where: { !parties.registry[$0].isUnnamed }) {
        about = called
      }
    }
    // "has named the attacker: Russia"
    let answer =
      about.entities.allSatisfy { parties.registry[$0].isUnnamed }
      ? namedBehindColon(Array(roles.verb..<segment.count), in: segment) : nil
    about = answer?.party ?? about
    let isBlamable =
      answer != nil || about.isActor
      || isCalledCulprit(after: roles.verb, in: segment)
        && (self.isBlamable(about) || about.entities.contains { parties.registry[$0].isUnnamed })
      || about.entities.contains { entity in
        let kind = parties.registry[entity].kind
        return kind == .group || reading.frame == .point && (kind == .state || kind == .agency)
          // "shifted the blame onto the supplier", "met en cause un Russe"
          || reading.frame == .point && reading.tokens.count > 2
            && (kind == .company || kind == .organisation || kind == .person)
      }
    guard isBlamable else { return nil }
    // "a group named Handala"
    if reading.frame == .identify, reading.cue.lexeme.form == .participle,
      segment.tree.relations[roles.verb] == .acl, segment.child(roles.verb, .aux, .auxPass, .oblAgent) == nil
    {
      return nil
    }
    let speaker = speaker(roles, in: segment)
    guard !speaker.entities.isEmpty || roles.isPassive else { return nil }
    // "APT28 a visé le Parlement" tells of a deed.
    if reading.cue.lexeme.has(.weak), speaker.isActor { return nil }
    // "est visé par une cyberattaque"
    if reading.cue.lexeme.has(.weak), speaker.entities.isEmpty, isHostileVerb(roles.verb, in: segment) {
      return nil
    }
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    let proposition = proposition(nodes, main: nil, in: segment)
    var draft = draft(reading.frame.act, reading, speaker: speaker, about: about, content: nodes, in: segment)
    apply(proposition, to: &draft)
    // "has been tracking a cluster": following somebody unknown does not name them.
    if reading.frame == .identify, text.isLexeme(at: reading.tokens.lowerBound, .alias, AliasWord.track),
      about.sponsors.isEmpty, about.entities.allSatisfy({ parties.registry[$0].isUnnamed })
    {
      draft.act = .state
      draft.about = Party(entities: [])
      draft.level = .unknown
    }
    return draft
  }

  /// "identified Russia as the perpetrator": what is named after "as" is one who did it.
  private func isCalledCulprit(after verb: Int, in segment: Segment) -> Bool {
    guard
      let opener = (verb + 1..<max(verb + 1, min(verb + 12, segment.count))).first(where: { node in
        text.isLexeme(at: segment.positions[node], .preposition, PrepositionWord.as)
      })
    else { return false }
    return (opener + 1..<min(opener + 4, segment.count)).contains { node in
      text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.category == .responsibility
          || match.lexeme.category == .actor
            && (match.lexeme.means(ActorWord.attacker) || match.lexeme.means(ActorWord.culprit)
              || match.lexeme.means(ActorWord.actor))
      }
        // "as the leader of the gang", "comme le chef du groupe"
        || text.isLexeme(at: segment.positions[node], .role, RoleWord.leader)
          && (node + 1..<min(node + 5, segment.count)).contains {
            text.lexeme(.actor, covering: segment.positions[$0]) != nil
          }
    }
  }

  mutating func blamed(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> Party? {
    // "handed X a nine-year sentence": the first of two objects, which may stand within the phrase.
    if reading.frame == .charge, reading.tokens.count > 1, !roles.isPassive,
      let receiver = segment.child(roles.verb, .iobj), receiver > roles.verb
    {
      let party = parties.blamedParty(at: receiver, in: segment)
      return party.entities.isEmpty ? parties.described(at: receiver, ofOne: true, in: segment) : party
    }
    // "a inscrit Téhéran sur sa liste": the blamed stands within the phrase.
    if reading.tokens.count > 2, !roles.isPassive,
      let node = heldWithin(reading, in: segment) ?? roles.object
        ?? bareObject(after: roles.verb, in: segment),
      reading.tokens.contains(segment.positions[node])
    {
      let party = parties.blamedParty(at: node, in: segment)
      // "ordered the maker NSO Group to pay"
      let isFirm = reading.frame == .charge && parties.registry.areNamedBodies(party.entities)
      if isBlamable(party) || isFirm { return party }
      // "demande son renvoi", "ordered his arrest"
      if reading.frame == .charge, let owner = owner(of: node, in: segment) { return owner }
      // "sees Russia's hand behind it", but not "put two Russian firms on its list"
      if reading.frame == .suspect, let owner = owner(of: node, in: segment) { return owner }
      if reading.frame == .sanction,
        text.lexeme(.organ, covering: segment.positions[node]) != nil,
        segment.child(node, .det).map({ article in
          text.lexemes(at: segment.positions[article]).contains { $0.lexeme.has(.definite) }
        }) != true
      {
        return party.entities.isEmpty ? parties.described(anyAt: node, in: segment) : party
      }
    }
    // "filed charges against X", "a annoncé l'inculpation de X": the object of the verb is part of the cue.
    if reading.tokens.count > 1, reading.frame != .hold, !roles.isPassive,
      blamedClitic(roles, in: segment) == nil,
      roles.object.map({ reading.tokens.contains(segment.positions[$0]) }) ?? true
    {
      // "inscrire sur la liste des personnes sanctionnées deux officiers": the object stands further on.
      if let object = roles.object, object > roles.verb,
        segment.positions[object] >= reading.tokens.upperBound
      {
        let party = parties.blamedParty(at: object, in: segment)
        if isBlamable(party) { return party }
      }
      var end = reading.tokens.upperBound
      // "imposed sanctions on Thursday on a Russian man"
      while let day = nominal(after: end, in: segment), ClauseRoles.isTime(day, in: segment, text) {
        end = segment.positions[day] + 1
      }
      // "a porté plainte, selon la police": whoever tells of it is not meant.
      guard let node = nominal(after: end, in: segment), node != roles.speaker,
        !text.lexemes(in: end..<max(end, segment.positions[node])).contains(where: { match in
          match.lexeme.category == .cue && match.lexeme.partOfSpeech == .preposition
            || match.lexeme.category == .time && match.lexeme.partOfSpeech == .preposition
            // "a ouvert une enquête après que Le Monde a accusé"
            || match.lexeme.means(PrepositionWord.after)
        }),
        segment.tree.relations[node] != .nsubj || segment.head(node) == roles.verb
      else { return Party(entities: []) }
      // "made arrests in Ukraine", "filed a complaint with the police": where a step is taken is not whom it is taken against.
      if isPlaceOfStep(node, of: reading, in: segment) { return Party(entities: []) }
      // "porté plainte contre X": against persons unknown.
      if text.isLexeme(at: segment.positions[node], .pronoun, PronounWord.unknown),
        segment.positions[node] == reading.tokens.upperBound
          || text.isLexeme(at: segment.positions[node] - 1, .preposition, PrepositionWord.against)
      {
        return Party(entities: [], reason: "'X' stands for persons unknown")
      }
      return parties.blamedParty(at: node, in: segment)
    }
    if !roles.isPassive, let clitic = blamedClitic(roles, in: segment) {
      let speakers = roles.speaker.map { parties.party(at: $0, in: segment).entities } ?? []
      let isPlural = isPlural(clitic, in: segment)
      guard let entities = parties.object(excluding: speakers, plural: isPlural) else {
        return Party(entities: [], reason: "a pronoun that nothing before it fits")
      }
      return Party(entities: entities, level: entities.first.map { parties.level(of: $0) } ?? .unknown)
    }
    // "tracks the group as UNC5221 and suspects it of working for China": an object is never its own subject.
    if !roles.isPassive, text.isEnglish, let object = roles.object, segment.tree.tags[object] == .pron,
      let pronoun = text.lexeme(.pronoun, covering: segment.positions[object])?.lexeme, pronoun.has(.object)
    {
      let speakers = roles.speaker.map { parties.party(at: $0, in: segment).entities } ?? []
      // "the company that had accused him": no body is "him".
      let isPerson = pronoun.means(PronounWord.he) || pronoun.means(PronounWord.she)
      if let entities = parties.object(
        excluding: speakers, plural: pronoun.has(.plural), ofPerson: isPerson)
      {
        return Party(entities: entities, level: entities.first.map { parties.level(of: $0) } ?? .unknown)
      }
      let other = parties.blamedParty(at: object, in: segment)
      let fits = !isPerson || other.entities.allSatisfy { parties.registry[$0].kind == .person }
      return other.entities.contains(where: speakers.contains) || !fits
        ? Party(entities: [], reason: "a pronoun that nothing before it fits") : other
    }
    // "fined the firm two million": the first of two objects.
    let first = segment.child(roles.verb, .iobj).flatMap { $0 > roles.verb && !roles.isPassive ? $0 : nil }
    let object = (first ?? roles.object).flatMap { segment.isNominal($0) || roles.isPassive ? $0 : nil }
    guard
      let node = object ?? (roles.isPassive ? nil : bareObject(after: roles.verb, in: segment))
        ?? roles.object
    else {
      return nil
    }
    return parties.blamedParty(at: node, in: segment)
  }

  /// The first noun after a verb that no preposition governs, past times and parentheses.
  func bareObject(after verb: Int, in segment: Segment) -> Int? {
    for node in verb + 1..<max(verb + 1, min(verb + 10, segment.count)) {
      if segment.tree.tags[node] == .verb { return nil }
      guard segment.isNominal(node), segment.tree.tags[node] != .num, segment.child(node, .case) == nil,
        ![.flat, .nmod, .nmodPoss].contains(segment.tree.relations[node]),
        segment.tree.relations[node] != .compound || segment.head(node).map(segment.isNominal) != true,
        !text.lexemes(at: segment.positions[node]).contains(where: { $0.lexeme.category == .time })
      else { continue }
      return node
    }
    return nil
  }
}
