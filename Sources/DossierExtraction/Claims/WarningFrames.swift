import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Frames that tell of a danger and of whom it comes from.
extension ClaimReader {
  /// "X warns Y that …", "X warns of …".
  mutating func readWarning(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive, !isCalledUpon(reading, roles, in: segment), isSpeaker(speaker, roles, in: segment)
    else { return nil }
    var nodes: [Int] = []
    var main: Int?
    if let around = contentAround(reading, roles, in: segment) {
      nodes = around.nodes
      main = around.main
    } else if let opener = roles.complementizer, let content = contentAfter(opener, roles, in: segment) {
      nodes = content.nodes
      main = content.main
    } else if let before = contentBefore(reading, roles, in: segment) {
      nodes = before.nodes
      main = before.main
    } else if roles.isParenthetical, let host = roles.clause {
      nodes = segment.subtree(host) { $0 == roles.verb }
      main = host
    } else {
      for child in segment.children(roles.verb).map(Int.init) where child > roles.verb {
        switch segment.tree.relations[child] {
        case .ccomp, .xcomp, .obl, .obj, .advcl, .nmod: nodes += segment.subtree(child)
        default: continue
        }
        if segment.tree.relations[child] == .ccomp || main == nil { main = child }
      }
    }
    nodes = beforeStance(nodes, after: roles.verb, in: segment)
    guard !nodes.isEmpty, !isNotice(roles, nodes, by: speaker, in: segment) else { return nil }
    let proposition = proposition(ofContent: nodes.sorted(), main: main ?? nodes[0], in: segment)
    var draft = draft(.warn, reading, speaker: speaker, content: nodes, in: segment)
    apply(proposition, to: &draft)
    if proposition.leavesOpen { draft.act = .decline }
    if let object = roles.object, draft.about.entities.isEmpty {
      let warned = parties.party(at: object, in: segment)
      // "warned the gang", "warned Moscow that it would pay the price"
      let isThreat =
        isAccused(warned)
        || nodes.contains { isReprisal($0, in: segment) }
      let isState = warned.entities.contains { parties.registry[$0].kind == .state }
      // "warned him that prison was likely": a pronoun for whom the law deals with.
      let isCharged =
        isAccused(warned) && segment.tree.tags[object] == .pron && !isPlural(object, in: segment)
      if warned.isActor || isCharged || isThreat && isState { draft.about = warned }
      draft.level = draft.about.level
    }
    if let actor = proposition.actor ?? proposition.subject.flatMap({ $0.isActor ? $0 : nil }),
      !proposition.isNegated, !proposition.leavesOpen
    {
      draft.about = actor
      draft.level = actor.level
    }
    // "warned that the company would strike again": whoever was blamed before.
    if draft.about.entities.isEmpty, proposition.isOfWill, !proposition.isNegated, !proposition.isSuffered,
      let subject = proposition.subject, isAccused(subject), !isOwnSide(subject, of: speaker)
    {
      draft.about = subject
      draft.level = subject.level
    }
    // "prévenu que Téhéran en subirait les conséquences": who will pay for it.
    if draft.about.entities.isEmpty,
      proposition.threatensReprisal || nodes.contains(where: { isReprisal($0, in: segment) }),
      !proposition.negatesMain, let subject = proposition.subject, !isOwnSide(subject, of: speaker),
      subject.entities.contains(where: { [.state, .agency, .group].contains(parties.registry[$0].kind) })
    {
      draft.about = subject
      draft.level = subject.level
    }
    // "La Chine et l'Iran représentent l'essentiel de la menace"
    if draft.about.entities.isEmpty, proposition.condemns, !proposition.negatesMain,
      let subject = proposition.subject, isBlamable(subject), !isOwnSide(subject, of: speaker)
    {
      draft.about = subject
      draft.level = subject.level
    }
    // "warned of Chinese hackers"
    if draft.about.entities.isEmpty, let attackers = nodes.first(where: { isAttackersNoun($0, in: segment) })
    {
      let party = parties.party(at: attackers, in: segment)
      if party.isActor, !party.sponsors.isEmpty { draft.about = party }
      draft.level = draft.about.level
    }
    // "met en garde contre les cyberattaques de la Chine": many attacks of one party are its own.
    if draft.about.entities.isEmpty {
      for node in nodes
      where segment.isNominal(node) && text.isPlural(segment.positions[node])
        && (isDeed([node], in: segment) || isReprisal(node, in: segment))
        && !isAttackersNoun(node, in: segment)
      {
        guard let doer = owner(of: node, in: segment),
          !doer.entities.contains(where: { entity in speaker.entities.contains { sameSide(entity, $0) } })
        else { continue }
        draft.about = doer
        draft.level = doer.level
        break
      }
    }
    // "threatened to publish the files": attackers warn of what they will do.
    if draft.about.entities.isEmpty, roles.complementizer == nil || proposition.hasBareSubject,
      speaker.entities.contains(where: { parties.registry[$0].kind == .group })
    {
      draft.about = Party(entities: speaker.entities, level: .group)
      draft.level = .group
    }
    return draft
  }

  private func isReprisal(_ node: Int, in segment: Segment) -> Bool {
    text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.reprisal)
  }

  /// "Les hôpitaux appelés à la vigilance": in a French headline a participle by itself says what is said to its subject.
  private func isCalledUpon(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> Bool {
    reading.cue.lexeme.form == .participle && reading.cue.lexeme.language == .fr
      && [.root, .acl].contains(segment.tree.relations[roles.verb])
      && segment.child(roles.verb, .aux, .auxPass) == nil
  }

  /// "a prévenu la CNIL", "warned the police": a body was told, and nothing is said to come.
  private mutating func isNotice(
    _ roles: ClauseRoles, _ nodes: [Int], by speaker: Party, in segment: Segment
  ) -> Bool {
    guard let object = roles.object, object > roles.verb, Set(nodes) == Set(segment.subtree(object)),
      // "Norway warned the GRU"
      speaker.entities.allSatisfy({ ![.state, .agency].contains(parties.registry[$0].kind) })
    else { return false }
    let told = parties.party(at: object, in: segment)
    return !told.entities.isEmpty && !isAccused(told)
      && told.entities.allSatisfy { parties.registry[$0].kind == .agency || parties.registry[$0].isPolice }
  }
}
