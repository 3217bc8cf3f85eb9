import DossierText
import Foundation

/// The readable files of the data folder, in the order of their names.
struct KnowledgeSources {
  /// `catalogues/*.tsv`: names of parties and things.
  var catalogues: [SourceText] = []
  /// `lexicon/*.tsv`: words and phrases by language.
  var lexicons: [SourceText] = []
  /// `inflection/fr-verbs.tsv`.
  var frenchVerbs: [SourceText] = []
  /// `inflection/en-verbs.tsv`.
  var englishVerbs: [SourceText] = []
  /// `stop-names.tsv`: forms that do not name what the catalogues say, or only in context.
  var stopNames: [SourceText] = []
  /// `sets/*.txt`: words by set, one a line.
  var sets: [SourceText] = []

  /// `techniques/*.tsv`: techniques of ATT&CK, and words for them by language.
  var techniques: [SourceText] = []

  /// No files.
  init() {}

  /// The files of a folder on disk.
  init(folder: String) throws {
    func files(_ name: String, _ ending: String = ".tsv") throws -> [SourceText] {
      let path = "\(folder)/\(name)"
      guard FileManager.default.fileExists(atPath: path) else { return [] }
      return try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(ending) }
        .sorted()
        .map { try Self.read("\(path)/\($0)") }
    }
    func file(_ name: String) throws -> [SourceText] {
      let path = "\(folder)/\(name)"
      return FileManager.default.fileExists(atPath: path) ? [try Self.read(path)] : []
    }
    catalogues = try files("catalogues")
    lexicons = try files("lexicon")
    frenchVerbs = try file("inflection/fr-verbs.tsv")
    englishVerbs = try file("inflection/en-verbs.tsv")
    stopNames = try file("stop-names.tsv")
    sets = try files("sets", ".txt")
    techniques = try files("techniques")
  }

  private static func read(_ path: String) throws -> SourceText {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let source = SourceText(name: path, bytes: bytes)
    if let offset = UTF8Validation.firstInvalid(in: bytes) {
      throw Diagnostic(
        "knowledge.invalid-utf8", .error, "The file is not valid UTF-8",
        at: .init(TextRange(offset, offset + 1), in: source), help: "Save it as UTF-8.")
    }
    return source
  }
}
