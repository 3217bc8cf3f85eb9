import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Who stands where in a cue's clause.
struct ClauseRoles: Sendable {
  /// The cue's verb.
  let verb: Int
  let isPassive: Bool
  /// Node of the one who speaks: the subject, or the agent of a passive.
  let speaker: Int?
  /// Node of what the verb acts on: the object, or the subject of a passive.
  let object: Int?
  /// Node of the clause that is its content.
  let clause: Int?
  /// Whether the content is the clause that the cue is thrown into ("…, said X, …").
  let isParenthetical: Bool

  /// Reads the roles around a verb.
  init(_ verb: Int, of reading: CueReading, in segment: Segment, text: AnalysedText) {
    self.verb = verb
    let participle = segment.tree.relations[verb] == .acl && reading.cue.lexeme.form == .participle
    let passive =
      segment.isPassive(verb)
      || participle && segment.child(verb, .obj, .ccomp) == nil
    isPassive = passive
    let subject = segment.subject(of: verb)
    if passive {
      speaker = segment.agent(of: verb, in: text)
      object = subject
    } else {
      speaker = subject ?? Self.neighbour(of: verb, in: segment)
      object = segment.child(verb, .obj, .iobj)
    }
    if let own = segment.child(verb, .ccomp, .csubj, .csubjPass) {
      clause = own
      isParenthetical = false
    } else if segment.tree.relations[verb] == .parataxis, let head = segment.head(verb) {
      clause = head
      isParenthetical = true
    } else {
      clause = segment.child(verb, .xcomp) ?? segment.child(verb, .parataxis, .advcl)
      isParenthetical = false
    }
  }

  /// Right after a verb of saying without a subject, a noun is its inverted subject ("said the ministry").
  private static func neighbour(of verb: Int, in segment: Segment) -> Int? {
    for child in segment.children(verb).map(Int.init) where child > verb && child <= verb + 6 {
      if segment.tree.relations[child] == .obj, segment.isNominal(child), segment.child(child, .case) == nil,
        segment.child(verb, .ccomp) == nil
      {
        return child
      }
    }
    return nil
  }
}
