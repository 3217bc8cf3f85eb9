import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// A run of tokens parsed together, usually a sentence without the words of its quotations.
///
/// Positions are the tokens' places in the document; the tree is over the segment's own order.
struct Segment: Sendable {
  /// Document positions of the tokens, in order.
  let positions: [Int]
  let tree: SyntaxTree
  /// Children of each node, in order; indexed through `childStart`.
  private let childList: [Int32]
  private let childStart: [Int32]

  /// Parses tokens of a document.
  init(_ positions: [Int], in text: AnalysedText, model: SyntaxModel) {
    self.positions = positions
    let parsed = AsideParsing.tree(positions, in: text, model: model)
    tree = TreeRepair.repaired(parsed, positions, in: text)
    var counts = [Int32](repeating: 0, count: positions.count + 1)
    for head in tree.heads where head >= 0 { counts[Int(head) + 1] += 1 }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    childStart = counts
    var next = counts
    var list = [Int32](repeating: 0, count: positions.count)
    for (node, head) in tree.heads.enumerated() where head >= 0 {
      list[Int(next[Int(head)])] = Int32(node)
      next[Int(head)] += 1
    }
    childList = list
  }

  /// Number of nodes.
  var count: Int { positions.count }

  /// The children of a node, in order.
  func children(_ node: Int) -> ArraySlice<Int32> {
    childList[Int(childStart[node])..<Int(childStart[node + 1])]
  }

  /// The head of a node, or nil at the root.
  func head(_ node: Int) -> Int? {
    let head = tree.heads[node]
    return head < 0 ? nil : Int(head)
  }

  /// The first child with the relation.
  func child(_ node: Int, _ relation: DependencyRelation) -> Int? {
    children(node).first { tree.relations[Int($0)] == relation }.map(Int.init)
  }

  /// The first child with one of two relations: as often asked for as one, and without an array of them.
  func child(_ node: Int, _ one: DependencyRelation, _ other: DependencyRelation) -> Int? {
    children(node).first { tree.relations[Int($0)] == one || tree.relations[Int($0)] == other }.map(Int.init)
  }

  /// The first child with one of the relations.
  func child(_ node: Int, _ relations: DependencyRelation...) -> Int? {
    for child in children(node) where relations.contains(tree.relations[Int(child)]) { return Int(child) }
    return nil
  }

  /// Whether a node is a mark that ends the clause of `host`.
  func isPunctuation(_ node: Int, atEdgeOf host: Int) -> Bool {
    tree.tags[node] == .punct && (node == 0 || node >= count - 1)
  }

  /// The node at a document position.
  func node(at position: Int) -> Int? {
    var low = 0
    var high = positions.count - 1
    while low <= high {
      let middle = (low + high) / 2
      if positions[middle] == position { return middle }
      if positions[middle] < position { low = middle + 1 } else { high = middle - 1 }
    }
    return nil
  }

  /// The nodes below a node and itself, sorted; branches for which `skip` is true are left out. Linear in the result.
  func subtree(_ node: Int, skipping skip: (Int) -> Bool = { _ in false }) -> [Int] {
    var found = [node]
    var index = 0
    while index < found.count {
      for child in children(found[index]) where !skip(Int(child)) { found.append(Int(child)) }
      index += 1
    }
    return found.sorted()
  }

  /// The document positions that the nodes span, from the first to after the last.
  func span(_ nodes: [Int]) -> Range<Int>? {
    guard let first = nodes.min(), let last = nodes.max() else { return nil }
    return positions[first]..<positions[last] + 1
  }

  /// The prepositions of a nominal node: its `case` children, in order.
  func prepositions(of node: Int) -> [Int] {
    children(node).map(Int.init).filter { tree.relations[$0] == .case || tree.relations[$0] == .mark }
  }

  /// A node and those coordinated with it.
  func coordinated(_ node: Int) -> [Int] {
    var nodes = [node]
    var index = 0
    while index < nodes.count {
      for child in children(nodes[index]) where tree.relations[Int(child)] == .conj {
        nodes.append(Int(child))
      }
      index += 1
    }
    return nodes.sorted()
  }

  /// Whether a node is a noun, name or pronoun.
  func isNominal(_ node: Int) -> Bool {
    switch tree.tags[node] {
    case .noun, .propn, .pron, .num, .x, .sym: true
    default: false
    }
  }

  /// Whether a node is a verb, or a participle taken for an adjective.
  func isVerbal(_ node: Int) -> Bool { tree.tags[node] == .verb || tree.tags[node] == .aux }

  /// The nearest ancestor (or the node itself) for which `test` holds.
  func ancestor(_ node: Int, where test: (Int) -> Bool) -> Int? {
    var current: Int? = node
    var steps = 0
    while let here = current, steps < 64 {
      if test(here) { return here }
      current = head(here)
      steps += 1
    }
    return nil
  }

  /// Whether `node` stands in the subtree of `root`.
  func isInside(_ node: Int, _ root: Int) -> Bool {
    ancestor(node) { $0 == root } != nil
  }
}
