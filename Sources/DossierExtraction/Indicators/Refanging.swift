import DossierText

/// A piece of text without its disguise: `hxxp[:]//evil[.]com` as `hxxp://evil.com`, with the place of each byte.
struct PlainPiece {
  /// The bytes without disguise.
  var bytes: [UInt8] = []
  /// For each of them, its offset in the text.
  var places: [Int] = []
  /// For each of them, whether it stands for a disguise.
  var disguised: [Bool] = []
  /// Where the piece ends in the text.
  var end = 0

  mutating func restart() {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    disguised.removeAll(keepingCapacity: true)
  }

  mutating func append(_ byte: UInt8, from place: Int, disguised isDisguised: Bool = false) {
    bytes.append(byte)
    places.append(place)
    disguised.append(isDisguised)
  }
}

/// Undoes the ways in which writers make indicators harmless.
enum Refanging {
  /// Writes the piece from `start` to `end`, and what follows after a space where a disguise joins them.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ limit: Int,
    into piece: inout PlainPiece
  ) {
    piece.restart()
    var index = start
    var end = end
    while index < limit {
      if index >= end {
        // A space: it goes on only where a disguised mark stands on either side.
        guard piece.bytes.count < 4096, let join = join(bytes, index, limit, piece) else { break }
        if let mark = join.mark { piece.append(mark, from: join.place, disguised: true) }
        index = join.next
        end = index
        while end < limit, ByteClass.table[Int(bytes[end])] & ByteClass.space == 0 { end += 1 }
        continue
      }
      let byte = bytes[index]
      if byte >= 0x80 {
        index = wide(bytes, index, end, &piece)
        continue
      }
      // `http[s]://`
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "("), index + 5 < end,
        bytes[index + 1] | 0x20 == 0x73,
        bytes[index + 2] == UInt8(ascii: "]") || bytes[index + 2] == UInt8(ascii: ")"),
        bytes[index + 3] == UInt8(ascii: ":") || bytes[index + 3] == UInt8(ascii: "["),
        piece.bytes.last.map({ $0 | 0x20 }) == UInt8(ascii: "p")
      {
        piece.append(bytes[index + 1], from: index, disguised: true)
        index += 3
        continue
      }
      if let next = bracketRun(bytes, index, end, piece) {
        piece.append(UInt8(ascii: "."), from: index, disguised: true)
        index = next
        continue
      }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{"),
        let mark = bracketed(bytes, index, end)
      {
        for mark in mark.marks { piece.append(mark, from: index, disguised: true) }
        index = mark.next
        continue
      }
      // A bracket on one side only: `evil[.com`, `evil.]com`, `[com]`.
      if byte == UInt8(ascii: "["), index + 1 < end, bytes[index + 1] == UInt8(ascii: "."),
        isPlain(piece.bytes.last)
      {
        piece.append(UInt8(ascii: "."), from: index, disguised: true)
        index += 2
        continue
      }
      if byte == UInt8(ascii: "]"), piece.bytes.last == UInt8(ascii: "."), index + 1 < end,
        isPlain(bytes[index + 1])
      {
        if let last = piece.disguised.indices.last { piece.disguised[last] = true }
        index += 1
        continue
      }
      if byte == UInt8(ascii: "["), piece.bytes.last == UInt8(ascii: "."),
        let close = labelEnd(bytes, index + 1, end)
      {
        if let last = piece.disguised.indices.last { piece.disguised[last] = true }
        for inner in index + 1..<close { piece.append(bytes[inner], from: inner) }
        index = close + 1
        continue
      }
      if byte == UInt8(ascii: "\\"), index + 1 < end, bytes[index + 1] == UInt8(ascii: "."),
        isPlain(piece.bytes.last),
        index + 2 < end, isPlain(bytes[index + 2])
      {
        piece.append(UInt8(ascii: "."), from: index, disguised: true)
        index += 2
        continue
      }
      piece.append(byte, from: index)
      index += 1
    }
    piece.end = max(index, end)
    if index < end { piece.end = index }
  }

  /// Letters, digits and bytes of wider letters.
  static func isPlain(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return ByteClass.table[Int(byte)] & (ByteClass.letter | ByteClass.digit) != 0
  }

  /// A character above U+007F: full stops of other widths become plain ones, characters of no width vanish.
  private static func wide(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ piece: inout PlainPiece
  ) -> Int {
    let length = UTF8Validation.sequenceLength(bytes, at: index)
    guard length > 0, index + length <= end else {
      piece.append(bytes[index], from: index)
      return index + 1
    }
    let scalar = LetterFolding.scalar(bytes, at: index, length: length)
    switch scalar {
    case 0xFF0E, 0x3002, 0xFF61, 0x2024:
      piece.append(UInt8(ascii: "."), from: index, disguised: true)
    case 0x2010, 0x2011: piece.append(UInt8(ascii: "-"), from: index)
    case 0xFF1A: piece.append(UInt8(ascii: ":"), from: index, disguised: true)
    case 0xFF0F: piece.append(UInt8(ascii: "/"), from: index, disguised: true)
    case 0xFF20: piece.append(UInt8(ascii: "@"), from: index, disguised: true)
    default:
      if LetterFolding.classify(scalar) == .ignorable { return index + length }
      for offset in 0..<length { piece.append(bytes[index + offset], from: index) }
    }
    return index + length
  }

  /// Where a full stop among several brackets ends: `10[[.]]10`, `10.)))10`; nil where there is none.
  private static func bracketRun(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, _ piece: PlainPiece
  ) -> Int? {
    func isBracket(_ byte: UInt8, _ brackets: StaticString) -> Bool {
      brackets.withUTF8Buffer { $0.contains(byte) }
    }
    guard bytes[index] == UInt8(ascii: ".") || isBracket(bytes[index], "[({"), isPlain(piece.bytes.last)
    else {
      return nil
    }
    var stop = index
    while stop < end, isBracket(bytes[stop], "[({") { stop += 1 }
    let opening = stop - index
    guard stop < end, bytes[stop] == UInt8(ascii: ".") else { return nil }
    stop += 1
    let dot = stop
    while stop < end, isBracket(bytes[stop], "])}") { stop += 1 }
    // One bracket on each side, or one alone, has its own rule.
    guard opening > 1 || stop - dot > 1, opening + stop - dot <= 12, stop < end, isPlain(bytes[stop]) else {
      return nil
    }
    return stop
  }

  /// What stands in brackets for a mark: `[.]`, `(dot)`, `{at}`, `[:]`, `[://]`, `[/]`.
  private static func bracketed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
  ) -> (marks: [UInt8], next: Int)? {
    let close: UInt8 =
      switch bytes[index] {
      case UInt8(ascii: "["): UInt8(ascii: "]")
      case UInt8(ascii: "("): UInt8(ascii: ")")
      default: UInt8(ascii: "}")
      }
    var stop = index + 1
    while stop < end, stop - index <= 7, bytes[stop] != close { stop += 1 }
    guard stop < end, bytes[stop] == close, stop > index + 1 else { return nil }
    let inner = (index + 1..<stop).map {
      bytes[$0] >= 0x41 && bytes[$0] <= 0x5A ? bytes[$0] | 0x20 : bytes[$0]
    }
    guard let marks = words[inner] else { return nil }
    return (marks, stop + 1)
  }

  /// Words and marks that stand for marks, within brackets.
  private static let words: [[UInt8]: [UInt8]] = {
    var words: [[UInt8]: [UInt8]] = [:]
    for (word, mark) in [
      (".", "."), ("dot", "."), ("d0t", "."), ("point", "."), ("punto", "."), ("punkt", "."), (",", "."),
      ("..", "."),
      ("@", "@"), ("at", "@"), ("arobase", "@"), (":", ":"), ("://", "://"), (":/", ":/"), ("/", "/"),
      ("//", "//"), ("-", "-"), ("dash", "-"),
    ] {
      words[Array(word.utf8)] = Array(mark.utf8)
    }
    return words
  }()

  /// Where the label in square brackets ends that begins at `index` (`[com]`); nil if there is none.
  private static func labelEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int? {
    var stop = index
    while stop < end, isPlain(bytes[stop]) { stop += 1 }
    return stop > index && stop < end && bytes[stop] == UInt8(ascii: "]") ? stop : nil
  }

  // MARK: Spaces

  /// How a piece goes on after a space.
  private struct Join {
    var mark: UInt8?
    var place = 0
    var next: Int
  }

  /// Where an address begins whose host is the piece at `host`: at the word before an `AT` in capitals or between words
  /// with a bare `dot`, else at the host.
  static func addressStart(_ bytes: UnsafeBufferPointer<UInt8>, host: Int, _ start: Int) -> Int {
    guard host - start >= 5, isWord("at", bytes, host - 3, host + 1), bytes[host - 4] == 0x20 else {
      return host
    }
    var first = host - 4
    while first > start, host - first < 70, ByteClass.table[Int(bytes[first - 1])] & ByteClass.space == 0 {
      first -= 1
    }
    return first < host - 4 ? first : host
  }

  /// Whether the piece at `index` may belong to the one before: it begins with a disguised mark (`(at) yahoo.com`).
  static func joinsBefore(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"):
      guard index > 0, bytes[index - 1] == 0x20, let mark = bracketed(bytes, index, end) else { return false }
      return mark.marks == [UInt8(ascii: ".")] || mark.marks == [UInt8(ascii: "@")]
    default: return false
    }
  }

  /// What stands at the space at `index`, if a disguised mark joins both sides.
  private static func join(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int, _ piece: PlainPiece
  ) -> Join? {
    guard bytes[index] == 0x20, index + 1 < limit else { return nil }
    let next = index + 1
    // A disguised scheme before its host: `hxxp:// evil[.]com`.
    if piece.bytes.count >= 7, piece.bytes.suffix(3).elementsEqual("://".utf8), isPlain(bytes[next]),
      piece.bytes.first.map({ $0 | 0x20 }) == UInt8(ascii: "h"), piece.bytes[1] | 0x20 != UInt8(ascii: "t")
    {
      return Join(mark: nil, next: next)
    }
    let before = piece.bytes.last
    // A mark in brackets with spaces around it.
    if bytes[next] == UInt8(ascii: "[") || bytes[next] == UInt8(ascii: "(")
      || bytes[next] == UInt8(ascii: "{")
    {
      let end = min(limit, next + 10)
      guard isPlain(before), let mark = bracketed(bytes, next, end), mark.marks.count == 1,
        mark.marks[0] == UInt8(ascii: ".") || mark.marks[0] == UInt8(ascii: "@")
      else { return nil }
      var after = mark.next
      if after < limit, bytes[after] == 0x20 { after += 1 }
      guard after < limit, isPlain(bytes[after]) else { return nil }
      return Join(mark: mark.marks[0], place: next, next: after)
    }
    // After a mark in brackets: `evil[.] com`.
    if piece.disguised.last == true, before == UInt8(ascii: ".") || before == UInt8(ascii: "@"),
      isPlain(bytes[next])
    {
      return Join(mark: nil, next: next)
    }
    return wordJoin(bytes, next, limit, before)
  }

  /// The bare words `dot` and `AT` between labels: `sales AT example dot com`.
  private static func wordJoin(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ before: UInt8?
  ) -> Join? {
    guard isPlain(before) else { return nil }
    if isWord("dot", bytes, start, limit) {
      let label = start + 4
      let end = labelStop(bytes, label, limit)
      guard end > label else { return nil }
      let isNumber = (label..<end).allSatisfy { bytes[$0] < 0x3A }
      guard
        before.map({ $0 < 0x3A }) == true && isNumber || isFollowedByDot(bytes, end, limit)
          || HostNames.isTopLevel((label..<end).map { bytes[$0] })
      else { return nil }
      return Join(mark: UInt8(ascii: "."), place: start, next: label)
    }
    if isWord("at", bytes, start, limit) {
      let label = start + 3
      let end = labelStop(bytes, label, limit)
      guard end > label, end < limit, bytes[end] == 0x20, isWord("dot", bytes, end + 1, limit) else {
        return nil
      }
      return Join(mark: UInt8(ascii: "@"), place: start, next: label)
    }
    return nil
  }

  /// Whether a word in any case stands at `index`, with a space after it.
  private static func isWord(
    _ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard index + count + 1 < limit, bytes[index + count] == 0x20 else { return false }
    return word.withUTF8Buffer { word in (0..<count).allSatisfy { bytes[index + $0] | 0x20 == word[$0] } }
  }

  private static func labelStop(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> Int {
    var stop = index
    while stop < limit, isPlain(bytes[stop]) || bytes[stop] == UInt8(ascii: "-") { stop += 1 }
    return stop
  }

  /// Whether the label that ends at `index` has a dot after it, plain, in brackets or in words.
  private static func isFollowedByDot(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> Bool
  {
    guard index + 1 < limit else { return false }
    if bytes[index] == UInt8(ascii: ".") { return isPlain(bytes[index + 1]) }
    if bytes[index] == UInt8(ascii: "[") || bytes[index] == UInt8(ascii: "(") {
      return bracketed(bytes, index, min(limit, index + 10))?.marks == [UInt8(ascii: ".")]
    }
    return bytes[index] == 0x20 && isWord("dot", bytes, index + 1, limit)
  }
}
