/// Chooses a page's article among its blocks.
///
/// The article is the element whose blocks' scores add up to the most (`BlockScores`). Within it all is kept, short
/// lines, lists and tables too, but what is linked, what phrases tell to be furniture, what stands above the headline,
/// and what stands after the last of the running text without belonging to it.
struct BodyChoice {
  private let tree: PageTree
  private let flow: PageFlow
  /// What the blocks look like.
  let scores: BlockScores
  /// Whether a block is part of the article.
  private(set) var isKept: [Bool]
  /// The element of the headline, if the page shows it.
  private(set) var titleNode: Int?

  init(_ tree: PageTree, _ flow: PageFlow, title: String) {
    self.tree = tree
    self.flow = flow
    scores = BlockScores(tree, flow)
    isKept = [Bool](repeating: false, count: flow.blocks.count)
    let titleWords = FoldedWords.hashes(of: title)
    titleNode = headline(in: flow.blocks.indices, titleWords).map { flow.blocks[$0].node }
    guard let container = container() else {
      for index in isKept.indices { isKept[index] = scores.scores[index] > 0 && !scores.isOut[index] }
      return
    }
    let range = flow.blocks(in: container, tree)
    keep(in: range)
    keepStandfirst(before: range, container)
    pruneLinkedParts(in: container)
    cutAboveTitle(in: range, titleWords)
    cutClosingSections(in: range)
    trimEnds(of: range)
    dropRepetitions(in: range, titleWords)
  }

  /// The element whose blocks add up to the most; of equals, the innermost. Elements that say that they hold the
  /// article are preferred a little.
  private func container() -> Int? {
    var sums = [0.0]
    for score in scores.scores { sums.append((sums.last ?? 0) + score) }
    var best: (node: Int, sum: Double)?
    for index in tree.nodes.indices where tree.nodes[index].tag.isBlock {
      let blocks = flow.blocks(in: index, tree)
      guard !blocks.isEmpty else { continue }
      var sum = sums[blocks.upperBound] - sums[blocks.lowerBound]
      let node = tree.nodes[index]
      if node.hints.contains(.article) {
        sum *= 1.15
      } else if node.tag == .article || node.tag == .main {
        sum *= 1.05
      }
      if sum > 0, sum >= best?.sum ?? 0 { best = (index, sum) }
    }
    return best?.node
  }

  private mutating func keep(in range: Range<Int>) {
    let lists = linkShareOfLists(in: range)
    for index in range where !scores.isOut[index] {
      let block = flow.blocks[index]
      let features = block.features
      if features.classes.intersects(LineClass.furniture) { continue }
      if features.classes.intersects([.published, .updated]), features.words <= 20, features.digits > 0 {
        continue
      }
      let isListed = tree.nodes[block.node].tag == .li
      if isListed, let share = lists[tree.nodes[block.node].parent], share < 0.5 {
        isKept[index] = true
        continue
      }
      if block.linkDensity > 0.8, !isAddress(block) { continue }
      if isClockTime(block) { continue }
      let ownWords = Double(features.words) * (1 - block.linkDensity)
      if block.linkDensity > 0.5, ownWords < 3, !features.endsSentence { continue }
      isKept[index] = true
    }
  }

  /// The share of each list's text that is links.
  private func linkShareOfLists(in range: Range<Int>) -> [Int32: Double] {
    var bytes: [Int32: (all: Int, links: Int)] = [:]
    for index in range where tree.nodes[flow.blocks[index].node].tag == .li {
      let block = flow.blocks[index]
      bytes[tree.nodes[block.node].parent, default: (0, 0)].all += block.range.count
      bytes[tree.nodes[block.node].parent, default: (0, 0)].links += block.linkBytes
    }
    return bytes.mapValues { Double($0.links) / Double(max(1, $0.all)) }
  }

  /// Whether a block shows a web address, as a list of sources does.
  private func isAddress(_ block: PageFlow.Block) -> Bool {
    flow.text[block.range].starts(with: "http".utf8) || flow.text[block.range].starts(with: "www.".utf8)
  }

