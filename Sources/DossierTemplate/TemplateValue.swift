/// A value that templates can show.
package enum TemplateValue: Sendable, Hashable {
  /// Text, escaped where it is shown.
  case text(String)
  /// True or false, for sections.
  case flag(Bool)
  /// Values that a section goes through.
  case list([TemplateValue])
  /// Values by name.
  case map([String: TemplateValue])

  /// A list of texts.
  package static func texts(_ texts: [String]) -> TemplateValue { .list(texts.map(TemplateValue.text)) }

  /// Whether a section shows its content for it: not for false, empty text and an empty list.
  var isThere: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .flag(let flag): flag
    case .list(let list): !list.isEmpty
    case .map: true
    }
  }

  /// All names in it, at any depth.
  package var names: Set<String> {
    switch self {
    case .text, .flag: []
    case .list(let list): list.reduce(into: Set()) { $0.formUnion($1.names) }
    case .map(let map): map.values.reduce(into: Set(map.keys)) { $0.formUnion($1.names) }
    }
  }
}
