/// What a phrase says about the line it stands in (`phrases.tsv`).
enum LineClass: UInt32, CaseIterable {
  case related, newsletter, subscribe, share, account, menu, advert, cookies, comments, copyright, donate,
    tags,
    contact, time, media, credit, author, published, updated, translated, origin, agency,
    section, place, position, edited

  fileprivate static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

  /// Lines that are furniture of the page and no part of the article.
  static let furniture: LineClasses = [
    .related, .newsletter, .subscribe, .share, .account, .menu, .advert, .cookies, .comments, .copyright,
    .donate,
    .tags, .contact, .time, .media,
  ]
  /// Lines about the article: who wrote it, when, from what.
  static let byline: LineClasses = [.author, .published, .updated, .translated, .origin, .edited]
}

/// A set of classes.
struct LineClasses: Equatable, ExpressibleByArrayLiteral {
  private var bits: UInt32 = 0

  init() {}
  init(arrayLiteral elements: LineClass...) { for element in elements { insert(element) } }

  var isEmpty: Bool { bits == 0 }
  mutating func insert(_ element: LineClass) { bits |= Self.bit(of: element) }
  mutating func formUnion(_ other: LineClasses) { bits |= other.bits }
  func contains(_ element: LineClass) -> Bool { bits & Self.bit(of: element) != 0 }
  func intersects(_ other: LineClasses) -> Bool { bits & other.bits != 0 }

  private static func bit(of element: LineClass) -> UInt32 { 1 << element.rawValue }
}

/// The phrases that tell what a line is, by the hash of their first word.
struct LinePhrases: Sendable {
  /// The phrases built into the program.
  static let embedded = LinePhrases()

  private enum Place: String { case start, whole, any, end, colon }

  private struct Phrase: Sendable {
    var words: [UInt32]
    var place: Place
    var bits: LineClasses
  }

  private let phrases: WordTable<[Phrase]>

  private init() {
    var phrases: [UInt32: [Phrase]] = [:]
    for row in DataFile.phrases where row.count == 4 {
      guard let lineClass = LineClass.byName[String(row[1])], let place = Place(rawValue: String(row[2]))
      else {
        continue
      }
      for text in DataFile.phrases(in: row[3]) {
        let words = FoldedWords.hashes(of: text)
        guard let first = words.first else { continue }
        phrases[first, default: []].append(Phrase(words: words, place: place, bits: [lineClass]))
      }
    }
    self.phrases = WordTable(phrases)
  }

  /// The classes of a line of these words.
  ///
  /// A phrase of one word says little in a long line, and none says much within a long sentence: such a paragraph
  /// may well be the article's own.
  ///
  /// - Parameter colon: Number of words before the line's first colon.
  func classes(of words: ArraySlice<UInt32>, colon: Int?, endsSentence: Bool) -> LineClasses {
    var classes = LineClasses()
    let count = words.count
    if count > 60 { return classes }
    for index in words.indices {
      guard let candidates = phrases[words[index]] else { continue }
      for phrase in candidates {
        let rest = words[index...]
        let length = phrase.words.count
        guard rest.count >= length, rest.starts(with: phrase.words) else { continue }
        let isFirst = index == words.startIndex
        let isLast = rest.count == length
        let holds =
          switch phrase.place {
          case .whole: isFirst && isLast
          case .start: isFirst && (length > 1 ? count <= 30 : count <= 5 || colon == 1)
          case .end: isLast
          case .colon: colon.map { index - words.startIndex + length == $0 && count - $0 <= 12 } ?? false
          case .any where phrase.bits.contains(.credit): rest.count <= 9 || count <= 20
          case .any where phrase.bits.contains(.newsletter) && length > 1: count <= 40
          case .any: length > 1 ? count <= (endsSentence ? 24 : 40) : count <= 12
          }
        if holds { classes.formUnion(phrase.bits) }
      }
    }
    return classes
  }

  /// Number of words of the longest phrase of a class that `words` start with; nil if there is none.
  func prefix(_ lineClass: LineClass, of words: ArraySlice<UInt32>) -> Int? {
    guard let first = words.first, let candidates = phrases[first] else { return nil }
    return candidates.filter { $0.bits.contains(lineClass) && words.starts(with: $0.words) }.map(
      \.words.count
    ).max()
  }
}
