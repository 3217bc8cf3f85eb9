package import DossierModel
import DossierText

extension Words {
  /// A whole number with its digits in groups of three.
  package func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += typography.thousands }
      text.append(digit)
    }
    return text
  }

  /// A date as precise as it is given: `2021`, `2021-07`, `2021-07-20`, or a time, of which the day is told.
  ///
  /// Text that is no date comes back as nil.
  package func date(_ text: String) -> String? {
    CalendarDate(text).map(date)
  }

  private func date(_ date: CalendarDate) -> String {
    guard let month = date.month else { return "\(date.year)" }
    let name = typography.months[month - 1]
    guard let day = date.day else { return "\(name) \(date.year)" }
    return typography.day(day, name, date.year)
  }

  /// An interval of days; a whole month or year is told as such. Nil where neither end is a date.
  package func interval(_ time: TimeInterval) -> String? {
    let earliest = time.earliest.flatMap(CalendarDate.init)
    let latest = time.latest.flatMap(CalendarDate.init)
    if let first = earliest, let last = latest, first.day == 1, last.isLastOfMonth, first.year == last.year {
      if first.month == 1, last.month == 12 { return "\(first.year)" }
      if let month = first.month, month == last.month {
        return "\(typography.months[month - 1]) \(first.year)"
      }
    }
    switch (earliest.map(date), latest.map(date)) {
    case (let first?, let last?): return first == last ? first : "\(first) – \(last)"
    case (let first?, nil): return labels.since + first
    case (nil, let last?): return labels.until + last
    case (nil, nil): return nil
    }
  }
}

/// A date of the Gregorian calendar, as precise as it was given.
struct CalendarDate {
  let year: Int
  let month: Int?
  let day: Int?

  /// Reads the date at the start of an ISO 8601 text.
  init?(_ text: String) {
    guard let date = text.withUTF8Bytes(Self.init(bytes:)) else { return nil }
    self = date
  }

  private init?(bytes: UnsafeBufferPointer<UInt8>) {
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4) else { return nil }
    self.year = year
    guard bytes.count > 4 else {
      month = nil
      day = nil
      return
    }
    guard bytes[4] == 0x2D, let month = number(5..<7), (1...12).contains(month) else { return nil }
    self.month = month
    guard bytes.count > 7 else {
      day = nil
      return
    }
    guard bytes[7] == 0x2D, let day = number(8..<10), (1...31).contains(day) else { return nil }
    guard bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20 else { return nil }
    self.day = day
  }

  /// Whether it is the last day of its month.
  var isLastOfMonth: Bool {
    guard let month, let day else { return false }
    switch month {
    case 2:
      let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
      return day == (isLeap ? 29 : 28)
    case 4, 6, 9, 11: return day == 30
    default: return day == 31
    }
  }
}
