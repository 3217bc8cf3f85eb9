import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Where a verb's subject stands when the tree does not say so: across an aside, behind "and", before the verb.
extension ClauseRoles {
  /// The noun phrase between "and" and a verb: "… lost its servers and the Israeli directorate accused".
  static func coordinatedSubject(before verb: Int, in segment: Segment, text: AnalysedText) -> Int? {
    var noun: Int?
    for node in stride(from: verb - 1, through: max(0, verb - 8), by: -1) {
      switch segment.tree.tags[node] {
      case .noun, .propn: noun = node
      case .adj, .adv, .aux, .num: continue
      case .det:
        guard node > 0, segment.tree.tags[node - 1] == .cconj, let noun, canSpeak(noun, in: segment, text),
          segment.tree.relations[node - 1] != .det
        else { return nil }
        return noun
      default: return nil
      }
    }
    return nil
  }

  /// "Mis en cause par Berlin, le groupe n'a pas réagi": a participle that opens the sentence is said of the subject behind
  /// the comma.
  static func subjectBehind(fronted verb: Int, in segment: Segment, text: AnalysedText) -> Int? {
    guard verb <= 1, let root = (0..<segment.count).first(where: { segment.head($0) == nil }), root > verb,
      let subject = segment.child(root, .nsubj, .nsubjPass), subject > verb
    else { return nil }
    return (verb..<subject).contains { node in
      text.isComma(segment.positions[node])
    } ? subject : nil
  }

  /// The name that a noun phrase between commas only explains: "Norse, a Californian firm, says".
  static func nameBefore(_ aside: Int, _ verb: Int, in segment: Segment, text: AnalysedText) -> Int? {
    guard aside < verb, segment.tree.tags[aside] != .pron else { return nil }
    func isComma(_ node: Int) -> Bool {
      text.isComma(segment.positions[node])
    }
    let phrase = segment.subtree(aside).filter { abs($0 - aside) < 12 && $0 < verb }
    var start = phrase.first ?? aside
    while start < aside, text.tokens[segment.positions[start]].kind == .mark { start += 1 }
    guard start > 1, isComma(start - 1),
      segment.isNominal(start - 2)
        || ProperName.isNameWord(segment.positions[start - 2], in: text) && !segment.isVerbal(start - 2),
      !ProperName.isNameWord(segment.positions[aside], in: text),
      (aside + 1..<verb).contains(where: isComma)
    else { return nil }
    var top = start - 2
    while let head = segment.head(top), head < top, segment.isNominal(head),
      segment.tree.relations[top] != .conj
    {
      top = head
    }
    // "Russia, the minister, Dan Reyes, said, attacked …": the sentence is about the name, and goes on with its verb.
    if segment.tree.relations[verb] == .parataxis, let host = segment.head(verb), host > verb,
      segment.head(top) == host
    {
      return nil
    }
    let isName =
      ProperName.isNameWord(segment.positions[top], in: text)
      || !text.names(covering: segment.positions[top]).isEmpty
    let first = segment.subtree(top).first ?? top
    return isName && segment.child(top, .case) == nil && first <= 2 && !isTime(top, in: segment, text)
      ? top : nil
  }

  /// "The GRU, a spokesman for the ministry said, carried it out": the noun phrase between the comma and an English verb that a comma
  /// closes.
  static func parenthetical(before verb: Int, in segment: Segment, text: AnalysedText) -> Int? {
    guard verb + 1 < segment.count - 2, isComma(verb + 1, in: segment, text) else { return nil }
    var start = verb
    while start > 0, verb - start < 12,
      [.det, .adj, .noun, .propn, .num, .adp, .part].contains(
        segment.tree.tags[start - 1])
    {
      start -= 1
    }
    guard start > 1, start < verb, isComma(start - 1, in: segment, text), segment.tree.tags[start] != .adp
    else { return nil }
    let end = (start..<verb).first { segment.tree.tags[$0] == .adp } ?? verb
    guard var noun = (start..<end).last(where: { segment.isNominal($0) && canSpeak($0, in: segment, text) })
    else { return nil }
    // "Dan Reyes": the whole name.
    while let head = segment.head(noun), (start..<noun).contains(head), segment.isNominal(head),
      [.flat, .compound].contains(segment.tree.relations[noun])
    {
      noun = head
    }
    return noun
  }

