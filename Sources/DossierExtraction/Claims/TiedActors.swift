import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who stands behind the doers that a content tells of: "linked to", "worked for", "from the territory of".
extension ClaimReader {
  /// Attackers that the content ties to somebody without a verb of theirs: "came from a gang based in Russia", "had
  /// been conducted from the territory of China", "those behind it were linked to Iran".
  mutating func readTiedActor(
    _ nodes: [Int], main: Int?, in segment: Segment, into reading: inout PropositionReading
  ) {
    guard let span = segment.span(nodes) else { return }
    let isOfThreat = isThreat(nodes, in: segment) || !reading.behaviours.isEmpty
    for node in nodes {
      for match in text.lexemes(at: segment.positions[node]) where match.lexeme.category == .affiliation {
        let clause = segment.clause(of: node)
        let near = (max(0, node - 6)...min(segment.count - 1, node + 3)).first { place in
          segment.isNominal(place) && text.lexeme(.actor, covering: segment.positions[place]) != nil
        }
        // "the group behind it, which Cisco tracks as X, works for Y"
        let noun =
          near ?? segment.child(clause, .nsubj).flatMap { isAttackersNoun($0, in: segment) ? $0 : nil }
        if noun ?? node >= node, var party = groupAgain(in: nodes.filter { $0 < node }, segment) {
          parties.addSponsor(to: &party, tie: match, within: span, in: segment)
          guard !party.sponsors.isEmpty else { continue }
          offer(party, .subject, predicate: clause, in: segment, to: &reading)
        } else if let noun {
          var party = parties.party(at: noun, in: segment)
          let isNamed = party.entities.contains {
            parties.registry[$0].kind == .group && !parties.registry[$0].isUnnamed
          }
          // "the group works for the Chinese state" by itself says whose it is.
          guard isOfThreat || isNamed || main != nil && clause == main else { continue }
          if isNamed, party.sponsors.isEmpty {
            parties.addSponsor(to: &party, tie: match, within: span, in: segment)
          }
          if party.entities.isEmpty { party = sponsor(behind: match, within: span, in: segment) }
          guard !party.sponsors.isEmpty || !party.entities.isEmpty && !isNamed else { continue }
          offer(party, .subject, predicate: clause, in: segment, to: &reading)
        } else if var party = namedGroup(in: nodes.filter { $0 < node }, segment) {
          // "APT29 was part of the Russian intelligence services", "CyberCaliphate was a front for APT28"
          let before = party.entities
          parties.addSponsor(to: &party, tie: match, within: span, in: segment)
          guard !party.sponsors.isEmpty || party.entities != before else { continue }
          offer(party, .subject, predicate: clause, in: segment, to: &reading)
        } else if isOfThreat, Int(match.end) - Int(match.first) > 1, !tiesBusiness(node, in: segment),
          match.lexeme.means(AffiliationWord.territory) || main != nil && clause == main
            // "que l'enquête avait prouvé que l'attaque avait été commanditée par Téhéran"
            || isDeedOrdered(clause, in: segment)
        {
          let party = sponsor(behind: match, within: span, in: segment)
          // "the records come from the Department": only a country is a territory.
          guard
            !match.lexeme.means(AffiliationWord.territory)
              || party.entities.allSatisfy({ parties.registry[$0].kind == .state })
          else { continue }
          offer(party, .subject, predicate: clause, in: segment, to: &reading)
        }
      }
    }
  }

  /// Whether a deed is the subject of a passive with its agent.
  private func isDeedOrdered(_ clause: Int, in segment: Segment) -> Bool {
    segment.child(clause, .oblAgent) != nil
      && segment.child(clause, .nsubjPass).map { isDeedNoun($0, in: segment) } == true
  }

  /// "it is run by officers of the FSB": the group that a pronoun before a tie stands for.
  private func groupAgain(in nodes: [Int], _ segment: Segment) -> Party? {
    guard let group = parties.lastGroup, !parties.registry[group].isUnnamed,
      let pronoun = nodes.first(where: { node in
        [.nsubj, .nsubjPass].contains(segment.tree.relations[node])
          && text.lexemes(at: segment.positions[node]).contains { match in
            match.lexeme.category == .pronoun
              && (match.lexeme.means(PronounWord.it) || match.lexeme.means(PronounWord.he))
          }
      }),
      nodes.allSatisfy({ $0 == pronoun || !segment.isNominal($0) })
    else { return nil }
    let position = segment.positions[pronoun]
    return Party(entities: [group], tokens: position..<position + 1, level: .group, isActor: true)
  }

  /// "an exchange based in London": where a business is says nothing of an attacker.
  private func tiesBusiness(_ tie: Int, in segment: Segment) -> Bool {
    guard let noun = (max(0, tie - 4)..<tie).last(where: { segment.isNominal($0) }) else { return false }
    let position = segment.positions[noun]
    if let organ = text.lexeme(.organ, covering: position)?.lexeme.as(OrganWord.self) {
      return organ.isCommercial || organ.isCivil
    }
    return parties.bestName(covering: position).flatMap { text.entry($0.entry) }.map { entry in
      entry.kind == .company || entry.kind == .organisation
    } ?? false
  }

  /// Whoever stands behind doers that have no name: they themselves stay unknown.
  private mutating func sponsor(behind tie: LexemeMatch, within span: Range<Int>, in segment: Segment)
    -> Party
  {
    var party = Party(entities: [])
    parties.addSponsor(to: &party, tie: tie, within: span, in: segment)
    party.entities = party.sponsors
    party.sponsors = []
    return party
  }

  /// What the content says of who stands behind the doer: "UNC4841 agit en soutien de la Chine".
  mutating func readTies(_ nodes: [Int], in segment: Segment, into reading: inout PropositionReading) {
    guard var actor = reading.actor, actor.sponsors.isEmpty else { return }
    guard
      actor.entities.contains(where: { parties.registry[$0].kind == .group || parties.registry[$0].isUnnamed }
      )
    else { return }
    guard let span = segment.span(nodes) else { return }
    for node in nodes where !isOfObject(node, in: segment) {
      for match in text.lexemes(at: segment.positions[node]) where match.lexeme.category == .affiliation {
        parties.addSponsor(to: &actor, tie: match, within: span, in: segment)
      }
    }
    reading.actor = actor
  }

  /// "hackers thought to be backed by the army": what only tells whose attackers are supports nobody's claim.
  func tellsWhoseAttackers(_ verb: Int, in segment: Segment) -> Bool {
    guard text.lexeme(.affiliation, covering: segment.positions[verb]) != nil else { return false }
    var node = verb
    while [.xcomp, .acl].contains(segment.tree.relations[node]), let above = segment.head(node), above < node
    {
      if isAttackersNoun(above, in: segment) { return true }
      node = above
    }
    return false
  }

  /// "wiped servers belonging to the army": what was attacked belongs to somebody, not who attacked it.
  private func isOfObject(_ tie: Int, in segment: Segment) -> Bool {
    guard tie > 0, segment.isNominal(tie - 1), case let noun = tie - 1,
      segment.tree.relations[noun] == .obj || segment.tree.relations[noun] == .nsubjPass,
      let verb = segment.head(noun)
    else { return false }
    return isHostileVerb(verb, in: segment) && !isAttackersNoun(noun, in: segment)
      && parties.bestName(covering: segment.positions[noun]) == nil
  }
}
