import DossierModel
import DossierText

/// Reads PDF by poppler's `pdftotext`: running heads and page numbers go, words cut at line ends are joined, and lines
/// become paragraphs. The result is read as pasted text is.
struct PDFReader: FormatReader {
  static let format = InputFormat.pdf

  static func recognises(_ preview: Preview) -> Bool {
    preview.bytes.starts(with: "%PDF-".utf8)
  }

  static func read(_ source: ReaderSource) throws(Diagnostic) -> ReadResult {
    let name = source.input.name
    guard source.input.bytes.starts(with: "%PDF-".utf8) else {
      throw Diagnostic(
        "read.not-a-pdf", .error, "the input is no PDF", at: Diagnostic.Location(file: name),
        help: "leave --as out to let the content decide")
    }
    let output = try ExternalProgram.output(
      of: "pdftotext", ["-layout", "-enc", "UTF-8", "-q"], after: ["-"], input: source.input.bytes,
      name: name, bound: source.maximumBytes)
    guard let output else { throw ReadingProblem.tooLarge(name, bound: source.maximumBytes) }
    let pages = PrintedPages(TextDecoding.decode(output, name: name).bytes)
    let text = SourceText(name: name, bytes: pages.text)
    if text.bytes.allSatisfy({ $0 <= 0x20 }) {
      throw Diagnostic(
        "read.no-text", .error, "the PDF holds no text", at: Diagnostic.Location(file: name),
        help: "run it through character recognition first")
    }
    return ReadResult(documents: [TextReader.document(text, source: source, mediaType: "application/pdf")])
  }
}
