import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// One reader for each frame of cues: where the parties and the content stand, and what act it amounts to.
extension ClaimReader {
  /// Reads a cue; nil where what its frame needs is not there.
  mutating func read(_ reading: CueReading, in segment: Segment) -> ClaimDraft? {
    if let step = readImposedStep(reading, in: segment) { return step }
    if closesStatement(reading, in: segment) { return readClosingBlame(reading, in: segment) }
    let reading = holdsClause(reading, in: segment) ? saying(reading) : reading
    switch reading.cue.lexeme.partOfSpeech {
    case .verb, .adjective, .phrase:
      guard let verb = predicate(of: reading, in: segment), !endsAtColon(reading) else { return nil }
      if scope == .all, reading.cue.lexeme.partOfSpeech == .verb, isNoVerb(verb, in: segment) { return nil }
      if isWithout(verb, in: segment) {
        // "without naming anybody", "sans le relier à un pays"
        guard scope == .threat, reading.frame.act.isResponsibility, !reading.cue.lexeme.has(.weak) else {
          return nil
        }
        // "without naming the city" withholds no culprit.
        if let object = segment.child(verb, .obj),
          let organ = text.lexeme(.organ, covering: segment.positions[object])?.lexeme.as(OrganWord.self),
          organ != .state, organ != .government
        {
          return nil
        }
        // "said Russia might be behind it, without accusing it": who holds back says so, and is not what is told of.
        let clauses = (0..<verb).filter { segment.child($0, .nsubj) != nil && segment.isVerbal($0) }
        let main = clauses.last { segment.tree.relations[$0] != .ccomp } ?? clauses.last
        return refusal(reading, verb, subjectOf: main, in: segment)
      }
      guard !isHypothetical(verb, in: segment) else { return nil }
      if scope == .threat, reading.frame.mayBeWithheld,
        reading.frame == .assess || !isRefused(verb, in: segment),
        let how = withholding(of: verb, in: segment)
      {
        return withheld(reading, verb, how, in: segment)
      }
      return groundless(reading, verb, in: segment) ?? readVerb(reading, verb, in: segment)
    case .preposition: return readAccording(reading, in: segment)
    case .noun: return readNominal(reading, in: segment)
    default: return nil
    }
  }

  /// Whether a colon stands right behind an adjective: "was sceptical: X, he said, had …". What follows is said, not doubted.
  private func endsAtColon(_ reading: CueReading) -> Bool {
    let next = reading.tokens.upperBound
    return reading.cue.lexeme.partOfSpeech == .adjective && next < text.tokens.count
      && text.tokens[next].kind == .mark
      && Mark(text.document.text.bytes, text.tokens[next]) == .colon
  }

  /// The node that governs the cue's clause: the verb itself, or for "be confident", "se dire persuadé" its head.
  private func predicate(of reading: CueReading, in segment: Segment) -> Int? {
    let node = reading.node
    if reading.cue.lexeme.partOfSpeech == .adjective {
      // "made sure that the flaw was closed": nobody is sure of anything.
      if node > 0, text.isLexeme(at: segment.positions[node - 1], .judgement, JudgementWord.making) {
        return nil
      }
      return segment.subject(of: node) == nil ? nil : node
    }
    // "nous n'y sommes pour rien": the longer phrase is what is said, and no summons.
    if reading.tokens.count == 1,
      text.lexemes(at: reading.tokens.lowerBound).contains(where: { match in
        match.lexeme.category == .judgement && match.lexeme.means(JudgementWord.baseless)
          && match.end - match.first > 1
      })
    {
      return nil
    }
    switch segment.tree.tags[node] {
    case .verb, .aux: return node
    case .noun, .propn:
      // A verb that was taken for a noun: it has a verb's arguments, or it is the root and cannot be a noun here.
      if segment.child(node, .nsubj, .nsubjPass, .ccomp, .auxPass, .aux) != nil { return node }
      return isOnlyVerb(reading, in: segment) ? node : nil
    // "in order to reach", "given that"
    case .sconj where [.mark, .fixed, .case].contains(segment.tree.relations[node]): return nil
    case .adj, .adv, .intj, .x, .sconj:
      let form = reading.cue.lexeme.form
      guard form != .plain, form != .infinitive || reading.cue.lexeme.language == .en else { return nil }
      if segment.child(node, .nsubj, .nsubjPass, .obj, .ccomp, .xcomp, .oblAgent, .auxPass, .aux) != nil {
        return node
      }
      let follows =
        node == 0 || segment.tree.tags[node - 1] == .cconj || segment.isNominal(node - 1)
        || segment.tree.tags[node - 1] == .punct
      return follows && segment.tree.relations[node] != .acl ? node : nil
    default: return nil
    }
  }

