import DossierModel
import DossierText

/// Puts the indicators of documents into a report: one for each thing, at its first mention.
struct FindingAssembly {
  /// The indicators of the articles' own blocks, with ids in the order of the text.
  private(set) var indicators: [Indicator] = []
  /// What looks like an indicator and is none, document by document.
  private(set) var refused: [[RefusedIndicator]] = []

  /// Reads documents, each once.
  init(_ documents: [Document]) {
    var result: [Indicator] = []
    var places: [String: Int] = [:]
    for (number, document) in documents.enumerated() {
      let (found, refused) = IndicatorScanner.read(document.text.bytes, in: document.articleRanges)
      self.refused.append(refused)
      guard !found.isEmpty else { continue }
      let index = CodePointIndex(document.text.bytes)
      for indicator in found {
        let key = "\(indicator.kind.rawValue) \(indicator.value)"
        if let known = places[key] {
          // A value that is defanged anywhere is an attacker's.
          if indicator.role == .malicious || indicator.role == .sinkhole {
            result[known].role = indicator.role
          }
          continue
        }
        places[key] = result.count
        let written = document.text[indicator.range]
        result.append(
          Indicator(
            id: "i\(result.count + 1)", kind: indicator.kind.rawValue, value: indicator.value,
            mention: Mention(
              source: "s\(number + 1)", start: Int(index.codePoint(atByte: indicator.range.start)),
              end: Int(index.codePoint(atByte: indicator.range.end)), text: written),
            role: indicator.role,
            marks: IndicatorMarks.marks(indicator.kind, indicator.value, written: written)))
      }
    }
    indicators = result
  }
}
