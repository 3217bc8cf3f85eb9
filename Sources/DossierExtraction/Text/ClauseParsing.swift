import DossierSyntax
import DossierText

/// Sentences of several that a semicolon or a colon parts: each is read by itself, so that no verb takes a subject from another.
extension AsideParsing {
  /// The runs of words between such marks, each with the mark that closes it, where all of them are clauses; empty for a sentence
  /// of one.
  func clauses() -> [Range<Int>] {
    guard positions.count <= 256 else { return [] }
    var found: [Range<Int>] = []
    var start = 0
    for node in positions.indices where partsClauses(node) && node > start {
      found.append(start..<node + 1)
      start = node + 1
    }
    found.append(start..<positions.count)
    return found.count > 1 && found.allSatisfy(isClause) ? found : []
  }

  private func partsClauses(_ node: Int) -> Bool {
    if text.isSign(positions[node], ";") { return true }
    // "was not convinced: officials say …", but "said: it was Russia" has a claim behind its colon.
    return text.isSign(positions[node], ":") && node > 0 && !isClaiming(node - 1)
      && !(node + 1..<positions.count).contains(where: isComma)
  }

  private func isClause(_ run: Range<Int>) -> Bool {
    guard run.count >= 4, let verb = run.first(where: isFinite) else { return false }
    return (run.lowerBound..<verb).contains { isNominal($0) || whole.tags[$0] == .pron }
  }

  /// The trees of the clauses as one: each hangs on the first.
  func joined(_ clauses: [Range<Int>]) -> SyntaxTree {
    var tree = whole
    var main = Int32(-1)
    for clause in clauses {
      let nodes = Array(clause)
      graft(
        Self.tree(nodes.map { positions[$0] }, in: text, model: model), at: nodes, onto: main,
        as: main < 0 ? .root : .parataxis, &tree)
      if main < 0 { main = Int32(nodes.first { tree.heads[$0] < 0 } ?? 0) }
    }
    return tree
  }
}