  /// Whether a block is nothing but the time of day, as live reports set it before each entry.
  private func isClockTime(_ block: PageFlow.Block) -> Bool {
    guard block.range.count <= 8, block.cells == 0, block.features.digits >= 3 else { return false }
    let bytes = flow.text[block.range]
    return bytes.allSatisfy { "0123456789:.hHapmAPM ".utf8.contains($0) }
      && bytes.contains { $0 == UInt8(ascii: ":") || $0 | 0x20 == UInt8(ascii: "h") }
  }

  /// The standfirst may stand beside the element that holds the text. Beside a long text it repeats what that says; of a
  /// short one, as pages show to readers without a subscription, it is a good part.
  private mutating func keepStandfirst(before range: Range<Int>, _ container: Int) {
    let parent = Int(tree.nodes[container].parent)
    guard parent >= 0, tree.nodes[parent].tag != .body, tree.nodes[parent].tag != .html,
      scores.prose(in: range) <= 150
    else { return }
    for index in flow.blocks(in: parent, tree).lowerBound..<range.lowerBound
    where scores.isProse[index] && !scores.isOut[index] && !scores.isCaption[index] {
      let block = flow.blocks[index]
      let isNamed =
        tree.nodes[block.node].hints.contains(.summary)
        || tree.nodes[max(0, Int(tree.nodes[block.node].parent))].hints.contains(.summary)
      isKept[index] = isNamed && !block.features.classes.intersects(LineClass.furniture)
    }
  }

  /// Parts that are linked for the most part are lists of links.
  private mutating func pruneLinkedParts(in container: Int) {
    var index = container + 1
    let end = Int(tree.nodes[container].end)
    while index < end {
      let node = tree.nodes[index]
      let blocks = flow.blocks(in: index, tree)
      if node.tag.isBlock, blocks.count >= 3 {
        let bytes = blocks.reduce(0) { $0 + flow.blocks[$1].range.count }
        let links = blocks.reduce(0) { $0 + flow.blocks[$1].linkBytes }
        let furniture = blocks.filter { flow.blocks[$0].features.classes.intersects(LineClass.furniture) }
          .count
        if links * 2 > bytes || furniture * 2 > blocks.count, scores.prose(in: blocks) < 60 {
          for block in blocks { isKept[block] = false }
          index = Int(node.end)
          continue
        }
      }
      index += 1
    }
  }

  /// What stands above the headline is not the article, if most of the prose stands below.
  private mutating func cutAboveTitle(in range: Range<Int>, _ titleWords: [UInt32]) {
    guard let title = headline(in: range, titleWords) else { return }
    let below = scores.prose(in: title..<range.upperBound)
    guard below * 2 > scores.prose(in: range) || below >= 120 else { return }
    for index in range.lowerBound..<title { isKept[index] = false }
  }

  /// The first heading that has the headline's words, of the first level if there is one.
  private func headline(in range: Range<Int>, _ titleWords: [UInt32]) -> Int? {
    guard !titleWords.isEmpty else { return nil }
    let headings = range.filter { index in
      tree.nodes[flow.blocks[index].node].tag.headingLevel > 0 && isTitle(flow.blocks[index], titleWords)
    }
    return headings.first { tree.nodes[flow.blocks[$0].node].tag == .h1 } ?? headings.first
  }

  private func isTitle(_ block: PageFlow.Block, _ titleWords: [UInt32]) -> Bool {
    guard block.features.words <= titleWords.count + 4, block.features.words * 3 >= titleWords.count else {
      return false
    }
    let words = Set(FoldedWords.hashes(of: flow.string(block)))
    return words.intersection(titleWords).count * 4 >= words.count * 3
  }

  /// Cuts what stands behind the heading of links, comments or offers with little running text after it.
  private mutating func cutClosingSections(in range: Range<Int>) {
    let closing: LineClasses = [.related, .comments, .newsletter, .section, .subscribe, .share]
    let total = scores.prose(in: range)
    for index in range {
      let features = flow.blocks[index].features
      guard features.words <= 8, features.classes.intersects(closing), !features.endsSentence else {
        continue
      }
      guard tree.nodes[flow.blocks[index].node].tag.headingLevel > 0 || flow.blocks[index].isBold else {
        continue
      }
      if scores.prose(in: (index + 1)..<range.upperBound) * 4 < total {
        cut(from: index, in: range)
        return
      }
    }
  }

