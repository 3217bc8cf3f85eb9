import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Whom words of responsibility name: "behind the attack", "the work of X", "came from Y", "Beijing's role in it".
extension ClaimReader {
  mutating func readResponsibility(
    _ match: LexemeMatch, _ node: Int, _ inside: Set<Int>, in segment: Segment,
    into reading: inout PropositionReading
  ) {
    let lexeme = match.lexeme
    if lexeme.means(ResponsibilityWord.object), isAttributedByOthers(node, in: segment) { return }
    if lexeme.means(ResponsibilityWord.object) || lexeme.means(ResponsibilityWord.origin) {
      guard let nominal = nominal(after: Int(match.end), in: segment), inside.contains(nominal) else {
        return
      }
      var party = parties.party(at: nominal, in: segment)
      if lexeme.means(ResponsibilityWord.origin), comesOfNoDeed(node, in: segment),
        !party.entities.contains(where: { [.state, .group].contains(parties.registry[$0].kind) })
      {
        return
      }
      if party.entities.isEmpty { party = parties.someState(at: nominal, in: segment) }
      if isPlace(nominal, behind: match, in: segment) { party.level = .fromTerritory }
      offer(party, .responsibility, predicate: segment.clause(of: node), in: segment, to: &reading)
      return
    }
    if lexeme.partOfSpeech == .verb {
      // "did this": the pronoun stands for the deed.
      let standsForDeed =
        segment.node(at: Int(match.end) - 1).map {
          segment.tree.tags[$0] == .pron || segment.tree.tags[$0] == .det
        } == true
        // "carried it out"
        || match.end - match.first == 3
          && text.lexeme(.pronoun, covering: Int(match.first) + 1) != nil
      let isDone =
        lexeme.means(ResponsibilityWord.involved)
        ? !isInAnswer(match, in: segment)
        : segment.tree.tags[node] == .verb
          && (isDeed(of: node, in: segment) || isDeedBehind(match, in: segment)
            || isRunByGroup(node, in: segment))
      guard standsForDeed || isDone || isCleftOfDeed(node, in: segment) else { return }
      offerDoer(of: node, .behaviour, inside, in: segment, to: &reading)
      return
    }
    // "un leader responsable": a quality, of no deed.
    if lexeme.partOfSpeech == .adjective, match.end - match.first == 1, segment.tree.relations[node] == .amod,
      segment.complement(of: node, behind: [.of, .for], in: text) == nil
    {
      return
    }
    let isPart = lexeme.means(ResponsibilityWord.involved) && segment.isNominal(node)
    if isPart, isBesideDeeds(node, in: segment) || isObjectOfDenial(node, inside, in: segment) {
      return
    }
    // "Beijing's role in", "l'implication de Moscou": whose it is.
    if isPart, !isInAnswer(match, in: segment), let owner = owner(of: node, in: segment) {
      offer(owner, .responsibility, predicate: segment.clause(of: node), in: segment, to: &reading)
      return
    }
    if lexeme.means(ResponsibilityWord.involved), isInAnswer(match, in: segment) { return }
    guard var subject = predicationSubject(of: node, in: segment),
      // "Cisco calls those behind the attack X": not the subject of the verb that reports it.
      inside.contains(subject) || inside.contains(segment.clause(of: node))
    else { return }
    // "The biggest source of attacks is X": the phrase is the subject, and X what it is said to be.
    if Int(match.first)..<Int(match.end) ~= segment.positions[subject], let head = segment.head(subject),
      segment.isNominal(head), segment.child(head, .cop) != nil
    {
      subject = head
    }
    var party = parties.party(at: subject, in: segment)
    if party.entities.isEmpty { party = parties.someState(at: subject, in: segment) }
    // "the network behind the thief is gone": the words only tell which network.
    if segment.subtree(subject).contains(node), party.sponsors.isEmpty, party.entities.allSatisfy(isAnybody) {
      return
    }
    offer(party, .responsibility, predicate: segment.clause(of: node), in: segment, to: &reading)
  }

  /// "a protest against London's role in a war": a part in something that is no deed of attackers, or that a deed is against.
  private mutating func isBesideDeeds(_ part: Int, in segment: Segment) -> Bool {
    if segment.preposition(of: part, in: text) == .against { return true }
    guard let place = segment.complement(of: part, behind: [.in], in: text), segment.tree.tags[place] == .noun
    else { return false }
    return !isThreat(segment.subtree(place), in: segment) && !isDeed(segment.subtree(place), in: segment)
  }

  /// "The suspect denies any involvement, his lawyer said": a part that the content has somebody deny.
  private func isObjectOfDenial(_ part: Int, _ inside: Set<Int>, in segment: Segment) -> Bool {
    guard segment.tree.relations[part] == .obj, let verb = segment.head(part), inside.contains(verb),
      !segment.isNegated(verb, in: text)
    else { return false }
    return text.lexemes(at: segment.positions[verb]).contains { match in
      match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb && match.lexeme.means(CueFrame.deny)
    }
  }

  /// "the records come from the Department": things that are no attack tell where they are from, not who did it.
  private func comesOfNoDeed(_ verb: Int, in segment: Segment) -> Bool {
    guard let subject = segment.child(verb, .nsubj, .nsubjPass), segment.tree.tags[subject] == .noun,
      !isDeedNoun(subject, in: segment)
    else { return false }
    // "the data came from the bank": what people keep to themselves is what was taken.
    if text.isLexeme(at: segment.positions[subject], .judgement, JudgementWord.possession) { return true }
    return text.lexeme(.actor, covering: segment.positions[subject]) == nil
      && !isThreat([subject], in: segment)
  }

  /// "came from Russia", "originated in China": a country is where an attack came from, which does not say that the state did
  /// it; "came from the Kremlin" does.
  private func isPlace(_ noun: Int, behind match: LexemeMatch, in segment: Segment) -> Bool {
    guard match.lexeme.means(ResponsibilityWord.origin),
      let name = parties.bestName(covering: segment.positions[noun])
    else { return false }
    return name.usage != .metonym && text.entry(name.entry)?.kind == .state
      && Int(name.first) - Int(match.end) <= 1
  }

  /// "gave the order for the attack": a deed right behind a phrase that holds its verb's object.
  private func isDeedBehind(_ match: LexemeMatch, in segment: Segment) -> Bool {
    match.end - match.first > 2
      && nominal(after: Int(match.end), in: segment).map { isDeedNoun($0, in: segment) } == true
  }

  /// Whether somebody has a part in what answers a deed, not in the deed: "a role in the investigation of the attack".
  private func isInAnswer(_ match: LexemeMatch, in segment: Segment) -> Bool {
    guard let noun = nominal(after: Int(match.end), in: segment), segment.tree.tags[noun] != .pron else {
      return false
    }
    // "its role in an unspecified war"
    if match.lexeme.partOfSpeech == .noun, segment.preposition(of: noun, in: text) == .in,
      !isThreat(segment.subtree(noun), in: segment)
    {
      return true
    }
    return !isDeedNoun(noun, in: segment) && isThreat(segment.subtree(noun), in: segment)
      && !isThreat([noun], in: segment)
  }
}
