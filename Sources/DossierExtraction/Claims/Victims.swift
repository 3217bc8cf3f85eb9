import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who was harmed by a deed that is condemned: "the cyberattack against Ukraine", "le piratage du Parlement", "the theft of
/// files from the ministry". They are never who is condemned.
extension ClaimReader {
  /// Whether a noun stands where a deed has its victim.
  mutating func isHarmed(_ node: Int, in segment: Segment) -> Bool {
    // "the cyberattack that hit Ukraine", "la cyberattaque visant l'Ukraine"
    if segment.tree.relations[node] == .obj, let verb = segment.head(node), verb < node,
      [.acl, .aclRelcl].contains(segment.tree.relations[verb]),
      let noun = segment.head(verb), segment.isNominal(noun), isDeedWord(noun, in: segment)
    {
      return true
    }
    guard let preposition = segment.preposition(of: node, in: text) else {
      return segment.head(node).map { isInVictim($0, in: segment) } ?? false
    }
    // "a campaign of sabotage"
    if isDeedWord(node, in: segment) { return false }
    switch preposition {
    case .against, .on: return true
    case .in, .to, .of, .from:
      guard let deed = deed(before: node, in: segment) else { return false }
      if preposition == .from { return isTheft(deed, in: segment) }
      return preposition != .of || !isDoer(node, ofDeed: deed, in: segment)
    default: return false
    }
  }

  /// Whether a noun above, within the same phrase, is a victim: "the parliament" in "the network of the parliament".
  private mutating func isInVictim(_ node: Int, in segment: Segment) -> Bool {
    guard segment.isNominal(node), let preposition = segment.preposition(of: node, in: text) else {
      return false
    }
    return preposition == .against || preposition == .on
  }

  /// The last noun for what attackers do before a word, with nothing but its own phrase between.
  private func deed(before node: Int, in segment: Segment) -> Int? {
    for before in (max(0, node - 8)..<node).reversed() {
      if segment.isVerbal(before), segment.tree.tags[before] == .verb { return nil }
      guard segment.isNominal(before) else { continue }
      if isDeedWord(before, in: segment) { return before }
    }
    return nil
  }

  /// Whether a noun is a word for what attackers do.
  func isDeedWord(_ node: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[node]).contains { $0.lexeme.category == .behaviour }
  }

  /// What is condemned up to the first victim named in it.
  mutating func beforeVictims(_ nodes: [Int], in segment: Segment) -> [Int] {
    var kept: [Int] = []
    for node in nodes {
      if segment.isNominal(node), isHarmed(node, in: segment) {
        let start = segment.subtree(node).first ?? node
        return kept.filter { $0 < start }
      }
      kept.append(node)
    }
    return kept
  }

  private func isTheft(_ deed: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[deed]).contains { match in
      match.lexeme.means(BehaviourWord.theft)
    }
  }

  /// "les cyberattaques de la Russie", "the attacks of APT28": behind "of" stands who did them where that is a group, who
  /// was blamed, or several deeds or one of several of a state; else whom they were done to ("the hack of the parliament").
  mutating func isDoer(_ node: Int, ofDeed deed: Int, in segment: Segment) -> Bool {
    let party = parties.party(at: node, in: segment)
    return party.isActor
      || party.entities.contains { entity in
        switch parties.registry[entity].kind {
        case .group: true
        case .state, .agency:
          isAccused(Party(entities: [entity]))
            || (text.isPlural(segment.positions[deed]) || isBeforeTarget(node, in: segment)
              || isOneOfSeveral(deed, in: segment)) && mayAttack(entity)
        default: isAccused(Party(entities: [entity]))
        }
      }
  }

  /// "l'attaque du GRU contre la Géorgie": a target of its own stands right behind.
  func isBeforeTarget(_ node: Int, in segment: Segment) -> Bool {
    let end = segment.subtree(node).last { $0 < node + 6 } ?? node
    return (node + 1..<min(end + 2, segment.count)).contains {
      text.isLexeme(at: segment.positions[$0], .preposition, PrepositionWord.against)
    }
  }

  /// "une attaque de la Russie": a French indefinite article tells of a deed by who did it, not by whom it befell.
  private func isOneOfSeveral(_ deed: Int, in segment: Segment) -> Bool {
    text.isFrench
      && segment.child(deed, .det).map { article in
        text.lexemes(at: segment.positions[article]).contains {
          $0.lexeme.category == .determiner && !$0.lexeme.has(.definite)
        }
          && !text.lexemes(at: segment.positions[article]).contains {
            $0.lexeme.has(.definite) || $0.lexeme.category == .time
          }
      } ?? false
  }

  /// Whether a body of a state that has no name of its own is one that attacks: a service, not a parliament.
  private func mayAttack(_ entity: Int) -> Bool {
    guard let organ = parties.registry[entity].names["en"].flatMap({ OrganWord(rawValue: $0) }) else {
      return true
    }
    switch organ {
    case .government, .military, .intelligence, .service, .agency, .state, .authorities: return true
    default: return false
    }
  }
}

extension ClaimReader {
  /// "their victims": those whom somebody attacked have done nothing.
  func areVictims(_ party: Party) -> Bool {
    guard let last = party.tokens?.last else { return false }
    return text.lexemes(at: last).contains {
      $0.lexeme.category == .judgement && $0.lexeme.partOfSpeech == .noun
        && $0.lexeme.means(JudgementWord.opposed)
    }
  }

  /// "working to find the source of the intrusion": whoever looks for the doer is not the one.
  func isSought(by verb: Int, in segment: Segment) -> Bool {
    text.isLexeme(at: segment.positions[verb], .judgement, JudgementWord.finding)
  }
}
