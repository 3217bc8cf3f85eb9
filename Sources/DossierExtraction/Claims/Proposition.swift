import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What the words of a claim's content say: who is said to have done what, how sure, with which stance.
struct PropositionReading: Sendable {
  /// How the doer was found; later cases are weaker.
  enum Source: Int, Sendable, Comparable {
    case responsibility, agent, behaviour, noun, subject

    static func < (left: Source, right: Source) -> Bool { left.rawValue < right.rawValue }
  }

  /// Who is said to have done it.
  var actor: Party?
  var source: Source?
  var behaviours: [Behaviour] = []
  var targets: [Int] = []
  /// Whether the predicate that names the doer is negated, or evidence for it is said to be missing.
  var isNegated = false
  var confidence: (words: Range<Int>, level: ConfidenceWord)?
  var likelihood: (words: Range<Int>, band: LikelihoodWord)?
  var hedged = false
  /// Whether the content condemns, calls false, demands.
  var condemns = false
  var rejects = false
  /// Whether an accusation, a report or the like is spoken of.
  var mentionsAccusation = false
  var demands = false
  /// The subject of the content's main verb.
  var subject: Party?
  /// Whether a word of involvement or responsibility is in it.
  var involvement = false
  /// Whether it says that nobody can tell yet.
  var leavesOpen = false
  /// Whether likeness of code, tools or ways is what it tells of.
  var likeness = false
  /// The first group of attackers that it names.
  var namedGroup: Party?
  /// Whether its main predicate is negated, or its subject is "no …".
  var negatesMain = false
  /// Whether the negated predicate is itself a deed or a part in one: "did not hack", "n'a joué aucun rôle".
  var negatesDeed = false
  /// Whether that deed is a hostile one by itself, and its subject's own: "has never hacked", "did not take part in".
  var negatesOutright = false
  /// Whether its main predicate says that its subject did nothing: "is innocent".
  var clears = false
  /// Whether the main predicate stands under a word of ability: "can't take them into custody".
  var isOfAbility = false
  /// Whether the negated predicate is one of speaking or knowing under a word of will: "would not speculate".
  var refusesToSpeak = false
  /// Whether the negated predicate is one of harm: "was not affected", "n'ont pas été volées".
  var negatesHarm = false
  /// Whether proof is said to be missing: "no evidence that".
  var missesEvidence = false
  /// Whether its main predicate is itself a word of condemnation.
  var condemnsOutright = false
  /// Whether its main predicate is a deed in the active of which no subject is named: "avoir piraté le port".
  var tellsOwnDeed = false
  /// Whether it says that somebody is against such deeds, or a victim of them: "opposes all forms of hacking".
  var opposesDeeds = false
  /// Whether a deed, somebody pointed at or "it" is what it judges.
  var judgesDeed = false
  /// Whether its subject is "this", "these people" or the like.
  var pointsBack = false
  /// Whether a deed is what must or shall end: "such attacks must stop".
  var endsDeed = false
  /// Whether its subject is a pronoun or is missing.
  var hasBareSubject = true
}

/// Reads propositions from parsed content.
extension ClaimReader {
  /// Reads the nodes of a content. `main` is the node of its main predicate, if known.
  mutating func proposition(_ nodes: [Int], main: Int?, in segment: Segment) -> PropositionReading {
    var reading = PropositionReading()
    readWords(nodes, in: segment, into: &reading)
    if let subject = main.flatMap({ segment.child($0, .nsubj, .nsubjPass) })
      ?? openingNoun(of: nodes, in: segment),
      nodes.contains(subject)
    {
      var party = parties.party(at: subject, in: segment)
      if party.entities.isEmpty {
        let span = NounPhrase(head: subject, in: segment, text: text).span
        if let owner = parties.institution(within: span, excluding: nil, in: segment) {
          party = Party(entities: [owner], tokens: span, level: parties.level(of: owner))
        } else {
          // "a foreign government"
          party = parties.someState(at: subject, in: segment)
        }
      }
      reading.subject = party
    }
    if reading.condemns, reading.subject?.entities.isEmpty != false, let span = segment.span(nodes),
      let named = parties.institution(within: span, excluding: nil, in: segment)
    {
      reading.subject = Party(entities: [named], tokens: span, level: parties.level(of: named))
    }
    readActors(nodes, main: main, in: segment, into: &reading)
    readPredicate(nodes, main: main, in: segment, into: &reading)
    if reading.likeness || reading.missesEvidence { reading.namedGroup = namedGroup(in: nodes, segment) }
    if reading.missesEvidence, reading.namedGroup == nil {
      reading.namedGroup = cleared(by: nodes, in: segment)
    }
    readTargets(nodes, in: segment, into: &reading)
    return reading
  }