  /// Whether a word that only verbs are written as opens a "that": "the centre assesses that".
  private func isOnlyVerb(_ reading: CueReading, in segment: Segment) -> Bool {
    guard reading.tokens.count == 1, reading.cue.lexeme.form != .infinitive,
      reading.tokens.upperBound < text.tokens.count,
      text.isLexeme(at: reading.tokens.upperBound, .complementizer, ComplementizerWord.that)
    else { return false }
    return text.lexemes(at: reading.tokens.lowerBound).allSatisfy { match in
      match.lexeme.category != .cue || match.lexeme.partOfSpeech == .verb
    }
  }

  /// "the contest", "back home": a form that is no verb where it stands.
  private func isNoVerb(_ node: Int, in segment: Segment) -> Bool {
    switch segment.tree.tags[node] {
    case .noun, .propn, .adj, .adv, .adp: segment.child(node, .nsubj, .nsubjPass, .aux, .obj, .ccomp) == nil
    default: false
    }
  }

  /// Whether a verb stands behind "without" or "sans", words between them allowed.
  private func isWithout(_ verb: Int, in segment: Segment) -> Bool {
    for node in stride(from: verb - 1, through: max(0, verb - 4), by: -1) {
      if text.isLexeme(at: segment.positions[node], .negation, NegationWord.without) { return true }
      switch segment.tree.tags[node] {
      case .adv, .pron, .det, .verb, .aux: continue
      // "sans en désigner les auteurs"
      case .adp where node == verb - 1: continue
      default: return false
      }
    }
    return false
  }

  mutating func readVerb(_ reading: CueReading, _ verb: Int, in segment: Segment) -> ClaimDraft? {
    // "parents may call the office"
    if reading.frame == .qualify,
      segment.children(verb).contains(where: { isMere(Int($0), before: verb, in: segment) })
    {
      return nil
    }
    if scope == .threat, let negated = readNegated(reading, verb, in: segment) { return negated.draft }
    // "ripostera", "vont continuer à viser": nobody has said it yet.
    if scope == .threat, reading.frame == .say || reading.frame == .tell,
      reading.cue.lexeme.form == .future
        || reading.cue.lexeme.form == .infinitive && reading.cue.lexeme.has(.quote)
          && reading.cue.lexeme.language == .fr
        || isOnlyDone(reading, verb, in: segment)
    {
      return nil
    }
    let roles = ClauseRoles(verb, of: reading, in: segment, text: text)
    if scope == .threat, isAside(reading, roles, in: segment) {
      // "Ivan Belov, arrested in Paris, denies the charges": no claim of anybody, but they are his to deny.
      if reading.frame == .charge, let object = roles.object {
        let charged = parties.blamedParty(at: object, in: segment).entities
        if charged.allSatisfy({ parties.registry[$0].kind == .person }) { parties.discourse.accuse(charged) }
      }
      return nil
    }
    if scope == .threat, let clearing = readClearing(reading, roles, in: segment) { return clearing }
    switch reading.frame {
    // "was told to pay by the gang": what somebody is told to do is demanded.
    case .tell where roles.isPassive && roles.speaker != nil && hasInfinitive(after: roles.verb, in: segment):
      return readDemand(CueReading(cue: reading.cue, frame: .demand, node: verb), roles, in: segment)
    case .say, .assess, .tell, .boast, .intend: return readStatement(reading, roles, in: segment)
    case .warn: return readWarning(reading, roles, in: segment)
    case .suspect
    where reading.tokens.count == 1 && (roles.complementizer != nil || suspectsClause(verb, in: segment)):
      return readSuspicion(reading, roles, in: segment)
    case .accuse, .suspect, .hold, .charge, .sanction: return readBlame(reading, roles, in: segment)
    case .face: return readCharged(reading, roles, in: segment)
    case .dismantle: return readTakedown(reading, roles, in: segment)
    case .blame: return readBlameOn(reading, roles, in: segment)
    case .attribute, .link: return readAttribution(reading, roles, in: segment)
    case .point, .identify: return readPointing(reading, roles, in: segment)
    case .qualify: return readQualification(reading, roles, in: segment)
    case .condemn: return readCondemnation(reading, roles, in: segment)
    case .undo: return readUndoneStep(reading, roles, in: segment)
    case .deny where isUndoneByLaw(reading, roles, in: segment):
      return readUndoneStep(reading, roles, in: segment)
    case .deny: return readDenial(reading, roles, in: segment)
    case .clear: return readAcquittal(reading, roles, in: segment)
    case .decline: return readRefusal(reading, roles, in: segment)
    case .demand, .require: return readDemand(reading, roles, in: segment)
    case .support:
      return tellsWhoseAttackers(verb, in: segment) ? nil : readSupport(reading, roles, in: segment)
    case .follow: return readFollowing(reading, roles, in: segment)
    case .concur: return readAnnounced(reading, in: segment) ?? readConcurrence(reading, roles, in: segment)
    case .admit: return readAdmission(reading, roles, in: segment)
    default: return nil
    }
  }

