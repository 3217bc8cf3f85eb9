import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Blows of the law against those who attack: "The FBI dismantled the Qakbot botnet", "a démantelé l'infrastructure du groupe".
extension ClaimReader {
  /// Who took whose network down. Attackers disrupt as well, so that whoever does it must be no attacker, and whoever suffers it must be
  /// one: a group, a program, or what belongs to them.
  mutating func readTakedown(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft?
  {
    guard !segment.isNegated(roles.verb, in: text), pending(roles.verb, in: segment) == .asserted,
      let object = roles.object
    else { return nil }
    let speaker = speaker(roles, in: segment)
    guard isSpeaker(speaker, roles, in: segment) || roles.isPassive && speaker.entities.isEmpty,
      !speaker.entities.contains(where: isAttackerOrAccused)
    else { return nil }
    guard let about = ownedByAttackers(object, in: segment) else { return nil }
    guard !speaker.entities.isEmpty || scope == .all else { return nil }
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    var draft = draft(.charge, reading, speaker: speaker, about: about, content: nodes, in: segment)
    draft.level = about.level
    return draft
  }

  /// The attackers that a noun names, or whose it is: "LockBit", "the Qakbot botnet", "servers of LockBit", "le site du groupe".
  mutating func ownedByAttackers(_ object: Int, in segment: Segment) -> Party? {
    let whole = NounPhrase(head: object, in: segment, text: text)
    for node in [object] + whole.core.compactMap({ segment.node(at: $0) }).filter({ $0 != object }) {
      let party = parties.blamedParty(at: node, in: segment)
      if !party.entities.isEmpty, party.entities.allSatisfy(isAttackerOrAccused) { return party }
    }
    guard let owner = segment.complement(ofClause: object, behind: [.of], in: text) else { return nil }
    let party = parties.blamedParty(at: owner, in: segment)
    return !party.entities.isEmpty && party.entities.allSatisfy(isAttackerOrAccused) ? party : nil
  }

  private func isAttackerOrAccused(_ entity: Int) -> Bool {
    switch parties.registry[entity].kind {
    case .group, .malware: true
    default: parties.discourse.accused.contains(entity)
    }
  }
}
