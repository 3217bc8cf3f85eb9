import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Whom a relative clause is about that somebody else is the subject of: "APT28, which Berlin ties to the GRU".
extension ClauseRoles {
  /// The noun that a relative clause with a subject of its own is about: "APT28, which Berlin ties to …", "deux
  /// diplomates qu'il juge responsables", "two men it accuses of …"; also what a verb taken for an adjective governs.
  static func relativeObject(
    of verb: Int, speaker: Int?, in segment: Segment, text: AnalysedText
  ) -> Int? {
    let relation = segment.tree.relations[verb]
    if relation == .amod {
      return segment.head(verb).flatMap { $0 > verb && segment.isNominal($0) ? $0 : nil }
    }
    guard let speaker, speaker < verb,
      !text.isLexeme(at: segment.positions[speaker], .pronoun, PronounWord.relative)
    else { return nil }
    if relation == .aclRelcl, let head = segment.head(verb), head < speaker, segment.isNominal(head) {
      return groupBeside(head, before: speaker, in: segment, text: text)
        ?? segment.named(by: head, in: text) ?? head
    }
    var start = speaker
    while start > 0, [.det, .adj, .num, .part, .propn].contains(segment.tree.tags[start - 1]) { start -= 1 }
    guard start > 1 else { return nil }
    // "told reporters that Norway had called on Russia": a "that" which opens what is told.
    if relation == .ccomp, segment.child(verb, .mark) == start - 1, let telling = segment.head(verb),
      text.isLexeme(at: segment.positions[telling], .cue, CueFrame.tell)
    {
      return nil
    }
    if text.isLexeme(at: segment.positions[start - 1], .pronoun, PronounWord.relative) {
      return segment.nounBefore(start - 1, in: text)
    }
    // "two diplomats it accuses of …"
    guard segment.tree.tags[speaker] == .pron, relation != .root, relation != .conj else { return nil }
    return segment.tree.tags[start - 1] == .noun ? segment.nounBefore(start, in: text) : nil
  }

  /// "an operation by APT28, which Berlin ties to the GRU": the name of a group right before the comma, wherever the tree hangs
  /// the clause.
  private static func groupBeside(_ head: Int, before speaker: Int, in segment: Segment, text: AnalysedText)
    -> Int?
  {
    guard
      let pronoun = (head + 2..<max(head + 2, speaker)).last(where: {
        text.isLexeme(at: segment.positions[$0], .pronoun, PronounWord.relative)
      }), isComma(pronoun - 1, in: segment, text),
      text.names(covering: segment.positions[pronoun - 2]).contains(where: { match in
        match.usage != .demonym && text.entry(match.entry)?.kind == .group
      })
    else { return nil }
    var top = pronoun - 2
    while let above = segment.head(top), above > head, abs(above - top) < 4,
      [.flat, .compound].contains(segment.tree.relations[top])
    {
      top = above
    }
    return top
  }
}
