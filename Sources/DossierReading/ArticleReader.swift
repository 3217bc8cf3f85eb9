public import DossierModel
public import DossierText

/// An input as the host hands it over: a name for messages and the bytes.
public struct Input: Sendable {
  /// Path, or `<stdin>`.
  public var name: String
  /// The bytes as they are in the file.
  public var bytes: [UInt8]
  /// Last modification as RFC 3339 UTC, if it is a file.
  public var modified: String?

  /// An input.
  public init(name: String, bytes: [UInt8], modified: String? = nil) {
    self.name = name
    self.bytes = bytes
    self.modified = modified
  }
}

/// The formats that can be read; the raw value is what `--as` takes.
public enum InputFormat: String, Sendable, Hashable, CaseIterable {
  case text, html, claims, stix, feed, markdown, email, newsml, jsonLines = "json-lines", pdf
}

/// What a reader made of an input.
public struct ReadResult: Sendable {
  /// Articles, in the order of the input: one for a page, one an item for a feed.
  public var documents: [Document]
  /// The trees and their text where the input holds parsed claims or whole reports; articles are then empty.
  public var claims: (roots: [DataNode], source: SourceText)?
  /// What was odd about the input as a whole.
  public var diagnostics: [Diagnostic]
}

/// Reads any supported input; content decides, not the name.
public enum ArticleReader {
  /// The readers, in the order in which they are asked whether an input is theirs. Text comes last: anything is text.
  static let readers: [any FormatReader.Type] = [
    PDFReader.self,
    ClaimsReader.self,
    BundleReader.self,
    FeedReader.self,
    JSONLinesReader.self,
    NewsReader.self,
    HTMLReader.self,
    MailReader.self,
    MarkdownReader.self,
    TextReader.self,
  ]

  /// Reads one input.
  ///
  /// - Parameters:
  ///   - format: Forces a format; nil lets the content decide.
  ///   - maximumBytes: Larger inputs are refused.
  /// - Throws: A diagnostic `read.…` if nothing can be made of the input.
  public static func read(
    _ input: Input, as format: InputFormat? = nil, maximumBytes: Int = 64 << 20
  ) throws(Diagnostic) -> ReadResult {
    if input.bytes.count > maximumBytes {
      throw ReadingProblem.tooLarge(input.name, bound: maximumBytes, isUnpacked: false)
    }
    let sha256 = SHA256.hex(of: input.bytes)
    var input = input
    input.bytes = try Decompression.unpacked(input.bytes, name: input.name, bound: maximumBytes)
    if input.bytes.allSatisfy({ $0 <= 0x20 }) { throw ReadingProblem.empty(input.name) }
    let decoded = BinaryShape.matches(input.bytes) ? nil : TextDecoding.decode(input.bytes, name: input.name)
    let source = ReaderSource(input: input, sha256: sha256, decoded: decoded, maximumBytes: maximumBytes)
    let preview = Preview(input.bytes, decoded: decoded)
    let reader = readers.first { reader in
      format.map { reader.format == $0 } ?? reader.recognises(preview)
    }
    guard let reader else { throw ReadingProblem.binary(input.name) }
    let readsProse = [InputFormat.text, .markdown, .email].contains(reader.format)
    if format == nil, readsProse, let refusal = OtherJSON.refusal(of: preview, input.name) { throw refusal }
    return try reader.read(source)
  }
}
