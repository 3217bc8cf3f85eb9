import DossierModel
import DossierText

/// Reads e-mail (RFC 5322, MIME): the text of the message, HTML before plain, as an article.
struct MailReader: FormatReader {
  static let format = InputFormat.email

  private static let known: Set<String> = [
    "from", "to", "subject", "date", "mime-version", "message-id", "received", "return-path", "delivered-to",
    "content-type", "reply-to", "cc", "sender", "dkim-signature",
  ]

  static func recognises(_ preview: Preview) -> Bool {
    var names: Set<String> = []
    // One line after the other: the first tells of nearly every text that it is no message.
    let bytes = Array(preview.text.utf8)
    var rest = bytes[...]
    for _ in 0..<60 {
      let line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      if line.isEmpty || line.elementsEqual(CollectionOfOne(0x0D)) { break }
      if line.first == 0x20 || line.first == 0x09 { continue }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line[..<colon].allSatisfy(isNameByte) else {
        // An mbox starts with "From " and the sender.
        if names.isEmpty, line.starts(with: "From ".utf8) { continue }
        return false
      }
      names.insert(String(decoding: line[..<colon], as: UTF8.self).lowercased())
    }
    return names.intersection(known).count >= 3
  }

  /// Letters and hyphens, as in the names of headers.
  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == UInt8(ascii: "-")
  }

  static func read(_ source: ReaderSource) throws(Diagnostic) -> ReadResult {
    // The parts of a message have encodings of their own: the bytes are read as they are.
    let message = MailPart(source.input.bytes[...], depth: 0)
    let texts = message.texts
    var known = DocumentMetadata()
    known.title = message.headers["subject"].map(EncodedWord.decoded).map(PageMetadata.tidy) ?? ""
    known.authors = message.headers["from"].map(EncodedWord.decoded).flatMap(displayName).map { [$0] } ?? []
    known.published = message.headers["date"].flatMap(MailDate.normalised)
    let name = source.input.name
    var best: Document?
    for text in texts.sorted(by: { $0.isHTML && !$1.isHTML }) {
      let decoded = TextDecoding.decode(text.bytes, declared: text.charset, name: name)
      let content = String(decoding: decoded.bytes, as: UTF8.self)
      let fragment = Fragment(
        name: name, html: text.isHTML ? content : nil, plain: text.isHTML ? nil : content, metadata: known,
        mediaType: "message/rfc822")
      guard
        let document = fragment.document(
          ReaderSource(
            input: source.input, sha256: source.sha256, decoded: nil, maximumBytes: source.maximumBytes))
      else { continue }
      if best == nil || best?.bodyText.isEmpty == true { best = document }
    }
    guard let best else { throw noText(name) }
    return ReadResult(documents: [best])
  }

  private static func noText(_ name: String) -> Diagnostic {
    Diagnostic(
      "read.no-text", .error, "the message has no part of text", at: Diagnostic.Location(file: name),
      help: "save the attachment that holds the article, and give that")
  }

  /// `"Ana Lopes" <ana@paper.example>` without the address; nil if there is nothing but the address.
  private static func displayName(_ from: String) -> String? {
    let name = from.prefix { $0 != "<" }.filter { $0 != "\"" }
    let tidy = PageMetadata.tidy(String(name))
    return tidy.isEmpty || tidy.contains("@") ? nil : tidy
  }
}
