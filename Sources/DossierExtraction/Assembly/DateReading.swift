import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Reads times in words as intervals of days; what the words leave open stays open.
struct DateReading: Sendable {
  /// Year, month and day of publication as far as known, which "last March" is counted from.
  private let published: (year: Int, month: Int?)?

  /// A reader for a text published at this date (`2021`, `2021-07`, `2021-07-20` or longer).
  init(published: String?) {
    let parts = (published ?? "").prefix(10).split(separator: "-").compactMap { Int($0) }
    self.published = parts.first.map { ($0, parts.count > 1 ? parts[1] : nil) }
  }

  /// The first time that a run of tokens names, if any.
  func interval(in tokens: Range<Int>, of text: AnalysedText) -> DossierModel.TimeInterval? {
    for match in text.lexemes(in: tokens) where match.lexeme.category == .time {
      guard let word = match.lexeme.as(TimeWord.self), let month = word.month else { continue }
      // "may" and "march" are months only in capitals or in French.
      guard match.lexeme.language == .fr || text.tokens[Int(match.first)].shape.contains(.capitalised) else {
        continue
      }
      return interval(month: month, at: Int(match.first), within: tokens, of: text)
    }
    for token in tokens where text.tokens[token].kind == .number {
      if let year = year(text.word(token)), isYear(token, in: text) {
        return DossierModel.TimeInterval(
          earliest: "\(year)-01-01", latest: "\(year)-12-31", words: text.word(token))
      }
    }
    return nil
  }

  private func interval(month: Int, at position: Int, within tokens: Range<Int>, of text: AnalysedText)
    -> DossierModel.TimeInterval
  {
    var words = position..<position + 1
    var day: Int?
    var year: Int?
    for delta in [-1, 1, 2] {
      let here = position + delta
      guard tokens.contains(here), text.tokens[here].kind == .number else { continue }
      let number = Int(text.word(here))
      if let number, (1...31).contains(number), delta != 2, day == nil {
        day = number
      } else if let found = self.year(text.word(here)) {
        year = found
      } else {
        continue
      }
      words = min(words.lowerBound, here)..<max(words.upperBound, here + 1)
    }
    if tokens.contains(position + 3), year == nil, day != nil, let found = self.year(text.word(position + 3))
    {
      year = found
      words = words.lowerBound..<position + 4
    }
    for match in text.lexemes(
      in: max(tokens.lowerBound, words.lowerBound - 1)..<min(tokens.upperBound, words.upperBound + 1))
    where match.lexeme.category == .time && match.lexeme.means(TimeWord.last) {
      words = min(words.lowerBound, Int(match.first))..<max(words.upperBound, Int(match.end))
    }
    let said = text.words(words)
    guard let resolved = year ?? inferredYear(of: month) else {
      return DossierModel.TimeInterval(earliest: nil, latest: nil, words: said)
    }
    let days = Self.days(in: month, of: resolved)
    if let day, day <= days {
      let date = Self.date(resolved, month, day)
      return DossierModel.TimeInterval(earliest: date, latest: date, words: said)
    }
    return DossierModel.TimeInterval(
      earliest: Self.date(resolved, month, 1), latest: Self.date(resolved, month, days), words: said)
  }

  /// The year of a month named without one: the last such month before publication.
  private func inferredYear(of month: Int) -> Int? {
    guard let published else { return nil }
    guard let publishedMonth = published.month else { return nil }
    return month <= publishedMonth ? published.year : published.year - 1
  }

  private func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let value = Int(word), (1980...2100).contains(value) else { return nil }
    return value
  }

  /// A number of four digits is a year where "in", "en", "since" or "depuis" stands before it.
  private func isYear(_ token: Int, in text: AnalysedText) -> Bool {
    guard token > 0 else { return false }
    return text.lexemes(at: token - 1).contains { match in
      match.lexeme.category == .preposition || match.lexeme.category == .time
    }
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

extension TimeWord {
  /// The number of the month.
  fileprivate var month: Int? {
    switch self {
    case .january: 1
    case .february: 2
    case .march: 3
    case .april: 4
    case .may: 5
    case .june: 6
    case .july: 7
    case .august: 8
    case .september: 9
    case .october: 10
    case .november: 11
    case .december: 12
    default: nil
    }
  }
}
