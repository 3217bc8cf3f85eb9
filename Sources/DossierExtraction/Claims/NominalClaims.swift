import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Nouns for claims with who makes them: "les accusations de Washington contre Pékin", "China's denial", "Microsoft's finding that …".
extension ClaimReader {
  /// Whose claim a noun tells of, and against whom.
  private struct NominalParties {
    var speaker: Party?
    var about: Party?
  }

  /// The claim that a noun for one tells of; nil where nobody is said to make it, or nobody is blamed by it.
  mutating func readNominal(_ reading: CueReading, in segment: Segment) -> ClaimDraft? {
    if let announced = readAnnounced(reading, in: segment) { return announced }
    guard segment.isNominal(reading.node) else { return nil }
    let node = reading.node
    var sides = nominalParties(reading, in: segment)
    if let speaker = sides.speaker {
      if let statement = readNominalStatement(reading, by: speaker, in: segment)
        ?? readTold(reading, by: speaker, in: segment)
      {
        return statement
      }
      if reading.frame == .decline { return readNominalRefusal(reading, by: speaker, in: segment) }
    }
    if let speaker = sides.speaker, reading.frame == .assertion {
      return readOwnedUp(reading, by: speaker, in: segment)
    }
    guard reading.frame != .assertion else { return nil }
    if sides.about == nil, reading.frame == .attribution {
      sides.about = attributed(behind: node, in: segment)
    }
    if sides.about == nil, !reading.isLegal { sides.about = aimedAt(bySubject: node, in: segment) }
    guard let speaker = sides.speaker,
      reading.frame == .denial || reading.frame == .admit || sides.about != nil
    else { return nil }
    var draft = draft(
      reading.frame.nominalAct, reading, speaker: speaker, about: sides.about ?? Party(entities: []),
      content: segment.subtree(node), in: segment)
    if draft.act == .deny {
      draft.polarity = .deny
      draft.about = accused(behind: speaker) ?? draft.about
      draft.deniesInvolvement = true
    }
    if draft.act == .admit { draft.about = doers(owningUpAs: speaker) }
    // "la condamnation de X par la cour"
    if draft.act == .condemn, isCourt(speaker) { draft.act = .charge }
    draft.level = draft.about.level
    return draft
  }

  /// Who makes the claim and whom it is against, by what hangs on the noun.
  private mutating func nominalParties(_ reading: CueReading, in segment: Segment) -> NominalParties {
    let node = reading.node
    var sides = NominalParties()
    let children = segment.children(node).map(Int.init)
    for child in children where [.nmodPoss, .amod, .compound].contains(segment.tree.relations[child]) {
      if sides.speaker == nil { sides.speaker = namedParty(at: child, in: segment) }
    }
    if sides.speaker == nil, reading.frame != .assertion, let agent = agent(behind: node, [.by], in: segment)
    {
      sides.speaker = namedParty(at: agent, in: segment)
    }
    // "the arrest of X", "Norway's condemnation of X", "la mise en cause de X par Y"
    let isOfObject =
      reading.isLegal || reading.frame == .condemn
      || [.accusation, .suspect].contains(reading.frame) && sides.speaker != nil
    for child in children {
      switch segment.tree.relations[child] {
      case .nmod, .obl:
        switch segment.preposition(of: child, in: text) {
        case .of where isOfObject:
          if sides.about == nil { sides.about = namedParty(at: child, in: segment) }
          // "the arrest of a student by the police"
          if sides.about == nil, reading.isLegal {
            let somebody = parties.described(at: child, ofOne: true, in: segment)
            sides.about = somebody.entities.isEmpty ? nil : somebody
          }
        case .of, .by, .from: if sides.speaker == nil { sides.speaker = namedParty(at: child, in: segment) }
        case .against where reading.frame == .attribution: continue
        case .against, .to: if sides.about == nil { sides.about = namedParty(at: child, in: segment) }
        default: continue
        }
      // "l'attribution à l'Iran rendue publique par Tirana"
      case .acl:
        if sides.speaker == nil, let agent = segment.agent(of: child, in: text) {
          sides.speaker = namedParty(at: agent, in: segment)
        }
      default: continue
      }
    }
    // "the accusations by X against Y", "les accusations de X contre Y": the one may hang on the other.
    if sides.about == nil, reading.frame != .attribution,
      let accused = agent(behind: node, [.against], in: segment)
    {
      sides.about = namedParty(at: accused, in: segment)
    }
    return sides
  }

  /// The noun behind one of the prepositions in the phrase that a noun heads, whatever the tree hangs it on.
  private func agent(behind noun: Int, _ prepositions: [PrepositionWord], in segment: Segment) -> Int? {
    let end =
      (noun + 1..<max(noun + 1, min(noun + 10, segment.count))).first { place in
        segment.isVerbal(place) || segment.tree.tags[place] == .punct
          || text.isLexeme(at: segment.positions[place], .complementizer, ComplementizerWord.that)
      } ?? min(noun + 10, segment.count)
    return (noun + 1..<max(noun + 1, end)).first { place in
      segment.isNominal(place)
        && segment.preposition(of: place, in: text).map(prepositions.contains) == true
    }
  }

