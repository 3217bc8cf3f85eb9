import ArgumentParser
import DossierExtraction
import DossierHost
import DossierModel
import DossierText

/// `dossier extract`: the neutral report alone.
struct ExtractCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, jsonl, yaml, text
  }

  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Show who claims what about whom: the neutral report of each article.",
    discussion: """
      'json' is one indented report after another, 'jsonl' one report a line, 'yaml' one document a report, 'text' the \
      claims with their words for people.
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "How the report is shown.")
  var format = Format.json

  @Option(help: ArgumentHelp("A configuration, whose report and extraction count here.", valueName: "file"))
  var config: String?

  @OptionGroup var report: ReportOptions
  @OptionGroup var message: MessageOptions

  func run() async throws {
    let messages = message.writer
    var (inputs, failed) = try input.expanded(reportingTo: messages)
    var (configuration, isGood) = try ConfigurationOptions.load(config, messages)
    guard isGood else { throw ExitStatus.usage }
    report.apply(to: &configuration)
    input.apply(to: &configuration)
    let pipeline = ReportPipeline(configuration, format: input.format)
    let colour = message.coloursOutput
    var output = StandardOutput()
    await pipeline.forEachOutcome(of: inputs) { outcome in
      messages.write(outcome.diagnostics)
      failed = failed || outcome.hasErrors
      for built in outcome.reports {
        switch format {
        case .json: output.write(built.report.json())
        case .jsonl: output.write(built.report.json(indent: 0))
        case .yaml: output.write(built.report.yaml)
        case .text: output.write(Array(ClaimsPage(built, colour: colour).text.utf8))
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

/// What reports say of themselves, by flags.
struct ReportOptions: ParsableArguments {
  @Option(help: "Which claims are taken: about threats, or every reported statement.")
  var scope: ExtractionScope?

  @Option(help: "The report's marking by the Traffic Light Protocol 2.0.")
  var tlp: TLP?

  @Flag(help: "Make one report about all articles, with each claim once.")
  var merge = false

  /// Lets the flags override a configuration.
  func apply(to configuration: inout Configuration) {
    if merge { configuration.report.articles = .merged }
    if let scope { configuration.extraction.scope = scope }
    if let tlp { configuration.report.tlp = tlp }
  }
}
