/// Days and times as the report writes them.
enum CalendarDate {
  /// Whether `text` is a day that exists, `YYYY-MM-DD`.
  static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      text.utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return false }
    return day >= 1 && day <= days(in: month, of: year)
  }

  /// Whether `text` is a time in UTC, `YYYY-MM-DDThh:mm:ssZ`, perhaps with a fraction (RFC 3339).
  static func isTime(_ text: String) -> Bool {
    guard text.utf8.count >= 20, text.hasSuffix("Z"), isDay(String(text.prefix(10))) else { return false }
    let clock = text.dropFirst(10).dropLast()
    guard clock.first == "T" else { return false }
    let fields = clock.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0].utf8.count == 2, fields[1].utf8.count == 2, let hour = Int(fields[0]),
      let minute = Int(fields[1]), hour < 24, minute < 60, hour >= 0, minute >= 0
    else { return false }
    let seconds = fields[2].split(separator: ".", omittingEmptySubsequences: false)
    guard seconds.count <= 2, seconds[0].utf8.count == 2, let second = Int(seconds[0]),
      (0..<61).contains(second)
    else { return false }
    return seconds.count == 1
      || (!seconds[1].isEmpty && seconds[1].utf8.allSatisfy { (0x30...0x39).contains($0) })
  }

  /// Whether `text` is a year, a month, a day or a time, as publication dates are.
  static func isDateOfAnyPrecision(_ text: String) -> Bool {
    switch text.utf8.count {
    case 4: isDay(text + "-01-01")
    case 7: isDay(text + "-01")
    case 10: isDay(text)
    default: text.utf8.count > 10 && isDay(String(text.prefix(10)))
    }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
