/// How much each block of a page speaks for being part of an article, and which lie in parts that are furniture.
///
/// Prose counts its words, less where it is linked; menus, links and offers count less than nothing. Parts that their
/// element or class tells to be furniture are out, unless they hold so much of the page's prose that the name must
/// mean something else. Rows of cards (a linked headline with a sentence or two, one beside the other) are out where
/// there is other prose.
struct BlockScores {
  private let tree: PageTree
  private let flow: PageFlow
  /// The score of each block.
  private(set) var scores: [Double]
  /// Whether a block lies in a part that is furniture.
  private(set) var isOut: [Bool]
  /// Whether a block stands under a picture.
  private(set) var isCaption: [Bool]
  /// Whether a block is running text.
  private(set) var isProse: [Bool]
  /// Words of running text in the blocks before each, and in all at the end.
  private var proseBefore: [Int] = [0]

  init(_ tree: PageTree, _ flow: PageFlow) {
    self.tree = tree
    self.flow = flow
    let count = flow.blocks.count
    scores = [Double](repeating: 0, count: count)
    isOut = [Bool](repeating: false, count: count)
    isCaption = [Bool](repeating: false, count: count)
    let long = flow.blocks.filter { $0.features.words >= 10 }
    let words = long.reduce(0) { $0 + $1.features.words }
    let frequent = long.reduce(0) { $0 + $1.features.frequentWords }
    // Without a language that we know, frequent words tell nothing.
    let knowsLanguage = frequent * 6 >= words
    isProse = flow.blocks.map { Self.isProse($0, knowsLanguage: knowsLanguage) }
    for index in 0..<count {
      proseBefore.append(proseBefore[index] + (isProse[index] ? flow.blocks[index].features.words : 0))
    }
    markCaptions()
    exclude()
    excludeCards()
    score()
  }

  /// Words of running text in a range of blocks.
  func prose(in blocks: Range<Int>) -> Int { proseBefore[blocks.upperBound] - proseBefore[blocks.lowerBound] }

  private static func isProse(_ block: PageFlow.Block, knowsLanguage: Bool) -> Bool {
    let features = block.features
    guard features.words >= 8, block.linkDensity < 0.5 else { return false }
    if knowsLanguage, features.frequency < 0.15 { return false }
    return features.endsSentence || features.words >= 25 || (features.endsWithColon && features.words >= 8)
  }

  /// The element whose children the paragraphs around a block are.
  func parent(of block: PageFlow.Block) -> Int {
    switch tree.nodes[block.node].tag {
    case .div, .section, .article, .main, .td, .body, .center, .form: block.node
    default: max(0, Int(tree.nodes[block.node].parent))
    }
  }

  private mutating func score() {
    var proseInParent: [Int: Int] = [:]
    for index in flow.blocks.indices where isProse[index] && !isOut[index] {
      proseInParent[parent(of: flow.blocks[index]), default: 0] += 1
    }
    for index in flow.blocks.indices {
      let block = flow.blocks[index]
      var score = score(of: block, isProse: isProse[index], isCaption: isCaption[index])
      // A paragraph without another beside it may be a teaser.
      if isProse[index], proseInParent[parent(of: block)] == 1 { score *= 0.6 }
      scores[index] = isOut[index] ? min(0, score) - 1 : score
    }
  }

  private func score(of block: PageFlow.Block, isProse: Bool, isCaption: Bool) -> Double {
    let features = block.features
    let words = Double(features.words)
    if features.classes.intersects(LineClass.furniture) { return -2 - words / 2 }
    if isCaption { return 0 }
    if isProse { return words * (1 - 1.5 * block.linkDensity) }
    if block.linkDensity > 0.5 { return -1 - words / 2 }
    if block.cells >= 3, features.digits > 0 { return words / 4 }
    if features.endsSentence, features.words >= 3 { return words / 2 }
    // A paragraph that lost its end to broken markup, or never had a full stop.
    if features.words >= 10, block.linkDensity < 0.3, tree.nodes[block.node].tag == .p { return words / 4 }
    return -0.5
  }

