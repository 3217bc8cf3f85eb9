import DossierModel
import DossierText

extension Document {
  /// Tells the language by the words of the article, and marks blocks that are in another one.
  ///
  /// - Parameter declared: The language that the input declares, which settles the region, and the whole where the
  ///   words tell nothing.
  mutating func settleLanguage(declared: String? = nil) {
    let declared = declared.flatMap(LanguageTag.normalised)
    var whole = LanguageEvidence()
    var parts: [(block: Int, evidence: LanguageEvidence)] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for (index, block) in blocks.enumerated() where block.role == .body && block.kind != .code {
        var evidence = LanguageEvidence()
        evidence.add(bytes, block.range.indices)
        whole.add(evidence)
        parts.append((index, evidence))
      }
    }
    let told = whole.language
    if let told, declared?.hasPrefix(told) != true {
      metadata.language = told
    } else {
      metadata.language = declared ?? "und"
    }
    guard metadata.language != "und" else { return }
    for part in parts { blocks[part.block].language = part.evidence.language(unlike: metadata.language) }
  }
}
