import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// "According to X, …", "Selon un communiqué de X, …", "Pour X, …", and nouns for claims: "China's denial".
extension ClaimReader {
  /// A speaker named by a preposition; the content is the rest of its clause.
  mutating func readAccording(_ reading: CueReading, in segment: Segment) -> ClaimDraft? {
    // "in the FBI's view": whose view it is stands within the phrase.
    let view = segment.node(at: reading.tokens.upperBound - 1).flatMap { last in
      segment.tree.tags[last] == .noun && reading.tokens.count > 2 ? last : nil
    }
    let holder =
      view.map { segment.child($0, .nmodPoss) } ?? nominal(after: reading.tokens.upperBound, in: segment)
    guard let speakerNode = holder, view == nil || segment.tree.tags[speakerNode] != .pron else { return nil }
    if reading.cue.lexeme.has(.weak), !introducesSource(reading, in: segment) { return nil }
    let isView = reading.frame == .view
    if isView, reading.node > 1,
      !text.opensClause(reading.tokens.lowerBound, in: text.sentences[sentenceIndex])
    {
      return nil
    }
    let speaker = teller(at: speakerNode, in: segment) ?? source(at: speakerNode, in: segment)
    guard !speaker.entities.isEmpty || scope == .all && !isView else { return nil }
    if isView, !speaker.entities.allSatisfy({ parties.registry[$0].kind.isParty }) { return nil }
    var phrase =
      view == nil
      ? speakerPhrase(speakerNode, reading, in: segment)
      : (0..<segment.count).filter { reading.tokens.contains(segment.positions[$0]) }
    let around = contentAroundIncise(phrase, in: segment)
    if let around { phrase = phrase.filter { $0 < around.main } }
    let led = isView && reading.node > 1 ? contentBehind(phrase, in: segment) : nil
    guard var content = led ?? around ?? accordingContent(phrase, in: segment) else { return nil }
    content.nodes = beforeStance(content.nodes, after: -1, in: segment)
    if isClaimOfOthers(content.main, besides: speaker, in: segment) { return nil }
    let parts = coordinatedContents(content.nodes, in: segment)
    let main = predicate(of: parts[0], whole: content, in: segment)
    parties.reporting = speaker.entities.isEmpty ? nil : speaker.entities
    defer { parties.reporting = nil }
    let proposition = proposition(ofContent: parts[0], main: main, in: segment)
    if isView, proposition.actor == nil, proposition.likelihood == nil, proposition.confidence == nil,
      !proposition.condemns, !proposition.likeness, !proposition.rejects || !isAccused(speaker)
    {
      return nil
    }
    var draft = draft(.state, reading, speaker: speaker, content: content.nodes, in: segment)
    if let words = segment.span(phrase.sorted()) {
      draft.speaker.tokens =
        max(words.lowerBound, reading.tokens.upperBound)..<max(words.upperBound, reading.tokens.upperBound)
      draft.include(words)
    }
    apply(proposition, to: &draft)
    decide(&draft, proposition)
    // "Five men were arrested, according to prosecutors"
    takeStep(toldBy: parts[0], proposition, in: segment, to: &draft)
    for part in parts.dropFirst() {
      let main = predicate(of: part, whole: content, in: segment)
      let told = self.proposition(ofContent: part, main: main, in: segment)
      var next = self.draft(.state, reading, speaker: draft.speaker, content: part, in: segment)
      apply(told, to: &next)
      decide(&next, told)
      if draft.act == .state, next.act != .state {
        next.include(draft.span)
        draft = next
      } else if !addsNothing(next, to: draft) {
        further.append(next)
      }
    }
    return draft
  }

  /// "per a Senate staffer", "per two people briefed on it", "per CNN", but not "per record": a rate has no article.
  private func introducesSource(_ reading: CueReading, in segment: Segment) -> Bool {
    guard let next = segment.node(at: reading.tokens.upperBound) else { return false }
    let position = segment.positions[next]
    return text.lexeme(.determiner, covering: position) != nil || segment.tree.tags[next] == .num
      || !text.tokens[position].shape.isDisjoint(with: [.capitalised, .allCapitals, .mixedCase])
  }

