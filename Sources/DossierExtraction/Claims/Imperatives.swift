import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Quoted words that are an order: "Show us your proof", « Donnez-nous un seul fait ! ».
extension ClaimReader {
  /// Whether a quoted sentence opens with a verb in the imperative.
  func isImperative(_ segment: Segment) -> Bool {
    guard let first = (0..<segment.count).first(where: { text.tokens[segment.positions[$0]].kind == .word }),
      segment.tree.tags[first] == .verb, segment.child(first, .nsubj, .nsubjPass, .aux, .auxPass) == nil
    else { return false }
    let word = text.word(segment.positions[first]).utf8
    if text.isFrench {
      return word.count > 4 && word.suffix(2).elementsEqual("ez".utf8)
    }
    guard segment.tree.relations[first] == .root, segment.child(first, .obj, .iobj, .xcomp) != nil else {
      return false
    }
    return !["ing", "ed", "s"].contains { word.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// « Que l'État nous donne les moyens ! »: a quoted French sentence that opens with "que" before its subject.
  mutating func wished(_ segment: Segment) -> Party? {
    guard text.isFrench,
      let first = (0..<segment.count).first(where: { text.tokens[segment.positions[$0]].kind == .word }),
      text.tokens[segment.positions[first]].shape.contains(.capitalised),
      text.isLexeme(at: segment.positions[first], .complementizer, ComplementizerWord.that),
      let root = (first..<segment.count).first(where: { segment.head($0) == nil }), segment.isVerbal(root),
      let subject = segment.child(root, .nsubj), subject > first, subject < root
    else { return nil }
    let party = parties.party(at: subject, in: segment)
    return party.entities.isEmpty ? nil : party
  }

  /// Makes a demand of what is ordered; whoever the speaker's side answers is called upon.
  func demand(_ draft: inout ClaimDraft) {
    draft.act = .demand
    guard isAccused(draft.speaker),
      let accuser = drafts.last(where: { earlier in
        earlier.act.isResponsibility
          && earlier.about.entities.contains { blamed in
            draft.speaker.entities.contains { sameSide(blamed, $0) }
          }
      })
    else { return }
    draft.about = Party(entities: accuser.speaker.entities, level: accuser.speaker.level)
    draft.level = draft.about.level
  }
}
