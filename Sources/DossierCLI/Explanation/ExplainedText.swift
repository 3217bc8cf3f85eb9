import DossierHost

/// An explained article for the terminal: `⟦` where a claim's evidence begins, its id and `⟧` where it ends.
struct ExplainedText {
  private(set) var text = ""
  private let style: TextStyle

  /// Writes the article, with colours if asked for.
  init(_ article: ExplainedArticle, colour: Bool) {
    style = TextStyle(isOn: colour)
    for paragraph in article.paragraphs {
      for piece in paragraph.pieces {
        switch piece {
        case .words(let words): text += TerminalText.printable(words)
        case .opening: text += style.yellow("⟦")
        case .closing(let claim): text += style.yellow(" \(claim)⟧")
        }
      }
      text += "\n"
      for claim in paragraph.claims { write(claim) }
      text += "\n"
    }
    if !article.refused.isEmpty { write(refused: article.refused) }
  }

  private mutating func write(_ claim: ExplainedArticle.ExplainedClaim) {
    text += "  \(style.bold(claim.id)) \(TerminalText.printable(claim.head))\n"
    for row in claim.rows {
      let label = row.label + String(repeating: " ", count: max(1, 11 - row.label.count))
      text += "     \(style.dim(label))\(TerminalText.printable(row.value))"
      text += row.note.isEmpty ? "\n" : style.dim(" (\(TerminalText.printable(row.note)))") + "\n"
    }
  }

  private mutating func write(
    refused: [(place: String, words: String, meaning: String, reason: String)]
  ) {
    text += style.bold("Not taken for what it looks like") + "\n"
    for candidate in refused.prefix(100) {
      let words = "\(candidate.place) “\(candidate.words)” is not \(candidate.meaning)"
      text += "  \(TerminalText.printable(words))"
      text += style.dim(" (\(TerminalText.printable(candidate.reason)))") + "\n"
    }
    if refused.count > 100 { text += "  and \(refused.count - 100) more\n" }
  }
}
