import DossierKnowledge
import DossierText
import Testing

@testable import KnowledgeCompiler

/// The table that is built in.
@Suite struct EmbeddedTableTests {
  /// The folder of the data, from this file's place.
  static let data =
    String(#filePath.dropLast("Tests/DossierKnowledgeTests/EmbeddedTableTests.swift".utf8.count))
    + "Sources/DossierKnowledge/Data"

  @Test func isCurrentWithTheData() throws {
    let result = KnowledgeCompilation.compile(try KnowledgeSources(folder: Self.data))
    for diagnostic in result.diagnostics { Issue.record("\(diagnostic.rendered())") }
    let table = try #require(result.table)
    #expect(table.count == KnowledgeTable.embedded.size, "run `make knowledge`")
    #expect(KnowledgeTable.embedded.holds(table), "run `make knowledge`")
    #expect(TechniqueTable.embedded.holds(result.techniques), "run `make knowledge`")
  }

  /// What is found, as `id (usage): words`.
  static func names(_ text: String) -> [String] {
    let source = SourceText(name: "t", text)
    let tokens = Tokenizer.tokens(of: source.bytes, in: TextRange(0, source.bytes.count))
    return KnowledgeTable.embedded.matches(in: source.bytes, tokens: tokens).names.map { match in
      let range = tokens[Int(match.first)].range.union(tokens[Int(match.end) - 1].range)
      let id = KnowledgeTable.embedded.entry(match.entry)?.id ?? "?"
      return "\(id) \(match.usage)\(match.isAmbiguous ? "?" : ""): \(source[range])"
    }
  }

  @Test(arguments: [
    (
      "l'OTAN et l’Union européenne",
      ["organisation.nato name: OTAN", "organisation.eu name: Union européenne"]
    ),
    ("L'Otan et l’Otan", ["organisation.nato name: Otan", "organisation.nato name: Otan"]),
    ("China's hackers", ["state.cn name: China"]),
    (
      "un pirate chinois, des attaques chinoises",
      ["state.cn demonym: chinois", "state.cn demonym: chinoises"]
    ),
    ("Pékin, the Kremlin", ["state.cn metonym: Pékin", "state.ru metonym: the Kremlin"]),
    ("les Etats-Unis", ["state.us name: Etats-Unis"]),
    ("tell us about the US", ["state.us acronym: US"]),
    ("TELL US ABOUT IT", ["state.us acronym?: US"]),
    ("the U.S. and U.K.", ["state.us acronym: U.S.", "state.gb acronym: U.K."]),
    ("on polish and turkey", []),
    ("the United\nStates", ["state.us name: United\nStates"]),
  ])
  func names(text: String, expected: [String]) {
    #expect(Self.names(text) == expected)
  }

  /// Ordinary words, capital at most because a sentence begins: a name they also are is at most a candidate.
  @Test(arguments: [
    "They will play a royal game.", "Play went on in the rain.", "Will they come?",
    "An orange juice, a cobalt blue.",
    "Carbon is in every living thing.", "A wizard of a novel.", "Royal visits are rare.",
    "Hive of bees, den of lions.",
    "Le roi joue, la carbone reste.", "A libre and a black basta.", "Tell us, not them.",
    "Il va jouer, une orange à la main.", "The empire strikes back.", "Rain and snow fell on the spider.",
    "Michael Jordan scored.", "Atlanta, Georgia, was calm.",
  ])
  func asserts(nothing text: String) {
    #expect(Self.names(text).filter { !$0.contains("?:") } == [])
  }

  @Test func entriesByID() throws {
    let table = KnowledgeTable.embedded
    let index = try #require(table.index(ofID: "state.cn"))
    let entry = try #require(table.entry(index))
    #expect(entry.name == "China")
    #expect(entry.names["fr"] == "Chine")
    #expect(entry.identifiers["iso-3166-1"] == "CN")
    #expect(table.index(ofID: "state.zz") == nil)
    #expect(table.entry(UInt32(table.entryCount)) == nil)
    for index in 0..<table.entryCount {
      let entry = try #require(table.entry(UInt32(index)))
      #expect(table.index(ofID: entry.id) == UInt32(index))
    }
  }
}
