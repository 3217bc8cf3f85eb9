import DossierModel
import DossierText

/// An article as people read it on a terminal: what is known about it, then its blocks.
struct ArticlePage {
  let text: String

  init(_ document: Document, colour: Bool, explained: Bool = false) {
    let style = TextStyle(isOn: colour)
    let metadata = document.metadata
    var out =
      style.bold(TerminalText.printable(metadata.title.isEmpty ? "(no title)" : metadata.title)) + "\n"
    func line(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      out += style.dim(name + ": ") + TerminalText.printable(value) + "\n"
    }
    line("authors", metadata.authors.joined(separator: ", "))
    line("publisher", metadata.publisher)
    line("published", metadata.published)
    line("language", metadata.language)
    line("url", metadata.url)
    line("translation of", metadata.translationOf)
    line("agencies", metadata.agencies.joined(separator: ", "))
    for finding in explained ? document.metadataFindings : [] {
      let words = "\(finding.field) by \(finding.source): \(finding.value)"
      out += style.dim(finding.isUsed ? "used" : "passed over") + " " + TerminalText.printable(words) + "\n"
    }
    for block in document.blocks {
      let words = TerminalText.printable(document.text[block.range])
      out += "\n"
      switch block.role {
      case .body, .title: out += block.kind == .heading ? style.bold(words) : words
      case .caption, .byline, .boilerplate: out += style.dim("[\(block.role.rawValue)] \(words)")
      }
      out += "\n"
    }
    text = out + "\n"
  }
}
