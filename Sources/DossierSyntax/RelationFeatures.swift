/// The feature templates of relations, looked at when the top of the stack, by then complete, gets its head. Any
/// change makes trained models useless: raise `ModelTable.version`.
package enum RelationFeatures {
  /// Room that a feature list needs.
  package static let limit = 64
  /// Number of classes: one for each relation.
  package static let classCount = DependencyRelation.allCases.count

  /// Writes the features of attaching the top of the stack to `head`; returns how many there are.
  @inline(__always)
  package static func collect(
    _ state: borrowing ParserState, head: Int, of slots: SlotPlace,
    into identities: UnsafeMutablePointer<UInt32>
  ) -> Int {
    let nodes = state.nodes
    let place = state.stacked(0)
    let child = nodes + place
    let parent = nodes + head
    let childLeft = nodes + Int(child.pointee.left1)
    let childInner = nodes + Int(child.pointee.left2)
    let childRight = nodes + Int(child.pointee.right1)
    let isLeft = head > place
    let side: UInt64 = isLeft ? 1 : 0
    let siblingPlace = Int(isLeft ? parent.pointee.left1 : parent.pointee.right1)
    let sibling = nodes + siblingPlace
    let before = nodes + (place - 1)
    let after = nodes + (place + 1)
    let next = nodes + state.next
    let gap = head > place ? head - place : place - head
    let distance = UInt64(gap <= 4 ? gap : gap <= 8 ? 5 : 6) | side << 3
    let tags = child.tag | parent.tag << 8 | side << 16
    let between = isLeft ? ParserFeatures.between(child, parent) : ParserFeatures.between(parent, child)

    var list = FeatureList(identities, of: slots)
    list.add(child.both | side << 40)
    list.add(child.word | side << 32)
    list.add(parent.both | side << 40)
    list.add(tags)
    list.add(tags | distance << 20)
    list.add(tags | between << 20)
    list.add(child.both | side << 40, parent.tag)
    list.add(child.tag | side << 8, parent.both)
    list.add(child.word | side << 32, parent.word)
    list.add(child.both | side << 40, parent.both)
    list.add(tags, childLeft.word)
    list.add(parent.both | side << 40, childLeft.word)
    list.add(parent.tag | side << 8, childLeft.word)
    list.add(child.both | side << 40, childLeft.word)
    list.add(tags, childInner.word)
    list.add(tags, childRight.word)
    list.add(tags | childLeft.tag << 24 | childInner.tag << 32)
    list.add(tags | childRight.tag << 24)
    list.add(tags, child.pointee.leftRelations)
    list.add(tags, child.pointee.rightRelations)
    list.add(child.tag | side << 8, child.pointee.leftRelations)
    list.add(child.both | side << 40, child.pointee.leftRelations)
    list.add(parent.both | side << 40, child.pointee.leftRelations)
    list.add(tags, parent.pointee.leftRelations)
    list.add(tags, parent.pointee.rightRelations)
    list.add(parent.both | side << 40, parent.pointee.leftRelations)
    list.add(parent.both | side << 40, parent.pointee.rightRelations)
    list.add(parent.both | child.tag << 40 | side << 48, parent.pointee.leftRelations)
    list.add(parent.both | child.tag << 40 | side << 48, parent.pointee.rightRelations)
    list.add(parent.both | child.tag << 40 | side << 48, childLeft.word)
    list.add(childLeft.word | child.tag << 32 | side << 40, parent.pointee.leftRelations)
    list.add(tags | sibling.tag << 24 | UInt64(sibling.pointee.relation) << 32)
    list.add(child.both | side << 40, sibling.word)
    list.add(tags | before.tag << 24 | after.tag << 32)
    list.add(tags, before.word)
    list.add(tags, after.word)
    list.add(tags | next.tag << 24)
    list.add(tags, next.word)
    list.add(tags | UInt64(child.pointee.agreement) << 24 | UInt64(parent.pointee.agreement) << 32)
    list.add(UInt64(child.pointee.suffix) | side << 32, parent.tag)
    list.add(UInt64(parent.pointee.suffix) | side << 32, child.tag)
    list.add(UInt64(parent.pointee.suffix) | side << 32 | child.tag << 40, child.pointee.leftRelations)
    list.add(tags | UInt64(child.pointee.shape) << 24 | UInt64(parent.pointee.shape) << 32)
    list.add(tags | UInt64(child.pointee.rightCount) << 24 | UInt64(parent.pointee.rightCount) << 32)
    list.add(child.word | parent.tag << 32 | side << 40, sibling.word)
    return list.count
  }
}
