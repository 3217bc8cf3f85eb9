import DossierModel
import DossierText

/// Reads news agencies' XML: NewsML-G2 (a `newsItem`, or a `newsMessage` of several), NewsML 1 and NITF.
struct NewsReader: FormatReader {
  static let format = InputFormat.newsml

  static func recognises(_ preview: Preview) -> Bool {
    guard preview.hasPrefix("<"), !preview.hasPrefix("<!doctype html"), !preview.hasPrefix("<html") else {
      return false
    }
    return preview.contains("<newsitem") || preview.contains("<newsmessage") || preview.contains("<newsml")
      || preview.contains("<nitf")
  }

  static func read(_ source: ReaderSource) throws(Diagnostic) -> ReadResult {
    let text = SourceText(name: source.input.name, bytes: try source.markup().bytes)
    let (root, problem) = XMLDocument.parse(text)
    guard let root else { throw problem ?? ReadingProblem.noArticle(text.name, "the XML") }
    var fragments: [Fragment] = []
    for (name, read) in [("newsitem", newsItem), ("nitf", nitf)] as [(String, (XMLNode, String) -> Fragment)]
    {
      let items = root.name == name ? [root] : root.descendants(name)
      guard fragments.isEmpty else { break }
      for (number, item) in items.enumerated() {
        fragments.append(read(item, items.count == 1 ? text.name : "\(text.name)#\(number + 1)"))
      }
    }
    let documents = fragments.compactMap { $0.document(source) }
    var diagnostics = problem.map { [$0] } ?? []
    if documents.isEmpty { diagnostics.append(ReadingProblem.noArticle(text.name, "the XML")) }
    return ReadResult(documents: documents, claims: nil, diagnostics: diagnostics)
  }

  /// NewsML-G2, and the parts that NewsML 1 shares with it by name.
  private static func newsItem(_ item: XMLNode, name: String) -> Fragment {
    var fragment = Fragment(name: name, mediaType: "application/vnd.iptc.g2.newsitem+xml")
    let meta = item.child("contentmeta") ?? item
    func line(_ names: String...) -> String? {
      for name in names { if let line = meta.descendants(name).first?.line { return line } }
      return nil
    }
    fragment.metadata.title =
      line("headline") ?? item.child("itemmeta")?.descendants("title").first?.line ?? ""
    fragment.metadata.authors = meta.all("by").compactMap(\.line).map(PageHead.withoutBy)
    if fragment.metadata.authors.isEmpty, let by = line("byline") {
      let names = PersonName.names(in: PageHead.withoutBy(by))
      fragment.metadata.authors = names.isEmpty ? [PageHead.withoutBy(by)] : names
    }
    fragment.metadata.published = PageMetadata.date(
      item.child("itemmeta")?.child("versioncreated")?.line ?? line("contentcreated")
        ?? item.descendants("firstcreated").first?.line)
    fragment.metadata.publisher = item.child("itemmeta")?.child("provider").flatMap {
      $0.child("name")?.line ?? $0.attributes["literal"] ?? $0.line
    }
    fragment.metadata.agencies = line("creditline").map { [$0] } ?? []
    fragment.metadata.language = meta.child("language")?.attributes["tag"] ?? item.attributes["lang"] ?? "und"
    if let inner = item.descendants("nitf").first {
      let inside = nitf(inner, name: name)
      fragment.html = inside.html
      fragment.metadata = merged(fragment.metadata, inside.metadata)
    } else if let inline = item.descendants("inlinexml").first {
      fragment.html = (inline.descendants("body").first ?? inline).markup
    } else if let data = item.descendants("inlinedata").first ?? item.descendants("datacontent").first {
      if data.children.contains(where: { !$0.name.isEmpty }) {
        fragment.html = data.markup
      } else {
        fragment.plain = data.content
      }
    }
    return fragment
  }

  /// NITF 3.
  private static func nitf(_ item: XMLNode, name: String) -> Fragment {
    var fragment = Fragment(name: name, mediaType: "application/nitf+xml")
    let head = item.descendants("body.head").first
    fragment.metadata.title =
      head?.descendants("hl1").first?.line ?? item.child("head")?.child("title")?.line ?? ""
    if let by = head?.descendants("byline").first {
      let people = by.descendants("person").compactMap(\.line)
      let text = PageHead.withoutBy(by.line ?? "")
      fragment.metadata.authors = people.isEmpty ? PersonName.names(in: text) : people
    }
    fragment.metadata.agencies = head?.descendants("distributor").first?.line.map { [$0] } ?? []
    fragment.metadata.published = item.descendants("date.issue").first?.attributes["norm"].flatMap(date)
    fragment.metadata.publisher = item.descendants("pubdata").first?.attributes["name"]
    fragment.metadata.language = item.attributes["lang"] ?? "und"
    fragment.html = (item.descendants("body.content").first ?? item.child("body"))?.markup
    return fragment
  }

  /// `20210720T080000Z`, as NITF writes times.
  private static func date(_ text: String) -> String? {
    guard text.count >= 15, text.dropFirst(8).first == "T",
      let day = ISODate.normalised(String(text.prefix(8)))
    else {
      return ISODate.normalised(text)
    }
    let clock = Array(text.dropFirst(9).prefix(6))
    let time = "\(clock[0])\(clock[1]):\(clock[2])\(clock[3]):\(clock[4])\(clock[5])"
    return ISODate.normalised("\(day)T\(time)\(text.dropFirst(15))") ?? day
  }

  private static func merged(_ outer: DocumentMetadata, _ inner: DocumentMetadata) -> DocumentMetadata {
    var values = inner
    values.merge(known: outer)
    return values
  }
}
