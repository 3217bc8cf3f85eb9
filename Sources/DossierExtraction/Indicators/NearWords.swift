import DossierKnowledge
import DossierText

/// What the words say that stand on an indicator's line, up to 80 bytes before it and 40 after it. Nothing is allocated.
struct NearWords {
  /// A word that begins with `sinkhol`.
  private(set) var haveSinkhole = false
  /// A word of an attacker's doings (the word set `attack-words`).
  private(set) var haveAttack = false

  private static let sinkhole: StaticString = "sinkhol"

  /// Reads the words around `range`.
  init(_ range: TextRange, in text: UnsafeBufferPointer<UInt8>) {
    let first = range.indices.lowerBound
    let last = min(range.indices.upperBound, text.count)
    var start = first
    while start > 0, first - start < 80, text[start - 1] != 0x0A { start -= 1 }
    var end = last
    while end < text.count, end - last < 40, text[end] != 0x0A { end += 1 }
    read(text, start, min(first, text.count))
    read(text, last, end)
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    var index = start
    while index < end {
      guard Self.isWordByte(text[index]) else {
        index += 1
        continue
      }
      let first = index
      while index < end, Self.isWordByte(text[index]) { index += 1 }
      let word = UnsafeBufferPointer(rebasing: text[first..<index])
      if word.count >= 7, Self.isSinkhole(word) { haveSinkhole = true }
      if word.count >= 2, word.count <= 16, !haveAttack {
        haveAttack = KnowledgeTable.embedded.contains(lowered: word, in: .attackWords)
      }
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    Refanging.isPlain(byte) || byte == UInt8(ascii: "&")
  }

  private static func isSinkhole(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    sinkhole.withUTF8Buffer { prefix in
      prefix.indices.allSatisfy { HostNames.lowered(word[$0]) == prefix[$0] }
    }
  }
}
