import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Cues of other frames that only say something where they stand.
extension ClaimReader {
  /// "claims [X ordered the] attack": a clause stands in the gap of a phrase that owns up to a deed, so that the verb only
  /// says something.
  func holdsClause(_ reading: CueReading, in segment: Segment) -> Bool {
    guard reading.frame == .admit, reading.tokens.count > 3 else { return false }
    return reading.tokens.dropFirst().dropLast().contains { position in
      segment.node(at: position).map { node in
        node != reading.node && segment.tree.tags[node] == .verb
          && ![.amod, .acl, .compound, .conj].contains(segment.tree.relations[node])
      } == true
    }
  }

  /// The first word of a phrase by itself, as a verb of saying.
  func saying(_ reading: CueReading) -> CueReading {
    let lexeme = Lexeme(
      category: .cue, value: 0, language: reading.cue.lexeme.language, partOfSpeech: .verb,
      form: reading.cue.lexeme.form, flags: 0)
    let cue = LexemeMatch(first: reading.cue.first, end: reading.cue.first + 1, lexeme: lexeme)
    return CueReading(cue: cue, frame: .say, node: reading.node)
  }

  /// What stands before a verb of blaming that closes its sentence: a statement, which blames its subject where that may be
  /// blamed.
  mutating func readClosingBlame(_ reading: CueReading, in segment: Segment) -> ClaimDraft? {
    let said = saying(reading)
    let roles = ClauseRoles(said.node, of: said, in: segment, text: text)
    guard var draft = readStatement(said, roles, in: segment) else { return nil }
    if draft.about.entities.isEmpty, draft.act == .state || draft.act == .assess, draft.polarity == .affirm,
      let main = (0..<said.node).first(where: { segment.isVerbal($0) && segment.child($0, .nsubj) != nil }),
      let subject = segment.child(main, .nsubj)
    {
      let party = parties.party(at: subject, in: segment)
      if isBlamable(party), !isOwnSide(party, of: draft.speaker) {
        draft.act = .accuse
        draft.about = party
        draft.level = party.level
      }
    } else if draft.act == .attribute {
      draft.act = .accuse
    }
    return draft
  }

  /// "Moscou sabote la démocratie, a accusé le ministre.": behind a comma at the end, and with nobody but its own subject behind
  /// it, a French verb of blaming says what stands before.
  func closesStatement(_ reading: CueReading, in segment: Segment) -> Bool {
    guard reading.frame == .accuse, reading.cue.lexeme.language == .fr, reading.tokens.count == 1 else {
      return false
    }
    let start = segment.groupStart(of: reading.node)
    guard start > 3, isComma(start - 1, in: segment), reading.node + 1 < segment.count,
      [.det, .propn, .noun].contains(segment.tree.tags[reading.node + 1]),
      // "Le ministre, Jean Roux, accuse la Russie": nothing is said before it.
      (0..<start - 1).contains(where: { node in
        (segment.tree.tags[node] == .verb || segment.tree.tags[node] == .aux)
          && segment.tree.morphology[node].contains(.finite)
          && ![.acl, .aclRelcl].contains(segment.tree.relations[segment.clause(of: node)])
      })
    else { return false }
    // "accuse Pékin d'avoir piraté": the one behind it is who is blamed.
    return !(reading.node + 1..<segment.count).contains { node in
      segment.tree.tags[node] == .verb || segment.tree.tags[node] == .aux
        || text.isLexeme(at: segment.positions[node], .complementizer, ComplementizerWord.that)
    }
  }
}
