import DossierKnowledge
import DossierModel
import DossierText

/// Denials right behind an accusation, which are those of whoever was accused.
extension ClaimReader {
  /// "Amnesty accused NSO of hacking. The group said it had nothing to do with it": who has just accused somebody clears neither
  /// themselves by a mere description, nor are they cleared by others.
  func answeringForAccused(_ draft: ClaimDraft) -> ClaimDraft {
    guard draft.act == .deny, draft.deniesInvolvement, let last = parties.discourse.blames.last,
      !draft.about.entities.isEmpty, draft.about.entities.allSatisfy(last.speakers.contains),
      !draft.about.entities.contains(where: { parties.discourse.accused.contains($0) })
    else { return draft }
    let isOwn = draft.about.entities.allSatisfy { entity in
      draft.speaker.entities.contains { sameSide(entity, $0) }
    }
    var draft = draft
    if isOwn {
      guard isOnlyDescribed(draft.speaker) else { return draft }
      draft.speaker.entities = last.blamed
    }
    draft.about = Party(
      entities: last.blamed, level: last.blamed.first.map { parties.level(of: $0) } ?? .unknown)
    draft.level = draft.about.level
    return draft
  }

  /// Whether a party is told by a pronoun or by what it is, and by no name.
  private func isOnlyDescribed(_ party: Party) -> Bool {
    guard let words = party.tokens else { return false }
    let start = text.sentence(at: words.lowerBound)?.tokens.lowerBound
    return !words.contains { position in
      !text.names(covering: position).isEmpty
        || position != start && ProperName.isNameWord(position, in: text)
    } || isPronoun(party)
  }
}
