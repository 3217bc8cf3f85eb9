import DossierModel
import DossierText

/// Reads one format. Each reader is a file or folder of its own and stands in the list of `ArticleReader`.
protocol FormatReader: SendableMetatype {
  /// The format, by which `--as` forces the reader.
  static var format: InputFormat { get }
  /// Whether the content looks like this format.
  static func recognises(_ preview: Preview) -> Bool
  /// Reads the whole input.
  static func read(_ source: ReaderSource) throws(Diagnostic) -> ReadResult
}

/// The start of an input, by which its format is told.
struct Preview {
  /// The first bytes as they are.
  let bytes: [UInt8]
  /// The first characters, from the first that is not white space.
  let text: String
  /// The whole input decoded, if it is text.
  let decoded: DecodedText?

  init(_ bytes: [UInt8], decoded: DecodedText?) {
    self.bytes = Array(bytes.prefix(4096))
    self.decoded = decoded
    var start = 0
    let source = decoded?.bytes ?? []
    if source.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < source.count, source[start] <= 0x20 { start += 1 }
    let first = source[start..<min(source.count, start + 4096)]
    text = String(decoding: first, as: UTF8.self)
    folded = first.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  /// The bytes of `text`, ASCII in small letters.
  private let folded: [UInt8]

  /// Whether the text starts with a phrase, which is in small letters.
  func hasPrefix(_ phrase: StaticString) -> Bool {
    folded.withUnsafeBufferPointer { PageScan.matches(phrase, $0, at: 0) }
  }

  /// Whether the text contains a phrase, which is in small letters.
  func contains(_ phrase: StaticString) -> Bool {
    folded.withUnsafeBufferPointer { bytes in
      let last = bytes.count - phrase.utf8CodeUnitCount
      guard last >= 0 else { return false }
      return (0...last).contains {
        bytes[$0] == phrase.utf8Start[0] && PageScan.matches(phrase, bytes, at: $0)
      }
    }
  }
}

/// An input on its way through a reader.
struct ReaderSource {
  /// The input: its bytes are uncompressed.
  let input: Input
  /// SHA-256 of the bytes as the user has them.
  let sha256: String
  /// The text of the input, if it is one.
  let decoded: DecodedText?
  /// The bound of what an input holds.
  let maximumBytes: Int
  /// What happened on the way here.
  var diagnostics: [Diagnostic] = []

  /// The input as text.
  ///
  /// - Throws: `read.binary` where it is none.
  func text() throws(Diagnostic) -> SourceText {
    guard let decoded else { throw ReadingProblem.binary(input.name) }
    return SourceText(name: input.name, bytes: decoded.bytes)
  }

  /// The input as text in the encoding that it declares in itself, as HTML and XML do.
  ///
  /// - Throws: `read.binary` where it is no text.
  func markup() throws(Diagnostic) -> DecodedText {
    guard let decoded else { throw ReadingProblem.binary(input.name) }
    // What is valid UTF-8 needs no declaration, but for encodings that are ASCII to the eye.
    let declared = DeclaredEncoding.find(in: input.bytes)
    let isEscaped = declared.map {
      ["iso-2022-jp", "hz-gb-2312", "utf-7"].contains(EncodingLabel.canonical($0))
    }
    if decoded.encoding == "utf-8", decoded.diagnostics.isEmpty, isEscaped != true { return decoded }
    return TextDecoding.decode(input.bytes, declared: declared, name: input.name)
  }

  /// A document of a text, with what the input says of itself.
  func document(_ text: SourceText, mediaType: String) -> Document {
    Document(
      text: text, blocks: [], mediaType: mediaType, sha256: sha256, modified: input.modified,
      diagnostics: diagnostics + (decoded?.diagnostics ?? []))
  }
}

extension ReadResult {
  /// Articles, and nothing odd about the input as a whole.
  init(documents: [Document]) {
    self.init(documents: documents, claims: nil, diagnostics: [])
  }
}

extension Document {
  /// Says so where the language is not recognised.
  mutating func noteUnknownLanguage() {
    guard metadata.language == "und" else { return }
    diagnostics.append(
      Diagnostic(
        "read.unknown-language", .warning, "the language of the text is not recognised",
        at: Diagnostic.Location(file: text.name), help: "claims are found in English and French texts"))
  }
}
