import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Reads the party that a noun phrase names, and keeps the entities and the focus of the text as it goes.
///
/// Sentences are to be read in order, since pronouns and definite descriptions look back.
struct PartyReader: Sendable {
  let text: AnalysedText
  var registry = EntityRegistry()
  var discourse = Discourse()
  /// Who speaks in the first person here: the speaker of a quotation, or nil outside of one.
  var firstPerson: [Int]?
  /// Who is spoken to here: whoever answers in a talk, or nil outside of one.
  var addressee: [Int]?
  /// The folds of words that have a capital within a sentence, once they were asked for.
  var nameFolds: Set<UInt32>?
  /// What acronyms stand for by the text's own words, once it was asked for.
  var definitions: [UInt32: Range<Int>]?
  /// Whether the subject of a verb of claiming is read: whoever spoke before is likelier to be meant than whoever was
  /// spoken of.
  var isSpeaking = false
  /// Whether the subject of a verb is read that judges attackers and is none: "assess", "sanction".
  var isJudging = false
  /// Whether what is read tells of a hostile deed, whose doer a pronoun stands for.
  var isActing = false
  /// Whether whoever is blamed, condemned or called upon is read: who was blamed before is likelier to be meant than who blamed them.
  var isBlaming = false
  /// Whether the subject of a denial is read: whoever was blamed before is likelier to be meant than who blamed them.
  var isAnswering = false
  /// Whose reported words are being read: "it" and "they" in them are theirs first.
  var reporting: [Int]?
  /// Who tells of what is being read, in reported words or a quotation.
  var telling: [Int]? { reporting ?? firstPerson }

  /// A reader at the start of a text.
  init(_ text: AnalysedText) { self.text = text }

  /// The party that the noun phrase with this head names, with those it is listed with.
  ///
  /// Lists are followed word by word, since trees of long ones are unsure: "the US, the UK and their allies,
  /// including Japan".
  mutating func party(at node: Int, in segment: Segment) -> Party {
    let node = listStart(before: node, in: segment)
    var party = single(at: node, in: segment)
    guard !party.entities.isEmpty, let last = segment.positions.last else { return party }
    let first = segment.positions[node]
    var position = max(
      memberEnd(from: first, in: segment), party.tokens?.upperBound ?? 0 > first + 12 ? first + 1 : 0)
    var pending: [Party] = []
    let prepositions = repeatable(before: node, in: segment)
    while position <= last,
      let next = memberStart(after: position, repeating: prepositions, in: segment)
    {
      guard let member = segment.node(at: next.start).map({ topNode(of: $0, in: segment) }),
        segment.positions[member] >= position
      else { break }
      let one = self.member(member, at: next.start, in: segment)
      guard !one.entities.isEmpty, one.entities.allSatisfy({ registry[$0].kind.isParty }) else { break }
      if next.closes, opensClause(member, besides: node, in: segment) { break }
      pending.append(one)
      if next.closes {
        for one in pending { party = party.joined(one) }
        pending = []
      }
      position = memberEnd(from: max(next.start, segment.positions[member]), in: segment)
    }
    return party
  }

  /// The head of the name or noun that a node belongs to.
  func topNode(of node: Int, in segment: Segment) -> Int {
    var top = node
    while let head = segment.head(top), head > top, head < top + 5, segment.isNominal(head) {
      switch segment.tree.relations[top] {
      case .compound, .flat, .amod, .nummod: top = head
      default: return top
      }
    }
    return top
  }

  /// A party for one who is blamed: ransomware and the gang behind it share a name, and blame falls on the gang.
  mutating func blamedParty(at node: Int, in segment: Segment) -> Party {
    isBlaming = true
    let party = party(at: node, in: segment)
    isBlaming = false
    for entity in party.entities where registry[entity].kind == .malware { registry[entity].kind = .group }
    return party
  }

