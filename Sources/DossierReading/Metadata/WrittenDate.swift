/// Dates as people write them, in the languages of `dates.tsv`.
struct WrittenDate {
  /// `2021`-based ISO form, as precise as written: `2021-07-20` or `2021-07`.
  var iso: String
  /// Bytes it was read from.
  var range: Range<Int>
  /// Words it was read from.
  var words: Int

  /// The first date in a run of text; nil if there is none with a year.
  ///
  /// - Parameter dayFirst: How `03/04/2021` is read; nil leaves it unread.
  static func first(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, dayFirst: Bool? = true
  ) -> WrittenDate? {
    var parts: [Part] = []
    FoldedWords.forEach(in: bytes, range) { hash, word in
      if parts.count < 64 { parts.append(Part(hash, word, bytes)) }
    }
    for index in parts.indices {
      if let date = date(at: index, parts, bytes, dayFirst: dayFirst) { return date }
    }
    return nil
  }

  private static func date(
    at index: Int, _ parts: [Part], _ bytes: UnsafeBufferPointer<UInt8>, dayFirst: Bool?
  ) -> WrittenDate? {
    func part(_ offset: Int) -> Part? { index + offset < parts.count ? parts[index + offset] : nil }
    func made(_ year: Int, _ month: Int, _ day: Int?, through offset: Int) -> WrittenDate? {
      guard (1...12).contains(month), day.map({ (1...31).contains($0) }) ?? true else { return nil }
      let iso = "\(year)-\(twoDigits(month))" + (day.map { "-" + twoDigits($0) } ?? "")
      let range = parts[index].range.lowerBound..<parts[index + offset].range.upperBound
      return WrittenDate(iso: iso, range: range, words: offset + 1)
    }
    guard let first = part(0) else { return nil }
    // 20 July 2021, 1er mai 2021, 20 de julio de 2021
    if let day = first.day {
      var offset = 1
      if part(offset)?.isOf == true { offset += 1 }
      if let month = part(offset)?.month {
        offset += 1
        if part(offset)?.isOf == true { offset += 1 }
        if let year = part(offset)?.year { return made(year, month, day, through: offset) }
      }
    }
    // July 20, 2021; July 2021
    if let month = first.month {
      if let day = part(1)?.day, let year = part(2)?.year { return made(year, month, day, through: 2) }
      let offset = part(1)?.isOf == true ? 2 : 1
      if let year = part(offset)?.year { return made(year, month, nil, through: offset) }
    }
    guard let second = part(1), let third = part(2), let two = second.number else { return nil }
    let between = bytes[first.range.upperBound]
    guard bytes[second.range.upperBound] == between, "-/.".utf8.contains(between) else { return nil }
    if let year = first.year, let three = third.number { return made(year, two, three, through: 2) }
    guard let one = first.number, let year = third.year else { return nil }
    if one > 12 { return made(year, two, one, through: 2) }
    if two > 12 { return made(year, one, two, through: 2) }
    guard let dayFirst else { return nil }
    return dayFirst ? made(year, two, one, through: 2) : made(year, one, two, through: 2)
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A word that may be part of a date.
private struct Part {
  var range: Range<Int>
  /// The number it is, ordinal endings aside.
  var number: Int?
  /// The month it names.
  var month: Int?
  /// Whether it joins the parts of a date: `de`, `of`.
  var isOf: Bool

  var day: Int? { number.flatMap { (1...31).contains($0) && range.count <= 4 ? $0 : nil } }
  var year: Int? { number.flatMap { (1900...2199).contains($0) && range.count == 4 ? $0 : nil } }

  init(_ hash: UInt32, _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.range = range
    month = MonthNames.embedded.months[hash]
    isOf = MonthNames.embedded.joints.contains(hash)
    var value = 0
    var digits = 0
    for index in range.prefix(5) {
      guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { break }
      value = value * 10 + Int(bytes[index] - 0x30)
      digits += 1
    }
    // At most two letters after the digits: 1er, 2nd, 20th.
    if digits > 0, digits <= 4, range.count - digits <= (digits <= 2 ? 2 : 0) { number = value }
  }
}

/// The months' names.
struct MonthNames: Sendable {
  /// The names built into the program.
  static let embedded = MonthNames()

  /// Number of the month, from 1, by the hash of a name.
  let months: WordTable<Int>
  /// Words that join the parts of a date.
  let joints: Set<UInt32>

  private init() {
    var months: [UInt32: Int] = [:]
    for row in DataFile.dates where row.count == 2 {
      for (index, names) in row[1].split(separator: " ").enumerated() {
        for name in names.split(separator: "/") {
          for hash in FoldedWords.hashes(of: String(name)) { months[hash] = index + 1 }
        }
      }
    }
    self.months = WordTable(months)
    joints = Set(["de", "of", "del"].flatMap { FoldedWords.hashes(of: $0) })
  }
}
