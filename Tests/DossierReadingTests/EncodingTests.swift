import DossierModel
import DossierReading
import DossierText
import Testing

@Suite struct EncodingTests {
  static let text =
    "L’été dernier, les autorités ont déclaré à la presse que l’enquête n’était pas terminée – « loin de là »."

  private func readText(_ bytes: [UInt8]) throws -> String {
    let result = try ArticleReader.read(Input(name: "input", bytes: bytes))
    let document = try #require(result.documents.first)
    return document.text[TextRange(0, document.text.bytes.count)]
  }

  @Test func windows1252() throws {
    let map: [Unicode.Scalar: UInt8] = ["’": 0x92, "–": 0x96]
    let bytes = Self.text.unicodeScalars.map { map[$0] ?? UInt8(truncatingIfNeeded: $0.value) }
    #expect(try readText(bytes) == Self.text)
  }

  @Test(arguments: [true, false], [true, false])
  func utf16(bigEndian: Bool, marked: Bool) throws {
    let units = (marked ? [0xFEFF] : []) + Array(Self.text.utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? pair : pair.reversed()
    }
    let expected = marked ? "\u{FEFF}" + Self.text : Self.text
    #expect(Array(try readText(bytes).utf8) == Array(expected.utf8))
  }

  @Test func brokenSequencesAreRepairedAndSaid() throws {
    var bytes = Array(Self.text.utf8)
    bytes.insert(0xFF, at: 20)
    let result = try ArticleReader.read(Input(name: "input", bytes: bytes))
    let document = try #require(result.documents.first)
    #expect(document.text[TextRange(0, 200)].contains("\u{FFFD}"))
    let diagnostic = try #require(document.diagnostics.first { $0.id == "read.invalid-utf8" })
    #expect(diagnostic.location?.line == 1)
  }

  @Test func pageInADeclaredEncoding() throws {
    // "Порт" and more in windows-1251.
    let head = Array("<html><head><meta charset=\"windows-1251\"><title>x</title></head><body><p>".utf8)
    let word: [UInt8] = [0xCF, 0xEE, 0xF0, 0xF2]
    let sentence = [[UInt8]](repeating: word + [0x20], count: 30).flatMap { $0 } + [UInt8(ascii: ".")]
    let result = try ArticleReader.read(
      Input(name: "p", bytes: head + sentence + Array("</p></body></html>".utf8)))
    let document = try #require(result.documents.first)
    #expect(document.texts(.body).first?.hasPrefix("Порт Порт") == true)
  }

  @Test func wrongDeclarationIsOverruled() throws {
    let page = "<html><head><meta charset=\"iso-8859-1\"></head><body><p>\(Self.text)</p></body></html>"
    #expect(try article(page).texts(.body) == [Self.text])
  }

  @Test func emptyAndBinaryInputsAreErrors() {
    #expect(throws: Diagnostic.self) { try ArticleReader.read(Input(name: "e", bytes: [])) }
    let problem = #expect(throws: Diagnostic.self) {
      try ArticleReader.read(Input(name: "b", bytes: (0..<2000).map { UInt8(($0 * 7919) & 0xFF) }))
    }
    #expect(problem?.id == "read.binary")
  }

  @Test func tooLargeInputsAreRefused() {
    let problem = #expect(throws: Diagnostic.self) {
      try ArticleReader.read(Input(name: "l", bytes: Array("long".utf8)), maximumBytes: 3)
    }
    #expect(problem?.id == "read.too-large")
  }
}
