/// Takes the marks out of a line of Markdown.
enum MarkdownInline {
  /// The words: emphasis, code marks and link targets gone, escapes resolved, pictures left out.
  static func plain(_ text: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case UInt8(ascii: "\\") where isPunctuation(next):
        result.append(next)
        index += 2
      case UInt8(ascii: "*"), UInt8(ascii: "`"):
        index += 1
      case UInt8(ascii: "_") where isEmphasis(bytes, index):
        index += 1
      case UInt8(ascii: "!") where next == UInt8(ascii: "["):
        index = linkEnd(bytes, from: index + 1)?.end ?? index + 1
      case UInt8(ascii: "["):
        if let link = linkEnd(bytes, from: index) {
          result.append(
            contentsOf: plain(String(decoding: bytes[(index + 1)..<link.close], as: UTF8.self)).utf8)
          index = link.end
        } else {
          result.append(byte)
          index += 1
        }
      case UInt8(ascii: "<"):
        index = tagEnd(bytes, from: index, into: &result)
      default:
        result.append(byte)
        index += 1
      }
    }
    return MarkupText.resolved(String(decoding: result, as: UTF8.self))
  }

  /// The text that stands for a picture, if a line is one.
  static func imageText(_ line: Substring) -> String? {
    let bytes = Array(line.utf8)
    guard let link = linkEnd(bytes, from: 1), bytes[link.end...].allSatisfy({ $0 <= 0x20 }) else {
      return nil
    }
    return plain(String(decoding: bytes[2..<link.close], as: UTF8.self))
  }

  /// The end of a link's text and of the link, for a `[` at `start`: `[text](target)` or `[text][name]`.
  private static func linkEnd(_ bytes: [UInt8], from start: Int) -> (close: Int, end: Int)? {
    var depth = 0
    var index = start
    // A link is no longer than this; without a bound, brackets that never close would cost the square of their number.
    let bound = min(bytes.count, start + 2000)
    while index < bound {
      if bytes[index] == UInt8(ascii: "[") { depth += 1 }
      if bytes[index] == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { break }
      }
      index += 1
    }
    guard index < bound, index + 1 < bytes.count else { return nil }
    let opening = bytes[index + 1]
    guard opening == UInt8(ascii: "(") || opening == UInt8(ascii: "[") else { return nil }
    let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    var end = index + 2
    var inner = 1
    while end < min(bytes.count, index + 2000) {
      if bytes[end] == opening { inner += 1 }
      if bytes[end] == closing {
        inner -= 1
        if inner == 0 { return (index, end + 1) }
      }
      end += 1
    }
    return nil
  }

  /// Passes over a tag; keeps the address of `<https://…>`.
  private static func tagEnd(_ bytes: [UInt8], from start: Int, into result: inout [UInt8]) -> Int {
    guard start + 1 < bytes.count,
      PageScan.isLetter(bytes[start + 1]) || bytes[start + 1] == UInt8(ascii: "/"),
      let close = bytes[start...].prefix(1000).firstIndex(of: UInt8(ascii: ">"))
    else {
      result.append(bytes[start])
      return start + 1
    }
    let inner = bytes[(start + 1)..<close]
    if inner.starts(with: "http".utf8) || inner.contains(UInt8(ascii: "@")) {
      result.append(contentsOf: inner)
    }
    return close + 1
  }

  /// An underscore within a word is part of it.
  private static func isEmphasis(_ bytes: [UInt8], _ index: Int) -> Bool {
    func isWord(_ at: Int) -> Bool {
      bytes.indices.contains(at) && (PageScan.isNameByte(bytes[at]) || bytes[at] >= 0x80)
    }
    return !(isWord(index - 1) && isWord(index + 1))
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }
}