  /// What the main predicate is: negated, condemning, said of a noun or only of "it".
  private func readPredicate(
    _ nodes: [Int], main: Int?, in segment: Segment, into reading: inout PropositionReading
  ) {
    reading.missesEvidence = missesEvidence(nodes, in: segment)
    guard let main else { return }
    reading.negatesMain = segment.isNegated(main, in: text)
    if let subject = segment.child(main, .nsubj, .nsubjPass) {
      reading.hasBareSubject = segment.tree.tags[subject] == .pron || segment.tree.tags[subject] == .det
      let isNone = segment.children(subject).contains { child in
        text.isLexeme(at: segment.positions[Int(child)], .negation, NegationWord.no)
      }
      if isNone || text.isLexeme(at: segment.positions[subject], .negation, NegationWord.no) {
        reading.negatesMain = true
      }
    }
    reading.isOfAbility = segment.children(main).contains { child in
      text.isLexeme(at: segment.positions[Int(child)], .modal, ModalWord.can)
    }
    reading.negatesDeed = reading.negatesMain && tellsOfDeed(main, in: segment)
    reading.negatesOutright = reading.negatesDeed && isOutright(main, in: segment)
    reading.tellsOwnDeed =
      segment.child(main, .nsubj, .nsubjPass, .expl) == nil && !segment.isPassive(main)
      && segment.isVerbal(main)
      && (text.lexemes(at: segment.positions[main]).contains {
        $0.lexeme.category == .behaviour && !$0.lexeme.has(.neutral)
      } || commits(main, in: segment))
    readDefence(main, in: segment, into: &reading)
    reading.refusesToSpeak =
      (isComment(main, in: segment) || ties(main, in: segment)) && isRefused(main, in: segment)
    reading.negatesHarm =
      reading.negatesMain && (segment.isPassive(main) || isThreat([main], in: segment))
    reading.condemnsOutright = ([main] + segment.children(main).map(Int.init)).contains { node in
      (node == main || segment.tree.relations[node] == .amod)
        && text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.condemned)
    }
  }

  /// Whether a predicate is a deed or involvement by itself or by what hangs right on it.
  private func tellsOfDeed(_ main: Int, in segment: Segment) -> Bool {
    if isComment(main, in: segment) { return false }
    return ([main] + segment.children(main).map(Int.init)).contains { node in
      switch segment.tree.relations[node] {
      case .nsubj, .nsubjPass, .conj, .advcl, .parataxis: if node != main { return false }
      default: break
      }
      return text.lexemes(at: segment.positions[node]).contains { match in
        switch match.lexeme.category {
        case .behaviour, .responsibility: true
        case .judgement: match.lexeme.means(JudgementWord.involvement)
        default: false
        }
      }
    }
  }

  private func isComment(_ node: Int, in segment: Segment) -> Bool {
    text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.comment)
  }

  /// Whether a verb ties somebody to a deed, which under "cannot" is not to say who did it.
  private func ties(_ node: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[node]).contains { match in
      match.lexeme.category == .cue && !match.lexeme.has(.weak)
        && (match.lexeme.means(CueFrame.link) || match.lexeme.means(CueFrame.attribute)
          || match.lexeme.means(CueFrame.identify))
    }
  }

  /// Whom missing proof clears: the subject of the clause that is not proven.
  private mutating func cleared(by nodes: [Int], in segment: Segment) -> Party? {
    for node in nodes {
      switch segment.tree.relations[node] {
      case .ccomp, .acl, .csubj: break
      default: continue
      }
      guard let subject = segment.child(node, .nsubj), segment.tree.tags[subject] != .pron else { continue }
      let party = parties.party(at: subject, in: segment)
      if party.entities.contains(where: { parties.registry[$0].kind.isParty }) { return party }
    }
    return nil
  }

  mutating func namedGroup(in nodes: [Int], _ segment: Segment) -> Party? {
    for node in nodes {
      guard let match = parties.bestName(covering: segment.positions[node]),
        let entry = text.entry(match.entry),
        entry.kind == .group
          || entry.kind == .malware && Int(match.end) < text.tokens.count
            && text.lexeme(.actor, covering: Int(match.end)) != nil
      else { continue }
      let entity = parties.registry.insert(entry, from: text.table)
      return Party(
        entities: [entity], tokens: Int(match.first)..<Int(match.end), level: .group, isActor: true)
    }
    return nil
  }

  /// "no evidence", "aucun indice", "not aware of any evidence": proof that is said to be missing.
  private func missesEvidence(_ nodes: [Int], in segment: Segment) -> Bool {
    nodes.contains { node in
      // "rien ne démontre que", "nothing suggests that"
      if segment.isVerbal(node), segment.child(node, .ccomp) != nil,
        let subject = segment.child(node, .nsubj),
        text.isLexeme(at: segment.positions[subject], .negation, NegationWord.no)
      {
        return true
      }
      guard segment.isNominal(node),
        text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.evidence)
          || text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.vestige)
      else { return false }
      if segment.isNegated(node, in: text) { return true }
      var current = node
      for _ in 0..<3 {
        guard let head = segment.head(current) else { return false }
        if segment.tree.relations[current] == .nsubj || segment.tree.relations[current] == .nsubjPass {
          return segment.children(node).contains {
            text.isLexeme(at: segment.positions[Int($0)], .negation, NegationWord.no)
          }
        }
        if segment.isNegated(head, in: text) { return true }
        current = head
      }
      return false
    }
  }

  /// The noun phrase that opens a clause before its first verb, for a tree that found no subject.
  private func openingNoun(of nodes: [Int], in segment: Segment) -> Int? {
    for node in nodes {
      if segment.isVerbal(node) { return nil }
      guard segment.isNominal(node), segment.tree.relations[node] != .compound else { continue }
      return segment.child(node, .case) == nil ? node : nil
    }
    return nil
  }

  /// Confidence, likelihood, distance, condemnation, rejection, modality: what single words and phrases show.
  private func readWords(_ nodes: [Int], in segment: Segment, into reading: inout PropositionReading) {
    for node in nodes {
      let position = segment.positions[node]
      for match in text.lexemes(at: position) {
        let lexeme = match.lexeme
        let words = Int(match.first)..<Int(match.end)
        switch lexeme.category {
        case .confidence:
          if lexeme.has(.evidence), !isOfEvidence(node, in: segment) { continue }
          if reading.confidence == nil, let level = lexeme.as(ConfidenceWord.self) {
            reading.confidence = (words, level)
          }
        case .likelihood: readLikelihood(lexeme, words, node: node, in: segment, into: &reading)
        case .hedge: reading.hedged = true
        case .judgement:
          if lexeme.means(JudgementWord.baseless),
            saysOfThing(node, in: segment) || isDeedItself(node, in: segment)
          {
            continue
          }
          readJudgement(lexeme, into: &reading)
        case .modal:
          if lexeme.means(ModalWord.must) {
            reading.demands = reading.demands || isObligation(node, in: segment)
          }
          if lexeme.means(ModalWord.may), lexeme.form == .conditional || lexeme.language == .en,
            segment.tree.tags[node] == .aux || segment.tree.tags[node] == .verb, isPossibility(position)
          {
            if reading.likelihood == nil { reading.likelihood = (words, .possible) }
            reading.hedged = true
          }
        case .behaviour:
          if !segment.isNoun(node, for: lexeme), let word = lexeme.as(BehaviourWord.self),
            let behaviour = Behaviour(rawValue: word.rawValue),
            !lexeme.has(.neutral) || reading.behaviours.isEmpty, !reading.behaviours.contains(behaviour)
          {
            reading.behaviours.append(behaviour)
          }
        default: break
        }
        if lexeme.form == .conditional, lexeme.language == .fr, lexeme.category != .modal,
          segment.tree.tags[node] == .verb || segment.tree.tags[node] == .aux
        {
          reading.hedged = true
        }
      }
    }
  }

  /// Whether an adjective only says what sort of thing a noun is that nobody accused with: "false documents".
  func saysOfThing(_ node: Int, in segment: Segment) -> Bool {
    guard segment.tree.tags[node] == .adj, segment.tree.relations[node] == .amod,
      let noun = segment.head(node),
      segment.isNominal(noun)
    else { return false }
    return !text.lexemes(at: segment.positions[noun]).contains { match in
      match.lexeme.category == .judgement || match.lexeme.category == .cue
        || match.lexeme.category == .channel
    }
  }

  /// "a campaign of disinformation": a deed of attackers rather than a word for false charges.
  private func isDeedItself(_ node: Int, in segment: Segment) -> Bool {
    switch segment.tree.relations[node] {
    case .nmod, .compound, .conj, .obl, .nsubj, .nsubjPass: break
    default: return false
    }
    return text.lexemes(at: segment.positions[node]).contains { $0.lexeme.category == .behaviour }
  }

  /// Whether an adjective is said of proof: "credible evidence", "preuves accablantes".
  private func isOfEvidence(_ node: Int, in segment: Segment) -> Bool {
    var current = node
    for _ in 0..<3 {
      guard let head = segment.head(current) else { return false }
      if text.isLexeme(at: segment.positions[head], .judgement, JudgementWord.evidence) { return true }
      current = head
    }
    return false
  }

  /// "could" before "have" or a verb is a possibility; "could not", "can" and abilities are not.
  private func isPossibility(_ position: Int) -> Bool {
    let next = position + 1
    guard next < text.tokens.count else { return true }
    return !text.lexemes(at: next).contains { $0.lexeme.category == .negation }
  }

  private func readLikelihood(
    _ lexeme: Lexeme, _ words: Range<Int>, node: Int, in segment: Segment,
    into reading: inout PropositionReading
  ) {
    guard let band = lexeme.as(LikelihoodWord.self) else { return }
    // "certain" and "certains" before a noun are determiners.
    if band == .certain, segment.tree.tags[node] == .det || segment.tree.relations[node] == .amod { return }
    if let known = reading.likelihood, known.words.count >= words.count { return }
    reading.likelihood = (words, band)
    if lexeme.has(.hedged) { reading.hedged = true }
  }

  private func readJudgement(_ lexeme: Lexeme, into reading: inout PropositionReading) {
    switch lexeme.as(JudgementWord.self) {
    case .condemned: reading.condemns = true
    case .baseless: reading.rejects = true
    case .involvement: reading.involvement = true
    case .accusation: reading.mentionsAccusation = true
    case .open: reading.leavesOpen = true
    case .likeness: reading.likeness = true
    default: break
    }
  }

  /// "must stop", "doit mettre fin": an obligation on the clause's subject.
  private func isObligation(_ node: Int, in segment: Segment) -> Bool {
    segment.tree.tags[node] == .aux || segment.tree.tags[node] == .verb
  }

  /// The victims, products and sectors that the content names as such.
  private mutating func readTargets(
    _ nodes: [Int], in segment: Segment, into reading: inout PropositionReading
  ) {
    let doers = Set(reading.actor?.all ?? [])
    for node in nodes {
      let position = segment.positions[node]
      guard let match = parties.bestName(covering: position), Int(match.first) == position,
        let entry = text.entry(match.entry), match.usage != .demonym
      else { continue }
      let top =
        segment.node(at: Int(match.end) - 1).map { segment.tree.heads[$0] == Int32(node) ? node : $0 } ?? node
      switch segment.tree.relations[top] {
      case .obj, .nmod, .obl, .iobj, .appos, .conj, .nsubjPass, .flat, .compound, .nmodPoss: break
      default: continue
      }
      let entity = parties.registry.insert(entry, from: text.table)
      parties.registry.mention(entity, at: text.range(of: Int(match.first)..<Int(match.end)))
      if !doers.contains(entity), !doers.contains(where: { parties.registry.isSame($0, orPartOf: entity) }),
        !reading.targets.contains(entity)
      {
        reading.targets.append(entity)
      }
    }
  }
}

extension Segment {
  /// Whether the word is a noun here, with an article or the like, and the lexicon means the verb: "the harbour".
  fileprivate func isNoun(_ node: Int, for lexeme: Lexeme) -> Bool {
    lexeme.partOfSpeech == .verb && (tree.tags[node] == .noun || tree.tags[node] == .propn)
      && child(node, .det, .nmodPoss) != nil
  }
}
