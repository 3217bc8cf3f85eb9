/// What a line or block of text looks like, counted in one pass: what prose is told by, without understanding it.
struct LineFeatures {
  /// Words; two ideographs or kana count as one.
  var words = 0
  /// Words that are frequent in some language: articles, prepositions, auxiliaries.
  var frequentWords = 0
  /// Words that start with a capital letter.
  var capitals = 0
  /// Marks that end a sentence within or at the end of the line.
  var sentenceEnds = 0
  /// Commas and semicolons.
  var commas = 0
  /// Digits.
  var digits = 0
  /// Marks that menus set between their entries: `|`, `•`, `›`, `»` between words, two spaces or more.
  var separators = 0
  /// Whether the line ends as a sentence does.
  var endsSentence = false
  /// How often the line speaks of cookies, as requests for consent do.
  var mentionsCookies = 0
  /// Where the first colon stands.
  private var firstColon: Int?
  /// Whether the line ends with a colon.
  var endsWithColon = false
  /// What phrases in the line say about it.
  var classes = LineClasses()

  /// Counts a run of text.
  ///
  /// - Parameters:
  ///   - scratch: Reused store for the words' hashes.
  ///   - languages: Takes, for each frequent word, the languages that have it.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, scratch: inout [UInt32],
    languages: inout [UInt32]
  ) {
    scratch.removeAll(keepingCapacity: true)
    let masks = LanguageWords.embedded.masks
    let (cookie, cookies) = Self.cookies
    countMarks(bytes, range)
    // Locals, which stay in registers.
    var (count, frequent, capital, ideographs, cookieCount) = (0, 0, 0, 0, 0)
    let mark = firstColon ?? Int.max
    var colon: Int?
    FoldedWords.forEach(in: bytes, range) { hash, word in
      if hash == FoldedWords.ideograph {
        ideographs += 1
        return
      }
      if word.lowerBound > mark, colon == nil { colon = count }
      count += 1
      if let mask = masks[hash] {
        frequent += 1
        languages.append(mask)
      }
      if hash == cookie || hash == cookies { cookieCount += 1 }
      if Self.isCapital(bytes, at: word.lowerBound) { capital += 1 }
      if count <= 65 { scratch.append(hash) }
    }
    words = count + (ideographs + 1) / 2
    frequentWords = frequent + ideographs / 6
    (capitals, mentionsCookies) = (capital, cookieCount)
    if colon == nil, firstColon != nil { colon = words }
    classes = LinePhrases.embedded.classes(of: scratch[...], colon: colon, endsSentence: endsSentence)
  }

  /// Counts a run of text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, scratch: inout [UInt32]) {
    var languages: [UInt32] = []
    self.init(bytes, range, scratch: &scratch, languages: &languages)
  }

  private static let cookies = (FoldedWords.hash(of: "cookie"), FoldedWords.hash(of: "cookies"))

  /// Share of frequent words.
  var frequency: Double { words == 0 ? 0 : Double(frequentWords) / Double(words) }

  private static func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    guard index + 1 < bytes.count else { return false }
    if byte == 0xC3 { return bytes[index + 1] < 0xA0 }
    if byte == 0xC4 || byte == 0xC5 { return bytes[index + 1] & 1 == 0 }
    return byte == 0xD0 && bytes[index + 1] < 0xB0
  }

  /// A bit for each ASCII byte that is a letter or a sign without meaning here, low bytes first.
  private static let plain: (low: UInt64, high: UInt64) = {
    var bits: (low: UInt64, high: UInt64) = (0, 0)
    for byte in UInt8(0x21)...0x7E where !".!?,;0123456789:|\")']".utf8.contains(byte) {
      if byte < 64 { bits.low |= 1 << UInt64(byte) } else { bits.high |= 1 << UInt64(byte - 64) }
    }
    return bits
  }()

  private mutating func countMarks(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    var last: UInt8 = 0
    var closed = false
    let (low, high) = Self.plain
    func isPlain(_ byte: UInt8) -> Bool {
      byte < 0x80 && (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 == 1
    }
    while index < range.upperBound {
      let byte = bytes[index]
      if isPlain(byte) {
        repeat { index += 1 } while index < range.upperBound && isPlain(bytes[index])
        last = bytes[index - 1]
        closed = false
        continue
      }
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0x20
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        if next == 0x20 || next == 0x22 || next == 0x29 || next >= 0x80 { sentenceEnds += 1 }
        closed = true
      case UInt8(ascii: ","), UInt8(ascii: ";"): commas += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: ":"): if firstColon == nil { firstColon = index }
      case UInt8(ascii: "|"): separators += 1
      // Behind a sentence's end two spaces are a typist's habit.
      case 0x20: if next == 0x20, !closed { separators += 1 }
      default: break
      }
      if byte < 0x80 {
        if byte > 0x20, byte != 0x22, byte != 0x29, byte != 0x27, byte != 0x5D {
          last = byte
          if byte != UInt8(ascii: "."), byte != UInt8(ascii: "!"), byte != UInt8(ascii: "?") {
            closed = false
          }
        }
        index += 1
        continue
      }
      let scalar = ByteFolding.scalar(bytes, at: index, end: range.upperBound)
      switch scalar.value {
      case 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x06D4, 0x061F, 0x0964:
        sentenceEnds += 1
        closed = true
      case 0x3001, 0xFF0C, 0x060C: commas += 1
      case 0x2022, 0x203A, 0xB7, 0x25B8, 0x25BA, 0x2192: separators += 1
      case 0xA0, 0x202F, 0x2009, 0x200B, 0xFEFF, 0xAD: break
      case 0xBB, 0x201D, 0x2019, 0x300D, 0x300F: break
      default:
        closed = false
        last = 0
      }
      index += scalar.length
    }
    endsSentence = closed
    endsWithColon = last == UInt8(ascii: ":")
  }
}
