import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// A noun phrase as the tree shows it: its head, the words that belong to it, and what the lexicon says of the head.
struct NounPhrase: Sendable {
  /// Node of the head.
  let head: Int
  /// Document position of the head.
  let headPosition: Int
  /// Nodes of the phrase without coordinated phrases, appositions and relative clauses.
  let coreNodes: [Int]
  /// Document positions from the first to the last of the core, as far as they are adjacent to the head.
  let core: Range<Int>
  /// Document positions with appositions and what else hangs on the head, but no coordination.
  let span: Range<Int>
  let pronoun: LexemeMatch?
  let role: LexemeMatch?
  let organ: LexemeMatch?
  let actor: LexemeMatch?
  /// Positions of a proper name at or beside the head, that no catalogue has.
  let properName: Range<Int>?
  /// Positions of the known name over the head.
  let nameSpan: Range<Int>?

  /// Whether the head is a pronoun.
  var isPronoun: Bool { pronoun != nil }

  /// The phrase with this head.
  init(head: Int, in segment: Segment, text: AnalysedText) {
    self.head = head
    headPosition = segment.positions[head]
    coreNodes = segment.subtree(head) { node in
      switch segment.tree.relations[node] {
      case .conj, .cc, .appos, .aclRelcl, .acl, .punct, .parataxis, .advcl, .cop, .nsubj, .ccomp, .xcomp,
        .mark,
        .discourse, .advmod, .csubj, .nsubjPass, .dislocated, .expl:
        segment.tree.relations[node] != .acl || !segment.isNominal(node)
      case .case: segment.head(node) == head
      // "hackers of being behind it", "hackers responsible for it": a clause, or an adjective with what it governs.
      case .nmod:
        segment.child(node, .mark, .cop) != nil || Self.tellsOfDeed(node, in: segment, text)
          // "présente cet homme comme l'un des développeurs"
          || segment.preposition(of: node, in: text) == .as
          // "the gang on its blog"
          || segment.preposition(of: node, in: text) == .on
            && text.lexeme(.channel, covering: segment.positions[node]) != nil
          // "the company after the attack"
          || segment.preposition(of: node, in: text) == .after
          // "the agency on Thursday"
          || node > head && text.lexemes(at: segment.positions[node]).contains { $0.lexeme.category == .time }
      case .amod:
        node > head
          && (segment.child(node, .obl, .nmod) != nil || Self.isPlainTime(node, in: segment, text))
      // "le ministère mardi"
      case .compound, .flat, .obl: node > head && Self.isPlainTime(node, in: segment, text)
      default: false
      }
    }
    let here = segment.positions[head]
    var low = here
    var high = here + 1
    let positions = coreNodes.map { segment.positions[$0] }
    if let first = positions.firstIndex(of: here) {
      var index = first
      while index > 0, positions[index - 1] >= low - 2 {
        index -= 1
        low = positions[index]
      }
      index = first
      while index + 1 < positions.count, positions[index + 1] <= high + 2 {
        index += 1
        high = positions[index] + 1
      }
    }
    // "see the two men as the brains behind it", whatever the tree makes of it
    if let end = (here + 1..<max(here + 1, high)).first(where: { position in
      text.isLexeme(at: position, .preposition, PrepositionWord.as)
    }) {
      high = end
    }
    // "contre huit fugitifs": a preposition is no part of them.
    while low < here, text.lexeme(.preposition, covering: low)?.lexeme.partOfSpeech == .preposition,
      text.lexeme(.determiner, covering: low) == nil
    {
      low += 1
    }
    core = low..<high
    let whole = segment.subtree(head) { node in
      switch segment.tree.relations[node] {
      case .conj, .cc, .punct, .cop, .nsubj, .ccomp, .parataxis, .advcl, .nsubjPass, .discourse: true
      case .case: segment.head(node) == head
      default: false
      }
    }
    span = segment.span(whole) ?? core
    let tag = segment.tree.tags[head]
    func lexeme(_ category: LexemeCategory) -> LexemeMatch? {
      text.lexeme(category, covering: segment.positions[head])
    }
    let pronominal = lexeme(.pronoun)
    let isPronoun =
      tag == .pron || tag == .det || tag == .adv
      || pronominal.map {
        $0.lexeme.has(.subject) || $0.lexeme.means(PronounWord.latter)
          || $0.lexeme.means(PronounWord.former)
      } == true
    pronoun = isPronoun ? pronominal : nil
    role = lexeme(.role)
    organ = lexeme(.organ)
    actor = lexeme(.actor)
    let known = text.names(covering: headPosition).first
    nameSpan = known.map { Int($0.first)..<Int($0.end) }
    properName = ProperName.find(around: headPosition, in: text, within: span)
  }

