/// Cuts UTF-8 text into tokens, the same way for names, cues and the parser.
///
/// - Hyphens and other marks are tokens of their own (`state-backed` is three tokens; none has a space before but the
///   first). Runs of one mark (`...`, `--`) are one token.
/// - Elided words end with their apostrophe (`l'` + `OTAN`, `qu'` + `ils`); English clitics start with it
///   (`China` + `'s`, `do` + `n't`, `they` + `'re`).
/// - Digits with inner separators are one token: `250,000`, `3.5`, and `250 000` where the space is a no-break one.
/// - Both the apostrophe `'` and the quotation mark `’` (U+2019) count as apostrophes between letters.
public enum Tokenizer {
  /// The tokens of `bytes` within `range`, in order. One pass, no allocation but the result's.
  public static func tokens(of bytes: [UInt8], in range: TextRange) -> [Token] {
    []
  }

  /// The fold of a word, as `Token.fold` has it: what a table's keys are made of.
  public static func fold(_ word: String) -> UInt32 {
    0
  }
}
