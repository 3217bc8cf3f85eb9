/// A page as a tree, kept flat: nodes in the order of the page, each knowing where its content ends.
struct PageTree {
  /// An element, or a run of text.
  struct Node {
    /// Which element; `.text` for text.
    var tag: PageTag
    /// What its class, id and role say it holds.
    var hints: PageHints = []
    /// The element it stands in; -1 for the root.
    var parent: Int32
    /// The node after its content.
    var end: Int32
    /// Text: first byte in `text`. Element: first of its attributes.
    var first: UInt32
    /// Text: the byte after the last. Element: the one after its last attribute.
    var last: UInt32
  }

  /// An attribute, its value in `text`.
  struct Attribute {
    var name: PageAttribute
    var value: Range<Int>
  }

  /// The nodes in document order.
  var nodes: [Node] = []
  /// The bytes of text and attribute values.
  var text: [UInt8] = []
  /// Attributes, an element's in a row.
  var attributes: [Attribute] = []
  /// Names of elements that have no `PageTag`, by node.
  var otherNames: [Int32: String] = [:]

  /// The value of an element's attribute; nil if it has none.
  func value(of name: PageAttribute, at node: Int) -> String? {
    let element = nodes[node]
    guard element.tag != .text else { return nil }
    for index in Int(element.first)..<Int(element.last) where attributes[index].name == name {
      return String(decoding: text[attributes[index].value], as: UTF8.self)
    }
    return nil
  }

  /// The text within a node, white space as it is.
  func content(of node: Int, limit: Int = 4096) -> String {
    var bytes: [UInt8] = []
    for index in node..<Int(nodes[node].end) where nodes[index].tag == .text {
      bytes.append(contentsOf: text[Int(nodes[index].first)..<Int(nodes[index].last)])
      if bytes.count > limit { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The name of an element.
  func name(of node: Int) -> String {
    nodes[node].tag == .other ? otherNames[Int32(node)] ?? "*" : nodes[node].tag.name
  }
}
