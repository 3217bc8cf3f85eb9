public import DossierText

/// An article as it was read: its plain text, the blocks it is made of, and what is known about it.
///
/// `text` is what evidence offsets count in. For a plain-text input it is the file itself, navigation and adverts
/// included; the blocks say which part is the article.
public struct Document: Sendable {
  /// The plain text. Its name is the input's.
  public var text: SourceText
  /// The text's blocks in order, without overlap; what lies between two blocks is white space.
  public var blocks: [Block]
  /// What is known about the article.
  public var metadata: DocumentMetadata
  /// Media type of the input, such as `text/html`.
  public var mediaType: String
  /// SHA-256 of the input's bytes, lower-case hex.
  public var sha256: String
  /// Last modification of the input as RFC 3339 UTC, if it was a file.
  public var modified: String?
  /// What was odd about the input.
  public var diagnostics: [Diagnostic]
  /// What each source within the input said of the metadata, those that were passed over too; the order is that in
  /// which they count. Empty where there is one source only.
  public var metadataFindings: [MetadataFinding] = []

  /// A document.
  public init(
    text: SourceText, blocks: [Block], metadata: DocumentMetadata = DocumentMetadata(),
    mediaType: String = "text/plain", sha256: String, modified: String? = nil, diagnostics: [Diagnostic] = []
  ) {
    self.text = text
    self.blocks = blocks
    self.metadata = metadata
    self.mediaType = mediaType
    self.sha256 = sha256
    self.modified = modified
    self.diagnostics = diagnostics
  }

  /// The article's own words: the blocks of the body, one a line, with an empty line between.
  public var bodyText: String {
    blocks.filter { $0.role == .body }.map { text[$0.range] }.joined(separator: "\n\n")
  }
}

/// A run of text that belongs together: a heading, a paragraph, a list item, a row.
public struct Block: Sendable, Hashable {
  /// What the block is made of.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The headline, or a heading within the article.
    case heading
    /// Running text.
    case paragraph
    /// An item of a list.
    case listItem = "list-item"
    /// A quotation set apart.
    case quotation
    /// A row of a table, cells separated by tabs.
    case tableRow = "table-row"
    /// The words under a picture.
    case caption
    /// Code or a verbatim listing.
    case code
  }

  /// What part the block plays.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// The article's headline.
    case title
    /// The article itself.
    case body
    /// The words under a picture.
    case caption
    /// Author, date, translation and agency lines.
    case byline
    /// Navigation, adverts, links to other articles, subscription offers.
    case boilerplate
  }

  /// The bytes of the document's text.
  public var range: TextRange
  /// What it is made of.
  public var kind: Kind
  /// What part it plays.
  public var role: Role
  /// Depth of a heading (1 to 6) or of a list; 0 otherwise.
  public var level: Int
  /// BCP 47 tag where it differs from the document's.
  public var language: String?
  /// XPath of the element in an HTML page.
  public var xpath: String?

  /// A block.
  public init(
    range: TextRange, kind: Kind, role: Role, level: Int = 0, language: String? = nil, xpath: String? = nil
  ) {
    self.range = range
    self.kind = kind
    self.role = role
    self.level = level
    self.language = language
    self.xpath = xpath
  }
}

/// What is known about an article.
public struct DocumentMetadata: Sendable, Hashable {
  /// Headline; empty if none was found.
  public var title: String = ""
  /// Authors as printed.
  public var authors: [String] = []
  /// Outlet.
  public var publisher: String?
  /// Publication date: `2021`, `2021-07`, `2021-07-20` or RFC 3339, as precise as it was given.
  public var published: String?
  /// Last change, in the same form.
  public var modified: String?
  /// BCP 47 tag; `und` if not recognised.
  public var language: String = "und"
  /// Canonical address.
  public var url: String?
  /// Section of the outlet.
  public var section: String?
  /// The outlet whose article this translates.
  public var translationOf: String?
  /// News agencies credited.
  public var agencies: [String] = []

  /// Nothing known.
  public init() {}
}
