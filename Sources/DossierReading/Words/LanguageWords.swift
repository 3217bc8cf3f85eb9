/// The languages' frequent words, and which languages each belongs to.
struct LanguageWords: Sendable {
  /// The words built into the program.
  static let embedded = LanguageWords()

  /// BCP 47 tags, in the order of the file.
  let languages: [String]
  /// Bit set of the languages that have the word, by its hash.
  let masks: WordTable<UInt32>

  private init() {
    var languages: [String] = []
    var masks: [UInt32: UInt32] = [:]
    for row in DataFile.languages where row.count == 2 {
      let bit = UInt32(1) << UInt32(languages.count)
      languages.append(String(row[0]))
      for word in row[1].split(separator: " ") {
        for hash in FoldedWords.hashes(of: String(word)) { masks[hash, default: 0] |= bit }
      }
    }
    self.languages = languages
    self.masks = WordTable(masks)
  }
}
