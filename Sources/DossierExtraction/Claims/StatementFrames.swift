import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Frames whose content is a clause: saying, judging.
extension ClaimReader {
  /// "X says that …", "…, X said", "X is believed to …".
  mutating func readStatement(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft?
  {
    if roles.isPassive, !isToldByAgent(roles, in: segment) {
      return readPassiveStatement(reading, roles, in: segment)
    }
    if let answer = readShortAnswer(reading, in: segment) ?? readBareNo(reading, roles, in: segment)
      ?? readBareYes(reading, roles, in: segment)
    {
      return answer
    }
    if isQuestion(reading, roles, in: segment) { return nil }
    if reading.frame == .tell, roles.complementizer == nil,
      called(beforeInfinitiveAfter: roles.verb, in: segment) != nil
    {
      return readDemand(CueReading(cue: reading.cue, frame: .demand, node: reading.node), roles, in: segment)
    }
    // "see the two men as the brains behind the theft"
    if reading.frame == .assess, roles.complementizer == nil, let object = roles.object {
      let party = parties.party(at: object, in: segment)
      let speaker = speaker(roles, in: segment)
      if isSpeaker(speaker, roles, in: segment),
        var culprit = readCulprit(reading, of: party, roles, speaker: speaker, in: segment)
      {
        culprit.act = .assess
        return culprit
      }
    }
    guard let content = statementContent(reading, roles, in: segment) else {
      if reading.frame == .boast || confessesAll(reading, roles, in: segment) {
        return readAdmission(reading, roles, in: segment)
      }
      return reading.frame == .assess ? readQualification(reading, roles, in: segment) : nil
    }
    let speaker = speaker(roles, in: segment)
    guard isSpeaker(speaker, roles, in: segment) else { return nil }
    // "attackers find vulnerabilities": a deed of theirs, which they tell nobody.
    if text.isLexeme(at: reading.tokens.lowerBound, .judgement, JudgementWord.finding),
      speaker.isActor || speaker.entities.contains(where: { parties.registry[$0].kind == .group })
    {
      return nil
    }
    if isOnlyDeed(reading, roles, by: speaker, in: segment) { return nil }
    // "X urged Y to stop, the BBC reported"
    if content.main < roles.verb, !speaker.entities.isEmpty, speaker.entities.allSatisfy(parties.isMedia),
      isClaimOfOthers(content.main, besides: speaker, in: segment)
    {
      return nil
    }
    let parts = coordinatedContents(
      beforeRefusal(withinRelative(content.nodes, roles, in: segment), in: segment), in: segment)
    let first = predicate(of: parts[0], whole: content, in: segment)
    var draft = statement(parts[0], main: first, by: speaker, reading, roles, in: segment)
    for part in parts.dropFirst() {
      let main = predicate(of: part, whole: content, in: segment)
      let next = statement(part, main: main, by: speaker, reading, roles, in: segment)
      if addsNothing(next, to: draft) {
        draft.content += next.content
        draft.include(next.span)
      } else {
        further.append(next)
      }
    }
    return draft
  }

  /// A statement by its content.
  private mutating func statement(
    _ nodes: [Int], main: Int, by speaker: Party, _ reading: CueReading, _ roles: ClauseRoles,
    in segment: Segment
  ) -> ClaimDraft {
    bringInAntecedent(of: roles, in: segment)
    parties.reporting = speaker.entities.isEmpty ? nil : speaker.entities
    let told = antecedent(of: nodes, roles, in: segment) + nodes
    var proposition = proposition(ofContent: told, main: main, in: segment)
    parties.reporting = nil
    dropExpelled(by: [main, roles.verb], in: segment, from: &proposition)
    // "does not believe that X did it": the negation is the content's.
    let negatesContent =
      reading.frame == .assess && segment.isNegated(roles.verb, in: text) && !proposition.isNegated
      && (roles.complementizer ?? roles.clause != nil || asksWhy(nodes, in: segment)) && !hasDoubt(reading)
    if negatesContent || lacksSupport(roles, in: segment) { proposition.isNegated = true }
    let isDisbelieved =
      reading.frame == .assess && segment.isNegated(roles.verb, in: text) && !proposition.isNegated
      && !hasDoubt(reading)
    addManner(of: roles.verb, before: roles.complementizer, in: segment, to: &proposition)
    var draft = draft(.state, reading, speaker: speaker, content: nodes, in: segment)
    apply(proposition, to: &draft)
    decide(&draft, proposition)
    accuseSubject(of: proposition, in: &draft)
    // "an indictment unsealed by the Justice Department alleges that X did it": what the law says of somebody is its step.
    if draft.act == .attribute,
      let paper = roles.speaker,
      text.isLexeme(at: segment.positions[paper], .channel, ChannelWord.indictment)
    {
      draft.act = .charge
    }
    if draft.act == .state, draft.about.entities.isEmpty,
      let target = stepTarget(reading, nodes, speaker: speaker, in: segment)
    {
      draft.about = target
      draft.level = target.level
    }
    if negatesContent, draft.act == .assess, draft.about.entities.isEmpty { draft.polarity = .deny }
    // "je n'y crois plus": what is not believed stands in what was said before.
    if isDisbelieved,
      roles.complementizer ?? roles.clause ?? roles.object == nil
        // "je n'y crois pas une seconde"
        || segment.children(roles.verb).contains(where: { child in
          segment.tree.relations[Int(child)] == .obl
            && text.isLexeme(at: segment.positions[Int(child)], .pronoun, PronounWord.clitic)
        })
        || draft.act == .assess && !draft.about.entities.isEmpty
    {
      draft.polarity = .deny
    }
    // "évalue le préjudice à 17 millions": a figure is stated, nobody judged.
    if reading.frame == .assess, draft.act == .assess, draft.about.entities.isEmpty,
      draft.confidence == nil, draft.likelihood == nil, draft.polarity == .affirm, !draft.hedged,
      nodes.contains(where: { isFigure($0, in: segment) })
    {
      draft.act = .state
    }
    if text.isLexeme(at: segment.positions[reading.node], .judgement, JudgementWord.doubt),
      !segment.isNegated(roles.verb, in: text),
      // "I doubt it was Russia" may have been read as denied already.
      draft.polarity == .affirm || proposition.holdsNegation
    {
      turnRound(&draft)
    }
    let boasts =
      reading.frame == .boast && speaker.entities.contains { gang(of: $0) != nil }
      && !proposition.negatesMain
    if draft.act == .state, boasts || confesses(reading, proposition, speaker) || ownsUp(proposition, speaker)
    {
      draft.act = .admit
      draft.about = doers(owningUpAs: speaker)
      draft.level = draft.about.level
    }
    readAnswered(nodes, proposition, in: segment, to: &draft)
    takeStep(toldBy: nodes, proposition, in: segment, to: &draft)
    return draft
  }

  /// "17 millions d'euros", "1,500 companies": a number of something, and no year or day.
  private func isFigure(_ node: Int, in segment: Segment) -> Bool {
    let position = segment.positions[node]
    guard text.tokens[position].kind == .number, node + 1 < segment.count,
      text.lexeme(.time, covering: position) == nil
    else { return false }
    let next = segment.positions[node + 1]
    return text.tokens[next].kind == .number
      || text.tokens[next].kind == .word
        && ![.adp, .verb, .aux, .cconj, .sconj, .pron, .det].contains(segment.tree.tags[node + 1])
        && text.lexeme(.time, covering: next) == nil
  }

  /// Whether a cue says no by itself what its negation takes back: "has no doubt", "cannot rule out".
  private func hasDoubt(_ reading: CueReading) -> Bool {
    reading.tokens.count > 1
      || text.isLexeme(at: reading.tokens.lowerBound, .judgement, JudgementWord.doubt)
  }

  /// The noun that a reported clause without a subject is about: "units which London said had spied", "a man it says was
  /// behind it".
  private func antecedent(of nodes: [Int], _ roles: ClauseRoles, in segment: Segment) -> [Int] {
    // "that Microsoft said in 2023 was going after universities"
    let opening = nodes.prefix(4).first { node in
      segment.isVerbal(node) || segment.tree.tags[node] == .aux
        || segment.tree.tags[node] != .adp && !ClauseRoles.isTime(node, in: segment, text)
          && segment.tree.tags[node] != .num
    }
    guard let speaker = roles.speaker, speaker > 0, speaker < roles.verb, let first = opening,
      first > roles.verb, segment.isVerbal(first) || segment.tree.tags[first] == .aux,
      // "des données qu'ils affirment avoir volées": what they say is of themselves.
      !text.lexemes(at: segment.positions[first]).contains(where: { match in
        match.lexeme.category == .auxiliary && match.lexeme.form == .infinitive
          && match.lexeme.means(AuxiliaryWord.have)
      }),
      !text.isLexeme(at: segment.positions[speaker], .pronoun, PronounWord.relative)
    else { return [] }
    // "a man it says was behind it" has no relative pronoun.
    let isContact =
      segment.tree.tags[speaker] == .pron && segment.tree.tags[speaker - 1] == .noun
      && roles.verb == speaker + 1
    let isRelative = segment.tree.relations[roles.verb] == .aclRelcl
    guard isContact || isRelative, let noun = isRelative ? segment.head(roles.verb) : speaker - 1,
      noun < speaker
    else { return [] }
    // "sanctioned Juxinhe, a company it says was involved": who bears the name that the noun tells of.
    if segment.tree.relations[noun] == .appos, segment.tree.tags[noun] == .noun,
      let bearer = segment.head(noun), bearer < noun, segment.tree.tags[bearer] == .propn
    {
      return phrase(of: bearer, before: segment.subtree(noun).first ?? noun, in: segment)
    }
    return phrase(of: noun, before: speaker, in: segment)
  }

  /// A noun with what belongs to it before a node, without its preposition and without the clauses behind it.
  private func phrase(of noun: Int, before end: Int, in segment: Segment) -> [Int] {
    segment.subtree(noun) { node in
      switch segment.tree.relations[node] {
      case .aclRelcl, .parataxis: true
      case .case, .mark: segment.head(node) == noun
      default: false
      }
    }.filter { $0 < end && segment.tree.tags[$0] != .punct }
  }

  /// "found no support for the claim that X did it": nothing speaks for what the clause tells.
  private func lacksSupport(_ roles: ClauseRoles, in segment: Segment) -> Bool {
    guard let opener = roles.complementizer, opener > roles.verb + 2 else { return false }
    let between = (roles.verb + 1..<opener).map { segment.positions[$0] }
    return between.contains {
      text.lexeme(.negation, covering: $0) != nil || text.isLexeme(at: $0, .judgement, JudgementWord.baseless)
    }
      && between.contains { position in
        text.isLexeme(at: position, .judgement, JudgementWord.thesis)
          || text.isLexeme(at: position, .judgement, JudgementWord.accusation)
      }
  }

  /// "doubts that X did it" is no attribution to X but its opposite.
  private func turnRound(_ draft: inout ClaimDraft) {
    draft.polarity = draft.polarity == .affirm ? .deny : .affirm
    if draft.act == .attribute || draft.act == .state { draft.act = .assess }
  }

  /// Reads a content by itself: its own tree is surer than a branch of the sentence's.
  mutating func proposition(ofContent nodes: [Int], main: Int, in segment: Segment) -> PropositionReading {
    let nodes = namingAntecedent(nodes, in: segment)
    var positions = nodes.map { segment.positions[$0] }
    while let first = positions.first,
      text.tokens[first].kind == .mark || text.isLexeme(at: first, .complementizer, ComplementizerWord.that)
        // "said Wednesday they arrested"
        || positions.count > 4 && text.tokens[first].shape.contains(.capitalised)
          && text.lexeme(.time, covering: first) != nil
          && text.lexeme(.pronoun, covering: positions[1]) != nil
    {
      positions.removeFirst()
    }
    guard positions.count > 3, positions.count < segment.count else {
      return proposition(nodes, main: main, in: segment)
    }
    let own = Segment(positions, in: text, model: model)
    let root = (0..<own.count).first { own.head($0) == nil }
    // A noun without a predicate is no clause, where the whole sentence has found one.
    if let root, own.isNominal(root), own.child(root, .nsubj) == nil,
      // "Moscow was behind it": what stands behind a word makes no predicate of it.
      own.child(root, .cop).map({ $0 > root }) ?? true,
      let clause = nodes.first(where: { node in
        (segment.tree.tags[node] == .verb || segment.child(node, .cop) != nil)
          && segment.child(node, .nsubj).map(nodes.contains) == true
      })
    {
      return proposition(nodes, main: clause, in: segment)
    }
    return proposition(Array(0..<own.count), main: root, in: own)
  }

  /// "Russia, which Norway says attacked the hospital", "APT28, qui selon Paris a piraté …": the noun in place of the relative pronoun
  /// that is the subject.
  private func namingAntecedent(_ nodes: [Int], in segment: Segment) -> [Int] {
    guard let pronoun = nodes.first, pronoun > 0, segment.tree.tags[pronoun] == .pron,
      text.isLexeme(at: segment.positions[pronoun], .pronoun, PronounWord.relative),
      // "that Russia did it" has a subject of its own.
      let next = nodes.dropFirst().first(where: {
        segment.tree.tags[$0] != .adv && segment.tree.tags[$0] != .part
      }),
      segment.isVerbal(next) || segment.tree.tags[next] == .aux,
      let noun = nodes.dropFirst().first(where: { segment.tree.relations[$0] == .aclRelcl })
        .flatMap({ segment.head($0) }) ?? segment.nounBefore(pronoun, in: text), noun < pronoun
    else { return nodes }
    return phrase(of: noun, before: pronoun, in: segment) + nodes.dropFirst()
  }

  /// Whether the party may speak: it is resolved, or it is a noun that people are called by.
  func isSpeaker(_ party: Party, _ roles: ClauseRoles, in segment: Segment) -> Bool {
    if scope == .all { return roles.speaker != nil }
    guard let first = party.entities.first else { return false }
    // "Atlanta Cyber Attack puts other cities on notice": a deed says nothing, but a party's campaign does.
    if let node = roles.speaker, party.tokens?.contains(segment.positions[node]) == true,
      namesDeed([node], in: segment), text.lexeme(.organ, covering: segment.positions[node]) == nil
    {
      return false
    }
    return parties.registry[first].kind.isParty || parties.registry[first].kind == .malware
  }

  /// Confidence and likelihood beside the verb: "assesses with high confidence", "estime, avec un haut degré de …".
  private func addManner(
    of verb: Int, before opener: Int?, in segment: Segment, to proposition: inout PropositionReading
  ) {
    let manner = segment.subtree(verb) { node in
      switch segment.tree.relations[node] {
      case .ccomp, .csubj, .nsubj, .parataxis, .conj: true
      default: false
      }
    }
    var beside = PropositionReading()
    // "thinks it unlikely that"
    let judged = opener.map { (verb + 1..<max(verb + 1, $0)).filter { !manner.contains($0) } } ?? []
    readManner(manner + (judged.count < 4 ? judged : []), in: segment, into: &beside)
    proposition.confidence = proposition.confidence ?? beside.confidence
    proposition.likelihood = proposition.likelihood ?? beside.likelihood
    proposition.hedged = proposition.hedged || beside.hedged && beside.likelihood != nil
  }

  private func readManner(_ nodes: [Int], in segment: Segment, into reading: inout PropositionReading) {
    for node in nodes {
      for match in text.lexemes(at: segment.positions[node]) {
        let words = Int(match.first)..<Int(match.end)
        switch match.lexeme.category {
        case .confidence:
          if reading.confidence == nil, let level = match.lexeme.as(ConfidenceWord.self) {
            reading.confidence = (words, level)
          }
        case .likelihood:
          guard segment.tree.tags[node] != .det, let band = match.lexeme.as(LikelihoodWord.self) else {
            continue
          }
          if (reading.likelihood?.words.count ?? 0) < words.count { reading.likelihood = (words, band) }
          if match.lexeme.has(.hedged) { reading.hedged = true }
        default: continue
        }
      }
    }
  }

}

extension Segment {
  /// Whether a verb of claiming follows "and" or "but" at once, so that it goes on with the subject before.
  func isCoordinatedCue(_ node: Int, in text: AnalysedText) -> Bool {
    guard node > 0 else { return false }
    var before = node - 1
    while before > 0,
      tree.tags[before] == .aux || tree.tags[before] == .adv || tree.relations[before] == .expl
    {
      before -= 1
    }
    guard tree.tags[before] == .cconj else { return false }
    return text.lexemes(at: positions[node]).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb && !match.lexeme.has(.general)
        && match.lexeme.form != .infinitive && match.lexeme.form != .gerund
    }
  }

  /// Whether a node starts a clause of its own that is coordinated to the one before, or stands beside it with a subject of its own: "…,
  /// the minister calling it reckless".
  func isNewClause(_ node: Int) -> Bool {
    switch tree.relations[node] {
    case .conj: child(node, .nsubj, .nsubjPass) != nil && tree.tags[node] != .noun
    case .advcl:
      tree.tags[node] == .verb && !tree.morphology[node].contains(.finite)
        && child(node, .mark, .case, .aux, .cop) == nil && child(node, .nsubj).map { $0 < node } == true
    default: false
    }
  }

  /// Whether a child of a verb is a clause of its own, not a mere adverbial.
  func isClausal(_ node: Int, of verb: Int, in text: AnalysedText) -> Bool {
    switch tree.relations[node] {
    case .ccomp, .csubj, .csubjPass, .xcomp: true
    case .parataxis: node != verb && (isVerbal(node) || child(node, .nsubj, .cop) != nil)
    default: false
    }
  }
}
