/// What the words and marks around an article say of it: bylines, dates, credits of agencies and translators.
struct PageBylines {
  /// What was found, the nearest to the headline first.
  private(set) var credits = Credits()
  /// The date that microdata or a `time` element gives.
  private(set) var marked: (published: String?, modified: String?) = (nil, nil)
  /// The author that microdata or a link gives.
  private(set) var markedAuthors: [String] = []

  /// Looks at the blocks around and within the article.
  init(_ tree: PageTree, _ flow: PageFlow, _ choice: BodyChoice, dayFirst: Bool?) {
    guard let first = choice.isKept.firstIndex(of: true), let last = choice.isKept.lastIndex(of: true) else {
      return
    }
    readMarks(tree, upTo: flow.blocks[last].node)
    flow.text.withUnsafeBufferPointer { text in
      let firstProse = choice.scores.isProse[first...].firstIndex(of: true) ?? first
      for index in max(0, first - 15)..<min(flow.blocks.count, last + 6) {
        let block = flow.blocks[index]
        guard block.features.words <= 24, !block.features.endsSentence || block.features.words <= 8 else {
          continue
        }
        let isNamed = Self.isByline(block.node, tree)
        guard
          isNamed || block.features.classes.intersects(LineClass.byline) || index >= last - 1
            || index < firstProse && Credits.introduces(text, block.range)
        else { continue }
        credits.merge(Credits.read(text, block.range, dayFirst: dayFirst, isByline: isNamed))
      }
      // A standfirst may stand before the dispatch.
      for index in choice.isKept.indices.filter({ choice.isKept[$0] }).prefix(4) {
        credits.merge(Dateline.read(text, flow.blocks[index].range))
      }
      credits.merge(Dateline.signature(text, flow.blocks[last].range))
    }
  }

  /// Whether an element or one of the three around it is named for a byline.
  private static func isByline(_ node: Int, _ tree: PageTree) -> Bool {
    var current = node
    for _ in 0..<3 where current >= 0 {
      if tree.nodes[current].hints.contains(.byline) { return true }
      current = Int(tree.nodes[current].parent)
    }
    return false
  }

  private mutating func readMarks(_ tree: PageTree, upTo end: Int) {
    var firstTime: String?
    for index in 0..<min(end, tree.nodes.count) where tree.nodes[index].tag != .text {
      let property = tree.value(of: .itemprop, at: index) ?? ""
      let isTime = tree.nodes[index].tag == .time
      guard isTime || !property.isEmpty || tree.value(of: .rel, at: index) == "author" else { continue }
      func value() -> String {
        tree.value(of: .datetime, at: index) ?? tree.value(of: .content, at: index)
          ?? tree.content(of: index, limit: 200)
      }
      if property.contains("datePublished") {
        marked.published = marked.published ?? PageMetadata.date(value())
      } else if property.contains("dateModified") {
        marked.modified = marked.modified ?? PageMetadata.date(value())
      } else if isTime {
        firstTime = firstTime ?? PageMetadata.date(value())
      } else if property == "author" || tree.value(of: .rel, at: index) == "author" {
        let names = PersonName.names(in: PageHead.withoutBy(PageMetadata.tidy(value())))
        for name in names where !markedAuthors.contains(name) { markedAuthors.append(name) }
      }
    }
    marked.published = marked.published ?? firstTime
  }
}
