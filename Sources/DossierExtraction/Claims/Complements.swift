import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What belongs to a verb of claiming besides who speaks.
extension ClaimReader {
  /// The nodes below a verb that say what it is about: everything but subject, auxiliaries and coordinated clauses.
  ///
  /// What a colon or semicolon leads to belongs to no verb that has its complement before it.
  func complementNodes(of roles: ClauseRoles, except: [Int?], in segment: Segment) -> [Int] {
    let nodes = beforeStance(hung(on: roles, except: except, in: segment), after: roles.verb, in: segment)
    let colon = (roles.verb + 1..<max(roles.verb + 1, segment.count)).first { node in
      let token = text.tokens[segment.positions[node]]
      return token.kind == .mark
        && [.colon, .semicolon].contains(Mark(text.document.text.bytes, token))
    }
    guard let colon,
      nodes.contains(where: { $0 > roles.verb && $0 < colon && segment.tree.tags[$0] != .punct })
    else { return nodes }
    return nodes.filter { $0 < colon }
  }

  /// "…, tandis que Moscou dément toute implication": what others say in the meantime is no part of it.
  func beforeStance(_ nodes: [Int], after verb: Int, in segment: Segment) -> [Int] {
    guard
      let cut = nodes.indices.first(where: { index in
        nodes[index] > verb && opensStance(nodes[index], in: segment)
      })
    else { return nodes }
    return nodes[..<cut].filter { $0 < nodes[cut] - 1 }
  }

  private func hung(on roles: ClauseRoles, except: [Int?], in segment: Segment) -> [Int] {
    segment.subtree(roles.verb) { node in
      if except.contains(node) || segment.isNewClause(node) || segment.isCoordinatedCue(node, in: text) {
        return true
      }
      switch segment.tree.relations[node] {
      case .nsubj, .nsubjPass, .oblAgent: return segment.head(node) == roles.verb
      // "ordered agencies to …, warning that …"
      // ", without naming a country"
      case .advcl where opensWithout(node, in: segment) || withholdsName(node, in: segment): return true
      // "Reached by phone, he denied it"
      case .advcl
      where segment.head(node) == roles.verb && node <= 1 && segment.tree.tags[node] == .verb:
        return true
      case .advcl where segment.isVerbal(node) && text.endsAsGerund(segment.positions[node]):
        // "refused to pay, blaming the clinic"
        let head = segment.head(node)
        return
          (head == roles.verb
          || head.map { segment.tree.relations[$0] == .xcomp && segment.head($0) == roles.verb } == true)
          && node > 0 && isComma(node - 1, in: segment)
          && text.lexemes(at: segment.positions[node]).contains { $0.lexeme.category == .cue }
      // "the hack, which Berlin blames on Moscow": what others say of it.
      case .aclRelcl where isClaimed(node, in: segment): return true
      case .conj, .cc: return segment.head(node) == roles.verb
      case .punct, .parataxis: return segment.head(node) == roles.verb
      case .obl, .obj, .advmod, .nmod:
        return segment.head(node) == roles.verb && isMereTime(node, in: segment)
      default: return false
      }
    }.filter {
      $0 != roles.verb && segment.tree.relations[$0] != .aux && segment.tree.relations[$0] != .auxPass
    }
  }

  /// Whether "without" or "sans" is the first word of a clause, behind the comma that parts it from the one before.
  private func opensWithout(_ clause: Int, in segment: Segment) -> Bool {
    segment.subtree(clause).first { segment.tree.tags[$0] != .punct }.map {
      text.isLexeme(at: segment.positions[$0], .negation, NegationWord.without)
    } == true
  }

  /// "avoiding any mention of Moscow", « tout en se gardant de nommer la Russie »: no clause with a subject of its own.
  private func withholdsName(_ clause: Int, in segment: Segment) -> Bool {
    guard segment.child(clause, .nsubj) == nil else { return false }
    return text.lexemes(at: segment.positions[clause]).contains { match in
      match.lexeme.category == .cue && match.lexeme.means(CueFrame.decline)
    }
      || clause > 0 && text.isLexeme(at: segment.positions[clause - 1], .cue, CueFrame.decline)
  }

  /// Whether a relative clause about a deed has a subject of its own that blames somebody for it.
  private func isClaimed(_ clause: Int, in segment: Segment) -> Bool {
    guard let deed = segment.head(clause), isDeedNoun(deed, in: segment),
      let subject = segment.child(clause, .nsubj), segment.isNominal(subject),
      text.lexeme(.pronoun, covering: segment.positions[subject]) == nil
    else { return false }
    return text.lexemes(at: segment.positions[clause]).contains { match in
      match.lexeme.as(CueFrame.self).map { $0.act.isResponsibility } == true
        && match.lexeme.partOfSpeech == .verb
    }
  }

  /// "on Tuesday", "mardi": when it was said, not what.
  private func isMereTime(_ node: Int, in segment: Segment) -> Bool {
    text.lexeme(.time, covering: segment.positions[node]) != nil
      && segment.children(node).allSatisfy { segment.tree.relations[Int($0)] == .case }
  }

  /// Whether the nodes hold a word of attack.
  func isThreat(_ nodes: [Int], in segment: Segment) -> Bool {
    nodes.contains { node in
      text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.category == .behaviour || match.lexeme.category == .threat
      }
    }
  }
}
