/// Chooses a page's article among its blocks.
///
/// Each block has a score: its words if it reads like prose, less than nothing if it looks like furniture. Parts of the
/// page that their element or class tells to be furniture are out, unless they hold most of the page's prose, in which
/// case the hint is about something else. The article is the element whose blocks add up to the most; within it, parts
/// that add up to less than nothing are left out, and headings are kept where text follows.
struct BodyChoice {
  private let tree: PageTree
  private let flow: PageFlow
  /// The score of each block.
  private(set) var scores: [Double]
  /// Whether a block is part of the article.
  private(set) var isKept: [Bool]
  /// Whether a block lies in a part that is furniture.
  private var isOut: [Bool]
  /// Whether frequent words can be counted on.
  private let knowsLanguage: Bool

  init(_ tree: PageTree, _ flow: PageFlow) {
    self.tree = tree
    self.flow = flow
    let count = flow.blocks.count
    scores = [Double](repeating: 0, count: count)
    isKept = [Bool](repeating: false, count: count)
    isOut = [Bool](repeating: false, count: count)
    let long = flow.blocks.filter { $0.features.words >= 10 }
    let words = long.reduce(0) { $0 + $1.features.words }
    let frequent = long.reduce(0) { $0 + $1.features.frequentWords }
    knowsLanguage = frequent * 6 >= words
  }

  /// Fills in what is kept.
  mutating func run() {
    for index in flow.blocks.indices { scores[index] = score(flow.blocks[index]) }
    excludeFurniture()
    guard let container = container() else { return }
    keep(in: container)
    settleShortBlocks(in: flow.blocks(in: container, tree))
  }

  func isProse(_ block: PageFlow.Block) -> Bool {
    let features = block.features
    guard features.words >= 8, block.linkDensity < 0.5 else { return false }
    if knowsLanguage, features.frequency < 0.15 { return false }
    return features.endsSentence || features.words >= 25 || (features.endsWithColon && features.words >= 8)
  }

  private func score(_ block: PageFlow.Block) -> Double {
    let features = block.features
    let words = Double(features.words)
    if features.classes.intersects(LineClass.furniture) { return -2 - words / 2 }
    if isProse(block) { return words * (1 - 1.5 * block.linkDensity) }
    if block.linkDensity > 0.5 { return -1 - words / 2 }
    if features.endsSentence, features.words >= 3 { return words / 2 }
    return -0.5
  }

  /// Marks blocks in parts that are furniture.
  private mutating func excludeFurniture() {
    var prose = [0]
    for block in flow.blocks { prose.append((prose.last ?? 0) + (isProse(block) ? block.features.words : 0)) }
    let total = max(1, prose.last ?? 1)
    for index in tree.nodes.indices {
      let bound = bound(of: tree.nodes[index])
      guard bound > 0 else { continue }
      let blocks = flow.blocks(in: index, tree)
      guard !blocks.isEmpty else { continue }
      let share = Double(prose[blocks.upperBound] - prose[blocks.lowerBound]) / Double(total)
      if share < bound { for block in blocks { isOut[block] = true } }
    }
    for index in scores.indices where isOut[index] { scores[index] = min(0, scores[index]) - 1 }
  }

  /// The share of the page's prose from which on an element is not what its name says; 0 if it says nothing.
  private func bound(of node: PageTree.Node) -> Double {
    if node.tag == .text || node.tag == .html || node.tag == .body { return 0 }
    var bound = 0.0
    switch node.tag {
    case .nav: bound = 0.5
    case .aside, .footer: bound = 0.4
    case .form, .menu: bound = 0.3
    default: break
    }
    let hints = node.hints
    if hints.contains(.comments) { bound = max(bound, 0.9) }
    if hints.contains(.hidden) { bound = max(bound, 0.5) }
    if !hints.isDisjoint(with: [.related, .navigation, .advert, .form, .authorBox, .footer]) {
      bound = max(bound, 0.3)
    }
    if !hints.isDisjoint(with: [.share, .tags]) { bound = max(bound, 0.2) }
    return bound
  }

  /// The element whose blocks add up to the most; of equals, the innermost.
  private func container() -> Int? {
    var sums = [0.0]
    for score in scores { sums.append((sums.last ?? 0) + score) }
    var best: (node: Int, sum: Double)?
    for index in tree.nodes.indices where tree.nodes[index].tag.isBlock {
      let blocks = flow.blocks(in: index, tree)
      guard !blocks.isEmpty else { continue }
      let sum = sums[blocks.upperBound] - sums[blocks.lowerBound]
      if sum > 0, sum >= best?.sum ?? 0 { best = (index, sum) }
    }
    return best?.node
  }

  /// Keeps prose in the container, but not in parts of it that add up to less than nothing.
  private mutating func keep(in container: Int) {
    var sums = [0.0]
    for score in scores { sums.append((sums.last ?? 0) + score) }
    var index = container
    let end = Int(tree.nodes[container].end)
    for block in flow.blocks(in: container, tree) { isKept[block] = scores[block] > 0 }
    while index < end {
      let node = tree.nodes[index]
      let blocks = flow.blocks(in: index, tree)
      if index > container, node.tag.isBlock, blocks.count > 1,
        sums[blocks.upperBound] - sums[blocks.lowerBound] < 0
      {
        for block in blocks { isKept[block] = false }
        index = Int(node.end)
      } else {
        index += 1
      }
    }
  }

  /// Headings, list items and table cells stay where text is kept on both sides.
  private mutating func settleShortBlocks(in range: Range<Int>) {
    guard let first = range.first(where: { isKept[$0] }), let last = range.last(where: { isKept[$0] }) else {
      return
    }
    for index in first...last where !isKept[index] && !isOut[index] {
      let block = flow.blocks[index]
      if block.features.classes.intersects(LineClass.furniture) || block.linkDensity > 0.5 { continue }
      let tag = tree.nodes[block.node].tag
      if tag.headingLevel > 0 {
        isKept[index] = isKept[min(index + 1, range.upperBound - 1)]
      } else {
        isKept[index] = isKept[max(index - 1, range.lowerBound)]
      }
    }
  }
}
