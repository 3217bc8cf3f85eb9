public import DossierText

/// Names that a user adds to those of the catalogues, and forms that are to name nothing, as one text declares them.
public struct OwnNames: Sendable {
  /// A text as written, with its place.
  public struct Text: Sendable {
    /// The text.
    public var value: String
    /// Its bytes in the source.
    public var range: TextRange

    /// A text at a place.
    public init(_ value: String, at range: TextRange) {
      self.value = value
      self.range = range
    }
  }

  /// One party or thing.
  public struct Name: Sendable {
    /// Its name, perhaps with marks (`WrittenForm`).
    public var name: Text
    /// What it is.
    public var kind: NameKind
    /// Its other names.
    public var aliases: [Text]
    /// The name of what it is an organ, member or product of: one of the user's own or one of the catalogues'.
    public var partOf: Text?

    /// A party or thing.
    public init(name: Text, kind: NameKind, aliases: [Text] = [], partOf: Text? = nil) {
      self.name = name
      self.kind = kind
      self.aliases = aliases
      self.partOf = partOf
    }
  }

  /// Where they are declared; the ranges are in it.
  public var source: SourceText
  /// The parties and things.
  public var names: [Name] = []
  /// Forms that name nothing.
  public var stops: [Text] = []

  /// No names.
  public init(source: SourceText) {
    self.source = source
  }
}
