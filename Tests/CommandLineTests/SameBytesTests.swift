import Foundation
import Testing

/// Every process hashes with a seed of its own, so what depends on the order of a set shows from one run to the next
/// only.
@Suite("A run gives the bytes of every other run")
struct SameBytesTests {
  /// Sentences with phrases that are read from more than one side, and so gathered as sets.
  private static let article = """
    Losses mount

    According to the Harbour Threat Alliance (HTA), the losses caused by Bordelock 4, a certain kind of ransomware, reached nine million euros in March alone.

    According to Nordwatch, a firm that has followed the group for years, the hackers, whom it calls Grey Heron, stole the files of three ports. The group denied it.

    """

  @Test("six runs over an article and passages are the same", arguments: ["", " --merge"])
  func runs(_ option: String) throws {
    let shell = try Shell()
    try shell.write(Self.article, to: "article.txt")
    let command = "dossier extract --format jsonl\(option) article.txt $ROOT/Tests/Gold/passages/??-wide.txt"
    let first = try shell.run(command)
    #expect(first.status == 0)
    #expect(first.output.contains("Harbour Threat Alliance"))
    for _ in 1..<6 { #expect(try shell.run(command).output == first.output) }
  }
}
