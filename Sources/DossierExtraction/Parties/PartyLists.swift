import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Lists of parties, followed word by word: "Britain's NCSC, Canada's CSE and the NSA", "Paris, Berlin et leurs alliés".
extension PartyReader {
  /// "suspects Kyiv, and Paris suspects nobody": a name behind "and" with a finite verb right behind it is the subject of a clause
  /// of its own, where the list itself is none.
  func opensClause(_ member: Int, besides first: Int, in segment: Segment) -> Bool {
    switch segment.tree.relations[first] {
    case .obj, .iobj, .obl, .oblAgent, .nmod: break
    default: return false
    }
    guard
      var next = segment.node(
        at: max(memberEnd(from: segment.positions[member], in: segment), segment.positions[member] + 1))
    else { return false }
    // "et Varsovie s'est rangée"
    while next + 1 < segment.count, segment.tree.tags[next] == .pron,
      [.expl, .obj, .iobj].contains(segment.tree.relations[next])
    {
      next += 1
    }
    if text.isLexeme(at: segment.positions[next], .negation, NegationWord.ne) { return true }
    return (segment.tree.tags[next] == .verb || segment.tree.tags[next] == .aux)
      && segment.tree.morphology[next].contains(.finite)
  }

  /// "accused Russia, and Poland backed it": a subject whose verb stands behind it goes with no object before it, but in "said Russia,
  /// China and Iran did it" the verb has none.
  private func isSubject(_ node: Int, besides object: Int, in segment: Segment) -> Bool {
    if let verb = segment.head(object), verb < object,
      text.lexemes(at: segment.positions[verb]).contains(where: { match in
        match.lexeme.means(CueFrame.say) || match.lexeme.means(CueFrame.assess)
      })
    {
      return false
    }
    return [.nsubj, .nsubjPass].contains(segment.tree.relations[node])
      && [.obj, .iobj, .obl, .oblAgent, .nmod].contains(segment.tree.relations[object])
      && segment.head(node).map { $0 > node && $0 != segment.head(object) } ?? false
  }

  /// The first member of the list that a name stands in: names right before it, apart by commas and "and".
  func listStart(before node: Int, in segment: Segment) -> Int {
    var first = node
    let closesRight = memberStart(after: memberEnd(from: segment.positions[node], in: segment), in: segment)?
      .closes
    for _ in 0..<12 {
      var position = segment.positions[first] - 1
      if let name = text.names(covering: segment.positions[first]).first {
        position = Int(name.first) - 1
      } else if let start = segment.positions.first,
        let name = ProperName.find(
          around: segment.positions[first], in: text, within: start..<segment.positions[first] + 1)
      {
        position = name.lowerBound - 1
      }
      // "the NCSC and Canada's Communications Security Establishment"
      if position > 1, isClitic(position), let owner = text.names(covering: position - 1).first {
        position = Int(owner.first) - 1
      }
      var separators = 0
      while position > 0, separators < 3, segment.node(at: position) != nil {
        if separators > 0, position > 2, pastAcronym(position - 2) == position + 1 { position -= 3 }
        let token = text.tokens[position]
        let isComma = token.kind == .mark && Mark(text.document.text.bytes, token) == .comma
        let joint = text.lexeme(.coordination, covering: position)
        let isJoint = joint?.lexeme.means(CoordinationWord.and) == true
        if isComma || isJoint { separators += 1 }
        // "as well as"
        if isJoint, let joint { position = min(position, Int(joint.first)) }
        // Before "and" a comma closes a list.
        if isComma, first == node, closesRight != true, separators == 1 { return first }
        guard
          isComma || isJoint
            || text.lexemes(at: position).contains(where: { $0.lexeme.category == .determiner })
        else { break }
        position -= 1
      }
      guard separators > 0, position >= 0,
        let before = text.names(covering: position).first(where: { match in
          Int(match.end) == position + 1 && match.usage != .demonym
            && text.entry(match.entry).map { EntityKind($0.kind).isParty } == true
        }).flatMap({ segment.node(at: Int($0.first)) }) ?? unknownMember(endingAt: position, in: segment),
        // A preposition stands before its noun; "'s" behind it is the next one's.
        segment.child(before, .case).map({ $0 > before }) ?? true,
        !isSubject(node, besides: before, in: segment)
      else { return first }
      first = before
    }
    return first
  }