  private mutating func markCaptions() {
    let total = max(1, proseBefore.last ?? 1)
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      let isNamed = node.hints.contains(.caption) && !node.hints.contains(.article) && node.tag != .body
      guard isNamed || node.tag == .figcaption || node.tag == .figure || node.tag == .caption else {
        continue
      }
      let blocks = flow.blocks(in: index, tree)
      guard !blocks.isEmpty, blocks.count <= 8, prose(in: blocks) * 4 < total || node.tag == .figcaption
      else { continue }
      for block in blocks { isCaption[block] = true }
    }
    for index in flow.blocks.indices {
      let features = flow.blocks[index].features
      if features.classes.contains(.credit), features.words <= 60 { isCaption[index] = true }
    }
  }

  /// Marks blocks in parts that are furniture by name.
  private mutating func exclude() {
    let total = max(1, proseBefore.last ?? 1)
    for index in tree.nodes.indices {
      let bound = Self.bound(of: tree.nodes[index])
      guard bound > 0 else { continue }
      let blocks = flow.blocks(in: index, tree)
      guard !blocks.isEmpty, Double(prose(in: blocks)) / Double(total) < bound else { continue }
      for block in blocks { isOut[block] = true }
    }
    for index in flow.blocks.indices where flow.blocks[index].features.mentionsCookies >= 2 {
      isOut[index] = true
    }
  }

  /// The share of the page's prose from which on an element is not what its name says; 0 if it says nothing.
  private static func bound(of node: PageTree.Node) -> Double {
    if node.tag == .text || node.tag == .html || node.tag == .body { return 0 }
    var bound = 0.0
    switch node.tag {
    case .nav: bound = 0.5
    case .aside, .footer: bound = 0.4
    case .form, .menu: bound = 0.3
    default: break
    }
    let hints = node.hints
    if hints.contains(.consent) { bound = 0.98 }
    if hints.contains(.comments) { bound = max(bound, 0.9) }
    if hints.contains(.hidden) { bound = max(bound, 0.5) }
    if !hints.isDisjoint(with: [.related, .navigation, .advert, .form, .authorBox, .footer]) {
      bound = max(bound, 0.3)
    }
    if !hints.isDisjoint(with: [.share, .tags]) { bound = max(bound, 0.2) }
    return bound
  }

  /// Marks rows of cards: three siblings or more of one name, each with a linked line and little prose.
  private mutating func excludeCards() {
    var cards: [Int32: [Int]] = [:]
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .div, .li, .article, .section, .td, .a, .figure, .dd, .aside: break
      default: continue
      }
      if isCard(index) { cards[tree.nodes[index].parent, default: []].append(index) }
    }
    var marked: [Range<Int>] = []
    var words = 0
    for (_, nodes) in cards {
      for tag in Set(nodes.map { tree.nodes[$0].tag }) {
        let row = nodes.filter { tree.nodes[$0].tag == tag }
        guard row.count >= 3 else { continue }
        for node in row {
          let blocks = flow.blocks(in: node, tree)
          marked.append(blocks)
          words += prose(in: blocks)
        }
      }
    }
    let total = flow.blocks.indices.reduce(0) {
      $0 + (isProse[$1] && !isOut[$1] ? flow.blocks[$1].features.words : 0)
    }
    guard total - words >= 80 || words * 2 < total else { return }
    for blocks in marked { for block in blocks { isOut[block] = true } }
  }

  private func isCard(_ node: Int) -> Bool {
    let blocks = flow.blocks(in: node, tree)
    guard (1...8).contains(blocks.count), prose(in: blocks) <= 90 else { return false }
    let proseBlocks = blocks.filter { isProse[$0] }.count
    guard proseBlocks <= 2 else { return false }
    return blocks.contains { flow.blocks[$0].linkDensity > 0.8 && flow.blocks[$0].features.words >= 3 }
      && blocks.count > 1
  }
}
