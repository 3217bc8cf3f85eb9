import CLibXML2

/// Builds a page's tree from libxml2's SAX events, which are twice as fast as its own tree and know no limit of depth.
struct PageParser {
  private var tree = PageTree()
  /// Open elements.
  private var stack: [Int32] = []
  private var hintsOfClass: [UInt64: PageHints] = [:]
  /// libxml2 keeps one copy of each name, so that a name's address tells the element: the addresses seen, each in the
  /// place that its low bits say.
  private var tags = [(address: UInt, tag: PageTag)](repeating: (0, .other), count: 64)

  private init() {}

  /// Parses markup that `PageMarkup` made.
  static func parse(_ markup: PageMarkup) -> PageTree {
    var parser = PageParser()
    parser.tree.nodes.reserveCapacity(markup.bytes.count / 24)
    parser.tree.text.reserveCapacity(markup.bytes.count)
    LibXML.start()
    markup.bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, !bytes.isEmpty,
        let context = htmlCreateMemoryParserCtxt(
          base.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count))
      else { return }
      withUnsafeMutablePointer(to: &parser) { run(context, $0) }
    }
    return parser.finished()
  }

  private static func run(_ context: htmlParserCtxtPtr, _ parser: UnsafeMutablePointer<PageParser>) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
    htmlCtxtUseOptions(context, Int32(options))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    var handler = xmlSAXHandler()
    handler.startElement = { parser, name, attributes in
      PageParser.at(parser)?.pointee.start(name, attributes)
    }
    handler.endElement = { parser, _ in PageParser.at(parser)?.pointee.end() }
    handler.characters = { parser, text, count in PageParser.at(parser)?.pointee.characters(text, count) }
    handler.ignorableWhitespace = { parser, text, count in
      PageParser.at(parser)?.pointee.characters(text, count)
    }
    handler.cdataBlock = { parser, text, count in PageParser.at(parser)?.pointee.characters(text, count) }
    withUnsafeMutablePointer(to: &handler) { handler in
      let own = context.pointee.sax
      context.pointee.sax = handler
      context.pointee.userData = UnsafeMutableRawPointer(parser)
      htmlParseDocument(context)
      context.pointee.sax = own
    }
    htmlFreeParserCtxt(context)
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<PageParser>? {
    pointer?.assumingMemoryBound(to: PageParser.self)
  }

  private mutating func start(
    _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard let name else { return }
    let tag = tag(of: name)
    let index = Int32(tree.nodes.count)
    if tag == .other { tree.otherNames[index] = String(cString: name) }
    let first = UInt32(tree.attributes.count)
    var hints: PageHints = []
    if var pair = attributes {
      while let key = pair[0] {
        hints.formUnion(add(key, pair[1]))
        pair += 2
      }
    }
    tree.nodes.append(
      PageTree.Node(
        tag: tag, hints: hints, parent: stack.last ?? -1, end: index + 1, first: first,
        last: UInt32(tree.attributes.count)))
    stack.append(index)
  }

  private mutating func end() {
    guard let index = stack.popLast() else { return }
    tree.nodes[Int(index)].end = Int32(tree.nodes.count)
  }

  private mutating func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let text, count > 0 else { return }
    let start = UInt32(tree.text.count)
    tree.text.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
    let end = UInt32(tree.text.count)
    if let last = tree.nodes.indices.last, tree.nodes[last].tag == .text, tree.nodes[last].last == start,
      tree.nodes[last].parent == stack.last ?? -1
    {
      tree.nodes[last].last = end
      return
    }
    let index = Int32(tree.nodes.count)
    tree.nodes.append(
      PageTree.Node(tag: .text, parent: stack.last ?? -1, end: index + 1, first: start, last: end))
  }

  private mutating func tag(of name: UnsafePointer<xmlChar>) -> PageTag {
    let address = UInt(bitPattern: name)
    let place = Int(address >> 3 & 63)
    if tags[place].address == address { return tags[place].tag }
    var count = 0
    while name[count] != 0 { count += 1 }
    let tag = TagNames.embedded.tag(UnsafeBufferPointer(start: name, count: count))
    tags[place] = (address, tag)
    return tag
  }

  /// Keeps an attribute; what it says about the element's content.
  private mutating func add(_ key: UnsafePointer<xmlChar>, _ value: UnsafePointer<xmlChar>?) -> PageHints {
    var length = 0
    while key[length] != 0 { length += 1 }
    guard let name = PageAttribute.named(UnsafeBufferPointer(start: key, count: length), 0..<length) else {
      return []
    }
    let start = tree.text.count
    if let value {
      var count = 0
      while value[count] != 0 { count += 1 }
      tree.text.append(contentsOf: UnsafeBufferPointer(start: value, count: count))
    }
    let range = start..<tree.text.count
    tree.attributes.append(PageTree.Attribute(name: name, value: range))
    switch name {
    case .class, .id, .role, .itemprop: return hints(of: range)
    case .hidden, .style: return .hidden
    case .ariaHidden: return tree.text[range].elementsEqual("true".utf8) ? .ariaHidden : []
    default: return []
    }
  }

  private mutating func hints(of range: Range<Int>) -> PageHints {
    let key = tree.text.withUnsafeBufferPointer { bytes in
      var key: UInt64 = 0xCBF2_9CE4_8422_2325
      for index in range { key = (key ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
      return key
    }
    if let hints = hintsOfClass[key] { return hints }
    let hints = tree.text.withUnsafeBufferPointer { HintTable.embedded.hints(in: $0, range) }
    hintsOfClass[key] = hints
    return hints
  }

  /// Closes what is open.
  private mutating func finished() -> PageTree {
    while !stack.isEmpty { end() }
    return tree
  }
}

/// The library's state.
enum LibXML {
  private static let started: Void = xmlInitParser()
  /// Makes the library ready; must come before it is used on several threads.
  static func start() { started }
}
