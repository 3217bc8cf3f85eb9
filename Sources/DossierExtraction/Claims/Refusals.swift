import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Verbs that say that somebody will not or cannot speak: "would not say", "can't comment", "n'a pas voulu confirmer".
extension ClaimReader {
  /// "X declined to comment", "X stopped short of blaming Y".
  mutating func readRefusal(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    var speaker = speaker(roles, in: segment)
    // "said the attack came from Russia but stopped short of blaming Moscow": who said so.
    if speaker.entities.isEmpty, segment.tree.relations[roles.verb] == .conj,
      let said = segment.head(roles.verb), said < roles.verb, let own = segment.child(said, .nsubj)
    {
      speaker = parties.party(at: own, in: segment)
    }
    guard !roles.isPassive, isSpeaker(speaker, roles, in: segment) else { return nil }
    // "did not hesitate to say", "n'a pas hésité à dire": no refusal.
    if text.lexeme(.judgement, covering: segment.positions[roles.verb])?.lexeme.as(JudgementWord.self)
      == .withholding
      || reading.tokens.count < 3, segment.child(roles.verb, .advmod).map({ $0 < roles.verb }) == true,
      segment.isNegated(roles.verb, in: text), isNegationOutside(reading)
    {
      return nil
    }
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    let isComment =
      nodes.contains { node in
        text.lexemes(at: segment.positions[node]).contains { match in
          match.lexeme.category == .judgement && match.lexeme.means(JudgementWord.comment)
            || match.lexeme.category == .cue && !match.lexeme.has(.general)
              && (match.lexeme.partOfSpeech == .verb || match.lexeme.means(CueFrame.attribution))
        }
      } || isDrawn(nodes, after: roles.verb, in: segment)
    // "n'a désigné personne", "stayed silent"
    let namesNobody =
      segment.node(at: reading.tokens.upperBound - 1).map { last in
        (segment.isNominal(last) || segment.tree.tags[last] == .adj) && last > roles.verb
      } ?? false
    // "ne pas vouloir payer": what somebody will not do is no refusal to speak.
    let isDeed = nodes.contains {
      segment.tree.tags[$0] == .verb && $0 > roles.verb && $0 < roles.verb + 5
        && !reading.tokens.contains(segment.positions[$0])
    }
    guard
      isComment || reading.tokens.count >= 3 && !isDeed || reading.tokens.count == 2 && namesNobody
    else { return nil }
    let about = spared(in: nodes, in: segment)
    var draft = draft(.decline, reading, speaker: speaker, about: about, content: nodes, in: segment)
    draft.level = about.level
    return draft
  }

  /// Whether the words that negate a verb are none of the cue's own.
  private func isNegationOutside(_ reading: CueReading) -> Bool {
    !reading.tokens.contains { position in
      text.lexemes(at: position).contains { $0.lexeme.category == .negation }
    }
  }

  /// "declined to be drawn", "declined to blame anyone": words of commenting that begin before the content's own.
  private func isDrawn(_ nodes: [Int], after verb: Int, in segment: Segment) -> Bool {
    nodes.contains { node in
      node > verb + 1
        && text.lexemes(at: segment.positions[node - 1]).contains { match in
          match.end - match.first > 1
            && (match.lexeme.category == .judgement && match.lexeme.means(JudgementWord.comment)
              || match.lexeme.category == .responsibility && match.lexeme.means(ResponsibilityWord.subject)
                && Int(match.end) > segment.positions[node])
        }
    }
  }

  /// Whom a refusal does not blame: "declined to accuse Beijing". "Stopped short of naming a culprit" spares nobody.
  mutating func spared(in nodes: [Int], in segment: Segment) -> Party {
    for node in nodes {
      let frames = text.lexemes(at: segment.positions[node]).compactMap { match in
        match.lexeme.category == .cue ? match.lexeme.as(CueFrame.self) : nil
      }
      guard frames.contains(where: { $0.act.isResponsibility }) else { continue }
      // "to attribute the attack to X", "to link the group to X"
      let behind =
        segment.complement(of: node, behind: [.to, .on], in: text)
        ?? segment.child(node, .obj).flatMap { segment.complement(of: $0, behind: [.to, .on], in: text) }
      let isOnlyBehind = frames.contains { $0 == .attribute }
      for object in [behind, isOnlyBehind ? nil : segment.child(node, .obj)] {
        guard let object else { continue }
        let party = parties.blamedParty(at: object, in: segment)
        if isBlamable(party),
          !party.sponsors.isEmpty || party.entities.contains(where: { !parties.registry[$0].isUnnamed })
        {
          return party
        }
      }
    }
    return Party(entities: [])
  }

