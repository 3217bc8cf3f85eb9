import DossierModel
import DossierText

/// Reads plain text as people paste it: the text stays as it is, and its lines are told apart.
struct TextReader: FormatReader {
  static let format = InputFormat.text

  /// Any text is text: this reader is asked last.
  static func recognises(_ preview: Preview) -> Bool { true }

  static func read(_ source: ReaderSource) throws(Diagnostic) -> ReadResult {
    let text = try source.text()
    return ReadResult(documents: [document(text, source: source, mediaType: "text/plain")])
  }

  /// The article in a text.
  ///
  /// - Parameter title: The headline, where it is known: the line that has its words.
  static func document(
    _ text: SourceText, source: ReaderSource, mediaType: String, title: String? = nil
  ) -> Document {
    var document = source.document(text, mediaType: mediaType)
    text.bytes.withUnsafeBufferPointer { bytes in
      var scoring = PastedScoring(PastedLines.cut(bytes), bytes)
      scoring.run(title: title)
      document.blocks = scoring.lines.map { block($0, bytes) }
      document.settleLanguage()
      complete(&document.metadata, scoring.lines, bytes)
    }
    document.noteUnknownLanguage()
    return document
  }

  private static func block(_ line: PastedLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Block {
    let role: Block.Role =
      switch line.guess {
      case .title: .title
      case .prose, .heading: .body
      case .caption: .caption
      case .byline: .byline
      case .furniture, .open: .boilerplate
      }
    let kind: Block.Kind =
      switch (line.guess, line.kind) {
      case (.title, _), (.heading, _): .heading
      case (.caption, _): .caption
      case (_, .listItem): .listItem
      case (_, .indicator): .tableRow
      default: .paragraph
      }
    let level = kind == .heading ? (line.guess == .title ? 1 : 2) : 0
    return Block(
      range: TextRange(line.range.lowerBound, line.range.upperBound), kind: kind, role: role, level: level)
  }

  private static func complete(
    _ metadata: inout DocumentMetadata, _ lines: [PastedLine], _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    let dayFirst = metadata.language != "en"
    var credits = Credits()
    for line in lines where line.guess == .byline {
      credits.merge(Credits.read(bytes, line.range, dayFirst: dayFirst ? true : nil, isByline: true))
    }
    if let first = lines.first(where: { $0.guess == .prose }) {
      credits.merge(Dateline.read(bytes, first.range))
    }
    let title = lines.firstIndex { $0.guess == .title }
    if let title { metadata.title = String(decoding: bytes[lines[title].range], as: UTF8.self) }
    metadata.authors = credits.authors
    metadata.published = credits.published
    metadata.modified = credits.modified
    metadata.translationOf = credits.translationOf
    metadata.agencies = credits.agencies
    metadata.publisher = PastedPublisher.guess(in: lines, title: title, credits: credits, bytes)
  }
}