  /// "people familiar with the case said": a noun behind a preposition is no subject; the noun that the phrase hangs on
  /// is, though the tree may have made an adjective of it the head of all.
  static func governor(of node: Int, before verb: Int, in segment: Segment, text: AnalysedText)
    -> Int?
  {
    guard node < verb else { return nil }
    var start = segment.subtree(node).first ?? node
    if segment.tree.tags[start] == .adp { start += 1 }
    guard start > 1, segment.tree.tags[start - 1] == .adp,
      !text.lexemes(at: segment.positions[start - 1]).contains(where: { $0.lexeme.category == .cue })
    else { return nil }
    var before = start - 2
    while before > 0, segment.tree.tags[before] == .adj || segment.tree.tags[before] == .verb { before -= 1 }
    guard segment.isNominal(before), segment.child(before, .case) == nil,
      canSpeak(before, in: segment, text)
    else { return nil }
    return before
  }

  /// A party that stands right before a verb, with a comma, "and" or nothing before it.
  static func adjacent(_ verb: Int, in segment: Segment, text: AnalysedText) -> Int? {
    var end = verb - 1
    while end > 0, segment.tree.tags[end] == .adv || segment.tree.tags[end] == .aux { end -= 1 }
    guard end >= 0, segment.isNominal(end), segment.tree.tags[end] != .pron,
      segment.tree.relations[verb] != .acl, segment.tree.relations[verb] != .aclRelcl
    else { return nil }
    let position = segment.positions[end]
    guard
      let match = text.names(covering: position).first(where: { match in
        match.usage != .demonym && Int(match.end) == position + 1
          && text.entry(match.entry).map { EntityKind($0.kind).isParty } == true
      }), var start = segment.node(at: Int(match.first))
    else { return nil }
    let first = start
    while start > 0, segment.tree.tags[start - 1] == .det { start -= 1 }
    guard start > 0 else { return nil }
    let before = segment.tree.tags[start - 1]
    // "CISA, FBI, and HHS encourage": with no verb before it, "and" joins the members of a list.
    guard (0..<start).contains(where: { segment.tree.tags[$0] == .verb }) else { return nil }
    let isComma = text.isComma(segment.positions[start - 1])
    guard before == .cconj || before == .sconj || before == .punct && isComma else { return nil }
    return end > first ? first : end
  }

  /// The noun before a relative clause that a comma closes right before the verb: "Le ministère, dont le site a été
  /// imité, a salué …".
  static func subjectAcrossAside(before verb: Int, in segment: Segment, text: AnalysedText) -> Int? {
    func isComma(_ node: Int) -> Bool {
      text.isComma(segment.positions[node])
    }
    let end = segment.groupStart(of: verb)
    guard end > 3, isComma(end - 1) else { return nil }
    for node in stride(from: end - 2, to: 0, by: -1) where isComma(node) {
      // "L'agence n'a, à ce jour, désigné …"
      var noun = node - 1
      while noun > 0, segment.tree.tags[noun] == .aux || segment.tree.tags[noun] == .adv { noun -= 1 }
      if noun < node - 1, segment.isNominal(noun), segment.child(noun, .case) == nil,
        isApposition(node + 1..<end - 1, in: segment, text: text)
      {
        return noun
      }
      let isRelative = text.isLexeme(at: segment.positions[node + 1], .pronoun, PronounWord.relative)
      guard node + 1 < end, segment.isNominal(node - 1),
        isRelative || isApposition(node + 1..<end - 1, in: segment, text: text)
      else { continue }
      var top = node - 1
      while let head = segment.head(top), head < node, segment.isNominal(head),
        segment.tree.relations[top] != .conj, segment.tree.relations[top] != .appos || head < top,
        // "In a statement, John Roe, an analyst, said"
        segment.tree.relations[top] != .appos || segment.tree.relations[head] != .obl
          || !text.names(covering: segment.positions[head]).isEmpty
      {
        top = head
      }
      return segment.child(top, .case) == nil ? top : nil
    }
    return nil
  }

