/// The parser's classes: one for shifting, one for each relation to attach with at either side.
package enum Transition {
  /// Relations that an arc can have: all but `root`.
  private static let relations = DependencyRelation.allCases.count - 1
  /// Number of classes.
  package static let count = 1 + 2 * relations
  /// Moves the next token to the stack.
  package static let shift = 0

  /// Attaches the top of the stack to the next token.
  package static func left(_ relation: DependencyRelation) -> Int { Int(relation.rawValue) }
  /// Attaches the top of the stack to the token below.
  package static func right(_ relation: DependencyRelation) -> Int { relations + Int(relation.rawValue) }

  /// Classes that attach to the left.
  package static let lefts = 1..<(1 + relations)
  /// Classes that attach to the right.
  package static let rights = (1 + relations)..<(1 + 2 * relations)

  /// Does what the class says.
  @inline(__always)
  package static func apply(_ transition: Int, to state: inout ParserState) {
    if transition == shift {
      state.shift()
    } else if transition <= relations {
      state.attachLeft(UInt8(truncatingIfNeeded: transition))
    } else {
      state.attachRight(UInt8(truncatingIfNeeded: transition - relations))
    }
  }
}
