import ArgumentParser
import DossierHost
import DossierText

/// `dossier init`: a configuration to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented configuration with every key and every option of every exporter.")

  @Argument(help: ArgumentHelp("Where to; '-' is the standard output.", valueName: "file"))
  var path = "dossier.yaml"

  @Flag(help: "Write over a file that is there.")
  var force = false

  @OptionGroup var message: MessageOptions

  func run() throws {
    let messages = message.writer
    let registry = try Dossier.registry(messages)
    let text = ConfigurationSample.text(for: registry.exporters.map { ExporterDescription($0) })
    do throws(Diagnostic) {
      try NewFile.write(Array(text.utf8), to: path, overwriting: force)
      if path != "-" { StandardError.write("wrote \(path)\n") }
    } catch {
      messages.write(error)
      throw ExitStatus.failed
    }
  }
}
