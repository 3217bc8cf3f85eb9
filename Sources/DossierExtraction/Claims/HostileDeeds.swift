import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who does what a verb tells of, where the verb, or what it is done to, is hostile.
extension ClaimReader {
  /// The doer of a verb: its agent in the passive, its subject else.
  mutating func offerDoer(
    of verb: Int, _ source: PropositionReading.Source, _ inside: Set<Int>, in segment: Segment,
    to reading: inout PropositionReading
  ) {
    if isGroundOfStep(verb, in: segment) || isDoneToOwn(verb, in: segment) { return }
    if segment.isPassive(verb) || isParticiple(verb, in: segment) {
      guard let agent = segment.agent(of: verb, in: text), !isTie(verb, inside, in: segment) else { return }
      let party = parties.party(at: agent, in: segment)
      if isTakedown(verb, by: party, in: segment) { return }
      offer(party, .agent, predicate: verb, in: segment, to: &reading)
      return
    }
    if isCausedToSelf(verb, in: segment) { return }
    // "a traité des incidents, compromis par X": a participle behind a comma is not done by the subject.
    if segment.tree.relations[verb] == .conj, segment.child(verb, .cc, .aux) == nil, verb > 0,
      isComma(verb - 1, in: segment),
      text.lexemes(at: segment.positions[verb]).contains(where: { $0.lexeme.form == .participle })
    {
      return
    }
    // "enabled APT28 to steal", but not "used malware to steal".
    if let controller = segment.controller(of: verb), inside.contains(controller) {
      let party = parties.party(at: controller, in: segment)
      if isBlamable(party) {
        return offerDoer(party, of: verb, source, in: segment, to: &reading)
      }
    }
    // "Kaspersky was used by Russian spies to steal": who uses it.
    if segment.tree.relations[verb] == .xcomp || segment.tree.relations[verb] == .advcl,
      segment.child(verb, .nsubj, .nsubjPass) == nil, let above = segment.head(verb), above < verb,
      segment.isPassive(above), let agent = segment.agent(of: above, in: text), agent < verb,
      // "was hired by Russia to hack", "a été accusé par Paris d'avoir piraté"
      !text.lexemes(at: segment.positions[above]).contains(where: { match in
        match.lexeme.category == .cue || match.lexeme.means(BehaviourWord.sponsorship)
      }),
      // "rejected the suggestion that it could be used by Beijing": the speaker's own part.
      segment.child(above, .nsubjPass).map({
        parties.party(at: $0, in: segment).entities == parties.reporting
      })
        != true
    {
      let party = parties.party(at: agent, in: segment)
      if isBlamable(party) { return offerDoer(party, of: verb, source, in: segment, to: &reading) }
    }
    // "attempts by Chinese hackers to penetrate"
    if segment.tree.relations[verb] == .acl, let noun = segment.head(verb), inside.contains(noun),
      let doer = segment.complement(of: noun, behind: [.by], in: text)
    {
      return offerDoer(
        parties.party(at: doer, in: segment), of: verb, source, in: segment, to: &reading)
    }
    guard let subject = segment.subject(of: verb), inside.contains(subject),
      !standsForAttack(subject, of: verb, in: segment)
    else { return }
    var party = parties.party(at: subject, in: segment)
    if !segment.isNegated(verb, in: text), let others = notReporter(party, pronoun: subject, in: segment) {
      party = others
    }
    // "There's a weakness that they're exploiting": attackers, and no business that was spoken of before.
    if segment.tree.tags[subject] == .pron, !isAccused(party), party.entities != parties.reporting,
      !party.entities.isEmpty,
      party.entities.allSatisfy({ [.company, .organisation].contains(parties.registry[$0].kind) })
    {
      return
    }
    if party.entities.isEmpty { party = parties.someState(at: subject, in: segment) }
    if !isBlamable(party), segment.tree.relations[verb] == .acl, segment.child(verb, .mark) != nil,
      let above = segment.head(subject), let user = segment.subject(of: above), inside.contains(user)
    {
      party = parties.party(at: user, in: segment)
    }
    offerDoer(party, of: verb, source, in: segment, to: &reading)
  }