  /// "[sanctionné par l'agence] pour une attaque": a deed behind "pour" or "comme" is no part of who somebody is.
  private static func tellsOfDeed(_ node: Int, in segment: Segment, _ text: AnalysedText) -> Bool {
    // "[tient] le pays pour responsable": part of what the verb says.
    if let word = segment.child(node, .case), let cue = text.lexeme(.cue, covering: segment.positions[word]),
      Int(cue.first) < segment.positions[word], Int(cue.end) == segment.positions[node] + 1
    {
      return true
    }
    guard let preposition = segment.preposition(of: node, in: text),
      [.for, .as, .with].contains(preposition)
    else { return false }
    // "[charged] the suspect with fraud", "[tient] la société pour responsable": what is said of them, and not who they are.
    let isBare =
      segment.tree.tags[node] != .propn && segment.child(node, .det, .nmodPoss, .amod) == nil
      && text.lexeme(.affiliation, covering: segment.positions[node]) == nil
    if let head = segment.head(node), isBare {
      let position = segment.positions[head]
      if preposition == .for, text.lexeme(.role, covering: segment.positions[node]) != nil { return true }
      if text.lexeme(.actor, covering: position) != nil, text.lexeme(.role, covering: position) == nil {
        return true
      }
    }
    if preposition == .with { return false }
    return segment.children(node).contains { child in
      text.lexemes(at: segment.positions[Int(child)]).contains { match in
        match.lexeme.category == .determiner && !match.lexeme.has(.definite)
      }
    } || text.lexeme(.responsibility, covering: segment.positions[node]) != nil
      || text.lexeme(.behaviour, covering: segment.positions[node]) != nil
  }

  /// "mardi", without a capital: when, and no part of a name.
  private static func isPlainTime(_ node: Int, in segment: Segment, _ text: AnalysedText) -> Bool {
    !text.tokens[segment.positions[node]].shape.contains(.capitalised)
      && ClauseRoles.isTime(node, in: segment, text)
  }

  /// The gender that an article shows.
  func gender(in text: AnalysedText) -> EntityRegistry.Gender? {
    switch determiner(in: text)?.as(DeterminerWord.self) {
    case .masculine: .masculine
    case .feminine: .feminine
    default: nil
    }
  }

  /// Whether the phrase is in the plural, by its article or a number before it.
  func isPlural(in text: AnalysedText) -> Bool {
    if determiner(in: text)?.as(DeterminerWord.self)?.isPlural == true { return true }
    // "two men", but "a 24-year-old man"
    return core.contains { position in
      position < headPosition && text.tokens[position].kind == .number
        && Mark(text.document.text.bytes, text.tokens[position + 1]) != .hyphen
    }
  }

  /// Whether the phrase points at something known: "the group", "cette agence".
  func isDefinite(in text: AnalysedText) -> Bool {
    if determiner(in: text)?.has(.definite) == true { return true }
    // "l'œuvre du gang": the article within the last word of a longer phrase of the lexicon, which hides it.
    let before = core.lowerBound == headPosition ? headPosition - 1 : core.lowerBound
    return text.isFrench && before >= 0 && text.tokens[before].range.count <= 3
      && text.table.contains(text.folded(before), in: .contractedArticles)
  }

  /// The article at the start of the phrase.
  private func determiner(in text: AnalysedText) -> Lexeme? {
    for position in core where position < headPosition {
      if let match = text.lexemes(at: position).first(where: { $0.lexeme.category == .determiner }) {
        return match.lexeme
      }
    }
    // "membres du gang": the article within a preposition.
    guard core.lowerBound > 0 else { return nil }
    let before = text.lexemes(at: core.lowerBound - 1)
    guard before.contains(where: { $0.lexeme.category == .preposition }) else { return nil }
    return before.first {
      $0.lexeme.category == .determiner && $0.lexeme.has(.definite) && $0.end - $0.first == 1
    }?.lexeme
  }

  /// The core without the articles and possessives at its start: "forum user" of "a forum user".
  func bare(in text: AnalysedText) -> Range<Int> {
    var start = core.lowerBound
    while start < headPosition, start + 1 < core.upperBound,
      text.lexemes(at: start).contains(where: { match in
        match.lexeme.category == .determiner
          || match.lexeme.category == .pronoun && match.lexeme.has(.possessive)
      })
    {
      start += 1
    }
    return start..<core.upperBound
  }

  /// Whether a possessive stands in the phrase ("its spokesman", "son porte-parole"), and which.
  func possessive(in text: AnalysedText) -> LexemeMatch? {
    for position in core where position < headPosition {
      if let match = text.lexemes(at: position).first(where: {
        $0.lexeme.category == .pronoun && $0.lexeme.has(.possessive)
      }) {
        return match
      }
    }
    return nil
  }
}

