/// A page's markup made ready for libxml2: only the tags, attributes and text that reading needs.
///
/// Scripts, styles, comments and drawings go, by the rules of HTML (a script ends at `</script` and nowhere else), and
/// so do attributes that say nothing about the text. What is left is a half of most pages, bounded in depth and in
/// attributes, which libxml2 needs (its cost is quadratic in both).
struct PageMarkup {
  /// Elements nested deeper than this lose their tags and keep their text.
  static let maximumDepth = 2000

  /// The markup for libxml2, valid UTF-8 without zeros.
  private(set) var bytes: [UInt8] = []
  /// Contents of scripts of type `application/ld+json`.
  private(set) var structuredData: [[UInt8]] = []
  /// Whether tags were left out because they were nested too deep.
  private(set) var isTooDeep = false

  private var depth = 0
  /// Open elements of each name, by hash: end tags without a start are dropped.
  private var open = [Int32](repeating: 0, count: 1024)
  /// End tags to drop, by hash, since their start was dropped.
  private var dropped = [Int32](repeating: 0, count: 1024)

  /// Goes through a page once.
  init(_ page: [UInt8]) {
    bytes.reserveCapacity(page.count / 2 + 64)
    page.withUnsafeBufferPointer { scan($0) }
  }

  private mutating func scan(_ page: UnsafeBufferPointer<UInt8>) {
    var index = page.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var textStart = index
    while index < page.count {
      if page[index] != UInt8(ascii: "<") {
        index += 1
        continue
      }
      copyText(page, textStart..<index)
      index = tag(page, at: index)
      textStart = index
    }
    copyText(page, textStart..<page.count)
  }

  private mutating func copyText(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let start = bytes.count
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: page[range]))
    // A zero ends the text for libxml2.
    for index in start..<bytes.count where bytes[index] == 0 { bytes[index] = 0x20 }
  }

  /// Handles what starts with `<` at `start`; the offset behind it.
  private mutating func tag(_ page: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    let next = start + 1 < page.count ? page[start + 1] : 0
    if next == UInt8(ascii: "!") { return declaration(page, at: start) }
    if next == UInt8(ascii: "?") { return PageScan.find(">", page, from: start) }
    let isEnd = next == UInt8(ascii: "/")
    let nameStart = start + (isEnd ? 2 : 1)
    guard nameStart < page.count, PageScan.isLetter(page[nameStart]) else {
      if isEnd { return PageScan.find(">", page, from: start) }
      bytes.append(contentsOf: "&lt;".utf8)
      return start + 1
    }
    var nameEnd = nameStart
    while nameEnd < page.count, PageScan.isNameByte(page[nameEnd]) { nameEnd += 1 }
    let name = UnsafeBufferPointer(rebasing: page[nameStart..<nameEnd])
    if isEnd {
      endTag(name)
      return PageScan.find(">", page, from: nameEnd)
    }
    let tag = TagNames.embedded.tag(name)
    switch tag {
    case .script, .style, .svg, .noscript, .template, .iframe, .textarea, .noframes:
      return skipElement(page, name, tag, attributes: nameEnd)
    default: return startTag(page, name, tag, attributes: nameEnd)
    }
  }

  private func declaration(_ page: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    if PageScan.matches("<!--", page, at: start) {
      return PageScan.matches("<!-->", page, at: start)
        ? start + 5 : PageScan.find("-->", page, from: start + 4)
    }
    let end = PageScan.find(">", page, from: start)
    // A document type with declarations of its own ends at `]>`; what it declares is never used.
    if PageScan.matches("<!d", page, at: start), page[start..<end].contains(UInt8(ascii: "[")) {
      return PageScan.find("]>", page, from: start)
    }
    return end
  }

  private mutating func endTag(_ name: UnsafeBufferPointer<UInt8>) {
    let slot = Self.slot(of: name)
    if dropped[slot] > 0 {
      dropped[slot] -= 1
      return
    }
    guard open[slot] > 0 else { return }
    open[slot] -= 1
    if !TagNames.embedded.tag(name).endsByItself { depth -= 1 }
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    bytes.append(contentsOf: name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func startTag(
    _ page: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>, _ tag: PageTag,
    attributes start: Int
  ) -> Int {
    let slot = Self.slot(of: name)
    if depth >= Self.maximumDepth, !tag.isVoid, !tag.endsByItself {
      isTooDeep = true
      dropped[slot] += 1
      return PageAttributes.skip(page, from: start)
    }
    bytes.append(UInt8(ascii: "<"))
    bytes.append(contentsOf: name)
    var attributes = PageAttributes(page, from: start)
    while attributes.next() { if attributes.isWanted(by: tag) { attributes.copy(to: &bytes) } }
    bytes.append(UInt8(ascii: ">"))
    if !tag.isVoid {
      open[slot] += 1
      if !tag.endsByItself { depth += 1 }
    }
    return attributes.end
  }

  /// Skips an element whose content is not read; keeps structured data.
  private mutating func skipElement(
    _ page: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>, _ tag: PageTag,
    attributes start: Int
  ) -> Int {
    var attributes = PageAttributes(page, from: start)
    var isStructured = false
    while attributes.next() {
      if attributes.value.elementsEqual("application/ld+json".utf8) { isStructured = true }
    }
    let content = attributes.end
    if attributes.isSelfClosing, tag == .svg { return content }
    var index = content
    while index + 2 + name.count <= page.count {
      if page[index] == UInt8(ascii: "<"), page[index + 1] == UInt8(ascii: "/"),
        zip(page[(index + 2)..<(index + 2 + name.count)], name).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        if isStructured { structuredData.append(Array(page[content..<index])) }
        return PageScan.find(">", page, from: index)
      }
      index += 1
    }
    return page.count
  }

  private static func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in name { hash = (hash ^ UInt32(byte | 0x20)) &* 0x0100_0193 }
    return Int((hash ^ hash >> 16) & 1023)
  }
}