  /// A refusal at a verb of commenting that is no cue of another claim.
  mutating func readRefusedComment(at node: Int, in segment: Segment) -> ClaimDraft? {
    guard scope == .threat, segment.isVerbal(node), !givesReason(node, in: segment),
      let comment = lexemes(ofVerb: node, in: segment).first(where: { match in
        match.lexeme.category == .judgement && match.lexeme.means(JudgementWord.comment)
          && match.lexeme.partOfSpeech == .verb
      }), isRefused(node, in: segment) || withholds(node, in: segment)
    else { return nil }
    return refusal(CueReading(cue: comment, frame: .decline, node: node), node, in: segment)
  }

  /// "spoke on condition of anonymity because they were not authorized to discuss it": why somebody has no name.
  private func givesReason(_ verb: Int, in segment: Segment) -> Bool {
    guard let governor = governor(of: verb, in: segment) else { return false }
    return segment.tree.relations[governor] == .advcl && segment.child(governor, .mark) != nil
  }

  /// The lexemes that a verb is part of, also those that begin with its reflexive pronoun: "se prononce".
  func lexemes(ofVerb node: Int, in segment: Segment) -> [LexemeMatch] {
    let position = segment.positions[node]
    let before = position > 0 ? text.lexemes(at: position - 1).filter { Int($0.end) == position + 1 } : []
    return before + text.lexemes(at: position)
  }

  /// The refusal that a verb is: whoever is its subject declines.
  mutating func refusal(
    _ reading: CueReading, _ verb: Int, subjectOf main: Int? = nil, in segment: Segment
  ) -> ClaimDraft? {
    let reading = CueReading(cue: reading.cue, frame: .decline, node: reading.node)
    let roles = ClauseRoles(
      main ?? governor(of: verb, in: segment) ?? verb, of: reading, in: segment, text: text)
    let speaker = speaker(roles, in: segment)
    guard !roles.isPassive, isSpeaker(speaker, roles, in: segment) else { return nil }
    let nodes = segment.subtree(verb) { segment.isNewClause($0) || segment.isCoordinatedCue($0, in: text) }
    let about = spared(in: nodes, in: segment)
    return draft(.decline, reading, speaker: speaker, about: about, content: nodes, in: segment)
  }

  /// What is said up to where its speaker holds back: "said a state was behind it, without naming which", "…, stopping short of
  /// blaming Russia".
  func beforeRefusal(_ nodes: [Int], in segment: Segment) -> [Int] {
    let cut = nodes.indices.dropFirst(3).first { index in
      let node = nodes[index]
      guard isComma(node - 1, in: segment) else { return false }
      if text.isLexeme(at: segment.positions[node], .negation, NegationWord.without) {
        return (node + 1..<min(node + 5, segment.count)).contains { namesCulprit($0, in: segment) }
      }
      return text.lexemes(at: segment.positions[node]).contains {
        $0.lexeme.form == .gerund && $0.lexeme.as(CueFrame.self) == .decline
      }
    }
    guard let cut else { return beforeBlame(nodes, in: segment) }
    return nodes[..<cut].filter { $0 < nodes[cut] - 1 }
  }

  /// "said it was all lies after London blamed the GRU": when somebody said it, which is no part of what they said.
  func beforeBlame(_ nodes: [Int], in segment: Segment) -> [Int] {
    let cut = nodes.indices.dropFirst(3).first { index in
      let node = nodes[index]
      if opensAnswer(node, in: segment) || opensStance(node, in: segment) { return true }
      guard text.isLexeme(at: segment.positions[node], .preposition, PrepositionWord.after) else {
        return false
      }
      return (node + 2..<max(node + 2, min(node + 9, segment.count))).contains { verb in
        segment.tree.tags[verb] == .verb && !text.endsAsGerund(segment.positions[verb])
          && namesCulprit(verb, in: segment)
      }
    }
    guard let cut else { return nodes }
    let before = nodes[..<cut]
    return Array(isComma(nodes[cut] - 1, in: segment) ? before.filter { $0 < nodes[cut] - 1 } : Array(before))
  }

  /// ", a claim the Kremlin dismissed as absurd": what others say to it is no part of what is said.
  private func opensAnswer(_ node: Int, in segment: Segment) -> Bool {
    guard isComma(node - 1, in: segment) else { return false }
    let noun = segment.tree.tags[node] == .det ? node + 1 : node
    guard noun < segment.count,
      text.isLexeme(at: segment.positions[noun], .judgement, JudgementWord.accusation)
    else { return false }
    return (noun + 1..<min(noun + 8, segment.count)).contains { verb in
      text.lexemes(at: segment.positions[verb]).contains { match in
        match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
          && match.lexeme.as(CueFrame.self) == .deny
          || match.lexeme.category == .judgement && match.lexeme.means(JudgementWord.baseless)
      }
    }
  }

