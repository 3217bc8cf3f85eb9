import DossierModel
import DossierText

/// An article as a JSON object, by the keys of JSON Feed and of the scrapers that write JSON lines.
enum ArticleRecord {
  /// The article in an object.
  static func fragment(_ node: DataNode, name: String, mediaType: String) -> Fragment {
    var fragment = Fragment(
      name: name, html: string(node, ["content_html", "html"]),
      plain: string(
        node, ["content_text", "text", "body", "articleBody", "content", "summary", "description"]),
      mediaType: mediaType)
    fragment.metadata.title = PageMetadata.tidy(string(node, ["title", "headline"]) ?? "")
    fragment.metadata.url = string(node, ["url", "link", "external_url"])
    fragment.metadata.published = date(node, ["date_published", "published", "datePublished", "date"])
    fragment.metadata.modified = date(node, ["date_modified", "modified", "dateModified"])
    fragment.metadata.publisher = names(node["publisher"]).first ?? string(node, ["site_name", "source"])
    fragment.metadata.authors =
      ["authors", "author", "byline"].map { names(node[$0]) }.first { !$0.isEmpty } ?? []
    fragment.metadata.section = string(node, ["section"])
    fragment.metadata.language = string(node, ["language", "lang"]) ?? "und"
    return fragment
  }

  /// Whether an object has text of an article.
  static func isArticle(_ node: DataNode) -> Bool {
    node.members != nil
      && string(node, ["text", "html", "content_html", "content_text", "body", "articleBody"]) != nil
  }

  /// The first of these keys that holds text.
  static func string(_ node: DataNode, _ keys: [String]) -> String? {
    for key in keys { if case .string(let text)? = node[key]?.value, !text.isEmpty { return text } }
    return nil
  }

  private static func date(_ node: DataNode, _ keys: [String]) -> String? {
    string(node, keys).flatMap { PageMetadata.date($0) ?? MailDate.normalised($0) }
  }

  private static func names(_ node: DataNode?) -> [String] {
    guard let node else { return [] }
    if case .string(let text) = node.value { return text.isEmpty ? [] : [text] }
    return (node.elements ?? []).flatMap { names($0) } + names(node["name"])
  }
}
