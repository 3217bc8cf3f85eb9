import ArgumentParser
import DossierExtraction
import DossierHost
import DossierModel
import DossierText

/// `dossier explain`: why claims were read so, and what a message means.
struct ExplainCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html, json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Show an article with each claim marked in place and why it was read so; or say what a message means.",
    discussion: """
      With an article: its text with ⟦ and ⟧ around each claim's words, and below each paragraph the speaker, the cue \
      with its rule, who is meant and where that was named; at the end the names and indicators that were not \
      taken for what they look like, and why; --format html makes a page of it. With an id such as config.unknown-key, which stands in \
      square brackets at a message's end: what it means and what to do; without anything all of these.
      """)

  @Argument(
    help: ArgumentHelp("An article ('-' for the standard input), or the id of a message.", valueName: "what"))
  var what: String?

  @Argument(help: ArgumentHelp("Of an article: only this claim, such as c3.", valueName: "claim"))
  var claim: String?

  @Option(help: "An article: text or html. Messages: text, json or markdown.")
  var format = Format.text

  @OptionGroup var report: ReportOptions

  @OptionGroup var message: MessageOptions

  func run() throws {
    if let what, claim != nil || MessageCatalogue.entry(what) == nil, let input = article(what) {
      return try explain(input)
    }
    try explainMessages(what)
  }

  /// The input of that name, if there is one.
  private func article(_ name: String) -> InputReference? {
    var expansion = InputExpansion()
    expansion.add(name)
    return expansion.inputs.first
  }

  private func explain(_ input: InputReference) throws {
    let messages = message.writer
    guard format == .text || format == .html else {
      throw messages.usage(
        Diagnostic(
          "usage.explain-format", .error, "an article is not explained as '\(format.rawValue)'",
          help: "take --format text or html; 'dossier extract --format json' writes the whole report"))
    }
    var configuration = Configuration()
    report.apply(to: &configuration)
    let outcome = ReportPipeline(configuration).outcome(for: input)
    messages.write(outcome.diagnostics)
    var output = StandardOutput()
    var articles: [ExplainedArticle] = []
    for built in outcome.reports {
      if let claim, !built.report.claims.contains(where: { $0.id == claim }) {
        throw messages.usage(
          Diagnostic(
            "usage.unknown-claim", .error, "the report of '\(input.name)' has no claim '\(claim)'",
            help: built.report.claims.isEmpty
              ? "it has none" : "it has c1 to c\(built.report.claims.count)"))
      }
      for (source, document) in zip(built.report.sources, built.documents) {
        let article = ExplainedArticle(built.report, document, source: source.id, only: claim)
        if format == .html {
          articles.append(article)
        } else {
          output.write(Array(ExplainedText(article, colour: message.coloursOutput).text.utf8))
        }
      }
    }
    if format == .html {
      let title = outcome.reports.first.map(\.report.title) ?? input.name
      output.write(Array(ExplainedPage(articles, title: title).html.utf8))
    }
    if outcome.hasErrors { throw ExitStatus.failed }
  }

  private func explainMessages(_ code: String?) throws {
    var entries = MessageCatalogue.entries
    if let code {
      let id = code.filter { $0 != "[" && $0 != "]" }
      guard let entry = MessageCatalogue.entry(id) else {
        throw message.writer.usage(
          Diagnostic(
            "usage.unknown-code", .error, "no message has the id '\(code)'",
            help: MessageCatalogue.nearest(to: id).map { "did you mean '\($0)'?" }
              ?? "'dossier explain' lists them"))
      }
      entries = [entry]
    }
    var output = StandardOutput()
    switch format {
    case .html:
      throw message.writer.usage(
        Diagnostic(
          "usage.explain-format", .error, "messages are not explained as 'html'",
          help: "take --format text, json or markdown"))
    case .text:
      let pages = entries.map { "\($0.ids.joined(separator: ", "))\n  \($0.text)\n" }
      output.write(Array(pages.joined(separator: "\n").utf8))
    case .markdown: output.write(Array(MessageCatalogue.markdown(entries).utf8))
    case .json:
      var writer = JSONWriter(indent: 2)
      writer.beginArray()
      for entry in entries {
        writer.beginObject()
        writer.key("ids")
        writer.strings(entry.ids)
        writer.key("text")
        writer.string(entry.text)
        writer.endObject()
      }
      writer.endArray()
      writer.newline()
      output.write(writer.bytes)
    }
  }
}
