import DossierPluginKit
import DossierText

extension ConformanceCheck {
  /// Options are named well, and refuse what they do not know.
  mutating func options() {
    var seen: Set<String> = []
    for option in E.optionDescriptions {
      if option.name.isEmpty
        || !option.name.utf8.allSatisfy({ isLowerOrDigit($0) || $0 == UInt8(ascii: "_") })
      {
        breach("option '\(option.name)' is not in snake_case")
      }
      if !seen.insert(option.name).inserted { breach("option '\(option.name)' is declared twice") }
      if option.help.isEmpty || option.help.contains("\n") {
        breach("option '\(option.name)' needs one line of help")
      }
      if !mistakes([(option.name, example(of: option))]).isEmpty {
        breach("the example of option '\(option.name)' is refused")
      }
      if mistakes([(option.name, node(.object([])))]).isEmpty {
        breach("option '\(option.name)' takes a mapping for a value")
      }
    }
    if mistakes([("no_such_option", node(.bool(true)))]).isEmpty {
      breach("an unknown option is not refused")
    }
    if E.optionDescriptions != E.optionDescriptions {
      breach("the options differ from call to call")
    }
  }

  /// The exporter once for each option, with that option's example.
  var examples: [E] {
    E.optionDescriptions.map { option in
      var decoder = DataDecoder(source: SourceText(name: "options", ""), scope: "options")
      return E.configured(by: mapping([(option.name, example(of: option))]), decoder: &decoder)
    }
  }

  private func mistakes(_ options: [(String, DataNode)]) -> [Diagnostic] {
    var decoder = DataDecoder(source: SourceText(name: "options", ""), scope: "options")
    _ = E.configured(by: mapping(options), decoder: &decoder)
    return decoder.diagnostics
  }

  private func mapping(_ options: [(String, DataNode)]) -> DataNode {
    node(.object(options.map { DataNode.Member(key: $0.0, keyRange: TextRange(0, 0), value: $0.1) }))
  }

  private func node(_ value: DataNode.Value) -> DataNode { DataNode(value, at: TextRange(0, 0)) }

  private func example(of option: OptionDescription) -> DataNode {
    switch option.type {
    case .bool: node(.bool(option.example == "true"))
    case .integer(let range): node(.integer(Int(option.example) ?? range.upperBound))
    case .text, .choice: node(.string(option.example))
    case .list:
      node(
        .array(
          option.example.dropFirst().dropLast().split(separator: ",")
            .map { node(.string($0.trimmingPrefix(" ").description)) }))
    }
  }
}
