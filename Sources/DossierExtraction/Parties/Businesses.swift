import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Businesses behind words that attackers and organs of states are called by too: "l'opérateur Voxtel", "the group", "Microsoft's threat team".
extension PartyReader {
  /// Whether one of the sentences before calls a business by the same word and what sort of one it is: "un groupe hospitalier".
  func tellsOfBusiness(calledLike word: Int) -> Bool {
    let start = max(0, word - 120)
    return text.lexemes(in: start..<word).contains { match in
      match.lexeme.as(OrganWord.self)?.isCommercial == true && match.end - match.first > 1
        && text.folded(Int(match.first)) == text.folded(word)
    }
  }

  /// "L'opérateur télécoms Voxtel": a business, where a word for attackers is one for businesses too and nothing ties it to a
  /// state or to malware.
  func isTrade(_ actor: LexemeMatch, _ phrase: NounPhrase) -> Bool {
    actor.lexeme.means(ActorWord.operator) && phrase.organ != nil
      // "operators" of malware are many.
      && (actor.lexeme.language == .fr || !text.isPlural(phrase.headPosition))
      && !text.lexemes(in: phrase.span).contains {
        $0.lexeme.category == .affiliation || $0.lexeme.category == .behaviour
      }
      && !text.names(in: phrase.core).contains { match in
        text.entry(match.entry).map { $0.kind == .malware || $0.kind == .group } ?? false
      }
  }

  /// "… », a précisé le groupe": a word for groups of attackers and for businesses, as a subject of speaking, is the business
  /// that the text is about where no attackers were named before.
  mutating func businessSpeaking(_ actor: LexemeMatch, _ phrase: NounPhrase) -> Party? {
    guard isSpeaking, actor.lexeme.has(.neutral), actor.lexeme.as(ActorWord.self)?.isPeople == false,
      lastGroup == nil, phrase.isDefinite(in: text),
      phrase.core.count <= 4
        && !phrase.core.contains(where: { $0 > phrase.headPosition && ProperName.isNameWord($0, in: text) })
        || isPlaced(phrase),
      let word = phrase.organ?.lexeme.as(OrganWord.self), word.isCommercial
    else { return nil }
    return definite(word, phrase)
  }

  /// "le groupe de Clermont-Ferrand": nothing but a name behind "de", which is where a business is or whose.
  func isPlaced(_ phrase: NounPhrase) -> Bool {
    let of = phrase.headPosition + 1
    return text.isFrench && of + 1 < phrase.core.upperBound
      && text.isLexeme(at: of, .preposition, PrepositionWord.of)
      && (of + 1..<phrase.core.upperBound).allSatisfy { position in
        text.tokens[position].kind == .mark
          || ProperName.isNameWord(position, in: text)
            && text.names(covering: position).allSatisfy { text.entry($0.entry)?.kind == .state }
      }
  }

  /// "Microsoft's threat intelligence team": a team speaks for the one it belongs to, whatever word of it the tree has
  /// made the head.
  mutating func ownerOfTeam(_ phrase: NounPhrase, in segment: Segment) -> Party? {
    let compounds = segment.children(phrase.head).map(Int.init).filter {
      segment.tree.relations[$0] == .compound
    }
    guard
      let owner = ([phrase.head] + compounds).lazy.compactMap({ segment.child($0, .nmodPoss) }).first,
      phrase.role == nil,
      // "Its embassy": no business has one.
      phrase.organ?.lexeme.means(OrganWord.embassy) != true,
      phrase.organ?.lexeme.means(OrganWord.mission) != true,
      let last = segment.subtree(owner).last.map({ segment.positions[$0] }),
      (last + 1..<max(last + 1, phrase.core.upperBound)).contains(where: {
        text.lexeme(.organ, covering: $0) != nil
      })
    else { return nil }
    let party = single(at: owner, in: segment)
    guard
      party.entities.contains(where: {
        !registry[$0].isUnnamed && (registry[$0].kind == .company || registry[$0].kind == .organisation)
      })
    else { return nil }
    return Party(entities: party.entities, tokens: phrase.core, level: party.level)
  }
}
