import DossierKnowledge
import DossierModel
import DossierText
import Testing

@testable import DossierExtraction

@Suite("Sentences and quotations")
struct SentenceTests {
  static func analysed(_ text: String, language: String = "en") -> AnalysedText {
    let source = SourceText(name: "test", text)
    var document = Document(
      text: source,
      blocks: [Block(range: TextRange(0, source.bytes.count), kind: .paragraph, role: .body)], sha256: "")
    document.metadata.language = language
    return AnalysedText(document, table: .embedded)
  }

  static func sentences(_ text: String, language: String = "en") -> [String] {
    let analysed = Self.analysed(text, language: language)
    return analysed.sentences.map { analysed.words($0.tokens) }
  }

  @Test("A full stop ends a sentence, an abbreviation or a number does not")
  func fullStops() {
    #expect(
      Self.sentences("Mr. Smith of Acme Inc. paid 3.5 million. The U.S. said so! Did it? Yes.") == [
        "Mr. Smith of Acme Inc. paid 3.5 million.", "The U.S. said so!", "Did it?", "Yes.",
      ])
  }

  @Test("Closing quotation marks belong to the sentence they close")
  func closingMarks() {
    #expect(
      Self.sentences("“We condemn it.” He left. « C’est faux ! » dit-il. Puis il partit.") == [
        "“We condemn it.”", "He left.", "« C’est faux ! » dit-il.", "Puis il partit.",
      ])
  }

  @Test("Quotation marks of every typography pair up, and never leave their block")
  func quotations() {
    let text = Self.analysed("“One ‘two’ three” and \"four\" and « cinq “six” sept » and “open to the end")
    #expect(
      text.quotations.map { text.words($0.inner) } == [
        "One ‘two’ three", "four", "cinq “six” sept", "open to the end",
      ])
    #expect(text.quotations.map(\.isOpen) == [false, false, false, true])
  }

  @Test("What has no full stops is cut, after a mark where there is one")
  func longRuns() {
    let text = Self.analysed(String(repeating: "the board and the port, ", count: 400))
    #expect(text.sentences.count > 4)
    #expect(text.sentences.allSatisfy { $0.tokens.count <= 400 })
    #expect(text.sentences.allSatisfy { text.words($0.tokens).hasSuffix(",") })
    #expect(text.sentences.map(\.tokens.count).reduce(0, +) == text.tokens.count)
    let words = Self.analysed(String(repeating: "port ", count: 2000))
    #expect(words.sentences.map(\.tokens.count) == [400, 400, 400, 400, 400])
  }

  @Test("Quotations are found by the words they share")
  func quotationsByPlace() {
    let text = Self.analysed("He said “one”. She said “two”. They said “three”.")
    for sentence in text.sentences {
      let inside = text.quotations(overlapping: sentence.tokens).map { text.words($0.inner) }
      #expect(
        inside == text.quotations.filter { $0.outer.overlaps(sentence.tokens) }.map { text.words($0.inner) })
      #expect(inside.count == 1)
    }
    #expect(text.quotations(overlapping: 0..<1).isEmpty)
    #expect(text.quotations(overlapping: text.tokens.indices).count == 3)
  }
}
