import DossierExtraction
import DossierModel
import DossierText
import Testing

@testable import DossierHost

@Suite("The configuration")
struct ConfigurationTests {
  private func decode(_ text: String) throws -> (configuration: Configuration, mistakes: [Diagnostic]) {
    try Configuration.decode(SourceText(name: "c.yaml", text))
  }

  @Test("every key is taken")
  func whole() throws {
    let (configuration, mistakes) = try decode(
      """
      version: 1
      inputs: [ "articles/*.html", "-" ]
      report:
        producer: { name: CERT Example, kind: group }
        tlp: amber+strict
        language: fr
        created: 2021-07-20
        id_seed: cert.example
      extraction:
        scope: all
      outputs:
        - exporter: stix
          to: "out/{slug}.json"
          options: { profile: strict }
          command: ./x
      plugins:
        search: [ ./plugins ]
        timeout_seconds: 5
        max_output_megabytes: 7
        environment: [ HTTPS_PROXY ]
      """)
    #expect(mistakes.isEmpty)
    #expect(configuration.inputs.map(\.value) == ["articles/*.html", "-"])
    #expect(configuration.report.producer.name == "CERT Example")
    #expect(configuration.report.created == "2021-07-20T00:00:00Z")
    #expect(configuration.reportSettings.producer.kind == "group")
    #expect(configuration.reportSettings.scope == .all)
    #expect(configuration.reportSettings.idSeed == "cert.example")
    #expect(configuration.outputs.count == 1)
    #expect(configuration.outputs[0].to?.location?.line == 13)
    #expect(configuration.plugins.timeoutSeconds == 5)
    #expect(configuration.plugins.environment.map(\.value) == ["HTTPS_PROXY"])
  }

  @Test(
    "what is wrong is said with its place, and what was meant",
    arguments: [
      ("version: 1\ninput: [a]\n", "config.unknown-key", 2, 1, "did you mean 'inputs'?"),
      ("version: 2\n", "config.bad-value", 1, 10, nil), ("inputs: []\n", "config.missing-key", 1, 1, nil),
      ("version: one\n", "config.wrong-type", 1, 10, nil), ("- 1\n", "config.wrong-type", 1, 1, nil),
      ("version: 1\nreport: 3\n", "config.wrong-type", 2, 9, nil),
      ("version: 1\nreport: { tlp: gren }\n", "config.bad-value", 2, 16, "did you mean 'green'?"),
      ("version: 1\nreport: { created: 2021-02-29 }\n", "config.bad-value", 2, 20, "for example: 2021-07-20"),
      (
        "version: 1\nreport: { created: 2021-07-20T25:00:00Z }\n", "config.bad-value", 2, 20,
        "for example: 2021-07-20"
      ),
      ("version: 1\noutputs:\n  - to: x\n", "config.missing-key", 3, 5, nil),
      ("version: 1\noutputs: stix\n", "config.wrong-type", 2, 10, nil),
      ("version: 1\nplugins: { timeout_seconds: 0 }\n", "config.bad-value", 2, 29, nil),
      ("version: 1\nextraction: { scope: alll }\n", "config.bad-value", 2, 22, "did you mean 'all'?"),
      ("# nothing\n", "config.empty", 1, 1, "'dossier init' writes one to begin with"),
    ] as [(String, String, Int, Int, String?)])
  func mistakes(_ text: String, _ id: String, _ line: Int, _ column: Int, _ help: String?) throws {
    let mistake = try #require(try decode(text).mistakes.first)
    #expect(mistake.id == id)
    #expect(mistake.location?.line == line)
    #expect(mistake.location?.column == column)
    if let help { #expect(mistake.help == help) }
  }

  @Test("one run shows all mistakes")
  func allMistakes() throws {
    let ids = try decode("version: 3\nfoo: 1\nreport: { tlp: 5, language: de }\n").mistakes.map(\.id)
    #expect(
      ids.sorted() == ["config.bad-value", "config.bad-value", "config.unknown-key", "config.wrong-type"])
  }

  @Test("paths of the file start from its directory, those of flags do not")
  func directories() {
    var configuration = Configuration()
    configuration.directory = "some/where/"
    let place = Diagnostic.Location(file: "some/where/c.yaml")
    #expect(configuration.resolved(Located("a.txt", at: place)) == "some/where/a.txt")
    #expect(configuration.resolved(Located("/a.txt", at: place)) == "/a.txt")
    #expect(configuration.resolved(Located("-", at: place)) == "-")
    #expect(configuration.resolved(Located("a.txt")) == "a.txt")
  }
}
