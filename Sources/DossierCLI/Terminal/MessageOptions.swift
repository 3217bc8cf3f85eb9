import ArgumentParser
import DossierHost
import DossierModel
import DossierText

/// How messages are shown: the flags every command has.
struct MessageOptions: ParsableArguments {
  enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
  }

  @Option(help: ArgumentHelp("How messages are written on the standard error.", valueName: "format"))
  var logFormat = LogFormat.text

  @Option(help: ArgumentHelp("Colour: auto is on a terminal and without NO_COLOR.", valueName: "when"))
  var color = ColourChoice.auto

  /// The flags as far as they can be seen in a command line that does not parse.
  static func guess(from arguments: [String]) -> MessageOptions {
    var options = MessageOptions()
    options.logFormat = .text
    options.color = .auto
    for (index, argument) in arguments.enumerated() {
      let next = index + 1 < arguments.count ? arguments[index + 1] : ""
      if argument == "--log-format=json" || argument == "--log-format" && next == "json" {
        options.logFormat = .json
      }
    }
    return options
  }

  var writer: MessageWriter {
    MessageWriter(format: logFormat, colour: wantsColour(onTerminal: StandardError.isTerminal))
  }

  /// Whether the standard output is coloured.
  var coloursOutput: Bool { wantsColour(onTerminal: StandardOutput.isTerminal) }

  private func wantsColour(onTerminal isTerminal: Bool) -> Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: isTerminal && (ProcessEnvironment["NO_COLOR"] ?? "").isEmpty
    }
  }
}

/// Shows messages on the standard error.
struct MessageWriter {
  let format: MessageOptions.LogFormat
  let colour: Bool

  func write(_ diagnostic: Diagnostic) {
    switch format {
    case .text: StandardError.write(diagnostic.rendered(colour: colour))
    case .json:
      var writer = JSONWriter()
      diagnostic.write(to: &writer)
      writer.newline()
      StandardError.write(String(decoding: writer.bytes, as: UTF8.self))
    }
  }

  func write(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { write(diagnostic) }
  }
}
