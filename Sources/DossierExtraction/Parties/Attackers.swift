import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Attackers without a name, and who is said to stand behind an attacker.
extension PartyReader {
  /// The attackers that the phrase describes: "hackers affiliated with the ministry", "le groupe", "four nationals".
  mutating func attackers(_ actor: LexemeMatch, _ phrase: NounPhrase, in segment: Segment) -> Party {
    let isPlain = actor.lexeme.has(.neutral)
    // "ALPHV, whose members claimed": the group that the clause is told of.
    if let group = groupOfRelative(actor, phrase, in: segment) {
      return Party(entities: [group], tokens: phrase.core, level: .group, isActor: true)
    }
    // "our members": the speaker's own people are nobody's attackers.
    if isPlain, let possessive = phrase.possessive(in: text),
      possessive.lexeme.means(PronounWord.we) || possessive.lexeme.means(PronounWord.i)
    {
      return Party(entities: [], tokens: phrase.core, reason: "the speaker's own people")
    }
    // "a rejeté la faute sur son prestataire"
    if isPlain, actor.lexeme.means(ActorWord.contractor), let organ = phrase.organ,
      phrase.possessive(in: text) != nil
    {
      return institution(organ, phrase, in: segment)
    }
    if isPlain, phrase.organ != nil, let possessive = phrase.possessive(in: text),
      possessive.lexeme.means(PronounWord.he) || possessive.lexeme.means(PronounWord.she),
      let owner = affiliation(of: phrase, role: nil, in: segment)
    {
      return Party(entities: [owner], tokens: phrase.core, level: level(of: owner))
    }
    // "the Department's own network", "le réseau d'un hôpital": a thing that it has.
    if actor.lexeme.means(ActorWord.network), actor.lexeme.has(.neutral),
      segment.child(phrase.head, .nmodPoss) != nil || isBrokenInto(phrase.head, in: segment)
        || segment.complement(of: phrase.head, behind: [.of], in: text).map({ owner in
          text.lexeme(.organ, covering: segment.positions[owner]) != nil
        }) == true
    {
      return Party(entities: [], tokens: phrase.core, reason: "a network that somebody has")
    }
    // "the organization stated": the body that spoke, and not the gang that hit it.
    if isPlain, phrase.isDefinite(in: text), phrase.core.count == 2, let organ = phrase.organ,
      organ.lexeme.means(OrganWord.association), let body = lastOfKind(.association, isPlural: false),
      body.isSpeaker, !areAccused(body.entities), !isNamedBehindComma(phrase)
    {
      return Party(entities: body.entities, tokens: phrase.core, level: level(of: body.entities[0]))
    }
    if let given = nameGiven(behind: phrase, in: segment) { return given }
    if actor.lexeme.as(ActorWord.self)?.isPeople == true, !actor.lexeme.means(ActorWord.member),
      let named = named(
        besides: phrase, isPlural: text.isPlural(phrase.headPosition), in: segment)
    {
      return named
    }
    if let same = sameAttackers(phrase) ?? pair(phrase) { return same }
    if let named = pseudonym(behind: actor, phrase) { return named }
    if let person = namedPerson(behind: actor, phrase) { return person }
    if let named = namedGroup(beside: phrase, actor: actor, in: segment) {
      var party = named
      addSponsor(to: &party, phrase, in: segment)
      return party
    }
    var party = Party(entities: [], tokens: phrase.span, level: .group)
    addSponsor(to: &party, phrase, in: segment)
    if let known = groupBefore(phrase) {
      party.entities = [known]
      party.isActor = true
      return party
    }
    if party.sponsors.isEmpty, let group = groupOfMembers(actor, phrase, in: segment) {
      return Party(entities: [group], tokens: phrase.span, level: .group, isActor: true)
    }
    // "le groupe nord-coréen": the one that was named before.
    if isPlain, !text.isPlural(phrase.headPosition), phrase.isDefinite(in: text),
      let word = actor.lexeme.as(ActorWord.self), word == .group || word == .gang,
      text.lexemes(in: phrase.span).allSatisfy({ $0.lexeme.category != .affiliation }),
      phrase.span.count <= 6, !isOfSomebody(phrase), let known = lastGroup, !registry[known].isUnnamed
    {
      return Party(entities: [known], tokens: phrase.core, level: .group, isActor: true)
    }
    if party.sponsors.isEmpty, let known = knownSuspect(actor, phrase) ?? knownAttackers(actor, phrase) {
      return known
    }
    let word = actor.lexeme.as(ActorWord.self) ?? .group
    if isPlain, party.sponsors.isEmpty, !word.isPeople, let organ = phrase.organ,
      !phrase.isDefinite(in: text)
    {
      return institution(organ, phrase, in: segment)
    }
    let words = text.unquoted(withoutDeed(phrase, in: segment))
    var draft = EntityRegistry.Draft(
      kind: word.isPeople ? .person : .group, name: words,
      partOf: nil,
      key: "attackers:" + TextFolding.fold(words) + party.sponsors.map(String.init).joined(separator: "+"))
    draft.isUnnamed = true
    draft.isTold = phrase.core.contains { position in
      // "hackers in Russia"
      text.names(covering: position).contains { $0.usage == .demonym || text.entry($0.entry)?.kind == .state }
        || text.isLexeme(at: position, .affiliation, AffiliationWord.linked)
    }
    draft.isPlural = phrase.isPlural(in: text) || text.isPlural(phrase.headPosition)
    draft.names = ["en": word.rawValue + (draft.isPlural ? "s" : "")]
    let entity = registry.insert(draft)
    party.entities = [entity]
    // "a Russian man"
    if word.isPeople, !draft.isPlural, party.level == .group { party.level = .person }
    party.isActor = !isPlain || !party.sponsors.isEmpty
    return party
  }

