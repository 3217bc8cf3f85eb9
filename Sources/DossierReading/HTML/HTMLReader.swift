import DossierModel
import DossierText

/// Reads web pages.
struct HTMLReader: FormatReader {
  static let format = InputFormat.html

  static func recognises(_ preview: Preview) -> Bool {
    let head = preview.head
    if head.hasPrefix("<!doctype html") || head.hasPrefix("<html") { return true }
    guard head.hasPrefix("<") else { return false }
    let signs = [
      "<html", "<head", "<body", "<!doctype html", "<meta ", "<title", "<div", "<p>", "<p ", "<article",
      "<h1",
    ]
    return signs.contains { preview.contains($0) }
  }

  static func read(_ source: ReaderSource) throws(Diagnostic) -> ReadResult {
    guard var decoded = source.decoded else { throw ReadingProblem.binary(source.input.name) }
    // What is valid UTF-8 needs no declaration, but for encodings that are ASCII to the eye.
    let declared = DeclaredEncoding.find(in: source.input.bytes)
    let isEscaped = declared.map {
      ["iso-2022-jp", "hz-gb-2312", "utf-7"].contains(EncodingLabel.canonical($0))
    }
    if decoded.encoding != "utf-8" || !decoded.diagnostics.isEmpty || isEscaped == true {
      decoded = TextDecoding.decode(source.input.bytes, declared: declared, name: source.input.name)
    }
    return ReadResult(documents: [document(decoded.bytes, source: source, diagnostics: decoded.diagnostics)])
  }

  /// The article of a page.
  static func document(_ page: [UInt8], source: ReaderSource, diagnostics: [Diagnostic] = []) -> Document {
    let markup = PageMarkup(page)
    let tree = PageParser.parse(markup)
    let flow = PageFlow(tree)
    var metadata = PageMetadata(tree, markup.structuredData)
    let choice = BodyChoice(tree, flow, title: metadata.values.title)
    var writer = PageWriter(tree: tree, flow: flow)
    writer.write(title: metadata.values.title, choice)
    var document = source.document(
      SourceText(name: source.input.name, bytes: writer.text), mediaType: "text/html")
    document.blocks = writer.blocks
    document.diagnostics = source.diagnostics + diagnostics
    metadata.complete(languageOf: writer)
    document.metadata = metadata.values
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

/// The encoding that a page declares within itself.
enum DeclaredEncoding {
  /// The label in the first 2,048 bytes: of a `meta` element or an XML declaration.
  static func find(in bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { buffer in
      let head = UnsafeBufferPointer(rebasing: buffer.prefix(2048))
      for pattern in ["charset", "encoding"] as [StaticString] {
        var position = PageScan.find(pattern, head, from: 0)
        while position < head.count {
          while position < head.count, [0x20, 0x3D, 0x22, 0x27].contains(head[position]) { position += 1 }
          var end = position
          while end < head.count, PageScan.isNameByte(head[end]) { end += 1 }
          if end > position + 2 { return String(decoding: head[position..<end], as: UTF8.self) }
          position = PageScan.find(pattern, head, from: end)
        }
      }
      return nil
    }
  }
}
