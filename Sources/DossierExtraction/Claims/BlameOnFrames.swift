import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Frames that lay a deed at somebody's door with a preposition: "blamed the attack on X", "impute l'attaque à X".
extension ClaimReader {
  /// "X blames Y for Z" and "X blames Z on Y"; "X reproche à Y de Z".
  mutating func readBlameOn(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> ClaimDraft? {
    // "was also at fault"
    guard segment.isVerbal(roles.verb) else { return nil }
    let behind: Set<PrepositionWord> = reading.cue.lexeme.language == .fr ? [.to] : [.on]
    let pronoun = reading.cue.lexeme.language == .fr ? dative(before: roles.verb, in: segment) : nil
    // "laid the attack on the hospital at the door of Russia": whoever stands behind the whole phrase.
    let isPhrase = reading.tokens.count > 2 && reading.cue.lexeme.language == .en
    let ahead = isPhrase ? nominal(after: reading.tokens.upperBound, in: segment) : nil
    guard let node = ahead ?? pronoun ?? blamedBehind(behind, roles, in: segment), node != roles.speaker
    else {
      return readBlame(reading, roles, in: segment)
    }
    var about =
      pronoun.flatMap { blamedDative($0, roles, in: segment) } ?? parties.blamedParty(at: node, in: segment)
    if about.entities.isEmpty, isDeedNoun(node, in: segment), let doer = doer(ofDeed: node, in: segment) {
      about = doer
    }
    // "reproche au gouvernement d'avoir caché le piratage": a body, whichever it is.
    if about.entities.isEmpty, text.lexeme(.organ, covering: segment.positions[node]) != nil {
      about = parties.described(anyAt: node, in: segment)
    }
    guard !about.entities.isEmpty else { return nil }
    let speaker = speaker(roles, in: segment)
    guard !speaker.entities.isEmpty || roles.isPassive else { return nil }
    let nodes = complementNodes(of: roles, except: [roles.speaker, node], in: segment)
    let proposition = proposition(nodes, main: nil, in: segment)
    var draft = draft(.accuse, reading, speaker: speaker, about: about, content: nodes, in: segment)
    apply(proposition, to: &draft)
    return draft
  }

  /// "blamed the outage on an attack by X", "on a Russian cyberattack": whose deed is blamed.
  private mutating func doer(ofDeed noun: Int, in segment: Segment) -> Party? {
    for node in noun + 1..<max(noun + 1, min(noun + 6, segment.count)) {
      if segment.isVerbal(node) { break }
      guard segment.isNominal(node), segment.preposition(of: node, in: text) == .by else { continue }
      let party = parties.blamedParty(at: node, in: segment)
      return isBlamable(party) ? party : nil
    }
    return owner(of: noun, in: segment)
  }

  /// Whom a preposition names as blamed: in English the last "on" behind a deed ("blamed the attack on the port on X"),
  /// nobody where the object itself is blamed ("blamed X for the attack on the port").
  private mutating func blamedBehind(
    _ prepositions: Set<PrepositionWord>, _ roles: ClauseRoles, in segment: Segment
  ) -> Int? {
    guard prepositions == [.on] else {
      return segment.complement(ofClause: roles.verb, behind: prepositions, in: text)
    }
    if let culprit = culpritNext(to: roles.verb, in: segment) { return culprit }
    if roles.isPassive { return segment.complement(of: roles.verb, behind: prepositions, in: text) }
    guard let object = roles.object ?? bareObject(after: roles.verb, in: segment) else { return nil }
    // "blamed Conti for the attack on the port"
    let last = lastOn(after: roles.verb, in: segment)
    let isBlamed = (object..<max(object, last ?? object)).contains { node in
      text.isLexeme(at: segment.positions[node], .preposition, PrepositionWord.for)
    }
    let party = parties.blamedParty(at: object, in: segment)
    guard namesDeed([object], in: segment) || !isBlamed && !isBlamable(party) else { return nil }
    return last ?? deedOn(after: roles.verb, in: segment)
  }

  /// "an attack that Kyiv blamed on Moscow": the noun right behind "blamed on", which is one phrase of the lexicon.
  private func culpritNext(to verb: Int, in segment: Segment) -> Int? {
    let position = segment.positions[verb]
    return text.lexemes(at: position).first { match in
      match.lexeme.category == .responsibility && match.lexeme.means(ResponsibilityWord.object)
        && Int(match.first) == position
    }
    .flatMap { nominal(after: Int($0.end), in: segment) }
  }

  /// "blamed the power cut on a hack": a deed behind "on" past a word that the tree takes for a verb.
  private func deedOn(after verb: Int, in segment: Segment) -> Int? {
    (verb + 1..<max(verb + 1, min(verb + 8, segment.count))).first { node in
      isDeedNoun(node, in: segment) && segment.preposition(of: node, in: text) == .on
    }
  }

  /// The first noun behind a preposition that can be blamed: "une attaque contre une usine au Texas à APT28".
  mutating func firstBlamable(
    behind preposition: PrepositionWord, after verb: Int, in segment: Segment
  ) -> Int? {
    var body: Int?
    for node in verb + 1..<max(verb + 1, segment.count) {
      if segment.tree.tags[node] == .verb, ![.acl, .amod, .aclRelcl].contains(segment.tree.relations[node]) {
        return body
      }
      // "à une société établie à Moscou": what tells of the first is not who is blamed.
      if let body, segment.isInside(node, body) { continue }
      guard segment.isNominal(node),
        segment.preposition(of: node, in: text) == preposition
          || preposition == .to && isService(node, in: segment)
      else { continue }
      let party = parties.blamedParty(at: node, in: segment)
      // "le piratage de l'ambassade à Varsovie à la Russie": the first is where it was.
      if isBlamable(party) { return next(to: party, behind: preposition, in: segment) ?? node }
      if body == nil, parties.registry.areBodies(party.entities) { body = node }
    }
    return body
  }

  /// « fait porter à Moscou la responsabilité du piratage »: who stands behind "à" within a phrase of holding responsible.
  func heldWithin(_ reading: CueReading, in segment: Segment) -> Int? {
    guard reading.frame == .hold else { return nil }
    return reading.tokens.lazy.compactMap { segment.node(at: $0) }.first { node in
      segment.isNominal(node) && segment.preposition(of: node, in: text) == .to
    }
  }

  /// A party behind the same preposition right behind another.
  private mutating func next(to party: Party, behind preposition: PrepositionWord, in segment: Segment)
    -> Int?
  {
    guard let end = party.tokens?.upperBound, let opener = segment.node(at: end), opener + 1 < segment.count,
      text.isLexeme(at: end, .preposition, preposition), party.tokens?.count == 1,
      let node = nominal(after: end + 1, in: segment), node - opener <= 4
    else { return nil }
    let other = parties.blamedParty(at: node, in: segment)
    return isBlamable(other) ? node : nil
  }

  /// "imputé au service de renseignement": the words of a tie ("au service de") that name a body here.
  private func isService(_ node: Int, in segment: Segment) -> Bool {
    let position = segment.positions[node]
    return text.lexemes(at: position - 1).contains { tie in
      tie.lexeme.category == .affiliation && tie.end > tie.first + 2
    }
      && text.lexemes(at: position).contains { body in
        body.lexeme.category == .organ && body.end > body.first + 1
      }
  }

  /// The last noun behind "on" before the next verb: "pinned the attack on the port on X".
  private func lastOn(after verb: Int, in segment: Segment) -> Int? {
    var found: Int?
    for node in verb + 1..<max(verb + 1, segment.count) {
      if segment.tree.tags[node] == .verb, ![.acl, .amod, .aclRelcl].contains(segment.tree.relations[node]) {
        break
      }
      // "and on Tuesday expelled"
      guard !ClauseRoles.isTime(node, in: segment, text) else { continue }
      if segment.isNominal(node), segment.preposition(of: node, in: text) == .on { found = node }
    }
    return found
  }
}
