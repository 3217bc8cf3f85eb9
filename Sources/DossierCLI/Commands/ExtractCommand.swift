import ArgumentParser
import DossierExtraction
import DossierHost
import DossierModel
import DossierText

/// `dossier extract`: the neutral report alone.
struct ExtractCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, jsonl, text
  }

  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Show who claims what about whom: the neutral report of each article.",
    discussion: """
      'json' is one indented report after another, 'jsonl' one report a line, 'text' the claims with their words for \
      people.
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "How the report is shown.")
  var format = Format.json

  @OptionGroup var report: ReportOptions
  @OptionGroup var message: MessageOptions

  func run() async throws {
    let messages = message.writer
    var (inputs, failed) = try input.expanded(reportingTo: messages)
    let pipeline = ReportPipeline(settings: report.settings, format: input.format)
    let colour = message.coloursOutput
    var output = StandardOutput()
    await pipeline.forEachOutcome(of: inputs) { outcome in
      messages.write(outcome.diagnostics)
      failed = failed || outcome.hasErrors
      for built in outcome.reports {
        switch format {
        case .json: output.write(built.report.json())
        case .jsonl: output.write(built.report.json(indent: 0))
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

  /// The settings that the flags give.
  var settings: ReportSettings {
    var settings = ReportSettings()
    settings.fallbackTime = ProcessEnvironment.sourceDate
    if let scope { settings.scope = scope }
    if let tlp { settings.marking.tlp = tlp }
    return settings
  }
}
