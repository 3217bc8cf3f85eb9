import ArgumentParser
import DossierHost
import DossierReading
import DossierText

/// What is read: the arguments of every command that reads articles.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Files, directories, patterns, or '-' for the standard input.", valueName: "input"))
  var inputs: [String] = []

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Read inputs as this format, whatever they look like.", valueName: "format"))
  var format: InputFormat?

  @Option(
    help: ArgumentHelp("Refuse inputs that hold more, packed or unpacked; 64 by default.", valueName: "MiB"))
  var maxInput: Int?

  /// Lets the flags override a configuration.
  func apply(to configuration: inout Configuration) {
    if let maxInput { configuration.limits.inputMegabytes = maxInput }
  }

  func validate() throws {
    guard let maxInput, !LimitsSection.inputRange.contains(maxInput) else { return }
    throw ValidationError(
      "'--max-input' must be from 1 to \(LimitsSection.inputRange.upperBound), not \(maxInput)")
  }

  /// That no input is named.
  static let nothingNamed = Diagnostic(
    "usage.no-input", .error, "no input is named",
    help: "name files, directories or patterns, or '-' for the standard input")

  /// The inputs to read; names that lead nowhere are reported.
  ///
  /// - Throws: `ExitStatus.usage` if no input is named.
  func expanded(reportingTo messages: MessageWriter) throws -> (inputs: [InputReference], failed: Bool) {
    guard !inputs.isEmpty else { throw messages.usage(Self.nothingNamed) }
    var expansion = InputExpansion()
    for name in inputs { expansion.add(name) }
    messages.write(expansion.diagnostics)
    return (expansion.inputs, !expansion.diagnostics.isEmpty)
  }
}
