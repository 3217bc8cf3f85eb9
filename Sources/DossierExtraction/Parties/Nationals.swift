import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// People of a state, who are not the state: "quatre Iraniens", "a Moldovan", "a dual Russian and Israeli national".
extension PartyReader {
  /// "A dual Russian and Israeli national": the noun that an adjective taken for the head stands before.
  func national(behind phrase: NounPhrase, in segment: Segment) -> Int? {
    func isDemonym(_ position: Int) -> Bool {
      text.names(covering: position).contains { $0.usage == .demonym }
    }
    guard text.isEnglish, isDemonym(phrase.headPosition) else { return nil }
    var next = phrase.headPosition + 1
    while next < text.tokens.count, next < phrase.headPosition + 4,
      isDemonym(next) || text.isLexeme(at: next, .coordination, CoordinationWord.and)
    {
      next += 1
    }
    guard next > phrase.headPosition + 1, next < text.tokens.count,
      text.lexeme(.actor, covering: next)?.lexeme.as(ActorWord.self)?.isPeople == true
    else { return nil }
    return segment.node(at: next)
  }

  /// Whether a demonym means people and not their state.
  func areNationals(_ phrase: NounPhrase, in segment: Segment) -> Bool {
    isOfPeople(phrase) || isCounted(phrase, in: segment) || isOnePerson(phrase, in: segment)
  }

  /// "quatre Iraniens", "several Russians", "des Chinois".
  private func isOfPeople(_ phrase: NounPhrase) -> Bool {
    guard segmentIsNoun(phrase) else { return false }
    let before = (max(0, phrase.headPosition - 3)..<phrase.headPosition).reversed().prefix { position in
      text.tokens[position].kind != .mark
    }
    return before.contains { position in
      text.tokens[position].kind == .number
        || text.lexemes(at: position).contains { match in
          match.lexeme.category == .determiner && match.lexeme.as(DeterminerWord.self)?.isPlural == true
            && !match.lexeme.has(.definite)
        }
    }
  }

  /// "a Moldovan", "un Russe": a capitalised adjective behind an article, in the singular and without a noun behind it.
  private func isOnePerson(_ phrase: NounPhrase, in segment: Segment) -> Bool {
    guard !text.isPlural(phrase.headPosition), text.tokens[phrase.headPosition].shape.contains(.capitalised),
      !isNation(phrase)
    else { return false }
    if let next = segment.node(at: phrase.headPosition + 1) {
      switch segment.tree.tags[next] {
      case .noun, .propn, .adj, .part: return false
      default: if text.word(segment.positions[next]) == "-" { return false }
      }
    }
    return (max(0, phrase.headPosition - 7)..<phrase.headPosition).reversed().prefix { position in
      text.word(position) == "-" || text.tokens[position].kind != .mark
    }.contains { position in
      text.lexemes(at: position).contains { match in
        match.lexeme.category == .determiner && match.lexeme.as(DeterminerWord.self)?.isPlural != true
      }
    }
  }

  /// "the Chinese", "the British": an English adjective that has no plural means them all behind "the".
  private func isNation(_ phrase: NounPhrase) -> Bool {
    guard text.isEnglish, phrase.isDefinite(in: text) else { return false }
    return text.table.contains(text.folded(phrase.headPosition), in: .invariableNations)
  }

  /// "vingt Taïwanais": a number in words counts people.
  private func isCounted(_ phrase: NounPhrase, in segment: Segment) -> Bool {
    segmentIsNoun(phrase) && segment.child(phrase.head, .nummod) != nil
  }

  private func segmentIsNoun(_ phrase: NounPhrase) -> Bool {
    (phrase.core.upperBound == phrase.headPosition + 1
      || text.lexeme(.preposition, covering: phrase.headPosition + 1) != nil)
      && (text.isPlural(phrase.headPosition)
        || text.isEnglish && text.table.contains(text.folded(phrase.headPosition), in: .invariableNations))
      && text.tokens[phrase.headPosition].shape.contains(.capitalised)
  }

  /// Unnamed people of a state, who are blamed as a group and not as the state.
  mutating func nationals(of entry: KnowledgeEntry, _ phrase: NounPhrase, in segment: Segment) -> Party {
    if let named = named(besides: phrase, isPlural: text.isPlural(phrase.headPosition), in: segment) {
      return named
    }
    let state = registry.insert(entry, from: text.table)
    let core = phrase.core.clamped(to: phrase.core.lowerBound..<phrase.headPosition + 1)
    let words = text.words(core)
    var draft = EntityRegistry.Draft(
      kind: .group, name: words, partOf: nil,
      key: "nationals:\(registry[state].key):" + TextFolding.fold(words))
    draft.isUnnamed = true
    draft.isTold = true
    draft.isPlural = text.isPlural(phrase.headPosition) || phrase.isPlural(in: text)
    if !draft.isPlural { draft.kind = .person }
    draft.names = ["en": draft.isPlural ? "nationals of \(entry.name)" : "national of \(entry.name)"]
    return Party(
      entities: [registry.insert(draft)], tokens: core, level: draft.isPlural ? .group : .person)
  }
}
