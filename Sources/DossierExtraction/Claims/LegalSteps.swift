import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Steps of the law that somebody announces: "announced charges against X", "an arrest warrant was issued for X".
extension ClaimReader {
  /// Makes a statement the step of the law that its content tells of.
  mutating func takeStep(
    toldBy nodes: [Int], _ proposition: PropositionReading, in segment: Segment, to draft: inout ClaimDraft
  ) {
    guard draft.act == .state,
      let step = legalStep(nodes, in: segment) ?? ownStep(proposition, nodes, in: segment)
    else { return }
    draft.act = step.act
    draft.about = step.about
    draft.level = step.about.level
  }

  /// "announced charges against X", "a annoncé l'inculpation de X": what is announced is the act.
  private mutating func legalStep(_ nodes: [Int], in segment: Segment) -> (act: Act, about: Party)? {
    for node in nodes.prefix(4) {
      for match in text.lexemes(at: segment.positions[node])
      where match.lexeme.category == .cue && match.lexeme.partOfSpeech != .verb {
        guard let frame = match.lexeme.as(CueFrame.self), frame == .charge || frame == .sanction,
          let word = segment.node(at: Int(match.end) - 1),
          let place = word == node
            ? chargedAgainst(node, in: segment)
              ?? segment.complement(ofClause: node, behind: [.of, .on], in: text)
              ?? against(node, in: segment)
            : segment.complement(ofClause: word, behind: [.against, .on], in: text)
              ?? segment.complement(ofClause: word, behind: [.of], in: text)
              ?? issued(node, in: segment)
        else { continue }
        let party = parties.party(at: place, in: segment)
        if !party.entities.isEmpty { return (frame.act, party) }
      }
    }
    return nil
  }

  /// "unsealed an indictment on Monday", "sued the maker": whose paper "the indictment" or "the lawsuit" is from here on.
  mutating func noteFiler(_ filer: Party, of roles: ClauseRoles, in segment: Segment) {
    guard let entity = filer.entities.first, !roles.isPassive, !segment.isNegated(roles.verb, in: text),
      let object = roles.object,
      text.isLexeme(at: segment.positions[object], .channel, ChannelWord.indictment)
    else { return }
    anonymousPapers[.indictment] = (entity: entity, sentence: parties.discourse.sentence)
  }

  /// "charges against X": not "the arrest of a man suspected of the attack against X", which is what the deed was against.
  private func chargedAgainst(_ step: Int, in segment: Segment) -> Int? {
    guard let place = segment.complement(ofClause: step, behind: [.against], in: text) else { return nil }
    let opener = segment.child(place, .case) ?? place
    return opener > step + 1 && isDeedNoun(opener - 1, in: segment) ? nil : place
  }

  /// "slapped sanctions on Tuesday on X", "a prononcé des mesures restrictives à l'encontre de X": a step that is the object of a
  /// verb which puts it into force.
  mutating func readImposedStep(_ reading: CueReading, in segment: Segment) -> ClaimDraft? {
    guard reading.frame == .charge || reading.frame == .sanction, reading.cue.lexeme.partOfSpeech != .verb,
      let noun = [reading.tokens.upperBound - 1, reading.tokens.lowerBound].lazy.compactMap({
        segment.node(at: $0)
      })
      .first(where: { [.obj, .nsubjPass].contains(segment.tree.relations[$0]) }),
      let verb = segment.head(noun), !segment.isNegated(verb, in: text),
      text.isLexeme(at: segment.positions[verb], .judgement, JudgementWord.imposed)
        // "lancé par": words that tell of an attack where no step of the law is meant
        || segment.isPassive(verb) && text.lexeme(.responsibility, covering: segment.positions[verb]) != nil,
      pending(verb, in: segment) == .asserted
    else { return nil }
    let roles = ClauseRoles(verb, of: reading, in: segment, text: text)
    let speaker = speaker(roles, in: segment)
    let isPassive = segment.tree.relations[noun] == .nsubjPass
    guard roles.isPassive == isPassive, !isPassive || !speaker.entities.isEmpty,
      isSpeaker(speaker, roles, in: segment),
      let place = against(noun, in: segment)
        // « a prononcé à l'encontre de X une amende »
        ?? segment.complement(of: verb, behind: [.against], after: verb, in: text)
        ?? (isFigure(behind: noun, in: segment)
          ? nil : segment.complement(of: noun, behind: [.of], after: noun, in: text))
        ?? segment.complement(of: noun, behind: [.on, .to], after: noun, in: text)
        ?? segment.complement(of: verb, behind: [.on, .to], after: verb, in: text)
        ?? (isPassive ? segment.complement(of: verb, behind: [.for], after: verb, in: text) : nil)
    else { return nil }
    var about = parties.blamedParty(at: place, in: segment)
    if about.entities.isEmpty, segment.tree.tags[place] == .noun {
      about = parties.described(anyAt: place, in: segment)
    }
    guard !about.entities.isEmpty else { return nil }
    let nodes = segment.subtree(verb) { $0 == roles.speaker || segment.isNewClause($0) }
    return draft(reading.frame.act, reading, speaker: speaker, about: about, content: nodes, in: segment)
  }

