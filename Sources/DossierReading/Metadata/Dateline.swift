/// The start of an agency's dispatch: `PARIS, 29 avril 2025 (AFP) – `, `WASHINGTON, July 20 (Reuters) - `.
enum Dateline {
  /// What the dateline of a paragraph says; nothing if it has none.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Credits {
    var credits = Credits()
    let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 100)
    let segments = Credits.segments(of: bytes, head)
    guard segments.count > 1, let first = segments.first, startsWithCapitals(bytes, first) else {
      return credits
    }
    credits.published = WrittenDate.first(in: bytes, first)?.iso
    guard let open = first.first(where: { bytes[$0] == UInt8(ascii: "(") }),
      let close = first.first(where: { bytes[$0] == UInt8(ascii: ")") }), close > open + 1, close - open <= 40
    else { return credits }
    credits.agencies = [String(decoding: bytes[(open + 1)..<close], as: UTF8.self)]
    return credits
  }

  /// The agency at the end of a dispatch: `… ont-ils dit. (AFP)`, `(avec AFP)`.
  static func signature(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Credits {
    var credits = Credits()
    guard let close = range.last, bytes[close] == UInt8(ascii: ")"),
      let open = range.suffix(40).last(where: { bytes[$0] == UInt8(ascii: "(") }), open + 1 < close
    else { return credits }
    var words: [(UInt32, Range<Int>)] = []
    FoldedWords.forEach(in: bytes, (open + 1)..<close) { words.append(($0, $1)) }
    guard words.count <= 4 else { return credits }
    if let agency = AgencyName.read(words.map(\.0)[...], bytes, words.map(\.1)[...]) {
      credits.agencies = [agency]
    }
    return credits
  }

  /// Whether the first word has three letters or more, all capitals.
  private static func startsWithCapitals(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var letters = 0
    for index in range {
      switch bytes[index] {
      case 0x41...0x5A, 0xC3, 0x80...0x9E: letters += 1
      case 0x61...0x7A: return false
      default: return letters >= 3
      }
    }
    return false
  }
}
