import CReadingData

/// The data files that are embedded in the program: tab-separated columns, `#` starts a comment.
///
/// They are cut by bytes: every start of the program pays for it, and cutting them by characters took most of a short
/// run's time.
enum DataFile {
  /// Rows of `languages.tsv`.
  static var languages: [[Substring]] { rows(of: dossier_reading_languages()) }
  /// Rows of `phrases.tsv`.
  static var phrases: [[Substring]] { rows(of: dossier_reading_phrases()) }
  /// Rows of `hints.tsv`.
  static var hints: [[Substring]] { rows(of: dossier_reading_hints()) }
  /// Rows of `dates.tsv`.
  static var dates: [[Substring]] { rows(of: dossier_reading_dates()) }

  private static func rows(of file: DossierReadingFile) -> [[Substring]] {
    let text = UnsafeRawBufferPointer(start: file.bytes, count: file.count).withMemoryRebound(to: UInt8.self)
    {
      String(decoding: $0, as: UTF8.self)
    }
    return text.utf8.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map {
      row in
      row.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(Substring.init)
    }
  }

  /// The phrases of a cell, which stand between ` | `.
  static func phrases(in cell: Substring) -> [String] {
    cell.utf8.split(separator: UInt8(ascii: "|")).map { bytes in
      var phrase = bytes
      while phrase.first == UInt8(ascii: " ") { phrase.removeFirst() }
      while phrase.last == UInt8(ascii: " ") { phrase.removeLast() }
      return String(Substring(phrase))
    }
  }
}
