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

  /// “Norway has accused Russia of the attack,” said X: what another says is that party's claim, told by whoever is quoted.
  mutating func relayed(in quotation: Segment, by speaker: Party) -> [ClaimDraft] {
    guard scope == .threat, let main = (0..<quotation.count).first(where: { quotation.head($0) == nil }),
      quotation.isVerbal(main), !quotation.isPassive(main),
      let subject = quotation.child(main, .nsubj), quotation.tree.tags[subject] != .pron,
      text.lexemes(at: quotation.positions[main]).contains(where: { $0.lexeme.category == .cue })
    else { return [] }
    let party = parties.party(at: subject, in: quotation)
    guard party.entities.contains(where: { parties.registry[$0].kind.isParty }),
      // "Prosecutors have charged X", but not "the hackers say"
      party.entities.allSatisfy({ entity in
        let teller = parties.registry[entity]
        return !teller.isUnnamed || teller.kind.isBody
          || [.prosecutor, .judge, .expert, .analyst, .researcher].contains(teller.office)
      }),
      !isOwnSide(party, of: speaker), !isOurs(subject, in: quotation)
    else { return [] }
    return readCues(in: quotation).filter { draft in
      draft.speaker.entities == party.entities
        && (draft.act.standsAlone || draft.isCall(in: parties.registry))
        && draft.cue.contains(quotation.positions[main])
    }.map { draft in
      var draft = draft
      draft.relayedBy = speaker.entities + draft.relayedBy
      return draft
    }
  }

  /// "our services", "nos enquêteurs": the side of whoever speaks.
  private func isOurs(_ noun: Int, in segment: Segment) -> Bool {
    segment.children(noun).contains { child in
      text.lexemes(at: segment.positions[Int(child)]).contains { match in
        match.lexeme.category == .pronoun && match.lexeme.has(.possessive)
          && (match.lexeme.means(PronounWord.we) || match.lexeme.means(PronounWord.i))
      }
    }
  }

  /// "accused", "condemned", "refused to comment", "urged": and no verb that only tells.
  private func takesStanceOnParties(_ verb: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[verb]).contains { match in
      guard match.lexeme.category == .cue, match.lexeme.partOfSpeech == .verb, !match.lexeme.has(.general),
        !match.lexeme.has(.weak)
      else { return false }
      return [
        CueFrame.accuse, .blame, .attribute, .condemn, .deny, .decline, .demand, .admit, .sanction, .charge,
        .hold, .suspect, .link, .point,
      ].contains(where: match.lexeme.means)
    }
  }
}
