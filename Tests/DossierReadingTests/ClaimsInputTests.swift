import DossierReading
import DossierText
import Testing

@Suite struct ClaimsInputTests {
  @Test(arguments: [
    #"{"schema": "dossier.report/1", "claims": []}"#,
    #"{"sources": [], "entities": [], "claims": [{"act": "deny"}]}"#,
    "sources: []\nclaims:\n  - act: deny\n", "# ours\nschema: dossier.report/1\nid: x\n",
  ])
  func claimsAreRecognised(text: String) throws {
    let result = try read(text)
    #expect(result.documents.isEmpty)
    #expect(result.claims != nil)
  }

  @Test func mistakesInClaimsAreShown() {
    let problem = #expect(throws: Diagnostic.self) { try read("{\"claims\": [}") }
    #expect(problem?.location?.line == 1)
  }

  @Test(arguments: [
    "Claims: what the board says about the gang.", "Title: a story\n\nThe board made claims about it.",
  ])
  func proseIsNoClaim(text: String) throws {
    #expect(try read(text).claims == nil)
  }
}
