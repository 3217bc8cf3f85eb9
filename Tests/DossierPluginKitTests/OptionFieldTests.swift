import DossierModel
import DossierPluginKit
import DossierText
import Testing

private enum Size: String, CaseIterable, Sendable { case small, large }

private struct OptionExporter: Exporter {
  static let manifest = ExporterManifest(
    name: "all-options", summary: "Options of every type", mediaType: "text/plain", fileName: "x.txt",
    stability: .experimental, carries: [])
  static let options: [OptionField<Self>] = [
    .bool("loud", \.loud, help: "Write capitals"),
    .integer("width", \.width, in: 10...200, help: "Columns"),
    .text("mark", \.mark, help: "Sign between | cells", example: "; ") {
      $0.utf8.count > 3 ? "is too long" : nil
    },
    .choice("size", \.size, help: "Size"),
    .list("parts", \.parts, choices: ["a", "b"], help: "Parts", example: ["b", "a"]),
  ]
  var loud = false
  var width = 80
  var mark = ";"
  var size = Size.small
  var parts = ["a"]
  mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext) {}
}

@Suite("Exporter options")
struct OptionFieldTests {
  private func configure(_ json: String) throws -> (OptionExporter, [Diagnostic]) {
    let source = SourceText(name: "options.json", json)
    var decoder = DataDecoder(source: source, scope: "options")
    let exporter = OptionExporter.configured(by: try JSONParser.parse(source), decoder: &decoder)
    return (exporter, decoder.diagnostics)
  }

  @Test("Every type of option is taken")
  func taken() throws {
    let (exporter, diagnostics) = try configure(
      #"{"loud": true, "width": 120, "mark": ",", "size": "large", "parts": ["b", "a"]}"#)
    #expect(diagnostics == [])
    #expect(exporter.loud && exporter.width == 120 && exporter.mark == "," && exporter.size == .large)
    #expect(exporter.parts == ["b", "a"])
    #expect(try configure("null").0.width == 80)
  }

  @Test(
    "Each mistake has a message that says what to do",
    arguments: [
      (#"{"widht": 1}"#, "unknown key 'widht' in the options of 'all-options'", "did you mean 'width'?"),
      (#"{"width": 9}"#, "'width' must be from 10 to 200, not 9", nil),
      (#"{"width": "9"}"#, "'width' must be a whole number, not text", nil),
      (#"{"loud": "yes"}"#, "'loud' must be true or false, not text", nil),
      (#"{"mark": "abcd"}"#, "'mark' is too long", "for example: ; "),
      (#"{"size": "larg"}"#, "'size' cannot be 'larg'", "did you mean 'large'?"),
      (#"{"parts": ["a", "c"]}"#, "'parts' cannot hold 'c'", "did you mean 'a'?"),
      (#"{"parts": "a"}"#, "'parts' must be a list, not text", nil),
      (#"[]"#, "the options of 'all-options' must be a mapping, not a list", nil),
    ] as [(String, String, String?)])
  func mistakes(_ json: String, _ summary: String, _ help: String?) throws {
    let (_, diagnostics) = try configure(json)
    #expect(diagnostics.map(\.summary) == [summary])
    if help != nil { #expect(diagnostics.first?.help == help) }
  }

  @Test("All mistakes are shown at once")
  func several() throws {
    #expect(try configure(#"{"width": 1, "size": 2, "x": 3}"#).1.count == 3)
  }

  @Test("Table and schema come from the declarations")
  func documentation() throws {
    #expect(
      OptionDocumentation.markdownTable(OptionExporter.optionDescriptions) == """
        | option | value | default | meaning |
        |---|---|---|---|
        | `loud` | true or false | `false` | Write capitals |
        | `width` | 10 to 200 | `80` | Columns |
        | `mark` | text | `;` | Sign between \\| cells |
        | `size` | `small`, `large` | `small` | Size |
        | `parts` | list of `a`, `b` | `[a]` | Parts |

        """)
    var writer = JSONWriter()
    OptionDocumentation.writeSchema(OptionExporter.optionDescriptions, to: &writer)
    let schema = try JSONParser.parse(SourceText(name: "schema", bytes: writer.bytes))
    #expect(schema["properties"]?.members?.map(\.key) == ["loud", "width", "mark", "size", "parts"])
    #expect(OptionDocumentation.markdownTable([]) == "This exporter has no options.\n")
  }
}
