import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Main clauses that leave open who did it: "was unable to say", "does not know who did it", "est incapable de dire qui".
extension ClaimReader {
  /// The refusal that words for an open question make, which stand at a node and have somebody for their subject.
  mutating func readOpenQuestion(at node: Int, in segment: Segment) -> ClaimDraft? {
    guard scope == .threat,
      let words = text.lexemes(at: segment.positions[node]).first(where: { match in
        Int(match.first) == segment.positions[node] && match.lexeme.category == .judgement
          && match.lexeme.means(JudgementWord.open)
      })
    else { return nil }
    let inside = (words.first..<words.end).compactMap { segment.node(at: Int($0)) }
    guard
      let predicate = inside.first(where: { segment.child($0, .nsubj) != nil })
        // "se dit incapable de"
        ?? inside.lazy.compactMap({ segment.tree.relations[$0] == .xcomp ? segment.head($0) : nil })
        .first(where: { segment.child($0, .expl) != nil && segment.child($0, .nsubj) != nil }),
      let subject = segment.child(predicate, .nsubj), subject < predicate || subject < node,
      !isImpersonal(subject, in: segment),
      // What is said to be open is read with what says so.
      ![.ccomp, .advcl, .acl, .aclRelcl, .parataxis].contains(segment.tree.relations[predicate])
    else { return nil }
    let reading = CueReading(cue: words, frame: .decline, node: node)
    let speaker = parties.party(at: subject, in: segment)
    guard speaker.entities.contains(where: { parties.registry[$0].kind.isParty }), !isAccused(speaker) else {
      return nil
    }
    let nodes = segment.subtree(predicate) {
      segment.isNewClause($0) || segment.isCoordinatedCue($0, in: text)
    }
    return draft(.decline, reading, speaker: speaker, content: nodes, in: segment)
  }

  /// "It is too early to say", "il est impossible de dire": nobody in particular.
  private func isImpersonal(_ subject: Int, in segment: Segment) -> Bool {
    guard segment.tree.tags[subject] == .pron else { return false }
    return text.lexemes(at: segment.positions[subject]).contains { match in
      match.lexeme.category == .pronoun
        && (match.lexeme.means(PronounWord.it) || match.lexeme.means(PronounWord.this))
    } || segment.tree.relations[subject] == .expl || text.isFrench && !isNamed(subject, in: segment)
  }

  private func isNamed(_ pronoun: Int, in segment: Segment) -> Bool {
    text.lexemes(at: segment.positions[pronoun]).contains { match in
      match.lexeme.category == .pronoun
        && (match.lexeme.means(PronounWord.she) || match.lexeme.means(PronounWord.they)
          || match.lexeme.means(PronounWord.we) || match.lexeme.means(PronounWord.i))
    }
  }
}
