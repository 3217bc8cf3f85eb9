/// The XPaths of a page's elements. The children of an element are numbered once, however many paths lead through it.
struct PagePaths {
  private let tree: PageTree
  /// Place among the siblings of the same name, from 1; 0 where the siblings are not numbered yet.
  private var places: [Int32]
  /// Whether a sibling of the same name is there.
  private var hasTwin: [Bool]
  /// The last element that a path was asked for a child of, and its path: paragraphs stand side by side.
  private var last: (node: Int, path: String) = (-1, "")

  init(_ tree: PageTree) {
    self.tree = tree
    places = [Int32](repeating: 0, count: tree.nodes.count)
    hasTwin = [Bool](repeating: false, count: tree.nodes.count)
  }

  /// The XPath of a node: names and, where siblings share a name, numbers.
  mutating func path(of node: Int) -> String {
    let parent = Int(tree.nodes[node].parent)
    if parent != last.node { last = (parent, pathFromRoot(of: parent)) }
    return last.path + step(of: node)
  }

  private mutating func pathFromRoot(of node: Int) -> String {
    var steps: [String] = []
    var current = node
    while current >= 0 {
      steps.append(step(of: current))
      current = Int(tree.nodes[current].parent)
    }
    return steps.reversed().joined()
  }

  private mutating func step(of node: Int) -> String {
    if places[node] == 0 { number(childrenOf: Int(tree.nodes[node].parent)) }
    let name = tree.name(of: node)
    return hasTwin[node] ? "/\(name)[\(places[node])]" : "/\(name)"
  }

  private mutating func number(childrenOf parent: Int) {
    /// The last sibling of each name, -1 where there is none yet.
    var twins = [Int](repeating: -1, count: 256)
    var twinsOfOthers: [String: Int] = [:]
    var child = parent + 1
    let end = parent >= 0 ? Int(tree.nodes[parent].end) : tree.nodes.count
    while child < end {
      let tag = tree.nodes[child].tag
      if tag != .text {
        let twin =
          tag == .other
          ? twinsOfOthers.updateValue(child, forKey: tree.name(of: child)) ?? -1 : twins[Int(tag.rawValue)]
        twins[Int(tag.rawValue)] = child
        places[child] = twin < 0 ? 1 : places[twin] + 1
        if twin >= 0 {
          hasTwin[child] = true
          hasTwin[twin] = true
        }
      }
      child = max(Int(tree.nodes[child].end), child + 1)
    }
  }
}