  /// Cuts from the heading of a closing section to the end. Where the heading has a box of its own among the paragraphs,
  /// those that follow beside the earlier ones, or in elements like theirs, go on with the text.
  private mutating func cut(from heading: Int, in range: Range<Int>) {
    let before = (range.lowerBound..<heading).filter { isKept[$0] && scores.isProse[$0] }
    let parents = Set(before.map { scores.parent(of: flow.blocks[$0]) })
    let own = Int(tree.nodes[flow.blocks[heading].node].parent)
    let isBoxed = own >= 0 && !parents.contains { $0 >= own && $0 < Int(tree.nodes[own].end) }
    let names = Set(parents.compactMap { tree.value(of: .class, at: $0) })
    for rest in heading..<range.upperBound {
      let parent = scores.parent(of: flow.blocks[rest])
      let isInBox = own >= 0 && parent >= own && parent < Int(tree.nodes[own].end)
      let goesOn =
        isBoxed && !isInBox && scores.isProse[rest]
        && (parents.contains(parent) || tree.value(of: .class, at: parent).map(names.contains) == true)
      if !goesOn { isKept[rest] = false }
    }
  }

  /// Before the first running text stand standfirsts, behind the last list items and rows; what is neither and has
  /// other parents than the text is a byline or an offer.
  private mutating func trimEnds(of range: Range<Int>) {
    let kept = range.filter { isKept[$0] && !scores.isCaption[$0] }
    guard let first = kept.first(where: { scores.isProse[$0] || flow.blocks[$0].cells >= 3 }),
      let last = kept.last(where: { scores.isProse[$0] || flow.blocks[$0].cells >= 3 || isSentence($0) })
    else { return }
    let (firstParent, lastParent) = (
      scores.parent(of: flow.blocks[first]), scores.parent(of: flow.blocks[last])
    )
    for index in range where index < first && isKept[index] && !scores.isCaption[index] {
      let features = flow.blocks[index].features
      if features.classes.intersects(LineClass.byline) || isByline(index) { isKept[index] = false }
      if features.words < 8, scores.parent(of: flow.blocks[index]) != firstParent { isKept[index] = false }
    }
    var isOpen = true
    for index in (last + 1)..<max(last + 1, range.upperBound) where isKept[index] && !scores.isCaption[index]
    {
      switch tree.nodes[flow.blocks[index].node].tag {
      case .li, .tr, .td, .pre, .dd, .dt, .th: break
      default: isOpen = isOpen && scores.parent(of: flow.blocks[index]) == lastParent
      }
      isKept[index] = isOpen
    }
  }

  /// Whether a short line before the text begins as bylines do, or holds the date.
  private func isByline(_ index: Int) -> Bool {
    let block = flow.blocks[index]
    guard block.features.words <= 20, !block.features.endsSentence else { return false }
    let isNamed = tree.nodes[block.node].hints.contains(.byline)
    return flow.text.withUnsafeBufferPointer { text in
      Credits.introduces(text, block.range)
        || (isNamed || block.features.words <= 10 && block.features.digits >= 4 || block.features.words <= 8)
          && !Credits.read(text, block.range, isByline: isNamed).isEmpty
    }
  }

  private func isSentence(_ index: Int) -> Bool {
    flow.blocks[index].features.endsSentence && flow.blocks[index].features.words >= 3
  }

  /// Pages repeat the headline, and captions in galleries; the article says a thing once, but for
  /// what its writer repeats: paragraphs beside each other, items of lists and rows of tables.
  private mutating func dropRepetitions(in range: Range<Int>, _ titleWords: [UInt32]) {
    var seen: [UInt64: Int] = [:]
    for index in range where isKept[index] {
      let block = flow.blocks[index]
      if tree.nodes[block.node].tag.headingLevel > 0, isTitle(block, titleWords) {
        isKept[index] = false
      } else if tree.nodes[block.node].tag != .li, block.cells == 0,
        block.features.words >= (scores.isCaption[index] ? 4 : 20),
        let first = seen.updateValue(index, forKey: hash(of: block.range)),
        flow.text[flow.blocks[first].range] == flow.text[block.range],
        scores.isCaption[index] || scores.parent(of: flow.blocks[first]) != scores.parent(of: block)
      {
        isKept[index] = false
      }
    }
  }

  private func hash(of range: Range<Int>) -> UInt64 {
    flow.text.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
      return hash
    }
  }
}
