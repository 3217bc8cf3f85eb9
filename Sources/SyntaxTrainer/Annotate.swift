import ArgumentParser
import DossierSyntax
import DossierText
import Foundation

/// Writes a first analysis of sentences for a person to correct: the way to a treebank of one's own.
struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Parses sentences, one a line, and prints them as CoNLL-U in the project's tokens.")

  @Argument(help: "Language.") var language: SyntaxModel.Language
  @Argument(help: "A file with one sentence a line.") var sentences: String
  @Option(help: "A table to parse with instead of the embedded one.") var table: String?

  func run() throws {
    let lines = try String(contentsOfFile: sentences, encoding: .utf8).split(separator: "\n")
    if let table {
      try [UInt8](Data(contentsOf: URL(fileURLWithPath: table))).withUnsafeBytes { bytes in
        guard let model = ModelTable(bytes) else {
          throw ValidationError("this is no table of a syntax model")
        }
        Self.annotate(lines) { model.parse($0, tokens: $1) }
      }
    } else if let model = SyntaxModel.model(for: language.rawValue) {
      Self.annotate(lines) { model.parse($0, tokens: $1) }
    } else {
      throw ValidationError("there is no embedded model for \(language.rawValue)")
    }
  }

  /// Prints the sentences as a parser reads them.
  private static func annotate(_ lines: [Substring], by parse: ([UInt8], ArraySlice<Token>) -> SyntaxTree) {
    for (number, line) in lines.enumerated() {
      let text = Array(line.utf8)
      let tokens = Tokenizer.tokens(of: text, in: TextRange(0, text.count))
      print(conllu(number + 1, text, tokens, parse(text, tokens[...])))
    }
  }

  /// One sentence in ten columns (https://universaldependencies.org/format.html), its number, its text and an empty
  /// line at the end.
  private static func conllu(_ number: Int, _ text: [UInt8], _ tokens: [Token], _ tree: SyntaxTree) -> String
  {
    var lines = ["# sent_id = \(number)", "# text = " + String(decoding: text, as: UTF8.self)]
    for (place, token) in tokens.enumerated() {
      let form = String(decoding: text[Int(token.range.start)..<Int(token.range.end)], as: UTF8.self)
      lines.append(
        [
          "\(place + 1)", form, "_", Labels.name(tree.tags[place]), "_", Labels.name(tree.morphology[place]),
          "\(tree.heads[place] + 1)", Labels.name(tree.relations[place]), "_", "_",
        ].joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
