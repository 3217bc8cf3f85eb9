public import DossierText

/// Reads YAML 1.2 into a tree that remembers places, by libyaml's events.
///
/// Plain scalars follow the core schema of YAML 1.2 (§10.3): `true`, `null`, `12`, `1.5`; everything else, dates and
/// `yes` included, is text. Anchors and aliases work; merge keys, several documents in one text, tags beyond the core
/// schema, keys that are not scalars and repeated keys are refused.
public enum YAMLParser {
  /// Bounds on what a text may ask for.
  public struct Limits: Sendable, Hashable {
    /// Lists and mappings nested deeper than this are refused.
    public var depth = 100
    /// Nodes that aliases may add to those written out, so that a small text cannot grow without end.
    public var aliasedNodes = 100_000

    /// The defaults.
    public init() {}
  }

  /// Parses a whole text, which holds one document; an empty text is null.
  ///
  /// - Throws: A diagnostic `yaml.…` at the first mistake. Linear in the text and in what aliases add.
  public static func parse(_ source: SourceText, limits: Limits = Limits()) throws(Diagnostic) -> DataNode {
    var composer = try composer(for: source, limits: limits)
    return try composer.onlyDocument()
  }

  /// Parses a text of any number of documents, as exports of several reports into one file are.
  ///
  /// - Throws: A diagnostic `yaml.…` at the first mistake. Linear in the text and in what aliases add.
  public static func parseDocuments(
    _ source: SourceText, limits: Limits = Limits()
  ) throws(Diagnostic) -> [DataNode] {
    var composer = try composer(for: source, limits: limits)
    var documents: [DataNode] = []
    while let document = try composer.nextDocument() { documents.append(document) }
    return documents
  }

  private static func composer(for source: SourceText, limits: Limits) throws(Diagnostic) -> YAMLComposer {
    if let offset = UTF8Validation.firstInvalid(in: source.bytes) {
      throw Diagnostic(
        "yaml.invalid-utf8", .error, "invalid UTF-8 at byte \(offset)",
        at: Diagnostic.Location(TextRange(offset, offset + 1), in: source), help: "save the file as UTF-8")
    }
    return YAMLComposer(source: source, events: YAMLEventReader(source: source), limits: limits)
  }
}
