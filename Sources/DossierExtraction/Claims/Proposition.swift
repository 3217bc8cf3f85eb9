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
  /// Whether it does by words that call a report false only where the accused say them.
  var rejectsIfAccused = false
  /// Whether an accusation, a report or the like is spoken of.
  var mentionsAccusation = false
  var demands = false
  /// The subject of the content's main verb.
  var subject: Party?
  /// Whether a word of involvement or responsibility is in it.
  var involvement = false
  /// Whether it says that nobody can tell yet.
  var leavesOpen = false
  /// Whether it asks or supposes that somebody did it: "whether Russia was behind it", "if China hacked the port".
  var asksWhether = false
  /// Whether the deed is one that the doer will do.
  var isPlanned = false
  /// Whether its subject is who suffered the deed: "was hacked", "fell victim to".
  var isSuffered = false
  /// Whether likeness of code, tools or ways is what it tells of.
  var likeness = false
  /// The first group of attackers that it names.
  var namedGroup: Party?
  /// Whether its main predicate is negated, or its subject is "no …".
  var negatesMain = false
  /// Whether it is negated for all times: "has never", "n'a jamais".
  var negatesAlways = false
  /// Whether any word of negation stands in it.
  var holdsNegation = false
  /// Whether the negated predicate is itself a deed or a part in one: "did not hack", "n'a joué aucun rôle".
  var negatesDeed = false
  /// Whether that deed is a hostile one by itself, and its subject's own: "has never hacked", "did not take part in".
  var negatesOutright = false
  /// Whether what is negated is something that its subject does, and neither says nor finds: "do not sell such tools".
  var negatesConduct = false
  /// Whether an attack, an attacker or a means of attack is named in what is said of its subject: "never bought Predator".
  var namesThreat = false
  /// Whether that is to make, hold or hand over what is named so.
  var negatesTrade = false
  /// Whether its main predicate says that its subject did nothing: "is innocent".
  var clears = false
  /// Whether it says so by "nothing": "had nothing to do with it".
  var clearsOutright = false
  /// Whether the main predicate stands under a word of ability: "can't take them into custody".
  var isOfAbility = false
  /// Whether it stands under a word of will: "would not publish the files".
  var isOfWill = false
  /// Whether the negated predicate is one of speaking or knowing under a word of will: "would not speculate".
  var refusesToSpeak = false
  /// Whether the negated predicate is one of harm: "was not affected", "n'ont pas été volées".
  var negatesHarm = false
  /// Whether it says that what was told of has not happened: "there was no breach", "the outage was not a cyberattack".
  var negatesEvent = false
  /// Whether proof is said to be missing: "no evidence that".
  var missesEvidence = false
  /// Whether what is missing is a trace of something, not proof that something is so: "no sign of an intrusion".
  var missesTrace = false
  /// Whether its main predicate is itself a word of condemnation.
  var condemnsOutright = false
  /// Whether its main predicate is a deed in the active of which no subject is named: "avoir piraté le port".
  var tellsOwnDeed = false
  /// Whether its main predicate tells of something that its subject has done to something: "had disabled the pumps".
  var actsOnSomething = false
  /// Whether it says that somebody is against such deeds, or a victim of them: "opposes all forms of hacking".
  var opposesDeeds = false
  /// Whether a deed, somebody pointed at or "it" is what it judges.
  var judgesDeed = false
  /// Whether its subject is "this", "these people" or the like.
  var pointsBack = false
  /// Whether a deed is what must or shall end: "such attacks must stop".
  var endsDeed = false
  /// Whether it says what somebody will do about it: "will respond", "ne restera pas impuni".
  var threatensReprisal = false
  /// Whether it picks out who speaks as the doer: "it was me who", "c'est nous qui".
  var picksOutSpeaker = false
  /// The attacker, or who was blamed before, that it is about.
  var suspect: Party?
  /// Whether it is said to be believed by somebody: "are thought to be linked to".
  var isBelieved = false
  /// Whether it tells of what can or will be rather than of what was: "will not attack", but not "would never attack".
  var isOfPlan: Bool { isOfAbility || isOfWill && !negatesAlways }
  /// Whether it turns down a claim whose clause tells of the doer: "claims that X did it were false".
  var rejectsClaim = false
  /// Whether an accusation is its subject: "the claims were part of a campaign".
  var isOfAccusation = false
  /// Whether its subject is a pronoun or is missing.
  var hasBareSubject = true
  /// Whether its subject is an attack or the like: "the operation was theirs".
  var hasDeedSubject = false
}

