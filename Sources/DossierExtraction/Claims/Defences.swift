import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// How the accused clear themselves without a word of denial: "opposes all forms of hacking", "is itself a victim".
extension ClaimReader {
  /// Reads what a predicate says of deeds: that its subject is against them or suffers them, or that they end.
  func readDefence(_ main: Int, in segment: Segment, into reading: inout PropositionReading) {
    let predicate = [main] + segment.children(main).map(Int.init).filter { isPredicative($0, in: segment) }
    let words = predicate.flatMap { lexemes(ofVerb: $0, in: segment) }.filter {
      $0.lexeme.category == .judgement
    }
    reading.opposesDeeds = words.contains { match in
      // "knew nothing about it" negates itself.
      match.lexeme.means(JudgementWord.opposed)
        && (!reading.negatesMain
          || (Int(match.first)..<Int(match.end)).contains { text.lexeme(.negation, covering: $0) != nil })
    }
    if reading.negatesMain, words.contains(where: { $0.lexeme.means(JudgementWord.truth) }) {
      reading.rejects = true
    }
    reading.threatensReprisal = threatensReprisal(main, words, in: segment)
    reading.negatesEvent = negatesEvent(main, in: segment)
    reading.clearsOutright = words.contains { $0.lexeme.means(JudgementWord.uninvolved) }
    reading.clears =
      reading.clearsOutright
      || !reading.negatesMain && words.contains { $0.lexeme.means(JudgementWord.cleared) }
    let subject = segment.child(main, .nsubj, .nsubjPass)
    reading.pointsBack =
      subject.map { isPointedAt($0, in: segment) || segment.tree.tags[$0] == .pron }
      ?? isPointedAt(main, in: segment)
    reading.judgesDeed =
      subject.map { segment.tree.tags[$0] == .pron } ?? false
      || isDeed(predicate.filter { $0 != main }, in: segment)
      || subject.map { isDeed(segment.subtree($0), in: segment) || isPointedAt($0, in: segment) } ?? false
      || subject == nil && isDeed([main], in: segment)
    if words.contains(where: { $0.lexeme.means(JudgementWord.ending) }),
      let subject = segment.child(main, .nsubj, .nsubjPass),
      isDeed(segment.subtree(subject), in: segment)
    {
      reading.endsDeed = true
    }
  }

  /// "There was no breach", « il n'y a eu aucune fuite », "this was not a cyberattack": the deed itself has not been, or is none. "No other
  /// breach", "no major breach" leave it standing.
  private func negatesEvent(_ main: Int, in segment: Segment) -> Bool {
    let isPredicate = segment.child(main, .cop) != nil
    guard isPredicate || segment.child(main, .expl) != nil,
      let deed = isPredicate ? main : segment.child(main, .obj, .nsubj), isDeedNoun(deed, in: segment),
      !segment.children(deed).contains(where: { child in
        segment.tree.relations[Int(child)] == .amod || segment.tree.relations[Int(child)] == .aclRelcl
      }),
      segment.isNegated(main, in: text) || isOfNone(deed, in: segment)
    else { return false }
    guard let subject = segment.child(main, .nsubj), subject != deed else { return true }
    // "APT28 is not the attack": of an event only.
    return segment.tree.tags[subject] == .noun || segment.tree.tags[subject] == .pron
  }

  /// "il est innocent": trees take the pronoun for the empty one of "il est vrai".
  func clearedPronoun(of main: Int, in segment: Segment) -> Int? {
    text.isLexeme(at: segment.positions[main], .judgement, JudgementWord.cleared)
      ? segment.child(main, .expl) : nil
  }

  /// "Moscow would face consequences", "nous ne laisserons pas ces actes sans réponse": what will be done about a deed.
  private func threatensReprisal(_ main: Int, _ words: [LexemeMatch], in segment: Segment) -> Bool {
    let isNegated = segment.isNegated(main, in: text)
    guard
      words.contains(where: { $0.lexeme.means(isNegated ? JudgementWord.impunity : JudgementWord.reprisal) })
    else { return false }
    return text.lexemes(at: segment.positions[main]).contains {
      $0.lexeme.form == .future || $0.lexeme.form == .conditional
    }
      || segment.children(main).contains { child in
        Int(child) < main
          && text.lexemes(at: segment.positions[Int(child)]).contains {
            $0.lexeme.category == .modal && $0.lexeme.means(ModalWord.will)
          }
      }
  }

  /// Whether a verb in the active is a hostile deed, or a part in one, whatever stands beside it.
  func isOutright(_ main: Int, in segment: Segment) -> Bool {
    segment.isVerbal(main) && !segment.isPassive(main)
      && text.lexemes(at: segment.positions[main]).contains { match in
        match.lexeme.category == .behaviour && match.lexeme.partOfSpeech == .verb
          && !match.lexeme.has(.neutral)
          || match.lexeme.category == .responsibility && match.lexeme.means(ResponsibilityWord.involved)
      }
  }

