/// What the lines about an article say: who wrote it, when, after what.
///
/// A line is read in segments, as such lines are written: `By Dana Okafor | March 4, 2024 | 3 min read`.
struct Credits {
  var authors: [String] = []
  var published: String?
  var modified: String?
  var translationOf: String?
  var agencies: [String] = []

  /// Whether nothing was found.
  var isEmpty: Bool {
    authors.isEmpty && published == nil && modified == nil && translationOf == nil && agencies.isEmpty
  }

  /// Takes over what `other` has and this lacks.
  mutating func merge(_ other: Credits) {
    for author in other.authors where !authors.contains(author) { authors.append(author) }
    for agency in other.agencies where !agencies.contains(agency) { agencies.append(agency) }
    published = published ?? other.published
    modified = modified ?? other.modified
    translationOf = translationOf ?? other.translationOf
  }

  /// Whether a line begins as bylines do: "Par Maud Tessier — le 11 mai 2021".
  static func introduces(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var hashes: [UInt32] = []
    FoldedWords.forEach(in: bytes, range.prefix(120).indices) { hash, _ in hashes.append(hash) }
    let isIntroduced = LinePhrases.embedded.prefix(.author, of: hashes[...]) != nil
    return isIntroduced && !read(bytes, range).isEmpty
  }

  /// Reads one line.
  ///
  /// - Parameter isByline: Whether the line is known to be one; a bare name then counts as an author.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, dayFirst: Bool? = true, isByline: Bool = false
  ) -> Credits {
    var credits = Credits()
    for segment in segments(of: bytes, range) {
      credits.readSegment(bytes, segment, dayFirst: dayFirst, isByline: isByline)
    }
    return credits
  }

  private mutating func readSegment(
    _ bytes: UnsafeBufferPointer<UInt8>, _ segment: Range<Int>, dayFirst: Bool?, isByline: Bool
  ) {
    var words: [(hash: UInt32, range: Range<Int>)] = []
    FoldedWords.forEach(in: bytes, segment) { hash, range in
      if words.count < 40 { words.append((hash, range)) }
    }
    guard !words.isEmpty, words.count < 40 else { return }
    let hashes = words.map(\.hash)
    let phrases = LinePhrases.embedded
    func text(from word: Int) -> String {
      String(decoding: bytes[words[word].range.lowerBound..<segment.upperBound], as: UTF8.self)
    }
    if let length = phrases.prefix(.origin, of: hashes[...]), length < words.count {
      if let outlet = OutletName.trimmed(text(from: length)) { translationOf = translationOf ?? outlet }
      return readDate(bytes, segment, hashes, dayFirst)
    }
    // Who translated, edited or took the pictures did not write it.
    if phrases.prefix(.translated, of: hashes[...]) != nil || phrases.prefix(.edited, of: hashes[...]) != nil
    {
      return readDate(bytes, segment, hashes, dayFirst)
    }
    // An author may follow a date or a place: "Publié le 11 mai 2021 par Maud Tessier".
    for index in words.indices {
      guard let length = phrases.prefix(.author, of: hashes[index...]), index + length < words.count else {
        continue
      }
      let names = PersonName.names(in: text(from: index + length))
      if !names.isEmpty {
        merge(Credits(authors: names))
        break
      }
      if index == 0, let agency = AgencyName.read(hashes[length...], bytes, words.map(\.range)[length...]) {
        agencies.append(agency)
      }
    }
    if isByline, authors.isEmpty, words.count <= 6, phrases.prefix(.author, of: hashes[...]) == nil,
      !Self.isPlaceAndDate(bytes, segment, dayFirst: dayFirst)
    {
      merge(Credits(authors: PersonName.names(in: text(from: 0))))
    }
    readDate(bytes, segment, hashes, dayFirst)
  }

  /// "Sarvan, le 4 mars 2025", "Lower Marran, le 4 mars": a letter's or a dispatch's head says where it was written.
  private static func isPlaceAndDate(
    _ bytes: UnsafeBufferPointer<UInt8>, _ segment: Range<Int>, dayFirst: Bool?
  ) -> Bool {
    guard let comma = segment.first(where: { bytes[$0] == UInt8(ascii: ",") }),
      let date = WrittenDate.first(in: bytes, (comma + 1)..<segment.upperBound, dayFirst: dayFirst)
    else { return false }
    var between: [UInt32] = []
    FoldedWords.forEach(in: bytes, (comma + 1)..<date.range.lowerBound) { hash, _ in between.append(hash) }
    return between == [FoldedWords.hash(of: "le")] || between == [FoldedWords.hash(of: "den")]
  }

  private mutating func readDate(
    _ bytes: UnsafeBufferPointer<UInt8>, _ segment: Range<Int>, _ hashes: [UInt32], _ dayFirst: Bool?
  ) {
    guard let date = WrittenDate.first(in: bytes, segment, dayFirst: dayFirst) else { return }
    let classes = LinePhrases.embedded.classes(of: hashes[...], colon: nil, endsSentence: false)
    if classes.contains(.updated), !classes.contains(.published) {
      modified = modified ?? date.iso
    } else if published == nil {
      published = date.iso
    } else {
      modified = modified ?? date.iso
    }
  }

  /// Cuts at `|`, `•`, `·`, `–`, `—` and at hyphens between spaces.
  static func segments(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    func cut(_ length: Int) {
      if index > start { segments.append(start..<index) }
      start = index + length
    }
    while index < range.upperBound {
      let byte = bytes[index]
      let rest = range.upperBound - index
      if byte == UInt8(ascii: "|") {
        cut(1)
      } else if byte == 0xC2, rest > 1, bytes[index + 1] == 0xB7 {
        cut(2)
      } else if byte == 0xE2, rest > 2, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94 || bytes[index + 2] == 0xA2
      {
        cut(3)
      } else if byte == UInt8(ascii: "-"), rest > 1, bytes[index + 1] == 0x20, index > start,
        bytes[index - 1] == 0x20
      {
        cut(1)
      }
      index += 1
    }
    if index > start { segments.append(start..<index) }
    return segments
  }
}
