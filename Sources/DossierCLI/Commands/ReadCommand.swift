import ArgumentParser
import DossierHost
import DossierModel
import DossierText

/// `dossier read`: the article as it was read.
struct ReadCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, text
  }

  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show articles as they are read: title, authors, dates, language and the article's own words.",
    discussion: """
      JSON has the keys title, text, language, authors, publisher, published, url and more; 'text' is the article \
      without navigation and adverts, and 'blocks' is everything with its place and role. One object an article.
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "How the article is shown.")
  var format = Format.text

  @Flag(help: "Also show what each source in the input says of title, authors and dates, and which counted.")
  var explain = false

  @OptionGroup var message: MessageOptions

  func run() async throws {
    let messages = message.writer
    var (inputs, failed) = try input.expanded(reportingTo: messages)
    var configuration = Configuration()
    input.apply(to: &configuration)
    let pipeline = ReportPipeline(configuration, format: input.format)
    let colour = message.coloursOutput
    var output = StandardOutput()
    await pipeline.forEachArticles(in: inputs) { articles in
      messages.write(articles.diagnostics)
      failed = failed || articles.hasErrors
      for document in articles.documents {
        switch format {
        case .json:
          var writer = JSONWriter(indent: 2, reserving: document.text.bytes.count * 2 + 1024)
          document.write(to: &writer, explained: explain)
          writer.newline()
          output.write(writer.bytes)
        case .text: output.write(Array(ArticlePage(document, colour: colour, explained: explain).text.utf8))
        }
      }
      return !output.isClosed
    }
    if let failure = output.failure {
      messages.write(failure)
      failed = true
    }
    if failed { throw ExitStatus.failed }
  }
}
