import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Steps that a state takes without blaming anybody in words: summoning an ambassador, cutting ties, offering a reward.
extension ClaimReader {
  /// Whom a step is taken against: "summoned the Chinese ambassador", "cut ties with Iran", "a reward for information on X".
  mutating func stepTarget(
    _ reading: CueReading, _ nodes: [Int], speaker: Party, in segment: Segment
  ) -> Party? {
    guard
      let step = ([segment.node(at: reading.tokens.lowerBound)].compactMap { $0 } + nodes).first(where: {
        node in
        text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.step)
      })
    else { return nil }
    // "offering up to ten million dollars for information on X": whom it is about may hang on anything behind.
    let end = segment.node(at: reading.tokens.upperBound - 1) ?? step
    let behind = end + 1..<max(end + 1, min(end + 10, segment.count))
    for node in Set(nodes + (reading.tokens.count > 1 ? Array(behind) : [])).sorted()
    where node != step && segment.isNominal(node) || isDemonym(node, in: segment) {
      var party = parties.party(at: node, in: segment)
      if let match = parties.bestName(covering: segment.positions[node]), match.usage == .demonym,
        let entry = text.entry(match.entry)
      {
        party = Party(entities: [parties.registry.insert(entry, from: text.table)], level: .state)
      }
      // An embassy or its ambassador stands for the state.
      if let first = party.entities.first, party.entities.count == 1, parties.registry[first].kind != .state,
        let state = parties.registry.state(of: first)
      {
        party = Party(entities: [state], tokens: party.tokens, level: .state)
      }
      let isTarget = party.entities.contains { entity in
        switch parties.registry[entity].kind {
        case .state: true
        // "expelled the intruders": the speaker's own network is what they were in.
        case .group:
          !speaker.entities.allSatisfy { [.company, .organisation].contains(parties.registry[$0].kind) }
        case .malware: parties.isGang(entity)
        case .person: !parties.registry[entity].isUnnamed
        default: false
        }
      }
      guard isTarget,
        !party.entities.contains(where: { entity in speaker.entities.contains { sameSide(entity, $0) } })
      else { continue }
      return party
    }
    return nil
  }

  /// "Lumen says it has expelled the intruders": whom a step is taken against has done nothing by that.
  mutating func dropExpelled(by verbs: [Int], in segment: Segment, from reading: inout PropositionReading) {
    for verb in verbs where text.isLexeme(at: segment.positions[verb], .judgement, JudgementWord.step) {
      guard let object = segment.child(verb, .obj), let actor = reading.actor,
        parties.party(at: object, in: segment).entities == actor.entities
      else { continue }
      reading.actor = nil
      reading.source = nil
      reading.subject = nil
    }
  }

  private func isDemonym(_ node: Int, in segment: Segment) -> Bool {
    text.names(covering: segment.positions[node]).contains { $0.usage == .demonym }
  }
}
