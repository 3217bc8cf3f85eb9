/// What a record of the report's JSON form looks like: the one declaration behind reading, schemas and documentation.
package struct RecordShape: Sendable {
  /// When a key has to be there.
  package enum Need: Sendable {
    /// In whole reports and in parsed claims.
    case always
    /// In whole reports; in parsed claims it is filled in.
    case report
    /// Never: absent is null or empty.
    case never
    /// Never, and only parsed claims may have it.
    case claimsOnly
  }

  /// What a value may be.
  package indirect enum Value: Sendable {
    /// Text, not empty.
    case text
    /// Text that may be empty.
    case anyText
    /// Text of a pattern (ECMA-262).
    case pattern(String)
    /// Text, always the same.
    case constant(String)
    /// One of these texts.
    case choice([String])
    /// A whole number from here up.
    case integer(from: Int)
    /// A whole number.
    case anyInteger
    /// A whole number of per cent.
    case percent
    /// True or false.
    case flag
    /// The id of another part; in parsed claims, of an entity, also its name.
    case reference
    /// Two whole numbers, start and end.
    case span
    /// Texts by language tag.
    case textByLanguage
    /// A record.
    case record(RecordShape)
    /// A list.
    case list(Value, atLeast: Int = 0)
    /// The value, or null.
    case nullable(Value)
    /// One of these values.
    case either([Value])
    /// An object with keys that are not known here.
    case object
    /// Any value.
    case anything
  }

  /// One key.
  package struct Field: Sendable {
    /// The key.
    package let key: String
    /// What stands there.
    package let value: Value
    /// When it has to be there.
    package let need: Need
    /// What it means, in one line.
    package let help: String

    init(_ key: String, _ value: Value, _ need: Need = .never, _ help: String) {
      self.key = key
      self.value = value
      self.need = need
      self.help = help
    }
  }

  /// The record's name, as messages and `$defs` have it.
  package let name: String
  /// What it is, in one line.
  package let summary: String
  /// Its keys in order.
  package let fields: [Field]
  /// Whether it may have keys that are not known here.
  package let isOpen: Bool
  /// The keys that whole reports may have.
  package let reportKeys: [String]
  /// The keys that parsed claims may have.
  package let claimsKeys: [String]

  init(_ name: String, _ summary: String, _ fields: [Field], isOpen: Bool = false) {
    self.name = name
    self.isOpen = isOpen
    self.summary = summary
    self.fields = fields
    reportKeys = fields.filter { $0.need != .claimsOnly }.map(\.key)
    claimsKeys = fields.map(\.key)
  }
}
