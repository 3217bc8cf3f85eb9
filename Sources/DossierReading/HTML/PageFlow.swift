/// A page's text cut into blocks, white space collapsed: what stands on the page one below the other.
struct PageFlow {
  /// A run of text within one element that is set apart.
  struct Block {
    /// Its bytes in the flow's text.
    var range: Range<Int>
    /// The innermost element that sets it apart.
    var node: Int
    /// How many of its bytes are links.
    var linkBytes: Int
    /// How many of its bytes are bold.
    var boldBytes: Int
    /// Cells of the table's row that it is; 0 if it is none.
    var cells = 0
    /// What it looks like.
    var features: LineFeatures
    /// Its frequent words, in the flow's `languages`.
    var frequentWords: Range<Int>
    /// Whether all of it is bold, as headings are that are no elements of that kind.
    var isBold: Bool { boldBytes * 10 >= range.count * 9 }
    /// The share of its bytes that are links.
    var linkDensity: Double { range.isEmpty ? 0 : Double(linkBytes) / Double(range.count) }
  }

  /// The text of the blocks, one after the other.
  private(set) var text: [UInt8] = []
  /// The blocks in the order of the page.
  private(set) var blocks: [Block] = []
  /// For each node, the blocks within it: from its entry up to that of the node after its content.
  private(set) var firstBlock: [Int32]

  private var start = 0
  private var linkBytes = 0
  private var boldBytes = 0
  private var breaks = 0
  private var cells = 0
  private var pendingSpace = false
  private var scratch: [UInt32] = []
  /// For each frequent word of the page, the languages that have it.
  private var languages: [UInt32] = []

  /// Cuts a page.
  init(_ tree: PageTree) {
    firstBlock = [Int32](repeating: 0, count: tree.nodes.count + 1)
    text.reserveCapacity(tree.text.count)
    var open: [Int] = []
    var (links, bolds, verbatim) = (0, 0, 0)
    /// The innermost open elements that are set apart.
    var blockNodes: [Int] = []
    var index = 0
    /// The table row that is being read as one block.
    var row = 0..<0
    func close(_ node: Int) {
      switch tree.nodes[node].tag {
      case .a: links -= 1
      case .b, .strong: bolds -= 1
      case .pre: verbatim -= 1
      default: break
      }
      guard tree.nodes[node].tag.isBlock, !row.dropFirst().contains(node) else { return }
      flush(blockNodes.last ?? 0)
      blockNodes.removeLast()
    }
    while index < tree.nodes.count {
      while let last = open.last, Int(tree.nodes[last].end) <= index { close(open.removeLast()) }
      let node = tree.nodes[index]
      let isInRow = row.contains(index)
      if node.tag.isBlock, !isInRow { flush(blockNodes.last ?? 0) }
      if isInRow, node.tag == .td || node.tag == .th { nextCell() }
      if !isInRow, node.tag == .tr, Self.isRow(index, tree) { row = index..<Int(node.end) }
      firstBlock[index] = Int32(blocks.count)
      if node.tag.isSkipped {
        for inner in (index + 1)..<max(index + 1, Int(node.end)) { firstBlock[inner] = Int32(blocks.count) }
        index = max(index + 1, Int(node.end))
        continue
      }
      switch node.tag {
      case .text:
        add(
          tree.text, Int(node.first)..<Int(node.last), isLink: links > 0, isBold: bolds > 0,
          verbatim: verbatim > 0)
      case .br: lineBreak(blockNodes.last ?? 0)
      default:
        if node.tag == .a { links += 1 }
        if node.tag == .b || node.tag == .strong { bolds += 1 }
        if node.tag == .pre { verbatim += 1 }
        if node.tag.isBlock, !isInRow { blockNodes.append(index) }
        open.append(index)
      }
      index += 1
    }
    while let last = open.popLast() { close(last) }
    firstBlock[tree.nodes.count] = Int32(blocks.count)
  }

  /// The blocks within a node.
  func blocks(in node: Int, _ tree: PageTree) -> Range<Int> {
    Int(firstBlock[node])..<max(Int(firstBlock[node]), Int(firstBlock[Int(tree.nodes[node].end)]))
  }

  /// What a block's words say of its language.
  func language(of block: Block) -> LanguageEvidence {
    text.withUnsafeBufferPointer {
      LanguageEvidence(
        $0, block.range, words: block.features.words, languages: languages[block.frequentWords])
    }
  }

  /// The words of a block.
  func string(_ block: Block) -> String { String(decoding: text[block.range], as: UTF8.self) }

  private mutating func add(
    _ source: [UInt8], _ range: Range<Int>, isLink: Bool, isBold: Bool, verbatim: Bool
  ) {
    let before = text.count
    source.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = bytes[index]
        if byte > 0x20 {
          if pendingSpace {
            if text.count > start, breaks == 0 { text.append(0x20) }
            pendingSpace = false
          }
          let runStart = index
          // Words with one space between are copied as they stand.
          while index < range.upperBound,
            bytes[index] > 0x20
              || (bytes[index] == 0x20 && index + 1 < range.upperBound && bytes[index + 1] > 0x20)
          {
            index += 1
          }
          text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
          breaks = 0
        } else {
          if verbatim, byte == 0x0A, text.count > start {
            text.append(0x0A)
          } else {
            pendingSpace = true
          }
          index += 1
        }
      }
    }
    if isLink { linkBytes += text.count - before }
    if isBold { boldBytes += text.count - before }
  }

  /// Whether a row is one of data: two cells or more, none with a paragraph of its own or more than a line of text.
  private static func isRow(_ node: Int, _ tree: PageTree) -> Bool {
    var cells = 0
    var bytes = 0
    guard Int(tree.nodes[node].end) - node <= 400 else { return false }
    for index in (node + 1)..<max(node + 1, Int(tree.nodes[node].end)) {
      switch tree.nodes[index].tag {
      case .table, .h1, .h2, .h3, .ul, .ol, .form: return false
      case .td, .th:
        cells += 1
        bytes = 0
      case .text:
        bytes += Int(tree.nodes[index].last - tree.nodes[index].first)
        if bytes > 300 { return false }
      default: break
      }
    }
    return cells >= 2
  }

  private mutating func nextCell() {
    cells += 1
    pendingSpace = false
    if text.count > start { text.append(0x09) }
  }

  private mutating func lineBreak(_ node: Int) {
    breaks += 1
    if breaks >= 2 {
      flush(node)
    } else if text.count > start {
      text.append(0x0A)
    }
  }

  private mutating func flush(_ node: Int) {
    pendingSpace = false
    breaks = 0
    let range = text.withUnsafeBufferPointer { PastedLines.trimmed($0, start..<text.count) }
    if !range.isEmpty {
      let firstWord = languages.count
      let features = text.withUnsafeBufferPointer {
        LineFeatures($0, range, scratch: &scratch, languages: &languages)
      }
      blocks.append(
        Block(
          range: range, node: node, linkBytes: min(linkBytes, range.count),
          boldBytes: min(boldBytes, range.count), cells: cells,
          features: features, frequentWords: firstWord..<languages.count))
    }
    start = text.count
    linkBytes = 0
    boldBytes = 0
    cells = 0
  }
}
