import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Pronouns that stand for whoever is blamed: "l'accuse", "lui reproche", "auxquels il reproche".
extension ClaimReader {
  /// A French pronoun that stands for "à X" before its verb: "lui reproche", "auxquels il reproche".
  func dative(before verb: Int, in segment: Segment) -> Int? {
    segment.children(verb).map(Int.init).first { child in
      child < verb && segment.tree.tags[child] == .pron
        && [.iobj, .obl, .obj].contains(segment.tree.relations[child])
        && text.lexemes(at: segment.positions[child]).contains { match in
          match.lexeme.category == .pronoun && match.lexeme.has(.object)
            && !match.lexeme.means(PronounWord.clitic)
            || match.lexeme.means(PronounWord.they) && match.lexeme.has(.possessive)
        }
    }
  }

  /// Whom "lui" or "leur" stands for: whoever was blamed before, not the one who speaks.
  mutating func blamedDative(_ pronoun: Int, _ roles: ClauseRoles, in segment: Segment) -> Party? {
    guard !text.isLexeme(at: segment.positions[pronoun], .pronoun, PronounWord.relative) else { return nil }
    let speakers = roles.speaker.map { parties.party(at: $0, in: segment).entities } ?? []
    let isPlural = text.lexemes(at: segment.positions[pronoun]).contains { $0.lexeme.means(PronounWord.they) }
    if let above = doerAbove(roles.verb, besides: speakers, isPlural: isPlural, in: segment) { return above }
    return parties.object(excluding: speakers, plural: isPlural).map { entities in
      Party(entities: entities, level: entities.first.map { parties.level(of: $0) } ?? .unknown)
    }
  }

  /// "L'Iran a nié l'attaque, que des experts lui imputent": the subject of the clause above, if it is one that may be blamed.
  private mutating func doerAbove(_ verb: Int, besides speakers: [Int], isPlural: Bool, in segment: Segment)
    -> Party?
  {
    guard [.aclRelcl, .advcl].contains(segment.tree.relations[verb]) else { return nil }
    var node = verb
    while let above = segment.head(node) { node = above }
    guard segment.isVerbal(node), let subject = segment.child(node, .nsubj), subject < verb,
      NounPhrase(head: subject, in: segment, text: text).isPlural(in: text) == isPlural
    else { return nil }
    let party = parties.party(at: subject, in: segment)
    guard !party.entities.isEmpty, !party.entities.contains(where: speakers.contains),
      party.entities.allSatisfy({ [.state, .agency, .group, .person].contains(parties.registry[$0].kind) })
    else { return nil }
    return party
  }

  /// The party the verb blames: its object, or the clitic before it.
  func blamedClitic(_ roles: ClauseRoles, in segment: Segment) -> Int? {
    // "y voit la main de X", "avait lui-même accusé X": a place and an emphasis are nobody.
    func isObject(_ node: Int) -> Bool {
      ![.obl, .expl].contains(segment.tree.relations[node])
        && (node + 1 >= segment.count || text.tokens[segment.positions[node + 1]].kind == .word)
    }
    if roles.verb > 0, isObject(roles.verb - 1),
      text.isLexeme(at: segment.positions[roles.verb - 1], .pronoun, PronounWord.clitic)
    {
      return roles.verb - 1
    }
    for child in segment.children(roles.verb).map(Int.init) where child < roles.verb && isObject(child) {
      guard
        segment.tree.relations[child] == .obj || segment.tree.relations[child] == .iobj
          || segment.tree.tags[child] == .pron && child + 3 > roles.verb
      else { continue }
      if text.isLexeme(at: segment.positions[child], .pronoun, PronounWord.clitic) { return child }
    }
    return nil
  }
}
