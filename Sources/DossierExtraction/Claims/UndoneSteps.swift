import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Steps of the law that are taken back: "charges against X were dropped", "a annulé la condamnation de X". Who undoes a step says that
/// X is not to be held to have done it, and the words of the step alone would say the opposite.
extension ClaimReader {
  /// "A judge dismissed the case against X", "X's conviction was quashed by the court": the denial that it is.
  mutating func readUndoneStep(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> ClaimDraft?
  {
    let verb = roles.verb
    guard let step = undoneStep(of: verb, in: segment) else { return nil }
    let isPassive = segment.isPassive(verb)
    let agent = isPassive ? segment.agent(of: verb, in: text) : segment.child(verb, .nsubj)
    // "charges were dropped, prosecutors said": by whoever says so.
    guard agent != nil || isPassive && !isTold(verb, in: segment) else { return nil }
    let speaker =
      agent.map { parties.party(at: $0, in: segment) }
      ?? Party(entities: [], reason: "a step of the law without who takes it back")
    guard agent == nil || isTakenByLaw(reading, roles, by: speaker, over: [], in: segment),
      let about = cleared(by: step, undone: verb, in: segment)
    else { return nil }
    let nodes = segment.subtree(verb) { $0 == agent || segment.isNewClause($0) }
    var draft = draft(.deny, reading, speaker: speaker, about: about, content: nodes, in: segment)
    draft.polarity = .deny
    draft.deniesInvolvement = true
    draft.level = about.level
    return draft
  }

  /// Whom a step was taken against that what somebody says takes back: "Charges against X were dropped, prosecutors said".
  mutating func clearedStep(_ nodes: [Int], in segment: Segment) -> Party? {
    for verb in nodes where text.isLexeme(at: segment.positions[verb], .cue, CueFrame.undo) {
      if let step = undoneStep(of: verb, in: segment),
        let party = cleared(by: step, undone: verb, in: segment)
      {
        return party
      }
    }
    return nil
  }

  /// Whether a verb that denies says, of a step of the law and by the law, that it is taken back: "A judge dismissed the charges".
  mutating func isUndoneByLaw(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> Bool {
    guard undoneStep(of: roles.verb, in: segment) != nil else { return false }
    let speaker = speaker(roles, in: segment)
    return isLaw(speaker)
  }

  /// A judge, a court, a prosecutor, the police: others may call charges baseless, but not take them back.
  private func isLaw(_ party: Party) -> Bool {
    let bodies = [OrganWord.court, .prosecution, .police].flatMap {
      [$0.rawValue, $0.properName].compactMap(\.self)
    }
    return !party.entities.isEmpty
      && party.entities.allSatisfy { entity in
        let item = parties.registry[entity]
        switch item.office {
        case .prosecutor, .judge, .officer: return true
        default: return item.names["en"].map(bodies.contains) == true
        }
      }
  }

  /// The step that a verb takes back: "dropped [charges]", "[la plainte] a été classée sans suite".
  private func undoneStep(of verb: Int, in segment: Segment) -> Int? {
    guard segment.isVerbal(verb), !segment.isNegated(verb, in: text), pending(verb, in: segment) == .asserted,
      let step = segment.isPassive(verb) ? segment.child(verb, .nsubjPass) : segment.child(verb, .obj),
      isStepOfLaw(step, in: segment)
    else { return nil }
    return step
  }

  private func isStepOfLaw(_ noun: Int, in segment: Segment) -> Bool {
    // "the case": an article that is a lexeme's first word.
    let position = segment.positions[noun]
    return segment.isNominal(noun)
      && text.lexemes(in: max(0, position - 1)..<position + 1).contains { match in
        (Int(match.end) == position + 1 || Int(match.first) == position)
          && (match.lexeme.means(JudgementWord.proceeding) || match.lexeme.means(ChannelWord.indictment)
            || match.lexeme.partOfSpeech != .verb && match.lexeme.means(CueFrame.charge))
      }
  }

  /// Whether somebody says what a verb tells of.
  private func isTold(_ verb: Int, in segment: Segment) -> Bool {
    segment.tree.relations[verb] == .ccomp
      || segment.children(verb).map(Int.init).contains { child in
        segment.tree.relations[child] == .parataxis
          && text.lexeme(.cue, covering: segment.positions[child])?.lexeme.partOfSpeech == .verb
      }
  }

  private mutating func cleared(by step: Int, undone verb: Int, in segment: Segment) -> Party? {
    // "the complaint of X" is against somebody else.
    let isOwn = text.isLexeme(at: segment.positions[step], .channel, ChannelWord.indictment)
    let place =
      segment.complement(ofClause: step, behind: [.against], in: text)
      ?? segment.complement(of: verb, behind: [.against], after: max(step, verb), in: text)
      ?? (isOwn
        ? nil : segment.complement(ofClause: step, behind: [.of], in: text) ?? segment.child(step, .nmodPoss))
    guard var place else { return nil }
    // "against Gary Lomax": a name whose last word is its head
    if segment.tree.relations[place] == .compound, let head = segment.head(place), head > place {
      place = head
    }
    var party = parties.blamedParty(at: place, in: segment)
    if party.entities.isEmpty { party = parties.described(at: place, in: segment) }
    return party.entities.isEmpty ? nil : party
  }
}
