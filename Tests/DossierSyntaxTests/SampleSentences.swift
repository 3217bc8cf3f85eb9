import DossierSyntax
import DossierText
import Testing

/// Subjects and objects of sentences of our own writing, in both languages.
@Suite struct SampleSentences {
  /// A sentence and arcs that it must have: dependant, relation, head.
  struct Case: Sendable, CustomTestStringConvertible {
    var language: String
    var text: String
    var arcs: [(String, DependencyRelation, String)]
    var testDescription: String { text }
  }

  static let cases: [Case] = [
    Case(
      language: "en", text: "The ministry accused a foreign agency of the attack.",
      arcs: [
        ("ministry", .nsubj, "accused"), ("agency", .obj, "accused"), ("The", .det, "ministry"),
      ]),
    Case(
      language: "en", text: "Officials said that the hackers stole thousands of documents.",
      arcs: [
        ("Officials", .nsubj, "said"), ("stole", .ccomp, "said"), ("hackers", .nsubj, "stole"),
        ("thousands", .obj, "stole"),
      ]),
    Case(
      language: "en", text: "The servers were attacked by a criminal group.",
      arcs: [
        ("servers", .nsubjPass, "attacked"), ("were", .auxPass, "attacked"),
      ]),
    Case(
      language: "fr", text: "Le ministère accuse une agence étrangère.",
      arcs: [("ministère", .nsubj, "accuse"), ("agence", .obj, "accuse"), ("étrangère", .amod, "agence")]),
    Case(
      language: "fr", text: "Les serveurs ont été attaqués par un groupe criminel.",
      arcs: [
        ("serveurs", .nsubjPass, "attaqués"), ("été", .auxPass, "attaqués"),
      ]),
    Case(
      language: "fr", text: "Le porte-parole affirme que le groupe a volé des documents.",
      arcs: [
        ("porte", .nsubj, "affirme"), ("volé", .ccomp, "affirme"), ("groupe", .nsubj, "volé"),
        ("documents", .obj, "volé"),
      ]),
  ]

  @Test(arguments: cases) func arcs(_ sample: Case) throws {
    let parsed = try Parsed(sample.text, language: sample.language)
    for (dependant, relation, head) in sample.arcs {
      let place = try #require(parsed.words.firstIndex(of: dependant))
      #expect(parsed.tree.relations[place] == relation, "\(dependant)")
      let found = parsed.tree.heads[place]
      #expect(found >= 0 && parsed.words[Int(max(0, found))] == head, "\(dependant)")
    }
  }

  @Test func morphologyTellsNumberAndMood() throws {
    let english = try Parsed("The hackers denied the charges.", language: "en")
    #expect(english.tree.morphology[1].contains(.plural))
    #expect(english.tree.morphology[2].isSuperset(of: [.finite, .past]))
    let french = try Parsed("Le groupe aurait volé les données.", language: "fr")
    #expect(french.tree.morphology[2].contains(.conditional))
    #expect(french.tree.morphology[5].contains(.feminine))
  }

  @Test func regionsAreLanguagesAndOthersHaveNoModel() {
    #expect(SyntaxModel.model(for: "fr-CA")?.language == .french)
    #expect(SyntaxModel.model(for: "EN_gb")?.language == .english)
    #expect(SyntaxModel.model(for: "de") == nil)
    #expect(SyntaxModel.model(for: "") == nil)
  }
}

/// A sentence parsed as the program does it.
struct Parsed {
  var words: [String]
  var tree: SyntaxTree

  init(_ text: String, language: String) throws {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count))
    let model = try #require(SyntaxModel.model(for: language))
    words = tokens.map { String(decoding: bytes[$0.range.indices], as: UTF8.self) }
    tree = model.parse(bytes, tokens: tokens[...])
  }
}
