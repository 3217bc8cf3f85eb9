import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Claims that somebody only passes on: "X accused Y, according to the BBC", "X urged Y to stop, the BBC reported".
extension ClaimReader {
  /// Whether a content is itself a claim by somebody else, which stands by itself: its verb takes a stance, and its subject is a
  /// party that may take one.
  mutating func isClaimOfOthers(_ main: Int, besides teller: Party, in segment: Segment) -> Bool {
    guard segment.isVerbal(main), !segment.isPassive(main), let subject = segment.child(main, .nsubj),
      segment.tree.tags[subject] != .pron, takesStanceOnParties(main, in: segment)
    else { return false }
    let party = parties.party(at: subject, in: segment)
    return !party.entities.isEmpty && party.entities.allSatisfy { parties.registry[$0].kind.isParty }
      && !party.entities.contains(where: teller.entities.contains)
  }

  /// "accused", "condemned", "refused to comment", "urged": and no verb that only tells.
  private func takesStanceOnParties(_ verb: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[verb]).contains { match in
      guard match.lexeme.category == .cue, match.lexeme.partOfSpeech == .verb, !match.lexeme.has(.general),
        !match.lexeme.has(.weak)
      else { return false }
      return [
        CueFrame.accuse, .blame, .attribute, .condemn, .deny, .decline, .demand, .admit, .sanction,
      ].contains(where: match.lexeme.means)
    }
  }
}
