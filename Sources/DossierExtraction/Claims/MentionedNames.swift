import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Names that a sentence mentions, whether or not a claim is made of them.
extension ClaimReader {
  /// Reads names only, for a text that is not about threats.
  mutating func readNames() {
    for sentence in text.sentences { mentionNames(in: sentence.tokens, pushing: false) }
  }

  /// Adds every name of the sentence to the entities, and brings parties into focus where no claim did.
  mutating func mentionNames(in tokens: Range<Int>, pushing: Bool) {
    for position in tokens where text.tokens[position].shape.contains(.hasDigit) {
      guard let name = ClusterName.find(covering: position, in: text),
        text.names(covering: name.lowerBound).allSatisfy({ Int($0.end) < name.upperBound })
      else { continue }
      _ = parties.cluster(name)
    }
    if pushing { bringInPerson(at: tokens) }
    var next = tokens.lowerBound
    for match in text.names(in: tokens) where Int(match.first) >= next {
      guard let best = parties.bestName(covering: Int(match.first)), best.entry == match.entry,
        let entry = text.entry(match.entry)
      else { continue }
      let entity = parties.registry.insert(entry, from: text.table)
      parties.registry.mention(entity, at: text.range(of: Int(match.first)..<Int(match.end)))
      if pushing, EntityKind(entry.kind).isParty || parties.isGang(entity), match.usage != .demonym,
        !parties.isPlatform(match)
      {
        // A sentence is about who stands at its start.
        let opens =
          Int(match.first) <= tokens.lowerBound + 1 && Int(match.end) < tokens.upperBound
          && text.tokens[Int(match.end)].kind == .word
        parties.discourse.push([entity], isSpeaker: opens, in: parties.registry)
      }
      next = Int(match.end)
    }
  }

  /// A person whom a sentence opens with, with what they are beside the name: "David Bowdich, the FBI's deputy director,
  /// was less cheerful." They are whom "he" means next.
  private mutating func bringInPerson(at tokens: Range<Int>) {
    var first = tokens.lowerBound
    while first < tokens.upperBound,
      text.lexemes(at: first).contains(where: {
        $0.lexeme.category == .determiner || $0.lexeme.category == .role
      })
    {
      first += 1
    }
    guard first < min(tokens.upperBound, tokens.lowerBound + 6),
      let name = parties.plainName(around: first, within: tokens), parties.looksLikePerson(name),
      name.lowerBound <= first + 1, name.upperBound < tokens.upperBound
    else { return }
    let known = parties.registry.find("person:" + TextFolding.fold(text.name(name)))
    let beside =
      (tokens.lowerBound..<name.lowerBound).contains { text.lexeme(.role, covering: $0) != nil }
      || (name.upperBound..<min(name.upperBound + 9, tokens.upperBound)).contains {
        text.lexeme(.role, covering: $0) != nil
      } && text.isComma(name.upperBound)
    // "Mykola Derkach of the Centre for Energy Security has …"
    let isOfBody =
      text.lexemes(at: name.upperBound).contains { match in
        match.lexeme.category == .preposition
          && (match.lexeme.means(PrepositionWord.of) || match.lexeme.means(PrepositionWord.in))
      }
      && (name.upperBound..<min(name.upperBound + 7, tokens.upperBound)).contains {
        text.lexeme(.organ, covering: $0) != nil
      }
    guard known != nil || beside || isOfBody else { return }
    let entity = parties.insertPerson(name, role: nil, partOf: nil, nil)
    parties.discourse.push([entity], isSpeaker: true, in: parties.registry)
  }
}