  /// One member of a coordination.
  mutating func single(at node: Int, in segment: Segment) -> Party {
    let phrase = NounPhrase(head: node, in: segment, text: text)
    var party = read(phrase, in: segment)
    party.tokens = party.tokens ?? phrase.span
    party.isPlural = phrase.organ != nil && phrase.isPlural(in: text)
    if !party.entities.isEmpty {
      for entity in party.entities where !phrase.isPronoun {
        registry.mention(entity, at: text.range(of: phrase.nameSpan ?? phrase.bare(in: text)))
        if registry[entity].gender == nil { registry[entity].gender = phrase.gender(in: text) }
      }
    }
    return party
  }

  /// What the phrase names, by what its head is.
  private mutating func read(_ phrase: NounPhrase, in segment: Segment) -> Party {
    // "one of the officials", "l'un des enquêteurs"
    if [.num, .pron, .det, .adj].contains(segment.tree.tags[phrase.head]), phrase.pronoun == nil,
      let whole = segment.complement(of: phrase.head, behind: [.of], in: text)
    {
      // "one of them, Rūta Kazlauskė"
      if let beside = segment.child(phrase.head, .appos) ?? segment.child(whole, .appos),
        let name = plainName(
          around: segment.positions[beside],
          within: segment.positions[beside]..<min(segment.positions[beside] + 4, text.tokens.count)),
        looksLikePerson(name)
      {
        return Party(
          entities: [insertPerson(name, role: nil, partOf: nil, nil)], tokens: phrase.span, level: .person)
      }
      var party = single(at: whole, in: segment)
      if isOne(phrase.headPosition) { party.entities = party.entities.map { oneOf($0) } }
      party.tokens = phrase.span
      return party
    }
    if text.isLexeme(at: phrase.headPosition, .negation, NegationWord.no), phrase.core.count == 1 {
      return Party(entities: [], tokens: phrase.core, reason: "nobody")
    }
    if let pronoun = phrase.pronoun { return resolve(pronoun, phrase, in: segment) }
    if let counted = national(behind: phrase, in: segment) { return single(at: counted, in: segment) }
    if let person = personOfBody(phrase, in: segment) { return person }
    if let named = named(phrase, in: segment) { return named }
    if let name = ClusterName.find(covering: phrase.headPosition, in: text) {
      return Party(entities: [cluster(name)], tokens: name, level: .group, isActor: true)
    }
    if let role = phrase.role {
      if role.lexeme.means(RoleWord.witness), let named = pseudonym(behind: role, phrase) { return named }
      return person(role, phrase, in: segment)
    }
    if let named = bodyNamedBehind(phrase, in: segment) { return named }
    if let owner = ownerOfTeam(phrase, in: segment) { return owner }
    if let actor = phrase.actor, !isTrade(actor, phrase) {
      if let business = businessSpeaking(actor, phrase) { return business }
      return attackers(actor, phrase, in: segment)
    }
    if let organ = phrase.organ { return institution(organ, phrase, in: segment) }
    if let gang = gang(ofMalware: phrase) { return gang }
    if let name = phrase.properName { return unknownName(name, phrase, in: segment) }
    if segment.tree.tags[phrase.head] == .noun, let named = selfNamed(phrase) { return named }
    // "un programmeur nord-coréen, Park Jin Hyok, pour …"
    if segment.tree.tags[phrase.head] == .noun,
      let named = named(besides: phrase, isPlural: text.isPlural(phrase.headPosition), in: segment)
    {
      return named
    }
    return Party(
      entities: [], tokens: phrase.span,
      reason: "'\(text.words(phrase.core))' names no party that is known here")
  }

  /// Whether a word before "of" picks one out, not several.
  private func isOne(_ position: Int) -> Bool {
    text.tokens[position].kind != .number
      && !text.lexemes(at: position).contains { match in
        match.lexeme.category == .determiner && match.lexeme.as(DeterminerWord.self)?.isPlural == true
          || match.lexeme.means(DeterminerWord.two)
      }
  }

  /// One of several people without names, whom "he" may mean as it cannot mean them all.
  private mutating func oneOf(_ several: Int) -> Int {
    guard registry[several].isUnnamed, registry[several].isPlural else { return several }
    var draft = EntityRegistry.Draft(
      kind: registry[several].kind, name: registry[several].name, partOf: registry[several].partOf,
      role: registry[several].role, key: "one-of:" + registry[several].key)
    draft.names = registry[several].names
    draft.isUnnamed = true
    return registry.insert(draft)
  }

