import DossierText

/// The errors of reading.
enum ReadingProblem {
  static func empty(_ name: String) -> Diagnostic {
    Diagnostic(
      "read.empty", .error, "the input is empty", at: Diagnostic.Location(file: name),
      help: "give a file that holds an article, or claims")
  }

  static func binary(_ name: String) -> Diagnostic {
    Diagnostic(
      "read.binary", .error, "the input is binary data and no text", at: Diagnostic.Location(file: name),
      help: "give text, HTML, a feed, e-mail, Markdown, PDF or claims, plain or compressed by gzip or zstd")
  }

  static func tooLarge(_ name: String, bound: Int, isUnpacked: Bool = true) -> Diagnostic {
    Diagnostic(
      "read.too-large", .error,
      "the input \(isUnpacked ? "unpacks to" : "holds") more than \(bound >> 20) MiB",
      at: Diagnostic.Location(file: name),
      help: "\(isUnpacked ? "unpack and split it" : "split it"), or raise the bound with --max-input")
  }

  static func noArticle(_ name: String, _ what: String) -> Diagnostic {
    Diagnostic(
      "read.no-article", .warning, "no article was found in \(what)", at: Diagnostic.Location(file: name),
      help: "paste the article's text into a file if the page shows it to readers only")
  }
}
