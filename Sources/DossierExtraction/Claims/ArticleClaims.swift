import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What the article asserts in its own voice: only where it names an actor, a deed and a target.
extension ClaimReader {
  /// The article's own claim in a sentence without a cue, if there is one, or in what relative clauses with claims leave of it.
  mutating func articleClaim(in segment: Segment, besides found: [ClaimDraft]) -> ClaimDraft? {
    guard scope == .threat else { return nil }
    var aside = Set<Int>()
    for draft in found {
      guard let clause = relativeClause(of: draft, in: segment) else { return nil }
      aside.formUnion(segment.subtree(clause))
    }
    let nodes = (0..<segment.count).filter { !aside.contains($0) }
    guard let root = nodes.first(where: { segment.head($0) == nil }), segment.isVerbal(root) else {
      return nil
    }
    guard
      !segment.isNegated(root, in: text),
      !nodes.contains(where: { ($0 == root || !segment.isVerbal($0)) && takesStance($0, in: segment) }),
      !nodes.contains(where: { blames($0, in: segment) })
    else { return nil }
    guard let last = segment.positions.last, text.byte(last) != UInt8(ascii: "?") else { return nil }
    let proposition = proposition(nodes, main: root, in: segment)
    guard let actor = proposition.actor, let source = proposition.source, source <= .subject,
      !proposition.isNegated, !proposition.isPlanned, !isDoneToOwn(root, in: segment)
    else { return nil }
    guard
      source == .agent || source == .behaviour || source == .responsibility
        || !proposition.behaviours.isEmpty && hasObject(root, in: segment)
    else { return nil }
    for entity in actor.entities where parties.isGang(entity) { parties.registry[entity].kind = .group }
    let isKnown =
      actor.entities.contains { entity in
        let draft = parties.registry[entity]
        return !draft.isUnnamed && (draft.kind == .group || draft.kind == .agency)
          || draft.isUnnamed && !actor.sponsors.isEmpty
      } || isStatesDeed(root, proposition, in: segment)
    guard isKnown, hasObject(root, in: segment) || !proposition.targets.isEmpty else { return nil }
    // "The hackers, believed to work for China, stole the data": whose they are is only thought.
    let isThought = !actor.sponsors.isEmpty && nodes.contains { isBelieved($0, in: segment) }
    let first = segment.positions[0]
    let issuer = bodyPublishing(root, besides: actor, in: segment)
    var draft = ClaimDraft(
      act: isThought || proposition.hedged || proposition.likelihood != nil ? .assess : .attribute,
      speaker: issuer ?? Party(entities: []), about: actor, cue: first..<first,
      content: runs(of: segment.positions),
      span: first..<last + 1, frame: .say,
      rule: (text.isFrench ? "fr" : "en") + (issuer == nil ? ".article" : ".publication"))
    apply(proposition, to: &draft)
    draft.hedged = draft.hedged || isThought
    draft.level = actor.level
    draft.isArticle = issuer == nil
    return draft
  }

  /// "The group, which claims the attack, stole the files": the clause that only tells more of somebody, where a claim stands in it.
  private func relativeClause(of draft: ClaimDraft, in segment: Segment) -> Int? {
    guard var node = segment.node(at: draft.cue.lowerBound) else { return nil }
    while segment.tree.relations[node] != .aclRelcl {
      guard let above = segment.head(node) else { return nil }
      node = above
    }
    // Only of the doer: "released a report which accuses" tells what the report says.
    guard let noun = segment.head(node), let subject = segment.subject(of: segment.clause(of: noun)),
      segment.subtree(subject).contains(noun), subject < segment.clause(of: noun)
    else { return nil }
    return node
  }

