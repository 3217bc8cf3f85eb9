import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// "Asked whether Russia was behind it, the minister declined to comment": whom a refusal does not blame, where only the question names
/// them.
extension ClaimReader {
  /// The doer in a question that the sentence opens with; nil where it opens with none, or names nobody in it.
  mutating func askedAbout(before cue: Int, in segment: Segment) -> Party? {
    guard scope == .threat,
      let asked = (0..<min(3, segment.count)).first(where: { isAsked($0, before: cue, in: segment) }),
      let opener = (asked + 1..<cue).first(where: { node in
        text.lexemes(at: segment.positions[node]).contains { $0.lexeme.category == .condition }
      })
    else { return nil }
    let end = (opener + 1..<cue).first { isComma($0, in: segment) } ?? cue
    guard end - opener > 2, end < cue else { return nil }
    let own = Segment((opener + 1..<end).map { segment.positions[$0] }, in: text, model: model)
    let root = (0..<own.count).first { own.head($0) == nil }
    let question = proposition(Array(0..<own.count), main: root, in: own)
    // What is asked is left open, so that nobody is offered as the doer; whom it asks about is the subject of the deed.
    let isOfDeed = question.involvement || !question.behaviours.isEmpty
    let doer = question.actor ?? (question.isSuffered || !isOfDeed ? nil : question.subject)
    guard let doer, isBlamable(doer), doer.entities.contains(where: { !parties.registry[$0].isUnnamed })
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
