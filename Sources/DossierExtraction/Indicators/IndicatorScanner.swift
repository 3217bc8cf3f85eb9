import DossierKnowledge
import DossierModel
import DossierText

/// Finds addresses, hashes, ids, paths and other indicators in a text, plain or defanged.
///
/// The text is cut at white space and quotation marks; a piece that holds nothing of interest is passed over by a table
/// of byte classes, the others are written without their disguise (`Refanging`) and read by kind. Linear in the text.
package enum IndicatorScanner {
  /// How many indicators a text holds.
  package static func count(in bytes: [UInt8]) -> Int { scan(bytes, in: [TextRange(0, bytes.count)]).count }

  /// The indicators within `ranges`, in the order of the text.
  static func scan(_ bytes: [UInt8], in ranges: [TextRange]) -> [FoundIndicator] {
    scan(bytes, in: ranges, keepsRefused: false).found
  }

  /// The indicators within `ranges`, and what looks like one and is none, in the order of the text.
  static func read(
    _ bytes: [UInt8], in ranges: [TextRange]
  ) -> (found: [FoundIndicator], refused: [RefusedIndicator]) {
    scan(bytes, in: ranges, keepsRefused: true)
  }

  private static func scan(
    _ bytes: [UInt8], in ranges: [TextRange], keepsRefused: Bool
  ) -> (found: [FoundIndicator], refused: [RefusedIndicator]) {
    var found: [FoundIndicator] = []
    var refused: [RefusedIndicator] = []
    bytes.withUnsafeBufferPointer { bytes in
      var reader = PieceReader(bytes)
      reader.keepsRefused = keepsRefused
      for range in ranges {
        scan(
          bytes, min(range.indices.lowerBound, bytes.count), min(range.indices.upperBound, bytes.count),
          &reader)
      }
      found = reader.found
      refused = reader.refused
      if let first = ranges.first, let last = ranges.last {
        found += RuleBlocks(bytes, from: first.indices.lowerBound, to: last.indices.upperBound).found
      }
    }
    found.sort { $0.range < $1.range }
    return (withoutPartsOfPackages(found), refused)
  }

  /// What is not the domain or file that a package's name looks like: `colors.js`.
  private static func withoutPartsOfPackages(_ found: [FoundIndicator]) -> [FoundIndicator] {
    let packages = Dictionary(
      found.lazy.filter { $0.kind == .package }.map { ($0.range.start, $0.range.end) }, uniquingKeysWith: max)
    guard !packages.isEmpty else { return found }
    var seen: Set<FoundIndicator> = []
    return found.filter { indicator in
      guard indicator.kind != .package else { return seen.insert(indicator).inserted }
      guard indicator.kind == .domain || indicator.kind == .fileName || indicator.kind == .email else {
        return true
      }
      return packages[indicator.range.start].map { $0 < indicator.range.end } ?? true
    }
  }

  /// The most bytes that are read as one piece.
  static let longestPiece = 8192

  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ reader: inout PieceReader
  ) {
    ByteClass.table.withUnsafeBufferPointer { table in
      var index = start
      var previous = start
      while index < limit {
        if table[Int(bytes[index])] & ByteClass.space != 0 {
          index += 1
          continue
        }
        let first = index
        var seen: UInt8 = 0
        var last: UInt8 = 0
        while index < limit, index - first < longestPiece {
          let kind = table[Int(bytes[index])]
          if kind & ByteClass.space != 0 { break }
          seen |= last
          last = kind
          index += 1
        }
        // The last byte is left out, so that a word before a full stop is a word.
        let length = index - first
        if let registry = PackageRegistry.named(bytes, first, index) {
          reader.found += PackageReading(registry, bytes, first, index, floor: start, limit: limit).found
        }
        if seen & ByteClass.trigger == 0, last & ByteClass.digit == 0, length < 26 {
          if length == 3, isDotWord(bytes, first) {
            let from = Refanging.addressStart(bytes, host: previous, start)
            index = max(index, reader.read(from: from, limit))
          }
        } else if isPlainNumber(bytes, first, index, seen | last) {
          if isSystemPrefix(bytes, previous, first) { index = max(index, reader.read(from: previous, limit)) }
        } else {
          let joins = Refanging.joinsBefore(bytes, first, index) || isSystemPrefix(bytes, previous, first)
          index = max(index, reader.read(from: joins ? previous : first, limit))
        }
        previous = first
      }
    }
  }

  /// Whether the three bytes at `index` are the word “dot”, which may stand for one.
  private static func isDotWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index] | 0x20 == UInt8(ascii: "d") && bytes[index + 1] | 0x20 == UInt8(ascii: "o")
      && bytes[index + 2] | 0x20 == UInt8(ascii: "t")
  }

  /// Whether `AS` or `ASN` stands from `start` on, before the piece at `next`.
  private static func isSystemPrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ next: Int) -> Bool {
    guard next - start == 3 || next - start == 4, bytes[next] &- 0x30 < 10 else { return false }
    return bytes[start] == UInt8(ascii: "A") && bytes[start + 1] == UInt8(ascii: "S")
      && (next - start == 3 || bytes[start + 2] == UInt8(ascii: "N"))
  }

  /// Whether a piece is a number or year, with or without a mark at its end.
  private static func isPlainNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ seen: UInt8
  ) -> Bool {
    guard end - start < 7, seen & ~(ByteClass.digit | ByteClass.other | ByteClass.dot) == 0 else {
      return false
    }
    for index in start..<end - 1 where bytes[index] == UInt8(ascii: ".") { return false }
    return true
  }
}

/// Classes of bytes for passing over prose.
enum ByteClass {
  static let letter: UInt8 = 1
  static let digit: UInt8 = 2
  static let dot: UInt8 = 4
  /// `:` `@` `/` `\`
  static let joint: UInt8 = 8
  static let bracket: UInt8 = 16
  static let other: UInt8 = 32
  /// First byte of a full-width or ideographic full stop, among others.
  static let wideLead: UInt8 = 64
  /// White space, control characters, double quotation marks, angle brackets, and what else ends a piece.
  static let space: UInt8 = 128
  /// Classes that make a piece worth reading.
  static let trigger: UInt8 = digit | dot | joint | bracket | wideLead

  static let table: [UInt8] = {
    var table = [UInt8](repeating: other, count: 256)
    for byte in 0...0x20 { table[byte] = space }
    for byte in 0x80...0xFF { table[byte] = letter }
    for letters in [UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z")] {
      for byte in letters { table[Int(byte)] = letter }
    }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { table[Int(byte)] = digit }
    for byte in Array("\"<>`|".utf8) + [0x7F] { table[Int(byte)] = space }
    for byte in ":@/\\".utf8 { table[Int(byte)] = joint }
    for byte in "[]{}()".utf8 { table[Int(byte)] = bracket }
    table[Int(UInt8(ascii: "."))] = dot
    table[0xE3] = letter | wideLead
    table[0xEF] = letter | wideLead
    return table
  }()
}
