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

  /// A reader at the start of a text.
  init(_ text: AnalysedText) { self.text = text }

  /// The party that the noun phrase with this head names, with those coordinated to it.
  mutating func party(at node: Int, in segment: Segment) -> Party {
    var result: Party?
    for member in segment.coordinated(node)
    where member == node || segment.isNominal(member) || segment.tree.tags[member] == .adj {
      if member != node, segment.child(member, .nsubj, .cop) != nil { continue }
      let one = single(at: member, in: segment)
      result = result.map { $0.joined(one) } ?? one
    }
    var party = result ?? Party(entities: [], reason: "no words")
    if party.entities.isEmpty == false, let members = enumerated(after: node, in: segment) {
      party = expanded(party, by: members)
    }
    return party
  }

  /// One member of a coordination.
  private mutating func single(at node: Int, in segment: Segment) -> Party {
    let phrase = NounPhrase(head: node, in: segment, text: text)
    var party = read(phrase, in: segment)
    party.tokens = party.tokens ?? phrase.span
    if !party.entities.isEmpty {
      for entity in party.entities where !phrase.isPronoun {
        registry.mention(entity, at: text.range(of: phrase.nameSpan ?? phrase.core))
        if registry[entity].gender == nil { registry[entity].gender = phrase.gender(in: text) }
      }
    }
    return party
  }

  /// What the phrase names, by what its head is.
  private mutating func read(_ phrase: NounPhrase, in segment: Segment) -> Party {
    if let pronoun = phrase.pronoun { return resolve(pronoun, phrase, in: segment) }
    if let named = named(phrase, in: segment) { return named }
    if let role = phrase.role { return person(role, phrase, in: segment) }
    if let actor = phrase.actor { return attackers(actor, phrase, in: segment) }
    if let organ = phrase.organ { return institution(organ, phrase, in: segment) }
    if let name = phrase.properName { return unknownName(name, phrase, in: segment) }
    return Party(
      entities: [], tokens: phrase.span,
      reason: "'\(text.words(phrase.core))' names no party that is known here")
  }

  /// A name of the catalogues at the phrase's head.
  private mutating func named(_ phrase: NounPhrase, in segment: Segment) -> Party? {
    guard let match = bestName(covering: phrase.headPosition, in: phrase) else { return nil }
    guard let entry = text.entry(match.entry) else { return nil }
    if match.usage == .demonym, phrase.role != nil || phrase.organ != nil || phrase.actor != nil {
      return nil
    }
    var entity = registry.insert(entry, from: text.table)
    if let organ = organ(of: entity, in: phrase, segment: segment) { entity = organ }
    var party = Party(entities: [entity], level: level(of: entity))
    party.isActor = registry[entity].kind == .group
    addSponsor(to: &party, phrase, in: segment)
    return party
  }

  /// `Washington's ambassador` is read at "ambassador"; here a state's name that an institution's name follows
  /// ("Britain's NCSC") needs nothing more.
  private func organ(of entity: Int, in phrase: NounPhrase, segment: Segment) -> Int? { nil }

  /// The best reading of the name over a token: not a mere place or product where a party reads as well.
  func bestName(covering token: Int, in phrase: NounPhrase? = nil) -> NameMatch? {
    let matches = text.names(covering: token)
    var best: NameMatch?
    var bestScore = -1
    for match in matches {
      guard let entry = text.entry(match.entry) else { continue }
      var score = EntityKind(entry.kind).isParty ? 2 : 0
      if match.usage != .alias { score += 1 }
      if let known = registry.find(entry.id), !registry[known].mentions.isEmpty { score += 2 }
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

  /// The members that a phrase lists after a collective ("leurs alliés, notamment l'Union européenne, le Japon").
  private mutating func enumerated(after node: Int, in segment: Segment) -> [Int]? { nil }

  private func expanded(_ party: Party, by members: [Int]) -> Party {
    var party = party
    party.entities += members.filter { !party.entities.contains($0) }
    return party
  }
}
