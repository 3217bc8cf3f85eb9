import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Those whom the law deals with, told of with or without its hand: "X faces charges", "Police picked X up".
extension ClaimReader {
  /// "X faces charges over the attack", "X went on trial", "X a écopé de neuf ans de prison": the subject is whom a step of
  /// the law is taken against, by whoever an agent names.
  mutating func readCharged(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    // "doit comparaître", "comparaîtra": not yet done.
    guard let subject = roles.isPassive ? roles.object : roles.speaker,
      reading.cue.lexeme.form != .infinitive, reading.cue.lexeme.form != .future,
      !segment.isNegated(roles.verb, in: text)
    else { return nil }
    let agent =
      segment.agent(of: roles.verb, in: text)
      ?? segment.complement(ofClause: roles.verb, behind: [.by], in: text)
    // "comparaissaient hier, poursuivis par la justice américaine": the step that says who takes it is read.
    guard agent != nil || !namesAnotherStep(than: reading, in: segment) else { return nil }
    var about = parties.party(at: subject, in: segment)
    if about.entities.isEmpty { about = parties.described(at: subject, ofOne: true, in: segment) }
    guard about.entities.contains(where: { mayBeCharged($0) }) else { return nil }
    let nodes = segment.subtree(roles.verb) { $0 == subject || segment.isNewClause($0) }
    let proposition = proposition(nodes, main: nil, in: segment)
    let speaker =
      agent.map { parties.party(at: $0, in: segment) }
      ?? Party(entities: [], reason: "a step of the law without who takes it")
    var draft = draft(.charge, reading, speaker: speaker, about: about, content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.about = about
    draft.level = about.level
    return draft
  }

  /// Whether another verb of the sentence tells of a step of the law with the one who takes it.
  private func namesAnotherStep(than reading: CueReading, in segment: Segment) -> Bool {
    (0..<segment.count).contains { node in
      !reading.tokens.contains(segment.positions[node]) && segment.agent(of: node, in: text) != nil
        && text.isLexeme(at: segment.positions[node], .cue, CueFrame.charge)
    }
  }

  /// A state or a body of one is dealt with by other means than the law's.
  private func mayBeCharged(_ entity: Int) -> Bool {
    switch parties.registry[entity].kind {
    case .person, .group, .company, .organisation: true
    default: false
    }
  }

  /// Whether a verb that means other things as well ("picked up", "wants", "a menotté") tells of a step of the law: whoever takes it
  /// is the law, or no one is named and the step is about a deed.
  func isTakenByLaw(
    _ reading: CueReading, _ roles: ClauseRoles, by speaker: Party, over nodes: [Int], in segment: Segment
  ) -> Bool {
    if speaker.entities.isEmpty { return roles.isPassive && isDeed(nodes, in: segment) }
    return speaker.entities.allSatisfy { entity in
      let item = parties.registry[entity]
      switch item.kind {
      case .agency, .state: return true
      default:
        switch item.office {
        case .prosecutor, .judge, .officer, .official: return true
        default: return false
        }
      }
    }
  }
}
