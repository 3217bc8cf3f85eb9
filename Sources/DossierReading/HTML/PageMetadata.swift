import DossierModel
import DossierText

/// What a page says about its article.
struct PageMetadata {
  /// The settled values.
  private(set) var values = DocumentMetadata()

  /// Gathers from the page's head and its structured data.
  init(_ tree: PageTree, _ structuredData: [[UInt8]], known: DocumentMetadata? = nil) {
    let head = PageHead(tree)
    let data = LinkedData(structuredData)
    let heading = tree.nodes.indices.first { tree.nodes[$0].tag == .h1 }.map {
      Self.tidy(tree.content(of: $0))
    }
    values.title = Self.title(heading: heading, data: data, head: head)
    values.authors = data.authors.isEmpty ? head.authors : data.authors
    values.publisher = data.publisher ?? head.first(["og:site_name", "application-name", "dc.publisher"])
    values.published = Self.date(
      data.published
        ?? head.first([
          "article:published_time", "datepublished", "dc.date.issued", "dc.date", "dcterms.created", "date",
          "pubdate",
          "parsely-pub-date", "sailthru.date",
        ]))
    values.modified = Self.date(
      data.modified
        ?? head.first(["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified"]))
    values.url = head.canonical ?? head.first(["og:url"]) ?? data.url
    values.section = data.section ?? head.first(["article:section"])
    values.language = data.language ?? head.language ?? "und"
    if let known { values.merge(known: known) }
  }

  /// Fills in the language by the words of the article.
  mutating func complete(languageOf writer: PageWriter) {
    var evidence = LanguageEvidence()
    writer.text.withUnsafeBufferPointer { bytes in
      for block in writer.blocks where block.role == .body { evidence.add(bytes, block.range.indices) }
    }
    if let language = evidence.language {
      let declared = values.language.lowercased()
      if !declared.hasPrefix(language) { values.language = language }
    }
  }

  private static func title(heading: String?, data: LinkedData, head: PageHead) -> String {
    let named = data.headline ?? head.first(["og:title", "twitter:title", "dc.title"])
    if let heading, !heading.isEmpty {
      guard let named else { return heading }
      let (one, two) = (FoldedWords.hashes(of: heading), FoldedWords.hashes(of: named))
      if two.starts(with: one) || one.starts(with: two) || Set(one).intersection(two).count * 2 >= one.count {
        return heading
      }
    }
    return named.map(tidy) ?? tidy(head.title)
  }

  static func tidy(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var owesSpace = false
    var previous: UInt8 = 0
    for byte in text.utf8 {
      // White space of ASCII, and the no-break space (C2 A0).
      if byte == 0xA0, previous == 0xC2 {
        bytes.removeLast()
        owesSpace = true
      } else if byte <= 0x20 {
        owesSpace = true
      } else {
        if owesSpace, !bytes.isEmpty { bytes.append(0x20) }
        owesSpace = false
        bytes.append(byte)
      }
      previous = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The date in ISO form: as given if it is that, else as read.
  static func date(_ text: String?) -> String? {
    guard var text = text.map(tidy), !text.isEmpty else { return nil }
    if let iso = ISODate.normalised(text) { return iso }
    return text.withUTF8 { WrittenDate.first(in: $0, 0..<$0.count, dayFirst: nil)?.iso }
  }
}
