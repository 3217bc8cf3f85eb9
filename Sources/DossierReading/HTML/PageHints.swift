/// What the class, id and role of an element say it holds (`hints.tsv`).
struct PageHints: OptionSet, Hashable {
  let rawValue: UInt32

  static let article = PageHints(rawValue: 1 << 0)
  static let comments = PageHints(rawValue: 1 << 1)
  static let related = PageHints(rawValue: 1 << 2)
  static let navigation = PageHints(rawValue: 1 << 3)
  static let share = PageHints(rawValue: 1 << 4)
  static let advert = PageHints(rawValue: 1 << 5)
  static let form = PageHints(rawValue: 1 << 6)
  static let caption = PageHints(rawValue: 1 << 7)
  static let byline = PageHints(rawValue: 1 << 8)
  static let hidden = PageHints(rawValue: 1 << 9)
  static let title = PageHints(rawValue: 1 << 10)
  static let summary = PageHints(rawValue: 1 << 11)
  static let authorBox = PageHints(rawValue: 1 << 12)
  static let tags = PageHints(rawValue: 1 << 13)
  static let footer = PageHints(rawValue: 1 << 14)
  static let media = PageHints(rawValue: 1 << 15)
  static let consent = PageHints(rawValue: 1 << 17)
  static let ariaHidden = PageHints(rawValue: 1 << 16)

  fileprivate static let names: [String: PageHints] = [
    "article": .article, "comments": .comments, "related": .related, "navigation": .navigation,
    "share": .share,
    "advert": .advert, "form": .form, "caption": .caption, "byline": .byline, "hidden": .hidden,
    "title": .title,
    "summary": .summary, "author-box": .authorBox, "tags": .tags, "footer": .footer, "media": .media,
    "none": [],
    "consent": .consent,
  ]
}

/// The words that hint, by the hash of their first word.
struct HintTable: Sendable {
  /// The hints built into the program.
  static let embedded = HintTable()

  private struct Phrase: Sendable {
    var words: [UInt32]
    var hint: PageHints
  }

  private let phrases: WordTable<[Phrase]>

  private init() {
    var phrases: [UInt32: [Phrase]] = [:]
    for row in DataFile.hints where row.count == 2 {
      guard let hint = PageHints.names[String(row[0])] else { continue }
      for text in DataFile.phrases(in: row[1]) {
        let words = FoldedWords.hashes(of: text)
        if let first = words.first { phrases[first, default: []].append(Phrase(words: words, hint: hint)) }
      }
    }
    self.phrases = WordTable(phrases)
  }

  /// What a value of `class` or `id` says: its words are cut at marks, spaces and changes of case.
  func hints(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> PageHints {
    var words: [UInt32] = []
    var start = range.lowerBound
    for index in range {
      let isChange =
        index > start && bytes[index] >= 0x41 && bytes[index] <= 0x5A && bytes[index - 1] >= 0x61
        && bytes[index - 1] <= 0x7A
      if isChange {
        FoldedWords.forEach(in: bytes, start..<index) { hash, _ in words.append(hash) }
        start = index
      }
      if words.count > 64 { break }
    }
    FoldedWords.forEach(in: bytes, start..<range.upperBound) { hash, _ in words.append(hash) }
    var hints: PageHints = []
    var next = 0
    for index in words.indices where index >= next {
      let candidates = phrases[words[index]] ?? []
      if let empty = candidates.first(where: { $0.hint.isEmpty && words[index...].starts(with: $0.words) }) {
        next = index + empty.words.count
        continue
      }
      for phrase in candidates where words[index...].starts(with: phrase.words) {
        hints.formUnion(phrase.hint)
      }
    }
    // What is embedded from elsewhere is content, whatever it is embedded from.
    if hints.contains(.media) { hints.subtract([.share, .advert]) }
    return hints
  }
}
