import DossierModel
import DossierText
import Testing

@testable import DossierHost

@Suite("Paths made from reports")
struct PathPatternTests {
  private func report(title: String, id: String = "report--1", created: String = "2021-07-20T00:00:00Z")
    -> Report
  {
    Report(
      id: id, title: title, language: "en", created: created, producer: Producer(name: "x"),
      marking: Marking(),
      sources: [])
  }

  @Test(
    "titles become slugs",
    arguments: [
      ("Chine : l’UE accuse, « Pékin » nie !", "chine-l-ue-accuse-pekin-nie"),
      ("Œuvre d’Łódź", "oeuvre-d-lodz"),
      ("Straße ÀÉÎÕÜ ñ ç ø", "strasse-aeiou-n-c-o"), ("e\u{301}te\u{301}", "ete"),
      ("../../etc/passwd", "etc-passwd"),
      ("   ", "report--1"), ("中国", "report--1"), ("CON", "con"), ("a\u{0}b\nc", "a-b-c"),
    ])
  func slugs(_ title: String, _ slug: String) {
    #expect(Slug.make(title, orElse: "report--1") == slug)
  }

  @Test("a long title is cut at a word")
  func longTitle() {
    let slug = Slug.make(String(repeating: "attribution ", count: 30), orElse: "x")
    #expect(slug.utf8.count <= 80)
    #expect(slug.hasSuffix("attribution"))
  }

  @Test("places are filled")
  func places() throws {
    let pattern = try PathPattern("out/{date}/{slug}-{id}.json", in: "dir/", at: nil)
    #expect(pattern.hasPlaces)
    #expect(pattern.path(for: report(title: "A b")) == "dir/out/2021-07-20/a-b-report--1.json")
    #expect(try PathPattern("out/all.json", at: nil).hasPlaces == false)
  }

  @Test("no report can form a path, whatever it holds")
  func hostile() throws {
    let pattern = try PathPattern("{slug}|{id}|{date}", at: nil)
    let hostile = ["../..", "/etc/passwd", "a/b", "\\x", "..", ".", "", "\u{202E}gpj", "-rf", "{slug}"]
    for words in hostile {
      let path = pattern.path(for: report(title: words, id: words, created: words))
      #expect(!path.contains("/") && !path.contains("\\") && !path.contains(".") && !path.hasPrefix("-"))
      #expect(path.split(separator: "|", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty })
    }
  }

  @Test("a directory with braces is taken as it is")
  func braces() throws {
    #expect(
      try PathPattern("x.json", in: "{slag}/", at: nil).path(for: report(title: "t")) == "{slag}/x.json")
  }

  @Test("unknown and unclosed places are refused", arguments: ["{slag}.json", "{slug.json", "{}", ""])
  func mistakes(_ text: String) {
    #expect(throws: Diagnostic.self) { try PathPattern(text, at: nil) }
  }

  @Test(
    "names of further files stay below their directory",
    arguments: ["/etc/x", "../x", "a/../../x", "a//b", "./x", "a\\b", "a\u{0}", ".dossier-1-1.tmp", "x/"])
  func names(_ name: String) {
    #expect(throws: Diagnostic.self) {
      try OutputName.checkedPath(of: name, beside: "out/main", exporter: "x")
    }
  }

  @Test("further files lie beside the main one")
  func beside() throws {
    #expect(try OutputName.checkedPath(of: "a/b.csv", beside: "out/main.csv", exporter: "x") == "out/a/b.csv")
    #expect(try OutputName.checkedPath(of: "b.csv", beside: "main.csv", exporter: "x") == "b.csv")
    #expect(try OutputName.checkedPath(of: "", beside: "main.csv", exporter: "x") == "main.csv")
  }

  @Test("one file has one name however it is written")
  func normalized() {
    #expect(PlannedOutput.normalized("a/./b//c") == PlannedOutput.normalized("a/b/c"))
    #expect(PlannedOutput.normalized("a/../b") == "b")
    #expect(PlannedOutput.normalized("../b") == "../b")
    #expect(PlannedOutput.normalized("/a/b") == "/a/b")
  }
}

@Suite("Times")
struct UTCTimeTests {
  @Test(
    "seconds become RFC 3339",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1_626_739_200, "2021-07-20T00:00:00Z"),
      (951_827_696, "2000-02-29T12:34:56Z"),
      (-1, "1969-12-31T23:59:59Z"), (4_102_444_800, "2100-01-01T00:00:00Z"),
      (Int.max, "9999-12-31T23:59:59Z"),
    ])
  func text(_ seconds: Int, _ expected: String) {
    #expect(UTCTime(secondsSince1970: seconds).text == expected)
  }
}