  /// Where the next member of a list starts, if one follows here, and whether "and" stands before it.
  ///
  /// A preposition that stood before the first may be said again: "à la Russie, à la Chine et au GRU".
  func memberStart(after position: Int, repeating prepositions: [PrepositionWord] = [], in segment: Segment)
    -> (start: Int, closes: Bool)?
  {
    var here = position
    var separators = 0
    var closes = false
    while here < position + 6, here < text.tokens.count, segment.node(at: here) != nil {
      let token = text.tokens[here]
      if token.kind == .mark {
        guard Mark(text.document.text.bytes, token) == .comma else { return nil }
        separators += 1
        here += 1
        continue
      }
      if let joint = text.lexemes(at: here).first(where: { match in
        match.lexeme.category == .coordination
          // "neither X nor Y"
          || match.lexeme.category == .negation && match.lexeme.means(NegationWord.nor)
      }) {
        separators += 1
        closes = true
        here = Int(joint.end)
        continue
      }
      guard separators > 0 else { return nil }
      if here + 1 < text.tokens.count, isOne(of: prepositions, here) {
        here += 1
        continue
      }
      if closes, let name = nameBehindTie(here, in: segment) { return (name, closes) }
      if text.lexemes(at: here).contains(where: { match in
        match.lexeme.category == .determiner
          || match.lexeme.category == .pronoun && match.lexeme.has(.possessive)
      }) || segment.node(at: here).map({ segment.tree.tags[$0] == .det }) == true {
        here += 1
        continue
      }
      // "Canada's Communications Security Establishment"
      if let owner = text.names(covering: here).first, Int(owner.first) == here, isClitic(Int(owner.end)),
        segment.node(at: Int(owner.end) + 1) != nil
      {
        here = Int(owner.end) + 1
        continue
      }
      let isName = text.names(covering: here).contains { match in
        Int(match.first) == here && match.usage != .demonym
          && text.entry(match.entry).map { EntityKind($0.kind).isParty } == true
      }
      let isOrgan = text.lexemes(at: here).contains { $0.lexeme.category == .organ }
      let isUnknown =
        (text.isComma(here - 1) || text.lexeme(.coordination, covering: here - 1) != nil
          || isOne(of: prepositions, here - 1))
        && isUnknownMember(at: here, after: position, closes: closes, in: segment)
      return isName || isUnknown || isOrgan && closes ? (here, closes) : nil
    }
    return nil
  }

  /// "and its director, Ilya Konovalov", « et son frère Oleg Petrov »: where the name starts of whom a word of the first member's tells of.
  private func nameBehindTie(_ here: Int, in segment: Segment) -> Int? {
    guard text.lexemes(at: here).contains(where: { $0.lexeme.has(.possessive) }) else { return nil }
    var next = here + 1
    while next < here + 5, let node = segment.node(at: next), !ProperName.isNameWord(next, in: text),
      segment.tree.tags[node] == .noun || segment.tree.tags[node] == .adj || text.isComma(next)
    {
      next += 1
    }
    guard next > here + 1, segment.node(at: next) != nil, ProperName.isNameWord(next, in: text),
      text.names(covering: next).isEmpty, text.lexemes(at: next).isEmpty
    else { return nil }
    return next
  }

  private func isOne(of prepositions: [PrepositionWord], _ position: Int) -> Bool {
    !prepositions.isEmpty
      && text.lexemes(at: position).contains { match in
        Int(match.end) == position + 1 && prepositions.contains(where: match.lexeme.means)
      }
  }

