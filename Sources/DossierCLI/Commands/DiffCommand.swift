import ArgumentParser
import DossierExtraction
import DossierHost
import DossierModel
import DossierReading
import DossierText

/// `dossier diff`: what claims changed between two reports.
struct DiffCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what claims changed between two reports.",
    discussion: """
      Each side is anything that is read: a report in YAML or JSON, parsed claims, an article. Several reports on one \
      side are merged first. Claims are matched by what they say, so other ids, another order and another place in the \
      text change nothing. Ends with 0 if no claim differs, with 1 if some do, with 2 if a side cannot be read.
      """)

  @Argument(help: ArgumentHelp("The old report or article; '-' is the standard input.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The new one.", valueName: "new"))
  var new: String

  @Option(help: "How the differences are shown.")
  var format = Format.text

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Read both as this format, whatever they look like.", valueName: "format"))
  var inputFormat: InputFormat?

  @Option(help: "Which claims of articles are taken: about threats, or every reported statement.")
  var scope: ExtractionScope?

  @Option(help: ArgumentHelp("A configuration, whose extraction counts here.", valueName: "file"))
  var config: String?

  @OptionGroup var message: MessageOptions

  func run() async throws {
    let messages = message.writer
    var (configuration, isGood) = try ConfigurationOptions.load(config, messages)
    guard isGood else { throw ExitStatus.trouble }
    if let scope { configuration.extraction.scope = scope }
    if old == "-", new == "-" {
      throw messages.usage(
        Diagnostic(
          "usage.twice-stdin", .error, "the standard input cannot be both sides",
          help: "save one side in a file"))
    }
    var pipeline = ReportPipeline(settings: configuration.reportSettings, format: inputFormat)
    pipeline.maximumBytes = configuration.limits.inputBytes
    let before = await report(in: old, pipeline, messages)
    let after = await report(in: new, pipeline, messages)
    guard let before, let after else { throw ExitStatus.trouble }
    let comparison = ReportComparison(old: before, new: after)
    var output = StandardOutput()
    switch format {
    case .text:
      output.write(Array(ComparisonPage(comparison, colour: message.coloursOutput).text.utf8))
    case .json:
      var writer = JSONWriter(indent: 2)
      comparison.write(to: &writer)
      writer.newline()
      output.write(writer.bytes)
    }
    if let failure = output.failure {
      messages.write(failure)
      throw ExitStatus.trouble
    }
    if !comparison.isSame { throw ExitStatus.differs }
  }

  /// The report of one side; nil, after saying why, if there is none or a part of it cannot be read.
  private func report(in name: String, _ pipeline: ReportPipeline, _ messages: MessageWriter) async -> Report?
  {
    var expansion = InputExpansion()
    expansion.add(name)
    messages.write(expansion.diagnostics)
    guard expansion.diagnostics.isEmpty else { return nil }
    var pipeline = pipeline
    pipeline.merges = false
    var parts: [MergePart] = []
    var isWhole = true
    await pipeline.forEachOutcome(of: expansion.inputs) { outcome in
      messages.write(outcome.diagnostics)
      isWhole = isWhole && !outcome.hasErrors
      parts += outcome.reports.map { MergePart(report: $0.report, documents: $0.documents) }
      return true
    }
    guard isWhole else { return nil }
    if parts.count == 1 { return parts[0].report }
    if let merged = ReportBuilder.merged(parts, settings: pipeline.settings) { return merged.report }
    messages.write(
      Diagnostic(
        "input.no-report", .error, "there is no report or article in '\(name)'",
        help: "name a report in YAML or JSON, parsed claims, or an article"))
    return nil
  }
}
