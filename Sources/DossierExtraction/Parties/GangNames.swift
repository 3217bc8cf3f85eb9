import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What a name beside a word for attackers is: theirs, a state's that they share, or that of a tool of theirs.
extension PartyReader {
  /// Whether a verb stands between two places, other than one that gives a name ("called").
  func isVerb(after start: Int, before end: Int, in segment: Segment) -> Bool {
    (start..<max(start, end)).contains { position in
      segment.node(at: position).map { segment.tree.tags[$0] == .verb } == true
        && !text.table.contains(text.folded(position), in: .namingWords)
    }
  }

  /// "the Cuba ransomware gang", "le gang Cuba": a name that is a state's elsewhere.
  mutating func gangNamedAfterState(_ actor: LexemeMatch) -> Party? {
    let isFrench = actor.lexeme.language == .fr
    let name = isFrench ? Int(actor.end) : Int(actor.first) - 1
    guard actor.lexeme.means(ActorWord.ransomwareGang) || isFrench && actor.lexeme.means(ActorWord.gang),
      text.tokens.indices.contains(name), ProperName.isNameWord(name, in: text),
      text.names(covering: name).contains(where: { match in
        match.usage != .demonym && Int(match.first) == name && text.entry(match.entry)?.kind == .state
      })
    else { return nil }
    let words = text.word(name)
    let entity = registry.insert(
      EntityRegistry.Draft(kind: .group, name: words, key: "group:" + TextFolding.fold(words)))
    let whole = min(name, Int(actor.first))..<max(name + 1, Int(actor.end))
    registry.mention(entity, at: text.range(of: whole))
    return Party(entities: [entity], tokens: whole, level: .group, isActor: true)
  }
}
