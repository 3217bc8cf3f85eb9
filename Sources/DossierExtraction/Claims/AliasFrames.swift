import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Another name that a text gives to what it has named: "APT31, also known as Zirconium", "que Microsoft appelle X".
///
/// What the catalogues know as one stays one. Names that only the text ties together stay two entities, with a claim of
/// whoever calls it so. The words are read by their order, since appositions of names are where trees are least sure.
extension ClaimReader {
  /// The claims of sameness in a sentence, and the words that make them.
  mutating func readAliases(in sentence: AnalysedText.Sentence) -> AliasReading {
    var reading = AliasReading()
    var next = sentence.tokens.lowerBound
    for match in text.lexemes(in: sentence.tokens)
    where match.lexeme.category == .alias && Int(match.first) >= next {
      guard let word = match.lexeme.as(AliasWord.self), word != .as, word != .between,
        let phrase = AliasPhrase(match, word, in: sentence, of: text)
      else { continue }
      var named = phrase.named.flatMap {
        parties.thing(named: $0, like: phrase.isBareCall ? nil : phrase.others.first)
      }
      if named == nil, phrase.namesAgain { named = groupInFocus(before: phrase.first, in: sentence) }
      guard let named else { continue }
      var drafts: [ClaimDraft] = []
      var isTied = false
      for use in phrase.uses {
        let others = use.names.map { parties.other($0, than: named) }
        isTied = isTied || others.contains { $0 != .noName }
        let entities = others.compactMap(\.entity)
        guard !entities.isEmpty else { continue }
        drafts.append(draft(phrase, match, use: use.claimant, entities.map { ($0, named) }))
      }
      guard isTied else { continue }
      reading.drafts += drafts
      reading.cues.append(phrase.cue)
      if let aside = phrase.aside { reading.asides.append(aside) }
      next = phrase.end
    }
    return reading
  }

  private mutating func draft(
    _ phrase: AliasPhrase, _ match: LexemeMatch, use: Range<Int>?, _ sameAs: [(name: Int, of: Int)]
  ) -> ClaimDraft {
    let language = match.lexeme.language == .fr ? "fr" : "en"
    let speaker = use.map { user(at: $0, isPronoun: phrase.isPronoun) } ?? Party(entities: [])
    var draft = ClaimDraft(
      act: .state, speaker: speaker, cue: phrase.cue, content: [phrase.first..<phrase.end],
      span: phrase.first..<phrase.end, frame: .identify,
      rule: "\(language).alias.\(AliasWord.all[Int(match.lexeme.value)].rawValue)")
    draft.include(speaker.tokens)
    draft.sameAs = sameAs
    return draft
  }

  /// Who uses the other name; for "it" and "we" whoever has spoken.
  private mutating func user(at words: Range<Int>, isPronoun: Bool) -> Party {
    if let name = parties.bestName(covering: words.lowerBound), let entry = text.entry(name.entry),
      Int(name.end) == words.upperBound
    {
      let entity = parties.registry.insert(entry, from: text.table)
      parties.registry.mention(entity, at: text.range(of: words))
      return Party(entities: [entity], tokens: words)
    }
    if isPronoun, !parties.discourse.authors.isEmpty {
      return Party(entities: parties.discourse.authors, tokens: words)
    }
    return Party(
      entities: [], tokens: words, reason: "'\(text.words(words))' names no party that is known here")
  }

  /// The one group that the text speaks of before a place, in its sentence or the one before.
  private func groupInFocus(before position: Int, in sentence: AnalysedText.Sentence) -> Int? {
    var first = sentence.tokens.lowerBound
    if sentenceIndex > 0, text.sentences[sentenceIndex - 1].role == sentence.role {
      first = text.sentences[sentenceIndex - 1].tokens.lowerBound
    }
    var found: Set<Int> = []
    guard first < position else { return nil }
    for match in text.names(in: first..<position) {
      guard let entry = text.entry(match.entry), entry.kind == .group,
        let entity = parties.registry.find(entry.id)
      else { continue }
      found.insert(entity)
    }
    if found.isEmpty {
      let groups = parties.discourse.focus.suffix(6).flatMap(\.entities).filter {
        parties.registry[$0].kind == .group && !parties.registry[$0].isUnnamed
      }
      found = Set(groups)
    }
    return found.count == 1 ? found.first : nil
  }
}

