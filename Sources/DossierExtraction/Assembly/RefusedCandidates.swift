public import DossierKnowledge
public import DossierModel
public import DossierText

/// Words that a catalogue knows as a name, or that look like an indicator, and that a report does not assert.
public struct RefusedCandidate: Sendable, Hashable {
  /// Where they stand.
  public var range: TextRange
  /// The words.
  public var words: String
  /// What they would be: “group Play”, “ipv4-addr”.
  public var meaning: String
  /// Why they are not taken for it.
  public var reason: String

  /// What was not asserted of a document, in the order of its text.
  public static func all(in document: Document, table: KnowledgeTable) -> [RefusedCandidate] {
    let text = AnalysedText(document, table: table)
    var found = text.unsettled.map { open in
      let range = text.range(of: Int(open.name.first)..<Int(open.name.end))
      let entry = table.entry(open.name.entry)
      return RefusedCandidate(
        range: range, words: document.text[range],
        meaning: entry.map { "\($0.kind.word) \($0.name)" } ?? "a name", reason: open.reason)
    }
    found += IndicatorScanner.refused(document.text.bytes, in: document.articleRanges).map { refused in
      RefusedCandidate(
        range: refused.range, words: document.text[refused.range], meaning: refused.kind.rawValue,
        reason: refused.reason)
    }
    var seen: Set<RefusedCandidate> = []
    return found.filter { seen.insert($0).inserted }.sorted {
      ($0.range, $0.meaning) < ($1.range, $1.meaning)
    }
  }
}

extension Document {
  /// The ranges of the article's own blocks.
  var articleRanges: [TextRange] {
    blocks.filter { $0.role == .title || $0.role == .body || $0.role == .caption }.map(\.range)
  }
}
