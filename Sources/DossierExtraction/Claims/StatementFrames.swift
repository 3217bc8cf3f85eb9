import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Frames whose content is a clause: saying, judging, warning.
extension ClaimReader {
  /// "X says that …", "…, X said", "X is believed to …".
  mutating func readStatement(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft?
  {
    if roles.isPassive { return readPassiveStatement(reading, roles, in: segment) }
    if reading.frame == .tell, roles.complementizer == nil,
      called(beforeInfinitiveAfter: roles.verb, in: segment) != nil
    {
      return readDemand(CueReading(cue: reading.cue, frame: .demand, node: reading.node), roles, in: segment)
    }
    guard let content = statementContent(reading, roles, in: segment) else {
      if reading.frame == .boast { return readAdmission(reading, roles, in: segment) }
      return reading.frame == .assess ? readQualification(reading, roles, in: segment) : nil
    }
    let speaker = speaker(roles, in: segment)
    guard isSpeaker(speaker, roles, in: segment) else { return nil }
    parties.reporting = speaker.entities.isEmpty ? nil : speaker.entities
    var proposition = proposition(ofContent: content.nodes, main: content.main, in: segment)
    parties.reporting = nil
    addManner(of: roles.verb, in: segment, to: &proposition)
    var draft = draft(.state, reading, speaker: speaker, content: content.nodes, in: segment)
    apply(proposition, to: &draft)
    decide(&draft, proposition)
    if text.isLexeme(at: segment.positions[reading.node], .judgement, JudgementWord.doubt) {
      turnRound(&draft)
    }
    if draft.act == .state, confesses(reading, proposition, speaker) {
      draft.act = .admit
      draft.about = Party(entities: speaker.entities, level: speaker.level)
      draft.level = draft.about.level
    }
    if draft.act == .state, let legal = legalStep(content.nodes, in: segment) {
      draft.act = legal.act
      draft.about = legal.about
      draft.level = legal.about.level
    }
    return draft
  }

  /// "admitted that it had hacked": a word of owning up before a deed of one's own.
  private func confesses(_ reading: CueReading, _ proposition: PropositionReading, _ speaker: Party) -> Bool {
    guard text.isLexeme(at: reading.tokens.lowerBound, .judgement, JudgementWord.confession),
      !proposition.isNegated, !proposition.negatesMain
    else { return false }
    // "avoue avoir piraté"
    guard let actor = proposition.actor, let source = proposition.source else {
      return proposition.tellsOwnDeed
    }
    return source <= .behaviour && isOwnSide(actor, of: speaker)
  }

  /// "doubts that X did it" is no attribution to X but its opposite.
  private func turnRound(_ draft: inout ClaimDraft) {
    draft.polarity = draft.polarity == .affirm ? .deny : .affirm
    if draft.act == .attribute || draft.act == .state { draft.act = .assess }
  }

  /// "announced charges against X", "a annoncé l'inculpation de X": what is announced is the act.
  private mutating func legalStep(_ nodes: [Int], in segment: Segment) -> (act: Act, about: Party)? {
    for node in nodes.prefix(4) {
      for match in text.lexemes(at: segment.positions[node])
      where match.lexeme.category == .cue && match.lexeme.partOfSpeech == .noun {
        guard let frame = match.lexeme.as(CueFrame.self), frame == .charge || frame == .sanction,
          let place = segment.complement(ofClause: node, behind: [.of, .against, .on], in: text)
        else { continue }
        let party = parties.party(at: place, in: segment)
        if !party.entities.isEmpty { return (frame.act, party) }
      }
    }
    return nil
  }

  /// "X is believed to be behind", "it is said that": a judgement without its judge.
  private mutating func readPassiveStatement(
    _ reading: CueReading, _ roles: ClauseRoles, in segment: Segment
  ) -> ClaimDraft? {
    let verb = roles.verb
    guard segment.tree.relations[verb] != .acl,
      let clause = segment.child(verb, .xcomp, .ccomp, .csubj, .csubjPass)
    else { return nil }
    let nodes = segment.subtree(verb) { $0 != verb && (segment.tree.relations[$0] == .oblAgent) }
    let proposition = proposition(nodes, main: verb, in: segment)
    // Nobody is named who believes it: no claim.
    guard roles.speaker != nil || scope == .all else { return nil }
    var draft = draft(
      .assess, reading, speaker: speaker(roles, in: segment), content: segment.subtree(clause), in: segment)
    draft.include(segment.span(nodes))
    apply(proposition, to: &draft)
    decide(&draft, proposition)
    if draft.act == .attribute || draft.act == .state { draft.act = .assess }
    draft.hedged = draft.hedged || roles.speaker == nil
    return draft
  }

  /// Reads a content by itself: its own tree is surer than a branch of the sentence's.
  mutating func proposition(ofContent nodes: [Int], main: Int, in segment: Segment) -> PropositionReading {
    var positions = nodes.map { segment.positions[$0] }
    while let first = positions.first,
      text.tokens[first].kind == .mark || text.isLexeme(at: first, .complementizer, ComplementizerWord.that)
    {
      positions.removeFirst()
    }
    guard positions.count > 3, positions.count < segment.count else {
      return proposition(nodes, main: main, in: segment)
    }
    let own = Segment(positions, in: text, model: model)
    let root = (0..<own.count).first { own.head($0) == nil }
    return proposition(Array(0..<own.count), main: root, in: own)
  }

  /// The nodes of what is said, and its main predicate.
  private func statementContent(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> (nodes: [Int], main: Int)?
  {
    let verb = roles.verb
    if let content = contentAround(reading, roles, in: segment) { return content }
    if roles.isParenthetical, let host = roles.clause {
      let nodes = segment.subtree(host) { $0 == verb || segment.isPunctuation($0, atEdgeOf: host) }
      return nodes.count > 1 ? (nodes, host) : nil
    }
    if let opener = roles.complementizer {
      return contentAfter(opener, roles, in: segment)
    }
    // "juge infondée l'attribution", "considers the claims baseless": what is judged and the judgement of it.
    if reading.frame == .assess, let clause = roles.clause, segment.tree.relations[clause] == .xcomp,
      !segment.isVerbal(clause), clause > verb
    {
      let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
      if nodes.count > 1 { return (nodes, clause) }
    }
    if let clause = roles.clause, segment.isClausal(clause, of: verb, in: text),
      clause > verb || segment.tree.relations[clause] == .ccomp
    {
      var nodes = segment.subtree(clause) { $0 == verb }
        .filter { segment.tree.tags[$0] != .punct || $0 < segment.count - 1 }
      // "believe it rewrote its tools": the tree has made an object of the subject.
      if segment.child(clause, .nsubj, .nsubjPass, .mark) == nil,
        let object = segment.child(verb, .obj), object > verb, object < clause
      {
        nodes = segment.subtree(object) + nodes
      }
      return (nodes, clause)
    }
    if let content = contentBefore(reading, roles, in: segment) { return content }
    if let content = bareContent(reading, roles, in: segment) { return content }
    guard !reading.cue.lexeme.has(.quote), let object = segment.child(verb, .obj),
      object != roles.speaker, segment.subtree(object).count > 1 || scope == .all,
      !reading.cue.lexeme.has(.weak) || holdsFinding(segment.subtree(object), in: segment)
    else { return nil }
    // "relevé des similitudes avec les outils de X": what belongs to the object may hang on the verb.
    if reading.cue.lexeme.has(.weak) {
      return (complementNodes(of: roles, except: [roles.speaker], in: segment), object)
    }
    return (segment.subtree(object), object)
  }

  /// Whether a noun phrase by itself says something of an attack: "found strong links between …", "a confirmé une
  /// attaque".
  private func holdsFinding(_ nodes: [Int], in segment: Segment) -> Bool {
    nodes.contains { node in
      text.lexemes(at: segment.positions[node]).contains { match in
        switch match.lexeme.category {
        case .judgement:
          match.lexeme.means(JudgementWord.likeness) || match.lexeme.means(JudgementWord.evidence)
        case .responsibility: match.lexeme.means(ResponsibilityWord.object)
        case .behaviour: match.lexeme.partOfSpeech != .verb
        default: false
        }
      }
    }
  }

  /// What a "that" opens: everything up to the next coordinated verb of claiming, or to the end.
  func contentAfter(_ opener: Int, _ roles: ClauseRoles, in segment: Segment) -> (
    nodes: [Int], main: Int
  )? {
    var end = segment.count
    while end > opener + 1, text.tokens[segment.positions[end - 1]].kind == .mark { end -= 1 }
    for node in opener + 2..<max(end, opener + 2)
    where segment.tree.relations[node] == .conj && segment.head(node) == roles.verb
      && (segment.child(node, .cc) != nil || segment.tree.tags[node - 1] == .cconj)
      || segment.isCoordinatedCue(node, in: text)
    {
      end = min(end, node)
      break
    }
    while end > opener + 1, segment.tree.tags[end - 1] == .cconj || segment.tree.tags[end - 1] == .punct {
      end -= 1
    }
    guard end > opener + 2 else { return nil }
    let nodes = Array(opener..<end)
    let inside = Set(nodes)
    let main = nodes.dropFirst().first { node in
      (segment.isVerbal(node) || segment.child(node, .nsubj, .cop, .nsubjPass) != nil)
        && segment.tree.relations[node] != .aux && segment.tree.relations[node] != .auxPass
        && segment.tree.relations[node] != .cop && segment.tree.relations[node] != .acl
        && segment.tree.relations[node] != .aclRelcl && segment.tree.relations[node] != .advcl
        && !(segment.head(node).map {
          inside.contains($0) && $0 > node && segment.tree.relations[node] == .xcomp
        } ?? false)
    }
    return (nodes, main ?? opener + 1)
  }

  /// The clause before a cue that closes its sentence: "X was hit, the FBI said."
  private func contentBefore(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> (nodes: [Int], main: Int)?
  {
    var start = min(roles.speaker.map { segment.subtree($0).first ?? $0 } ?? roles.verb, roles.verb)
    while start > 1, segment.tree.tags[start - 1] == .aux { start -= 1 }
    guard start > 3, isComma(start - 1, in: segment) else { return nil }
    let end = max(roles.verb, roles.speaker.flatMap { segment.subtree($0).last } ?? roles.verb)
    let after = (end + 1..<max(end + 1, segment.count)).filter {
      text.tokens[segment.positions[$0]].kind != .mark
    }
    guard after.count <= 12, !reading.cue.lexeme.has(.quote) else { return nil }
    let nodes = Array(0..<start - 1)
    let main = nodes.first { segment.isVerbal($0) }
    return main.map { (nodes, $0) }
  }

  /// The sentence that a cue with its subject is thrown into between commas: "The attacks, Borrell said, had …".
  func contentAround(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> (
    nodes: [Int], main: Int
  )? {
    // "It was X, he said, that did it": the "that" behind the comma opens no content.
    guard let speaker = roles.speaker,
      roles.complementizer.map({ $0 > 0 && isComma($0 - 1, in: segment) }) ?? true
    else { return nil }
    let phrase = segment.subtree(speaker).filter { abs($0 - speaker) < 12 }
    let start = min(phrase.first ?? speaker, roles.verb)
    guard start > 2, isComma(start - 1, in: segment) else { return nil }
    var end = max(speaker, roles.verb) + 1
    while end < segment.count, !isComma(end, in: segment) { end += 1 }
    guard end < segment.count - 2, end - start < 20 else { return nil }
    let nodes = Array(0..<start - 1) + Array(end + 1..<segment.count)
    guard let main = nodes.first(where: { segment.isVerbal($0) && $0 > end }) else { return nil }
    return (nodes.filter { text.tokens[segment.positions[$0]].kind != .mark || $0 < segment.count - 1 }, main)
  }

  /// What follows a verb of saying without "that": "said ALPHV's bosses had run off".
  private func bareContent(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> (nodes: [Int], main: Int)?
  {
    guard reading.cue.lexeme.language == .en, !reading.cue.lexeme.has(.quote), let speaker = roles.speaker,
      speaker < roles.verb
    else { return nil }
    var end = segment.count
    while end > roles.verb + 1, text.tokens[segment.positions[end - 1]].kind == .mark { end -= 1 }
    guard end > roles.verb + 3 else { return nil }
    for node in roles.verb + 3..<end where segment.isCoordinatedCue(node, in: text) {
      end = node - 1
      break
    }
    let nodes = Array(roles.verb + 1..<end)
    guard let main = nodes.first(where: { segment.isVerbal($0) && $0 > roles.verb + 1 }),
      nodes.contains(where: { $0 < main && segment.isNominal($0) && segment.child($0, .case) == nil })
    else { return nil }
    return (nodes, main)
  }

  func isComma(_ node: Int, in segment: Segment) -> Bool {
    let token = text.tokens[segment.positions[node]]
    return token.kind == .mark && Mark(text.document.text.bytes, token) == .comma
  }

  /// Whether the party may speak: it is resolved, or it is a noun that people are called by.
  func isSpeaker(_ party: Party, _ roles: ClauseRoles, in segment: Segment) -> Bool {
    if scope == .all { return roles.speaker != nil }
    guard let first = party.entities.first else { return false }
    return parties.registry[first].kind.isParty || parties.registry[first].kind == .malware
  }

  /// Confidence and likelihood beside the verb: "assesses with high confidence", "estime, avec un haut degré de …".
  private mutating func addManner(of verb: Int, in segment: Segment, to proposition: inout PropositionReading)
  {
    let manner = segment.subtree(verb) { node in
      switch segment.tree.relations[node] {
      case .ccomp, .csubj, .nsubj, .parataxis, .conj: true
      default: false
      }
    }
    var beside = PropositionReading()
    readManner(manner, in: segment, into: &beside)
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

  /// "X warns Y that …", "X warns of …".
  mutating func readWarning(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive, isSpeaker(speaker, roles, in: segment) else { return nil }
    var nodes: [Int] = []
    var main: Int?
    if let around = contentAround(reading, roles, in: segment) {
      nodes = around.nodes
      main = around.main
    } else if let opener = roles.complementizer, let content = contentAfter(opener, roles, in: segment) {
      nodes = content.nodes
      main = content.main
    } else if roles.isParenthetical, let host = roles.clause {
      nodes = segment.subtree(host) { $0 == roles.verb }
      main = host
    } else {
      for child in segment.children(roles.verb).map(Int.init) where child > roles.verb {
        switch segment.tree.relations[child] {
        case .ccomp, .xcomp, .obl, .obj, .advcl, .nmod: nodes += segment.subtree(child)
        default: continue
        }
        if segment.tree.relations[child] == .ccomp || main == nil { main = child }
      }
    }
    guard !nodes.isEmpty else { return nil }
    let proposition = proposition(ofContent: nodes.sorted(), main: main ?? nodes[0], in: segment)
    var draft = draft(.warn, reading, speaker: speaker, content: nodes, in: segment)
    apply(proposition, to: &draft)
    if proposition.leavesOpen { draft.act = .decline }
    if let object = roles.object, draft.about.entities.isEmpty {
      let warned = parties.party(at: object, in: segment)
      if warned.isActor { draft.about = warned }
      draft.level = draft.about.level
    }
    if let actor = proposition.actor, !proposition.isNegated {
      draft.about = actor
      draft.level = actor.level
    }
    // "threatened to publish the files": attackers warn of what they will do.
    if draft.about.entities.isEmpty, roles.complementizer == nil,
      speaker.entities.contains(where: { parties.registry[$0].kind == .group })
    {
      draft.about = Party(entities: speaker.entities, level: .group)
      draft.level = .group
    }
    return draft
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

  /// Whether a node starts a clause of its own that is coordinated to the one before.
  func isNewClause(_ node: Int) -> Bool {
    tree.relations[node] == .conj && child(node, .nsubj, .nsubjPass) != nil && tree.tags[node] != .noun
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
