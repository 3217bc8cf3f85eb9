import DossierSyntax
import DossierText
import Testing

@testable import SyntaxTrainer

func tokens(of text: [UInt8]) -> [Token] { Tokenizer.tokens(of: text, in: TextRange(0, text.count)) }

/// Treebanks' words become the project's tokens, and keep their analysis.
@Suite struct TreebankAlignment {
  @Test func contractionsAndHyphensAndClitics() throws {
    let treebank = """
      # text = Le porte-parole du groupe l'a-t-il nié ?
      1\tLe\tle\tDET\t_\tNumber=Sing\t2\tdet\t_\t_
      2\tporte-parole\tporte-parole\tNOUN\t_\tGender=Masc\t9\tdislocated\t_\t_
      3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
      3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
      4\tle\tle\tDET\t_\t_\t5\tdet\t_\t_
      5\tgroupe\tgroupe\tNOUN\t_\t_\t2\tnmod\t_\t_
      6\tl'\tle\tPRON\t_\tPerson=3\t9\tobj\t_\tSpaceAfter=No
      7\ta\tavoir\tAUX\t_\t_\t9\taux:tense\t_\tSpaceAfter=No
      8\t-t-il\til\tPRON\t_\t_\t9\tnsubj\t_\t_
      9\tnié\tnier\tVERB\t_\t_\t0\troot\t_\t_
      10\t?\t?\tPUNCT\t_\t_\t9\tpunct\t_\t_


      """
    let gold = try #require(try Treebank.sentences(treebank, path: "own").first)
    let sample = try #require(Alignment.sample(gold))
    let words = sample.tokens.map { String(decoding: sample.text[$0.range.indices], as: UTF8.self) }
    #expect(
      words == ["Le", "porte", "-", "parole", "du", "groupe", "l'", "a", "-", "t", "-", "il", "nié", "?"])
    #expect(sample.heads == [1, 12, 1, 1, 5, 1, 12, 12, 11, 11, 11, 12, -1, 12])
    #expect(
      sample.relations == [
        .det, .dislocated, .punct, .flat, .case, .nmod, .obj, .aux, .punct, .flat, .punct, .nsubj, .root,
        .punct,
      ])
    #expect(sample.tags[4] == .adp && sample.tags[3] == .noun && sample.tags[2] == .punct)
    #expect(sample.morphology[1] == .masculine)
  }

  @Test func formsThatAreNotInTheTextAreAnErrorWithTheLine() {
    let treebank = "# text = One.\n1\tTwo\ttwo\tNUM\t_\t_\t0\troot\t_\t_\n\n"
    #expect(throws: TreebankError.self) { try Treebank.sentences(treebank, path: "own") }
    do {
      _ = try Treebank.sentences(treebank, path: "own")
    } catch {
      #expect("\(error)" == "own:3: the sentence before does not match its text")
    }
  }

  @Test func augmentationKeepsTheAnalysis() throws {
    let treebank = """
      # text = "It's over", he said.
      1\t"\t"\tPUNCT\t_\t_\t4\tpunct\t_\tSpaceAfter=No
      2-3\tIt's\t_\t_\t_\t_\t_\t_\t_\t_
      2\tIt\tit\tPRON\t_\t_\t4\tnsubj\t_\t_
      3\t's\tbe\tAUX\t_\t_\t4\tcop\t_\t_
      4\tover\tover\tADV\t_\t_\t8\tccomp\t_\tSpaceAfter=No
      5\t"\t"\tPUNCT\t_\t_\t4\tpunct\t_\tSpaceAfter=No
      6\t,\t,\tPUNCT\t_\t_\t4\tpunct\t_\t_
      7\the\the\tPRON\t_\t_\t8\tnsubj\t_\t_
      8\tsaid\tsay\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
      9\t.\t.\tPUNCT\t_\t_\t8\tpunct\t_\t_


      """
    let gold = try #require(try Treebank.sentences(treebank, path: "own").first)
    let plain = try #require(Alignment.sample(gold))
    var augmentation = Augmentation(language: .english, generator: SeededGenerator(seed: 3))
    var texts: Set<[UInt8]> = []
    for _ in 0..<50 {
      let varied = try #require(Alignment.sample(augmentation.vary(gold)))
      texts.insert(varied.text)
      #expect(varied.heads == Array(plain.heads[..<varied.heads.count]))
      #expect(varied.relations == Array(plain.relations[..<varied.heads.count]))
    }
    #expect(texts.count > 5)
    #expect(texts.contains(Array("“It’s over”, he said.".utf8)))
  }
}
