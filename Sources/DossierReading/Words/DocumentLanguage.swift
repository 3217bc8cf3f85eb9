import DossierModel
import DossierText

extension Document {
  /// Tells the language by the words of the article, and marks blocks that are in another one.
  ///
  /// - Parameters:
  ///   - declared: The language that the input declares, which settles the region, and the whole where the words tell
  ///     nothing.
  ///   - counted: What the words of each block say, where they have been counted already.
  mutating func settleLanguage(declared: String? = nil, counted: [LanguageEvidence] = []) {
    let declared = declared.flatMap(LanguageTag.normalised)
    var whole = LanguageEvidence()
    var parts: [(block: Int, evidence: LanguageEvidence)] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for (index, block) in blocks.enumerated() where block.role == .body && block.kind != .code {
        var evidence = LanguageEvidence()
        if counted.count == blocks.count {
          evidence = counted[index]
        } else {
          evidence.add(bytes, block.range.indices)
        }
        whole.add(evidence)
        parts.append((index, evidence))
      }
    }
    // Each block speaks for its language with all its words, so that a language that is easier to tell does not win.
    var votes: [String: Int] = [:]
    for part in parts {
      if let language = part.evidence.language { votes[language, default: 0] += part.evidence.size }
    }
    let told =
      votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? whole.language
      ?? languageWithTitles(whole)
    if let told, declared?.hasPrefix(told) != true {
      metadata.language = told
    } else {
      metadata.language = declared ?? "und"
    }
    guard metadata.language != "und" else { return }
    for part in parts { blocks[part.block].language = part.evidence.language(unlike: metadata.language) }
  }

  /// What the headlines tell, where a body of a few words does not.
  private func languageWithTitles(_ body: LanguageEvidence) -> String? {
    var whole = body
    text.bytes.withUnsafeBufferPointer { bytes in
      for block in blocks where block.role == .title { whole.add(bytes, block.range.indices) }
    }
    return whole.language
  }
}