  /// "Roy Blunt (R-Mo.), facing a challenge from Jason Kander, noted", "Jane Roe, who lives in X, Y, said": the name that
  /// opens the sentence speaks, where only what is told of it stands between commas before the verb.
  static func opener(before verb: Int, in segment: Segment, text: AnalysedText) -> Int? {
    var end = verb - 1
    while end > 0, [.aux, .adv].contains(segment.tree.tags[end]) { end -= 1 }
    guard end > 3, isComma(end, in: segment, text),
      let comma = (1..<min(end, 14)).first(where: { isComma($0, in: segment, text) }),
      let first = (0..<comma).first(where: {
        ProperName.isNameWord(segment.positions[$0], in: text) && segment.isNominal($0)
      }), !(0..<comma).contains(where: { [.verb, .aux, .adp, .sconj].contains(segment.tree.tags[$0]) })
    else { return nil }
    let next = segment.positions[comma + 1]
    let isTold =
      text.isLexeme(at: next, .pronoun, PronounWord.relative)
      || segment.isVerbal(comma + 1)
        && (text.endsAsGerund(next)
          // "Jane Roe, asked about the hack, refused …"
          || segment.child(comma + 1, .aux) == nil && (segment.child(comma + 1, .nsubj) ?? 0) < comma
            && text.lexemes(at: next).contains { $0.lexeme.form == .participle || $0.lexeme.form == .finite })
    guard isTold else { return nil }
    // Of the words of a name the last is its head.
    var head = first
    while head + 1 < comma, ProperName.isNameWord(segment.positions[head + 1], in: text) { head += 1 }
    var top = head
    while let above = segment.head(top), above < comma, segment.isNominal(above) { top = above }
    return top
  }

  /// "X planted articles alleging …", "used his speech to promise": where the noun before a verb without a subject of its
  /// own is nobody's name or office, the subject of the clause around it speaks.
  static func subject(around verb: Int, ratherThan noun: Int, in segment: Segment, text: AnalysedText)
    -> Int?
  {
    guard noun < verb, segment.child(verb, .nsubj, .nsubjPass) == nil,
      [.acl, .xcomp, .advcl].contains(segment.tree.relations[verb]), segment.tree.tags[noun] == .noun,
      !canSpeak(noun, in: segment, text)
    else { return nil }
    var current = noun
    for _ in 0..<6 {
      guard let head = segment.head(current) else { return nil }
      if let own = segment.child(head, .nsubj), own < noun, canSpeak(own, in: segment, text) { return own }
      current = head
    }
    return nil
  }

  /// Of a gerund behind a comma or a preposition the subject is that of the clause around it: "X attacked the deal, arguing
  /// that …", "took the step of criticizing Y".
  static func subject(ofGerund verb: Int, in segment: Segment, text: AnalysedText) -> Int? {
    guard text.endsAsGerund(segment.positions[verb]), segment.child(verb, .nsubj, .nsubjPass, .aux) == nil
    else { return nil }
    var before = verb - 1
    while before > 0, segment.tree.tags[before] == .adv { before -= 1 }
    guard before > 0,
      segment.tree.tags[before] == .adp || segment.tree.tags[before] == .sconj
        || isComma(before, in: segment, text)
    else { return nil }
    // "said that Russia hacked the port, adding that …": what is added is said by whoever said the rest.
    let isSaid =
      verb + 1 < segment.count && text.isLexeme(at: segment.positions[verb], .cue, CueFrame.say)
      && text.isLexeme(at: segment.positions[verb + 1], .complementizer, ComplementizerWord.that)
    var current = verb
    for _ in 0..<8 {
      guard let head = segment.head(current) else { return nil }
      if let own = segment.child(head, .nsubj, .nsubjPass), own < before,
        !isSaid || segment.tree.relations[head] != .ccomp
      {
        return own
      }
      current = head
    }
    return nil
  }

  /// The subject of a verb thrown in with it between a subject and its predicate: "Les pirates, explique X, étaient …".
  static func insertedSubject(_ verb: Int, from start: Int, in segment: Segment, text: AnalysedText)
    -> Int?
  {
    func isComma(_ node: Int) -> Bool {
      text.isComma(segment.positions[node])
    }
    guard isComma(start - 1),
      segment.isNominal(start - 2) || [.pron, .adj].contains(segment.tree.tags[start - 2])
    else {
      return nil
    }
    for node in verb + 1..<max(verb + 1, min(verb + 12, segment.count - 1)) where isComma(node) {
      let predicate = segment.tree.tags[node + 1]
      // "a précisé la ministre, Florence Parly, …"
      if predicate == .propn || predicate == .noun { continue }
      guard
        predicate == .verb || predicate == .aux
          || segment.tree.tags[min(node + 2, segment.count - 1)] == .aux,
        let subject = (verb + 1..<node).first(where: { place in
          segment.isNominal(place) && canSpeak(place, in: segment, text) && segment.child(place, .case) == nil
        })
      else { return nil }
      return subject
    }
    return nil
  }