  /// "…, while Moscow dismissed the finding", "…, mais Moscou dément": where others say something of their own.
  func opensStance(_ node: Int, in segment: Segment) -> Bool {
    (node + 1..<max(node + 1, min(node + 12, segment.count))).contains { verb in
      opensStance(node, with: verb, in: segment)
    }
  }

  private func opensStance(_ opener: Int, with verb: Int, in segment: Segment) -> Bool {
    let isAfter = text.isLexeme(at: segment.positions[opener], .preposition, PrepositionWord.after)
    guard
      opener > 0 && segment.tree.tags[opener - 1] == .punct
        && (isAfter || segment.tree.tags[opener] == .cconj)
        || text.isSign(segment.positions[opener], ";"),
      let subject = segment.child(verb, .nsubj), subject > opener, subject < verb,
      isAfter || segment.tree.tags[subject] != .pron,
      // "…, and Iran, Norway said": a tag behind the last of a list.
      segment.subtree(subject).first.map({ $0 <= opener + 1 || !isComma($0 - 1, in: segment) }) ?? true,
      !text.isLexeme(at: segment.positions[opener] + 1, .complementizer, ComplementizerWord.that) || isAfter
    else { return false }
    return text.lexemes(at: segment.positions[verb]).contains { match in
      guard match.lexeme.category == .cue, let frame = match.lexeme.as(CueFrame.self), frame.isStance else {
        return false
      }
      switch match.lexeme.partOfSpeech {
      case .verb: return !match.lexeme.has(.weak) || frame == .assess || frame == .point
      // "is not convinced that"
      case .adjective: return frame == .assess
      default: return false
      }
    }
  }

  private func namesCulprit(_ node: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[node]).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb && !match.lexeme.has(.weak)
        && match.lexeme.as(CueFrame.self)?.act.isResponsibility == true
    }
  }

  /// Whether a verb of speaking is negated under a word of will or ability: "won't", "was not able to", "ne souhaite
  /// pas", or in the French future, which tells of a refusal to come. A plain negation ("did not say") is silence.
  func isRefused(_ verb: Int, in segment: Segment) -> Bool {
    if segment.isNegated(verb, in: text) {
      if isFuture(verb, in: segment) { return true }
      if segment.children(verb).contains(where: { isModal(Int($0), in: segment) }) { return true }
      if verb > 0, isModal(verb - 1, in: segment) || verb > 1 && isModal(verb - 2, in: segment) {
        return true
      }
    }
    guard let governor = governor(of: verb, in: segment) else { return false }
    return segment.isNegated(governor, in: text)
  }

  /// "ne se prononce pas", "does not comment on": in the present a habit or a choice, not mere silence; whoever was asked
  /// and "n'a pas donné suite" has chosen too.
  func withholds(_ verb: Int, in segment: Segment) -> Bool {
    segment.isNegated(verb, in: text)
      && lexemes(ofVerb: verb, in: segment).contains { match in
        match.lexeme.category == .judgement && match.lexeme.means(JudgementWord.verdict)
          && (match.end - match.first > 1
            || [.finite, .plain, .infinitive].contains(match.lexeme.form)
              && !segment.children(verb).contains { child in
                text.isLexeme(at: segment.positions[Int(child)], .auxiliary, AuxiliaryWord.have)
              })
      }
  }

  /// The word of will or ability that governs an infinitive: "wanted" in "wanted to say", "mesure" in "en mesure de".
  private func governor(of verb: Int, in segment: Segment) -> Int? {
    var current = verb
    for _ in 0..<2 {
      guard let head = segment.head(current), head < current, current - head < 8 else { return nil }
      let start = max(0, head - 2)
      if (start...head).contains(where: { isModal($0, in: segment) && covers($0, head, in: segment) }) {
        return head
      }
      switch segment.tree.relations[current] {
      case .xcomp, .acl, .advcl, .ccomp: current = head
      default: return nil
      }
    }
    return nil
  }

  private func covers(_ start: Int, _ node: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[start]).contains { match in
      match.lexeme.category == .modal && Int(match.end) > segment.positions[node]
    }
  }

  private func isModal(_ node: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[node]).contains { match in
      match.lexeme.category == .modal
        && (match.lexeme.means(ModalWord.can) || match.lexeme.means(ModalWord.will)
          || match.lexeme.language == .fr && match.lexeme.means(ModalWord.may))
    }
  }

  /// Whether the verb, or the one it depends on for its tense, stands in the French future.
  private func isFuture(_ verb: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[verb]).contains { $0.lexeme.form == .future }
  }
}

extension CueFrame {
  /// Whether the verb says where somebody stands, and so has a speaker of its own.
  fileprivate var isStance: Bool {
    switch self {
    case .say, .tell, .deny, .condemn, .decline, .support, .demand, .require, .qualify, .warn, .accuse,
      .blame,
      .attribute, .suspect, .assess, .point, .link, .charge, .sanction, .clear:
      true
    default: false
    }
  }
}
