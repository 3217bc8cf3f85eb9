import DossierModel
import DossierText

/// What a page says about its article.
struct PageMetadata {
  /// The settled values.
  private(set) var values = DocumentMetadata()

  private let head: PageHead
  private let data: LinkedData
  private let known: DocumentMetadata?

  /// Gathers from the page's head and its structured data.
  ///
  /// The order of precedence, for each value the first that is there: what is known from around the page, JSON-LD, the
  /// `meta` elements of OpenGraph, then others (Dublin Core among them), microdata and `time` elements, bylines. For
  /// the title the `h1` counts first where it agrees with these, for the address the canonical link.
  init(_ tree: PageTree, _ structuredData: [[UInt8]], known: DocumentMetadata? = nil) {
    head = PageHead(tree)
    data = LinkedData(structuredData)
    self.known = known
    let heading = tree.nodes.indices.first { tree.nodes[$0].tag == .h1 }.map {
      Self.tidy(tree.content(of: $0))
    }
    values.publisher =
      data.publisher ?? head.first(["og:site_name", "application-name", "dc.publisher", "publisher"])
    if values.publisher?.hasPrefix("@") == true { values.publisher?.removeFirst() }
    values.title = withoutOutlet(Self.title(heading: heading, data: data, head: head))
    if let title = known?.title, !title.isEmpty { values.title = title }
  }

  /// Fills in what the words around the article say, and settles all values.
  mutating func complete(_ bylines: PageBylines) {
    let credits = bylines.credits
    values.authors =
      [data.authors, head.authors, bylines.markedAuthors, credits.authors].first { !$0.isEmpty } ?? []
    values.published =
      Self.date(data.published) ?? Self.date(head.first(Self.publishedNames)) ?? bylines.marked.published
      ?? credits.published
    values.modified =
      Self.date(data.modified) ?? Self.date(head.first(Self.modifiedNames)) ?? bylines.marked.modified
      ?? credits.modified
    values.url = head.canonical ?? head.first(["og:url"]) ?? data.url
    values.section = data.section ?? head.first(["article:section"])
    values.language = data.language ?? head.language ?? "und"
    values.translationOf = credits.translationOf
    values.agencies = credits.agencies
    if let known { values.merge(known: known) }
  }

  private static let publishedNames = [
    "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
    "dc.date",
    "dcterms.created", "date", "pubdate", "publish-date", "parsely-pub-date", "sailthru.date",
  ]
  private static let modifiedNames = [
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified",
  ]

  /// The article's text as JSON-LD gives it. It may be a teaser.
  var articleBody: String? { data.body }

  /// How `03/04/2024` is read on this page: nothing tells it in English.
  var isDayFirst: Bool? { (data.language ?? head.language ?? "en").lowercased().hasPrefix("en") ? nil : true }

  /// A title without the outlet's name behind it: `Le port rouvre - La Gazette du quai`.
  private func withoutOutlet(_ title: String) -> String {
    guard let publisher = values.publisher, title.hasSuffix(publisher) else { return title }
    let rest = title.dropLast(publisher.count)
    let marks: Set<Character> = [" ", "-", "|", "–", "—", ":", "•", "·", "»"]
    let trimmed = rest.reversed().drop { marks.contains($0) }.reversed()
    return trimmed.count + 2 <= rest.count && trimmed.count >= 10 ? String(trimmed) : title
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
