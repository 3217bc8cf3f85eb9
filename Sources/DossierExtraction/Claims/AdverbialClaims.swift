import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// What somebody claims while, before or after they do something else: "condemned the attack before accusing X", "tout en appelant X à",
/// "après avoir accusé X".
extension Segment {
  /// Whether a verb is a gerund or an infinitive without a subject behind such an opener.
  func isAdverbial(_ verb: Int, in text: AnalysedText) -> Bool {
    guard isVerbal(verb), child(verb, .nsubj, .nsubjPass) == nil, verb > 0 else { return false }
    var opener = verb - 1
    while opener > 0, verb - opener < 4,
      [.aux, .adv, .pron, .part].contains(tree.tags[opener])
        || text.isLexeme(at: positions[opener], .preposition, PrepositionWord.of)
    {
      opener -= 1
    }
    let isGerund = text.endsAsGerund(positions[verb])
    let isFrenchInfinitive =
      text.isFrench
      && text.lexemes(at: positions[verb]).contains {
        $0.lexeme.form == .infinitive || $0.lexeme.form == .participle && opener < verb - 1
      }
    guard isGerund || isFrenchInfinitive else { return false }
    return text.lexemes(at: positions[opener]).contains { match in
      match.lexeme.means(PrepositionWord.after)
        || isGerund && (match.lexeme.means(PrepositionWord.in) || match.lexeme.means(PrepositionWord.by))
    }
  }

  /// The subject of the clause that such a verb stands in.
  func subject(ofAdverbial verb: Int) -> Int? {
    var node = verb
    for _ in 0..<6 {
      guard let above = head(node) else { return nil }
      if let subject = child(above, .nsubj, .nsubjPass) { return subject }
      node = above
    }
    return nil
  }
}

extension ClaimReader {
  /// "préfère attendre la fin de l'enquête avant de désigner un coupable": what comes behind something not yet done is not done either.
  func isOnlyAwaited(_ reading: CueReading, in segment: Segment) -> Bool {
    guard reading.cue.lexeme.form == .infinitive, segment.isAdverbial(reading.node, in: text) else {
      return false
    }
    var node = reading.node
    for _ in 0..<8 {
      guard let above = segment.head(node), segment.child(above, .nsubj) == nil else { return false }
      if segment.isVerbal(above), segment.tree.relations[above] == .xcomp { return true }
      node = above
    }
    return false
  }
}

extension ClaimDraft {
  /// Whether the same speaker makes another claim beside this one.
  func standsBeside(_ outer: ClaimDraft) -> Bool {
    isAdverbial && act != .state && !speaker.entities.isEmpty && speaker.entities == outer.speaker.entities
      && (act != outer.act || about.entities != outer.about.entities)
  }
}