  /// "Norway's claim that Russia did it", "la conclusion de Microsoft selon laquelle …": what the noun's clause says of the doer.
  private mutating func readTold(_ reading: CueReading, by speaker: Party, in segment: Segment) -> ClaimDraft?
  {
    let noun = reading.tokens.upperBound - 1
    guard scope == .threat, let sentence = text.sentence(at: noun)?.tokens,
      let start = clauseStart(behind: noun, in: sentence)
    else { return nil }
    let end = toldEnd(from: start, in: sentence, isSubject: segment.tree.relations[reading.node] == .nsubj)
    let nodes = (0..<segment.count).filter { (start..<end).contains(segment.positions[$0]) }
    guard nodes.count > 2, nodes.count < segment.count else { return nil }
    let own = Segment(nodes.map { segment.positions[$0] }, in: text, model: model)
    let root = (0..<own.count).first { own.head($0) == nil }
    parties.reporting = speaker.entities
    let told = proposition(Array(0..<own.count), main: root, in: own)
    parties.reporting = nil
    var draft = draft(.state, reading, speaker: speaker, content: nodes, in: segment)
    draft.frame = reading.frame == .suspect ? .assess : .say
    apply(told, to: &draft)
    if reading.frame == .denial {
      clear(told.actor ?? accused(behind: speaker) ?? speaker, &draft)
      return draft
    }
    decide(&draft, told)
    if reading.frame == .accusation, draft.act == .attribute { draft.act = .accuse }
    return draft.act == .state ? nil : draft
  }

  /// Where the clause behind a noun ends: at a mark, or before the verb that the noun is the subject of.
  private func toldEnd(from start: Int, in sentence: Range<Int>, isSubject: Bool) -> Int {
    let last = min(sentence.upperBound, start + Self.longestTold)
    let end = (start..<last).first { text.tokens[$0].kind == .mark && !isHyphenOrQuote($0) } ?? last
    guard isSubject else { return end }
    let words = (start..<end).filter { text.tokens[$0].kind == .word }
    let verbs = finiteVerbs(words)
    return verbs.count > 1 ? verbs.last.map { words[$0] } ?? end : end
  }

  /// "KillNet's claim of responsibility"
  private mutating func readOwnedUp(_ reading: CueReading, by speaker: Party, in segment: Segment)
    -> ClaimDraft?
  {
    guard let own = segment.complement(of: reading.node, behind: [.of], in: text),
      text.isLexeme(at: segment.positions[own], .judgement, JudgementWord.involvement)
    else { return nil }
    var draft = draft(.admit, reading, speaker: speaker, content: segment.subtree(reading.node), in: segment)
    draft.about = doers(owningUpAs: speaker)
    draft.level = draft.about.level
    return draft
  }

  /// "Norway's refusal to name Russia", "le refus de X de commenter".
  private mutating func readNominalRefusal(_ reading: CueReading, by speaker: Party, in segment: Segment)
    -> ClaimDraft?
  {
    let nodes = segment.subtree(reading.node).filter { $0 > reading.node }
    let isOfSpeech = nodes.contains { node in
      text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.means(JudgementWord.comment) || match.lexeme.means(JudgementWord.verdict)
          || match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
      }
    }
    guard isOfSpeech else { return nil }
    var draft = draft(.decline, reading, speaker: speaker, content: nodes, in: segment)
    draft.about = spared(in: nodes, in: segment)
    draft.level = draft.about.level
    return draft
  }

  /// "the attribution of the attack on Poland to Russia": the last party behind "to", wherever the tree hangs it.
  mutating func attributed(behind noun: Int, in segment: Segment) -> Party? {
    let end = (noun + 1..<segment.count).first { segment.tree.tags[$0] == .verb } ?? segment.count
    for node in (noun + 1..<max(noun + 1, end)).reversed()
    where segment.isNominal(node) && segment.preposition(of: node, in: text) == .to {
      if let party = namedParty(at: node, in: segment), isBlamable(party) { return party }
    }
    return nil
  }

  /// Whom the verb says a charge is about: "Les accusations de Berlin visent Moscou", "Les soupçons se portent sur X".
  private mutating func aimedAt(bySubject node: Int, in segment: Segment) -> Party? {
    guard segment.tree.relations[node] == .nsubj, let verb = segment.head(node), verb > node,
      !segment.isNegated(verb, in: text)
    else { return nil }
    let points = text.lexemes(at: segment.positions[verb]).contains { match in
      match.lexeme.category == .cue && match.lexeme.means(CueFrame.point)
    }
    let place =
      points
      ? segment.child(verb, .obj)
      : segment.child(verb, .obj) == nil
        ? segment.complement(of: verb, behind: [.on, .against], after: verb, in: text) : nil
    guard let place else { return nil }
    let party = parties.blamedParty(at: place, in: segment)
    return isBlamable(party) ? party : nil
  }

  /// The party at a node where it is one that can speak.
  private mutating func namedParty(at node: Int, in segment: Segment) -> Party? {
    let party = parties.party(at: node, in: segment)
    if party.entities.contains(where: { parties.registry[$0].kind.isParty }) { return party }
    guard let match = parties.bestName(covering: segment.positions[node]),
      let entry = text.entry(match.entry),
      EntityKind(entry.kind).isParty
    else { return nil }
    let entity = parties.registry.insert(entry, from: text.table)
    return Party(
      entities: [entity], tokens: Int(match.first)..<Int(match.end), level: parties.level(of: entity))
  }
}

extension CueReading {
  /// Whether the noun is one for a charge or a penalty.
  fileprivate var isLegal: Bool { frame == .charge || frame == .sanction }
}

extension CueFrame {
  /// The act of a noun for a claim.
  fileprivate var nominalAct: Act {
    switch self {
    case .accusation: .accuse
    case .attribution: .attribute
    case .denial: .deny
    case .charge: .charge
    case .sanction: .sanction
    case .suspect: .assess
    case .condemn: .condemn
    case .admit: .admit
    default: .state
    }
  }
}
