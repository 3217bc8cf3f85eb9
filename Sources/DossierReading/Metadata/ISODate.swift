/// Dates as machines write them (RFC 3339, ISO 8601 and near it).
enum ISODate {
  /// `2021`, `2021-07`, `2021-07-20` or RFC 3339 from a text that starts like one; nil if it does not.
  static func normalised(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let year = digits(bytes, 0..<4), (1900...2199).contains(year) else { return nil }
    if bytes.count == 4 { return text }
    if bytes.count >= 8, let month = digits(bytes, 4..<6), let day = digits(bytes, 6..<8) {
      return isDay(month, day) ? "\(year)-\(WrittenDate.twoDigits(month))-\(WrittenDate.twoDigits(day))" : nil
    }
    guard bytes.count >= 7, bytes[4] == UInt8(ascii: "-"), let month = digits(bytes, 5..<7), isDay(month, 1)
    else {
      return nil
    }
    if bytes.count == 7 { return text }
    guard bytes.count >= 10, bytes[7] == UInt8(ascii: "-"), let day = digits(bytes, 8..<10), isDay(month, day)
    else {
      return nil
    }
    let date = String(decoding: bytes[0..<10], as: UTF8.self)
    return time(bytes).map { date + $0 } ?? date
  }

  private static func isDay(_ month: Int, _ day: Int) -> Bool {
    (1...12).contains(month) && (1...31).contains(day)
  }

  /// `THH:MM:SS` with its zone, if the text has both.
  private static func time(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 16, bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == 0x20,
      bytes[13] == UInt8(ascii: ":"),
      let hour = digits(bytes, 11..<13), let minute = digits(bytes, 14..<16), hour < 24, minute < 60
    else { return nil }
    var index = 16
    var second = 0
    if index + 2 < bytes.count, bytes[index] == UInt8(ascii: ":"), let value = digits(bytes, 17..<19),
      value < 61
    {
      second = value
      index = 19
    }
    while index < bytes.count,
      bytes[index] == UInt8(ascii: ".") || (bytes[index] >= 0x30 && bytes[index] <= 0x39)
    {
      index += 1
    }
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index < bytes.count, let zone = zone(Array(bytes[index...])) else { return nil }
    let parts = [hour, minute, second].map(WrittenDate.twoDigits)
    return "T\(parts[0]):\(parts[1]):\(parts[2])\(zone)"
  }

  private static func zone(_ bytes: [UInt8]) -> String? {
    if bytes[0] | 0x20 == UInt8(ascii: "z") { return "Z" }
    guard bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"), let hour = digits(bytes, 1..<3)
    else {
      return nil
    }
    let minute = digits(bytes, 3..<5) ?? digits(bytes, 4..<6) ?? 0
    guard hour < 15, minute < 60 else { return nil }
    if hour == 0, minute == 0 { return "Z" }
    return
      "\(bytes[0] == UInt8(ascii: "+") ? "+" : "-")\(WrittenDate.twoDigits(hour)):\(WrittenDate.twoDigits(minute))"
  }

  private static func digits(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.upperBound <= bytes.count else { return nil }
    var value = 0
    for index in range {
      guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return value
  }
}
