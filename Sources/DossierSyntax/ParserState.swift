/// A token as the parser sees it, with what has been attached to it so far.
package struct ParserNode {
  /// Hash of the word above, number of the parser's tag in the low 8 bits.
  var key: UInt64 = 0
  /// Relations of the children at its left, and at its right: one bit each.
  var leftRelations: UInt64 = 0
  var rightRelations: UInt64 = 0
  /// Outermost and last but one child at either side; -1 for none.
  var left1: Int32 = -1
  var left2: Int32 = -1
  var right1: Int32 = -1
  var right2: Int32 = -1
  /// Head; -1 for none.
  package var head: Int32 = -1
  /// Verbs, and punctuation marks, up to and with this token.
  var verbs: UInt16 = 0
  var marks: UInt16 = 0
  /// Relation to the head.
  package var relation: UInt8 = 0
  /// Children at the left, and at the right; no more than 255 are counted.
  var leftCount: UInt8 = 0
  var rightCount: UInt8 = 0
  /// Number and person, for agreement.
  var agreement: UInt8 = 0
  /// Hash of the word's last three bytes, and its shape.
  var suffix: UInt32 = 0
  var shape: UInt8 = 0
}

/// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack of tokens under way and the
/// rest of the sentence.
///
/// `shift` moves the next token to the stack, `left` attaches the top of the stack to the next token, `right` attaches
/// it to the one below. Every way through ends with one token on the stack, the root of one projective tree, after
/// 2n - 1 transitions.
package struct ParserState: ~Copyable {
  /// Padding nodes before the first and after the last token.
  package static let padding = 4

  /// Number of tokens.
  package let count: Int
  /// The tokens' nodes; those at -1 and from `count` on stand for no token.
  package let nodes: UnsafeMutablePointer<ParserNode>
  private let stack: UnsafeMutablePointer<Int32>
  /// Tokens on the stack.
  package private(set) var depth = 0
  /// The next token.
  package private(set) var next = 0

  /// An empty state for `count` tokens, whose nodes are to be filled in.
  package init(count: Int) {
    self.count = count
    let room = count + 2 * Self.padding
    let base = UnsafeMutablePointer<ParserNode>.allocate(capacity: room)
    base.initialize(repeating: ParserNode(), count: room)
    nodes = base + Self.padding
    stack = UnsafeMutablePointer<Int32>.allocate(capacity: count + Self.padding)
    stack.initialize(repeating: -1, count: count + Self.padding)
    for index in 0..<Self.padding {
      nodes[-1 - index].key = 0xFE
      nodes[count + index].key = 0xFF
    }
  }

  deinit {
    (nodes - Self.padding).deallocate()
    stack.deallocate()
  }

  /// Whether the sentence is done.
  package var isFinished: Bool { next == count && depth <= 1 }
  /// Whether there is a next token.
  package var canShift: Bool { next < count }
  /// Whether the top of the stack can be attached to the next token.
  package var canAttachLeft: Bool { depth >= 1 && next < count }
  /// Whether the top of the stack can be attached to the token below.
  package var canAttachRight: Bool { depth >= 2 }

  /// The token on the stack that is `place` below the top; -1 if there is none.
  @inline(__always)
  package func stacked(_ place: Int) -> Int { place < depth ? Int(stack[depth &- 1 &- place]) : -1 }

  /// Takes a move that is possible; an attachment gives the relation.
  @inline(__always)
  package mutating func take(_ move: Transition, _ relation: UInt8) {
    switch move {
    case .shift: shift()
    case .left: attachLeft(relation)
    case .right: attachRight(relation)
    }
  }

  /// Moves the next token to the stack.
  private mutating func shift() {
    stack[depth] = Int32(truncatingIfNeeded: next)
    depth += 1
    next += 1
  }

  /// Attaches the top of the stack to the next token.
  private mutating func attachLeft(_ relation: UInt8) {
    depth -= 1
    let child = stack[depth]
    nodes[Int(child)].head = Int32(truncatingIfNeeded: next)
    nodes[Int(child)].relation = relation
    let head = nodes + next
    head.pointee.left2 = head.pointee.left1
    head.pointee.left1 = child
    head.pointee.leftRelations |= 1 &<< UInt64(relation)
    if head.pointee.leftCount < 255 { head.pointee.leftCount &+= 1 }
  }

  /// Attaches the top of the stack to the token below it.
  private mutating func attachRight(_ relation: UInt8) {
    depth -= 1
    let child = stack[depth]
    let head = nodes + Int(stack[depth - 1])
    nodes[Int(child)].head = stack[depth - 1]
    nodes[Int(child)].relation = relation
    head.pointee.right2 = head.pointee.right1
    head.pointee.right1 = child
    head.pointee.rightRelations |= 1 &<< UInt64(relation)
    if head.pointee.rightCount < 255 { head.pointee.rightCount &+= 1 }
  }
}
