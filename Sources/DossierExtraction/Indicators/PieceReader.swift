import DossierKnowledge
import DossierModel
import DossierText

/// Reads indicators from pieces of text, kind by kind: what one kind has taken is closed to the next.
struct PieceReader {
  /// The text.
  let text: UnsafeBufferPointer<UInt8>
  /// What was found so far.
  var found: [FoundIndicator] = []
  /// Whether what is no indicator is kept, with the reason.
  var keepsRefused = false
  /// What looked like an indicator and was none.
  var refused: [RefusedIndicator] = []
  /// The piece at hand.
  var piece = PlainPiece()
  /// For each byte of the piece, whether an indicator has taken it.
  var taken: [Bool] = []
  /// Where the last version number ends: numbers listed after it are versions too.
  var lastVersionEnd = -1

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Reads the piece that begins at `start` and returns where it ends, which may be after a space (`evil [dot] com`).
  mutating func read(from start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, end - start < IndicatorScanner.longestPiece,
      ByteClass.table[Int(text[end])] & ByteClass.space == 0
    {
      end += 1
    }
    Refanging.write(text, from: start, to: end, limit, into: &piece)
    taken.removeAll(keepingCapacity: true)
    taken.append(contentsOf: repeatElement(false, count: piece.bytes.count))
    let after = readUserAgent(start, limit)
    readURLs()
    readPaths(limit)
    readColons()
    readHosts()
    readHandle()
    readWords()
    return max(piece.end, end, after)
  }

  // MARK: The piece's bytes

  /// The byte at a position; 0 outside the piece.
  func byte(_ index: Int) -> UInt8 { index >= 0 && index < piece.bytes.count ? piece.bytes[index] : 0 }

  /// Whether a letter, digit or part of a wider letter stands at a position.
  func isAlphanumeric(_ index: Int) -> Bool {
    index >= 0 && index < piece.bytes.count && Refanging.isPlain(piece.bytes[index])
  }

  func isDigit(_ index: Int) -> Bool { byte(index) &- 0x30 < 10 }

  func isHexadecimal(_ index: Int) -> Bool { Self.isHexadecimal(byte(index)) }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
  }

  /// The text's byte before the piece's byte `index`; 0 at the start of the text.
  func byteBefore(_ index: Int) -> UInt8 {
    guard index < piece.places.count, piece.places[index] > 0 else { return 0 }
    return text[piece.places[index] - 1]
  }

  /// The text's byte after the piece's byte before `index`; 0 at the end.
  func byteAfter(_ index: Int) -> UInt8 {
    let place = index < piece.places.count ? piece.places[index] : piece.end
    return place < text.count ? text[place] : 0
  }

  /// Notes that bytes of the piece are no indicator.
  mutating func refuse(_ kind: IndicatorKind, _ range: Range<Int>, _ reason: @autoclosure () -> String) {
    guard keepsRefused, let first = range.first, range.upperBound <= piece.places.count else { return }
    let end = writtenEnd(range.upperBound - 1, text.count)
    refused.append(
      RefusedIndicator(kind: kind, range: TextRange(piece.places[first], end), reason: reason()))
  }

  /// Notes an indicator at bytes of the piece.
  mutating func add(_ kind: IndicatorKind, _ value: [UInt8], _ range: Range<Int>, takes: Bool = true) {
    guard let first = range.first, range.upperBound <= piece.places.count else { return }
    let start = piece.places[first]
    var end = range.upperBound < piece.places.count ? piece.places[range.upperBound] : piece.end
    // What lies between two bytes of the piece may be a disguise or a space: the range ends with the written byte.
    if range.upperBound < piece.places.count || end > piece.places[range.upperBound - 1] + 1 {
      end = writtenEnd(range.upperBound - 1, end)
    }
    if takes { for index in range { taken[index] = true } }
    let isDisguised = range.contains { piece.disguised[$0] }
    let range = TextRange(start, end)
    let role = IndicatorRoles.role(kind, value, range, isDisguised: isDisguised, in: text)
    found.append(
      FoundIndicator(kind: kind, value: String(decoding: value, as: UTF8.self), range: range, role: role))
  }

  /// Where the written form of the piece's byte `index` ends.
  private func writtenEnd(_ index: Int, _ limit: Int) -> Int {
    let place = piece.places[index]
    guard place < text.count else { return place }
    let length = UTF8Validation.sequenceLength(text, at: place)
    return min(limit, place + max(1, length))
  }

  /// The bytes of a range in small letters.
  func lowered(_ range: Range<Int>) -> [UInt8] { piece.bytes[range].map(HostNames.lowered) }
}
