import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Where "that" or "que" opens what a verb says.
extension ClauseRoles {
  /// The "that" or "que" that opens the content right after a verb, past an addressee or adverb.
  static func complementizer(after start: Int, in segment: Segment, text: AnalysedText) -> Int? {
    for position in start..<min(start + 12, text.tokens.count) {
      guard let node = segment.node(at: position) else { continue }
      if text.isLexeme(at: position, .complementizer, ComplementizerWord.that) {
        return segment.tree.tags[node] == .det && position > start || isOfSubject(node, in: segment)
          || isSubject(node, in: segment) && position > start
          || isRelativeObject(node, in: segment, text: text) ? nil : node
      }
      if text.isLexeme(at: position, .pronoun, PronounWord.relative) { return nil }
      // "said in a statement posted on its website that"
      if segment.tree.tags[node] == .verb, segment.tree.relations[node] == .acl { continue }
      if segment.tree.tags[node] == .verb || segment.tree.tags[node] == .aux
        || text.tokens[position].kind == .mark
          && Mark(text.document.text.bytes, text.tokens[position]) == .colon
      {
        return nil
      }
    }
    return nil
  }

  /// "a riposté au piratage, qu'il attribue à Moscou": a pronoun behind a comma, which another verb has for its object.
  private static func isRelativeObject(_ that: Int, in segment: Segment, text: AnalysedText) -> Bool {
    text.isFrench && that > 1 && isComma(that - 1, in: segment, text) && segment.isNominal(that - 2)
      && segment.tree.tags[that] == .pron && segment.tree.relations[that] == .obj
  }

  /// "said a group that works for the state had hacked it": the subject of the clause that it opens.
  private static func isSubject(_ that: Int, in segment: Segment) -> Bool {
    guard segment.tree.tags[that] == .pron, segment.tree.relations[that] == .nsubj,
      let clause = segment.head(that), segment.tree.relations[clause] == .aclRelcl,
      let noun = segment.head(clause), noun < that
    else { return false }
    return segment.isNominal(noun) && noun + 1 == that
  }

  /// "said claims that Russia had hacked the port were false": the "that" of a noun with a predicate of its own.
  private static func isOfSubject(_ that: Int, in segment: Segment) -> Bool {
    guard let clause = segment.head(that), let noun = segment.head(clause), noun < that,
      segment.isNominal(noun),
      [.acl, .aclRelcl].contains(segment.tree.relations[clause]),
      [.nsubj, .nsubjPass].contains(segment.tree.relations[noun]), let predicate = segment.head(noun)
    else { return false }
    return predicate > clause
  }

  /// "As the minister put it, X", "X, comme l'a dit le ministre, …": the clause that such words are said of.
  static func toldAs(_ verb: Int, in segment: Segment, text: AnalysedText) -> Int? {
    // "Iran, as the minister said, did it": the tree may hang the words on the name before them.
    let isAside = segment.tree.relations[verb] == .aclRelcl
    guard isAside || segment.tree.relations[verb] == .advcl, let host = segment.head(verb),
      let told = isAside ? segment.head(host) : host, told > verb || !isAside,
      let mark = segment.child(verb, .mark), mark < verb,
      text.isLexeme(at: segment.positions[mark], .preposition, PrepositionWord.as),
      segment.child(verb, .obj).map({ segment.tree.tags[$0] == .pron || segment.tree.tags[$0] == .det })
        ?? true,
      mark == 0 || isComma(mark - 1, in: segment, text)
    else { return nil }
    return told
  }
}