  /// A name of the catalogues at the phrase's head.
  private mutating func named(_ phrase: NounPhrase, in segment: Segment) -> Party? {
    guard let match = bestName(covering: phrase.headPosition, in: phrase) else { return nil }
    guard let entry = text.entry(match.entry) else { return nil }
    if match.usage == .demonym, phrase.role != nil || phrase.organ != nil || phrase.actor != nil {
      return nil
    }
    // "la procureure de Paris, Laure Beccuau": the name of an office, and who holds it.
    if let role = phrase.role, entry.kind == .agency, match.first == role.first,
      personName(beside: phrase, role: role, in: segment) != nil
    {
      return person(role, phrase, in: segment)
    }
    if match.usage == .demonym {
      if let own = nameAfterDemonym(match, phrase, in: segment) { return own }
      if areNationals(phrase, in: segment) { return nationals(of: entry, phrase, in: segment) }
    }
    let entity = registry.insert(entry, from: text.table)
    var party = Party(entities: [entity], level: level(of: entity))
    // Ransomware and the gang behind it share a name; as a party it is the gang.
    party.isActor = registry[entity].kind == .group || registry[entity].kind == .malware
    addSponsor(to: &party, phrase, in: segment)
    return party
  }

  /// "l'américain FireEye": the adjective that the tree made the head only says where the one named after it is from.
  private mutating func nameAfterDemonym(_ match: NameMatch, _ phrase: NounPhrase, in segment: Segment)
    -> Party?
  {
    let next = Int(match.end)
    guard next < text.tokens.count, let node = segment.node(at: next), ProperName.isNameWord(next, in: text)
    else { return nil }
    // "le Russe Ivan Petrov": a capital makes a national of it, and the name is that of a person.
    if text.tokens[Int(match.first)].shape.contains(.capitalised) {
      guard
        let name = ProperName.find(around: next, in: text, within: next..<min(next + 4, text.tokens.count)),
        name.lowerBound == next, name.count > 1, looksLikePerson(name), text.names(covering: next).isEmpty
      else { return nil }
      let entity = insertPerson(name, role: text.word(Int(match.first)), partOf: nil, phrase)
      return Party(entities: [entity], tokens: Int(match.first)..<name.upperBound, level: .person)
    }
    if let known = bestName(covering: next), Int(known.first) == next, known.usage != .demonym {
      return single(at: node, in: segment)
    }
    guard let name = ProperName.find(around: next, in: text, within: next..<min(next + 5, text.tokens.count))
    else { return nil }
    return unknownName(name, phrase, in: segment)
  }

  /// The best reading of the name over a token: not a mere place or product where a party reads as well.
  func bestName(covering token: Int, in phrase: NounPhrase? = nil) -> NameMatch? {
    let matches = text.names(covering: token)
    if matches.count < 2 { return matches.first }
    var best: NameMatch?
    var bestScore = -1
    for match in matches {
      guard let entry = text.entry(match.entry) else { continue }
      var score = EntityKind(entry.kind).isParty ? 2 : 0
      if match.usage != .alias { score += 1 }
      if let known = registry.find(entry.id), !registry[known].mentions.isEmpty { score += 2 }
      if TextFolding.fold(entry.name).hasPrefix(
        TextFolding.fold(text.words(Int(match.first)..<Int(match.end))))
      {
        score += 2
      }
      if score > bestScore {
        best = match
        bestScore = score
      }
    }
    return best
  }

  /// The level of blame that naming the entity amounts to.
  func level(of entity: Int) -> Level {
    switch registry[entity].kind {
    case .state: .state
    case .agency: .agency
    case .organisation: registry[entity].key == "organisation.eu" ? .state : .unknown
    case .company: .company
    case .person: .person
    case .group, .malware, .campaign: .group
    default: .unknown
    }
  }
}
