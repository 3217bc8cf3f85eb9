import DossierModel
import DossierReading

@testable import DossierExtraction

/// The report of a few sentences whose language is known, as tests of single sentences need it.
enum SentenceReport {
  static func report(of text: String, language: String) throws -> Report {
    let input = Input(name: "sentence.txt", bytes: Array((text + "\n").utf8))
    var documents = try ArticleReader.read(input).documents
    for index in documents.indices { documents[index].metadata.language = language }
    return ReportBuilder.report(about: documents, settings: ReportSettings())
  }
}
