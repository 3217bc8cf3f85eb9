import ArgumentParser
import DossierHost
import DossierModel
import DossierText

/// `dossier explain`: what a message means.
struct ExplainCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a message means and what to do, by the id in square brackets at its end.")

  @Argument(
    help: ArgumentHelp("The id, such as config.unknown-key; all of them without one.", valueName: "code"))
  var code: String?

  @Option(help: "How it is shown.")
  var format = Format.text

  @OptionGroup var message: MessageOptions

  func run() throws {
    var entries = MessageCatalogue.entries
    if let code {
      let id = code.filter { $0 != "[" && $0 != "]" }
      guard let entry = MessageCatalogue.entry(id) else {
        throw message.writer.usage(
          Diagnostic(
            "usage.unknown-code", .error, "no message has the id '\(code)'",
            help: MessageCatalogue.nearest(to: id).map { "did you mean '\($0)'?" }
              ?? "'dossier explain' lists them"))
      }
      entries = [entry]
    }
    var output = StandardOutput()
    switch format {
    case .text:
      let pages = entries.map { "\($0.ids.joined(separator: ", "))\n  \($0.text)\n" }
      output.write(Array(pages.joined(separator: "\n").utf8))
    case .markdown: output.write(Array(MessageCatalogue.markdown(entries).utf8))
    case .json:
      var writer = JSONWriter(indent: 2)
      writer.beginArray()
      for entry in entries {
        writer.beginObject()
        writer.key("ids")
        writer.strings(entry.ids)
        writer.key("text")
        writer.string(entry.text)
        writer.endObject()
      }
      writer.endArray()
      writer.newline()
      output.write(writer.bytes)
    }
  }
}
