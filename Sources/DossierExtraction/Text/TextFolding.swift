import DossierKnowledge
import DossierModel
import DossierSyntax
import DossierText

/// Names folded for comparison.
enum TextFolding {
  /// A key that is equal for names that differ only in case, accents, hyphens and spacing.
  static func fold(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var key = ""
    for token in Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count)) where token.kind != .mark {
      key += String(token.fold, radix: 36)
      key += " "
    }
    return key
  }
}
