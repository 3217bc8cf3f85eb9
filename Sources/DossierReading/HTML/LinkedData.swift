import DossierModel
import DossierText

/// What a page's JSON-LD says of its article (schema.org).
struct LinkedData {
  private(set) var headline: String?
  private(set) var authors: [String] = []
  private(set) var publisher: String?
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var language: String?
  private(set) var section: String?
  private(set) var url: String?
  /// The article's text, if given. It may be a teaser, or hold markup.
  private(set) var body: String?

  /// Reads every script; what is no JSON is passed over.
  init(_ scripts: [[UInt8]]) {
    var articles: [DataNode] = []
    for script in scripts {
      guard let root = Self.parse(script) else { continue }
      Self.collect(root, into: &articles, depth: 0)
    }
    for article in articles { take(article) }
  }

  /// Pages write line breaks into strings and comments around the whole, which JSON does not allow.
  private static func parse(_ script: [UInt8]) -> DataNode? {
    var bytes = script
    for index in bytes.indices where bytes[index] < 0x20 { bytes[index] = 0x20 }
    guard let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      let end = bytes.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end
    else { return nil }
    return try? JSONParser.parse(SourceText(name: "json-ld", bytes: Array(bytes[start...end])))
  }

  private static func collect(_ node: DataNode, into articles: inout [DataNode], depth: Int) {
    guard depth < 8 else { return }
    if let elements = node.elements {
      for element in elements { collect(element, into: &articles, depth: depth + 1) }
    } else if node.members != nil {
      if types(of: node).contains(where: isArticle) { articles.append(node) }
      for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"] {
        if let inner = node[key] { collect(inner, into: &articles, depth: depth + 1) }
      }
    }
  }

  private static func types(of node: DataNode) -> [String] {
    guard let type = node["@type"] else { return [] }
    return texts(type)
  }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type == "Review"
      || type == "AnalysisNewsArticle"
  }

  private static func texts(_ node: DataNode) -> [String] {
    if case .string(let text) = node.value { return [text] }
    return (node.elements ?? []).flatMap(texts)
  }

  private static func names(_ node: DataNode?) -> [String] {
    guard let node else { return [] }
    if case .string(let text) = node.value { return text.contains("://") ? [] : [text] }
    if let elements = node.elements { return elements.flatMap { names($0) } }
    return names(node["name"])
  }

  private mutating func take(_ article: DataNode) {
    func text(_ key: String) -> String? {
      article[key].flatMap { Self.texts($0).first }.map(PageMetadata.tidy).flatMap { $0.isEmpty ? nil : $0 }
    }
    headline = headline ?? (text("headline") ?? text("name")).map(MarkupText.plain)
    published = published ?? text("datePublished") ?? text("dateCreated")
    modified = modified ?? text("dateModified")
    language = language ?? text("inLanguage")
    section = section ?? text("articleSection")
    url = url ?? text("url")
    publisher = publisher ?? Self.names(article["publisher"]).first.map(MarkupText.plain)
    if authors.isEmpty {
      let names = Self.names(article["author"]) + Self.names(article["creator"])
      for text in names.map({ PageMetadata.tidy(PageHead.withoutBy(MarkupText.plain($0))) })
      where !text.isEmpty {
        // "Ana Lopes, Staff Writer" and "Ana Lopes | Quay Media" name one person.
        let people = PersonName.names(in: String(text.prefix { $0 != "|" }))
        for name in people.isEmpty ? [text] : people where !authors.contains(name) { authors.append(name) }
      }
    }
    body = body ?? article["articleBody"].flatMap { Self.texts($0).first }
  }
}
