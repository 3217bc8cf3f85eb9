import DossierModel
import DossierText

/// The blocks of a document that are the article's own: headline, body, captions.
enum ArticleBlocks {
  /// A block, or the part of one that is read.
  struct Part {
    /// Position of the block in the document.
    let index: Int
    let range: TextRange
    let role: Block.Role
  }

  /// How many bytes they have.
  static func byteCount(of document: Document) -> Int {
    document.blocks.lazy.filter { isOwn($0.role) }.reduce(0) { $0 + $1.range.count }
  }

  /// The blocks, or as many as `maximum` bytes hold; the last one ends with a sentence, or at least a word.
  static func parts(of document: Document, maximum: Int) -> [Part] {
    var parts: [Part] = []
    var room = maximum
    for (index, block) in document.blocks.enumerated() where isOwn(block.role) {
      guard block.range.count > room else {
        parts.append(Part(index: index, range: block.range, role: block.role))
        room -= block.range.count
        continue
      }
      let range = cut(block.range, after: room, in: document.text.bytes)
      if !range.isEmpty { parts.append(Part(index: index, range: range, role: block.role)) }
      break
    }
    return parts
  }

  private static func isOwn(_ role: Block.Role) -> Bool {
    role == .title || role == .body || role == .caption
  }

  /// How far back the end of a sentence is looked for.
  private static let reach = 4096

  private static func cut(_ range: TextRange, after count: Int, in bytes: [UInt8]) -> TextRange {
    let start = Int(range.start)
    var space: Int?
    for end in stride(from: start + count, to: max(start, start + count - reach), by: -1)
    where bytes[end] <= 0x20 {
      if bytes[end - 1] == UInt8(ascii: ".") { return TextRange(start, end) }
      if space == nil { space = end }
    }
    return TextRange(start, space ?? start)
  }
}
