/// Counts what tells a text's language: frequent words by language, and letters by script.
struct LanguageEvidence: Sendable {
  private var words: [Int]
  private var total = 0
  private var ideographs = 0
  private var kana = 0
  private var hangul = 0
  private var arabic = 0
  private var persian = 0
  private var cyrillic = 0
  private var ukrainian = 0
  private var russian = 0
  private var hebrew = 0
  private var greek = 0
  private var thai = 0
  private var devanagari = 0
  private var latin = 0

  /// Nothing counted.
  init() {
    words = [Int](repeating: 0, count: LanguageWords.embedded.languages.count)
  }

  /// Counts a run of text; of a long one, the first `limit` bytes.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, limit: Int = 16_384) {
    let end = min(range.upperBound, range.lowerBound + limit)
    let masks = LanguageWords.embedded.masks
    FoldedWords.forEach(in: bytes, range.lowerBound..<end) { hash, _ in
      guard hash != FoldedWords.ideograph else { return }
      total += 1
      guard var mask = masks[hash] else { return }
      // A word of one language says more than a word of five.
      let weight =
        mask.nonzeroBitCount == 1 ? 6 : mask.nonzeroBitCount == 2 ? 3 : mask.nonzeroBitCount <= 4 ? 2 : 1
      while mask != 0 {
        words[mask.trailingZeroBitCount] += weight
        mask &= mask - 1
      }
    }
    var index = range.lowerBound
    while index < end {
      if bytes[index] < 0x80 {
        latin += bytes[index] | 0x20 >= 0x61 && bytes[index] | 0x20 <= 0x7A ? 1 : 0
        index += 1
        continue
      }
      let scalar = ByteFolding.scalar(bytes, at: index, end: end)
      count(scalar.value)
      index += scalar.length
    }
  }

  private mutating func count(_ value: UInt32) {
    switch value {
    case 0xC0...0x24F: latin += 1
    case 0x370...0x3FF: greek += 1
    case 0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491: ukrainian += 1
    case 0x401, 0x42A, 0x42B, 0x42D, 0x44A, 0x44B, 0x44D, 0x451: russian += 1
    case 0x400...0x4FF: cyrillic += 1
    case 0x590...0x5FF: hebrew += 1
    case 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC: persian += 1
    case 0x600...0x6FF: arabic += 1
    case 0x900...0x97F: devanagari += 1
    case 0xE00...0xE7F: thai += 1
    case 0x3040...0x30FF: kana += 1
    case 0x3400...0x9FFF: ideographs += 1
    case 0x1100...0x11FF, 0xAC00...0xD7AF: hangul += 1
    default: break
    }
  }

  /// The likeliest language as a BCP 47 tag; nil if nothing speaks clearly for one.
  var language: String? {
    let slavic = cyrillic + ukrainian + russian
    let east = 3 * (ideographs + kana) + 2 * hangul
    let counts = [latin, slavic, east, arabic + persian, hebrew, greek, thai, devanagari]
    guard let most = counts.max(), most > 0 else { return nil }
    switch counts.firstIndex(of: most) {
    case 1: return ukrainian > russian ? "uk" : russian > 0 || words(of: "ru") > 0 ? "ru" : nil
    case 2: return kana * 12 > ideographs ? "ja" : hangul * 2 > ideographs ? "ko" : "zh"
    case 3: return persian * 25 > arabic ? "fa" : "ar"
    case 4: return "he"
    case 5: return "el"
    case 6: return "th"
    case 7: return "hi"
    default: return latinLanguage
    }
  }

  private func words(of tag: String) -> Int {
    LanguageWords.embedded.languages.firstIndex(of: tag).map { words[$0] } ?? 0
  }

  /// Frequent words make up a third to half of running text in their language, and little in another.
  private var latinLanguage: String? {
    guard total > 0, let most = words.max(), most > 0, let best = words.firstIndex(of: most) else {
      return nil
    }
    let second = words.enumerated().filter { $0.offset != best }.map(\.element).max() ?? 0
    let isFrequent = most * 2 >= total
    return isFrequent && most > second + second / 8 ? LanguageWords.embedded.languages[best] : nil
  }
}
