import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What somebody says of a finding or a step of the law that was told of before.
extension ClaimReader {
  /// Charges that were dropped, and a finding that somebody is sure of: whom they were about.
  mutating func readAnswered(
    _ nodes: [Int], _ proposition: PropositionReading, in segment: Segment, to draft: inout ClaimDraft
  ) {
    if draft.act == .state || draft.act == .attribute, let party = clearedStep(nodes, in: segment) {
      draft.act = .deny
      draft.polarity = .deny
      draft.deniesInvolvement = true
      draft.about = party
      draft.level = party.level
    }
    // "has very high confidence in the finding": whom it found to have done it.
    if draft.act == .assess, draft.about.entities.isEmpty, draft.polarity == .affirm,
      proposition.confidence != nil, namesFinding(nodes, in: segment),
      let blamed = lastBlamed(besides: draft.speaker, pointingBack: true)
    {
      draft.about = blamed
      draft.level = blamed.level
    }
  }

  /// "the finding", "cette attribution": what somebody has said before of who did it.
  private func namesFinding(_ nodes: [Int], in segment: Segment) -> Bool {
    nodes.contains { node in
      segment.isNominal(node)
        && text.lexemes(at: segment.positions[node]).contains { match in
          match.lexeme.means(CueFrame.attribution) || match.lexeme.means(JudgementWord.accusation)
        }
        && segment.child(node, .det).map { article in
          text.lexemes(at: segment.positions[article]).contains { $0.lexeme.has(.definite) }
        } == true
        && segment.complement(of: node, behind: [.to, .against], after: node, in: text) == nil
    }
  }
}
