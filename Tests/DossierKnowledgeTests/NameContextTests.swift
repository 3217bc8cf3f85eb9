import DossierKnowledge
import DossierText
import Testing

/// Ordinary words that are names too: settled by what stands around them.
@Suite struct NameContextTests {
  static func settled(_ text: String) -> [String] {
    let source = SourceText(name: "t", text)
    let tokens = Tokenizer.tokens(of: source.bytes, in: TextRange(0, source.bytes.count))
    let table = KnowledgeTable.embedded
    let matches = table.matches(in: source.bytes, tokens: tokens).settled(
      in: source.bytes, tokens: tokens, table: table)
    return Set(matches.names.compactMap { table.entry($0.entry)?.id }).sorted()
  }

  @Test(arguments: [
    ("They let Play run, then Royal arrived.", [String]()),
    ("In August, the Hive was empty.", []),
    ("officials in Georgia said", ["state.ge"]),
    ("said Michael Jordan of Chicago", []),
    ("le rapport d'Apple", ["company.apple"]),
    ("TELL US ABOUT IT", []),
  ])
  func settles(text: String, expected: [String]) {
    #expect(Self.settled(text) == expected)
  }

  @Test func threatWordsSettleAnActor() {
    #expect(Self.settled("the Akira ransomware gang").contains { $0.hasSuffix(".akira") })
    #expect(Self.settled("le groupe Play a chiffré").contains { $0.hasSuffix(".play") })
    #expect(Self.settled("the Akira gang struck. Then Akira left.").contains { $0.hasSuffix(".akira") })
  }
}
