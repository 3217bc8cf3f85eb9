import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// A content of several clauses, each of which says something by itself: "said that A and that B", "A, but B", "A, although B",
/// "A, adding that B".
extension ClaimReader {
  /// The clauses of a content, in order, without the words that join them. Linear: only the clause right behind a conjunction is
  /// looked through again.
  func coordinatedContents(_ nodes: [Int], in segment: Segment) -> [[Int]] {
    var parts: [[Int]] = [[]]
    // Where the first clause of all that has been read is whole.
    var whole = Int.max
    for (index, node) in nodes.enumerated() {
      if let predicate = predicate(ofSubject: node, in: segment), predicate >= nodes[0] {
        whole = min(whole, max(node, predicate))
      }
      let isThat = text.isLexeme(at: segment.positions[node], .complementizer, ComplementizerWord.that)
      if index > 3, index + 3 < nodes.count,
        opensClause(index, of: nodes, behindClause: whole < node, in: segment)
      {
        while let last = parts[parts.count - 1].last, segment.tree.tags[last] == .punct {
          parts[parts.count - 1].removeLast()
        }
        parts.append([])
      } else if !isThat || parts.count == 1 || !parts[parts.count - 1].isEmpty {
        parts[parts.count - 1].append(node)
      }
    }
    return parts.contains { $0.count < 3 } ? [nodes] : parts
  }

  /// What quoted words state, clause by clause; what is only stated belongs to the claim beside it.
  mutating func statements(in segment: Segment, speaker: Party, warns: Bool = false) -> [ClaimDraft] {
    let parts = coordinatedContents(Array(0..<segment.count), in: segment)
    guard parts.count > 1 else { return [statement(in: segment, speaker: speaker, warns: warns)] }
    var found: [ClaimDraft] = []
    for part in parts {
      let own = Segment(part.map { segment.positions[$0] }, in: text, model: model)
      var next = statement(in: own, speaker: speaker, warns: warns)
      next.content = runs(of: own.positions)
      guard let last = found.last else {
        found.append(next)
        continue
      }
      let isMere = addsNothing(next, to: last)
      if isMere || last.act == .state {
        var joined = isMere ? last : next
        joined.content = last.content + next.content
        joined.include(isMere ? next.span : last.span)
        found[found.count - 1] = joined
      } else {
        found.append(next)
      }
    }
    return found
  }

  /// Whether a later clause states a mere fact, or once more what the claim says already.
  func addsNothing(_ next: ClaimDraft, to draft: ClaimDraft) -> Bool {
    next.act == .state
      || next.act == draft.act
        && (next.about.entities.isEmpty || next.about.entities == draft.about.entities)
  }

  /// The main predicate of one of a content's parts: the content's own where it stands there, else the one that has its subject
  /// there.
  func predicate(of part: [Int], whole content: (nodes: [Int], main: Int), in segment: Segment) -> Int {
    if part.contains(content.main) { return content.main }
    return subject(part[...], in: segment).flatMap { segment.head($0) } ?? part[0]
  }

  /// Whether a conjunction joins two clauses: behind a comma, or a "but", and with a subject and a verb of its own on both sides;
  /// or whether a concession opens.
  private func opensClause(_ index: Int, of nodes: [Int], behindClause: Bool, in segment: Segment) -> Bool {
    let node = nodes[index]
    let isBeforeThat = text.isLexeme(
      at: segment.positions[nodes[index + 1]], .complementizer, ComplementizerWord.that)
    if isBeforeThat, segment.tree.tags[node] == .cconj { return true }
    // "…, adding that …"
    if isBeforeThat, segment.tree.tags[node] == .verb, isComma(nodes[index - 1], in: segment),
      text.isLexeme(at: segment.positions[node], .cue, CueFrame.say)
    {
      return true
    }
    let isConcession = text.isLexeme(
      at: segment.positions[node], .complementizer, ComplementizerWord.concession)
    guard isConcession || segment.tree.tags[node] == .cconj,
      isConcession || isComma(nodes[index - 1], in: segment)
        || text.lexeme(.coordination, covering: segment.positions[node]) == nil
    else { return false }
    return behindClause
      && subject(nodes[(index + 1)...].prefix { segment.tree.tags[$0] != .punct }, in: segment) != nil
  }

  /// The first subject within the nodes whose verb or copula stands there too. The nodes are in order.
  private func subject(_ nodes: ArraySlice<Int>, in segment: Segment) -> Int? {
    guard let first = nodes.first, let last = nodes.last else { return nil }
    return nodes.first { node in
      predicate(ofSubject: node, in: segment).map { (first...last).contains($0) } == true
    }
  }

  /// The verb or the predicate with a copula that a node is the subject of.
  private func predicate(ofSubject node: Int, in segment: Segment) -> Int? {
    guard [.nsubj, .nsubjPass, .expl].contains(segment.tree.relations[node]),
      let predicate = segment.head(node),
      segment.isVerbal(predicate) || segment.child(predicate, .cop) != nil
    else { return nil }
    return predicate
  }
}
