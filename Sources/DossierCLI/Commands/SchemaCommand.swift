import ArgumentParser
import DossierHost
import DossierModel

/// `dossier schema`: JSON Schemas of what comes in and goes out.
struct SchemaCommand: ParsableCommand {
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case report, claims, config, diff
    case exporterProtocol = "protocol"
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "Show the JSON Schema of the report, of parsed claims, of the configuration, of what 'diff' writes, or of the protocol of exporting programs."
  )

  @Argument(help: "Which schema.")
  var subject: Subject

  @Option(help: "How it is shown; 'markdown' is a table of the configuration's keys.")
  var format = Format.json

  @OptionGroup var message: MessageOptions

  func run() throws {
    var output = StandardOutput()
    switch subject {
    case .report: output.write(ReportSchema.report)
    case .claims: output.write(ReportSchema.claims)
    case .diff: output.write(ReportSchema.diff)
    case .exporterProtocol: output.write(ReportSchema.exporterProtocol)
    case .config where format == .markdown: output.write(Array(ConfigurationTable.markdown.utf8))
    case .config:
      let exporters = try Dossier.registry(message.writer).exporters
      output.write(ConfigurationSchema.document(for: exporters.map { ExporterDescription($0) }))
    }
  }
}