  /// All that follows a phrase which itself stands behind a colon.
  private func contentBehind(_ phrase: [Int], in segment: Segment) -> (nodes: [Int], main: Int)? {
    guard let last = phrase.max() else { return nil }
    let nodes = trimmingMarks(Array(last + 1..<segment.count), in: segment)
    let main =
      nodes.first { segment.child($0, .cop) != nil }
      ?? nodes.first { segment.isVerbal($0) && segment.tree.relations[$0] != .cop }
    return main.flatMap { nodes.count > 2 ? (nodes, $0) : nil }
  }

  /// "Le ministre l'a répété : pour lui, …": the pronoun behind the preposition is the subject of the main clause before it.
  private mutating func teller(at node: Int, in segment: Segment) -> Party? {
    let pronoun = text.lexemes(at: segment.positions[node]).first {
      $0.lexeme.category == .pronoun
        && ($0.lexeme.means(PronounWord.he) || $0.lexeme.means(PronounWord.she)
          || $0.lexeme.means(PronounWord.they))
    }
    guard let pronoun, let root = (0..<node).first(where: { segment.head($0) == nil }),
      let subject = segment.child(root, .nsubj), subject < root, segment.tree.tags[subject] != .pron
    else { return nil }
    let party = parties.party(at: subject, in: segment)
    guard let first = party.entities.first, parties.registry[first].kind.isParty,
      (party.entities.count > 1 || parties.registry[first].isPlural) == pronoun.lexeme.has(.plural)
    else { return nil }
    return party
  }