  /// "suspect a former employee carried it out": a clause with a subject of its own, without "that".
  private func suspectsClause(_ verb: Int, in segment: Segment) -> Bool {
    segment.child(verb, .ccomp).map { clause in
      clause > verb && segment.child(clause, .nsubj, .nsubjPass).map { $0 > verb } == true
    } ?? false
  }

  /// A word of ability or permission before a verb.
  private func isMere(_ node: Int, before verb: Int, in segment: Segment) -> Bool {
    node < verb
      && text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.category == .modal
          && (match.lexeme.means(ModalWord.can) || match.lexeme.means(ModalWord.may))
      }
  }

  /// Words that say who somebody is or what led to their words, not a claim: "an official who briefed reporters",
  /// "companies that support the services", "Asked why, …", "a member, arrested in 2022".
  private func isAside(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> Bool {
    let verb = roles.verb
    let relation = segment.tree.relations[verb]
    if isPurpose(reading, roles, in: segment) || isOnlySeen(reading, verb, in: segment) { return true }
    switch reading.frame {
    case .tell: return roles.complementizer == nil && roles.clause == nil && relation == .aclRelcl
    case .support:
      // "a group supported by the state": who they are.
      return roles.complementizer == nil
        && (relation == .aclRelcl || relation == .acl && roles.isPassive && isOfAttackers(verb, in: segment))
    case .charge, .sanction: return relation == .acl && roles.isPassive && roles.speaker == nil
    // "calls on X to refrain from …"
    case .decline:
      guard reading.cue.lexeme.form == .infinitive, let above = segment.head(verb) else { return false }
      return text.lexemes(at: segment.positions[above]).contains { match in
        match.lexeme.category == .cue
          && (match.lexeme.means(CueFrame.demand) || match.lexeme.means(CueFrame.require))
      }
    case .demand, .require:
      // "who insisted on anonymity", "qui requiert l'anonymat"
      if relation == .aclRelcl, roles.complementizer == nil, roles.clause == nil,
        segment.complement(of: verb, behind: [.to], in: text) == nil,
        !hasInfinitive(after: verb, in: segment),
        // "the hackers, who demand $20 million"
        !asksRansom(roles, in: segment)
      {
        return true
      }
      return verb <= 1 && reading.cue.lexeme.form == .participle && reading.cue.lexeme.language == .en
        && segment.child(verb, .nsubj, .nsubjPass) == nil
    default: return false
    }
  }

  /// Whether a participle tells of a word for attackers.
  private func isOfAttackers(_ participle: Int, in segment: Segment) -> Bool {
    segment.head(participle).map { text.lexeme(.actor, covering: segment.positions[$0]) != nil } ?? false
  }

  /// A negated cue: a refusal where it is one; else nobody has said or blamed anything. Nil where the cue is not negated
  /// or its frame reads negation by itself.
  private mutating func readNegated(_ reading: CueReading, _ verb: Int, in segment: Segment) -> (
    draft: ClaimDraft?, Void
  )? {
    switch reading.frame {
    case .say, .tell:
      if isRefused(verb, in: segment) || withholds(verb, in: segment) {
        return (refusal(reading, verb, in: segment), ())
      }
      guard segment.isNegated(verb, in: text) else { return nil }
      return (unestablished(reading, verb, in: segment), ())
    case .attribute, .accuse, .blame, .point, .identify, .hold, .link:
      // "juge prématuré de désigner un coupable": whoever says so is read by what they say.
      if isLeftOpen(verb, in: segment) { return (nil, ()) }
      guard
        isRefused(verb, in: segment) || segment.isNegated(verb, in: text)
      else { return nil }
      // "n'a pas visé" tells of a deed rather than of naming somebody, "n'a pas voulu désigner" does not.
      if !isRefused(verb, in: segment), reading.cue.lexeme.has(.weak) || tellsWhom(verb, in: segment) {
        return (nil, ())
      }
      return (refusal(reading, verb, in: segment), ())
    // "would not speculate"
    case .assess where isRefused(verb, in: segment) && isComment(reading):
      return (refusal(reading, verb, in: segment), ())
    // "neither confirmed nor denied", "ne confirme ni n'infirme"
    case .deny where isNor(verb, in: segment):
      let isSaid = segment.head(verb).map {
        segment.tree.relations[verb] == .conj && isRefused($0, in: segment)
      }
      return (isSaid == true ? nil : refusal(reading, verb, in: segment), ())
    default: return nil
    }
  }

  private func isComment(_ reading: CueReading) -> Bool {
    text.isLexeme(at: reading.tokens.lowerBound, .judgement, JudgementWord.comment)
  }

  /// "officials it did not name", "une entité qu'il n'a pas nommée": only which ones are meant.
  private func tellsWhom(_ verb: Int, in segment: Segment) -> Bool {
    guard segment.child(verb, .ccomp, .xcomp) == nil, segment.subtree(verb).last.map({ $0 <= verb }) == true,
      let subject = segment.child(verb, .nsubj), subject > 0, segment.tree.tags[subject] == .pron
    else { return false }
    let before = segment.positions[subject] - 1
    return segment.positions[subject - 1] == before && text.tokens[before].kind == .word
      && (segment.tree.tags[subject - 1] == .noun
        || text.isLexeme(at: before, .pronoun, PronounWord.relative)
        || text.isLexeme(at: before, .complementizer, ComplementizerWord.that))
  }

  /// Whether "nor" stands right before a verb.
  private func isNor(_ verb: Int, in segment: Segment) -> Bool {
    (max(0, verb - 2)..<verb).contains { node in
      text.isLexeme(at: segment.positions[node], .negation, NegationWord.nor)
    }
  }

  /// "have not established that any data was altered": proof is said to be missing.
  private mutating func unestablished(_ reading: CueReading, _ verb: Int, in segment: Segment) -> ClaimDraft?
  {
    guard text.isLexeme(at: reading.tokens.lowerBound, .judgement, JudgementWord.finding),
      // "said that prosecutors had not proved it": whoever says so judges.
      segment.tree.relations[verb] != .ccomp
    else { return nil }
    let roles = ClauseRoles(verb, of: reading, in: segment, text: text)
    // "did not find any links to APT28"
    let isOfTraces = segment.child(verb, .obj).map { object in
      text.lexemes(at: segment.positions[object]).contains { match in
        match.lexeme.means(JudgementWord.evidence) || match.lexeme.means(JudgementWord.likeness)
          || match.lexeme.means(JudgementWord.vestige) && isTraceOfSomebody(object, in: segment)
      }
    }
    guard roles.complementizer != nil || isOfTraces == true,
      var draft = readStatement(reading, roles, in: segment)
    else { return nil }
    draft.act = .assess
    draft.polarity = .deny
    draft.deniesInvolvement = false
    return draft
  }
}

extension CueFrame {
  /// Whether it is a claim of who did what, which somebody may be kept from making.
  var mayBeWithheld: Bool {
    switch self {
    case .say, .tell, .assess, .accuse, .attribute, .blame, .point, .identify, .link, .hold, .suspect: true
    default: false
    }
  }

  /// Whether what its verb is about is an object rather than a reported clause.
  var takesObject: Bool {
    switch self {
    case .support, .follow, .deny, .condemn, .demand, .require, .decline, .qualify, .intend: true
    default: false
    }
  }
}

extension CueFrame {
  /// The act that the frame amounts to by itself.
  var act: Act {
    switch self {
    case .accuse, .blame, .hold, .point: .accuse
    case .attribute, .identify, .concur: .attribute
    case .link, .suspect, .assess: .assess
    case .charge, .face, .dismantle: .charge
    case .undo: .deny
    case .sanction: .sanction
    case .condemn, .qualify: .condemn
    case .deny, .clear: .deny
    case .decline: .decline
    case .demand, .require: .demand
    case .warn: .warn
    case .support, .follow: .support
    case .admit, .boast: .admit
    default: .state
    }
  }
}
