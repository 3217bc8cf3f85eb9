import DossierModel
import DossierText

/// Reads feeds: RSS 0.9 to 2.0, Atom (RFC 4287) and JSON Feed 1.1; one article an item.
struct FeedReader: FormatReader {
  static let format = InputFormat.feed

  static func recognises(_ preview: Preview) -> Bool {
    if preview.hasPrefix("{") { return preview.contains("jsonfeed.org/version") }
    guard preview.hasPrefix("<"), !preview.hasPrefix("<!doctype html"), !preview.hasPrefix("<html") else {
      return false
    }
    return preview.contains("<rss") || preview.contains("<rdf:rdf") || preview.contains("<feed")
  }

  static func read(_ source: ReaderSource) throws(Diagnostic) -> ReadResult {
    let text = SourceText(name: source.input.name, bytes: try source.markup().bytes)
    let first = text.bytes.first { $0 > 0x20 && $0 < 0x80 }
    let (fragments, problem) =
      first == UInt8(ascii: "{")
      ? (try JSONFeed.items(of: text), nil) : try XMLFeed.items(of: text)
    let documents = fragments.compactMap { $0.document(source) }
    var result = ReadResult(documents: documents)
    if let problem { result.diagnostics.append(problem) }
    if documents.isEmpty { result.diagnostics.append(ReadingProblem.noArticle(text.name, "the feed")) }
    return result
  }
}

/// RSS and Atom.
enum XMLFeed {
  /// The items of a feed, and the first mistake in it.
  ///
  /// - Throws: `read.not-a-feed` where the text is none.
  static func items(of text: SourceText) throws(Diagnostic) -> ([Fragment], Diagnostic?) {
    let (root, problem) = XMLDocument.parse(text)
    guard let root, ["rss", "rdf", "feed"].contains(root.name) else { throw notAFeed(text.name, root?.name) }
    let channel = root.child("channel") ?? root
    let items = root.name == "feed" ? root.all("entry") : root.descendants("item")
    var known = DocumentMetadata()
    known.publisher = channel.child("", "title")?.line ?? channel.child("title")?.line
    known.language = channel.child("language")?.line ?? root.attributes["lang"] ?? "und"
    let mediaType = root.name == "feed" ? "application/atom+xml" : "application/rss+xml"
    let fragments = items.enumerated().map { number, item in
      fragment(item, known: known, name: "\(text.name)#\(number + 1)", mediaType: mediaType)
    }
    return (fragments, problem)
  }

  static func notAFeed(_ name: String, _ root: String?) -> Diagnostic {
    Diagnostic(
      "read.not-a-feed", .error,
      root.map { "the input is no feed: its root is '\($0)'" } ?? "the input is no feed",
      at: Diagnostic.Location(file: name), help: "leave --as out to let the content decide")
  }

  private static func fragment(
    _ item: XMLNode, known: DocumentMetadata, name: String, mediaType: String
  ) -> Fragment {
    var fragment = Fragment(name: name, metadata: known, mediaType: mediaType)
    fragment.metadata.title = item.child("title").flatMap(\.line).map(MarkupText.plain) ?? ""
    fragment.metadata.published = date(
      item.child("pubdate") ?? item.child("published") ?? item.child("dc", "date"))
    fragment.metadata.modified = date(item.child("updated"))
    if fragment.metadata.published == nil { fragment.metadata.published = date(item.child("updated")) }
    let links = item.all("link")
    let link = links.first { ($0.attributes["rel"] ?? "alternate") == "alternate" } ?? links.first
    fragment.metadata.url = link.flatMap { $0.attributes["href"] ?? $0.line }
    fragment.metadata.section = item.child("category").flatMap { $0.attributes["term"] ?? $0.line }
    fragment.metadata.authors = authors(of: item)
    if let publisher = item.child("source").flatMap({ $0.child("title")?.line ?? $0.line }) {
      fragment.metadata.publisher = publisher
    }
    if let encoded = item.child("content", "encoded") {
      fragment.html = encoded.content
    } else if let content = item.child("content"), content.attributes["src"] == nil {
      take(content, into: &fragment)
    } else if let description = item.child("description") ?? item.child("summary") {
      take(description, into: &fragment)
    }
    return fragment
  }

  /// Content of type `xhtml` is markup, of type `text` plain, any other escaped HTML.
  private static func take(_ node: XMLNode, into fragment: inout Fragment) {
    switch node.attributes["type"] {
    case "xhtml": fragment.html = node.markup
    case "text": fragment.plain = node.content
    default: fragment.html = node.children.contains { !$0.name.isEmpty } ? node.markup : node.content
    }
  }

  private static func authors(of item: XMLNode) -> [String] {
    (item.all("creator") + item.all("author")).compactMap { node in
      guard let name = node.child("name")?.line ?? node.line else { return nil }
      // RSS: "desk@paper.example (Ana Lopes)".
      if name.contains("@"), let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"),
        open < close
      {
        return String(name[name.index(after: open)..<close])
      }
      return name.contains("@") ? nil : name
    }
  }

  private static func date(_ node: XMLNode?) -> String? {
    guard let line = node?.line else { return nil }
    return MailDate.normalised(line) ?? ISODate.normalised(line)
  }
}

/// JSON Feed.
enum JSONFeed {
  /// The items of a feed.
  static func items(of text: SourceText) throws(Diagnostic) -> [Fragment] {
    let root = try JSONParser.parse(text)
    guard let items = root["items"]?.elements else { throw XMLFeed.notAFeed(text.name, nil) }
    return items.enumerated().map { number, item in
      var fragment = ArticleRecord.fragment(
        item, name: "\(text.name)#\(number + 1)", mediaType: "application/feed+json")
      fragment.metadata.publisher = fragment.metadata.publisher ?? ArticleRecord.string(root, ["title"])
      if fragment.metadata.language == "und" {
        fragment.metadata.language = ArticleRecord.string(root, ["language"]) ?? "und"
      }
      return fragment
    }
  }
}
