import DossierModel
import DossierText

/// What a page says about its article.
struct PageMetadata {
  /// The settled values.
  private(set) var values = DocumentMetadata()

  private let head: PageHead
  private let data: LinkedData
  private let known: DocumentMetadata?
  private let heading: String
  private var sources = MetadataSources()

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
    self.heading = heading ?? ""
    values.publisher = sources.settle(
      "publisher",
      [
        ("input", known?.publisher), ("json-ld", data.publisher),
        ("meta", head.first(["og:site_name", "application-name", "dc.publisher", "publisher"])),
      ])
    if values.publisher?.hasPrefix("@") == true { values.publisher?.removeFirst() }
    values.title = withoutOutlet(Self.title(heading: heading, data: data, head: head))
    if let title = known?.title, !title.isEmpty { values.title = title }
  }

  /// Fills in what the words around the article say, and settles all values.
  mutating func complete(_ bylines: PageBylines) {
    let credits = bylines.credits
    sources.note(
      "title", settled: values.title,
      [
        ("input", known?.title), ("h1", heading), ("json-ld", data.headline.map(withoutOutlet)),
        ("meta", head.first(Self.titleNames).map(withoutOutlet)),
        ("title", withoutOutlet(Self.tidy(head.title))),
      ])
    values.authors = sources.settle(
      "authors",
      [
        ("input", known?.authors ?? []), ("json-ld", data.authors), ("meta", head.authors),
        ("microdata", bylines.markedAuthors), ("byline", credits.authors),
      ])
    values.published = sources.settle(
      "published",
      [
        ("input", known?.published), ("json-ld", Self.date(data.published)),
        ("meta", Self.date(head.first(Self.publishedNames))), ("microdata", bylines.marked.published),
        ("byline", credits.published),
      ])
    values.modified = sources.settle(
      "modified",
      [
        ("input", known?.modified), ("json-ld", Self.date(data.modified)),
        ("meta", Self.date(head.first(Self.modifiedNames))), ("microdata", bylines.marked.modified),
        ("byline", credits.modified),
      ])
    values.url = sources.settle(
      "url",
      [
        ("input", known?.url), ("link", head.canonical), ("meta", head.first(["og:url"])),
        ("json-ld", data.url),
      ])
    values.section = sources.settle(
      "section",
      [
        ("input", known?.section), ("json-ld", data.section),
        ("meta", head.first(["article:section"])),
      ])
    values.language = data.language ?? head.language ?? "und"
    values.translationOf = credits.translationOf
    values.agencies = credits.agencies
    if let known { values.merge(known: known) }
  }

  /// What each source said, once the language is told from the words of the article.
  func findings(language: String) -> [MetadataFinding] {
    var sources = sources
    let declared = [("json-ld", data.language), ("meta", head.language)].map { source, value in
      (source: source, value: value.map { LanguageTag.normalised($0) ?? $0 })
    }
    let isTold = !declared.contains { $0.value == language }
    sources.note(
      "language", settled: language, [("words", isTold && language != "und" ? language : nil)] + declared)
    return sources.findings
  }

  private static let titleNames = ["og:title", "twitter:title", "dc.title"]
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
    let named = data.headline ?? head.first(titleNames)
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
