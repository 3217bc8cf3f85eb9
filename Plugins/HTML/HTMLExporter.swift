import DossierBriefing
public import DossierModel
public import DossierPluginKit
public import DossierText

/// Writes the briefing as one page that needs nothing else: no script, no network, a Content-Security-Policy that
/// allows its own style sheet and nothing more.
public struct HTMLExporter: Exporter {
  /// What it is.
  public static let manifest = ExporterManifest(
    name: "html",
    summary: "The briefing as one self-contained page, with evidence, matrix, timeline and graph",
    mediaType: "text/html", fileName: "{slug}.html", stability: .experimental,
    carries: Set(ExporterManifest.Part.allCases), defangs: true)

  /// What can be chosen.
  public static let options: [OptionField<Self>] = [
    .choice("language", \.language, help: "Language of the words around the sources’ words"),
    .bool("graph", \.graph, help: "Draw who speaks about whom"),
    .text(
      "template", \.template, help: "A Mustache template of your own in place of the built-in page",
      example: "<h1>{{title}}</h1>", check: UserTemplate.mistake),
  ]

  var language = LanguageChoice.auto
  var graph = true
  var template = ""
  /// How many reports the page holds.
  private var count = 0

  /// An exporter with every part of the page.
  public init() {}

  /// Writes a report; several follow one another in the page. Linear in the report.
  public mutating func export(_ report: Report, into output: inout OutputSet, context: ExportContext)
    throws(Diagnostic)
  {
    let index = ReportIndex(
      report, words: language.words(hostLanguage: context.language), defangs: context.defangs)
    if !template.isEmpty {
      output.write(try UserTemplate.render(template, index) { HTMLText.escape($0, into: &$1) })
      return
    }
    count += 1
    var page = HTMLPage(index, number: count)
    if count == 1 { page.writeHead() }
    page.writeReport(drawsGraph: graph)
    output.write(page.text.bytes.take())
  }

  /// Ends the page.
  public mutating func finish(into output: inout OutputSet, context: ExportContext) throws(Diagnostic) {
    if count > 0 { output.write("</main>\n</body>\n</html>\n") }
    count = 0
  }
}
