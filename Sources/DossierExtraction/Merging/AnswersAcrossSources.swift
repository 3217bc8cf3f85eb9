import DossierModel
import DossierText

/// Links denials to the accusations of other sources that they answer.
struct AnswersAcrossSources {
  private let wholes: EntityWholes

  init(entities: [Entity]) { wholes = EntityWholes(entities) }

  /// The claims with their links. A denial answers what was claimed before it, or in the same source order, about the
  /// side it defends: in the same event, or where it names none and had nothing to answer in its own text.
  func linked(_ claims: [Claim]) -> [Claim] {
    var linked = claims
    for (index, denial) in claims.enumerated() where denial.act == .deny {
      let defended = Set((denial.about.isEmpty ? denial.speakers : denial.about).map(wholes.whole))
      let sources = Set(denial.evidence.map(\.source))
      for (place, claim) in claims.enumerated() where place < index && claim.polarity == .affirm {
        guard claim.act.isResponsibility || claim.act == .condemn,
          Set(claim.speakers).isDisjoint(with: denial.speakers),
          sources.isDisjoint(with: claim.evidence.map(\.source)),
          claim.about.contains(where: { defended.contains(wholes.whole(of: $0)) }),
          isAnswered(claim, by: denial), !linked[index].answers.contains(claim.id)
        else { continue }
        linked[index].answers.append(claim.id)
      }
    }
    return linked
  }

  private func isAnswered(_ claim: Claim, by denial: Claim) -> Bool {
    guard let event = denial.proposition.event else { return denial.answers.isEmpty }
    return event == claim.proposition.event
  }
}
