import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// The report's id: made from what was read and by whom, so the same input gives the same id.
enum ReportIdentity {
  /// `report--` and a UUID in the shape of version 4 over the SHA-256 of the sources and settings.
  static func id(of sources: [Source], settings: ReportSettings) -> String {
    var hash = SHA256()
    hash.update(
      "dossier.report/1\n\(settings.idSeed)\n\(settings.producer.name)\n\(settings.scope.rawValue)\n")
    for source in sources { hash.update("\(source.sha256)\n\(source.title)\n\(source.url ?? "")\n") }
    let digest = hash.finalize()
    var bytes = (0..<16).map { digest[$0] }
    bytes[6] = bytes[6] & 0x0F | 0x40
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array("0123456789abcdef".utf8)
    var text = "report--"
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte >> 4)]))
      text.unicodeScalars.append(Unicode.Scalar(digits[Int(byte & 15)]))
    }
    return text
  }
}

/// The report's time: never the clock's.
enum ReportClock {
  /// The configured time, else the publication date, else the fall-back, else the input's own time.
  static func created(_ settings: ReportSettings, published: String?, modified: String?) -> String {
    if let created = settings.created { return created }
    if let published, let time = time(published) { return time }
    return settings.fallbackTime ?? modified ?? "1970-01-01T00:00:00Z"
  }

  /// A date or time as RFC 3339 UTC; a year or month counts from its first day.
  private static func time(_ date: String) -> String? {
    switch date.utf8.count {
    case 4: "\(date)-01-01T00:00:00Z"
    case 7: "\(date)-01T00:00:00Z"
    case 10: "\(date)T00:00:00Z"
    default: date.hasSuffix("Z") ? date : nil
    }
  }
}
