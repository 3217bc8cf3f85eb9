/// An element of an XML document, or a run of text.
struct XMLNode {
  /// Local name, in small letters; empty for text.
  var name = ""
  /// Prefix as written, in small letters; empty if there is none.
  var prefix = ""
  /// Values by local name, in small letters.
  var attributes: [String: String] = [:]
  /// Elements and text within.
  var children: [XMLNode] = []
  /// The text, if this is text.
  var text = ""

  /// The first child element of this name, of any prefix.
  func child(_ name: String) -> XMLNode? { children.first { $0.name == name } }

  /// The first child of this prefix and name.
  func child(_ prefix: String, _ name: String) -> XMLNode? {
    children.first { $0.name == name && $0.prefix == prefix }
  }

  /// All child elements of this name.
  func all(_ name: String) -> [XMLNode] { children.filter { $0.name == name } }

  /// Elements of this name at any depth, in document order; those within one found are left out.
  func descendants(_ name: String) -> [XMLNode] {
    children.flatMap { $0.name == name ? [$0] : $0.descendants(name) }
  }

  /// The text within, white space as it is.
  var content: String {
    name.isEmpty ? text : children.map(\.content).joined()
  }

  /// The text within, white space collapsed; nil if there is none.
  var line: String? {
    let line = PageMetadata.tidy(content)
    return line.isEmpty ? nil : line
  }

  /// The content as HTML: elements without their prefix, text escaped.
  var markup: String {
    if name.isEmpty { return Self.escaped(text) }
    return children.map { child in
      if child.name.isEmpty { return Self.escaped(child.text) }
      let attributes = ["href", "class", "id"].compactMap { key in
        child.attributes[key].map { " \(key)=\"\(Self.escaped($0))\"" }
      }
      return "<\(child.name)\(attributes.joined())>\(child.markup)</\(child.name)>"
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
