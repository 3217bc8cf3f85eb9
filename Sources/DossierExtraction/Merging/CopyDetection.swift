import DossierKnowledge
public import DossierModel
import DossierText

/// A source that repeats the words of another, as an agency's report does in many papers.
public struct CopiedSource: Sendable, Hashable {
  /// Id of the source that repeats.
  public var source: String
  /// Name of its input.
  public var name: String
  /// Id of the earlier source that it repeats.
  public var original: String
  /// Name of the original's input.
  public var originalName: String
  /// The share of the shorter text's runs of words that both have, in per cent.
  public var share: Int
}

/// Finds articles whose bodies are nearly the same: by the runs of five words that they have in common (Broder 1997).
enum CopyDetection {
  private static let run = 5
  /// A body with fewer runs says too little to be called a copy.
  private static let least = 12
  private static let share = 0.8

  /// The copies among documents, which are in the order of their sources; each names the first that it repeats.
  static func copies(among documents: [(source: String, document: Document)]) -> [CopiedSource] {
    let runs = documents.map { Self.runs(of: $0.document) }
    var copies: [CopiedSource] = []
    for index in documents.indices {
      for earlier in 0..<index {
        let smaller = min(runs[index].count, runs[earlier].count)
        guard smaller >= least, !copies.contains(where: { $0.source == documents[earlier].source }) else {
          continue
        }
        let common = runs[index].intersection(runs[earlier]).count
        guard Double(common) >= share * Double(smaller) else { continue }
        copies.append(
          CopiedSource(
            source: documents[index].source, name: documents[index].document.text.name,
            original: documents[earlier].source, originalName: documents[earlier].document.text.name,
            share: common * 100 / smaller))
        break
      }
    }
    return copies
  }

  /// Hashes of the runs of words in the body, in small letters of ASCII.
  private static func runs(of document: Document) -> Set<UInt64> {
    var words: [UInt64] = []
    var runs: Set<UInt64> = []
    for block in document.blocks where block.role == .body {
      for token in Tokenizer.tokens(of: document.text.bytes, in: block.range) where token.kind != .mark {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in document.text.bytes[token.range.indices] {
          let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
          hash = (hash ^ UInt64(small)) &* 0x100_0000_01B3
        }
        words.append(hash)
        guard words.count >= run else { continue }
        runs.insert(words.suffix(run).reduce(0) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 })
      }
    }
    return runs
  }
}
