/// A moment in Coordinated Universal Time, to the second.
struct UTCTime: Sendable, Hashable {
  let secondsSince1970: Int

  init(secondsSince1970: Int) {
    self.secondsSince1970 = secondsSince1970
  }

  /// RFC 3339: `2021-07-20T00:00:00Z`. Years outside 0 to 9999 are clamped.
  var text: String {
    let clamped = min(max(secondsSince1970, -62_167_219_200), 253_402_300_799)
    let days = clamped >= 0 ? clamped / 86_400 : (clamped - 86_399) / 86_400
    let second = clamped - days * 86_400
    let (year, month, day) = Self.civil(days)
    return "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))T"
      + "\(Self.digits(second / 3600, 2)):\(Self.digits(second / 60 % 60, 2)):\(Self.digits(second % 60, 2))Z"
  }

  /// The date of a day counted from 1970-01-01, in the proleptic Gregorian calendar.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    // Years start in March here, so that the leap day is a year's last; an era is 400 such years.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private static func digits(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
