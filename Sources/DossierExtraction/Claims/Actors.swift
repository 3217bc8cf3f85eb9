import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who is said to have done it: the subject or agent of what attackers do, what follows "the work of", the state in
/// "Russian cyberattacks".
extension ClaimReader {
  /// Finds the doer in a content; the strongest construction wins.
  mutating func readActors(
    _ nodes: [Int], main: Int?, in segment: Segment, into reading: inout PropositionReading
  ) {
    let inside = Set(nodes)
    if let main, let party = namedDoer(main, in: segment) {
      offer(party, .responsibility, predicate: main, in: segment, to: &reading)
    }
    if let main, let party = membersOf(main, in: segment) {
      offer(party, .responsibility, predicate: main, in: segment, to: &reading)
    }
    if let main, let party = onlyDoer(main, in: segment) {
      offer(party, .responsibility, predicate: main, in: segment, to: &reading)
    }
    // "is the leading suspect in the theft"
    if let main, segment.child(main, .cop) != nil, let suspect = segment.child(main, .nsubj),
      text.isLexeme(at: segment.positions[main], .actor, ActorWord.suspect)
    {
      offer(
        parties.party(at: suspect, in: segment), .responsibility, predicate: main, in: segment, to: &reading)
      reading.likeness = reading.actor != nil
    }
    if let picked = pickedOut(nodes, in: segment) {
      offer(picked.party, .responsibility, predicate: picked.verb, in: segment, to: &reading)
      if reading.actor?.entities == picked.party.entities { reading.isNegated = picked.isDenied }
    }
    if let inverted = invertedDoer(nodes, in: segment) {
      offer(inverted.party, .responsibility, predicate: inverted.predicate, in: segment, to: &reading)
      if reading.actor?.entities == inverted.party.entities { reading.isNegated = inverted.isDenied }
    }
    if let picked = pickedOutBare(nodes, in: segment) {
      offer(picked.party, .responsibility, predicate: picked.noun, in: segment, to: &reading)
    }
    for node in nodes {
      for match in text.lexemes(at: segment.positions[node]) {
        switch match.lexeme.category {
        case .responsibility: readResponsibility(match, node, inside, in: segment, into: &reading)
        // « pirates » are people, and no form of « pirater », where they are a noun.
        case .behaviour where isAttackersNoun(node, in: segment): break
        case .behaviour: readBehaviour(match, node, inside, in: segment, into: &reading)
        case .cue: readInnerAttribution(match, node, inside, in: segment, into: &reading)
        default: break
        }
      }
    }
    if reading.source == nil, let main, let party = equated(main, in: segment) {
      offer(party, .responsibility, predicate: main, in: segment, to: &reading)
    }
    if reading.source == nil, let main, segment.isPassive(main),
      let agent = segment.agent(of: main, in: text), case let party = parties.party(at: agent, in: segment),
      party.isActor
    {
      offer(party, .subject, predicate: main, in: segment, to: &reading)
    }
    if reading.source == nil, let main, let party = reading.subject, party.isActor,
      !reading.isSuffered, !isMereKind(main, in: segment), !judgesOthers(main, in: segment),
      !isDoneToOwn(main, in: segment)
    {
      offer(party, .subject, predicate: main, in: segment, to: &reading)
    }
    if reading.source == nil, !reading.isSuffered, let main,
      let party = knownDoer(main, reading, in: segment) ?? wielder(main, reading, in: segment)
        ?? implicatedDoer(main, reading, in: segment)
    {
      offer(party, .subject, predicate: main, in: segment, to: &reading)
    }
    if reading.source == nil, let main, let party = namedCulprit(main, in: segment) {
      offer(party, .responsibility, predicate: main, in: segment, to: &reading)
    }
    if reading.source == nil, let named = namedBehindColon(nodes, in: segment) {
      offer(named.party, .responsibility, predicate: named.node, in: segment, to: &reading)
    }
    if reading.actor == nil { readTiedActor(nodes, main: main, in: segment, into: &reading) }
    if reading.actor != nil { readTies(nodes, in: segment, into: &reading) }
  }

