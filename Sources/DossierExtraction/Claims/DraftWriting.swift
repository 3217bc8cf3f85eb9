import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// A draft from its cue, its parties and its content.
extension ClaimReader {
  /// A draft with its cue, speaker and content; its span holds them all.
  mutating func draft(
    _ act: Act, _ reading: CueReading, speaker: Party, about: Party = Party(entities: []), content: [Int],
    in segment: Segment
  ) -> ClaimDraft {
    var draft = ClaimDraft(
      act: act, speaker: speaker, about: about, cue: reading.tokens, span: reading.tokens,
      frame: reading.frame,
      rule: rule(reading))
    draft.level = about.level
    draft.content = runs(of: reported(content, reading, in: segment).map { segment.positions[$0] })
    draft.include(speaker.tokens.flatMap { near($0, in: segment) })
    draft.include(about.tokens.flatMap { near($0, in: segment) })
    for run in draft.content { draft.include(run) }
    draft.quoted = !text.quotations(overlapping: draft.span).isEmpty
    return draft
  }

  /// What is supported, denied or demanded stands behind its verb where anything does, so that "also" before it is no
  /// part of it.
  func reported(_ nodes: [Int], _ reading: CueReading, in segment: Segment) -> [Int] {
    guard scope == .all, reading.cue.lexeme.partOfSpeech == .verb, reading.frame.takesObject else {
      return nodes
    }
    let behind = nodes.filter { segment.positions[$0] >= reading.tokens.upperBound }
    return behind.contains { text.tokens[segment.positions[$0]].kind == .word } ? behind : nodes
  }

  /// A run if it lies within the segment's sentence; antecedents elsewhere are no part of the evidence.
  private func near(_ run: Range<Int>, in segment: Segment) -> Range<Int>? {
    guard let first = segment.positions.first, let last = segment.positions.last else { return nil }
    return run.lowerBound >= first && run.upperBound <= last + 1 ? run : nil
  }

  /// The name of the rule: language, construction, frame.
  private func rule(_ reading: CueReading) -> String {
    let lexeme = reading.cue.lexeme
    let kind =
      switch lexeme.partOfSpeech {
      case .verb: "verb"
      case .noun: "noun"
      case .preposition: "according"
      default: "phrase"
      }
    return "\(lexeme.language == .fr ? "fr" : "en").\(kind).\(reading.frame.rawValue)"
  }

  /// Takes over what the content shows of confidence, likelihood, distance and deeds.
  func apply(_ proposition: PropositionReading, to draft: inout ClaimDraft) {
    draft.behaviours = proposition.behaviours
    draft.targets = proposition.targets
    draft.confidence = proposition.confidence
    draft.likelihood = proposition.likelihood
    draft.hedged = proposition.hedged
  }
}
