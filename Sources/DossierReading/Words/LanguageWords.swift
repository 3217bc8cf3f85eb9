/// The languages' frequent words, and which languages each belongs to.
struct LanguageWords: Sendable {
  /// The words built into the program.
  static let embedded = LanguageWords()

  /// BCP 47 tags, in the order of the file.
  let languages: [String]
  /// How many words at the start of a language's row are its most frequent ones.
  private static let top = 12
  /// Half of a mask: a language's bit says that it has the word, and the bit as many places above that the word is one of its most
  /// frequent ones.
  static let half: UInt32 = 16

  /// Bit sets of the languages that have the word, by its hash; see `half`.
  let masks: WordTable<UInt32>

  private init() {
    var languages: [String] = []
    var masks: [UInt32: UInt32] = [:]
    for row in DataFile.languages where row.count == 2 {
      let bit = UInt32(1) << UInt32(languages.count)
      languages.append(String(row[0]))
      for (rank, word) in row[1].split(separator: " ").enumerated() {
        let bits = rank < Self.top ? bit | bit << Self.half : bit
        for hash in FoldedWords.hashes(of: String(word)) { masks[hash, default: 0] |= bits }
      }
    }
    self.languages = languages
    self.masks = WordTable(masks)
  }
}