  /// "Volt Typhoon was really a ransomware group": what sort of thing somebody is, with no state in it, blames nobody.
  private func isMereKind(_ predicate: Int, in segment: Segment) -> Bool {
    guard segment.child(predicate, .cop) != nil,
      [.noun, .num, .adj, .pron].contains(segment.tree.tags[predicate]),
      // "had been inside the control network"
      segment.child(predicate, .case) == nil
    else { return false }
    let words = segment.subtree(predicate) { node in
      segment.tree.relations[node] == .nsubj && segment.head(node) == predicate
    }.map { segment.positions[$0] }
    return !words.contains { position in
      text.lexeme(.affiliation, covering: position) != nil
        || text.lexeme(.responsibility, covering: position) != nil
        || text.lexemes(at: position).contains { $0.lexeme.category == .behaviour }
        || text.names(covering: position).contains { [.demonym, .metonym].contains($0.usage) }
        || text.names(covering: position).contains { [.state, .agency].contains(text.entry($0.entry)?.kind) }
    }
  }

  /// "ce n'est pas Moscou mais une bande qui l'a fait", "aucun pirate chinois n'est entré": a doer who is named as none.
  private func isRuledOut(_ doer: Party) -> Bool {
    guard let first = doer.tokens?.lowerBound else { return false }
    func isNegation(_ position: Int, _ word: NegationWord) -> Bool {
      position >= 0 && text.lexeme(.negation, covering: position)?.lexeme.means(word) == true
        && (position...first).allSatisfy { text.tokens[$0].kind == .word }
    }
    let isBehindArticle =
      first > 1 && text.lexemes(at: first - 1).contains { $0.lexeme.category == .determiner }
    return isNegation(first, .not) || isNegation(first - 1, .not)
      || isBehindArticle && isNegation(first - 2, .not)
      || (first - 2...first).contains { isNegation($0, .no) }
  }

  /// "it was not in the country's interest": "it" before a copula is nobody.
  private func isExpletive(_ predicate: Int, in segment: Segment) -> Bool {
    guard segment.child(predicate, .cop) != nil, let subject = segment.child(predicate, .nsubj, .expl) else {
      return false
    }
    return text.isLexeme(at: segment.positions[subject], .pronoun, PronounWord.it)
      || text.isLexeme(at: segment.positions[subject], .pronoun, PronounWord.this)
  }

  /// "is likely run by APT42": what a group does, whatever the text has called it.
  mutating func isRunByGroup(_ node: Int, in segment: Segment) -> Bool {
    guard let agent = segment.agent(of: node, in: text) else { return false }
    return parties.blamedParty(at: agent, in: segment).entities.contains { entity in
      parties.registry[entity].kind == .group && !parties.registry[entity].isUnnamed
    }
  }

  private mutating func readBehaviour(
    _ match: LexemeMatch, _ node: Int, _ inside: Set<Int>, in segment: Segment,
    into reading: inout PropositionReading
  ) {
    let lexeme = match.lexeme
    if lexeme.partOfSpeech == .verb, segment.isVerbal(node) {
      offerDoer(of: node, lexeme.has(.neutral) ? .subject : .behaviour, inside, in: segment, to: &reading)
    } else if segment.isNominal(node), text.lexeme(.organ, covering: segment.positions[node]) == nil {
      readPossessor(of: node, lexeme, in: segment, into: &reading)
    }
  }

  /// "Russian cyberattacks", "Russia's hacking", "attacks by groups", "les cyberattaques de la Chine".
  private mutating func readPossessor(
    of noun: Int, _ lexeme: Lexeme, in segment: Segment, into reading: inout PropositionReading
  ) {
    if let agent = segment.complement(of: noun, behind: [.by], in: text) ?? agentNext(to: noun, in: segment) {
      let party = parties.party(at: agent, in: segment)
      offer(party, .agent, predicate: nil, in: segment, to: &reading)
      return
    }
    for child in segment.children(noun).map(Int.init) {
      let relation = segment.tree.relations[child]
      let position = segment.positions[child]
      // "it was our attack"
      if relation == .nmodPoss || relation == .det,
        let own = text.lexemes(at: position).first(where: { match in
          match.lexeme.category == .pronoun && match.lexeme.has(.possessive)
            && (match.lexeme.means(PronounWord.we) || match.lexeme.means(PronounWord.i))
        }), let speaker = parties.referent(of: own.lexeme),
        speaker.contains(where: { parties.registry[$0].kind == .group })
      {
        offer(
          Party(entities: speaker, level: .group, isActor: true), .noun, predicate: nil, in: segment,
          to: &reading)
        continue
      }
      switch relation {
      case .amod, .compound, .nmodPoss:
        guard let match = parties.bestName(covering: position), let entry = text.entry(match.entry),
          entry.kind == .state || entry.kind == .agency || entry.kind == .group
        else { continue }
        let entity = parties.registry.insert(entry, from: text.table)
        let party = Party(
          entities: [entity], tokens: Int(match.first)..<Int(match.end), level: parties.level(of: entity),
          isActor: true)
        offer(party, .noun, predicate: nil, in: segment, to: &reading)
      case .nmod:
        guard segment.preposition(of: child, in: text) == .of else { continue }
        let party = parties.party(at: child, in: segment)
        let isGroup = party.isActor
        if isGroup || isBeforeTarget(child, in: segment) && isDoer(child, ofDeed: noun, in: segment) {
          offer(party, .noun, predicate: nil, in: segment, to: &reading)
        }
      default: continue
      }
    }
  }

