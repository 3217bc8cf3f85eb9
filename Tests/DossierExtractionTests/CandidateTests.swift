import DossierModel
import DossierReading
import DossierText
import Testing

@testable import DossierExtraction

/// Names and indicators that are not asserted stand in the report with the reason.
@Suite("Candidates")
struct CandidateTests {
  static func candidates(_ text: String) throws -> [Candidate] {
    let documents = try ArticleReader.read(Input(name: "text.txt", bytes: Array(text.utf8))).documents
    return ReportBuilder.report(about: documents, settings: ReportSettings()).candidates
  }

  @Test(
    "An ordinary word that is a name too is kept with what it would be, once, with the number of its places")
  func names() throws {
    let text = """
      The Royal family told the press that the ransomware attack was over.

      The Royal guard said that no server of the ministry was hit by hackers, and the Royal guard knows.

      """
    let candidates = try Self.candidates(text)
    let royal = try #require(candidates.first { $0.mention.text == "Royal" })
    #expect(royal.name?.hasPrefix("Royal") == true || royal.name == "BlackSuit")
    #expect(royal.count == 3)
    #expect(royal.mention.source == "s1")
    #expect(royal.mention.start == 4)
    #expect(!royal.reason.isEmpty)
    #expect(
      candidates.count { $0.mention.text == "Royal" && $0.kind == royal.kind && $0.name == royal.name } == 1)
  }

  @Test("What looks like an indicator and is none is kept under its kind, without a name")
  func indicators() throws {
    let text = """
      The ministry was hit by hackers who used malware, and the agency said so on Monday.

      Hackers had exploited version 10.2.3.4 of the server, the agency said in its statement.

      """
    let candidates = try Self.candidates(text)
    let version = try #require(candidates.first { $0.mention.text == "10.2.3.4" })
    #expect(version.kind == "ipv4-addr")
    #expect(version.name == nil)
    #expect(version.count == 1)
  }

  @Test("A text without anything doubtful has none")
  func none() throws {
    #expect(
      try Self.candidates("APT28 attacked the ministry in Berlin, the agency said on Monday.\n").isEmpty)
  }

  @Test("A list of thousands of versions does not fill the report")
  func bounded() throws {
    let versions = (0..<3000).map { "version 1.2.\($0 / 250).\($0 % 250)" }.joined(separator: ", ")
    let text = "The ministry was hit by hackers, the agency said. They had tried \(versions) of the server.\n"
    let candidates = try Self.candidates(text)
    #expect(candidates.count == 512)
  }
}
