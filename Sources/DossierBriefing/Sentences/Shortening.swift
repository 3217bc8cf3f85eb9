extension String {
  /// The text, cut before a word with an ellipsis where it is longer than `limit` characters of UTF-8.
  package func shortened(to limit: Int) -> String {
    guard utf8.count > limit else { return self }
    let cut = utf8.index(startIndex, offsetBy: limit)
    let head = self[..<cut]
    let end = head.lastIndex { $0 == " " || $0 == "\n" } ?? head.endIndex
    return head[..<end] + "\u{A0}…"
  }
}
