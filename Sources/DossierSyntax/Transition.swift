/// The parser's moves.
package enum Transition: Int, CaseIterable {
  /// Moves the next token to the stack.
  case shift
  /// Attaches the top of the stack to the next token.
  case left
  /// Attaches the top of the stack to the token below it.
  case right
}

extension ParserState {
  /// The move with the highest score of those that are possible; the first of equals. The sentence is not finished.
  @inline(__always)
  package func best<Score: Comparable>(_ shift: Score, _ left: Score, _ right: Score) -> Transition {
    if canShift {
      if canAttachLeft, left > shift { return canAttachRight && right > left ? .right : .left }
      return canAttachRight && right > shift ? .right : .shift
    }
    return .right
  }

  /// The head that an attachment would give the top of the stack; -1 for a shift.
  @inline(__always)
  package func head(by move: Transition) -> Int {
    switch move {
    case .shift: -1
    case .left: next
    case .right: stacked(1)
    }
  }
}
