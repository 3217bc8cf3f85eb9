import ArgumentParser
import DossierHost

/// `dossier`.
struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Turns articles about cyber threats into reports of who claims what about whom.",
    version: ToolVersion.current,
    subcommands: [
      ExportCommand.self, ExtractCommand.self, DiffCommand.self, ReadCommand.self, CheckCommand.self,
      InitCommand.self,
      ExportersCommand.self, SchemaCommand.self, ExplainCommand.self,
    ])
}
