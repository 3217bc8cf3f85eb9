import DossierHost
import DossierText

/// An exporter's option given by a flag: `csv.table=entities`.
struct GivenOption {
  let exporter: String
  let key: String
  let value: String

  init?(_ text: String) {
    guard let equals = text.firstIndex(of: "="), let dot = text[..<equals].firstIndex(of: ".") else {
      return nil
    }
    exporter = String(text[..<dot])
    key = String(text[text.index(after: dot)..<equals])
    value = String(text[text.index(after: equals)...])
    if exporter.isEmpty || key.isEmpty { return nil }
  }

  /// Puts the option into every output of its exporter, in place of what the configuration has.
  func apply(to configuration: inout Configuration, _ messages: MessageWriter) throws {
    var isUsed = false
    for index in configuration.outputs.indices where configuration.outputs[index].exporter?.value == exporter
    {
      isUsed = true
      configuration.outputs[index].override(key, with: value)
    }
    if !isUsed {
      throw messages.usage(
        Diagnostic(
          "usage.option", .error, "no output is written by '\(exporter)', whose option '\(key)' is given",
          help: "add it to --format, or remove the option"))
    }
  }
}
