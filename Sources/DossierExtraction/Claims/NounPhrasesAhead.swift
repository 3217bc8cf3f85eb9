import DossierSyntax

/// Noun phrases by where they begin, for trees that hang them elsewhere.
extension ClaimReader {
  /// The head of the first noun phrase at or after a position.
  func nominal(after position: Int, in segment: Segment) -> Int? {
    for (node, place) in segment.positions.enumerated() where place >= position && place < position + 7 {
      guard segment.isNominal(node) else {
        if segment.isVerbal(node) { return nil }
        continue
      }
      var top = node
      while let head = segment.head(top), segment.positions[head] > segment.positions[top],
        // "Mandiant chief executive": the adjective is part of the office.
        segment.isNominal(head)
          || segment.tree.tags[head] == .adj && segment.tree.relations[head] == .amod,
        segment.positions[head] < place + 8
      {
        switch segment.tree.relations[top] {
        case .compound, .amod, .nmodPoss, .flat, .nummod, .det: top = head
        // "at the hacking group Qilin"
        case .nmod where head == top + 1 && segment.tree.tags[head] == .propn: top = head
        default: return top
        }
      }
      return top
    }
    return nil
  }
}
