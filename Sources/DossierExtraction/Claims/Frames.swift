import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// One reader for each frame of cues: where the parties and the content stand, and what act it amounts to.
extension ClaimReader {
  /// Reads a cue; nil where what its frame needs is not there.
  mutating func read(_ reading: CueReading, in segment: Segment) -> ClaimDraft? {
    switch reading.cue.lexeme.partOfSpeech {
    case .verb, .adjective, .phrase:
      guard let verb = predicate(of: reading, in: segment), !isHypothetical(verb, in: segment) else {
        return nil
      }
      return readVerb(reading, verb, in: segment)
    case .preposition: return readAccording(reading, in: segment)
    case .noun: return readNominal(reading, in: segment)
    default: return nil
    }
  }

  /// The node that governs the cue's clause: the verb itself, or for "be confident", "se dire persuadé" its head.
  private func predicate(of reading: CueReading, in segment: Segment) -> Int? {
    let node = reading.node
    if reading.cue.lexeme.partOfSpeech == .adjective {
      return segment.subject(of: node) == nil ? nil : node
    }
    switch segment.tree.tags[node] {
    case .verb, .aux: return node
    case .noun, .propn:
      // A verb that was taken for a noun: it has a verb's arguments, or it is the root and cannot be a noun here.
      return segment.child(node, .nsubj, .nsubjPass, .ccomp, .auxPass, .aux) == nil ? nil : node
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

  /// "if China denies", "could accuse": nobody has said it yet.
  private func isHypothetical(_ verb: Int, in segment: Segment) -> Bool {
    for child in segment.children(verb).map(Int.init) where segment.tree.relations[child] == .mark {
      if text.isLexeme(at: segment.positions[child], .negation, NegationWord.without) { return true }
      if text.lexemes(at: segment.positions[child]).contains(where: { $0.lexeme.category == .condition }) {
        return true
      }
    }
    return false
  }

  private mutating func readVerb(_ reading: CueReading, _ verb: Int, in segment: Segment) -> ClaimDraft? {
    if scope == .threat, let negated = readNegated(reading, verb, in: segment) { return negated.draft }
    let roles = ClauseRoles(verb, of: reading, in: segment, text: text)
    if scope == .threat, isAside(reading, roles, in: segment) { return nil }
    switch reading.frame {
    case .say, .assess, .tell, .boast, .intend: return readStatement(reading, roles, in: segment)
    case .warn: return readWarning(reading, roles, in: segment)
    case .accuse, .suspect, .hold, .charge, .sanction: return readBlame(reading, roles, in: segment)
    case .blame: return readBlameOn(reading, roles, in: segment)
    case .attribute, .link: return readAttribution(reading, roles, in: segment)
    case .point, .identify: return readPointing(reading, roles, in: segment)
    case .qualify: return readQualification(reading, roles, in: segment)
    case .condemn: return readCondemnation(reading, roles, in: segment)
    case .deny: return readDenial(reading, roles, in: segment)
    case .decline: return readRefusal(reading, roles, in: segment)
    case .demand, .require: return readDemand(reading, roles, in: segment)
    case .support: return readSupport(reading, roles, in: segment)
    case .admit: return readAdmission(reading, roles, in: segment)
    default: return nil
    }
  }

  /// Words that say who somebody is or what led to their words, not a claim: "an official who briefed reporters",
  /// "companies that support the services", "Asked why, …", "a member, arrested in 2022".
  private func isAside(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> Bool {
    let verb = roles.verb
    let relation = segment.tree.relations[verb]
    switch reading.frame {
    case .tell: return roles.complementizer == nil && roles.clause == nil && relation == .aclRelcl
    case .support: return relation == .aclRelcl && roles.complementizer == nil
    case .charge, .sanction: return relation == .acl && roles.isPassive && roles.speaker == nil
    case .demand, .require:
      return verb <= 1 && reading.cue.lexeme.form == .participle && reading.cue.lexeme.language == .en
        && segment.child(verb, .nsubj, .nsubjPass) == nil
    default: return false
    }
  }

  /// A negated cue: a refusal where it is one; else nobody has said or blamed anything. Nil where the cue is not negated
  /// or its frame reads negation by itself.
  private mutating func readNegated(_ reading: CueReading, _ verb: Int, in segment: Segment) -> (
    draft: ClaimDraft?, Void
  )? {
    switch reading.frame {
    case .say, .tell:
      if isRefused(verb, in: segment) { return (refusal(reading, verb, in: segment), ()) }
      return segment.isNegated(verb, in: text) ? (nil, ()) : nil
    case .attribute, .accuse, .blame, .point, .identify, .hold:
      guard isRefused(verb, in: segment) || segment.isNegated(verb, in: text) else { return nil }
      // "n'a pas visé" tells of a deed rather than of naming somebody.
      if reading.cue.lexeme.has(.weak) { return (nil, ()) }
      return (refusal(reading, verb, in: segment), ())
    default: return nil
    }
  }

  /// A draft with its cue, speaker and content; its span holds them all.
  mutating func draft(
    _ act: Act, _ reading: CueReading, speaker: Party, about: Party = Party(entities: []), content: [Int],
    in segment: Segment
  ) -> ClaimDraft {
    var draft = ClaimDraft(
      act: act, speaker: speaker, about: about, cue: reading.tokens, span: reading.tokens,
      frame: reading.frame,
      rule: rule(reading))
    draft.level = about.level
    draft.content = runs(of: content.map { segment.positions[$0] })
    draft.include(speaker.tokens.flatMap { near($0, in: segment) })
    draft.include(about.tokens.flatMap { near($0, in: segment) })
    for run in draft.content { draft.include(run) }
    draft.quoted = !text.quotations(overlapping: draft.span).isEmpty
    return draft
  }

  /// A run if it lies within the segment's sentence; antecedents elsewhere are no part of the evidence.
  private func near(_ run: Range<Int>, in segment: Segment) -> Range<Int>? {
    guard let first = segment.positions.first, let last = segment.positions.last else { return nil }
    return run.lowerBound >= first && run.upperBound <= last + 1 ? run : nil
  }

  /// The name of the rule: language, construction, frame.
  private func rule(_ reading: CueReading) -> String {
    let lexeme = reading.cue.lexeme
    let kind =
      switch lexeme.partOfSpeech {
      case .verb: "verb"
      case .noun: "noun"
      case .preposition: "according"
      default: "phrase"
      }
    return "\(lexeme.language == .fr ? "fr" : "en").\(kind).\(reading.frame.rawValue)"
  }

  /// The speaker of an active clause or the agent of a passive one.
  mutating func speaker(_ roles: ClauseRoles, in segment: Segment) -> Party {
    guard let node = roles.speaker else {
      return Party(entities: [], reason: roles.isPassive ? "a passive without an agent" : "no subject")
    }
    return parties.party(at: node, in: segment)
  }

  /// Takes over what the content shows of confidence, likelihood, distance and deeds.
  func apply(_ proposition: PropositionReading, to draft: inout ClaimDraft) {
    draft.behaviours = proposition.behaviours
    draft.targets = proposition.targets
    draft.confidence = proposition.confidence
    draft.likelihood = proposition.likelihood
    draft.hedged = proposition.hedged
  }
}