  /// The prepositions that may be said again before the next members of a list: the first one's; where that is hidden in a longer
  /// phrase ("des sanctions à"), any that such phrases end with.
  func repeatable(before node: Int, in segment: Segment) -> [PrepositionWord] {
    if let preposition = segment.preposition(of: node, in: text) { return [preposition] }
    return segment.child(node, .case) == nil ? [] : [.to, .of, .against, .on, .by]
  }

  /// "Bell et Telus", "Anna Berg, Luc Rey and Paul Hart": a name that no catalogue has behind another name, where the list ends or
  /// goes on behind it.
  private func isUnknownMember(at here: Int, after position: Int, closes: Bool, in segment: Segment) -> Bool {
    guard position > 0, ProperName.isNameWord(position - 1, in: text), ProperName.isNameWord(here, in: text),
      text.lexemes(at: here).isEmpty,
      // "the Economic and Financial Crimes Commission"
      !text.lexemes(at: max(0, position - 2)).contains(where: { $0.lexeme.category == .determiner })
    else { return false }
    let end = memberEnd(from: here, in: segment)
    return closes
      || end < text.tokens.count
        && (text.isComma(end) || text.lexeme(.coordination, covering: end) != nil)
  }

  /// The party that the member of a list which starts here is; a name that no catalogue has is taken whole, whatever the tree makes of
  /// it.
  mutating func member(_ node: Int, at start: Int, in segment: Segment) -> Party {
    guard ProperName.isNameWord(start, in: text), text.names(covering: start).isEmpty,
      text.lexemes(at: start).isEmpty,
      let name = ProperName.find(
        around: start, in: text, within: start..<memberEnd(from: start, in: segment)), name.count > 1
    else { return single(at: node, in: segment) }
    let phrase = NounPhrase(head: node, in: segment, text: text)
    guard phrase.properName.map({ $0.count < name.count }) ?? true else {
      return single(at: node, in: segment)
    }
    var party = unknownName(name, phrase, in: segment)
    for entity in party.entities { registry.mention(entity, at: text.range(of: name)) }
    party.tokens = name
    return party
  }

  /// The node of a name that no catalogue has and that ends here, as the member of a list: not the word that opens a sentence.
  private func unknownMember(endingAt position: Int, in segment: Segment) -> Int? {
    guard let sentence = text.sentence(at: position)?.tokens, text.lexemes(at: position).isEmpty,
      let name = ProperName.find(around: position, in: text, within: sentence),
      name.upperBound == position + 1,
      name.count > 1 || name.lowerBound > sentence.lowerBound,
      name.allSatisfy({ text.names(covering: $0).isEmpty }), text.lexemes(at: name.lowerBound).isEmpty
    else { return nil }
    return segment.node(at: name.lowerBound)
  }

  /// The end of the member that starts here: its name, or its noun with what hangs on it.
  func memberEnd(from position: Int, in segment: Segment) -> Int {
    if let name = text.names(covering: position).first, Int(name.end) > position {
      return pastAcronym(Int(name.end))
    }
    var end = position + 1
    while end < position + 8, let node = segment.node(at: end), text.tokens[end].kind != .mark {
      switch segment.tree.tags[node] {
      case .adj, .noun, .propn, .adp, .det:
        if text.lexemes(at: end).contains(where: { $0.lexeme.category == .coordination }) { return end }
        end += 1
      default: return end
      }
    }
    return end
  }

  /// The "'s" of a possessor.
  private func isClitic(_ position: Int) -> Bool {
    text.tokens[position].kind == .word && text.tokens[position].shape.isDisjoint(with: .spaceBefore)
      && text.isEnglish && text.ends(position, with: "s") && text.tokens[position].range.count <= 4
  }

  /// "the National Security Agency (NSA)": behind a word in brackets that stands there, else the same position.
  private func pastAcronym(_ position: Int) -> Int {
    text.isSign(position, "(") && text.isSign(position + 2, ")") ? position + 3 : position
  }
}
