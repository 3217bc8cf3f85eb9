import DossierModel
import DossierText

/// Writes the article's plain text: the title, then the blocks in the order of the page, an empty line between.
struct PageWriter {
  private let tree: PageTree
  private let flow: PageFlow
  private var paths: PagePaths
  /// The text so far.
  private(set) var text: [UInt8] = []
  /// Its blocks.
  private(set) var blocks: [Block] = []
  /// What the words of each block say of its language.
  private(set) var languages: [LanguageEvidence] = []

  init(tree: PageTree, flow: PageFlow) {
    self.tree = tree
    self.flow = flow
    paths = PagePaths(tree)
  }

  /// Number of words in the article.
  private(set) var words = 0

  /// Writes an article that the page gives as data only: its paragraphs.
  mutating func write(title: String, body: String) {
    text = []
    blocks = []
    languages = []
    if !title.isEmpty { add(Array(title.utf8), kind: .heading, role: .title, level: 1, node: nil) }
    let paragraphs: [String]
    if body.contains("</") || body.contains("<br") {
      let flow = PageFlow(PageParser.parse(PageMarkup(Array(body.utf8))))
      paragraphs = flow.blocks.map { flow.string($0) }
    } else {
      paragraphs = body.split(whereSeparator: \.isNewline).map {
        MarkupText.resolved(PageMetadata.tidy(String($0)))
      }
    }
    for paragraph in paragraphs where !paragraph.allSatisfy(\.isWhitespace) {
      add(Array(paragraph.utf8), kind: .paragraph, role: .body, level: 0, node: nil)
    }
  }

  /// Writes what is kept.
  mutating func write(title: String, _ choice: BodyChoice) {
    if !title.isEmpty {
      add(Array(title.utf8), kind: .heading, role: .title, level: 1, node: choice.titleNode)
      languages.append(LanguageEvidence())
    }
    for index in flow.blocks.indices where choice.isKept[index] {
      let block = flow.blocks[index]
      let shape = choice.scores.isCaption[index] ? (kind: .caption, level: 0) : shape(of: block)
      words += block.features.words
      let role: Block.Role = shape.kind == .caption ? .caption : isByline(block) ? .byline : .body
      add(
        flow.text[block.range], kind: shape.kind, role: role, level: shape.level,
        node: block.node)
      languages.append(role == .body ? flow.language(of: block) : LanguageEvidence())
    }
  }

  private mutating func add(
    _ bytes: some Collection<UInt8>, kind: Block.Kind, role: Block.Role, level: Int, node: Int?
  ) {
    if !text.isEmpty { text.append(contentsOf: [0x0A, 0x0A]) }
    let start = text.count
    text.append(contentsOf: bytes)
    let path = node.map { paths.path(of: $0) }
    blocks.append(
      Block(
        range: TextRange(start, text.count), kind: kind, role: role, level: level,
        xpath: path))
  }

  /// Whether a short line says who wrote the article, when, or after what.
  private func isByline(_ block: PageFlow.Block) -> Bool {
    let features = block.features
    guard features.words <= 20, !features.endsSentence || features.words <= 8,
      features.classes.intersects(LineClass.byline)
    else { return false }
    return flow.text.withUnsafeBufferPointer { !Credits.read($0, block.range).isEmpty }
  }

  private func shape(of block: PageFlow.Block) -> (kind: Block.Kind, level: Int) {
    var depth = 0
    var kind: Block.Kind?
    var current = block.node
    // Pages are laid out by tables, too: their cells hold paragraphs.
    let isRow = block.cells > 0 || block.features.words < 12 && !block.features.endsSentence
    while current >= 0 {
      let tag = tree.nodes[current].tag
      switch tag {
      case .h1, .h2, .h3, .h4, .h5, .h6: return (.heading, tag.headingLevel)
      case .figcaption: return (.caption, 0)
      case .li, .dd, .dt: kind = kind ?? .listItem
      case .ul, .ol, .dl: depth += 1
      case .blockquote: kind = kind ?? .quotation
      case .tr where isRow: kind = kind ?? .tableRow
      case .pre: kind = kind ?? .code
      default: break
      }
      current = Int(tree.nodes[current].parent)
    }
    return (kind ?? .paragraph, kind == .listItem ? max(1, depth) : 0)
  }
}
