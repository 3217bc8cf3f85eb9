import ArgumentParser
import DossierHost
import DossierText

/// `dossier check`: whether a configuration would run.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a configuration without running it: keys, values, exporters and files.")

  @Argument(help: ArgumentHelp("The configuration.", valueName: "config"))
  var config: String

  @OptionGroup var message: MessageOptions

  func run() throws {
    let messages = message.writer
    let registry = try Dossier.registry(messages)
    let (configuration, isGood) = try ConfigurationOptions.load(config, messages)
    var mistakes: [Diagnostic] = []
    var missing: [Diagnostic] = []
    let plan = ExportPlan(configuration, registry: registry, mistakes: &mistakes, missingInputs: &missing)
    if configuration.outputs.isEmpty {
      mistakes.append(
        Diagnostic(
          "config.no-output", .warning, "no output is named", at: Diagnostic.Location(file: config),
          help: "add one under 'outputs'"))
    }
    messages.write(mistakes + missing)
    let isWrong = (mistakes + missing).contains { $0.severity == .error }
    if !isGood || isWrong { throw ExitStatus.usage }
    var output = StandardOutput()
    output.write(Array("\(config): good: \(plan.inputCount) inputs, \(plan.outputCount) outputs\n".utf8))
  }
}
