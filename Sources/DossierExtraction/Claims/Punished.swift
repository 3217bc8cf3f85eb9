import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Whom the law deals with where no party is its object, and inquiries, which deal with nobody yet.
extension ClaimReader {
  /// "opened an investigation into the hacking", but not "a ouvert une enquête pour extorsion", which names the offence.
  func opensInquiry(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> Bool {
    reading.tokens.contains { position in
      text.table.contains(text.folded(position), in: .inquiryWords)
    } && segment.complement(ofClause: roles.verb, behind: [.for], in: text) == nil
  }

  /// "an indictment of X", "l'interpellation de X", "warrants for the arrest of X": whom a step that is named by a noun is taken against.
  private func isStepAgainst(_ node: Int, in segment: Segment) -> Bool {
    guard let step = segment.head(node), step < node else { return false }
    return text.lexemes(at: segment.positions[step]).contains { match in
      match.lexeme.partOfSpeech == .noun
        && (match.lexeme.means(CueFrame.charge) || match.lexeme.means(ChannelWord.indictment))
    }
  }

  /// "arrests in Ukraine", "a complaint with the police", « plainte à la gendarmerie »: where a step that a noun names is taken.
  func isPlaceOfStep(_ node: Int, of reading: CueReading, in segment: Segment) -> Bool {
    guard segment.node(at: reading.tokens.upperBound - 1).map(segment.isNominal) == true else { return false }
    switch segment.preposition(of: node, in: text) {
    case .in: return true
    case .against, .on, .for: return false
    case .to, .with:
      return reading.frame == .charge && text.lexeme(.organ, covering: segment.positions[node]) != nil
    // « plainte auprès du parquet »
    default:
      return segment.child(node, .case) != nil
        && text.lexeme(.organ, covering: segment.positions[node])?.lexeme.as(OrganWord.self).map {
          [.police, .prosecution, .court].contains($0)
        } == true
    }
  }

  /// « Un marin letton a été mis en examen »: only people are, whatever word there is for them.
  private mutating func someone(dealtWith reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> Party?
  {
    guard reading.frame == .charge, let subject = roles.object, subject < roles.verb,
      text.lexemes(at: segment.positions[subject]).isEmpty,
      reading.tokens.count > 1
        // "a Latvian sailor", "un boulanger de 34 ans"
        || segment.subtree(subject).contains(where: { node in
          text.tokens[segment.positions[node]].kind == .number
            || text.names(covering: segment.positions[node]).contains { $0.usage == .demonym }
        })
    else { return nil }
    var someone = parties.described(at: subject, ofOne: true, in: segment)
    guard let first = someone.entities.first else { return nil }
    someone.level = parties.registry[first].isPlural ? .group : .person
    return someone
  }

  /// "l'attaque contre le port", "la cyberattaque visant le port": whom a deed was done to.
  private func isSufferer(_ node: Int, in segment: Segment) -> Bool {
    guard let head = segment.head(node), head < node else { return false }
    if isDeedNoun(head, in: segment) { return true }
    return segment.tree.relations[head] == .acl
      && segment.head(head).map { isDeedNoun($0, in: segment) } == true
  }

  /// "found [a student] guilty", "took [a man] into custody": an object among the words of the step that is none of them, as they go
  /// on behind it and end in a word of their own.
  private func standsInGap(_ object: Int, of reading: CueReading, in segment: Segment) -> Bool {
    guard reading.frame == .charge, let last = segment.node(at: reading.tokens.upperBound - 1), last > object
    else { return false }
    switch segment.tree.tags[last] {
    case .adp, .part: return false
    default: return segment.head(last) != object
    }
  }

  /// Whom the law deals with, where the object says it by a word that tells no party: "a programmer, Park Jin Hyok", "six arrest
  /// warrants against …", "une amende contre …", "un programmeur nord-coréen".
  mutating func punished(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> Party? {
    if roles.isPassive { return someone(dealtWith: reading, roles, in: segment) }
    if let object = roles.object,
      !reading.tokens.contains(segment.positions[object]) || standsInGap(object, of: reading, in: segment)
    {
      for child in segment.children(object).map(Int.init) where segment.tree.relations[child] == .appos {
        let named = parties.party(at: child, in: segment)
        if named.entities.contains(where: { parties.registry[$0].kind.isParty }) { return named }
      }
      if let suspect = segment.complement(of: object, behind: [.of], after: object, in: text),
        isStepAgainst(suspect, in: segment)
      {
        return parties.blamedParty(at: suspect, in: segment)
      }
      // "unsealed an indictment", "fined the breach"
      let isThing = text.lexemes(at: segment.positions[object]).contains { match in
        [.channel, .cue, .threat, .behaviour, .judgement].contains(match.lexeme.category)
      }
      guard !isThing else { return nil }
      let someone = parties.described(at: object, ofOne: true, in: segment)
      return someone.entities.isEmpty ? nil : someone
    }
    let end = segment.node(at: reading.tokens.upperBound - 1) ?? roles.verb
    // "a infligé à X une amende": within the words of the step, too.
    for node in roles.verb + 1..<max(roles.verb + 1, min(end + 14, segment.count))
    where segment.isNominal(node) && (node > end || segment.preposition(of: node, in: text) != .of) {
      // "a ouvert une enquête après la cyberattaque contre le port", "sur l'attaque visant le port": whom a deed was against.
      if segment.preposition(of: node, in: text) == .after { break }
      if isSufferer(node, in: segment) { continue }
      // "mandats d'arrêt visant des ressortissants"
      let isAimedAt =
        segment.tree.relations[node] == .obj
        && segment.head(node).map { verb in
          segment.tree.relations[verb] == .acl
            && text.isLexeme(at: segment.positions[verb], .cue, CueFrame.point)
        } == true
      // "imposed sanctions on a trading house"
      let preposition = segment.preposition(of: node, in: text)
      guard
        isAimedAt || preposition == .against
          || (preposition == .on || preposition == .to && text.isFrench) && reading.frame == .sanction
            && !ClauseRoles.isTime(node, in: segment, text)
          || preposition == .of && isStepAgainst(node, in: segment)
      else { continue }
      var party = parties.blamedParty(at: node, in: segment)
      if party.entities.isEmpty { party = parties.described(at: node, ofOne: true, in: segment) }
      if party.entities.isEmpty, preposition != .against {
        party = parties.described(anyAt: node, in: segment)
      }
      if !party.entities.isEmpty { return party }
    }
    return nil
  }
}
