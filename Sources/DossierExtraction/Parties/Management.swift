import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who runs a body or speaks for it, where nobody is named: "la direction de l'hôpital", "the company's management", "the
/// press office". What they say is said by the body.
extension PartyReader {
  /// The body that the management is of; nil where the text does not tell.
  mutating func managed(_ organ: LexemeMatch, _ phrase: NounPhrase, in segment: Segment) -> Party? {
    var described: Party?
    var isOfOther = false
    for child in segment.children(phrase.head).map(Int.init) {
      switch segment.tree.relations[child] {
      case .nmod, .nmodPoss, .compound, .amod, .appos: break
      default: continue
      }
      guard !(Int(organ.first)..<Int(organ.end)).contains(segment.positions[child]) else { continue }
      if let preposition = segment.preposition(of: child, in: text), ![.of, .from].contains(preposition) {
        continue
      }
      let body = party(at: child, in: segment)
      // "la direction de la chaîne": of the press, or of whom nobody knows.
      if segment.child(child, .case) != nil, text.lexeme(.organ, covering: segment.positions[child]) != nil {
        isOfOther = true
      }
      if body.entities.count == 1, isOfOther, isMedia(body.entities[0]), !registry[body.entities[0]].isUnnamed
      {
        return Party(entities: body.entities, tokens: phrase.core, level: level(of: body.entities[0]))
      }
      guard !body.entities.isEmpty, body.entities.allSatisfy(isBody) else { continue }
      described = Party(entities: body.entities, tokens: phrase.core, level: level(of: body.entities[0]))
      if body.entities.allSatisfy({ !registry[$0].isUnnamed }) { return described }
    }
    let known: Int?
    if let possessive = phrase.possessive(in: text) {
      known = referent(of: possessive.lexeme).flatMap { $0.count == 1 ? $0.first : nil }
    } else {
      known = isOfOther ? nil : bodySpokenOf()
    }
    guard let known, isBody(known) else { return described }
    return Party(entities: [known], tokens: phrase.core, level: level(of: known))
  }

  /// The company, hospital or the like that the text speaks of: the last one in focus that nobody has blamed.
  mutating func bodySpokenOf() -> Int? {
    discourse.latest(
      prefersSpeaker: true,
      where: { item in
        item.entities.count == 1 && item.entities.allSatisfy(isBody) && !areAccused(item.entities)
      })?.entities.first ?? bodyMentionedBefore()
  }

  /// The state, or a body of one, that was spoken of last and is not blamed.
  func stateSpokenOf() -> Int? {
    discourse.latest(prefersSpeaker: false) { item in
      item.entities.count == 1 && registry.state(of: item.entities[0]) != nil && !areAccused(item.entities)
    }.flatMap { registry.state(of: $0.entities[0]) }
  }

  /// Whether an entity is a body that somebody runs: no state, no attackers, no press.
  private func isBody(_ entity: Int) -> Bool {
    switch registry[entity].kind {
    case .company, .organisation: !isMedia(entity)
    default: false
    }
  }
}
