import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What a verb of saying that stands within its own content reports: "the port, Norway said, was hacked by Russia".
extension ClaimReader {
  /// The sentence that a cue with its subject is thrown into between commas: "The attacks, Borrell said, had …".
  func contentAround(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> (
    nodes: [Int], main: Int
  )? {
    // "It was X, he said, that did it", "There is, he said, no evidence that": a "that" past a comma opens no content of the tag.
    guard let speaker = roles.speaker,
      roles.complementizer.map({ opener in
        (roles.verb..<max(roles.verb, opener)).contains { isComma($0, in: segment) }
      }) ?? true
    else { return nil }
    let phrase = segment.subtree(speaker).filter { abs($0 - speaker) < 12 }
    var start = min(phrase.first ?? speaker, roles.verb)
    // "…, a précisé X, …"
    if start == roles.verb { start = segment.groupStart(of: roles.verb) }
    while start > 1, start <= roles.verb, segment.tree.tags[start - 1] == .aux { start -= 1 }
    guard start > 1, isComma(start - 1, in: segment) else { return nil }
    var end = max(speaker, roles.verb) + 1
    while end < segment.count, !isComma(end, in: segment) || isBeforeApposition(end, in: segment) { end += 1 }
    // The tree knows where a tag ends that explains who speaks: "a affirmé Jean Roux, 43 ans, qui …, a attaqué".
    if segment.tree.relations[roles.verb] == .parataxis,
      let last = segment.subtree(roles.verb).last(where: {
        segment.tree.tags[$0] != .punct
      }), last + 1 > end, last + 1 < segment.count, isComma(last + 1, in: segment)
    {
      end = last + 1
    }
    let opener = (0..<start - 1).last { node in
      text.opensClause(segment.positions[node], in: text.sentences[sentenceIndex]) && node > 1
    }
    let before = (opener ?? 0)..<start - 1
    guard end < segment.count - 2, end - start < 20,
      // "…, indique l'agence, qui juge …": nothing goes on behind it.
      !text.isLexeme(at: segment.positions[end + 1], .pronoun, PronounWord.relative)
        // "…, Berg said, adding that …": so it is with what whoever said it does.
        && !goesOnWithTag(roles.verb, behind: end, in: segment)
        || !before.contains(where: { segment.tree.tags[$0] == .verb }),
      // "Mardi, X affirme avoir …, et l'ONG accuse": what a conjunction goes on with is no clause that the tag splits.
      segment.tree.tags[end + 1] != .cconj || before.contains(where: { segment.isVerbal($0) })
    else { return nil }
    let nodes = Array(before) + Array(end + 1..<segment.count)
    guard
      let main = nodes.first(where: { segment.isVerbal($0) && $0 > end })
        ?? nodes.first(where: { $0 > end && segment.child($0, .cop) != nil })
        ?? nodes.first(where: segment.isVerbal)
    else { return nil }
    return (nodes.filter { text.tokens[segment.positions[$0]].kind != .mark || $0 < segment.count - 1 }, main)
  }

  /// Whether a mere name or noun phrase stands between this comma and the next: "a précisé la ministre, Florence Parly, …".
  func isBeforeApposition(_ comma: Int, in segment: Segment) -> Bool {
    for node in comma + 1..<max(comma + 1, min(comma + 8, segment.count)) {
      if isComma(node, in: segment) { return node > comma + 1 }
      switch segment.tree.tags[node] {
      case .noun, .propn, .adj, .adp, .det: continue
      case _ where ProperName.isNameWord(segment.positions[node], in: text): continue
      default: return false
      }
    }
    return false
  }
}