  /// Whether a verb of doing has an attack as its object: "avoir mené la cyberattaque".
  func commits(_ main: Int, in segment: Segment) -> Bool {
    guard let object = segment.child(main, .obj) else { return false }
    return text.lexemes(at: segment.positions[main]).contains {
      $0.lexeme.category == .responsibility && $0.lexeme.partOfSpeech == .verb
    }
      && text.lexemes(at: segment.positions[object]).contains {
        $0.lexeme.category == .behaviour && $0.lexeme.partOfSpeech != .verb && !$0.lexeme.has(.neutral)
      }
  }

  /// Whether nodes tell of an attack or, in general words, of a deed: "this assault", "de tels actes".
  func isDeed(_ nodes: [Int], in segment: Segment) -> Bool {
    isThreat(nodes, in: segment)
      || nodes.contains { text.isLexeme(at: segment.positions[$0], .judgement, JudgementWord.deed) }
  }

  /// "these people", "such acts", "ces gens"
  func isPointedAt(_ node: Int, in segment: Segment) -> Bool {
    segment.children(node).contains { child in
      [.det, .amod].contains(segment.tree.relations[Int(child)])
        && text.lexemes(at: segment.positions[Int(child)]).contains {
          $0.lexeme.category == .time && $0.lexeme.means(TimeWord.this)
            || $0.lexeme.category == .determiner && $0.lexeme.means(DeterminerWord.plural)
              && $0.lexeme.has(.definite)
              && text.byte(segment.positions[Int(child)]) | 0x20 != UInt8(ascii: "l")
        }
    }
  }

  /// Whether a node belongs to what is said of the subject: not the subject itself, nor a clause of its own.
  private func isPredicative(_ node: Int, in segment: Segment) -> Bool {
    switch segment.tree.relations[node] {
    case .xcomp, .obl, .obj, .advmod, .aux, .cop, .conj, .case, .mark: true
    default: false
    }
  }

  /// Whether a statement clears the speaker's own side, which somebody blamed before.
  func isDefence(_ speaker: Party, _ proposition: PropositionReading) -> Bool {
    guard proposition.opposesDeeds else { return false }
    // "se dit opposé à toute forme de piratage"
    if proposition.subject?.entities.isEmpty != false, proposition.hasBareSubject {
      return isAccused(speaker)
    }
    guard let subject = proposition.subject, isAccused(subject) else { return false }
    return isOwnSide(subject, of: speaker)
      || speaker.entities.allSatisfy {
        parties.registry.state(of: $0) == nil && parties.registry[$0].isUnnamed
      }
  }

  /// Whoever was blamed last, for words of condemnation that name nobody; nil where it is the speaker's own side.
  ///
  /// A state that condemns "the attack" has not said whose it was: a state or organ that others blame is meant only by
  /// words that point back ("this attack", "ces actes"), or where the speaker's own side has blamed it before; attackers
  /// are meant by the deed alone.
  func lastBlamed(besides speaker: Party, pointingBack: Bool) -> Party? {
    let own = parties.discourse.blames.last { before in
      before.speakers.contains { accuser in speaker.entities.contains { sameSide(accuser, $0) } }
    }
    if let own, !own.blamed.contains(where: { blamed in speaker.entities.contains { sameSide(blamed, $0) } })
    {
      return Party(entities: own.blamed, level: own.blamed.first.map { parties.level(of: $0) } ?? .unknown)
    }
    guard let blamed = parties.discourse.accused.last,
      pointingBack || parties.registry[blamed].kind == .group,
      !speaker.entities.contains(where: { sameSide(blamed, $0) })
    else { return nil }
    return Party(
      entities: [blamed], level: parties.level(of: blamed), sponsors: parties.discourse.sponsors[blamed] ?? []
    )
  }

  /// Whom words about a report or a charge defend that name nobody ("called the account misleading"): whoever was blamed last by
  /// others, else the speaker's own body, of which the text spoke before.
  func contested(by speaker: Party, at position: Int) -> Party? {
    guard let first = speaker.entities.first, speaker.entities.count == 1 else { return nil }
    if let last = parties.discourse.blames.last, last.speakers != last.blamed,
      let blamed = lastBlamed(besides: speaker, pointingBack: true)
    {
      return blamed
    }
    let body = parties.registry[first].kind == .person ? parties.registry[first].partOf : first
    guard let body, parties.discourse.accusations.isEmpty || isSpokenOf(body, before: position),
      [.company, .organisation, .agency].contains(parties.registry[body].kind), !parties.isMedia(body)
    else { return nil }
    return Party(entities: [body], level: parties.level(of: body))
  }

