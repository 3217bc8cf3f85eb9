/// The XPaths of a page's elements. The children of an element are numbered once, however many paths lead through it.
struct PagePaths {
  private let tree: PageTree
  /// Place among the siblings of the same name, from 1; 0 where the siblings are not numbered yet.
  private var places: [Int32]
  /// Whether a sibling of the same name is there.
  private var hasTwin: [Bool]

  init(_ tree: PageTree) {
    self.tree = tree
    places = [Int32](repeating: 0, count: tree.nodes.count)
    hasTwin = [Bool](repeating: false, count: tree.nodes.count)
  }

  /// The XPath of a node: names and, where siblings share a name, numbers.
  mutating func path(of node: Int) -> String {
    var steps: [String] = []
    var current = node
    while current >= 0 {
      if places[current] == 0 { number(childrenOf: Int(tree.nodes[current].parent)) }
      let name = tree.name(of: current)
      steps.append(hasTwin[current] ? "\(name)[\(places[current])]" : name)
      current = Int(tree.nodes[current].parent)
    }
    return "/" + steps.reversed().joined(separator: "/")
  }

  private mutating func number(childrenOf parent: Int) {
    var last: [String: (node: Int, count: Int32)] = [:]
    var child = parent + 1
    let end = parent >= 0 ? Int(tree.nodes[parent].end) : tree.nodes.count
    while child < end {
      if tree.nodes[child].tag != .text {
        let name = tree.name(of: child)
        if let (twin, count) = last[name] {
          places[child] = count + 1
          hasTwin[child] = true
          if count == 1 { hasTwin[twin] = true }
        } else {
          places[child] = 1
        }
        last[name] = (child, places[child])
      }
      child = max(Int(tree.nodes[child].end), child + 1)
    }
  }
}
