import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Names folded for comparison.
enum TextFolding {
  /// A key that is equal for names that differ only in case, accents, hyphens and spacing.
  static func fold(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let folds = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count)).filter { $0.kind != .mark }.map(
      \.fold)
    return String(unsafeUninitializedCapacity: folds.count * (digits + 1)) { key in
      var count = 0
      for fold in folds {
        for place in 0..<digits {
          key[count + place] = 0x30 + UInt8(truncatingIfNeeded: fold &>> UInt32(place * 6) & 0x3F)
        }
        key[count + digits] = UInt8(ascii: " ")
        count += digits + 1
      }
      return count
    }
  }

  /// The keys of the words of a text, in their order.
  static func words(_ text: String) -> [Substring] { fold(text).split(separator: " ") }

  /// Letters of a word's key, six bits of its hash each.
  private static let digits = 6
}
