import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who clears somebody: verbs that do ("acquitted", "dropped the charges against", "a relaxé"), and verbs of saying, naming or
/// judging with an adjective ("calls him innocent", "le dit innocent", "se dit innocent"); and whom an inquiry rules out.
extension ClaimReader {
  /// "The court acquitted X", "X was cleared by a jury": whoever is acquitted did it not, by those who say so.
  mutating func readAcquittal(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft?
  {
    guard !segment.isNegated(roles.verb, in: text), pending(roles.verb, in: segment) == .asserted,
      var about = blamed(reading, roles, in: segment)
    else { return nil }
    if about.entities.isEmpty { about = punished(reading, roles, in: segment) ?? about }
    let speaker = speaker(roles, in: segment)
    // "was acquitted": a step of the law, whoever took it.
    guard !about.entities.isEmpty, roles.isPassive || isSpeaker(speaker, roles, in: segment) else {
      return nil
    }
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    var draft = draft(.deny, reading, speaker: speaker, about: about, content: nodes, in: segment)
    draft.polarity = .deny
    draft.deniesInvolvement = true
    return draft
  }

  /// The denial that such a clause is; nil for any other.
  mutating func readClearing(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft?
  {
    guard [.say, .qualify, .assess].contains(reading.frame), !roles.isPassive,
      !segment.isNegated(roles.verb, in: text), let cleared = clearingWord(behind: roles.verb, in: segment)
    else { return nil }
    let speaker = speaker(roles, in: segment)
    guard isSpeaker(speaker, roles, in: segment) else { return nil }
    let isLawyer = speaker.entities.contains { parties.registry[$0].office == .lawyer }
    let object = roles.object.flatMap { node in
      segment.tree.tags[node] == .pron || text.lexeme(.pronoun, covering: segment.positions[node]) != nil
        ? nil : parties.party(at: node, in: segment)
    }
    var about = object ?? (isLawyer ? accused(behind: speaker) : nil) ?? Party(entities: [])
    if about.entities.isEmpty, segment.child(roles.verb, .expl) != nil {
      about = Party(entities: speaker.entities, level: speaker.level)
    }
    if about.entities.isEmpty, let others = parties.object(excluding: speaker.entities) {
      about = Party(entities: others, level: others.first.map { parties.level(of: $0) } ?? .unknown)
    }
    let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
    var draft = draft(
      .deny, reading, speaker: speaker, about: about, content: nodes.isEmpty ? [cleared] : nodes, in: segment)
    draft.polarity = .deny
    draft.deniesInvolvement = true
    return draft
  }

  /// A word such as "innocent" behind a verb, with nothing but who is meant between them.
  private func clearingWord(behind verb: Int, in segment: Segment) -> Int? {
    for node in verb + 1..<max(verb + 1, min(verb + 6, segment.count)) {
      if text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.cleared) { return node }
      guard !segment.isVerbal(node), segment.tree.tags[node] != .punct, segment.tree.tags[node] != .sconj,
        segment.tree.tags[node] != .adp
      else { return nil }
    }
    return nil
  }

  /// Whether a verb rules something out.
  func rulesOut(_ reading: CueReading) -> Bool {
    text.isLexeme(at: reading.tokens.lowerBound, .judgement, JudgementWord.exclusion)
  }

  /// "ruled out Iran as the source", "ruled a foreign state out": who did it not, by those who looked.
  mutating func ruledOut(_ roles: ClauseRoles, in segment: Segment) -> Party? {
    guard let object = roles.object else { return nil }
    let party = parties.blamedParty(at: object, in: segment)
    return isBlamable(party) ? party : nil
  }

  /// Whether a verb of ruling out governs an infinitive that tells of no past deed.
  func isPlan(_ nodes: [Int], _ roles: ClauseRoles, in segment: Segment) -> Bool {
    guard text.isLexeme(at: segment.positions[roles.verb], .judgement, JudgementWord.exclusion),
      let verb = nodes.first(where: { segment.tree.tags[$0] == .verb || segment.tree.tags[$0] == .aux }),
      verb <= roles.verb + 3, segment.child(verb, .nsubj, .nsubjPass, .aux) == nil
    else { return false }
    return text.lexemes(at: segment.positions[verb]).allSatisfy { $0.lexeme.form != .finite }
      && !text.isLexeme(at: segment.positions[verb], .auxiliary, AuxiliaryWord.have)
      && segment.child(verb, .mark, .case) != nil
  }
}
