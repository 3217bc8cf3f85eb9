import DossierModel
import DossierReading
import DossierText
import Foundation
import Testing

@Suite struct PDFTests {
  static let hasProgram = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext"]
    .contains {
      FileManager.default.isExecutableFile(atPath: $0)
    }

  /// A PDF of pages of lines, in the plainest form that readers take.
  private func pdf(_ pages: [[String]]) -> [UInt8] {
    var objects: [String] = []
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Catalog /Pages 2 0 R >>")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>")
    for (index, lines) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents \(5 + 2 * index) 0 R >>"
      )
      let stream =
        "BT /F1 10 Tf 14 TL 50 740 Td " + lines.map { "(\($0)) Tj T*" }.joined(separator: " ") + " ET"
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
    }
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      file += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n"
    }
    file += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  @Test(.enabled(if: hasProgram, "pdftotext is not installed: PDF is NOT tested"))
  func runningHeadsAndHyphensAreRepaired() throws {
    let bytes = pdf([
      [
        "Quay Report 12", "", "Harbour board blames gang", "",
        "The harbour board said on Monday that intruders had copied its ti-",
        "de tables and demanded money for keeping them secret, which it will", "not pay.", "", "", "Page 1",
      ],
      [
        "Quay Report 12", "", "Police said that they were looking into it, and that they had not",
        "yet found out who was behind the theft of the tables.", "", "Page 2",
      ],
      [
        "Quay Report 12", "", "Nobody has claimed the theft of the tables so far, the police said.", "",
        "Page 3",
      ],
    ])
    let document = try #require(try ArticleReader.read(Input(name: "r.pdf", bytes: bytes)).documents.first)
    #expect(document.mediaType == "application/pdf")
    #expect(!document.text[TextRange(0, 10_000)].contains("Quay Report"))
    #expect(!document.text[TextRange(0, 10_000)].contains("Page"))
    #expect(document.metadata.title == "Harbour board blames gang")
    #expect(
      document.texts(.body).first
        == "The harbour board said on Monday that intruders had copied its tide tables and demanded money for keeping them secret, which it will not pay."
    )
    #expect(document.texts(.body).count == 3)
  }

  @Test(.enabled(if: !hasProgram))
  func missingProgramIsNamed() {
    let problem = #expect(throws: Diagnostic.self) {
      try ArticleReader.read(Input(name: "r.pdf", bytes: pdf([["x"]])))
    }
    #expect(problem?.id == "read.missing-program")
    #expect(problem?.help?.contains("poppler-utils") == true)
  }
}
