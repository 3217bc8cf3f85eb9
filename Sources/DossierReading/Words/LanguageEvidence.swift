/// Counts what tells a text's language: frequent words by language, and letters by script.
struct LanguageEvidence: Sendable {
  /// Scripts, and letters that only one language of a script has.
  private enum Letter: Int, CaseIterable {
    case latin, greek, cyrillic, ukrainian, russian, hebrew, arabic, persian, devanagari, thai, kana,
      ideograph, hangul
  }

  /// Weight of the frequent words by language; a mask of a word has 32 bits.
  private var words = SIMD32<Int32>(repeating: 0)
  /// By `Letter`.
  private var letters = SIMD16<Int32>(repeating: 0)
  private var total = 0

  /// Nothing counted.
  init() {}

  /// What is known of a run of text of which the words have been counted already.
  ///
  /// - Parameters:
  ///   - words: How many it has.
  ///   - languages: For each frequent word among them, the languages that have it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, words: Int, languages: ArraySlice<UInt32>) {
    total = words
    for mask in languages { Self.weigh(mask, &self.words) }
    countLetters(bytes, range)
  }

  /// Adds what another has counted.
  mutating func add(_ other: LanguageEvidence) {
    words &+= other.words
    letters &+= other.letters
    total += other.total
  }

  /// Counts a run of text; of a long one, the first `limit` bytes.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, limit: Int = 4096) {
    let end = min(range.upperBound, range.lowerBound + limit)
    let masks = LanguageWords.embedded.masks
    var (words, total) = (words, total)
    FoldedWords.forEach(in: bytes, range.lowerBound..<end) { hash, _ in
      guard hash != FoldedWords.ideograph else { return }
      total += 1
      if let mask = masks[hash] { Self.weigh(mask, &words) }
    }
    (self.words, self.total) = (words, total)
    countLetters(bytes, range.lowerBound..<end)
  }

  /// A word of one language says more than a word of five, and one of a language's most frequent words counts twice.
  @inline(__always)
  private static func weigh(_ languages: UInt32, _ words: inout SIMD32<Int32>) {
    weigh(only: languages & (1 << LanguageWords.half - 1), &words)
    weigh(only: languages >> LanguageWords.half, &words)
  }

  @inline(__always)
  private static func weigh(only languages: UInt32, _ words: inout SIMD32<Int32>) {
    var mask = languages
    let shared = mask.nonzeroBitCount
    let weight: Int32 = shared == 1 ? 6 : shared == 2 ? 3 : shared <= 4 ? 2 : 1
    while mask != 0 {
      words[mask.trailingZeroBitCount] += weight
      mask &= mask - 1
    }
  }

  private mutating func countLetters(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var plain: Int32 = 0
    // Without a branch, so that it is done many bytes at a time.
    for index in range { plain &+= ((bytes[index] | 0x20) &- 0x61) < 26 ? 1 : 0 }
    letters[Letter.latin.rawValue] += plain
    var index = range.lowerBound
    let end = range.upperBound
    let raw = UnsafeRawBufferPointer(bytes)
    while index < end {
      // Eight ASCII bytes at a time.
      if index &+ 8 <= end,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index &+= 8
        continue
      }
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let scalar = ByteFolding.scalar(bytes, at: index, end: end)
      if let letter = Self.letter(scalar.value) { letters[letter.rawValue] += 1 }
      index += scalar.length
    }
  }

  private static func letter(_ value: UInt32) -> Letter? {
    switch value {
    case 0xC0...0x24F: .latin
    case 0x370...0x3FF: .greek
    case 0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491: .ukrainian
    case 0x401, 0x42A, 0x42B, 0x42D, 0x44A, 0x44B, 0x44D, 0x451: .russian
    case 0x400...0x4FF: .cyrillic
    case 0x590...0x5FF: .hebrew
    case 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC: .persian
    case 0x600...0x6FF: .arabic
    case 0x900...0x97F: .devanagari
    case 0xE00...0xE7F: .thai
    case 0x3040...0x30FF: .kana
    case 0x3400...0x9FFF: .ideograph
    case 0x1100...0x11FF, 0xAC00...0xD7AF: .hangul
    default: nil
    }
  }

  private func count(_ letter: Letter) -> Int { Int(letters[letter.rawValue]) }

  /// How much text was counted: words, or letters where they stand for words.
  var size: Int { max(total, letterCount / 6) }

  private var letterCount: Int { Int(letters.wrappedSum()) }

  /// The likeliest language as a BCP 47 tag; nil if nothing speaks clearly for one.
  var language: String? {
    let slavic = count(.cyrillic) + count(.ukrainian) + count(.russian)
    // One character of these scripts says as much as several letters.
    let east = 3 * (count(.ideograph) + count(.kana)) + 2 * count(.hangul)
    let scripts = [
      count(.latin), slavic, east, count(.arabic) + count(.persian), count(.hebrew), count(.greek),
      count(.thai),
      count(.devanagari),
    ]
    guard let most = scripts.max(), most > 0 else { return nil }
    switch scripts.firstIndex(of: most) {
    case 1:
      if count(.ukrainian) > count(.russian) { return "uk" }
      return count(.russian) > 0 || words(of: "ru") > 0 ? "ru" : nil
    case 2:
      return count(.kana) * 12 > count(.ideograph)
        ? "ja" : count(.hangul) * 2 > count(.ideograph) ? "ko" : "zh"
    case 3: return count(.persian) * 25 > count(.arabic) ? "fa" : "ar"
    case 4: return "he"
    case 5: return "el"
    case 6: return "th"
    case 7: return "hi"
    default: return latinLanguage
    }
  }

  private func words(of tag: String) -> Int {
    LanguageWords.embedded.languages.firstIndex(of: tag).map { Int(words[$0]) } ?? 0
  }

  /// Frequent words make up a third to half of running text in their language, and little in another.
  private var latinLanguage: String? {
    var (best, most, second) = (0, Int32(0), Int32(0))
    for index in words.indices {
      if words[index] > most {
        (best, most, second) = (index, words[index], most)
      } else {
        second = max(second, words[index])
      }
    }
    guard total > 0, most > 0 else { return nil }
    let isFrequent = Int(most) >= total
    return isFrequent && most > second + second / 8 ? LanguageWords.embedded.languages[best] : nil
  }

  /// The language, if there is enough text to tell and it is clearly not `other`.
  func language(unlike other: String) -> String? {
    guard total >= 10 || (total == 0 && letterCount >= 20), let language, !other.hasPrefix(language) else {
      return nil
    }
    let main = String(other.prefix { $0 != "-" })
    return words(of: language) >= 2 * words(of: main) || words(of: language) == 0 ? language : nil
  }
}
