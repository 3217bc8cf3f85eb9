/// Dates of e-mail and RSS: `Tue, 20 Jul 2021 08:00:00 +0200` (RFC 5322, section 3.3).
enum MailDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let zones = [
    "ut": "Z", "gmt": "Z", "utc": "Z", "z": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00",
    "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
  ]

  /// RFC 3339, or a day where the time is missing; nil if the text is no date.
  static func normalised(_ text: String) -> String? {
    var parts = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\t" }).map(String.init)
    if let first = parts.first, first.first?.isLetter == true { parts.removeFirst() }
    guard parts.count >= 3, let day = Int(parts[0]), (1...31).contains(day),
      let month = months.firstIndex(of: String(parts[1].lowercased().prefix(3))), var year = Int(parts[2])
    else { return nil }
    if year < 100 { year += year < 70 ? 2000 : 1900 }
    guard (1900...2199).contains(year) else { return nil }
    let date = "\(year)-\(WrittenDate.twoDigits(month + 1))-\(WrittenDate.twoDigits(day))"
    guard parts.count >= 5, let zone = zone(parts[4]) else { return date }
    let time = parts[3].split(separator: ":").compactMap { Int($0) }
    guard time.count >= 2, time[0] < 24, time[1] < 60, time.allSatisfy({ $0 >= 0 }) else { return date }
    let second = time.count > 2 && time[2] < 60 ? time[2] : 0
    let clock = [time[0], time[1], second].map(WrittenDate.twoDigits).joined(separator: ":")
    return "\(date)T\(clock)\(zone)"
  }

  private static func zone(_ text: String) -> String? {
    if let zone = zones[text.lowercased()] { return zone }
    guard text.count == 5, let sign = text.first, sign == "+" || sign == "-",
      let number = Int(text.dropFirst()),
      number < 1500, number % 100 < 60
    else { return nil }
    if number == 0 { return "Z" }
    return "\(sign)\(WrittenDate.twoDigits(number / 100)):\(WrittenDate.twoDigits(number % 100))"
  }
}
