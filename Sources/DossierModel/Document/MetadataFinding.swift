/// A value that an input gives for a field of an article's metadata, and where it stood.
public struct MetadataFinding: Sendable, Hashable {
  /// The field, by its name in `DocumentMetadata`.
  public var field: String
  /// Where it stood: `input` (around the article), `json-ld`, `meta`, `link`, `h1`, `title`, `microdata`, `byline`, or
  /// `words` for what the text itself tells.
  public var source: String
  /// The value as it was read.
  public var value: String
  /// Whether the metadata has this value, and not another source's.
  public var isUsed: Bool

  /// A value and its source.
  public init(field: String, source: String, value: String, isUsed: Bool) {
    self.field = field
    self.source = source
    self.value = value
    self.isUsed = isUsed
  }
}
