import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Words that ask or beg and claim nothing.
extension ClaimReader {
  /// "asked the minister whether", "lui ont demandé si": a question, which claims nothing.
  func asksWhether(behind verb: Int, in segment: Segment) -> Bool {
    for node in verb + 1..<max(verb + 1, min(verb + 7, segment.count)) {
      if text.lexemes(at: segment.positions[node]).contains(where: { $0.lexeme.category == .condition }) {
        return true
      }
      if segment.isVerbal(node) || segment.tree.tags[node] == .punct || segment.tree.tags[node] == .sconj {
        return false
      }
    }
    return false
  }

  /// "asked whether X did it", "pressé de dire si X", "who asked not to be named": nothing is said.
  func isQuestion(_ reading: CueReading, _ roles: ClauseRoles, in segment: Segment) -> Bool {
    guard reading.frame == .say, reading.cue.lexeme.has(.quote) || reading.cue.lexeme.form == .infinitive
    else { return false }
    return asksWhether(behind: roles.verb, in: segment)
      || (roles.verb + 1..<max(roles.verb + 1, min(roles.verb + 3, segment.count))).contains { node in
        text.isLexeme(at: segment.positions[node], .judgement, JudgementWord.anonymity)
      }
  }
}
