/// Plain text out of a value that may hold markup.
enum MarkupText {
  /// The text with character references resolved, and nothing else changed.
  static func resolved(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return String(decoding: XMLRepair.charactersForReferences(in: Array(text.utf8)), as: UTF8.self)
  }

  /// The text with tags and character references resolved.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return text
    }
    let tree = PageParser.parse(PageMarkup(Array(text.utf8)))
    return tree.nodes.isEmpty ? text : PageMetadata.tidy(tree.content(of: 0, limit: 1 << 20))
  }
}
