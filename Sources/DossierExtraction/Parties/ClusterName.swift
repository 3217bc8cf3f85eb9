import DossierKnowledge
import DossierModel
import DossierText

/// Names of vendors for attackers that have no other name yet: a prefix and a number, `UNC1234`, `Storm-0123`.
///
/// Catalogues have those of yesterday; the scheme tells what those of today are.
enum ClusterName {
  /// The tokens of such a name that covers a token; nil if there is none.
  static func find(covering position: Int, in text: AnalysedText) -> Range<Int>? {
    for start in stride(from: position, through: max(0, position - 2), by: -1) {
      if let end = end(from: start, in: text), end > position { return start..<end }
    }
    return nil
  }

  /// Where a name ends that begins with a token.
  static func end(from start: Int, in text: AnalysedText) -> Int? {
    let token = text.tokens[start]
    guard token.kind == .word, token.shape.contains(.capitalised), token.range.count <= 9 else { return nil }
    let bytes = text.document.text.bytes[token.range.indices]
    let letters = bytes.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    var digits = bytes.dropFirst(letters.count)
    var end = start + 1
    guard (2...5).contains(letters.count) else { return nil }
    if digits.isEmpty {
      guard end + 1 < text.tokens.count, Mark(text.document.text.bytes, text.tokens[end]) == .hyphen,
        text.tokens[end + 1].kind == .number, !text.tokens[end + 1].shape.contains(.spaceBefore)
      else { return nil }
      digits = text.document.text.bytes[text.tokens[end + 1].range.indices]
      end += 2
    }
    guard (2...6).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }),
      // `TA0001` is a tactic of ATT&CK.
      !(letters.count == 2 && digits.first == UInt8(ascii: "0")),
      text.table.contains(letters.map { $0 | 0x20 }, in: .clusterPrefixes)
    else { return nil }
    return end
  }
}

extension PartyReader {
  /// The attacker of such a name.
  mutating func cluster(_ name: Range<Int>) -> Int {
    let words = text.words(name)
    let entity = registry.insert(
      EntityRegistry.Draft(kind: .group, name: words, key: "group:" + TextFolding.fold(words)))
    registry.mention(entity, at: text.range(of: name))
    return entity
  }
}
