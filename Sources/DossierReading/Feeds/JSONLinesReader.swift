import DossierModel
import DossierText

/// Reads articles as JSON lines: one object a line with `text` or `html`, and `title`, `url`, `published`, `authors`.
/// One object, or a list of such objects, is read as well.
struct JSONLinesReader: FormatReader {
  static let format = InputFormat.jsonLines

  static func recognises(_ preview: Preview) -> Bool {
    guard preview.hasPrefix("{") || preview.hasPrefix("["), let bytes = preview.decoded?.bytes
    else {
      return false
    }
    if preview.hasPrefix("{") {
      // The first line tells, if it is an object; else the whole.
      let line = bytes.prefix { $0 != 0x0A }
      if let node = try? JSONParser.parse(SourceText(name: "", bytes: Array(line))) {
        return ArticleRecord.isArticle(node)
      }
    }
    guard let root = try? JSONParser.parse(SourceText(name: "", bytes: bytes)) else { return false }
    return root.elements.map { !$0.isEmpty && $0.allSatisfy(ArticleRecord.isArticle) }
      ?? ArticleRecord.isArticle(root)
  }

  static func read(_ source: ReaderSource) throws(Diagnostic) -> ReadResult {
    let text = try source.text()
    var diagnostics: [Diagnostic] = []
    var documents: [Document] = []
    var number = 0
    func add(_ node: DataNode, line: Int) {
      number += 1
      let fragment = ArticleRecord.fragment(
        node, name: "\(text.name)#\(number)", mediaType: "application/jsonl")
      if let document = fragment.document(source) {
        documents.append(document)
      } else {
        diagnostics.append(noText(text, line))
      }
    }
    if let root = try? JSONParser.parse(text) {
      for node in root.elements ?? [root] { add(node, line: 0) }
      return ReadResult(documents: documents, claims: nil, diagnostics: diagnostics)
    }
    var lineNumber = 0
    for line in text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      lineNumber += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      do {
        add(try JSONParser.parse(SourceText(name: text.name, bytes: Array(line))), line: lineNumber)
      } catch {
        diagnostics.append(moved(error, to: lineNumber, in: text))
      }
    }
    if documents.isEmpty { throw diagnostics.first ?? ReadingProblem.noArticle(text.name, "the lines") }
    return ReadResult(documents: documents, claims: nil, diagnostics: diagnostics)
  }

  private static func noText(_ text: SourceText, _ line: Int) -> Diagnostic {
    Diagnostic(
      "read.no-article", .warning, "the object has no text",
      at: Diagnostic.Location(file: text.name, line: line, column: 0, text: ""),
      help: "give the article as 'text' or 'html'")
  }

  /// A mistake in one line, told as one of the file.
  private static func moved(_ error: Diagnostic, to line: Int, in text: SourceText) -> Diagnostic {
    let place = error.location
    return Diagnostic(
      error.id, error.severity, error.summary,
      at: Diagnostic.Location(
        file: text.name, line: line, column: place?.column ?? 0, length: place?.length ?? 1,
        text: place?.text ?? ""),
      notes: error.notes, help: error.help)
  }
}