  /// Whether a program's makers bear its name: "attacked by LockBit".
  func isGang(_ entity: Int) -> Bool {
    registry[entity].kind == .malware && text.table.contains(registry[entity].key.utf8, in: .gangs)
  }

  /// "the DarkSide ransomware", "le rançongiciel DarkSide": the name beside a word for malware, which its makers bear too.
  mutating func gang(ofMalware phrase: NounPhrase) -> Party? {
    let head = phrase.headPosition
    guard
      text.lexemes(at: head).contains(where: {
        $0.lexeme.category == .threat || $0.lexeme.category == .behaviour
      })
    else { return nil }
    for position in [head - 1, head + 1] where text.tokens.indices.contains(position) {
      guard let match = bestName(covering: position), Int(match.end) == head || Int(match.first) == head + 1,
        let entry = text.entry(match.entry), entry.kind == .malware || entry.kind == .group
      else { continue }
      let entity = registry.insert(entry, from: text.table)
      return Party(entities: [entity], tokens: phrase.core, level: .group, isActor: true)
    }
    return nil
  }

  /// Where a preposition in the phrase begins to tell of a deed; the phrase's end if none does.
  func deedStart(after start: Int, _ phrase: NounPhrase) -> Int {
    var isRelative = false
    for position in start..<max(start, phrase.span.upperBound) {
      let lexemes = text.lexemes(at: position)
      if lexemes.contains(where: { $0.lexeme.category == .pronoun && $0.lexeme.means(PronounWord.relative) })
      {
        isRelative = true
      }
      // "un groupe baptisé X était derrière l'attaque Y": behind its verb a clause names nobody else for the group.
      if !isRelative,
        lexemes.contains(where: { $0.lexeme.category == .auxiliary && $0.lexeme.form == .finite })
      {
        return position
      }
      guard lexemes.contains(where: { $0.lexeme.category == .preposition }) else {
        continue
      }
      let behind = position + 1..<min(position + 7, phrase.span.upperBound)
      // "de l'armée russe" is a body, though "armer" is a deed.
      if behind.contains(where: {
        text.lexeme(.behaviour, covering: $0) != nil && text.lexeme(.organ, covering: $0) == nil
      }) {
        return position
      }
    }
    return phrase.span.upperBound
  }

  /// The phrase's core up to a preposition that governs a deed, which the tree has hung on the noun: "[blamed] hackers for
  /// the breach".
  func withoutDeed(_ phrase: NounPhrase, in segment: Segment) -> Range<Int> {
    for node in segment.children(phrase.head).map(Int.init)
    where node > phrase.head && segment.isNominal(node) {
      guard let start = segment.child(node, .case).map({ segment.positions[$0] }),
        phrase.core.contains(start),
        // "a man in connection with the hack"
        ([node] + segment.children(node).map(Int.init)).contains(where: { place in
          segment.isNominal(place)
            && text.lexemes(at: segment.positions[place]).contains { $0.lexeme.category == .behaviour }
        })
      else { continue }
      return phrase.core.lowerBound..<start
    }
    return phrase.core
  }
}

extension ActorWord {
  /// Whether a name beside the word, neutral in itself, is one of attackers: "the group X", not "the contractor X".
  var isAttackers: Bool {
    switch self {
    case .contractor, .operator, .network, .employee, .member: false
    default: true
    }
  }
}
