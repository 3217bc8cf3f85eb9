import DossierModel
import DossierText

/// Reads web pages.
struct HTMLReader: FormatReader {
  static let format = InputFormat.html

  static func recognises(_ preview: Preview) -> Bool {
    if preview.hasPrefix("<!doctype html") || preview.hasPrefix("<html") { return true }
    guard preview.hasPrefix("<") else { return false }
    let signs: [StaticString] = [
      "<html", "<head", "<body", "<!doctype html", "<meta ", "<title", "<div", "<p>", "<p ", "<article",
      "<h1",
    ]
    return signs.contains { preview.contains($0) }
  }

  static func read(_ source: ReaderSource) throws(Diagnostic) -> ReadResult {
    let decoded = try source.markup()
    return ReadResult(documents: [document(decoded.bytes, source: source, diagnostics: decoded.diagnostics)])
  }

  /// The article of a page.
  ///
  /// - Parameter known: What is known from around the page, which counts before what the page says.
  static func document(
    _ page: [UInt8], source: ReaderSource, diagnostics: [Diagnostic] = [], known: DocumentMetadata? = nil
  ) -> Document {
    let markup = PageMarkup(page)
    let tree = PageParser.parse(markup)
    let flow = PageFlow(tree)
    var metadata = PageMetadata(tree, markup.structuredData, known: known)
    let choice = BodyChoice(tree, flow, title: metadata.values.title)
    var writer = PageWriter(tree: tree, flow: flow)
    writer.write(title: metadata.values.title, choice)
    // Pages that a script fills hold their text as data only.
    if let body = metadata.articleBody, FoldedWords.hashes(of: body).count > max(60, writer.words * 2) {
      writer.write(title: metadata.values.title, body: body)
    }
    var document = source.document(
      SourceText(name: source.input.name, bytes: writer.text), mediaType: "text/html")
    document.blocks = writer.blocks
    document.diagnostics = source.diagnostics + diagnostics
    metadata.complete(PageBylines(tree, flow, choice, dayFirst: metadata.isDayFirst))
    document.metadata = metadata.values
    document.markAuthors()
    document.settleLanguage(declared: metadata.values.language, counted: writer.languages)
    document.metadataFindings = metadata.findings(language: document.metadata.language)
    if markup.isTooDeep {
      document.diagnostics.append(
        Diagnostic(
          "read.deep-nesting", .warning,
          "elements nested deeper than \(PageMarkup.maximumDepth) were read as text",
          at: Diagnostic.Location(file: source.input.name)))
    }
    if !document.blocks.contains(where: { $0.role == .body }) {
      document.diagnostics.append(ReadingProblem.noArticle(source.input.name, "the page"))
    } else {
      document.noteUnknownLanguage()
    }
    return document
  }
}

extension Document {
  /// A line before the text that is nothing but an author's name is a byline, whatever its element is called.
  fileprivate mutating func markAuthors() {
    guard !metadata.authors.isEmpty else { return }
    let names = Set(metadata.authors.map { FoldedWords.hashes(of: $0) })
    for index in blocks.indices where blocks[index].role == .body {
      let words = FoldedWords.hashes(of: text[blocks[index].range])
      if words.count >= 8 { return }
      if names.contains(words) { blocks[index].role = .byline }
    }
  }
}
