import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Whom a content is about who is suspected of something, whatever its verb tells of them.
extension ClaimReader {
  /// The subject of a content, or whose subject it is, where that is an attacker or somebody who was blamed before: "the unit's
  /// officers", "les opérateurs de Trigona".
  mutating func suspect(_ subject: Int?, _ reading: PropositionReading, in segment: Segment) -> Party? {
    if let party = reading.subject, !party.entities.isEmpty {
      return party.entities.allSatisfy(isHeldForSuspect) ? party : nil
    }
    guard let subject, segment.tree.tags[subject] != .pron, let owner = owner(of: subject, in: segment),
      !owner.entities.isEmpty,
      owner.entities.allSatisfy({ parties.registry[$0].kind != .state && isHeldForSuspect($0) })
    else { return nil }
    return owner
  }

  /// Whether an entity is a named group of attackers, or was blamed, or belongs to somebody who was.
  private func isHeldForSuspect(_ entity: Int) -> Bool {
    let draft = parties.registry[entity]
    if draft.kind == .group, !draft.isUnnamed { return true }
    guard draft.kind != .state else { return parties.discourse.accused.contains(entity) }
    return parties.discourse.accused.contains { blamed in
      blamed == entity
        || parties.registry[blamed].kind != .state && parties.registry.isSame(entity, orPartOf: blamed)
    }
  }
}
