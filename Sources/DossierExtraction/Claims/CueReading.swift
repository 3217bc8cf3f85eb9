import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// A cue at its node.
struct CueReading: Sendable {
  let cue: LexemeMatch
  let frame: CueFrame
  let node: Int

  /// Document positions of its words.
  var tokens: Range<Int> { Int(cue.first)..<Int(cue.end) }

  /// Longer forms come first, then readings that need more to be there.
  static func precedes(_ left: LexemeMatch, _ right: LexemeMatch) -> Bool {
    if left.end != right.end { return left.end > right.end }
    return rank(left) < rank(right)
  }

  private static func rank(_ match: LexemeMatch) -> Int {
    if match.lexeme.has(.general) { return 9 }
    switch match.lexeme.as(CueFrame.self) {
    case .accuse, .attribute, .hold, .blame, .demand, .decline, .suspect, .link, .tell: return 0
    case .charge, .sanction, .deny, .clear, .condemn, .admit, .require: return 1
    case .assess, .warn, .support, .boast, .point, .identify, .qualify: return 2
    default: return 3
    }
  }
}

extension CueFrame {
  /// Whether the verb puts blame on somebody, by itself or by what is said.
  var blames: Bool {
    switch self {
    case .accuse, .blame, .attribute, .hold, .point, .charge, .sanction, .suspect, .assess, .say, .according,
      .view:
      true
    default: false
    }
  }
}

extension Act {
  /// Whether the act says or suggests who did it.
  var isResponsibility: Bool {
    switch self {
    case .attribute, .accuse, .assess, .charge, .sanction: true
    default: false
    }
  }
}
