import DossierTemplate
import DossierText
import Testing

@Suite("Templates")
struct TemplateTests {
  static let context = TemplateValue.map([
    "title": .text("A <b>"), "none": .text(""), "yes": .flag(true),
    "claims": .list([
      .map(["id": .text("c1"), "words": .texts(["x", "y"]), "place": .map(["start": .text("3")])]),
      .map(["id": .text("c2"), "words": .list([]), "place": .map(["start": .text("9")])]),
    ]),
  ])

  static func template(_ text: String, limits: TemplateLimits = TemplateLimits()) throws(Diagnostic)
    -> Template
  {
    try Template(SourceText(name: "t", text), names: context.names, limits: limits)
  }

  static func render(_ text: String) throws -> String {
    let bytes = try template(text).render(context) { value, output in
      output += Array(value.replacing("<", with: "&lt;").utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "Tags, sections and lines of their own",
    arguments: [
      ("{{title}}", "A &lt;b>"), ("{{{title}}} {{&title}}", "A <b> A <b>"), ("a{{! no }}b", "ab"),
      ("{{#claims}}{{id}}:{{#words}}{{.}}{{/words}}{{^words}}-{{/words}};{{/claims}}", "c1:xy;c2:-;"),
      ("{{#claims}}\n- {{ id }} at {{place.start}}\n{{/claims}}\nend", "- c1 at 3\n- c2 at 9\nend"),
      ("{{#yes}}{{title}}{{/yes}}{{^none}}nothing{{/none}}", "A &lt;b>nothing"),
      ("{{#claims}}{{#place}}{{id}}{{start}} {{/place}}{{/claims}}", "c13 c29 "), ("{ {x} }}", "{ {x} }}"),
    ])
  func renders(template: String, expected: String) throws {
    #expect(try Self.render(template) == expected)
  }

  @Test(
    "Mistakes are told with line and column",
    arguments: [
      ("a\n  {{#claims}}", "template.unclosed", 2, 3), ("{{titel}}", "template.unknown-name", 1, 1),
      ("{{/claims}}", "template.not-open", 1, 1), ("{{#claims}}\n{{/yes}}", "template.wrong-close", 2, 1),
      ("x {{title", "template.unclosed-tag", 1, 3), ("{{> other}}", "template.refused-tag", 1, 1),
      ("{{=<% %>=}}", "template.refused-tag", 1, 1), ("{{}}", "template.bad-name", 1, 1),
      ("{{a b}}", "template.bad-name", 1, 1), ("{{claims..id}}", "template.bad-name", 1, 1),
    ])
  func mistakes(template: String, id: String, line: Int, column: Int) {
    let error = #expect(throws: Diagnostic.self) { try Self.template(template) }
    #expect(error?.id == id)
    #expect(error?.location?.line == line)
    #expect(error?.location?.column == column)
    #expect(error?.help != nil)
  }

  @Test("Size, depth, work and output are bounded")
  func bounds() throws {
    var limits = TemplateLimits()
    limits.size = 1000
    #expect(throws: Diagnostic.self) {
      try Self.template(String(repeating: "x", count: 1001), limits: limits)
    }
    let deep = String(repeating: "{{#yes}}", count: 100_000)
    #expect(throws: Diagnostic.self) { try Self.template(String(deep.prefix(200_000))) }
    limits = TemplateLimits()
    limits.steps = 50
    let nested =
      "{{#claims}}{{#claims}}{{#claims}}{{#claims}}{{#claims}}x{{/claims}}{{/claims}}{{/claims}}{{/claims}}{{/claims}}"
    let work = try Self.template(nested, limits: limits)
    let tooMuchWork = #expect(throws: Diagnostic.self) { try work.render(Self.context) { _, _ in } }
    #expect(tooMuchWork?.id == "template.too-much-work")
    limits = TemplateLimits()
    limits.output = 10
    let output = try Self.template("{{#claims}}0123456789{{/claims}}{{title}}", limits: limits)
    let tooMuchOutput = #expect(throws: Diagnostic.self) { try output.render(Self.context) { _, _ in } }
    #expect(tooMuchOutput?.id == "template.too-much-output")
  }
}
