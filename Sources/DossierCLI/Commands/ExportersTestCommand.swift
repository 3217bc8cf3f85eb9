import ArgumentParser
import DossierHost
import DossierText

/// `dossier exporters test`: whether a program keeps the protocol.
struct ExportersTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Try a program dossier-export-NAME against the protocol and say what it breaks.")

  @Argument(help: ArgumentHelp("Path of the program.", valueName: "program"))
  var program: String

  @Option(
    help: ArgumentHelp("A program that shows no progress for so long has failed.", valueName: "seconds"))
  var timeoutSeconds = 10

  @OptionGroup var message: MessageOptions

  func run() throws {
    let messages = message.writer
    let findings = ProgramConformance.findings(of: program, timeoutSeconds: max(1, timeoutSeconds))
    var output = StandardOutput()
    for finding in findings {
      output.write(Array("\(finding.fault == nil ? "kept  " : "BROKEN")  \(finding.rule)\n".utf8))
      if let fault = finding.fault { messages.write(fault) }
    }
    if findings.contains(where: { $0.fault != nil }) { throw ExitStatus.failed }
  }
}
