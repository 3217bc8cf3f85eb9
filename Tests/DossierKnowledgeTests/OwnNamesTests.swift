import DossierText
import Testing

@testable import DossierKnowledge

/// Users' own names over the built-in table.
@Suite struct OwnNamesTests {
  private func list(_ names: [(String, NameKind, [String], String?)], stops: [String] = []) -> OwnNames {
    var text = ""
    func place(_ word: String) -> OwnNames.Text {
      let start = text.utf8.count
      text += word + "\n"
      return OwnNames.Text(word, at: TextRange(start, start + word.utf8.count))
    }
    let declared = names.map { name, kind, aliases, owner in
      OwnNames.Name(name: place(name), kind: kind, aliases: aliases.map(place), partOf: owner.map(place))
    }
    let stopped = stops.map(place)
    var list = OwnNames(source: SourceText(name: "n.yaml", text))
    list.names = declared
    list.stops = stopped
    return list
  }

  private func found(_ text: String, _ table: KnowledgeTable) -> [String] {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokens(of: bytes, in: TextRange(0, bytes.count))
    return table.matches(in: bytes, tokens: tokens).names.compactMap { table.entry($0.entry)?.id }
  }

  @Test func addsNamesAndAliases() throws {
    var said: [Diagnostic] = []
    let table = KnowledgeTable.embedded.adding(
      [
        list([
          ("Quibble Networks", .company, ["QNet", "Qbl="], "France"), ("APT28", .group, ["Amber Heron"], nil),
        ])
      ],
      saying: &said)
    #expect(said.isEmpty)
    let own = "own.company.quibble networks"
    #expect(found("Quibble-Networks and qnet, QNet and QBL, Qbl", table) == [own, own, own])
    #expect(found("QUIBBLE NETWORKS, quibble networks", table) == [own])
    #expect(found("Amber Heron and Fancy Bear", table) == ["group.apt28", "group.apt28"])
    #expect(table.entry(id: own)?.partOf == "state.fr")
    let known = try #require(table.entry(id: "group.apt28"))
    #expect(known.aliases.contains("Amber Heron"))
    #expect(known.aliases.contains("Fancy Bear"))
  }

  @Test func stopNamesTakeEqualFormsAway() {
    var said: [Diagnostic] = []
    let base = KnowledgeTable.embedded
    let table = base.adding([list([], stops: ["microsoft", "Fancy"])], saying: &said)
    #expect(said.isEmpty)
    let text = "Microsoft Threat Intelligence and Microsoft saw Fancy Bear in China"
    #expect(found(text, base).contains("company.microsoft"))
    #expect(found(text, table) == ["company.microsoft.mstic", "group.apt28", "state.cn"])
  }

  @Test func ownNamesWinAtTheSameWordsOnly() {
    var said: [Diagnostic] = []
    let table = KnowledgeTable.embedded.adding(
      [
        list([
          ("China", .product, [], nil), ("Bear Trap", .tool, [], nil),
          ("New York Times Digest", .company, [], nil),
        ])
      ],
      saying: &said)
    #expect(said.isEmpty)
    // An earlier name stays where a later one begins inside it.
    #expect(found("China, Fancy Bear Trap", table) == ["own.product.china", "group.apt28"])
    #expect(found("the New York Times Digest", table) == ["own.company.new york times digest"])
  }

  @Test(
    "what is wrong is said at its place",
    arguments: [
      ([("One", NameKind.group, ["ONE"], nil as String?)], [], "names.duplicate", 2),
      ([("One", .group, [], nil), ("one", .company, [], nil)], [], "names.conflict", 2),
      ([("One", .group, [], nil)], ["one"], "names.conflict", 2),
      ([("One", .group, [], "Nowhereland")], [], "names.unknown-owner", 2),
      ([("One", .group, [], "One")], [], "names.circle", 2),
      ([("One", .group, [], "Two"), ("Two", .group, [], "One")], [], "names.circle", 2),
      ([("Microsoft", .company, [], "MSTIC")], [], "names.circle", 2),
      ([("!?", .group, [], nil)], [], "names.bad-form", 1),
      ([("a b c d e f g h i j k l m n o p q", .group, [], nil)], [], "names.bad-form", 1),
    ] as [([(String, NameKind, [String], String?)], [String], String, Int)])
  func mistakes(
    names: [(String, NameKind, [String], String?)], stops: [String], id: String, line: Int
  ) {
    var said: [Diagnostic] = []
    _ = KnowledgeTable.embedded.adding([list(names, stops: stops)], saying: &said)
    #expect(said.map(\.id) == [id])
    #expect(said.first?.location?.line == line)
  }

  @Test(
    "the work grows with the number of names, whatever they are", arguments: ["distinct", "equal", "chain"])
  func linearGrowth(shape: String) {
    func work(_ count: Int) -> (work: Int, said: Int) {
      let names: [(String, NameKind, [String], String?)] = (0..<count).map { number in
        switch shape {
        case "equal": ("Same Name", .group, ["Same Name"], nil)
        case "chain": ("Link \(number)", .agency, [], "Link \((number + 1) % count)")
        default: ("Name \(number)", .company, ["Nm\(number)x"], nil)
        }
      }
      var said: [Diagnostic] = []
      var work = 0
      _ = KnowledgeTable.embedded.adding([list(names)], saying: &said, work: &work)
      return (work, said.count)
    }
    let (small, few) = work(2_000)
    let (large, many) = work(8_000)
    #expect(small > 0)
    // Numbers get a digit longer, so a little over four.
    #expect(large <= small * 5)
    #expect(few <= OwnNameCheck.mostMistakes + 1)
    #expect(many <= OwnNameCheck.mostMistakes + 1)
  }

  @Test func mergingLooksAtEachMatchOnce() {
    func matches(_ count: Int, every step: Int, length: Int) -> Matches {
      Matches(
        names: (0..<count).map {
          NameMatch(
            first: UInt32($0 * step), end: UInt32($0 * step + length), entry: UInt32($0), usage: .name)
        }, lexemes: [])
    }
    var merged = matches(1_000, every: 3, length: 2)
    #expect(merged.overlay(matches(1_500, every: 2, length: 1), entriesFrom: 5_000) == 2_500)
    #expect(zip(merged.names, merged.names.dropFirst()).allSatisfy { $0.end <= $1.first })
    // Theirs at 2, 4, 8, … where ours leave room; ours elsewhere.
    #expect(merged.names.filter { $0.entry >= 5_000 }.count > 400)
    #expect(merged.names.filter { $0.entry < 5_000 }.count == 1_000)
  }
}
