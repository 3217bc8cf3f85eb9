import DossierKnowledge
import DossierModel
import DossierText

/// What stands before the first words of an agency's dispatch or a live report: where, when, and which agency.
enum Dispatch {
  /// Where a block's first sentence starts behind such a line: "WASHINGTON (agency) - ", "Berne (ats) ", "Paris, le 3 mai – ",
  /// "OTTAWA | ", "10:40 a.m. ".
  static func start(of sentence: AnalysedText.Sentence, in text: AnalysedText) -> Int {
    let first = sentence.tokens.lowerBound
    guard first == 0 || text.sentence(at: first - 1)?.block != sentence.block else { return first }
    let start =
      behindDash(sentence, in: text) ?? behindAgency(sentence, in: text) ?? behindTime(sentence, in: text)
      ?? behindPlace(sentence, in: text)
    return start ?? first
  }

  /// "WASHINGTON, July 20 (Reuters) - ", "(AFP) – ", "27 février (Reuters) - ", "OTTAWA | "
  private static func behindDash(_ sentence: AnalysedText.Sentence, in text: AnalysedText) -> Int? {
    let first = sentence.tokens.lowerBound
    var isCertain = false
    for position in first..<min(first + 12, sentence.tokens.upperBound) {
      let token = text.tokens[position]
      if token.kind != .mark {
        guard isPlaceOrDate(position, in: text) || position > first && text.word(position - 1) == "(" else {
          return nil
        }
        let isInCapitals = token.shape.contains(.allCapitals) && token.range.count > 2
        isCertain = isCertain || isInCapitals || !token.shape.contains(.capitalised)
        continue
      }
      let mark = Mark(text.document.text.bytes, token)
      if position == first {
        guard mark == .openingBracket else { return nil }
        continue
      }
      isCertain = isCertain || mark == .openingBracket
      let isDash = mark == .dash || mark == .hyphen && token.shape.contains(.spaceBefore)
      guard isDash || text.isSign(position, "|") else { continue }
      // "Mandiant – part of Google – accused": an aside between two dashes.
      if isDash, !isCertain,
        (position + 1..<min(position + 16, sentence.tokens.upperBound)).contains(where: { next in
          text.tokens[next].kind == .mark && Mark(text.document.text.bytes, text.tokens[next]) == .dash
        })
      {
        return nil
      }
      return position + 1 < sentence.tokens.upperBound ? position + 1 : nil
    }
    return nil
  }

  /// "Berne (ats) ", "TAIPEI, Jan. 4 (CNA) ", "(Belga) ": no dash parts the agency from what it tells.
  private static func behindAgency(_ sentence: AnalysedText.Sentence, in text: AnalysedText) -> Int? {
    let first = sentence.tokens.lowerBound
    guard
      let open = (first..<min(first + 9, sentence.tokens.upperBound)).first(where: { text.isSign($0, "(") }),
      let close = (open + 1..<min(open + 5, sentence.tokens.upperBound)).first(where: { text.isSign($0, ")") }
      ),
      close + 1 < sentence.tokens.upperBound,
      (open + 1..<close).contains(where: { text.table.contains(text.folded($0), in: .newsAgencies) }),
      (first..<open).allSatisfy({ position in
        text.tokens[position].kind == .mark
          // "Jan. 4"
          ? text.isComma(position) || text.isSign(position, ".") : isPlaceOrDate(position, in: text)
      })
    else { return nil }
    return close + 1
  }

  /// "09.12 ", "10:40 a.m. ": when a live report says it.
  private static func behindTime(_ sentence: AnalysedText.Sentence, in text: AnalysedText) -> Int? {
    var next = sentence.tokens.lowerBound
    let end = sentence.tokens.upperBound
    guard text.tokens[next].kind == .number, next + 2 < end else { return nil }
    let hour = text.word(next)
    next += 1
    if text.isSign(next, ":") || text.isSign(next, ".") {
      guard text.tokens[next + 1].kind == .number, !text.tokens[next + 1].shape.contains(.spaceBefore),
        hour.count <= 2
      else { return nil }
      next += 2
    } else {
      guard hour.count <= 5, let mark = hour.firstIndex(where: { $0 == "." || $0 == ":" }),
        hour.distance(from: mark, to: hour.endIndex) == 3
      else { return nil }
    }
    while next < end, text.isSign(next, ".") || text.table.contains(text.folded(next), in: .clockWords) {
      next += 1
    }
    guard next < end, text.tokens[next].shape.contains(.capitalised) else { return nil }
    return next
  }

  /// "NEW DELHI: ": a place in capitals before a colon.
  private static func behindPlace(_ sentence: AnalysedText.Sentence, in text: AnalysedText) -> Int? {
    let first = sentence.tokens.lowerBound
    guard
      let colon = (first + 1..<max(first + 1, min(first + 4, sentence.tokens.upperBound))).first(where: {
        text.isSign($0, ":")
      }), colon + 1 < sentence.tokens.upperBound,
      (first..<colon).allSatisfy({ text.tokens[$0].shape.contains(.allCapitals) }),
      text.names(covering: first).contains(where: { match in
        Int(match.end) == colon && text.entry(match.entry).map { $0.kind == .state } ?? false
      })
    else { return nil }
    return colon + 1
  }

  private static func isPlaceOrDate(_ position: Int, in text: AnalysedText) -> Bool {
    let token = text.tokens[position]
    if token.kind == .number || token.shape.contains(.capitalised) || token.shape.contains(.allCapitals) {
      return true
    }
    if text.lexemes(at: position).contains(where: { $0.lexeme.category == .time }) { return true }
    // "Berne, le 3 mai"
    return position + 1 < text.tokens.count && text.tokens[position + 1].kind == .number
      && text.lexeme(.determiner, covering: position) != nil
  }
}
