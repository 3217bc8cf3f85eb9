import DossierKnowledge
import DossierText
import Testing

@testable import KnowledgeCompiler

/// Lexicon lines, inflected and found.
@Suite struct LexiconTests {
  static func compile(_ lines: String, file: String = "fr-test.tsv") -> CompiledKnowledge {
    var sources = (try? KnowledgeSources(folder: EmbeddedTableTests.data)) ?? KnowledgeSources()
    sources.catalogues = []
    sources.stopNames = []
    sources.lexicons = [SourceText(name: file, lines)]
    return KnowledgeCompilation.compile(sources)
  }

  /// What is found, as `form: words`.
  static func lexemes(_ lines: String, in text: String, file: String = "fr-test.tsv") throws -> [String] {
    let bytes = try #require(compile(lines, file: file).table)
    let table = try #require(KnowledgeTable(compiled: bytes))
    let source = SourceText(name: "t", text)
    let tokens = Tokenizer.tokens(of: source.bytes, in: TextRange(0, source.bytes.count))
    return table.matches(in: source.bytes, tokens: tokens).lexemes.map { match in
      let range = tokens[Int(match.first)].range.union(tokens[Int(match.end) - 1].range)
      return "\(match.lexeme.form): \(source[range])"
    }
  }

  @Test("a value means nothing to a lexeme of another class, whatever its number")
  func meansOnlyItsOwnClass() {
    for value in CueFrame.all.indices where value < BehaviourWord.all.count {
      let cue = Lexeme(
        category: .cue, value: UInt8(value), language: .en, partOfSpeech: .verb, form: .plain, flags: 0)
      #expect(cue.means(CueFrame.all[value]))
      #expect(!cue.means(BehaviourWord.all[value]))
      #expect(cue.as(BehaviourWord.self) == nil)
    }
  }

  @Test(arguments: [
    (
      "accuser/v", "La France accuse, a accusé, accuserait; accusant",
      ["finite: accuse", "participle: accusé", "conditional: accuserait", "gerund: accusant"]
    ),
    ("rejeter/v", "elle rejette et rejettera", ["finite: rejette", "future: rejettera"]),
    (
      "révéler/v", "il révèle, révélera, révèlera",
      ["finite: révèle", "future: révélera", "future: révèlera"]
    ),
    ("dénoncer/v", "ils dénoncent, il dénonçait", ["finite: dénoncent", "finite: dénonçait"]),
    (
      "démentir/v", "Moscou dément, ont démenti, démentirait",
      ["finite: dément", "participle: démenti", "conditional: démentirait"]
    ),
    (
      "reconnaître/v", "reconnaît, reconnurent, reconnues",
      ["finite: reconnaît", "finite: reconnurent", "participle: reconnues"]
    ),
    ("réfuter/v", "REFUTE, Réfute, refute", ["finite: REFUTE", "participle: REFUTE", "finite: Réfute"]),
    (
      "mettre en cause/v", "mettent en cause, mis en cause",
      ["finite: mettent en cause", "participle: mis en cause"]
    ),
    (
      "s'insurger/v", "s’insurge, s'est insurgée, se sont insurgés",
      ["finite: s’insurge", "participle: insurgée", "participle: insurgés"]
    ),
    (
      "s'en prendre à/v", "il s'en prend à, s'en est pris à",
      ["finite: s'en prend à", "participle: s'en est pris à"]
    ),
    ("se dire persuadé/v", "elles se disent persuadées", ["finite: se disent persuadées"]),
    ("ne pas vouloir/v", "il ne veut pas, n'a pas voulu", ["finite: ne veut pas", "participle: pas voulu"]),
    ("haut fonctionnaire/n", "des hauts fonctionnaires", ["plain: hauts fonctionnaires"]),
    ("cheval de Troie/n", "des chevaux de Troie", ["plain: chevaux de Troie"]),
    ("destructeur/a", "destructrices", ["plain: destructrices"]),
    (
      "porter * plainte", "portera, porter hier une plainte; porter . plainte",
      ["plain: porter hier une plainte"]
    ),
    ("aux dires de", "Aux dires de l'OTAN", ["plain: Aux dires de"]),
  ])
  func french(form: String, text: String, expected: [String]) throws {
    #expect(try Self.lexemes("cue\tsay\t\(form)\t\n", in: text) == expected)
  }

  @Test(arguments: [
    (
      "deny/v", "denies, denied, denying, to deny",
      ["finite: denies", "participle: denied", "gerund: denying", "finite: deny"]
    ),
    ("say/v", "said, says", ["participle: said", "finite: says"]),
    ("admit/v", "admitted, admitting", ["participle: admitted", "gerund: admitting"]),
    ("slam/v", "slammed, slams", ["participle: slammed", "finite: slams"]),
    ("accuse/v", "accused, accusing", ["participle: accused", "gerund: accusing"]),
    ("call on/v", "called on", ["participle: called on"]),
    ("strongly condemn/v", "strongly condemned", ["participle: strongly condemned"]),
    ("spear-phish/v", "spear-phished", ["participle: spear-phished"]),
    ("head of state/n", "heads of state", ["plain: heads of state"]),
    ("-linked", "China-linked, linked to", ["plain: linked"]),
    ("n't", "didn't", ["plain: n't"]),
  ])
  func english(form: String, text: String, expected: [String]) throws {
    #expect(try Self.lexemes("cue\tsay\t\(form)\t\n", in: text, file: "en-test.tsv") == expected)
  }

  @Test(arguments: [
    ("cues\tsay\tdire/v\t", "fr-test.tsv:1:1: error: There is no class “cues” [knowledge.unknown-class]"),
    (
      "cue\tsaid\tdire/v\t",
      "fr-test.tsv:1:5: error: The class “cue” has no value “said” [knowledge.unknown-value]"
    ),
    (
      "cue\tsay\tdire/x\t",
      "fr-test.tsv:1:9: error: There is no part of speech “/x” [knowledge.unknown-ending]"
    ),
    (
      "cue\tsay\tdire/v|dis/v\t",
      "fr-test.tsv:1:16: error: “dis” is no infinitive that can be conjugated [knowledge.not-a-verb]"
    ),
    (
      "cue\tsay\tdire/v\tweek",
      "fr-test.tsv:1:16: error: The class “cue” has no flag “week” [knowledge.unknown-flag]"
    ),
    ("cue\tsay\t\t", "fr-test.tsv:1:1: error: The line has no form [knowledge.no-form]"),
    (
      "cue\tsay\t* dire\t",
      "fr-test.tsv:1:9: error: A form may have one gap (*), between two words: “* dire” [knowledge.bad-form]"
    ),
  ])
  func badLines(line: String, message: String) {
    let result = Self.compile(line + "\n")
    #expect(result.table == nil)
    #expect(result.diagnostics.first?.rendered().split(separator: "\n").first.map(String.init) == message)
  }
}