  /// The party behind a noun: the noun itself, or the author of a report or statement that it names.
  mutating func source(at node: Int, in segment: Segment) -> Party {
    let phrase = NounPhrase(head: node, in: segment, text: text)
    if let possessive = phrase.possessive(in: text), possessive.lexeme.means(PronounWord.we),
      !text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.accusation),
      let author = parties.referent(of: possessive.lexeme)
    {
      return Party(entities: author, tokens: phrase.core)
    }
    guard text.lexeme(.channel, covering: segment.positions[node]) != nil else {
      let party = parties.party(at: node, in: segment)
      // "d'après les chiffres de X": what is no party may be a party's.
      guard party.entities.isEmpty, segment.tree.tags[node] == .noun,
        let owner = owner(ofChannel: node, in: segment),
        parties.registry.areNamedBodies(owner.entities)
      else { return party }
      return owner
    }
    if let owner = owner(ofChannel: node, countingReaders: false, in: segment) { return owner }
    if let paper = anonymous(node, in: segment) { return paper }
    // "selon le communiqué": whoever the last one was by.
    if let last = parties.discourse.latest(prefersSpeaker: true, where: { $0.isSpeaker }) {
      return Party(entities: last.entities)
    }
    return Party(entities: [], reason: "'\(text.word(segment.positions[node]))' does not say whose it is")
  }

  /// Whom the phrase of a statement, report or the like names as the one it is by: "Microsoft's report".
  mutating func owner(ofChannel node: Int, countingReaders: Bool = true, in segment: Segment) -> Party? {
    for child in segment.children(node).map(Int.init) {
      switch segment.tree.relations[child] {
      case .nmod, .nmodPoss, .amod, .compound, .obl:
        if let preposition = segment.preposition(of: child, in: text),
          ![.of, .by, .from, .with].contains(preposition)
        {
          // "a report in the New York Times"
          guard preposition == .in, segment.isNominal(child) else { continue }
          let party = parties.party(at: child, in: segment)
          if party.entities.contains(where: parties.isMedia) { return party }
          continue
        }
        let party = parties.party(at: child, in: segment)
        if party.entities.contains(where: { parties.registry[$0].kind.isParty }) { return party }
        if let match = parties.bestName(covering: segment.positions[child]),
          let entry = text.entry(match.entry),
          entry.kind == .state || entry.kind == .agency || entry.kind == .company
            || entry.kind == .organisation
        {
          return Party(entities: [parties.registry.insert(entry, from: text.table)])
        }
      // "a memo obtained by CBC"
      case .acl
      where !countingReaders
        && text.table.contains(text.folded(segment.positions[child]), in: .readerWords):
        continue
      case .acl, .aclRelcl:
        if let agent = segment.agent(of: child, in: text) { return parties.party(at: agent, in: segment) }
      default: continue
      }
    }
    return nil
  }

  /// The nodes of the prepositional phrase that names the speaker.
  private func speakerPhrase(_ node: Int, _ reading: CueReading, in segment: Segment) -> [Int] {
    let start = reading.tokens.lowerBound
    // "the minister Dan Reyes": the name, on which the tree hangs the office.
    let name = segment.head(node).flatMap { $0 == node + 1 && segment.tree.tags[$0] == .propn ? $0 : nil }
    var nodes = segment.subtree(name ?? node).filter { segment.positions[$0] >= start }
    // Cut at the comma that closes the phrase, unless an apposition or coordination goes on after it.
    if start == segment.positions[0],
      let comma = nodes.first(where: { comma in
        guard isComma(comma, in: segment), comma > node, let after = nodes.first(where: { $0 > comma }) else {
          return false
        }
        return segment.tree.relations[after] != .appos || namesAttacker(after, in: segment)
          || opensClause(after, in: segment)
      })
    {
      nodes = nodes.filter { $0 < comma }
    }
    for (index, position) in segment.positions.enumerated()
    where position >= start && position < reading.tokens.upperBound { nodes.append(index) }
    if start == segment.positions[0], let last = nodes.max(),
      let end = closedApposition(after: last, in: segment)
    {
      nodes += last + 1..<end
    }
    return Set(nodes).sorted()
  }

  /// The comma that closes what is told of the speaker, where a clause with its own subject begins behind it: "According to Mandiant,
  /// [a security firm], Russia hacked …", but not "According to Mandiant, APT28, a Russian group, hacked …".
  private func closedApposition(after last: Int, in segment: Segment) -> Int? {
    guard last + 2 < segment.count, isComma(last + 1, in: segment),
      let close = (last + 2..<min(last + 14, segment.count)).first(where: { isComma($0, in: segment) }),
      ClauseRoles.isApposition(last + 2..<close, in: segment, text: text),
      // "According to Norway, Russia, China and Iran hacked"
      (last + 2..<close).contains(where: { !ProperName.isNameWord(segment.positions[$0], in: text) }),
      !(last + 2..<close).contains(where: { namesAttacker($0, in: segment) }),
      let verb = (close + 1..<max(close + 1, segment.count)).first(where: { segment.isVerbal($0) }),
      !(close + 1..<verb).contains(where: { isComma($0, in: segment) }),
      (close + 1..<verb).contains(where: { segment.isNominal($0) })
    else { return nil }
    return close
  }

  /// Whether a node is the name of attackers, which is no apposition to one who speaks of them.
  private func namesAttacker(_ node: Int, in segment: Segment) -> Bool {
    text.names(covering: segment.positions[node]).contains { match in
      text.entry(match.entry).map { $0.kind == .group || $0.kind == .malware } == true
    }
  }

  /// The clause that the phrase is thrown into between a subject or an auxiliary and its verb: "X aurait, selon Y, mené".
  private func contentAroundIncise(_ phrase: [Int], in segment: Segment) -> (nodes: [Int], main: Int)? {
    guard let first = phrase.min(), first > 1, isComma(first - 1, in: segment),
      let close = (first..<segment.count).first(where: {
        isComma($0, in: segment) && !isBeforeApposition($0, in: segment)
      }), close + 1 < segment.count
    else { return nil }
    let before = segment.tree.tags[first - 2]
    let after = segment.tree.tags[close + 1]
    let splits =
      before == .aux && (after == .verb || after == .aux || after == .adv || after == .adp || after == .det)
      || (before == .noun || before == .propn) && (after == .aux || segment.isVerbal(close + 1))
    guard splits, !(0..<first - 2).contains(where: { segment.tree.tags[$0] == .verb }) else { return nil }
    let nodes = Array(0..<first - 1) + Array(close + 1..<segment.count)
    let trimmed = trimmingMarks(nodes, in: segment)
    guard
      let main = trimmed.first(where: { $0 > close && segment.isVerbal($0) })
        ?? trimmed.first(where: { $0 > close && segment.isNominal($0) })
    else { return nil }
    return (trimmed, main)
  }

  /// The clause that the phrase hangs on, without the phrase.
  private func accordingContent(_ phrase: [Int], in segment: Segment) -> (nodes: [Int], main: Int)? {
    let without = Set(phrase)
    var main: Int?
    for node in phrase {
      if let head = segment.head(node), !without.contains(head) { main = segment.clause(of: head) }
    }
    // A phrase taken for the root: the clause is what is left.
    guard var top = main ?? clauseBelow(phrase, in: segment) else { return nil }
    if segment.tree.relations[top] == .conj || segment.tree.relations[top] == .parataxis,
      let first = phrase.min(), first <= 2
    {
      top = segment.ancestor(top) { segment.head($0) == nil } ?? top
    }
    // After a comma the phrase is said of the whole sentence: "Il est faux que …, selon X".
    if let first = phrase.min(), first > 2, isComma(first - 1, in: segment) {
      top = segment.ancestor(top) { segment.head($0) == nil } ?? top
    }
    var nodes = segment.subtree(top) { without.contains($0) }.filter { !without.contains($0) }
    // What the tree hung on the speaker though it stands behind the comma that closes the phrase.
    for head in phrase {
      for child in segment.children(head).map(Int.init)
      where !without.contains(child) && child > head && child != top {
        if [.acl, .aclRelcl, .appos].contains(segment.tree.relations[child]),
          !namesAttacker(child, in: segment), !opensClause(child, in: segment)
        {
          continue
        }
        let hung = segment.subtree(child)
        if !hung.contains(top) { nodes += hung.filter { !nodes.contains($0) } }
      }
    }
    // "De source proche de X, …": what stands before the phrase's end is no part of what is said.
    if let first = phrase.min(), first == 0, let last = phrase.max() { nodes.removeAll { $0 < last } }
    nodes.sort()
    let trimmed = trimmingMarks(nodes, in: segment)
    return trimmed.count > 1 ? (trimmed, top) : nil
  }

  /// The clause that the tree has hung on a phrase which it took for the root.
  private func clauseBelow(_ phrase: [Int], in segment: Segment) -> Int? {
    let hung = phrase.flatMap { segment.children($0).map(Int.init) }.filter { !phrase.contains($0) }
    return hung.first { segment.isVerbal($0) || segment.child($0, .cop, .nsubj) != nil } ?? hung.first
  }

  /// Whether a noun behind a comma is followed by its verb with no comma between, so that it is no apposition.
  private func opensClause(_ node: Int, in segment: Segment) -> Bool {
    guard segment.tree.relations[node] == .appos, let start = segment.subtree(node).first, start > 0,
      isComma(start - 1, in: segment) || isComma(start, in: segment),
      let next = (node + 1..<max(node + 1, segment.count)).first(where: {
        isComma($0, in: segment) || segment.tree.tags[$0] == .verb || segment.tree.tags[$0] == .aux
      })
    else { return false }
    return !isComma(next, in: segment) && segment.tree.relations[next] != .acl
  }

  private func trimmingMarks(_ nodes: [Int], in segment: Segment) -> [Int] {
    var nodes = nodes
    while let first = nodes.first, text.tokens[segment.positions[first]].kind == .mark { nodes.removeFirst() }
    while let last = nodes.last, text.tokens[segment.positions[last]].kind == .mark { nodes.removeLast() }
    return nodes
  }
}
