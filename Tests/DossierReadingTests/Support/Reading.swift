import DossierModel
import DossierReading
import DossierText

/// Reads a text as an input of that name.
func read(_ text: String, name: String = "input", as format: InputFormat? = nil) throws(Diagnostic)
  -> ReadResult
{
  try ArticleReader.read(Input(name: name, bytes: Array(text.utf8)), as: format)
}

/// The one article in a text.
func article(_ text: String, as format: InputFormat? = nil) throws -> Document {
  let result = try read(text, as: format)
  guard let document = result.documents.first, result.documents.count == 1 else {
    throw Diagnostic("test.count", .error, "\(result.documents.count) documents")
  }
  return document
}

extension Document {
  /// The words of the blocks with a role.
  func texts(_ role: Block.Role) -> [String] {
    blocks.filter { $0.role == role }.map { text[$0.range] }
  }
}
