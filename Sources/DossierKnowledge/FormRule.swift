/// How a name's form compares with the text.
package enum FormRule: UInt8, Sendable, Hashable {
  /// Letters may be small or capital.
  case anyCase
  /// Words that begin with a capital in the form must do so in the text.
  case capitals
  /// Words that are all capitals in the form must be so in the text.
  case acronym
  /// Byte for byte.
  case exact
}

/// Bits of a name's form.
package struct FormFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }
  /// The form is an ordinary word too, or stands for several things: it counts only where the context says so.
  package static let ambiguous = FormFlags(rawValue: 1)
  /// The form is a stop-name: where it stands, equal forms of earlier tables name nothing.
  package static let stopped = FormFlags(rawValue: 2)
}
