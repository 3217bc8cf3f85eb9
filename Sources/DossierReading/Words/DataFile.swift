import CReadingData

/// The data files that are embedded in the program: tab-separated columns, `#` starts a comment.
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
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  /// The phrases of a cell, which stand between ` | `.
  static func phrases(in cell: Substring) -> [String] {
    cell.split(separator: "|").map { phrase in
      String(phrase.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
