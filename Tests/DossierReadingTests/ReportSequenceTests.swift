import DossierReading
import DossierText
import Testing

/// Several reports in one input are all read.
@Suite struct ReportSequenceTests {
  @Test(arguments: [
    "{\"claims\": [], \"id\": \"a\"}\n{\"claims\": [], \"id\": \"b\"}\n",
    "{\n  \"claims\": []\n}\n{\n  \"claims\": []\n}\n",
    "[\n{\"schema\": \"dossier.report/1\"},\n{\"schema\": \"dossier.report/1\"}\n]\n",
    "---\nschema: dossier.report/1\nid: a\n---\nschema: dossier.report/1\nid: b\n",
  ])
  func severalReports(text: String) throws {
    let result = try read(text)
    #expect(result.documents.isEmpty)
    #expect(result.claims?.roots.count == 2)
  }

  @Test("articles whose later lines or values speak of claims stay articles")
  func articlesStay() throws {
    let text = """
      {"title": "One", "text": "The board said so on Monday.", "url": "https://news.example/dossier."}
      {"title": "Two", "text": "The board said so on Tuesday.", "claims": "none"}
      """
    let result = try read(text)
    #expect(result.claims == nil)
    #expect(result.documents.count == 2)
  }

  @Test("a mistake in a later report is shown at its line")
  func laterMistake() {
    let problem = #expect(throws: Diagnostic.self) { try read("{\"claims\": []}\n{\"claims\": [}\n") }
    #expect(problem?.location?.line == 2)
  }
}
