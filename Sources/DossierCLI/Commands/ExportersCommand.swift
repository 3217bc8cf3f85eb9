import ArgumentParser
import DossierHost
import DossierModel
import DossierPluginKit
import DossierText

/// `dossier exporters`: what can be written.
struct ExportersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exporters", abstract: "List the exporters, or show one with its options.",
    subcommands: [List.self, Show.self, ExportersTestCommand.self, ExportersNewCommand.self],
    defaultSubcommand: List.self)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// `dossier exporters list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the exporters.")

    @Option(help: "How the list is shown.")
    var format = Format.text

    @Option(help: ArgumentHelp("A configuration, whose plugins are listed too.", valueName: "file"))
    var config: String?

    @OptionGroup var message: MessageOptions

    func run() throws {
      let messages = message.writer
      let catalogue = try ExporterCatalogue(config: config, messages)
      var output = StandardOutput()
      switch format {
      case .json:
        var writer = JSONWriter(indent: 2)
        writer.beginArray()
        for description in catalogue.descriptions(messages) { description.write(to: &writer) }
        writer.endArray()
        writer.newline()
        output.write(writer.bytes)
      case .text: output.write(Array(Self.page(catalogue, messages).utf8))
      }
    }

    private static func page(_ catalogue: ExporterCatalogue, _ messages: MessageWriter) -> String {
      let descriptions = catalogue.descriptions(messages)
      let width = descriptions.map(\.manifest.name.count).max() ?? 0
      var out = ""
      for description in descriptions {
        let name = description.manifest.name
        out += name + String(repeating: " ", count: width - name.count + 2) + description.manifest.summary
        out += description.program.map { " (\($0))" } ?? ""
        out += "\n"
      }
      for program in catalogue.search.programs {
        if let fault = program.fault { out += "not used: \(program.path): \(fault)\n" }
      }
      return TerminalText.printable(out)
    }
  }

  /// `dossier exporters show NAME`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show an exporter: what it writes, what it can hold, its options.")

    @Argument(help: ArgumentHelp("Name of the exporter.", valueName: "name"))
    var name: String

    @Option(help: "How it is shown.")
    var format = Format.text

    @Option(help: ArgumentHelp("A configuration, whose plugins are known too.", valueName: "file"))
    var config: String?

    @OptionGroup var message: MessageOptions

    func run() throws {
      let messages = message.writer
      let description = try ExporterCatalogue(config: config, messages).description(of: name, messages)
      var output = StandardOutput()
      switch format {
      case .json:
        var writer = JSONWriter(indent: 2)
        description.write(to: &writer)
        writer.newline()
        output.write(writer.bytes)
      case .text: output.write(Array(Self.page(description).utf8))
      }
    }

    private static func page(_ description: ExporterDescription) -> String {
      let manifest = description.manifest
      let carried = ExporterManifest.Part.allCases.filter { manifest.carries.contains($0) }.map(\.rawValue)
      var out = """
        \(manifest.name): \(manifest.summary)

        media type  \(manifest.mediaType)
        file name   \(manifest.fileName)
        stability   \(manifest.stability.rawValue)
        carries     \(carried.joined(separator: ", "))

        """
      if let program = description.program { out += "program     \(program)\n" }
      out += description.options.isEmpty ? "\nIt has no options.\n" : "\nOptions:\n"
      for option in description.options { out += line(option) }
      out += "\nBeside 'options', as for any output:\n"
      for key in OutputKeys.descriptions(for: manifest) { out += line(key) }
      return out
    }

    private static func line(_ option: OptionDescription) -> String {
      let type = option.typeName.filter { $0 != "`" }
      let initial = option.initial.isEmpty ? "\"\"" : option.initial
      return "  \(option.name): \(initial)\n      \(option.help) (\(type)).\n"
    }
  }
}
