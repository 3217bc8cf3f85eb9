import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Proof that a content says is missing, and whom that clears.
extension ClaimReader {
  /// "an investigation had found that Iran did it", "l'enquête a fourni des preuves que …": what an inquiry has found is what is said.
  func found(by main: Int, in segment: Segment) -> Int? {
    guard segment.isVerbal(main), !segment.isNegated(main, in: text), !segment.isPassive(main),
      let subject = segment.child(main, .nsubj),
      text.table.contains(text.folded(segment.positions[subject]), in: .inquiryWords)
        || text.lexeme(.channel, covering: segment.positions[subject]) != nil
    else { return nil }
    let holder = segment.child(main, .obj).flatMap { object in
      text.isLexeme(at: segment.positions[object], .judgement, JudgementWord.evidence) ? object : nil
    }
    guard let clause = holder.flatMap({ segment.child($0, .acl, .ccomp) }) ?? segment.child(main, .ccomp),
      clause > main, segment.isVerbal(clause) || segment.child(clause, .cop) != nil,
      segment.child(clause, .mark) != nil
    else { return nil }
    return clause
  }

  /// "no evidence", "aucun indice", "not aware of any evidence": proof that is said to be missing.
  func missesEvidence(_ nodes: [Int], in segment: Segment) -> Bool {
    nodes.contains { node in
      // "rien ne démontre que", "nothing suggests that"
      if segment.isVerbal(node), segment.child(node, .ccomp) != nil || isBeforeThat(node, in: segment),
        let subject = segment.child(node, .nsubj),
        text.isLexeme(at: segment.positions[subject], .negation, NegationWord.no)
      {
        return true
      }
      if isUnprovenTie(node, in: segment) { return true }
      guard segment.isNominal(node),
        text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.evidence)
          || text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.likeness)
          || text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.vestige)
      else { return false }
      if segment.isNegated(node, in: text) { return true }
      var current = node
      for _ in 0..<3 {
        guard let head = segment.head(current) else { return false }
        if segment.tree.relations[current] == .nsubj || segment.tree.relations[current] == .nsubjPass {
          return segment.children(node).contains {
            text.isLexeme(at: segment.positions[Int($0)], .negation, NegationWord.no)
          }
        }
        // "lacks sufficient evidence"
        if segment.isNegated(head, in: text)
          || segment.isVerbal(head)
            && text.isLexeme(at: segment.positions[head], .judgement, JudgementWord.doubt)
        {
          return true
        }
        current = head
      }
      return false
    }
  }

  /// "Rien n'indique, à ce stade, que": a "that" a few words behind a verb.
  private func isBeforeThat(_ verb: Int, in segment: Segment) -> Bool {
    segment.head(verb) == nil
      && text.lexemes(at: segment.positions[verb]).contains { $0.lexeme.category == .cue }
      && (verb + 1..<max(verb + 1, min(verb + 7, segment.count))).contains { node in
        segment.tree.relations[node] == .mark && segment.tree.tags[node] == .sconj
          && text.isLexeme(at: segment.positions[node], .complementizer, ComplementizerWord.that)
      }
  }

  /// "leur lien avec un État n'est pas démontré": a part or tie of somebody that is said not to be proven.
  private func isUnprovenTie(_ verb: Int, in segment: Segment) -> Bool {
    guard text.isLexeme(at: segment.positions[verb], .judgement, JudgementWord.finding),
      segment.isNegated(verb, in: text), let subject = segment.child(verb, .nsubjPass)
    else { return false }
    return text.isLexeme(at: segment.positions[subject], .judgement, JudgementWord.involvement)
  }

  /// "aucune trace d'APT28", "no trace of the Russians", "links to APT28": and not of an attack.
  func isTraceOfSomebody(_ trace: Int, in segment: Segment) -> Bool {
    guard let owner = tracedNoun(trace, in: segment) else { return false }
    let position = segment.positions[owner]
    return text.lexeme(.actor, covering: position) != nil
      || text.names(covering: position).contains { match in
        match.usage == .demonym
          || text.entry(match.entry).map { [.group, .state, .agency].contains(EntityKind($0.kind)) } ?? false
      }
  }

  /// What traces are of or links are to, be it that the tree hangs it on the verb: "found links to APT28".
  private func tracedNoun(_ trace: Int, in segment: Segment) -> Int? {
    let behind: Set<PrepositionWord> = [.of, .to, .with]
    if let own = segment.complement(of: trace, behind: behind, after: trace, in: text) { return own }
    guard segment.tree.relations[trace] == .obj, let verb = segment.head(trace) else { return nil }
    return segment.complement(of: verb, behind: behind, after: trace, in: text)
  }

  /// Whom missing proof clears: the subject of the clause that is not proven.
  mutating func cleared(by nodes: [Int], in segment: Segment) -> Party? {
    for node in nodes {
      if isUnprovenTie(node, in: segment), let tie = segment.child(node, .nsubjPass) {
        if let owner = owner(of: tie, in: segment) { return owner }
        let holder = segment.child(tie, .det, .nmodPoss).flatMap { place in
          text.lexemes(at: segment.positions[place]).first { $0.lexeme.has(.possessive) }
        }
        if let entities = holder.flatMap({ parties.referent(of: $0.lexeme) }) {
          return Party(entities: entities, level: entities.first.map { parties.level(of: $0) } ?? .unknown)
        }
      }
      // "aucune trace des Russes", "no sign of APT28"
      if segment.isNominal(node),
        text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.vestige),
        let owner = tracedNoun(node, in: segment)
      {
        let party = parties.party(at: owner, in: segment)
        if party.isActor
          || party.entities.contains(where: {
            [.group, .state, .agency].contains(parties.registry[$0].kind)
          })
        {
          return party
        }
      }
      switch segment.tree.relations[node] {
      case .ccomp, .acl, .csubj: break
      // "pas d'indication que la Chine ait eu accès"
      case .aclRelcl where segment.child(node, .mark) != nil: break
      default: continue
      }
      // "says its teams found no trace": who looked for it is not who is cleared.
      if let found = segment.child(node, .obj), missesEvidence([found], in: segment) { continue }
      guard let subject = segment.child(node, .nsubj), segment.tree.tags[subject] != .pron else { continue }
      let party = parties.party(at: subject, in: segment)
      if party.entities.contains(where: { parties.registry[$0].kind.isParty }) { return party }
    }
    return nil
  }
}
