import Testing

@testable import DossierSyntax
@testable import SyntaxTrainer

/// Tables are read where they lie, and a damaged one is refused.
@Suite struct ModelTables {
  /// A model of two sentences of our own, in the form of a treebank.
  private static func table() throws -> [UInt8] {
    let treebank = """
      # text = Hackers stole files.
      1\tHackers\thacker\tNOUN\t_\tNumber=Plur\t2\tnsubj\t_\t_
      2\tstole\tsteal\tVERB\t_\tVerbForm=Fin|Tense=Past\t0\troot\t_\t_
      3\tfiles\tfile\tNOUN\t_\tNumber=Plur\t2\tobj\t_\tSpaceAfter=No
      4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

      # text = The state-backed group denied it.
      1\tThe\tthe\tDET\t_\t_\t5\tdet\t_\t_
      2\tstate\tstate\tNOUN\t_\tNumber=Sing\t4\tcompound\t_\tSpaceAfter=No
      3\t-\t-\tPUNCT\t_\t_\t2\tpunct\t_\tSpaceAfter=No
      4\tbacked\tback\tVERB\t_\tVerbForm=Part\t5\tamod\t_\t_
      5\tgroup\tgroup\tNOUN\t_\tNumber=Sing\t6\tnsubj\t_\t_
      6\tdenied\tdeny\tVERB\t_\tVerbForm=Fin|Tense=Past\t0\troot\t_\t_
      7\tit\tit\tPRON\t_\tNumber=Sing\t6\tobj\t_\tSpaceAfter=No
      8\t.\t.\tPUNCT\t_\t_\t6\tpunct\t_\t_


      """
    let samples = try Treebank.sentences(treebank, path: "own").compactMap(Alignment.sample)
    try #require(samples.count == 2)
    var settings = ModelTraining.Settings()
    settings.members = 1
    settings.folds = 1
    settings.taggerPasses = 20
    settings.parserPasses = 20
    settings.taggerLeast = 1
    settings.moveLeast = 1
    settings.relationLeast = 1
    settings.dropout = 0
    let training = ModelTraining(settings: settings) { _ in }
    var writing = TableWriter.Settings()
    writing.smallest = 1
    writing.sparseBits = 20
    writing.moveBits = 18
    return TableWriter.table(training.learn(samples.map { Lesson(versions: [$0]) }), settings: writing)
  }

  @Test func whatWasLearntIsReadBack() throws {
    let bytes = try Self.table()
    let again = try Self.table()
    #expect(bytes == again)
    let text = Array("Hackers stole files.".utf8)
    let tree = try bytes.withUnsafeBytes { raw in
      let table = try #require(ModelTable(raw))
      return table.parse(text, tokens: tokens(of: text)[...])
    }
    #expect(tree.tags == [.noun, .verb, .noun, .punct])
    #expect(tree.heads == [1, -1, 1, 1])
    #expect(tree.relations == [.nsubj, .root, .obj, .punct])
    #expect(tree.morphology[1] == [.finite, .past])
  }

  @Test func tablesThatAreCutShortOrNotOursAreRefused() throws {
    let bytes = try Self.table()
    for count in [0, 1, 15, 16, 100, bytes.count / 2, bytes.count - 8, bytes.count - 1] {
      Array(bytes[..<count]).withUnsafeBytes { #expect(ModelTable($0) == nil, "\(count) bytes") }
    }
    for place in [0, 4, 11, 15] {
      var damaged = bytes
      damaged[place] ^= 0x40
      damaged.withUnsafeBytes { #expect(ModelTable($0) == nil, "byte \(place)") }
    }
  }
}
