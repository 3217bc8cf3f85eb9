import DossierModel
import DossierText

/// An article whose text comes as a piece of HTML or as plain text, and whose metadata comes from around it: an item of
/// a feed, a part of an e-mail, an agency's dispatch.
struct Fragment {
  /// Name of the document, for messages.
  var name: String
  /// The content as HTML.
  var html: String?
  /// The content as plain text, where there is no HTML.
  var plain: String?
  /// What is known from around the content.
  var metadata = DocumentMetadata()
  /// Media type of the whole input.
  var mediaType: String

  /// The article; nil if the content holds no words.
  func document(_ source: ReaderSource) -> Document? {
    var document: Document
    if let html, !html.allSatisfy(\.isWhitespace) {
      var inner = ReaderSource(
        input: Input(name: name, bytes: [], modified: source.input.modified), sha256: source.sha256,
        decoded: nil, maximumBytes: source.maximumBytes)
      inner.diagnostics = source.diagnostics
      document = HTMLReader.document(Array(html.utf8), source: inner, known: metadata)
      document.mediaType = mediaType
    } else if let plain, !plain.allSatisfy(\.isWhitespace) {
      let isTitled = !metadata.title.isEmpty && !plain.hasPrefix(metadata.title)
      let text = SourceText(name: name, isTitled ? metadata.title + "\n\n" + plain : plain)
      document = TextReader.document(text, source: source, mediaType: mediaType, title: metadata.title)
      merge(into: &document.metadata)
    } else {
      return nil
    }
    return document.blocks.isEmpty ? nil : document
  }

  /// What is known from around the content counts before what the content says.
  private func merge(into values: inout DocumentMetadata) {
    values.merge(known: metadata)
  }
}

extension DocumentMetadata {
  /// Takes over what `known` has.
  mutating func merge(known: DocumentMetadata) {
    if !known.title.isEmpty { title = known.title }
    if !known.authors.isEmpty { authors = known.authors }
    publisher = known.publisher ?? publisher
    published = known.published ?? published
    modified = known.modified ?? modified
    url = known.url ?? url
    section = known.section ?? section
    translationOf = known.translationOf ?? translationOf
    for agency in known.agencies where !agencies.contains(agency) { agencies.append(agency) }
    if language == "und" { language = known.language }
  }
}