  /// Whether a name, by its first word, stands in one of the sentences before.
  private func isSpokenOf(_ body: Int, before position: Int) -> Bool {
    guard let start = text.sentence(at: position)?.tokens.lowerBound,
      let word = parties.registry[body].name.split(separator: " ").first, !parties.registry[body].isUnnamed
    else { return false }
    return (max(0, start - 400)..<start).contains { text.word($0) == word }
  }
}

/// How they clear themselves by what they do not do: "we do not sell such tools", "has never bought Predator".
extension ClaimReader {
  /// Reads whether what is negated is the subject's own conduct, and whether a threat is named in it.
  func readConduct(_ main: Int, _ nodes: [Int], in segment: Segment, into reading: inout PropositionReading) {
    let words = lexemes(ofVerb: main, in: segment)
    reading.negatesConduct =
      (reading.negatesMain || segment.child(main, .obj).map { isOfNone($0, in: segment) } == true)
      && segment.isVerbal(main) && !segment.isPassive(main) && !reading.missesEvidence
      && !words.contains { match in
        match.lexeme.category == .cue && !match.lexeme.has(.weak)
          || match.lexeme.category == .judgement
            && [JudgementWord.comment, .verdict, .finding].contains(where: match.lexeme.means)
      }
    let subject = segment.child(main, .nsubj, .nsubjPass).map { Set(segment.subtree($0)) } ?? []
    reading.namesThreat = nodes.contains { node in
      !subject.contains(node) && isMeansOfAttack(segment.positions[node])
    }
    reading.negatesTrade =
      reading.negatesConduct && reading.namesThreat
      && words.contains { match in
        match.lexeme.category == .judgement
          && [JudgementWord.serving, .arming, .handling].contains(where: match.lexeme.means)
      }
  }

  /// "The gang swears it encrypted no medical device": nothing was done where nothing suffered it.
  func isSufferedByNone(_ main: Int, in segment: Segment) -> Bool {
    segment.isVerbal(main) && !segment.isPassive(main)
      && segment.child(main, .obj).map { isOfNone($0, in: segment) } == true
  }

  /// "no clients", "aucun client"
  fileprivate func isOfNone(_ node: Int, in segment: Segment) -> Bool {
    segment.children(node).contains { child in
      text.isLexeme(at: segment.positions[Int(child)], .negation, NegationWord.no)
    }
  }

  private func isMeansOfAttack(_ position: Int) -> Bool {
    text.lexemes(at: position).contains { match in
      switch match.lexeme.category {
      case .threat: match.lexeme.means(ThreatWord.strong)
      case .behaviour, .actor: !match.lexeme.has(.neutral) && match.lexeme.partOfSpeech != .verb
      default: false
      }
    }
      || text.names(covering: position).contains { match in
        text.entry(match.entry).map { $0.kind == .malware || $0.kind == .tool } == true
      }
  }

  /// Whether the accused tell of what they do not do, or somebody of what they never do to attack; or whether others say what the
  /// accused never do.
  func deniesConduct(_ speaker: Party, _ proposition: PropositionReading) -> Bool {
    guard proposition.actor == nil, !proposition.isOfPlan else { return false }
    // "Our military never engages in cybertheft": a state's people of the state, whoever was accused.
    if proposition.negatesAlways, proposition.negatesConduct, proposition.namesThreat,
      let subject = proposition.subject, !subject.entities.isEmpty, isOwnSide(subject, of: speaker)
    {
      return true
    }
    if let subject = proposition.subject, !subject.entities.isEmpty, !isOwnSide(subject, of: speaker) {
      return proposition.negatesConduct && proposition.negatesAlways && isAccused(subject)
        && !parties.discourse.blames.contains { before in
          before.speakers.contains { accuser in speaker.entities.contains { sameSide(accuser, $0) } }
            && before.blamed.contains { blamed in subject.entities.contains { sameSide(blamed, $0) } }
        }
    }
    guard proposition.subject?.entities.isEmpty == false || proposition.hasBareSubject else { return false }
    return isAccused(speaker) && (proposition.negatesAlways || proposition.negatesConduct)
      || proposition.negatesConduct && proposition.negatesAlways
        && (proposition.namesThreat || speaker.entities.contains { gang(of: $0) != nil })
      || proposition.negatesTrade
  }

  /// Whom somebody speaks for: the body of a person who speaks for one, else the speakers themselves.
  func ownSide(of speaker: Party) -> Party {
    guard speaker.entities.count == 1, let only = speaker.entities.first,
      parties.registry[only].kind == .person, let body = parties.registry[only].partOf
    else { return Party(entities: speaker.entities, level: speaker.level) }
    return Party(entities: [body], level: parties.level(of: body))
  }
}
