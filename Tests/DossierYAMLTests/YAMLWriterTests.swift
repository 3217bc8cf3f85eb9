import DossierText
import DossierYAML
import Testing

@Suite("YAML writer")
struct YAMLWriterTests {
  @Test("Blocks are indented, lists of plain values stand in brackets, empty containers show")
  func form() {
    var yaml = YAMLWriter()
    yaml.beginDocument()
    yaml.beginObject()
    yaml.key("id")
    yaml.string("s1")
    yaml.key("none")
    yaml.null()
    yaml.key("empty")
    yaml.beginArray()
    yaml.endArray()
    yaml.key("names")
    yaml.beginObject()
    yaml.endObject()
    yaml.key("words")
    yaml.strings(["a", "no", "b, c"])
    yaml.key("spans")
    yaml.beginArray()
    for start in [1, 30] {
      yaml.beginArray()
      yaml.integer(start)
      yaml.integer(start + 10)
      yaml.endArray()
    }
    yaml.endArray()
    yaml.key("claims")
    yaml.beginArray()
    yaml.beginObject()
    yaml.key("id")
    yaml.string("c1")
    yaml.key("exact")
    yaml.string("one\n\ntwo: three\n")
    yaml.key("hedged")
    yaml.bool(true)
    yaml.endObject()
    yaml.endArray()
    yaml.endObject()
    yaml.endDocument()
    #expect(
      String(decoding: yaml.bytes, as: UTF8.self) == """
        ---
        id: s1
        none: null
        empty: []
        names: {}
        words: [a, "no", "b, c"]
        spans:
          - [1, 11]
          - [30, 40]
        claims:
          - id: c1
            exact: |
              one

              two: three
            hedged: true

        """)
  }

  @Test("Long lists in brackets go on in further lines")
  func wrapping() {
    var yaml = YAMLWriter()
    yaml.beginObject()
    yaml.key("ids")
    yaml.strings((1...40).map { "entity\($0)" })
    yaml.endObject()
    yaml.endDocument()
    let lines = String(decoding: yaml.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.utf8.count < 120 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  entity") })
  }

  @Test(
    "The project's own reader gives every string back",
    arguments: [
      "", "no", "1e3", " a ", "a\n\nb", "a\n", "\n", "a: b", "\u{0}", "\u{85}", "\u{2028}", "é", "😀", "\\\"",
      "- x",
    ])
  func readsBack(text: String) throws {
    var yaml = YAMLWriter()
    yaml.beginDocument()
    yaml.beginObject()
    yaml.key("list")
    yaml.strings([text])
    yaml.key(text)
    yaml.string(text)
    yaml.endObject()
    yaml.endDocument()
    let node = try YAMLParser.parse(SourceText(name: "test.yaml", bytes: yaml.bytes))
    let members = try #require(node.members)
    #expect(members.map(\.key) == ["list", text])
    for value in [members[0].value.elements?.first, members[1].value] {
      guard case .string(let found)? = value?.value else {
        Issue.record("no text")
        continue
      }
      #expect(found == text)
    }
  }
}
