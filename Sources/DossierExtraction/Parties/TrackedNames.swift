import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Attackers by the name that somebody gives them: "the group Microsoft tracks as Storm-0558", "le groupe que Cisco appelle X".
extension PartyReader {
  /// The one whose name a clause behind a word for attackers gives; whoever calls them so is not meant.
  mutating func nameGiven(behind phrase: NounPhrase, in segment: Segment) -> Party? {
    guard
      let name = nameGiven(after: phrase.headPosition, in: segment)
        ?? clauseBehindComma(of: phrase.head, in: segment).flatMap({ nameGiven(after: $0, in: segment) }),
      let node = segment.node(at: name)
    else { return nil }
    // "UAT-4356", of which "UAT" alone may be listed
    let end = ClusterName.end(from: name, in: text).flatMap { end in
      text.names(covering: name).contains { Int($0.end) >= end } ? nil : end
    }
    let named =
      end.map { Party(entities: [cluster(name..<$0)]) }
      ?? single(at: topNode(of: node, in: segment), in: segment)
    guard !named.entities.isEmpty else { return nil }
    var party = Party(entities: named.entities, tokens: phrase.span, level: .group, isActor: true)
    addSponsor(to: &party, phrase, in: segment)
    return party
  }

  /// Where the name stands that is given to the noun at a position.
  private func nameGiven(after noun: Int, in segment: Segment) -> Int? {
    var start = noun + 1
    if start < text.tokens.count, isRelative(start) { start += 1 }
    let end = min(start + 6, text.tokens.count)
    guard start + 2 < end,
      // Whoever calls it so stands first: "which is called X" is not told by anybody.
      ProperName.isNameWord(start, in: text)
        || text.lexemes(at: start).contains(where: { match in
          match.lexeme.category == .pronoun && match.lexeme.has(.subject)
        }) || text.lexeme(.role, covering: start) != nil || text.lexeme(.organ, covering: start) != nil,
      let verb = (start + 1..<end).first(where: { position in
        text.lexemes(at: position).contains { match in
          match.lexeme.category == .alias && match.lexeme.partOfSpeech == .verb
            && [.finite, .participle].contains(match.lexeme.form)
        }
      }),
      (start..<verb).allSatisfy({ text.tokens[$0].kind == .word })
    else { return nil }
    var name = verb + 1
    // "as", "sous le nom de"
    if let link = text.lexemes(at: name).first(where: { match in
      match.lexeme.means(AliasWord.as) || match.lexeme.means(PrepositionWord.as)
    }) {
      name = Int(link.end)
    }
    guard name < text.tokens.count,
      ProperName.isNameWord(name, in: text) || !text.names(covering: name).isEmpty
    else { return nil }
    return name
  }

  /// "le groupe à l'origine de l'attaque, que Cisco suit sous le nom de X": the comma before a clause that tells more of a noun.
  private func clauseBehindComma(of noun: Int, in segment: Segment) -> Int? {
    segment.children(noun).map(Int.init).first { segment.tree.relations[$0] == .aclRelcl && $0 > noun }
      .flatMap { clause in segment.subtree(clause).first { segment.tree.tags[$0] != .punct } }
      .map { segment.positions[$0] - 1 }
      .flatMap { text.tokens[$0].kind == .mark ? $0 : nil }
  }

  private func isRelative(_ position: Int) -> Bool {
    text.lexemes(at: position).contains { $0.lexeme.means(PronounWord.relative) }
  }
}