  /// "further intrusions by APT31": the agent right behind the noun, wherever the tree hangs it.
  private func agentNext(to noun: Int, in segment: Segment) -> Int? {
    guard noun + 2 < segment.count,
      text.isLexeme(at: segment.positions[noun + 1], .preposition, PrepositionWord.by)
    else { return nil }
    return nominal(after: segment.positions[noun + 2], in: segment)
  }

  /// Takes a party for the doer if it can be one and stronger words have not named another.
  mutating func offer(
    _ party: Party, _ source: PropositionReading.Source, predicate: Int?, in segment: Segment,
    to reading: inout PropositionReading
  ) {
    guard !party.entities.isEmpty, !areVictims(party) else { return }
    let kinds = party.entities.map { parties.registry[$0].kind }
    guard kinds.contains(where: { $0.isParty || $0 == .malware || $0 == .campaign }) else { return }
    if let known = reading.source, known <= source { return }
    let meant = predicate.map { factuality(of: $0, doer: party, in: segment) } ?? .asserted
    if meant == .open {
      if let predicate, isLeftUnsaid(above: predicate, in: segment) { reading.leavesOpen = true }
      return
    }
    if meant == .asked || followsCondition(party) {
      reading.asksWhether = true
      return
    }
    reading.actor = party
    reading.source = source
    reading.isNegated = meant == .denied || isRuledOut(party)
    reading.isPlanned = meant == .planned
    if meant == .possible {
      reading.likelihood =
        reading.likelihood ?? (words: segment.positions[0]..<segment.positions[0], band: .possible)
      reading.hedged = true
    }
  }

  /// The subject of which a phrase such as "behind" or "responsible for" is said.
  func predicationSubject(of node: Int, in segment: Segment) -> Int? {
    var current = node
    var hasCopula = false
    for _ in 0..<5 {
      if let subject = segment.child(current, .nsubj, .nsubjPass) {
        // "identified X as being behind it": said of X.
        if judgesOthers(current, in: segment), current != node, !segment.isPassive(current),
          let object = segment.child(current, .obj)
        {
          return object
        }
        // "Berlin voit le GRU derrière l'attaque": whoever sees somebody behind it is not behind it; "Moscou ne semble pas être
        // derrière l'attaque" is said of Moscow.
        guard segment.isVerbal(current), segment.child(current, .cop) == nil, !hasCopula,
          text.lexemes(at: segment.positions[current]).contains(where: { match in
            match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
              && (match.lexeme.means(CueFrame.assess) && match.lexeme.has(.weak)
                || match.lexeme.means(CueFrame.suspect))
          })
        else { return subject }
        return segment.child(current, .obj)
      }
      guard let head = segment.head(current) else { return nil }
      switch segment.tree.relations[current] {
      case .acl, .aclRelcl, .amod, .nmod, .appos:
        if segment.isNominal(head) { return head }
      // "to say who was behind it": beyond the clause stands no subject of it.
      case .ccomp, .csubj: return nil
      case .obj where isSought(by: head, in: segment): return nil
      default: break
      }
      hasCopula =
        hasCopula || segment.child(current, .cop) != nil
        || text.isLexeme(at: segment.positions[current], .auxiliary, AuxiliaryWord.be)
      current = head
    }
    return nil
  }
}
