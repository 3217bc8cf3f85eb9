import DossierKnowledge
import DossierText

/// What a compilation gave.
struct CompiledKnowledge {
  /// The table; nil if there was an error.
  var table: [UInt8]?
  /// The table of techniques; empty if there was an error.
  var techniques: [UInt8] = []
  /// Errors and warnings, in the order of the files.
  var diagnostics: [Diagnostic]
  /// Counts in words.
  var summary: String
}

/// Compiles the data's files to a table.
enum KnowledgeCompilation {
  /// The table of these files. All errors are found before the end; with one there is no table.
  static func compile(_ sources: KnowledgeSources) -> CompiledKnowledge {
    var diagnostics: [Diagnostic] = []
    var builder = TableBuilder()
    var stops = StopNames(sources.stopNames, &diagnostics)

    var catalogues = CatalogueCompilation()
    for source in sources.catalogues { catalogues.read(source, &diagnostics) }
    catalogues.add(to: &builder, &stops, &diagnostics)
    stops.reportUnused(&diagnostics)

    let french = FrenchInflection(verbs: sources.frenchVerbs, &diagnostics)
    let english = EnglishInflection(verbs: sources.englishVerbs, &diagnostics)
    var lexicons = LexiconCompilation(french: french, english: english)
    for source in sources.lexicons { lexicons.add(source, to: &builder, &diagnostics) }

    for source in sources.sets { add(source, to: &builder, &diagnostics) }

    var techniques = TechniqueCompilation(french: french, english: english)
    techniques.read(sources.techniques, &diagnostics)

    let failed = diagnostics.contains { $0.severity == .error }
    return CompiledKnowledge(
      table: failed ? nil : builder.build(), techniques: failed ? [] : techniques.table(),
      diagnostics: diagnostics,
      summary:
        "\(catalogues.entryCount) entries, \(catalogues.formCount) names, \(lexicons.formCount) lexemes, "
        + "\(techniques.count) techniques by \(techniques.formCount) names")
  }

  /// Adds the words of a set's file: one a line, `#` for comments.
  private static func add(
    _ source: SourceText, to builder: inout TableBuilder, _ diagnostics: inout [Diagnostic]
  ) {
    let file = source.name.split(separator: "/").last.map(String.init) ?? ""
    guard let set = WordSet(rawValue: String(file.dropLast(".txt".count))) else {
      diagnostics.append(
        Diagnostic(
          "knowledge.unknown-set", .error, "There is no word set of this name", at: .init(file: source.name)))
      return
    }
    var seen: Set<String> = []
    for line in TabbedLine.lines(of: source) {
      for word in line[0].text.split(separator: " ").map(String.init) {
        if !seen.insert(word).inserted {
          diagnostics.append(.knowledge("duplicate-word", "“\(word)” stands twice", line.range, source))
        }
        builder.add(word: word, to: set)
      }
    }
  }
}

extension Diagnostic {
  /// An error in a data file.
  static func knowledge(
    _ id: String, _ summary: String, _ range: TextRange, _ source: SourceText, help: String? = nil,
    severity: Severity = .error
  ) -> Diagnostic {
    Diagnostic("knowledge.\(id)", severity, summary, at: .init(range, in: source), help: help)
  }
}