/// What a name stands for that is tied to another.
private enum OtherName: Equatable {
  /// Nothing that goes by names of the field.
  case noName
  /// What it is tied to, as the catalogues know.
  case same
  /// An entity of its own.
  case another(Int)

  var entity: Int? {
    if case .another(let entity) = self { return entity }
    return nil
  }
}

extension PartyReader {
  /// The attacker, malware or campaign that a name stands for; one that no catalogue has is of the other name's kind,
  /// or a group where the word for one stands beside it.
  fileprivate mutating func thing(named name: AliasPhrase.Name, like other: AliasPhrase.Name?) -> Int? {
    if let entity = known(name) { return entity }
    let folded = TextFolding.fold(text.name(name.words))
    for key in ["group:", "malware:", "campaign:", "tool:", "person:"] {
      if let entity = registry.find(key + folded) {
        registry.mention(entity, at: text.range(of: name.words))
        return entity
      }
    }
    let isOther = text.names(covering: name.words.lowerBound).contains { match in
      Int(match.end) >= name.words.upperBound && match.usage != .alias
    }
    guard !isOther else { return nil }
    if name.isCalledGroup { return insert(name, kind: .group) }
    guard let other, let match = attacker(covering: other.words), let entry = text.entry(match.entry) else {
      return nil
    }
    return insert(name, kind: EntityKind(entry.kind))
  }

  /// What an asserted other name stands for.
  fileprivate mutating func other(_ name: AliasPhrase.Name, than named: Int) -> OtherName {
    let words = Self.letters(text.name(name.words))
    let draft = registry[named]
    guard !words.isEmpty, ([draft.name] + draft.aliases).allSatisfy({ Self.letters($0) != words }) else {
      registry.mention(named, at: text.range(of: name.words))
      return .same
    }
    if name.words.count == 1,
      text.table.contains(text.word(name.words.lowerBound).lowercased().utf8, in: .threatContext)
    {
      return .noName
    }
    if let match = attacker(covering: name.words), Int(match.end) == name.words.upperBound {
      if text.names(covering: name.words.lowerBound).contains(where: {
        text.entry($0.entry)?.id == draft.key
      }) {
        registry.mention(named, at: text.range(of: name.words))
        return .same
      }
      return known(name).map { $0 == named ? .same : .another($0) } ?? .noName
    }
    // A company, a state or a person is no other name of an attacker.
    guard text.names(covering: name.words.lowerBound).allSatisfy({ Int($0.end) < name.words.upperBound })
    else {
      return .noName
    }
    let entity = insert(name, kind: draft.kind)
    return entity == named ? .same : .another(entity)
  }

  /// The letters and digits of a name: “APT 28” is “APT28”, “the Dukes” are “The Dukes”.
  private static func letters(_ name: String) -> String {
    let lowered = name.lowercased()
    return (lowered.hasPrefix("the ") ? lowered.dropFirst(4) : lowered[...]).filter {
      $0.isLetter || $0.isNumber
    }
  }

  private mutating func known(_ name: AliasPhrase.Name) -> Int? {
    guard let match = attacker(covering: name.words), Int(match.end) == name.words.upperBound,
      let entry = text.entry(match.entry)
    else { return nil }
    let entity = registry.insert(entry, from: text.table)
    registry.mention(entity, at: text.range(of: name.words))
    return entity
  }

  private mutating func insert(_ name: AliasPhrase.Name, kind: EntityKind) -> Int {
    let words = text.name(name.words)
    let entity = registry.insert(
      EntityRegistry.Draft(kind: kind, name: words, key: "\(kind.rawValue):" + TextFolding.fold(words)))
    registry.mention(entity, at: text.range(of: name.words))
    return entity
  }

  private func attacker(covering words: Range<Int>) -> NameMatch? {
    guard let best = bestName(covering: words.lowerBound), Int(best.first) == words.lowerBound,
      text.entry(best.entry)?.kind.isAttacker == true
    else { return nil }
    return best
  }
}

/// What a sentence says of other names.
struct AliasReading {
  /// The claims.
  var drafts: [ClaimDraft] = []
  /// The words that tie the names, which make no claim of another kind: "which Microsoft calls X" condemns nobody.
  var cues: [Range<Int>] = []
  /// Words between commas or brackets, without which the sentence reads as well.
  var asides: [Range<Int>] = []
}

extension NameKind {
  /// Whether such a thing goes by other names in the field: groups and what they use.
  var isAttacker: Bool { self == .group || self == .malware || self == .tool || self == .campaign }
}
