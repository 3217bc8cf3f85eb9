import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Links denials and support to the claims that they answer.
enum DenialLinking {
  /// How many claims back an answer is looked for: beyond any article, and a bound for texts that repeat themselves,
  /// where every denial would answer every accusation.
  private static let reach = 256
  /// How many claims back words of support stand beside a condemnation.
  private static let nearby = 2
  /// How many claims one answer is about.
  private static let most = 64

  /// For each draft, the positions of the drafts it answers.
  ///
  /// A denial answers the accusations before it that blame the party it defends: the nearest one, and those before
  /// that are about the same targets or name none. Support answers the nearest attribution by the party it backs.
  static func answers(of drafts: [ClaimDraft], registry: EntityRegistry) -> [[Int]] {
    drafts.indices.map { index in
      switch drafts[index].act {
      case .deny: denied(by: index, drafts, registry)
      case .support: supported(by: index, drafts, registry)
      default: []
      }
    }
  }

  /// Whoever backs an attribution without saying whom it blames backs that it blames those.
  static func completeSupport(_ drafts: inout [ClaimDraft], _ answers: [[Int]]) {
    for index in drafts.indices where drafts[index].act == .support && drafts[index].about.all.isEmpty {
      // Nobody attributed it here, but others have backed it before: it is about the same.
      let backed =
        answers[index].first
        ?? drafts[max(0, index - reach)..<index].lastIndex { $0.act == .support && !$0.about.all.isEmpty }
      guard let backed else { continue }
      drafts[index].about.entities = drafts[backed].about.entities
      drafts[index].about.sponsors = drafts[backed].about.sponsors
      drafts[index].level = drafts[backed].level
    }
  }

  /// Whoever has just backed an attribution and condemns the attack condemns those: "supported Albania's decision and
  /// strongly condemned the attack".
  static func completeCondemnation(_ drafts: inout [ClaimDraft]) {
    for index in drafts.indices
    where drafts[index].act == .condemn && drafts[index].about.all.isEmpty
      && !drafts[index].speaker.entities.isEmpty
    {
      let backing = drafts[max(0, index - nearby)..<index].last { draft in
        draft.act == .support && draft.speaker.entities == drafts[index].speaker.entities
          && !draft.about.all.isEmpty
      }
      guard let backing,
        drafts[..<index].contains(where: { $0.act.isResponsibility && $0.about.all == backing.about.all })
      else { continue }
      drafts[index].about.entities = backing.about.entities
      drafts[index].about.sponsors = backing.about.sponsors
      drafts[index].level = backing.level
    }
  }

  private static func denied(by index: Int, _ drafts: [ClaimDraft], _ registry: EntityRegistry) -> [Int] {
    let defended = drafts[index].about.all.isEmpty ? drafts[index].speaker.entities : drafts[index].about.all
    var found: [Int] = []
    for earlier in stride(from: index - 1, through: max(0, index - reach), by: -1) {
      let draft = drafts[earlier]
      guard draft.act.isResponsibility || draft.act == .condemn || draft.act == .admit,
        draft.polarity == .affirm,
        draft.speaker.entities != drafts[index].speaker.entities,
        draft.about.all.contains(where: { blamed in defended.contains { isSameSide(blamed, $0, registry) } })
      else { continue }
      if let nearest = found.first, !draft.targets.isEmpty, !drafts[nearest].targets.isEmpty,
        Set(draft.targets).isDisjoint(with: drafts[nearest].targets)
      {
        continue
      }
      found.append(earlier)
      if found.count == most { break }
    }
    return found
  }

  private static func supported(by index: Int, _ drafts: [ClaimDraft], _ registry: EntityRegistry) -> [Int] {
    let about = drafts[index].about.all
    for earlier in stride(from: index - 1, through: max(0, index - reach), by: -1) {
      let draft = drafts[earlier]
      guard draft.act.isResponsibility, draft.polarity == .affirm,
        draft.speaker.entities != drafts[index].speaker.entities
      else { continue }
      // "accused the service and sanctioned six firms": who backs that backs the finding, and not the step that followed from it.
      if about.isEmpty, draft.act == .sanction || draft.act == .charge, earlier > 0,
        case let before = drafts[earlier - 1], before.act.isResponsibility, before.polarity == .affirm,
        before.act != .sanction, before.act != .charge, before.speaker.entities == draft.speaker.entities
      {
        return [earlier - 1]
      }
      if about.isEmpty
        || draft.about.all.contains(where: { blamed in about.contains { isSameSide(blamed, $0, registry) } })
      {
        return [earlier]
      }
    }
    return []
  }

  private static func isSameSide(_ left: Int, _ right: Int, _ registry: EntityRegistry) -> Bool {
    if registry.isSame(left, orPartOf: right) || registry.isSame(right, orPartOf: left) { return true }
    guard let state = registry.state(of: left) else { return false }
    return registry.state(of: right) == state
  }
}
