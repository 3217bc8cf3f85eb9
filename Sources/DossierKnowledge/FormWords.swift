import DossierText

/// The words of a form, as the trie has them: tokens without the hyphens between words.
struct FormWords {
  /// The form in UTF-8.
  let bytes: [UInt8]
  /// Its words and marks, without hyphens and gaps.
  private(set) var tokens: [Token] = []
  /// Position of the token before which a gap (`*`) stands; -1 if none does.
  private(set) var gapBefore = -1
  /// The form begins with a hyphen (`-linked`): it holds only as the second part of a compound.
  private(set) var followsHyphen = false

  init(_ form: String) throws(TableBuilder.FormProblem) {
    bytes = Array(form.utf8)
    var all = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count))
    // An elided word (`qu'`) ends with its apostrophe only before a letter.
    if form.last == "'" {
      let followed = bytes + [UInt8(ascii: "a")]
      all = Tokenizer.tokens(of: followed, in: TextRange(0, followed.count)).dropLast()
    }
    // A clitic by itself (`'ll`, `n't`) is one word, as it is after another.
    if all.count == 2, form.first == "'" || form == "n't" {
      all = [Token(range: TextRange(0, bytes.count), fold: Tokenizer.fold(form), kind: .word, shape: [])]
    }
    if all.count > 1, Hyphen.isHyphen(all[0], in: bytes) {
      followsHyphen = true
      all.removeFirst()
    }
    for (index, token) in all.enumerated() {
      if token.kind == .mark {
        if bytes[token.range.indices].elementsEqual([UInt8(ascii: "*")]) {
          guard gapBefore < 0, !tokens.isEmpty, index + 1 < all.count else { throw .misplacedGap }
          gapBefore = tokens.count
          continue
        }
        let next = index + 1 < all.count ? all[index + 1] : nil
        if Hyphen.isHyphen(token, in: bytes), !tokens.isEmpty, let next, !token.shape.contains(.spaceBefore),
          !next.shape.contains(.spaceBefore)
        {
          continue
        }
        if tokens.isEmpty { throw .startsWithMark }
        // `M.` at the form's end: before a capital the tokeniser keeps the full stop, which folds to nothing.
        if next == nil, tokens.count == 1, tokens[0].range.count == 1,
          bytes[Int(token.range.start)] == UInt8(ascii: ".")
        {
          continue
        }
      }
      tokens.append(token)
    }
    if tokens.isEmpty { throw .empty }
    if tokens.count > TableBuilder.longestForm { throw .tooLong }
  }

  /// The words folded, with one space between.
  var folded: [UInt8] {
    joined { range, result in
      bytes.withUnsafeBufferPointer { FoldedBytes.append($0, range, to: &result) }
    }
  }

  /// The words as they are, with one space between.
  var written: [UInt8] { joined { range, result in result += bytes[range] } }

  /// The words in small letters with their accents, with one space between.
  var spelled: [UInt8] {
    joined { range, result in
      result += String(decoding: bytes[range], as: UTF8.self).lowercased().utf8
    }
  }

  private func joined(_ add: (Range<Int>, inout [UInt8]) -> Void) -> [UInt8] {
    var result: [UInt8] = []
    for (index, token) in tokens.enumerated() {
      if index > 0 { result.append(0x20) }
      add(token.range.indices, &result)
    }
    return result
  }
}

/// Hyphens, which names and phrases are matched across.
enum Hyphen {
  /// Whether a token is a single hyphen (ASCII, U+2010 or U+2011).
  @inline(__always)
  static func isHyphen(_ token: Token, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { isHyphen(token, in: $0) }
  }

  /// Whether a token is a single hyphen (ASCII, U+2010 or U+2011).
  @inline(__always)
  static func isHyphen(_ token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard token.kind == .mark else { return false }
    let start = Int(token.range.start)
    switch token.range.count {
    case 1: return bytes[start] == UInt8(ascii: "-")
    case 3: return bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && bytes[start + 2] & 0xFE == 0x90
    default: return false
    }
  }
}