  /// "Russia hacked the port of Oslo": a state as the doer of the sentence itself, and somebody with a name whom it was done to. Of
  /// a state less is a deed than of a gang: "China takes a third of the exports", "Russia's role".
  private mutating func isStatesDeed(_ root: Int, _ reading: PropositionReading, in segment: Segment) -> Bool
  {
    guard let actor = reading.actor, actor.entities.allSatisfy({ parties.registry[$0].kind == .state }),
      let doer = segment.isPassive(root) ? segment.agent(of: root, in: text) : segment.child(root, .nsubj),
      parties.party(at: doer, in: segment).entities == actor.entities
    else { return false }
    let isStrong =
      isDeed(of: root, in: segment)
      || text.lexemes(at: segment.positions[root]).contains { match in
        match.lexeme.category == .behaviour && match.lexeme.partOfSpeech == .verb && !match.lexeme.has(.weak)
      }
    guard isStrong else { return false }
    return !reading.targets.isEmpty
      || segment.subtree(root).contains { node in
        node != doer && segment.tree.relations[node] != .advcl
          && (segment.tree.tags[node] == .propn
            || parties.bestName(covering: segment.positions[node])?.usage == .demonym)
          && segment.head(node) != doer && node > root
      }
  }

  /// What a text says in the first person is its author's, once it has told who that is: "an actor that we call X".
  mutating func giveAuthorTheirWords() {
    let authors = parties.discourse.authors
    guard !authors.isEmpty else { return }
    for place in drafts.indices where drafts[place].isArticle {
      guard
        text.lexemes(in: drafts[place].span).contains(where: { match in
          match.lexeme.category == .pronoun && match.lexeme.means(PronounWord.we)
            && text.names(covering: Int(match.first)).isEmpty
            && text.quotations(overlapping: Int(match.first)..<Int(match.end)).isEmpty
        })
      else { continue }
      drafts[place].speaker = Party(entities: authors)
      drafts[place].isArticle = false
    }
  }

  /// "CISA has published guidance on Volt Typhoon, which …", "the FBI released an advisory detailing attacks by X": what a
  /// body puts out is its own word.
  private mutating func bodyPublishing(_ root: Int, besides actor: Party, in segment: Segment) -> Party? {
    guard let paper = segment.child(root, .obj),
      text.lexeme(.channel, covering: segment.positions[paper]) != nil,
      let party = issuer(of: paper, besides: nil, in: segment), party.entities != actor.entities,
      parties.registry.areNamedBodies(party.entities)
    else { return nil }
    return party
  }

  /// Whether a verb of denying or declining stands in a sentence of which no such claim could be read: then it
  /// is no assertion of the article's.
  private func takesStance(_ node: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[node]).contains { match in
      guard match.lexeme.category == .cue, match.lexeme.partOfSpeech == .verb else { return false }
      switch match.lexeme.as(CueFrame.self) {
      case .deny, .decline, .qualify: return true
      default: return false
      }
    }
  }

  /// Whether a verb of blame stands in the sentence: what somebody accuses somebody of, the article does not assert.
  private func blames(_ node: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[node]).contains { match in
      guard match.lexeme.category == .cue, match.lexeme.partOfSpeech == .verb, !match.lexeme.has(.weak) else {
        return false
      }
      switch match.lexeme.as(CueFrame.self) {
      case .accuse, .blame, .attribute, .hold, .suspect, .identify: return true
      default: return false
      }
    }
  }

  private func hasObject(_ verb: Int, in segment: Segment) -> Bool {
    segment.child(verb, .obj, .nsubjPass) != nil
      || segment.children(verb).contains {
        segment.tree.relations[Int($0)] == .conj && segment.child(Int($0), .obj) != nil
      } || isIntrusion(verb, in: segment)
  }

  /// "broke into a hospital", "s'est introduit dans les serveurs": a deed whose verb has what it befell behind a preposition.
  private func isIntrusion(_ verb: Int, in segment: Segment) -> Bool {
    // "s'en est pris aux mairies": the phrase begins before its verb.
    guard let deed = text.lexeme(.behaviour, covering: segment.positions[verb]),
      deed.lexeme.partOfSpeech == .verb
    else { return false }
    return segment.children(verb).map(Int.init).contains { child in
      segment.tree.relations[child] == .obl && child > verb
        && !ClauseRoles.isTime(child, in: segment, text)
        && segment.prepositions(of: child).contains { node in
          segment.positions[node] < Int(deed.end)
            || text.isLexeme(at: segment.positions[node], .preposition, PrepositionWord.in)
        }
    }
  }
}
