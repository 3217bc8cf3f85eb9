/// What a page's `meta`, `link` and `title` elements say.
struct PageHead {
  /// The `title` element.
  private(set) var title = ""
  /// Canonical address.
  private(set) var canonical: String?
  /// Language by `lang` of `html`, or by `meta`.
  private(set) var language: String?
  private var values: [String: [String]] = [:]

  init(_ tree: PageTree) {
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .title where title.isEmpty: title = PageMetadata.tidy(tree.content(of: index))
      case .html:
        language = language ?? tree.value(of: .lang, at: index) ?? tree.value(of: .xmlLang, at: index)
      case .link where tree.value(of: .rel, at: index)?.lowercased() == "canonical":
        canonical = canonical ?? tree.value(of: .href, at: index)
      case .meta:
        guard let content = tree.value(of: .content, at: index).map(PageMetadata.tidy), !content.isEmpty
        else { continue }
        for name in [PageAttribute.property, .name, .itemprop, .httpEquiv] {
          if let key = tree.value(of: name, at: index) {
            values[key.lowercased(), default: []].append(content)
          }
        }
      default: break
      }
    }
    language = language ?? first(["content-language", "og:locale", "dc.language", "language"])
    language = language.map { String($0.prefix { $0 != "," && $0 != ";" }).replacing("_", with: "-") }
    if language?.isEmpty == true { language = nil }
  }

  /// The first value of the first of these names that has one.
  func first(_ names: [String]) -> String? {
    for name in names { if let value = values[name]?.first { return value } }
    return nil
  }

  /// Authors by `meta`; an address is no name.
  var authors: [String] {
    for name in ["author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"] {
      let names = (values[name] ?? []).filter { !$0.contains("://") && !$0.hasPrefix("@") }
      if !names.isEmpty {
        return names.flatMap { name in
          let people = PersonName.names(in: Self.withoutBy(name))
          return people.isEmpty ? [Self.withoutBy(name)] : people
        }
      }
    }
    return []
  }

  /// A name without the "By" or "Par" before it.
  static func withoutBy(_ name: String) -> String {
    for word in ["By ", "by ", "BY ", "Par ", "par "] where name.hasPrefix(word) {
      return String(name.dropFirst(word.count))
    }
    return name
  }
}
