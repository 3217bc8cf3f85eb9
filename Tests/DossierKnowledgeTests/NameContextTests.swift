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

  /// A text in which « and » mark the names that are to be asserted, of the words given; all others are not.
  struct Case: Sendable, CustomTestStringConvertible {
    var word: String
    var text: String
    init(_ word: String, _ text: String) { (self.word, self.text) = (word, text) }
    var testDescription: String { text }
  }

  static let attackers: [Case] = [
    .init("Turla", "«Turla» struck embassies in Vienna."),
    .init("Turla", "Le ministère accuse «Turla» d'espionnage."),
    .init("Magic Hound", "Hackers of «Magic Hound» stole mail from a university."),
    .init("Magic Hound", "The Magic Hound is an inn near Leeds, and its garden is open."),
    .init("Magic Hound", "L'auberge Magic Hound ouvre ses portes en mai."),
    .init("Magic Hound", "Les pirates de «Magic Hound» ont volé des courriels."),
    .init("Sandworm", "«Sandworm» cut the power in Kyiv, prosecutors said."),
    .init("Sandworm", "The novel Sandworm was printed in 1984."),
    .init("Sandworm", "In the book Sandworm, she tells of it. Sandworm sold well."),
    .init("Sandworm", "The book Sandworm tells of a group; the hackers of «Sandworm» laughed."),
    .init("Sandworm", "Sandworm, a novel of 1984, was printed again."),
    .init("Sandworm", "Le roman Sandworm a été réimprimé."),
    .init("Sandworm", "Le groupe «Sandworm» a coupé le courant."),
    .init("Cobalt", "The «Cobalt» gang robbed banks."),
    .init("Cobalt", "Cobalt is dear, and mines in Katanga dig it."),
    .init("Cobalt", "Le Cobalt est cher cette année."),
    .init("Cobalt", "Le groupe «Cobalt» a volé des banques."),
    .init("Play", "The «Play» ransomware gang named a city."),
    .init("Play", "Google Play malware was removed."),
    .init("Play", "Play begins at noon, the club said."),
    .init("Play", "Le groupe «Play» a chiffré la mairie."),
    .init("Play", "L'appli a été retirée de Google Play."),
    .init("Royal", "«Royal» ransomware struck Dallas. Then «Royal» asked for money."),
    .init("Royal", "Royal Mail could not send letters abroad."),
    .init("Royal", "The Royal Bank hackers were never found."),
    .init("Royal", "Le rançongiciel «Royal» a frappé Dallas."),
    .init("Royal", "Ségolène Royal a parlé hier."),
    .init("Carbon", "The backdoor «Carbon» was found in three ministries."),
    .init("Carbon", "Carbon prices fell, and the Carbon Black team saw it."),
    .init("Carbon", "La porte dérobée est l'implant «Carbon»."),
    .init("Carbon", "Le prix du Carbon-14 a monté."),
  ]

  static let places: [Case] = [
    .init("Georgia", "«Georgia» accused Moscow of the attack."),
    .init("Georgia", "Servers in Ukraine, «Georgia» and Moldova were hit."),
    .init("Georgia", "The Tbilisi government said that «Georgia» was hit."),
    .init("Georgia", "Georgia governor Brian Kemp spoke of the attack on Atlanta."),
    .init("Georgia", "A hospital in Atlanta, Georgia was hit."),
    .init("Georgia", "He teaches at the University of Georgia and works for Georgia Tech."),
    .init("Géorgie", "La «Géorgie» accuse Moscou de l'attaque."),
    .init("Géorgie", "Le gouverneur de Géorgie a parlé."),
    .init("Jordan", "Hackers struck a bank in «Jordan» on Monday."),
    .init("Jordan", "Jim Jordan spoke first. Jordan then left the room."),
    .init("Jordan", "Jordan, a spokesman for the bank, denied it."),
    .init("Jordan", "Le député Jim Jordan a parlé. Jordan a nié."),
    .init("Turkey", "«Turkey» denied it, and officials in «Turkey» laughed."),
    .init("Turkey", "The roast Turkey was late."),
    .init("Turkey", "Greece, «Turkey» and Cyprus were named."),
    .init("Chad", "Hackers struck ministries in «Chad»."),
    .init("Chad", "Chad Wolf spoke for the ministry. Chad was tired."),
    .init("Chad", "Chad, an analyst at the firm, saw it first."),
    .init("US", "The «US» accused Russia; they told us so."),
    .init("US", "TELL US ABOUT YOUR DAY"),
    .init("us", "They told us that it was over."),
    .init("Will", "Will they say who did it? They will, Will Smith said."),
  ]

  static let others: [Case] = [
    .init("Orange", "The telecoms firm said that «Orange» had been robbed."),
    .init("Orange", "Orange is a colour, and orange juice is sweet."),
    .init("Orange", "The shop is in the city of Orange in the south."),
    .init("Orange", "Orange County closed its offices."),
    .init("Orange", "«Orange» a déclaré une fuite de données."),
    .init("Orange", "Le théâtre de la ville d'Orange est antique."),
    .init("Wizard", "The Wizard of Oz hid behind a curtain."),
    .init("Wizard", "L'assistant Wizard installe le programme."),
  ]

  @Test("A name is asserted where it is marked and nowhere else", arguments: attackers + places + others)
  func asserts(_ sample: Case) {
    let plain = sample.text.filter { $0 != "«" && $0 != "»" }
    var marked: [Int] = []
    var offset = 0
    for character in sample.text {
      if character == "«" {
        marked.append(offset)
      } else if character != "»" {
        offset += character.utf8.count
      }
    }
    let source = SourceText(name: "t", plain)
    let tokens = Tokenizer.tokens(of: source.bytes, in: TextRange(0, source.bytes.count))
    let table = KnowledgeTable.embedded
    let (settled, unsettled) = table.matches(in: source.bytes, tokens: tokens).settling(
      in: source.bytes, tokens: tokens, table: table)
    let found = settled.names.filter { name in
      let range = TextRange(tokens[Int(name.first)].range.start, tokens[Int(name.end) - 1].range.end)
      return source[range] == sample.word
    }
    #expect(Set(found.map { Int(tokens[Int($0.first)].range.start) }).sorted() == marked)
    for open in unsettled { #expect(!open.reason.isEmpty) }
  }

  @Test func shortFormOfALongerName() {
    #expect(Self.settled("Lazarus Group did it. Lazarus moved on.") == ["group.lazarus-group"])
    #expect(Self.settled("Lazarus rose from his grave.") == [])
    #expect(Self.settled("The cyberattack was the work of Lazarus.") == ["group.lazarus-group"])
    #expect(Self.settled("The cyberattack hit the firm that Lazarus led.") == [])
  }

  @Test func threatWordsSettleAnActor() {
    #expect(Self.settled("the Akira ransomware gang").contains { $0.hasSuffix(".akira") })
    #expect(Self.settled("le groupe Play a chiffré").contains { $0.hasSuffix(".play") })
    #expect(Self.settled("the Akira gang struck. Then Akira left.").contains { $0.hasSuffix(".akira") })
  }
}
