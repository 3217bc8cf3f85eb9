/// The feature templates of the parser's moves. Any change makes trained models useless: raise `ModelTable.version`.
package enum ParserFeatures {
  /// Room that a feature list needs.
  package static let limit = 96

  /// Writes the state's features; returns how many there are, the same for every state.
  @inline(__always)
  package static func collect(
    _ state: borrowing ParserState, of slots: SlotPlace,
    into identities: UnsafeMutablePointer<UInt32>
  )
    -> Int
  {
    let nodes = state.nodes
    let top = state.stacked(0)
    let below = state.stacked(1)
    let next = state.next
    let s0 = nodes + top
    let s1 = nodes + below
    let s2 = nodes + state.stacked(2)
    let b0 = nodes + next
    let b1 = nodes + (next + 1)
    let b2 = nodes + (next + 2)
    let s0l1 = nodes + Int(s0.pointee.left1)
    let s0l2 = nodes + Int(s0.pointee.left2)
    let s0r1 = nodes + Int(s0.pointee.right1)
    let s0r2 = nodes + Int(s0.pointee.right2)
    let s1l1 = nodes + Int(s1.pointee.left1)
    let s1r1 = nodes + Int(s1.pointee.right1)
    let s1r2 = nodes + Int(s1.pointee.right2)
    let b0l1 = nodes + Int(b0.pointee.left1)
    let b0l2 = nodes + Int(b0.pointee.left2)
    let gapBuffer = distance(top, next)
    let gapStack = distance(below, top)
    let betweenStack = between(s1, s0)
    let betweenBuffer = between(s0, b0)

    var list = FeatureList(identities, of: slots)
    // One token.
    list.add(s0.both)
    list.add(s0.word)
    list.add(s0.tag)
    list.add(s1.both)
    list.add(s1.word)
    list.add(s1.tag)
    list.add(b0.both)
    list.add(b0.word)
    list.add(b0.tag)
    list.add(b1.both)
    list.add(b1.word)
    list.add(s2.both)
    list.add(b2.tag | b1.tag << 8)
    // Two tokens.
    list.add(s0.both, b0.both)
    list.add(s0.both, b0.tag)
    list.add(s0.tag, b0.both)
    list.add(s0.word, b0.word)
    list.add(s0.tag | b0.tag << 8)
    list.add(s1.both, s0.both)
    list.add(s1.both, s0.tag)
    list.add(s1.tag, s0.both)
    list.add(s1.word, s0.word)
    list.add(s1.tag | s0.tag << 8)
    list.add(s1.tag | b0.tag << 8)
    list.add(s1.both, b0.tag)
    list.add(s0.both, b1.tag)
    list.add(b0.both, b1.tag)
    list.add(b0.word, b1.word)
    list.add(s0.word, b1.word)
    list.add(s2.both, s0.tag)
    // Three tags and more.
    list.add(s0.tag | b0.tag << 8 | b1.tag << 16)
    list.add(s1.tag | s0.tag << 8 | b0.tag << 16)
    list.add(s2.tag | s1.tag << 8 | s0.tag << 16)
    list.add(b0.tag | b1.tag << 8 | b2.tag << 16)
    list.add(s1.tag | s0.tag << 8 | b0.tag << 16 | b1.tag << 24)
    list.add(s2.tag | s1.tag << 8 | s0.tag << 16 | b0.tag << 24)
    list.add(s0.both, b0.tag | b1.tag << 8)
    list.add(s1.both, s0.tag | b0.tag << 8)
    list.add(s1.tag | b0.tag << 8, s0.both)
    // Children.
    list.add(s0.tag | s0l1.tag << 8 | b0.tag << 16)
    list.add(s0.tag | s0r1.tag << 8 | b0.tag << 16)
    list.add(s0.tag | b0.tag << 8 | b0l1.tag << 16)
    list.add(s0.tag | b0.tag << 8 | b0l1.tag << 16 | b0l2.tag << 24)
    list.add(s1.tag | s0.tag << 8 | s0l1.tag << 16)
    list.add(s1.tag | s0.tag << 8 | s0r1.tag << 16)
    list.add(s1.tag | s1r1.tag << 8 | s0.tag << 16)
    list.add(s1.tag | s1l1.tag << 8 | s0.tag << 16)
    list.add(s0.tag | s0l1.tag << 8 | s0l2.tag << 16)
    list.add(s0.tag | s0r1.tag << 8 | s0r2.tag << 16)
    list.add(s1.tag | s1r1.tag << 8 | s1r2.tag << 16 | s0.tag << 24)
    list.add(s1.both, s0l1.word)
    list.add(s1.tag | s0.tag << 8, s0l1.word)
    list.add(s1.word | s0.tag << 32, s0l1.word)
    list.add(s1.word ^ s0l1.word << 20, s0.word)
    list.add(s0.word, b0l1.word)
    list.add(s0.tag | b0.tag << 8, b0l1.word)
    list.add(s0.both, s0l1.word)
    list.add(s0.both, s0r1.word)
    list.add(s1.both, s1r1.word)
    list.add(b0.both, b0l1.word)
    list.add(s1.tag | s0.tag << 8, s1r1.word)
    // Relations of children.
    list.add(s0.tag, s0.pointee.leftRelations)
    list.add(s0.tag, s0.pointee.rightRelations)
    list.add(s1.tag | s0.tag << 8, s1.pointee.leftRelations)
    list.add(s1.tag | s0.tag << 8, s1.pointee.rightRelations)
    list.add(s1.both, s1.pointee.rightRelations)
    list.add(s1.both, s1.pointee.leftRelations)
    list.add(s0.both, s0.pointee.leftRelations)
    list.add(s0.tag | b0.tag << 8, s0.pointee.leftRelations)
    list.add(s0.tag | b0.tag << 8, b0.pointee.leftRelations)
    list.add(b0.tag, b0.pointee.leftRelations)
    list.add(s1.tag | s0.tag << 8 | s1r1.relation << 16 | s0r1.relation << 24 | s0l1.relation << 32)
    list.add(s1.tag | s0.tag << 8, s0.pointee.leftRelations)
    // Distance, and what lies between.
    list.add(s0.tag | b0.tag << 8 | gapBuffer << 16)
    list.add(s0.both | gapBuffer << 40)
    list.add(b0.both | gapBuffer << 40)
    list.add(s1.tag | s0.tag << 8 | gapStack << 16)
    list.add(s1.both | gapStack << 40)
    list.add(s0.both | gapStack << 40)
    list.add(s1.tag | s0.tag << 8 | betweenStack << 16)
    list.add(s0.tag | b0.tag << 8 | betweenBuffer << 16)
    list.add(s1.tag | s0.tag << 8 | b0.tag << 16 | betweenStack << 24)
    // Agreement and looks.
    list.add(s0.tag | b0.tag << 8 | s0.agreement << 16 | b0.agreement << 24)
    list.add(s1.tag | s0.tag << 8 | s1.agreement << 16 | s0.agreement << 24)
    list.add(s0.suffix, s1.tag)
    list.add(b0.suffix, s0.tag)
    list.add(s1.tag | s0.tag << 8 | s1.shape << 16 | s0.shape << 24)
    list.add(s0.tag | b0.tag << 8 | s0.shape << 16 | b0.shape << 24)
    return list.count
  }

  /// How far apart two tokens are, in seven steps; 0 if one is missing.
  @inline(__always)
  private static func distance(_ left: Int, _ right: Int) -> UInt64 {
    guard left >= 0 else { return 0 }
    let gap = right &- left
    return gap <= 4 ? UInt64(truncatingIfNeeded: gap) : gap <= 6 ? 5 : gap <= 10 ? 6 : 7
  }

  /// Verbs and punctuation marks between two tokens, up to three each.
  @inline(__always)
  static func between(
    _ left: UnsafeMutablePointer<ParserNode>, _ right: UnsafeMutablePointer<ParserNode>
  ) -> UInt64 {
    let verbs = min(3, right.pointee.verbs &- left.pointee.verbs)
    let marks = min(3, right.pointee.marks &- left.pointee.marks)
    return UInt64(verbs) | UInt64(marks) << 2
  }
}

extension UnsafeMutablePointer<ParserNode> {
  /// Word and tag.
  @inline(__always) var both: UInt64 { pointee.key }
  /// Hash of the word.
  @inline(__always) var word: UInt64 { pointee.key &>> 8 }
  /// Number of the tag.
  @inline(__always) var tag: UInt64 { pointee.key & 0xFF }
  /// Relation to the head.
  @inline(__always) var relation: UInt64 { UInt64(pointee.relation) }
  /// Number and person.
  @inline(__always) var agreement: UInt64 { UInt64(pointee.agreement) }
  /// Last three bytes.
  @inline(__always) var suffix: UInt64 { UInt64(pointee.suffix) }
  /// Capitals and digits.
  @inline(__always) var shape: UInt64 { UInt64(pointee.shape) }
}
