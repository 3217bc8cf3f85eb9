import DossierText

/// The tokens of a text. A place before the first or behind the last holds a mark without bytes, so that what looks at
/// the neighbours of a word need not ask whether it has any.
struct TextTokens: RandomAccessCollection, Sendable {
  /// The tokens themselves.
  private(set) var all: [Token] = []
  private static let outside = Token(range: TextRange(0 as UInt32, 0), fold: 0, kind: .mark, shape: [])

  var startIndex: Int { 0 }
  var endIndex: Int { all.count }

  subscript(position: Int) -> Token {
    all.indices.contains(position) ? all[position] : Self.outside
  }

  mutating func append(contentsOf tokens: [Token]) { all.append(contentsOf: tokens) }
}
