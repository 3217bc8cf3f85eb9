import ArgumentParser
import DossierHost
import DossierModel
import DossierPluginKit
import DossierText

/// `dossier exporters`: what can be written.
struct ExportersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exporters", abstract: "List the exporters, or show one with its options.",
    subcommands: [List.self, Show.self], defaultSubcommand: List.self)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// `dossier exporters list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the exporters.")

    @Option(help: "How the list is shown.")
    var format = Format.text

    @OptionGroup var message: MessageOptions

    func run() throws {
      let messages = message.writer
      let descriptions = try Dossier.registry(messages).exporters.map { ExporterDescription($0) }
      var output = StandardOutput()
      switch format {
      case .json:
        var writer = JSONWriter(indent: 2)
        writer.beginArray()
        for description in descriptions { description.write(to: &writer) }
        writer.endArray()
        writer.newline()
        output.write(writer.bytes)
      case .text:
        let width = descriptions.map(\.manifest.name.count).max() ?? 0
        for description in descriptions {
          let name = description.manifest.name
          let space = String(repeating: " ", count: width - name.count + 2)
          output.write(Array("\(name)\(space)\(description.manifest.summary)\n".utf8))
        }
      }
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

    @OptionGroup var message: MessageOptions

    func run() throws {
      let messages = message.writer
      let registry = try Dossier.registry(messages)
      guard let exporter = registry[name] else {
        let near = NameSuggestion.nearest(to: name, among: registry.names)
        throw messages.usage(
          Diagnostic(
            "usage.unknown-exporter", .error, "there is no exporter called '\(name)'",
            notes: ["known exporters: \(registry.names.joined(separator: ", "))"],
            help: near.map { "did you mean '\($0)'?" }))
      }
      let description = ExporterDescription(exporter)
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
      out += description.options.isEmpty ? "\nIt has no options.\n" : "\nOptions:\n"
      for option in description.options {
        let type = option.typeName.filter { $0 != "`" }
        let initial = option.initial.isEmpty ? "\"\"" : option.initial
        out += "  \(option.name): \(initial)\n      \(option.help) (\(type)).\n"
      }
      return out
    }
  }
}