/// Finds names by how they are written: capitalised words side by side.
enum ProperName {
  /// The run of capitalised words that holds or touches a token; nil if the token is in small letters.
  ///
  /// Words of titles ("President") and demonyms ("British") at its start are not part of it.
  static func find(around position: Int, in text: AnalysedText, within bounds: Range<Int>) -> Range<Int>? {
    guard bounds.contains(position), isNameWord(position, in: text) else { return nil }
    var low = position
    while low > bounds.lowerBound, let previous = step(from: low, by: -1, in: text, within: bounds) {
      low = previous
    }
    var high = position
    while let next = step(from: high, by: 1, in: text, within: bounds) { high = next }
    while low < high, isTitle(low, in: text) || !isNameWord(low, in: text) || opensPlace(low, in: text) {
      low += 1
    }
    guard isNameWord(low, in: text), !isTitle(low, in: text) else { return nil }
    // "Information Technology Minister Ashwini Vaishnaw": an office in capitals ends where the name begins.
    if let title = (low + 1..<max(low + 1, high)).last(where: { text.lexeme(.role, covering: $0) != nil }),
      (title + 1...high).allSatisfy({ isNameWord($0, in: text) }), position > title
    {
      low = title + 1
    }
    if low < high, high + 2 < bounds.upperBound, isSecondSyllable(high + 2, in: text) { high += 2 }
    return low..<end(of: high, in: text)
  }

  /// Where a name ends whose last word a hyphen joins to another capital, though the tree may part them: "Kaymera-Sud".
  private static func end(of last: Int, in text: AnalysedText) -> Int {
    var high = last
    while high + 2 < text.tokens.count, text.names(covering: high).isEmpty,
      text.names(covering: high + 2).isEmpty,
      text.tokens[high + 1].kind == .mark, Mark(text.document.text.bytes, text.tokens[high + 1]) == .hyphen,
      text.tokens[high + 1].shape.isDisjoint(with: .spaceBefore),
      text.tokens[high + 2].shape.isDisjoint(with: .spaceBefore), isNameWord(high + 2, in: text)
    {
      high += 2
    }
    return high + 1
  }

  /// "Park Ji-hun": the small letters behind the hyphen of a Korean or Chinese given name, and not those of "Hong
  /// Kong-based".
  static func isSecondSyllable(_ position: Int, in text: AnalysedText) -> Bool {
    let token = text.tokens[position]
    let hyphen = text.tokens[position - 1]
    return hyphen.kind == .mark && Mark(text.document.text.bytes, hyphen) == .hyphen
      && hyphen.shape.isDisjoint(with: .spaceBefore) && token.kind == .word
      && token.shape.isDisjoint(with: [.spaceBefore, .capitalised, .hasDigit]) && token.range.count <= 5
      && text.lexemes(at: position).isEmpty && !text.ends(position, with: "ed")
      && !text.table.contains(text.folded(position), in: .compoundWords)
  }

  /// "A Nouméa, …": a preposition that has its capital from the sentence's start.
  private static func opensPlace(_ position: Int, in text: AnalysedText) -> Bool {
    text.tokens[position].range.count <= 3
      && text.lexemes(at: position).contains {
        $0.lexeme.category == .preposition && Int($0.end) == position + 1
      }
      && text.sentence(at: position)?.tokens.lowerBound == position
  }

  private static func step(
    from position: Int, by delta: Int, in text: AnalysedText, within bounds: Range<Int>
  )
    -> Int?
  {
    var next = position + delta
    for _ in 0..<3 {
      guard bounds.contains(next) else { return nil }
      if isNameWord(next, in: text) { return next }
      guard isConnector(next, in: text) else { return nil }
      next += delta
    }
    return nil
  }

  static func isNameWord(_ position: Int, in text: AnalysedText) -> Bool {
    let token = text.tokens[position]
    return token.kind == .word && (token.shape.contains(.capitalised) || token.shape.contains(.mixedCase))
      && !text.isElided(position)
  }

  /// Words within names: de, van, of, hyphens, ampersands.
  private static func isConnector(_ position: Int, in text: AnalysedText) -> Bool {
    let token = text.tokens[position]
    if token.kind == .mark {
      return Mark(text.document.text.bytes, token) == .hyphen || text.isSign(position, "&")
    }
    return text.lexemes(at: position).contains {
      $0.lexeme.category == .nameParticle && Int($0.end) == position + 1
    }
  }

  private static func isTitle(_ position: Int, in text: AnalysedText) -> Bool {
    if text.lexeme(.role, covering: position) != nil { return true }
    return text.names(covering: position).contains { $0.usage == .demonym }
  }
}
