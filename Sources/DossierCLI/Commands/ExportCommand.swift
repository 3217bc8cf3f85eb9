import ArgumentParser
import DossierHost
import DossierModel
import DossierText

/// `dossier export`: the main job.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Read articles and write their reports in every format that the configuration or the flags name.",
    discussion: """
      Flags override the configuration. Paths in a configuration start from its own directory, paths in flags from \
      the working directory. Where 'to' has no place such as {slug}, all reports go into one file.
      """)

  @OptionGroup var input: InputOptions

  @Option(help: ArgumentHelp("The configuration (see 'dossier init').", valueName: "file"))
  var config: String?

  @OptionGroup var output: OutputOptions
  @OptionGroup var report: ReportOptions

  @Flag(help: "List every fact of a report that a format cannot hold, not only their number.")
  var losses = false

  @Flag(help: "End with exit code 3 if a format could not hold some fact.")
  var failOnLoss = false

  @Flag(help: "End with exit code 3 if there was a warning.")
  var failOnWarning = false

  @Flag(help: "Do not name the files written.")
  var quiet = false

  @OptionGroup var message: MessageOptions

  func run() async throws {
    let messages = message.writer
    let registry = try Dossier.registry(messages)
    var (configuration, isGood) = try ConfigurationOptions.load(config, messages)
    report.apply(to: &configuration)
    input.apply(to: &configuration)
    // What a mistake left without a place has been told of.
    if !isGood { configuration.outputs.removeAll { $0.to == nil || $0.exporter == nil } }
    try output.apply(to: &configuration, messages)
    if !input.inputs.isEmpty { configuration.inputs = input.inputs.map { Located($0) } }
    if !isGood, configuration.inputs.isEmpty || configuration.outputs.isEmpty { throw ExitStatus.usage }
    if configuration.inputs.isEmpty { throw messages.usage(InputOptions.nothingNamed) }
    if configuration.outputs.isEmpty {
      throw messages.usage(
        Diagnostic(
          "usage.no-output", .error, "no output is named",
          help: "name formats with --format (see 'dossier exporters'), or a configuration with --config"))
    }
    var mistakes: [Diagnostic] = []
    var missing: [Diagnostic] = []
    let plan = ExportPlan(
      configuration, registry: registry, format: input.format, mistakes: &mistakes, missingInputs: &missing)
    messages.write(mistakes + missing)
    if !isGood || mistakes.contains(where: { $0.severity == .error }) { throw ExitStatus.usage }
    try await carryOut(plan, messages, alreadyFailed: !missing.isEmpty)
  }

  private func carryOut(_ plan: ExportPlan, _ messages: MessageWriter, alreadyFailed: Bool) async throws {
    var summary = ExportSummary(listsLosses: losses, namesFiles: !quiet, messages: messages)
    let progress = ProgressLine(isShown: StandardError.isTerminal && messages.format == .text)
    var run = ExportRun(plan) { event in
      progress.clear()
      summary.take(event)
      if case .progress(let done, let total) = event { progress.show(done, of: total) }
    }
    await run.run()
    progress.clear()
    summary.finish()
    if run.hasFailed || alreadyFailed { throw ExitStatus.failed }
    if failOnLoss && run.lossCount > 0 || failOnWarning && run.hasWarned { throw ExitStatus.refused }
  }
}

/// What is written, by flags.
struct OutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Exporters, separated by commas.", valueName: "names"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "Where to: a path, a path with {slug}, {id} or {date}, a directory, or '-' for the standard output.",
      valueName: "path"))
  var to: String?

  @Option(help: ArgumentHelp(OutputKeys.help("tlp_ceiling")))
  var tlpCeiling: TLP?

  @Option(help: ArgumentHelp(OutputKeys.help("language")))
  var language: WordLanguage?

  @Option(help: ArgumentHelp(OutputKeys.help("redact") + " (may be repeated)", valueName: "name"))
  var redact: [String] = []

  @Option(help: ArgumentHelp(OutputKeys.help("compression")))
  var compression: OutputCompression?

  @Option(
    help: ArgumentHelp(
      "An option of an exporter, such as csv.table=entities; may be repeated.", valueName: "option"))
  var option: [String] = []

  /// Lets the flags override the outputs of a configuration.
  func apply(to configuration: inout Configuration, _ messages: MessageWriter) throws {
    if let format {
      var outputs: [OutputSection] = []
      for name in format.split(separator: ",").map(String.init) {
        let configured = configuration.outputs.filter { $0.exporter?.value == name }
        outputs += configured.isEmpty ? [OutputSection(exporter: Located(name))] : configured
      }
      configuration.outputs = outputs
    }
    if let to {
      let isDirectory = configuration.outputs.count > 1 && to != "-"
      let path = isDirectory && !to.hasSuffix("/") ? to + "/" : to
      for index in configuration.outputs.indices { configuration.outputs[index].to = Located(path) }
    }
    for index in configuration.outputs.indices where configuration.outputs[index].to == nil {
      guard configuration.outputs.count == 1 else {
        throw messages.usage(
          Diagnostic(
            "usage.no-path", .error, "several formats cannot all go to the standard output",
            help: "name a directory with --to"))
      }
      configuration.outputs[index].to = Located("-")
    }
    for index in configuration.outputs.indices {
      // A flag makes a ceiling lower, never higher.
      if let tlpCeiling {
        configuration.outputs[index].tlpCeiling = min(
          tlpCeiling, configuration.outputs[index].tlpCeiling ?? .red)
      }
      configuration.outputs[index].redact += redact.map { Located($0) }
      if let language { configuration.outputs[index].language = language }
      if let compression { configuration.outputs[index].compression = Located(compression) }
    }
    for text in option {
      guard let given = GivenOption(text) else {
        throw messages.usage(
          Diagnostic(
            "usage.option", .error, "'\(text)' is not an option of an exporter",
            help: "write EXPORTER.OPTION=VALUE, such as csv.table=entities"))
      }
      try given.apply(to: &configuration, messages)
    }
  }
}
