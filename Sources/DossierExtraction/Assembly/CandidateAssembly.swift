import DossierKnowledge
import DossierModel
import DossierText

/// Gathers what a catalogue knows as a name, or looks like an indicator, and is not asserted of a document.
struct CandidateAssembly {
  /// How many different ones a report keeps of a source: a list of versions may be as long as the text.
  private static let most = 512

  /// A place, before code points are counted.
  private struct Refused {
    let range: TextRange
    let kind: String
    let name: String?
    let reason: String
  }

  private struct Key: Hashable {
    let words: String
    let kind: String
    let name: String?
    let reason: String
  }

  private var found: [Refused] = []

  /// The candidates of a text, at their first places, in the order of the text. Linear.
  static func candidates(in text: AnalysedText, refused: [RefusedIndicator], source: String) -> [Candidate] {
    guard !text.unsettled.isEmpty || !refused.isEmpty else { return [] }
    var assembly = CandidateAssembly()
    for open in text.unsettled {
      let entry = text.table.entry(open.name.entry)
      assembly.found.append(
        Refused(
          range: text.range(of: Int(open.name.first)..<Int(open.name.end)),
          kind: entry.map { EntityKind($0.kind).rawValue } ?? "", name: entry?.name, reason: open.reason))
    }
    for one in refused {
      assembly.found.append(
        Refused(range: one.range, kind: one.kind.rawValue, name: nil, reason: one.reason))
    }
    return assembly.gathered(text.document.text, source: source)
  }

  private mutating func gathered(_ text: SourceText, source: String) -> [Candidate] {
    found.sort { ($0.range, $0.kind) < ($1.range, $1.kind) }
    let points = CodePointIndex(text.bytes)
    var candidates: [Candidate] = []
    var places: [Key: Int] = [:]
    var last: [Key: TextRange] = [:]
    for one in found {
      let words = text[one.range]
      let key = Key(words: words, kind: one.kind, name: one.name, reason: one.reason)
      guard last.updateValue(one.range, forKey: key) != one.range else { continue }
      if let place = places[key] {
        candidates[place].count += 1
        continue
      }
      guard candidates.count < Self.most else { continue }
      places[key] = candidates.count
      candidates.append(
        Candidate(
          kind: one.kind, name: one.name,
          mention: Mention(
            source: source, start: Int(points.codePoint(atByte: one.range.start)),
            end: Int(points.codePoint(atByte: one.range.end)), text: words), reason: one.reason))
    }
    return candidates
  }
}

extension Document {
  /// The ranges of the article's own blocks.
  var articleRanges: [TextRange] {
    blocks.filter { $0.role == .title || $0.role == .body || $0.role == .caption }.map(\.range)
  }
}
