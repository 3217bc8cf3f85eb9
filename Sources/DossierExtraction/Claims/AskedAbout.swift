import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// "Asked whether Russia was behind it, the minister declined to comment", "said it was too early to say whether Russia did it": whom a
/// refusal does not blame, where only the question names them.
extension ClaimReader {
  /// The most words of a question that are read, so that a sentence of thousands is not parsed again for each of its refusals.
  private static let longestQuestion = 40

  /// The doer in the question that a refusal leaves open, or that the sentence opens with.
  mutating func leftOpen(by reading: CueReading, in segment: Segment) -> Party? {
    guard scope == .threat else { return nil }
    let last = segment.node(at: reading.tokens.upperBound - 1) ?? reading.node
    if let opener = (last + 1..<max(last + 1, min(last + 12, segment.count))).first(where: { node in
      text.lexemes(at: segment.positions[node]).contains { $0.lexeme.category == .condition }
    }) {
      let end = (opener + 1..<segment.count).first { segment.tree.tags[$0] == .punct } ?? segment.count
      if let doer = doer(inQuestion: opener + 1..<end, in: segment) { return doer }
    }
    return askedAbout(before: reading.node, in: segment)
  }

  /// The doer in a question that the sentence opens with; nil where it opens with none, or names nobody in it.
  private mutating func askedAbout(before cue: Int, in segment: Segment) -> Party? {
    guard
      let asked = (0..<min(3, segment.count)).first(where: { isAsked($0, before: cue, in: segment) }),
      let opener = (asked + 1..<cue).first(where: { node in
        text.lexemes(at: segment.positions[node]).contains { $0.lexeme.category == .condition }
      })
    else { return nil }
    let end = (opener + 1..<cue).first { isComma($0, in: segment) } ?? cue
    return end < cue ? doer(inQuestion: opener + 1..<end, in: segment) : nil
  }

  /// Who is asked about in the clause of a question, if they have a name.
  private mutating func doer(inQuestion nodes: Range<Int>, in segment: Segment) -> Party? {
    guard nodes.count > 2, nodes.count <= Self.longestQuestion else { return nil }
    let own = Segment(nodes.map { segment.positions[$0] }, in: text, model: model)
    let root = (0..<own.count).first { own.head($0) == nil }
    let question = proposition(Array(0..<own.count), main: root, in: own)
    // What is asked is left open, so that nobody is offered as the doer; whom it asks about is the subject of the deed.
    let isOfDeed = question.involvement || root.map { tellsOfDeed($0, in: own) } == true
    let doer = question.actor ?? (question.isSuffered || !isOfDeed ? nil : question.subject)
    // "whether it had paid": a pronoun is whoever refuses.
    guard let doer, !isPronoun(doer), isBlamable(doer),
      doer.entities.contains(where: { !parties.registry[$0].isUnnamed })
    else { return nil }
    return doer
  }

  /// A participle in the passive, with no subject of its own, that the sentence's verb stands behind.
  private func isAsked(_ node: Int, before cue: Int, in segment: Segment) -> Bool {
    segment.isVerbal(node) && node < cue && segment.child(node, .nsubj) == nil
      && !text.endsAsGerund(segment.positions[node])
      && (0..<node).allSatisfy { [.adv, .sconj, .aux].contains(segment.tree.tags[$0]) }
      && segment.head(node) != nil
  }
}
