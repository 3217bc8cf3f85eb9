import DossierModel
import DossierText
import DossierYAML

/// The YAML between two lines `---` at the start of a Markdown file.
enum FrontMatter {
  /// The bytes of the front matter, marks included; nil if there is none.
  static func range(of bytes: [UInt8]) -> Range<Int>? {
    guard bytes.starts(with: "---\n".utf8) || bytes.starts(with: "---\r\n".utf8) else { return nil }
    var index = 4
    while index + 4 <= bytes.count {
      if bytes[index - 1] == 0x0A, bytes[index...].starts(with: "---".utf8),
        index + 3 >= bytes.count || bytes[index + 3] == 0x0A || bytes[index + 3] == 0x0D
      {
        let hasKey = bytes[4..<index].contains(UInt8(ascii: ":"))
        return hasKey ? 0..<min(bytes.count, index + 3) : nil
      }
      index += 1
    }
    return nil
  }

  /// Takes the front matter off the lines; what it says.
  static func take(from lines: inout [String], of text: SourceText) -> DocumentMetadata {
    var metadata = DocumentMetadata()
    guard let range = range(of: text.bytes) else { return metadata }
    let count = text.bytes[range].split(separator: 0x0A, omittingEmptySubsequences: false).count
    let inner = lines[1..<max(1, min(count - 1, lines.count))].joined(separator: "\n")
    lines.removeFirst(min(count, lines.count))
    guard let root = try? YAMLParser.parse(SourceText(name: text.name, inner)) else { return metadata }
    metadata.title = ArticleRecord.string(root, ["title"]) ?? ""
    metadata.authors = texts(root["author"]) + texts(root["authors"])
    metadata.publisher = ArticleRecord.string(root, ["publisher", "site"])
    metadata.published = ArticleRecord.string(root, ["date", "published"]).flatMap { PageMetadata.date($0) }
    metadata.url = ArticleRecord.string(root, ["url", "canonical", "link"])
    metadata.language = ArticleRecord.string(root, ["lang", "language"]) ?? "und"
    return metadata
  }

  private static func texts(_ node: DataNode?) -> [String] {
    guard let node else { return [] }
    if case .string(let text) = node.value { return [text] }
    return (node.elements ?? []).flatMap { texts($0) } + texts(node["name"])
  }
}