  /// "Norway had arrested him for hacking the port", "la condamnation de X par la cour pour avoir piraté": a deed that a charge or a
  /// step of the law answers was not done by whoever makes the one or takes the other.
  func isGroundOfStep(_ deed: Int, in segment: Segment) -> Bool {
    var node = deed
    var isGoverned = false
    for _ in 0..<4 {
      guard
        [.advcl, .acl, .xcomp, .nmod, .obl].contains(segment.tree.relations[node])
          || isGoverned && [.parataxis, .appos, .conj, .obj].contains(segment.tree.relations[node]),
        segment.child(node, .nsubj, .nsubjPass) == nil, let above = segment.head(node), above < deed
      else { return false }
      if let mark = segment.child(node, .mark, .case), mark < node,
        text.lexemes(at: segment.positions[mark]).contains(where: { $0.lexeme.category == .preposition })
      {
        isGoverned = true
      }
      if isGoverned, answersDeeds(above, in: segment) { return true }
      node = above
    }
    return false
  }

  /// A word for what is said or done to somebody for a deed, or to keep them from one.
  private func answersDeeds(_ node: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[node]).contains { match in
      guard match.lexeme.category == .cue, let frame = match.lexeme.as(CueFrame.self) else { return false }
      return Self.framesOfOthers.contains(frame) || frame == .demand || frame == .face
    }
  }

  /// "The gang shut down its site", "deleted its own servers": what somebody ends of theirs is no attack.
  func isDoneToOwn(_ verb: Int, in segment: Segment) -> Bool {
    guard let object = segment.child(verb, .obj), let owner = segment.child(object, .nmodPoss, .det),
      !segment.isPassive(verb),
      text.lexemes(at: segment.positions[owner]).contains(where: { match in
        match.lexeme.category == .pronoun && match.lexeme.has(.possessive)
      })
    else { return false }
    return text.lexemes(at: segment.positions[verb]).contains { match in
      match.lexeme.means(BehaviourWord.disruption) || match.lexeme.means(BehaviourWord.sabotage)
    }
      // "hit its parliament", "a bloqué leurs serveurs": of somebody else.
      && text.lexeme(.pronoun, covering: segment.positions[owner])?.lexeme.has(.plural) != true
      && text.lexeme(.organ, covering: segment.positions[object]) == nil
  }

  /// "LockBit was taken offline by the police", "an operation led by Europol seized LockBit's servers": who does such a thing to
  /// attackers is none.
  private mutating func isTakedown(_ verb: Int, by party: Party, in segment: Segment) -> Bool {
    guard !party.entities.isEmpty,
      party.entities.allSatisfy({ [.agency, .organisation, .company].contains(parties.registry[$0].kind) })
    else { return false }
    if let subject = segment.child(verb, .nsubjPass) {
      return parties.party(at: subject, in: segment).isActor || ownedByAttackers(subject, in: segment) != nil
    }
    guard segment.tree.relations[verb] == .acl, let operation = segment.head(verb),
      segment.tree.relations[operation] == .nsubj, let deed = segment.head(operation),
      let object = segment.child(deed, .obj)
    else { return false }
    return ownedByAttackers(object, in: segment) != nil
  }

  /// "students recruited by the service had hacked it", "a gang sheltered by the state": what was done for those who do
  /// something else says whom they are tied to.
  private func isTie(_ verb: Int, _ inside: Set<Int>, in segment: Segment) -> Bool {
    guard segment.tree.relations[verb] == .acl, let noun = segment.head(verb), inside.contains(noun),
      text.lexemes(at: segment.positions[verb]).contains(where: {
        $0.lexeme.means(BehaviourWord.sponsorship) || $0.lexeme.means(BehaviourWord.hosting)
      })
    else { return false }
    return [.nsubj, .oblAgent].contains(segment.tree.relations[noun])
  }

  /// "blocked the attack before it reached the wards": a pronoun that stands for the attack which the clause above has as its
  /// object.
  private func standsForAttack(_ pronoun: Int, of verb: Int, in segment: Segment) -> Bool {
    guard segment.tree.tags[pronoun] == .pron, segment.tree.relations[verb] == .advcl,
      let lexeme = text.lexeme(.pronoun, covering: segment.positions[pronoun])?.lexeme, !lexeme.has(.plural),
      let above = segment.head(verb), above < verb, let object = segment.child(above, .obj)
    else { return false }
    return isDeedNoun(object, in: segment) && !text.isPlural(segment.positions[object])
  }

  /// "They broke in, prosecutors said": who tells of a deed by "they" means whoever was blamed and not themselves, unless
  /// they are attackers, or a body that may well tell of its own deed by "it".
  private func notReporter(_ party: Party, pronoun: Int, in segment: Segment) -> Party? {
    guard let reporting = parties.reporting, party.entities == reporting, !isAccused(party),
      segment.tree.tags[pronoun] == .pron,
      let lexeme = text.lexeme(.pronoun, covering: segment.positions[pronoun])?.lexeme
    else { return nil }
    let isPlural = lexeme.has(.plural)
    let mayOwnUp = reporting.contains { entity in
      let reporter = parties.registry[entity]
      switch reporter.kind {
      case .group: return true
      case .person: return false
      default: return !reporter.isUnnamed && reporter.isPlural == isPlural
      }
    }
    guard !mayOwnUp, let blamed = parties.blamedBefore(isPlural: isPlural) else { return nil }
    return Party(entities: blamed, level: parties.level(of: blamed[0]), isActor: true)
  }

  private mutating func offerDoer(
    _ party: Party, of verb: Int, _ source: PropositionReading.Source, in segment: Segment,
    to reading: inout PropositionReading
  ) {
    if source == .subject, !party.isActor, !isHostile(verb, by: party, in: segment) { return }
    offer(party, source, predicate: verb, in: segment, to: &reading)
  }

  private func isParticiple(_ verb: Int, in segment: Segment) -> Bool {
    // "the idea that Russia had hacked it"
    segment.tree.relations[verb] == .acl && segment.child(verb, .aux, .mark) == nil
      && text.lexemes(at: segment.positions[verb]).contains { $0.lexeme.form == .participle }
  }

  /// Whether a verb that is used of other things too is a hostile deed of a state or a group: "Russia disrupted the
  /// vote", and, for verbs that say little, "Russia took the data", not "Russia took measures".
  func isHostile(_ verb: Int, by party: Party, in segment: Segment) -> Bool {
    let isAble = party.entities.allSatisfy { entity in
      switch parties.registry[entity].kind {
      case .state, .agency, .group: true
      // "he had obtained the data": of somebody who is charged.
      case .person: parties.discourse.accused.contains(entity)
      default: false
      }
    }
    guard isAble || areStrangers(party), segment.tree.tags[verb] == .verb else { return false }
    let deeds = text.lexemes(at: segment.positions[verb]).filter { $0.lexeme.category == .behaviour }
    // "sent its hackers after the parliament"
    if let object = segment.child(verb, .obj), isAttackersNoun(object, in: segment),
      segment.child(object, .nmodPoss).map({ segment.tree.tags[$0] == .pron }) == true,
      [PrepositionWord.on, .against, .after].contains(where: {
        segment.complement(of: verb, behind: [$0], in: text) != nil
      })
    {
      return true
    }
    // Who helps, hires or shelters attackers, not those whom they attacked.
    if deeds.contains(where: { $0.lexeme.means(BehaviourWord.sponsorship) && $0.lexeme.has(.weak) }) {
      guard isAble, let object = segment.child(verb, .obj) else { return false }
      // "financed the attack"
      if namesDeed([object], in: segment) { return true }
      return text.holdsAttackers([segment.positions[object]]) && segment.child(object, .nmodPoss) == nil
    }
    let object = (segment.child(verb, .obj) ?? segment.child(verb, .obl)).map { thing($0, in: segment) } ?? []
    // Who takes down a botnet, or goes after a gang, is no attacker; nor is who targets somebody with sanctions.
    if deeds.contains(where: { $0.lexeme.means(BehaviourWord.disruption) }), namesDeed(object, in: segment) {
      return false
    }
    if text.holdsAttackers(object.map { segment.positions[$0] })
      || segment.subtree(verb).contains(where: { node in
        text.isLexeme(at: segment.positions[node], .cue, CueFrame.sanction)
      })
    {
      return false
    }
    if deeds.contains(where: { !$0.lexeme.has(.weak) }) || isAble && isThreat(object, in: segment) {
      return true
    }
    guard isAble else { return false }
    if !deeds.isEmpty, isOfVictims(verb, by: party, in: segment) { return true }
    // What attackers took, read or reached is what attackers do; what they put out in words is a statement.
    return !deeds.isEmpty && party.entities.allSatisfy(isHeldForAttacker)
      && !object.contains { text.lexeme(.channel, covering: segment.positions[$0]) != nil }
  }

  /// Persons of whom the text has told nothing else, with a name or a nation: nobody who speaks in it, holds an office or works
  /// for somebody.
  private func areStrangers(_ party: Party) -> Bool {
    !party.entities.isEmpty && party.entities != parties.reporting && party.entities != parties.firstPerson
      && party.entities.allSatisfy { entity in
        let draft = parties.registry[entity]
        return draft.kind == .person && (!draft.isUnnamed || draft.isTold) && draft.partOf == nil
      }
  }

  /// "hit its parliament", "read the mail of ministers": what a verb that says little is done to is a body of somebody else, or what
  /// people keep to themselves.
  private func isOfVictims(_ verb: Int, by party: Party, in segment: Segment) -> Bool {
    guard let whole = segment.child(verb, .obj), segment.tree.tags[whole] != .pron else { return false }
    // "thousands of documents"
    let counted = segment.complement(of: whole, behind: [.of], in: text)
    let object = counted.flatMap { text.isPlural(segment.positions[$0]) ? $0 : nil } ?? whole
    if [whole, object].contains(where: { thing in
      text.isLexeme(at: segment.positions[thing], .judgement, JudgementWord.possession)
    }) {
      return true
    }
    if let organ = text.lexeme(.organ, covering: segment.positions[object]) {
      return organ.lexeme.partOfSpeech != .verb
    }
    guard let name = parties.bestName(covering: segment.positions[object]), name.usage != .demonym else {
      return false
    }
    switch text.entry(name.entry)?.kind {
    case .company, .organisation, .agency: return true
    default: return false
    }
  }

  /// A noun with what belongs to it, without what it is about: "the conclusion on the attack" is no attack.
  private func thing(_ noun: Int, in segment: Segment) -> [Int] {
    let topics = segment.children(noun).map(Int.init).filter { child in
      segment.tree.relations[child] == .aclRelcl
        || segment.preposition(of: child, in: text).map { $0 == .on || $0 == .about } == true
    }
    let aside = Set(topics.flatMap { segment.subtree($0) })
    return segment.subtree(noun).filter { !aside.contains($0) }
  }

  /// A group of attackers, or one that was blamed before.
  private func isHeldForAttacker(_ entity: Int) -> Bool {
    parties.registry[entity].kind == .group || parties.discourse.accused.contains(entity)
  }

  /// Whether a verb of doing ("carry out", "mener") has an attack as its object.
  func isDeed(of verb: Int, in segment: Segment) -> Bool {
    if let object = segment.child(verb, .obj, .nsubjPass) { return isDeedNoun(object, in: segment) }
    // "systems developed by X", whatever the tree makes of the participle
    if segment.child(verb, .oblAgent) != nil, segment.child(verb, .aux, .auxPass) == nil,
      let noun = segment.child(verb, .nsubj) ?? segment.head(verb), noun < verb,
      segment.tree.tags[noun] == .noun
    {
      return isDeedNoun(noun, in: segment)
    }
    if segment.isPassive(verb) { return segment.child(verb, .nsubjPass) == nil }
    // An object that the tree hangs elsewhere: "mène contre nos démocraties une guerre de l'information".
    let after = (verb + 1..<max(verb + 1, min(verb + 10, segment.count))).prefix { !segment.isVerbal($0) }
    return namesDeed(Array(after), in: segment)
  }

  /// Whether a noun is a deed or many of them: "an attack", "a wave of attacks", but not "a report on the attack".
  func isDeedNoun(_ noun: Int, in segment: Segment) -> Bool {
    if namesDeed([noun], in: segment) { return true }
    // "launched NotPetya", "wrote WannaCry"
    if let name = parties.bestName(covering: segment.positions[noun]),
      let kind = text.entry(name.entry)?.kind,
      kind == .malware || kind == .campaign
    {
      return true
    }
    return segment.children(noun).map(Int.init).contains { child in
      switch segment.tree.relations[child] {
      case .nmod:
        segment.preposition(of: child, in: text) == .of && text.isPlural(segment.positions[child])
          && segment.child(child, .det, .nmodPoss) == nil && namesDeed([child], in: segment)
      case .conj: namesDeed([child], in: segment)
      default: false
      }
    }
  }

  func namesDeed(_ nodes: [Int], in segment: Segment) -> Bool {
    nodes.contains { node in
      text.lexemes(at: segment.positions[node]).contains {
        $0.lexeme.category == .behaviour && $0.lexeme.partOfSpeech != .verb
      }
        // "a ransomware attack"
        || text.lexeme(.behaviour, covering: segment.positions[node]).map {
          $0.lexeme.partOfSpeech != .verb && $0.end - $0.first > 1
        } == true
    }
  }
}

extension ClaimReader {
  /// Whether a node is a noun for attackers, whatever verb is written alike.
  func isAttackersNoun(_ node: Int, in segment: Segment) -> Bool {
    segment.tree.tags[node] == .noun && text.lexeme(.actor, covering: segment.positions[node]) != nil
  }
}

extension AnalysedText {
  /// Whether a word for attackers, or a name of theirs, stands at one of the positions.
  func holdsAttackers(_ positions: [Int]) -> Bool {
    positions.contains { position in
      lexemes(at: position).contains { $0.lexeme.category == .actor && !$0.lexeme.has(.neutral) }
        || names(covering: position).contains { entry($0.entry)?.kind == .group }
    }
  }
}