/// Reads propositions from parsed content.
extension ClaimReader {
  /// Reads the nodes of a content. `main` is the node of its main predicate, if known.
  mutating func proposition(_ nodes: [Int], main: Int?, in segment: Segment) -> PropositionReading {
    var reading = PropositionReading()
    let main = main.map { found(by: $0, in: segment) ?? $0 }
    readWords(nodes, in: segment, into: &reading)
    let isActing = nodes.contains { node in
      isAttack(node, in: segment) || text.lexeme(.responsibility, covering: segment.positions[node]) != nil
    }
    // "the country was hit": whoever suffers a deed has not done it.
    parties.isActing = isActing && main.map { segment.isPassive($0) } != true
    defer { parties.isActing = false }
    if let subject = main.flatMap({
      segment.child($0, .nsubj, .nsubjPass) ?? clearedPronoun(of: $0, in: segment)
    })
      ?? openingNoun(of: nodes, in: segment),
      nodes.contains(subject)
    {
      var party = parties.party(at: subject, in: segment)
      if party.entities.isEmpty {
        let span = NounPhrase(head: subject, in: segment, text: text).span
        // "the attack on Ukraine": whom it hit does nothing in it.
        let end = segment.subtree(subject).first {
          $0 > subject && isHarmed($0, in: segment) && segment.isNominal($0)
        }
        .map { segment.positions[segment.subtree($0).first ?? $0] }
        // "allies of Russia", "a front for its spies": others than those they belong to.
        let isOfVerb = main.map { segment.isVerbal($0) && $0 != subject } ?? false
        let behind = segment.children(subject).first {
          isOfVerb && Int($0) > subject && segment.tree.relations[Int($0)] == .nmod
        }
        .map { segment.positions[segment.subtree(Int($0)).first ?? Int($0)] }
        let last = min(span.upperBound, end ?? span.upperBound, behind ?? span.upperBound)
        let own = span.lowerBound..<max(span.lowerBound, last)
        if let owner = parties.institution(within: own, excluding: nil, in: segment) {
          party = Party(entities: [owner], tokens: span, level: parties.level(of: owner))
        } else {
          // "a foreign government"
          party = parties.someState(at: subject, in: segment)
        }
      }
      reading.subject = party
    }
    if reading.condemns, reading.subject?.entities.isEmpty != false,
      let span = segment.span(beforeVictims(nodes, in: segment)),
      let named = parties.institution(within: span, excluding: nil, in: segment),
      // "indigne d'un membre du Conseil de sécurité": what others stand for is not who is condemned.
      parties.registry[named].kind != .organisation
    {
      reading.subject = Party(entities: [named], tokens: span, level: parties.level(of: named))
    }
    reading.suspect = suspect(
      main.flatMap { segment.child($0, .nsubj, .nsubjPass) } ?? openingNoun(of: nodes, in: segment), reading,
      in: segment)
    parties.isActing = isActing
    reading.isSuffered = main.map { isSuffered($0, in: segment) } ?? false
    readActors(nodes, main: main, in: segment, into: &reading)
    readPredicate(nodes, main: main, in: segment, into: &reading)
    reading.namedGroup = namedGroup(in: nodes, segment)
    if reading.missesEvidence, reading.namedGroup == nil {
      reading.namedGroup = cleared(by: nodes, in: segment)
    }
    parties.isActing = false
    if let doer = rejectedDoer(in: nodes, in: segment) {
      reading.rejectsClaim = true
      reading.actor = doer
    }
    readTargets(nodes, in: segment, into: &reading)
    return reading
  }

