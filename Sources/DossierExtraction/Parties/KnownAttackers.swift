import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Attackers that the text speaks of again without their name: "the group", "the suspect", "the same hackers".
extension PartyReader {
  /// "the group, NoName057(16), said": its name stands behind the comma.
  func isNamedBehindComma(_ phrase: NounPhrase) -> Bool {
    let comma = phrase.headPosition + 1
    guard comma + 1 < text.tokens.count, text.isComma(comma) else { return false }
    return text.names(covering: comma + 1).contains { match in
      Int(match.first) == comma + 1 && text.entry(match.entry).map { $0.kind == .group } == true
    }
  }

  /// The group that was spoken of last, by its name where it has one.
  var lastGroup: Int? {
    func latest(_ isNamed: Bool) -> Int? {
      discourse.latest(prefersSpeaker: false) { item in
        item.entities.count == 1
          && (registry[item.entities[0]].kind == .group || isGang(item.entities[0]))
          && (!isNamed || !registry[item.entities[0]].isUnnamed)
      }?.entities.first
    }
    return latest(true) ?? latest(false)
  }

  /// The group with a name that was spoken of last.
  var lastNamedGroup: Int? { lastGroup.flatMap { registry[$0].isUnnamed ? nil : $0 } }

  /// "blamed Conti for the attack": a name that nothing but the blame tells to be one of attackers.
  private var lastBlamedName: Int? {
    discourse.accused.last { entity in
      registry[entity].key.hasPrefix("organisation:") && !registry[entity].isUnnamed
    }
  }

  /// "the suspect", "le jeune homme", "the pair": who was blamed or charged last.
  func knownSuspect(_ actor: LexemeMatch, _ phrase: NounPhrase) -> Party? {
    guard let word = actor.lexeme.as(ActorWord.self), word.isPeople || word.mayBeOne,
      phrase.isDefinite(in: text),
      // "les deux mis en cause" is one word for them.
      case let words = Int(actor.end - actor.first), phrase.core.count - words < 3
    else { return nil }
    let isPlural = words > 1 ? phrase.isPlural(in: text) : text.isPlural(phrase.headPosition)
    // "accused Mark Dunn … the hacker": only one person, and the one who was blamed last.
    if !word.isPeople {
      guard !isPlural, let last = discourse.accusations.last, last.count == 1,
        registry[last[0]].kind == .person, !registry[last[0]].isPlural
      else { return nil }
      return Party(entities: last, tokens: phrase.core, level: .person, isActor: true)
    }
    // "Moradi and Salehi": several who were blamed together.
    if isPlural,
      let several = discourse.accusations.last(where: { entities in
        entities.contains { registry[$0].kind == .person || registry[$0].kind == .group }
      })?.filter({ registry[$0].kind == .person }), several.count > 1
    {
      return Party(entities: several, tokens: phrase.core, level: .person, isActor: true)
    }
    guard
      let known = discourse.accused.last(where: { entity in
        registry[entity].isPlural == isPlural
          && (registry[entity].kind == .person || isPlural && registry[entity].kind == .group)
      })
    else { return nil }
    return Party(entities: [known], tokens: phrase.core, level: .person, isActor: true)
  }

  /// "the group", "le gang", "the hackers": the last group that was named or described.
  func knownAttackers(_ actor: LexemeMatch, _ phrase: NounPhrase) -> Party? {
    guard phrase.isDefinite(in: text) || phrase.possessive(in: text) != nil,
      phrase.headPosition - phrase.core.lowerBound <= 3, !isOfSomebody(phrase),
      // "the defendant" is one of them at most.
      actor.lexeme.as(ActorWord.self)?.isPeople == false || !actor.lexeme.has(.neutral)
        || text.isPlural(phrase.headPosition)
    else { return nil }
    guard let group = lastGroup ?? lastBlamedName else { return nil }
    var party = Party(entities: [group], tokens: phrase.core, level: .group, isActor: true)
    party.sponsors = discourse.sponsors[group] ?? []
    if !party.sponsors.isEmpty { party.level = .stateBacked }
    return party
  }

  /// "l'équipe de réponse de Kudelski Security": the name of a house stands behind it, and of no attackers or state.
  func isOfSomebody(_ phrase: NounPhrase) -> Bool {
    phrase.span.contains { position in
      position > phrase.headPosition + 1 && ProperName.isNameWord(position, in: text)
        && text.names(covering: position).allSatisfy { match in
          text.entry(match.entry).map { $0.kind == .company || $0.kind == .organisation } == true
        }
        && !text.lexemes(in: phrase.headPosition + 1..<position).contains { match in
          [.auxiliary, .cue, .behaviour, .affiliation].contains(match.lexeme.category)
            || match.lexeme.means(PrepositionWord.to)
        }
    }
  }

  /// "the same aggressors", "ces mêmes acteurs": the attackers, or the state, that were blamed last.
  func sameAttackers(_ phrase: NounPhrase) -> Party? {
    guard
      phrase.core.contains(where: { position in
        position < phrase.headPosition && text.table.contains(text.folded(position), in: .sameWords)
      }),
      let blamed = discourse.accusations.last(where: { entities in
        entities.contains { [.group, .state, .agency].contains(registry[$0].kind) }
      })
    else { return nil }
    return Party(
      entities: blamed, tokens: phrase.core, level: blamed.first.map { level(of: $0) } ?? .unknown,
      isActor: true)
  }
}

extension ActorWord {
  /// Whether the word, which is mostly one of groups, may stand for a single person: "the hacker".
  fileprivate var mayBeOne: Bool {
    switch self {
    case .hacker, .criminal, .spy, .attacker, .culprit, .hacktivist: true
    default: false
    }
  }
}
