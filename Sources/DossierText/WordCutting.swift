extension Tokenizer {
  /// What a scan has seen of a word.
  private struct Seen {
    var hash = FoldedBytes.seed
    /// Bits of the letters and digits so far (`LetterFolding.small` and so on).
    var bits: UInt16 = 0
    var capitals = 0
    var hasInnerCapital = false
    var startsWithCapital = false

    @inline(__always)
    mutating func add(_ entry: UInt16) {
      hash = FoldedBytes.hash(hash, UInt8(truncatingIfNeeded: entry))
      note(entry >> 8)
    }

    @inline(__always)
    mutating func note(_ bit: UInt16) {
      if bits & (LetterFolding.small | LetterFolding.capital) == 0 {
        startsWithCapital = bit == LetterFolding.capital
      }
      capitals &+= Int(bit >> 1 & 1)
      if bit & bits << 1 & LetterFolding.capital != 0 { hasInnerCapital = true }
      bits |= bit
    }

    /// The bits of the token's shape.
    var shape: UInt8 {
      var shape: UInt8 = startsWithCapital ? Token.Shape.capitalised.rawValue : 0
      if capitals >= 2, bits & LetterFolding.small == 0 { shape |= Token.Shape.allCapitals.rawValue }
      if hasInnerCapital { shape |= Token.Shape.mixedCase.rawValue }
      if bits & LetterFolding.digit != 0 { shape |= Token.Shape.hasDigit.rawValue }
      return shape
    }
  }

  /// Folds of the words that French elides, with the bytes they have before the apostrophe.
  private static let elided: [UInt32] = [
    "l", "d", "j", "m", "t", "s", "c", "n", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "entr",
  ].map(fold)

  /// Folds of what may follow the apostrophe of an English clitic.
  private static let clitics: [UInt32] = ["s", "d", "m", "re", "ve", "ll"].map(fold)

  /// Appends the word at `start`, and the clitic after it if there is one; returns where they end.
  static func word(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ limit: Int, _ table: UnsafeBufferPointer<UInt16>,
    _ before: UInt8, into result: inout [Token]
  ) -> Int {
    var seen = Seen()
    var index = start
    scan: while index < limit {
      let byte = bytes[index]
      let entry = table[Int(byte)]
      if entry != 0 {
        seen.add(entry)
        index += 1
        continue
      }
      if byte >= 0x80 {
        let length = length(bytes, index, limit)
        if length == 0 { break }
        let scalar = LetterFolding.scalar(bytes, at: index, length: length)
        switch LetterFolding.classify(scalar) {
        case .letter, .capital:
          let isCapital = LetterFolding.classify(scalar) == .capital
          seen.note(isCapital ? LetterFolding.capital : LetterFolding.small)
          _ = FoldedBytes.visit(scalar) { byte in
            seen.hash = FoldedBytes.hash(seen.hash, byte)
            return true
          }
          index += length
          continue
        case .ignorable:
          guard continues(bytes, index + length, limit, table) else { break scan }
          index += length
          continue
        case .apostrophe: break
        default: break scan
        }
        guard let next = apostrophe(bytes, start, index, length, limit, table, &seen) else { break }
        if next.ends { return end(start, next.index, before, seen, &result) }
        if next.cliticEnd > 0 {
          return clitic(bytes, start, next, limit, table, before, seen, &result)
        }
        index = next.index
        continue
      }
      if byte == UInt8(ascii: "'") {
        guard let next = apostrophe(bytes, start, index, 1, limit, table, &seen) else { break }
        if next.ends { return end(start, next.index, before, seen, &result) }
        if next.cliticEnd > 0 {
          return clitic(bytes, start, next, limit, table, before, seen, &result)
        }
        index = next.index
        continue
      }
      if byte == UInt8(ascii: "."), index == start + 1 {
        index = abbreviation(bytes, start, limit, table, &seen)
      }
      break
    }
    return end(start, index, before, seen, &result)
  }

  /// What stands at an apostrophe inside a word.
  private struct Apostrophe {
    /// Where to go on, or where the word ends.
    var index: Int
    /// The word ends here: it is an elided one.
    var ends = false
    /// Where the clitic ends that begins here; 0 if none does.
    var cliticEnd = 0
  }

  /// Judges the apostrophe at `index` of the word that begins at `start`; nil if it is a mark at the word's edge.
  private static func apostrophe(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ index: Int, _ length: Int, _ limit: Int,
    _ table: UnsafeBufferPointer<UInt16>, _ seen: inout Seen
  ) -> Apostrophe? {
    let after = index + length
    let isLetter = startsLetter(bytes, after, limit, table)
    if isLetter {
      var hash = FoldedBytes.seed
      var end = after
      while end < limit, end - after < 3, table[Int(bytes[end])] >> 8 & 3 != 0 {
        hash = FoldedBytes.hash(hash, UInt8(truncatingIfNeeded: table[Int(bytes[end])]))
        end += 1
      }
      if end == limit || !continues(bytes, end, limit, table) {
        if clitics.contains(hash) { return Apostrophe(index: index, cliticEnd: end) }
        // n't: the word gives its last letter to the clitic.
        if end == after + 1, bytes[after] | 0x20 == UInt8(ascii: "t"), index > start + 1,
          bytes[index - 1] | 0x20 == UInt8(ascii: "n")
        {
          seen = rescanned(bytes, start, index - 1, table)
          return Apostrophe(index: index - 1, cliticEnd: end)
        }
      }
    }
    if index - start <= 6, elided.contains(seen.hash), isLetter || opensWord(bytes, after, limit) {
      seen.hash = FoldedBytes.hash(seen.hash, UInt8(ascii: "'"))
      return Apostrophe(index: after, ends: true)
    }
    guard isLetter else { return nil }
    seen.hash = FoldedBytes.hash(seen.hash, UInt8(ascii: "'"))
    return Apostrophe(index: after)
  }

  /// What a scan has seen of the plain letters from `start` to `end`.
  private static func rescanned(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ table: UnsafeBufferPointer<UInt16>
  ) -> Seen {
    var seen = Seen()
    for index in start..<end where table[Int(bytes[index])] != 0 { seen.add(table[Int(bytes[index])]) }
    return seen
  }

  /// Whether a letter or digit stands at `index`, so that a word goes on.
  private static func continues(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int, _ table: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    index < limit && (table[Int(bytes[index])] != 0 || startsLetter(bytes, index, limit, table))
  }

  /// Whether a digit or an opening quotation mark stands at `index`, before which a word may be elided.
  private static func opensWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> Bool {
    guard index < limit else { return false }
    switch bytes[index] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "\""): return true
    case 0xC2: return index + 1 < limit && bytes[index + 1] == 0xAB
    case 0xE2:
      return index + 2 < limit && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0x9C || bytes[index + 2] == 0x98)
    default: return false
    }
  }

  /// Where the abbreviation of single letters ends that begins at `start`; just after the letter if it is none.
  private static func abbreviation(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ table: UnsafeBufferPointer<UInt16>,
    _ seen: inout Seen
  ) -> Int {
    func isLetter(_ index: Int) -> Bool { index < limit && table[Int(bytes[index])] >> 8 & 3 != 0 }
    func isDot(_ index: Int) -> Bool { index < limit && bytes[index] == UInt8(ascii: ".") }
    var end = start + 2
    var letters = 1
    var whole = seen
    while true {
      let next = end < limit && bytes[end] == UInt8(ascii: "-") ? end + 1 : end
      guard isLetter(next), !continues(bytes, next + 1, limit, table) else { break }
      if isDot(next + 1) {
        whole.add(table[Int(bytes[next])])
        letters += 1
        end = next + 2
      } else {
        // `U.S` without its last full stop.
        if next == end, whole.bits & LetterFolding.small == 0,
          table[Int(bytes[next])] >> 8 == LetterFolding.capital
        {
          whole.add(table[Int(bytes[next])])
          letters += 1
          end = next + 1
        }
        break
      }
    }
    if letters == 1 {
      var following = end
      if following < limit, bytes[following] == 0x20 { following += 1 }
      guard seen.bits & LetterFolding.small == 0, following < limit,
        table[Int(bytes[following])] >> 8 == LetterFolding.capital
      else { return start + 1 }
    }
    seen = whole
    return end
  }

  /// Appends a word that ends at `next.index`, and the clitic from there; returns where that ends.
  private static func clitic(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ next: Apostrophe, _ limit: Int,
    _ table: UnsafeBufferPointer<UInt16>, _ before: UInt8, _ seen: Seen, _ result: inout [Token]
  ) -> Int {
    var index = end(start, next.index, before, seen, &result)
    var hash = FoldedBytes.seed
    while index < next.cliticEnd {
      let entry = table[Int(bytes[index])]
      hash = FoldedBytes.hash(hash, entry != 0 ? UInt8(truncatingIfNeeded: entry) : UInt8(ascii: "'"))
      index += bytes[index] < 0x80 ? 1 : max(1, length(bytes, index, limit))
    }
    result.append(Token(range: TextRange(next.index, index), fold: hash, kind: .word, shape: []))
    return index
  }

  /// Appends a word that ends before `index`, and returns `index`.
  @inline(__always)
  private static func end(
    _ start: Int, _ index: Int, _ before: UInt8, _ seen: Seen, _ result: inout [Token]
  ) -> Int {
    let shape = before | seen.shape
    result.append(
      Token(
        range: TextRange(start, index), fold: seen.hash, kind: .word, shape: Token.Shape(rawValue: shape)))
    return index
  }
}