  /// The noun phrase right before a verb that a comma opens: "…, the minister said".
  static func behindComma(before verb: Int, in segment: Segment, text: AnalysedText) -> Int? {
    guard let noun = preceding(verb, in: segment, text: text),
      let start = segment.subtree(noun).first(where: { $0 <= noun && verb - $0 < 12 }), start > 0,
      text.isComma(segment.positions[start - 1]),
      !(start..<verb).contains(where: { text.tokens[segment.positions[$0]].kind == .mark })
    else { return nil }
    return noun
  }

  /// Whether words between commas are a mere noun phrase, a phrase behind a preposition or one with a gerund: "a branch
  /// of GCHQ", "with low confidence", "citing its spy agency".
  static func isApposition(_ nodes: Range<Int>, in segment: Segment, text: AnalysedText) -> Bool {
    guard let first = nodes.first, nodes.count <= 12 else { return false }
    switch segment.tree.tags[first] {
    case .det, .adp, .noun, .propn, .num, .adj: break
    case .verb where segment.child(first, .nsubj, .aux) == nil:
      guard text.endsAsGerund(segment.positions[first]) else { return false }
    default: return false
    }
    return nodes.dropFirst().allSatisfy { segment.tree.tags[$0] != .verb && segment.tree.tags[$0] != .aux }
  }

  /// The nearest verb of a claim before this one.
  static func earlierCue(before verb: Int, in segment: Segment, text: AnalysedText) -> Int? {
    for node in stride(from: verb - 1, through: 0, by: -1) where segment.tree.tags[node] == .verb {
      let isCue = text.lexemes(at: segment.positions[node]).contains { match in
        match.lexeme.category == .cue && match.lexeme.partOfSpeech == .verb && !match.lexeme.has(.general)
      }
      if isCue, segment.subject(of: node) != nil { return node }
    }
    return nil
  }

  /// The noun phrase right before a verb, past adverbs and auxiliaries, that no preposition governs.
  static func preceding(_ verb: Int, in segment: Segment, text: AnalysedText) -> Int? {
    for node in stride(from: verb - 1, through: max(0, verb - 12), by: -1) {
      if text.lexemes(at: segment.positions[node]).contains(where: { $0.lexeme.category == .time }) {
        continue
      }
      switch segment.tree.tags[node] {
      case .aux, .adv, .part, .punct, .det, .sconj, .cconj: continue
      case .verb where node == verb - 1 || segment.tree.tags[node + 1] == .adv:
        guard isPerfectAuxiliary(node, in: segment, text) else { return nil }
      case .noun, .propn, .pron, .num:
        var top = node
        while let head = segment.head(top), head < verb, segment.isNominal(head),
          !isTime(head, in: segment, text), !isApart(top, from: head, in: segment)
        {
          top = head
        }
        if segment.child(top, .case) == nil { return top }
      case .adj where ProperName.isNameWord(segment.positions[node], in: text): return node
      default: return nil
      }
    }
    return nil
  }

  /// "À Moscou, la porte-parole a dénoncé": a name behind a preposition and a comma is no part of the noun after it.
  static func isApart(_ node: Int, from head: Int, in segment: Segment) -> Bool {
    switch segment.tree.relations[node] {
    case .conj, .appos: segment.child(head, .case) != nil
    // "On Thursday night a crew posted": a noun with an article and no preposition hangs on no noun before it.
    case .nmod: segment.child(node, .case) == nil && segment.child(node, .det) != nil
    default: false
    }
  }
}

extension LexemeForm {
  /// Whether a verb in this form can stand in the passive, whatever the tree hangs on it.
  var mayBePassive: Bool { self == .participle || self == .plain }
}

extension CueFrame {
  /// Whether a subject may stand after the verb with nothing else between; after a verb of blame it is the blamed.
  var invertsSubject: Bool {
    switch self {
    case .accuse, .blame, .attribute, .suspect, .charge, .sanction, .link, .point, .hold, .identify, .condemn,
      .demand:
      false
    default: true
    }
  }
}
