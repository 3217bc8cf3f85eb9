/// Times as MISP writes them.
enum MISPTime {
  /// Seconds since 1970 of an RFC 3339 time in UTC; 0 where it is none. Fractions are cut.
  static func seconds(_ time: String) -> Int {
    let bytes = Array(time.utf8)
    guard bytes.count >= 20 else { return 0 }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1) - 48 } }
    let days = days(year: number(0..<4), month: number(5..<7), day: number(8..<10))
    return days * 86_400 + number(11..<13) * 3600 + number(14..<16) * 60 + number(17..<19)
  }

  /// Days since 1970-01-01 in the Gregorian calendar, by years that start in March.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let ofEra = year % 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return year / 400 * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  /// `YYYY-MM-DD hh:mm:ss` of an RFC 3339 time.
  static func dateTime(_ time: String) -> String {
    String(time.prefix(10)) + " " + time.dropFirst(11).prefix(8)
  }
}