  /// « une amende de 15 millions », "a fine of $2 million": what a step comes to.
  private func isFigure(behind noun: Int, in segment: Segment) -> Bool {
    (noun + 1..<min(noun + 4, segment.count)).contains { node in
      segment.tree.tags[node] == .num || text.tokens[segment.positions[node]].kind == .number
    }
  }

  /// "announced charges, returned by a grand jury in Pittsburgh, against six hackers": whom they are against, wherever it hangs.
  private func against(_ charges: Int, in segment: Segment) -> Int? {
    (charges + 1..<max(charges + 1, min(charges + 14, segment.count))).first { node in
      segment.isNominal(node) && segment.preposition(of: node, in: text) == .against
        && segment.child(node, .case).map({ $0 > charges + 1 && isDeedNoun($0 - 1, in: segment) }) != true
    }
  }

  /// "announced charges on Friday against X": a word for a step of the law.
  func isLegalStep(_ noun: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[noun]).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech != .verb
        && (match.lexeme.means(CueFrame.charge) || match.lexeme.means(CueFrame.sanction))
    }
  }

  /// "an arrest warrant was issued for X": whom the verb says that it was made out against.
  private func issued(_ warrant: Int, in segment: Segment) -> Int? {
    guard segment.tree.relations[warrant] == .nsubjPass || segment.tree.relations[warrant] == .obj,
      let verb = segment.head(warrant)
    else { return nil }
    return segment.complement(of: verb, behind: [.against, .for], after: max(verb, warrant), in: text)
  }

  /// "said they arrested a man": what the speaker says to have done is the act.
  private mutating func ownStep(_ proposition: PropositionReading, _ nodes: [Int], in segment: Segment) -> (
    act: Act, about: Party
  )? {
    guard !proposition.negatesMain else { return nil }
    if let arrested = arrested(nodes, in: segment) { return (.charge, arrested) }
    guard proposition.hasBareSubject else { return nil }
    for node in nodes where segment.isVerbal(node) && !segment.isPassive(node) {
      for match in text.lexemes(at: segment.positions[node])
      where match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb {
        guard let frame = match.lexeme.as(CueFrame.self), frame == .charge || frame == .sanction,
          let subject = segment.child(node, .nsubj), segment.tree.tags[subject] == .pron,
          let object = segment.child(node, .obj)
        else { continue }
        let party = parties.party(at: object, in: segment)
        if isBlamable(party) { return (frame.act, party) }
      }
    }
    return nil
  }

  /// "Two men were arrested on Tuesday, police said": whom the law has dealt with, where no other agent is named.
  private mutating func arrested(_ nodes: [Int], in segment: Segment) -> Party? {
    guard let main = nodes.first(where: { segment.tree.tags[$0] == .verb && segment.isPassive($0) }),
      segment.child(main, .oblAgent) == nil, let subject = segment.child(main, .nsubjPass), subject < main,
      text.lexemes(at: segment.positions[main]).contains(where: { match in
        match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb
          && match.lexeme.means(CueFrame.charge) && match.end - match.first == 1
      })
    else { return nil }
    var party = parties.party(at: subject, in: segment)
    if party.entities.isEmpty { party = parties.described(at: subject, ofOne: true, in: segment) }
    return party.entities.contains(where: { [.person, .group].contains(parties.registry[$0].kind) })
      ? party : nil
  }

  /// Whether a legal step is still to come: one that is planned ("plans to sue"), or the purpose of something else ("to help
  /// apprehend them").
  func pending(_ verb: Int, in segment: Segment) -> Factuality {
    var node = verb
    while segment.tree.relations[node] == .conj, let first = segment.head(node), first < node { node = first }
    guard let mark = segment.child(node, .mark), segment.tree.tags[mark] == .part,
      let above = segment.head(node)
    else {
      return .asserted
    }
    switch segment.tree.relations[node] {
    case .advcl: return .open
    case .xcomp
    where text.isLexeme(at: segment.positions[above], .cue, CueFrame.intend)
      && !text.isLexeme(at: segment.positions[above], .cue, CueFrame.support):
      return .planned
    default: return .asserted
    }
  }
}
