import DossierReading
import DossierText
import Testing

/// STIX bundles that are not ours, or no longer whole; whole ones are read in the exporters' tests.
@Suite("STIX bundles of others")
struct BundleTests {
  private static let identity = """
    {"type": "identity", "spec_version": "2.1", "id": "identity--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a21",
     "name": "A vendor"}
    """
  private static let note = """
    {"type": "note", "spec_version": "2.1", "id": "note--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a22",
     "content": "The vendor says so.", "object_refs": ["identity--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a21"]}
    """

  private func bundle(_ objects: [String]) -> String {
    """
    {"id": "bundle--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a23", "objects": [\(objects.joined(separator: ",\n"))],
     "type": "bundle"}
    """
  }

  /// A report of ours that names these objects.
  private func report(naming ids: [String]) -> String {
    """
    {"type": "report", "id": "report--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a24", "name": "A report",
     "created_by_ref": "identity--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a21",
     "object_refs": [\(ids.map { "\"\($0)\"" }.joined(separator: ", "))],
     "extensions": {"extension-definition--6a1f8f0e-3c55-4d0b-9a39-5d3c0e8f2b71":
       {"extension_type": "property-extension", "report": "report--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a24",
        "language": "en", "created": "2026-01-01T00:00:00Z"}}}
    """
  }

  @Test("a bundle without a report of ours is refused, and says what it holds")
  func foreign() {
    let problem = #expect(throws: Diagnostic.self) { try read(bundle([Self.identity, Self.note])) }
    #expect(problem?.id == "read.foreign-stix")
    #expect(problem?.notes.first == "it holds 1 identity, 1 note")
  }

  @Test("a bundle of nothing is refused", arguments: [#"{"type":"bundle","id":"bundle--1"}"#])
  func empty(text: String) {
    let problem = #expect(throws: Diagnostic.self) { try read(text) }
    #expect(problem?.notes.first == "it holds nothing")
  }

  @Test("objects that were added to a bundle are counted and left")
  func added() throws {
    let ours = report(naming: ["identity--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a21"])
    let result = try read(bundle([Self.identity, Self.note, ours]))
    #expect(result.claims?.roots.count == 1)
    #expect(result.diagnostics.map(\.id) == ["read.stix-left"])
    #expect(result.diagnostics.first?.summary == "1 object is not read: 1 note")
  }

  @Test("a note without the extension is left even where our report names it")
  func namedNote() throws {
    let ours = report(naming: [
      "identity--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a21", "note--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a22",
    ])
    let result = try read(bundle([Self.identity, Self.note, ours]))
    #expect(result.diagnostics.map(\.id) == ["read.stix-left"])
  }

  @Test("a bundle that lost objects is refused at the reference")
  func missing() {
    let ours = report(naming: ["identity--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a21"])
    let problem = #expect(throws: Diagnostic.self) { try read(bundle([ours])) }
    #expect(problem?.id == "read.stix-not-whole")
    #expect(problem?.location?.line == 3)
  }

  @Test("an object with another type is no bundle")
  func otherObjects() throws {
    let text = #"{"title": "One", "type": "article", "text": "The board spoke of a bundle on Monday."}"#
    #expect(try read(text).documents.count == 1)
  }

  @Test("an envelope of a TAXII server is a bundle without a name")
  func envelope() throws {
    let ours = report(naming: ["identity--2f0c8a5b-7c54-4d7e-8f0a-9b1d6e3c4a21"])
    let result = try read(#"{"more": false, "objects": [\#(Self.identity), \#(ours)]}"#)
    #expect(result.claims?.roots.count == 1)
  }

  @Test(
    "JSON that is none of what is read is refused, and says what it is where that can be told",
    arguments: [
      (#"{"a": 1, "text": 3}"#, "JSON that holds no report"), (#"[{"a": 1}]"#, "JSON that holds no report"),
      (#"{"Event": {"info": "Cranes stand still"}}"#, "a MISP event"),
      (#"{"name": "layer", "versions": {"layer": "4.5"}, "techniques": []}"#, "ATT&CK Navigator"),
    ])
  func otherJSON(_ text: String, _ words: String) throws {
    let problem = #expect(throws: Diagnostic.self) { try read(text) }
    #expect(problem?.id == "read.other-json")
    #expect(problem?.summary.contains(words) == true)
    #expect(try read(text, as: .text).documents.count == 1)
  }

  @Test(
    "prose in brackets or braces is prose",
    arguments: ["[1] The board said so.", "{The board said so.", "[1, 2]"])
  func brackets(_ text: String) throws {
    #expect(try read(text).documents.count == 1)
  }
}
