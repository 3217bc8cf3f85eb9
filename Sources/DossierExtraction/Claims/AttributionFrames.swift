import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Frames that lay a deed, or somebody, at somebody's door: attributing and linking.
extension ClaimReader {
  /// "X attributes Z to Y", "X links Z to Y", "Z was attributed to Y (by X)".
  mutating func readAttribution(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> ClaimDraft?
  {
    // "the attack on the grid to Sandworm": "on" counts only where no "to" follows.
    let place =
      firstBlamable(
        behind: .to, after: max(roles.verb, segment.node(at: reading.tokens.upperBound - 1) ?? 0), in: segment
      )
      ?? behindPhrase(reading, in: segment)
      ?? segment.complement(ofClause: roles.verb, behind: [.to], in: text)
      ?? cleft(before: roles, in: segment)
      ?? segment.complement(ofClause: roles.verb, behind: [.with], in: text)
    // "leur imputent les intrusions"
    let dative = place == nil ? dative(before: roles.verb, in: segment) : nil
    guard let node = place ?? dative, node != roles.speaker else { return nil }
    // "attribute it to no known group": to nobody.
    if reading.frame == .attribute, !roles.isPassive,
      segment.children(node).contains(where: { child in
        text.isLexeme(at: segment.positions[Int(child)], .negation, NegationWord.no)
      })
    {
      return refusal(reading, roles.verb, in: segment)
    }
    var about =
      dative.flatMap { blamedDative($0, roles, in: segment) } ?? parties.blamedParty(at: node, in: segment)
    if about.entities.isEmpty, text.lexeme(.pronoun, covering: segment.positions[node]) != nil { return nil }
    let deed = tiedToDeed(node, roles, in: segment)
    if let deed { about = deed }
    guard about.entities.contains(where: { parties.registry[$0].kind.isParty }) else { return nil }
    let speaker = speaker(roles, in: segment)
    guard !speaker.entities.isEmpty || roles.isPassive else { return nil }
    let nodes = complementNodes(of: roles, except: [roles.speaker, node], in: segment)
    let proposition = proposition(nodes, main: nil, in: segment)
    if reading.frame == .link || reading.frame == .attribute, deed == nil, let object = roles.object,
      // "l'attaque WannaCry" is a deed, whatever its name is besides.
      reading.frame == .link || !isDeedNoun(object, in: segment)
    {
      let tied = parties.party(at: object, in: segment)
      let isNamed = tied.entities.contains { !parties.registry[$0].isUnnamed }
      if tied.isActor, reading.frame == .link || isNamed,
        !about.entities.contains(where: { parties.registry[$0].kind == .group })
      {
        about.sponsors = about.entities
        about.entities = tied.entities
        about.level = .stateBacked
      }
    }
    // "the attacks attributed to Russia": by nobody here.
    if roles.isPassive, roles.speaker == nil, segment.tree.relations[roles.verb] == .acl { return nil }
    // "a group linked to China" says who it is; "the group was linked to China" says so for nobody.
    if reading.frame == .link,
      roles.speaker == nil
        || segment.tree.relations[roles.verb] == .acl && reading.cue.lexeme.form == .participle
    {
      return nil
    }
    let isAttacker = about.entities.contains { parties.registry[$0].kind == .group }
    guard
      reading.frame != .link || isAttacker || deed != nil || isThreat(nodes, in: segment)
        || !about.sponsors.isEmpty
        // "The attack has been linked to Iran by Microsoft"
        || roles.isPassive && roles.object.map { isDeedNoun($0, in: segment) } == true
    else {
      return nil
    }
    var draft = draft(reading.frame.act, reading, speaker: speaker, about: about, content: nodes, in: segment)
    apply(proposition, to: &draft)
    draft.level = about.level
    draft.isRelative = isRelative(roles)
    if segment.isNegated(roles.verb, in: text) { draft.polarity = .deny }
    return draft
  }

  /// "C'est à la Russie que Berlin attribue l'attaque": the blamed stands before "que".
  private func cleft(before roles: ClauseRoles, in segment: Segment) -> Int? {
    guard let speaker = roles.speaker, speaker < roles.verb,
      let that = (1..<max(1, speaker)).last(where: {
        text.isLexeme(at: segment.positions[$0], .complementizer, ComplementizerWord.that)
      }),
      (0..<that).contains(where: { text.isLexeme(at: segment.positions[$0], .auxiliary, AuxiliaryWord.be) })
    else { return nil }
    return (0..<that).first { segment.isNominal($0) && segment.preposition(of: $0, in: text) == .to }
  }

  /// "tied the GRU to a cyberattack": the deed stands behind "to", and the verb's object did it.
  private mutating func tiedToDeed(_ node: Int, _ roles: ClauseRoles, in segment: Segment) -> Party? {
    guard namesDeed([node] + segment.children(node).map(Int.init), in: segment), let object = roles.object
    else {
      return nil
    }
    let tied = parties.blamedParty(at: object, in: segment)
    return isBlamable(tied) ? tied : nil
  }

  /// What stands behind a verb that begins a longer phrase with its preposition: "attributed to Sandworm", "tied to".
  private func behindPhrase(_ reading: CueReading, in segment: Segment) -> Int? {
    // "mettre … sur le compte de": the cue itself ends with its preposition.
    if reading.tokens.count > 2,
      reading.cue.lexeme.language == .fr
        || segment.node(at: reading.tokens.upperBound - 1).map({ segment.tree.tags[$0] == .adp }) == true
    {
      return nominal(after: reading.tokens.upperBound, in: segment)
    }
    let phrase = text.lexemes(at: reading.tokens.lowerBound).first { match in
      (match.lexeme.category == .responsibility || match.lexeme.category == .affiliation)
        && Int(match.end) > reading.tokens.upperBound
    }
    return phrase.flatMap { nominal(after: Int($0.end), in: segment) }
  }
}