  /// What the main predicate is: negated, condemning, said of a noun or only of "it".
  private func readPredicate(
    _ nodes: [Int], main: Int?, in segment: Segment, into reading: inout PropositionReading
  ) {
    reading.missesEvidence = missesEvidence(nodes, in: segment)
    reading.missesTrace =
      reading.missesEvidence
      && !nodes.contains { node in
        text.isLexeme(at: segment.positions[node], .complementizer, ComplementizerWord.that)
      }
    reading.holdsNegation = nodes.contains { node in
      text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.category == .negation && !match.lexeme.means(NegationWord.without)
      }
    }
    guard let main else { return }
    // "Users are urged to change their passwords"
    if segment.isPassive(main), text.isLexeme(at: segment.positions[main], .cue, CueFrame.demand),
      hasInfinitive(after: main, in: segment)
    {
      reading.demands = true
    }
    reading.negatesMain = segment.isNegated(main, in: text)
    reading.isBelieved = isBelieved(main, in: segment)
    reading.negatesAlways =
      reading.negatesMain
      && segment.children(main).contains { child in
        text.lexemes(at: segment.positions[Int(child)]).contains {
          $0.lexeme.category == .negation && $0.lexeme.has(.always)
        }
      }
    reading.picksOutSpeaker = picksOutSpeaker(nodes, in: segment)
    if let subject = segment.child(main, .nsubj, .nsubjPass) {
      // "others stole it" is no pronoun of the speaker's.
      reading.hasBareSubject =
        (segment.tree.tags[subject] == .pron || segment.tree.tags[subject] == .det)
        && text.lexeme(.pronoun, covering: segment.positions[subject]) != nil
      reading.hasDeedSubject = isDeedNoun(subject, in: segment)
      reading.isOfAccusation = text.isLexeme(
        at: segment.positions[subject], .judgement, JudgementWord.accusation)
      let isNone = segment.children(subject).contains { child in
        text.isLexeme(at: segment.positions[Int(child)], .negation, NegationWord.no)
      }
      if isNone || text.isLexeme(at: segment.positions[subject], .negation, NegationWord.no) {
        reading.negatesMain = true
      }
    }
    if isSufferedByNone(main, in: segment) { reading.negatesMain = true }
    // "had not shown that the defendant belonged to it"
    if reading.negatesMain, text.isLexeme(at: segment.positions[main], .judgement, JudgementWord.finding),
      segment.child(main, .ccomp) != nil
    {
      reading.missesEvidence = true
    }
    reading.isOfAbility = segment.children(main).contains { child in
      text.isLexeme(at: segment.positions[Int(child)], .modal, ModalWord.can)
    }
    reading.isOfWill = segment.children(main).contains { child in
      text.isLexeme(at: segment.positions[Int(child)], .modal, ModalWord.will)
    }
    reading.negatesDeed = reading.negatesMain && tellsOfDeed(main, in: segment)
    reading.negatesOutright = reading.negatesDeed && isOutright(main, in: segment)
    reading.tellsOwnDeed =
      segment.child(main, .nsubj, .nsubjPass, .expl) == nil && !segment.isPassive(main)
      && segment.isVerbal(main)
      && (text.lexemes(at: segment.positions[main]).contains {
        $0.lexeme.category == .behaviour && !$0.lexeme.has(.neutral)
      } || commits(main, in: segment))
    if reading.asksWhether, reading.negatesMain || isComment(main, in: segment) { reading.leavesOpen = true }
    reading.actsOnSomething = actsOnSomething(main, in: segment)
    readDefence(main, in: segment, into: &reading)
    readConduct(main, nodes, in: segment, into: &reading)
    // "We will not speculate", "are not going to speculate", "ne pas être en mesure d'indiquer"
    let spoken = [main, segment.child(main, .xcomp), segment.child(main, .acl, .advcl, .ccomp)]
    reading.refusesToSpeak = spoken.compactMap { $0 }.contains { verb in
      (isComment(verb, in: segment) || ties(verb, in: segment)) && isRefused(verb, in: segment)
    }
    reading.negatesHarm =
      reading.negatesMain
      && (segment.isPassive(main)
        || isThreat([main], in: segment)
          // "we will not pay" tells of no harm.
          && !text.lexemes(at: segment.positions[main]).contains {
            $0.lexeme.category == .behaviour && $0.lexeme.has(.weak)
          })
    reading.condemnsOutright = ([main] + segment.children(main).map(Int.init)).contains { node in
      (node == main || segment.tree.relations[node] == .amod) && !isOfProgram(node, in: segment)
        && text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.condemned)
    }
  }

  /// "It was me who", "c'est nous qui", by the words, since trees hang them in many ways.
  private func picksOutSpeaker(_ nodes: [Int], in segment: Segment) -> Bool {
    nodes.dropFirst(2).prefix(8).contains { node in
      node + 1 < segment.count
        && text.isLexeme(at: segment.positions[node - 1], .auxiliary, AuxiliaryWord.be)
        && text.lexemes(at: segment.positions[node]).contains {
          $0.lexeme.category == .pronoun && !$0.lexeme.has(.possessive)
            && ($0.lexeme.means(PronounWord.i) || $0.lexeme.means(PronounWord.we))
        }
        && text.isLexeme(at: segment.positions[node + 1], .pronoun, PronounWord.relative)
    }
  }

  /// Whether a predicate is a deed or involvement by itself or by what hangs right on it.
  func tellsOfDeed(_ main: Int, in segment: Segment) -> Bool {
    if isComment(main, in: segment) { return false }
    return ([main] + segment.children(main).map(Int.init)).contains { node in
      switch segment.tree.relations[node] {
      case .nsubj, .nsubjPass, .conj, .advcl, .parataxis: if node != main { return false }
      default: break
      }
      return text.lexemes(at: segment.positions[node]).contains { match in
        switch match.lexeme.category {
        case .behaviour, .responsibility, .affiliation: true
        case .judgement: match.lexeme.means(JudgementWord.involvement)
        default: false
        }
      }
    }
  }

  /// Whether a verb is an attack that its subject makes: "would continue to target".
  func isAttack(_ verb: Int, in segment: Segment) -> Bool {
    segment.isVerbal(verb) && !segment.isPassive(verb)
      && text.lexemes(at: segment.positions[verb]).contains { match in
        match.lexeme.category == .behaviour && match.lexeme.partOfSpeech == .verb
          && !match.lexeme.has(.weak)
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

  mutating func namedGroup(in nodes: [Int], _ segment: Segment) -> Party? {
    for node in nodes {
      guard let match = parties.bestName(covering: segment.positions[node]),
        let entry = text.entry(match.entry),
        entry.kind == .group
          || entry.kind == .malware
            && (isSharedWithGroup(match)
              || Int(match.end) < text.tokens.count
                && text.lexeme(.actor, covering: Int(match.end)) != nil
              // "le gang Play"
              || match.first > 0 && text.lexeme(.actor, covering: Int(match.first) - 1) != nil
                && text.table.contains(entry.id.utf8, in: .gangs))
      else { continue }
      let entity = parties.registry.insert(entry, from: text.table)
      return Party(
        entities: [entity], tokens: Int(match.first)..<Int(match.end), level: .group, isActor: true)
    }
    return nil
  }

  /// Whether a name of malware is that of a group as well.
  private func isSharedWithGroup(_ match: NameMatch) -> Bool {
    text.names(covering: Int(match.first)).contains { other in
      other.end == match.end && text.entry(other.entry)?.kind == .group
    }
  }

  /// The noun phrase that opens a clause before its first verb, for a tree that found no subject.
  private func openingNoun(of nodes: [Int], in segment: Segment) -> Int? {
    for node in nodes {
      if segment.isVerbal(node) { return nil }
      guard segment.isNominal(node), segment.tree.relations[node] != .compound,
        segment.tree.relations[node] != .expl
      else { continue }
      return segment.child(node, .case) == nil ? node : nil
    }
    return nil
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
