import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Where the words stand that a verb of saying reports: behind "that", before it, around it, without any sign.
extension ClaimReader {
  /// The nodes of what is said, and its main predicate.
  func statementContent(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> (nodes: [Int], main: Int)?
  {
    let verb = roles.verb
    // "X, who teaches at Y": a relative clause reports nothing of what is around it.
    let isRelative =
      roles.speaker.map { text.isLexeme(at: segment.positions[$0], .pronoun, PronounWord.relative) } ?? false
    if !isRelative, roles.complementizer == nil, roles.clause.map({ $0 < verb }) ?? true,
      reportsNext(reading, roles, in: segment), let content = bareContent(reading, roles, in: segment)
    {
      return content
    }
    if !isRelative, let content = contentAround(reading, roles, in: segment) { return content }
    // "lenders offer a marker that stays in place": a verb that only tags quotations has an object of another kind.
    if scope == .threat, reading.cue.lexeme.has(.quote), !roles.isParenthetical,
      let object = segment.child(verb, .obj), object > verb, object != roles.speaker
    {
      return nil
    }
    if roles.isParenthetical, let clause = roles.clause {
      let host = whole(around: clause, before: verb, in: segment)
      let nodes = segment.subtree(host) { $0 == verb || segment.isPunctuation($0, atEdgeOf: host) }
      return nodes.count > 1 ? (nodes, host) : nil
    }
    // "wrote the malware", "wrote the tools used in the attack": made, not told of.
    if roles.complementizer == nil, let object = segment.child(verb, .obj), object > verb,
      text.lexeme(.responsibility, covering: segment.positions[verb]) != nil,
      isDeedNoun(object, in: segment) || isArmament(object, in: segment) || isThreat([object], in: segment)
    {
      return nil
    }
    if let opener = roles.complementizer {
      guard let content = contentAfter(opener, roles, in: segment) else { return nil }
      // "found no evidence that …": what is told of the proof, not what it would be proof of.
      if let start = missingProof(between: verb, and: opener, in: segment) {
        return (Array(start..<opener) + content.nodes, content.main)
      }
      return content
    }
    // "juge infondée l'attribution", "considers the claims baseless": what is judged and the judgement of it.
    if reading.frame == .assess, let clause = roles.clause, segment.tree.relations[clause] == .xcomp,
      !segment.isVerbal(clause)
        || text.isLexeme(at: segment.positions[clause], .judgement, JudgementWord.baseless),
      clause > verb
    {
      let nodes = complementNodes(of: roles, except: [roles.speaker], in: segment)
      if nodes.count > 1 { return (nodes, clause) }
    }
    // "It was X that did it, Y said": all that stands before the comma.
    if let clause = roles.clause, clause < verb, let content = contentBefore(reading, roles, in: segment) {
      return content
    }
    if let clause = roles.clause, segment.isClausal(clause, of: verb, in: text),
      // "showed no restraint: within hours it accused …"
      !reading.cue.lexeme.has(.weak) || segment.tree.relations[clause] != .parataxis || clause < verb,
      clause > verb || segment.tree.relations[clause] == .ccomp
    {
      var nodes = segment.subtree(clause) { $0 == verb }
        .filter { segment.tree.tags[$0] != .punct || $0 < segment.count - 1 }
      // "believe it rewrote its tools": the tree has made an object of the subject.
      if segment.child(clause, .nsubj, .nsubjPass, .mark) == nil,
        let object = segment.child(verb, .obj), object > verb, object < clause
      {
        nodes = segment.subtree(object) + nodes
      }
      return (nodes, clause)
    }
    if !isRelative, let content = contentBefore(reading, roles, in: segment) { return content }
    if let content = infinitive(after: verb, in: segment) { return content }
    if let content = bareContent(reading, roles, in: segment) { return content }
    // "confirmed Iran's role in the attack": by itself it says whose part it was.
    if let object = segment.child(verb, .obj), object > verb, segment.child(object, .nmodPoss) != nil,
      text.lexemes(at: segment.positions[object]).contains(where: { match in
        match.lexeme.means(JudgementWord.involvement) || match.lexeme.means(ResponsibilityWord.involved)
      }),
      (object..<segment.count).contains(where: { isDeedNoun($0, in: segment) }),
      // "Germany's role in the operation against the hackers"
      !(object..<segment.count).contains(where: { isAttackersNoun($0, in: segment) })
    {
      return (segment.subtree(object), object)
    }
    guard !reading.cue.lexeme.has(.quote), let object = segment.child(verb, .obj),
      object != roles.speaker,
      segment.subtree(object).count > 1 || scope == .all || isLegalStep(object, in: segment)
        // "found similarities to X": what belongs to the object hangs on the verb.
        || reading.cue.lexeme.has(.weak) && segment.child(verb, .obl).map({ $0 > object }) == true,
      !reading.cue.lexeme.has(.weak) || holdsFinding(segment.subtree(object), in: segment)
    else { return nil }
    // "relevé des similitudes avec les outils de X", "n'a aucun doute sur …": what belongs to the object may hang on
    // the verb.
    if reading.cue.lexeme.has(.weak) || Int(reading.cue.end) > segment.positions[object]
      || isLegalStep(object, in: segment)
    {
      return (complementNodes(of: roles, except: [roles.speaker], in: segment), object)
    }
    return (segment.subtree(object), object)
  }

  /// The main clause above one that a closing tag hangs on: "Nothing shows that Russia did it, X said" reports all of it.
  private func whole(around clause: Int, before tag: Int, in segment: Segment) -> Int {
    var host = clause
    while let above = segment.head(host), above < host, host < tag,
      segment.isVerbal(above) || segment.child(above, .cop) != nil
    {
      host = above
    }
    return host
  }

  /// Where a phrase such as "no evidence" or "absurde l'idée" begins that stands between a verb and the "that" of its content.
  private func missingProof(between verb: Int, and opener: Int, in segment: Segment) -> Int? {
    guard opener - verb <= 5,
      (verb + 1..<max(verb + 1, opener)).contains(where: { node in
        text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.evidence)
          && segment.isNegated(node, in: text)
          || text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.baseless)
      })
    else { return nil }
    return verb + 1
  }

  /// Whether a noun phrase by itself says something of an attack: "found strong links between …", "a confirmé une
  /// attaque".
  private func holdsFinding(_ nodes: [Int], in segment: Segment) -> Bool {
    let end = nodes.firstIndex { node in
      Mark(text.document.text.bytes, text.tokens[segment.positions[node]]) == .colon
    }
    return nodes[..<(end ?? nodes.endIndex)].contains { node in
      text.lexemes(at: segment.positions[node]).contains { match in
        switch match.lexeme.category {
        case .judgement:
          match.lexeme.means(JudgementWord.likeness) || match.lexeme.means(JudgementWord.evidence)
            || match.lexeme.means(JudgementWord.truth) && match.lexeme.partOfSpeech == .noun
            || match.lexeme.means(JudgementWord.vestige) && isTraceOfSomebody(node, in: segment)
        case .responsibility:
          match.lexeme.means(ResponsibilityWord.object) || match.lexeme.means(ResponsibilityWord.origin)
        case .behaviour: match.lexeme.partOfSpeech != .verb
        // "une intrusion informatique"
        case .threat: match.lexeme.means(ThreatWord.strong) && match.lexeme.partOfSpeech != .verb
        default: false
        }
      }
    }
  }

  /// What a "that" opens: everything up to the next coordinated verb of claiming, or to the end.
  func contentAfter(_ opener: Int, _ roles: ClauseRoles, in segment: Segment) -> (
    nodes: [Int], main: Int
  )? {
    var end = segment.count
    while end > opener + 1, text.tokens[segment.positions[end - 1]].kind == .mark { end -= 1 }
    for node in opener + 2..<max(end, opener + 2)
    where segment.tree.relations[node] == .conj && segment.head(node) == roles.verb
      && (segment.child(node, .cc) != nil || segment.tree.tags[node - 1] == .cconj)
      || segment.isCoordinatedCue(node, in: text)
    {
      end = min(end, node)
      break
    }
    if let other = concession(after: opener, before: end, in: segment) { end = other }
    if let close = relativeEnd(of: roles.verb, after: opener, in: segment) { end = min(end, close) }
    while end > opener + 1, segment.tree.tags[end - 1] == .cconj || segment.tree.tags[end - 1] == .punct {
      end -= 1
    }
    guard end > opener + 2 else { return nil }
    let nodes = Array(opener..<end)
    let inside = Set(nodes)
    let main = nodes.dropFirst().first { node in
      (segment.isVerbal(node) || segment.child(node, .nsubj, .cop, .nsubjPass) != nil)
        && segment.tree.relations[node] != .aux && segment.tree.relations[node] != .auxPass
        && segment.tree.relations[node] != .cop && segment.tree.relations[node] != .acl
        && segment.tree.relations[node] != .aclRelcl && segment.tree.relations[node] != .advcl
        && !(segment.head(node).map {
          inside.contains($0) && $0 > node && segment.tree.relations[node] == .xcomp
        } ?? false)
    }
    return (nodes, main ?? opener + 1)
  }

  /// The comma that ends a relative clause, where the main verb stands right behind it: "X, which said that …, is named in it".
  private func relativeEnd(of verb: Int, after opener: Int, in segment: Segment) -> Int? {
    guard segment.tree.relations[verb] == .aclRelcl,
      let main = (opener + 2..<max(opener + 2, segment.count)).first(where: { segment.head($0) == nil })
    else { return nil }
    var start = main
    while start > opener + 2, [.aux, .adv].contains(segment.tree.tags[start - 1]) { start -= 1 }
    return isComma(start - 1, in: segment) ? start - 1 : nil
  }

  /// "Russia, which the FBI says was behind the hack, has not replied": what is told in a clause between commas ends with it.
  func withinRelative(_ nodes: [Int], _ roles: ClauseRoles, in segment: Segment) -> [Int] {
    guard segment.tree.relations[roles.verb] == .aclRelcl, let speaker = roles.speaker, speaker < roles.verb,
      let opener = (max(0, speaker - 6)..<speaker).last(where: { node in
        text.isLexeme(at: segment.positions[node], .pronoun, PronounWord.relative)
      }), opener > 0, isComma(opener - 1, in: segment),
      let close = (roles.verb + 3..<max(roles.verb + 3, segment.count)).first(where: {
        isComma($0, in: segment)
      }),
      (close + 1..<segment.count).contains(where: { segment.isVerbal($0) })
    else { return nodes }
    return nodes.filter { $0 < close }
  }

  /// The comma before a clause with a "that" of its own that goes beside what is said: "…, though it insists that …".
  private func concession(after opener: Int, before end: Int, in segment: Segment) -> Int? {
    for node in opener + 3..<max(opener + 3, end)
    where segment.tree.relations[node] == .advcl && segment.isVerbal(node) {
      guard let mark = segment.child(node, .mark), mark > opener + 2, mark < node,
        isComma(mark - 1, in: segment), segment.tree.tags[mark] == .sconj,
        let subject = segment.child(node, .nsubj), subject > mark, subject < node, node + 1 < end,
        text.isLexeme(at: segment.positions[node + 1], .complementizer, ComplementizerWord.that),
        text.lexemes(at: segment.positions[node]).contains(where: { $0.lexeme.category == .cue })
      else { continue }
      return mark - 1
    }
    return nil
  }

  /// The clause before a cue that closes its sentence: "X was hit, the FBI said."
  func contentBefore(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> (nodes: [Int], main: Int)?
  {
    var start = min(
      roles.speaker.map { segment.subtree($0).first ?? $0 } ?? roles.verb, segment.groupStart(of: roles.verb))
    while start > 1,
      segment.tree.tags[start - 1] == .aux
        // "s'est emportée"
        || segment.tree.relations[start - 1] == .expl && segment.head(start - 1) == roles.verb
    {
      start -= 1
    }
    guard start > 3, isComma(start - 1, in: segment) else { return nil }
    let end = max(roles.verb, roles.speaker.flatMap { segment.subtree($0).last } ?? roles.verb)
    // "…, indique l'agence, qui juge …": what is told of the speaker does not count.
    let close =
      (end + 1..<max(end + 1, segment.count - 1)).first { node in
        isComma(node, in: segment)
          && text.isLexeme(at: segment.positions[node + 1], .pronoun, PronounWord.relative)
      } ?? segment.count
    let after = (end + 1..<max(end + 1, close)).filter {
      text.tokens[segment.positions[$0]].kind != .mark
    }
    // "…, a rétorqué X": behind a comma and before its subject a verb of answering is sure.
    let isInverted =
      start < roles.verb && reading.cue.lexeme.language == .fr && (roles.speaker ?? 0) > roles.verb
    guard after.count <= 12, !reading.cue.lexeme.has(.quote) || isInverted else { return nil }
    let nodes = Array(0..<start - 1)
    let main =
      nodes.first { node in
        // "Selon une note consultée par X, Y redoute": a participle within the phrase before the comma says nothing.
        segment.isVerbal(node)
          && !(segment.tree.relations[node] == .acl
            && text.isLexeme(at: segment.positions[0], .cue, CueFrame.according))
      }
      ?? nodes.first { node in
        text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.accusation)
          // "Une calomnie, s'est emportée l'ambassade"
          || isInverted && text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.baseless)
      }
    return main.map { (nodes, $0) }
  }

  /// Whether an English verb of claiming behind its subject is followed at once by a clause that it reports: "In May, CBS
  /// said it was canceling the show", but "X was hit, the FBI said after a review".
  private func reportsNext(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> Bool {
    let first = roles.verb + 1
    guard reading.cue.lexeme.language == .en, let speaker = roles.speaker, speaker < roles.verb,
      first + 2 < segment.count, !ClauseRoles.isTime(first, in: segment, text),
      text.tokens[segment.positions[first]].kind != .mark
    else { return false }
    switch segment.tree.tags[first] {
    case .adp, .adv, .punct, .sconj, .cconj, .num: return false
    default: break
    }
    let end = (first..<segment.count).first { isComma($0, in: segment) } ?? segment.count
    return (first + 1..<max(first + 1, end)).contains { node in
      segment.tree.tags[node] == .aux
        || segment.child(node, .nsubj, .nsubjPass, .csubj).map { $0 >= first } ?? false
    }
  }

  /// Whether the first verb behind a comma goes on with a tag, and not with what it is thrown into.
  func goesOnWithTag(_ tag: Int, behind comma: Int, in segment: Segment) -> Bool {
    guard
      let verb = (comma + 1..<max(comma + 1, segment.count)).first(where: { segment.tree.tags[$0] == .verb })
    else { return false }
    guard segment.head(verb) == tag,
      // "…, the Post reported, quoting officials" names whom it has it from.
      let cue = text.lexeme(.cue, covering: segment.positions[verb])?.lexeme, cue.partOfSpeech == .verb,
      !cue.means(CueFrame.intend)
    else { return false }
    return segment.tree.relations[verb] == .advcl && text.endsAsGerund(segment.positions[verb])
      || segment.tree.relations[verb] == .conj && segment.child(verb, .cc) != nil
  }

  /// A French infinitive right behind the verb, negated or not, wherever the tree hangs it: "assure n'avoir rien à voir".
  private func infinitive(after verb: Int, in segment: Segment) -> (nodes: [Int], main: Int)? {
    for node in verb + 1..<max(verb + 1, min(verb + 4, segment.count)) {
      let lexemes = text.lexemes(at: segment.positions[node])
      if lexemes.contains(where: { $0.lexeme.category == .negation || $0.lexeme.category == .time })
        || segment.tree.tags[node] == .pron
        // "affirme en être responsable"
        || text.tokens[segment.positions[node]].range.count == 2
          && text.ends(segment.positions[node], with: "en")
      {
        continue
      }
      guard
        lexemes.contains(where: {
          $0.lexeme.category == .auxiliary && $0.lexeme.form == .infinitive && $0.lexeme.language == .fr
        })
      else { return nil }
      var end = segment.count
      while end > node + 1, text.tokens[segment.positions[end - 1]].kind == .mark { end -= 1 }
      let main = (node..<end).first { segment.tree.tags[$0] == .verb } ?? node
      return (Array(verb + 1..<end), main)
    }
    return nil
  }

  /// What follows a verb of saying without "that": "said ALPHV's bosses had run off".
  private func bareContent(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment)
    -> (nodes: [Int], main: Int)?
  {
    guard reading.cue.lexeme.language == .en, !reading.cue.lexeme.has(.quote), let speaker = roles.speaker,
      speaker < roles.verb
    else { return nil }
    var end = segment.count
    while end > roles.verb + 1, text.tokens[segment.positions[end - 1]].kind == .mark { end -= 1 }
    guard end > roles.verb + 3 else { return nil }
    for node in roles.verb + 3..<end where segment.isCoordinatedCue(node, in: text) {
      end = node - 1
      break
    }
    let nodes = Array(roles.verb + 1..<end)
    guard
      let main = nodes.first(where: { node in
        node > roles.verb + 1
          && (segment.isVerbal(node) || segment.child(node, .cop).map { $0 > roles.verb } ?? false)
      }),
      // "found links between A and B, though they stopped short of …"
      !segment.isNewClause(main) || segment.head(main) != roles.verb,
      nodes.contains(where: { $0 < main && segment.isNominal($0) && segment.child($0, .case) == nil })
    else { return nil }
    return (nodes, main)
  }

  func isComma(_ node: Int, in segment: Segment) -> Bool {
    let token = text.tokens[segment.positions[node]]
    return token.kind == .mark && Mark(text.document.text.bytes, token) == .comma
  }
}
