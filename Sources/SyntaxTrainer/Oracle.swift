import DossierSyntax

/// The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many arcs of the right tree each
/// transition makes impossible, in any state.
enum Oracle {
  /// Costs of shifting and of attaching to either side; nil where the transition is not possible.
  static func costs(_ state: borrowing ParserState, heads: [Int32]) -> (shift: Int?, left: Int?, right: Int?)
  {
    let top = state.stacked(0)
    let below = state.stacked(1)
    let next = state.next
    var dependantsAhead = 0
    if top >= 0 {
      for token in next..<state.count where Int(heads[token]) == top { dependantsAhead += 1 }
    }
    let head = top >= 0 ? Int(heads[top]) : -1

    var left: Int?
    if state.canAttachLeft {
      // With nothing below, attaching takes from the token the chance to be the root.
      let lost = head != next && (head == below || head > next)
      left = dependantsAhead + (lost ? 1 : 0)
    }
    var right: Int?
    if state.canAttachRight { right = dependantsAhead + (head >= next ? 1 : 0) }
    var shift: Int?
    if state.canShift {
      var lost = 0
      for place in 0..<state.depth {
        let token = state.stacked(place)
        if Int(heads[token]) == next { lost += 1 }
        if place > 0, Int(heads[next]) == token { lost += 1 }
      }
      if heads[next] < 0, state.depth > 0 { lost += 1 }
      shift = lost
    }
    return (shift, left, right)
  }
}
