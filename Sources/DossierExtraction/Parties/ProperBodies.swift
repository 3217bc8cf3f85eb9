import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Bodies whose own names hold the word for what they are: "the National Bureau of Investigation", "le Bureau national de la
/// cybersécurité (BNC)".
extension PartyReader {
  /// The body that words with capitals around a word for one name, with an acronym in brackets or what stands behind "of".
  mutating func properBody(_ organ: LexemeMatch, _ phrase: NounPhrase, in segment: Segment) -> Party? {
    if let acronym = acronym(behind: phrase), let whole = defined(acronym) { return whole }
    guard text.isEnglish, let word = organ.lexeme.as(OrganWord.self), word.hasNameBehind,
      text.tokens[Int(organ.first)].shape.contains(.capitalised), !opensSentence(Int(organ.first)),
      text.lexemes(at: Int(organ.end)).contains(where: { match in
        match.lexeme.means(PrepositionWord.of) || match.lexeme.means(PrepositionWord.for)
      }),
      case let after = Int(organ.end) + 1,
      let behind = ProperName.find(
        around: after, in: text, within: after..<min(after + 5, text.tokens.count)),
      behind.lowerBound == after, bestName(covering: after) == nil
    else { return nil }
    var first = Int(organ.first)
    while first > phrase.core.lowerBound, ProperName.isNameWord(first - 1, in: text),
      text.names(covering: first - 1).isEmpty,
      !text.lexemes(at: first - 1).contains(where: { $0.lexeme.category == .determiner })
    {
      first -= 1
    }
    let owner = state(of: phrase, organ: organ, in: segment)
    let party = organisation(first..<behind.upperBound, kind: word.entityKind)
    for entity in party.entities where registry[entity].partOf == nil && owner != entity {
      registry[entity].partOf = owner
    }
    return party
  }

  /// "Britain's spy agency, GCHQ,", "le renseignement intérieur français, la DGSI, …": what a body is, and behind a comma its name
  /// in the catalogues.
  mutating func bodyNamedBehind(_ phrase: NounPhrase, in segment: Segment) -> Party? {
    let reach = phrase.headPosition + 1..<min(phrase.headPosition + 9, text.tokens.count)
    guard phrase.organ != nil,
      phrase.isDefinite(in: text) || segment.child(phrase.head, .nmodPoss) != nil,
      let comma = reach.first(where: { text.tokens[$0].kind == .mark }), text.isComma(comma),
      case let first = text.lexemes(at: comma + 1).contains(where: { $0.lexeme.category == .determiner })
        ? comma + 2 : comma + 1,
      let match = bestName(covering: first), Int(match.first) == first, match.usage != .demonym,
      text.tokens[Int(match.end)].kind == .mark, let entry = text.entry(match.entry),
      entry.kind == .agency || entry.kind == .organisation
    else { return nil }
    let entity = registry.insert(entry, from: text.table)
    registry.mention(entity, at: text.range(of: first..<Int(match.end)))
    return Party(
      entities: [entity], tokens: phrase.core.lowerBound..<Int(match.end), level: level(of: entity))
  }

  /// The acronym in brackets right behind a phrase.
  private func acronym(behind phrase: NounPhrase) -> Range<Int>? {
    let reach = phrase.headPosition + 1..<min(phrase.headPosition + 9, text.tokens.count)
    guard let open = reach.first(where: { text.tokens[$0].kind == .mark }), text.isSign(open, "("),
      text.isSign(open + 2, ")"), text.tokens[open + 1].shape.contains(.allCapitals),
      bestName(covering: open + 1) == nil
    else { return nil }
    return open + 1..<open + 2
  }

  private func opensSentence(_ position: Int) -> Bool {
    text.sentence(at: position)?.tokens.lowerBound == position
  }

  /// A name of the catalogues read across an adjective: "ministère chinois de la Sécurité d'État".
  func nameAcrossAdjective(_ phrase: NounPhrase) -> KnowledgeEntry? {
    var kept: [Token] = []
    var skipped = false
    for position in phrase.headPosition..<phrase.core.upperBound {
      let isDemonym = text.names(covering: position).contains { $0.usage == .demonym }
      if isDemonym { skipped = true } else { kept.append(text.tokens[position]) }
    }
    guard skipped, kept.count > 1 else { return nil }
    let matches = text.table.matches(in: text.document.text.bytes, tokens: kept)
    for match in matches.names where match.first == 0 && match.end > 1 {
      if let entry = text.entry(match.entry), entry.kind == .agency { return entry }
    }
    return nil
  }
}

extension OrganWord {
  /// Whether a name behind "of" is more likely part of the body's own than of whom it belongs to.
  fileprivate var hasNameBehind: Bool {
    switch self {
    case .agency, .service, .regulator, .association, .council, .commission: true
    default: false
    }
  }
}
