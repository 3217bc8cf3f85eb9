import DossierModel

/// A passage of a source, as claims point at it.
struct Passage: Hashable {
  let source: String
  let start: Int
  let end: Int

  init(_ evidence: Evidence) {
    source = evidence.source
    start = evidence.start
    end = evidence.end
  }
}

/// A passage with its words and the claims that rest on it.
struct QuotedPassage {
  let place: Passage
  let exact: String
  var claims: [Int]

  /// The passages of a report by source, each source's in the order of its text.
  static func all(in report: Report) -> [QuotedPassage] {
    var passages: [QuotedPassage] = []
    var numbers: [Passage: Int] = [:]
    for (claim, part) in report.claims.enumerated() {
      for evidence in part.evidence {
        let place = Passage(evidence)
        if let number = numbers[place] {
          if passages[number].claims.last != claim { passages[number].claims.append(claim) }
        } else {
          numbers[place] = passages.count
          passages.append(QuotedPassage(place: place, exact: evidence.exact, claims: [claim]))
        }
      }
    }
    let order = Dictionary(
      report.sources.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    func key(_ passage: QuotedPassage) -> (Int, String, Int, Int) {
      (order[passage.place.source] ?? .max, passage.place.source, passage.place.start, passage.place.end)
    }
    return passages.sorted { key($0) < key($1) }
  }
}

/// The words of an evidence cut where its speaker, cue and content begin and end.
struct MarkedPieces {
  /// A run of words with the style classes that hold for it.
  struct Piece {
    let classes: String
    let text: String
  }

  let pieces: [Piece]

  init(_ evidence: Evidence) {
    let scalars = Array(evidence.exact.unicodeScalars)
    var marks = [UInt8](repeating: 0, count: scalars.count)
    for (bit, spans) in [(UInt8(1), evidence.speaker), (2, evidence.cue), (4, evidence.content)] {
      for span in spans {
        let first = max(0, min(scalars.count, span.start - evidence.start))
        let last = max(first, min(scalars.count, span.end - evidence.start))
        for place in first..<last { marks[place] |= bit }
      }
    }
    var pieces: [Piece] = []
    var start = 0
    for place in 1..<max(1, scalars.count + 1) where place == scalars.count || marks[place] != marks[start] {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[start..<place])
      pieces.append(Piece(classes: Self.classes(marks[start]), text: String(text)))
      start = place
    }
    self.pieces = pieces
  }

  private static func classes(_ mark: UInt8) -> String {
    [(UInt8(1), "speaker"), (2, "cue"), (4, "content")].filter { mark & $0.0 != 0 }.map(\.1).joined(
      separator: " ")
  }
}
