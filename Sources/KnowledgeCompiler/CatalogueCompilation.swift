import DossierKnowledge
import DossierText

/// Reads the catalogues and gives their entries and forms to a table.
///
/// A catalogue begins with a line that names its columns: `id`, `kind`, `name`, a column for each language's name
/// (`fr`, `de`, …), `aliases`, `acronyms`, `metonyms`, `demonyms_en`, `demonyms_fr` and those of other languages, `part_of`, `identifiers`
/// (`scheme:value`) and `suspected` (`source:state`). Lists are separated by `|`. A form may end in `?` (ambiguous),
/// `=` (exact case) or `~` (any case).
struct CatalogueCompilation {
  private struct Form {
    var cell: Cell
    var usage: NameUsage
    var rule: FormRule
    var flags: FormFlags
  }

  private struct Entry {
    var value: KnowledgeEntry
    var forms: [Form]
    var source: SourceText
    var idCell: Cell
    var partOfCell: Cell
  }

  private static let languages = ["en", "fr", "de", "es", "it"]
  private static let columns =
    ["id", "kind", "name"] + languages + [
      "aliases", "acronyms", "metonyms", "demonyms_en", "demonyms_fr", "demonyms_de", "demonyms_es",
      "demonyms_it", "part_of", "identifiers", "suspected",
    ]

  private var entries: [Entry] = []
  private var known: [String: Int] = [:]
  private(set) var formCount = 0
  var entryCount: Int { entries.count }

  /// Reads a catalogue.
  mutating func read(_ source: SourceText, _ diagnostics: inout [Diagnostic]) {
    let lines = TabbedLine.lines(of: source)
    guard let header = lines.first else { return }
    for cell in header.cells where !Self.columns.contains(cell.text) {
      diagnostics.append(
        .knowledge(
          "unknown-column", "There is no column “\(cell.text)”", cell.range, source,
          help: "Columns are \(Self.columns.joined(separator: ", "))."))
    }
    for line in lines.dropFirst() {
      if line.cells.count > header.cells.count {
        diagnostics.append(
          .knowledge("too-many-cells", "The line has more cells than the header", line.range, source))
        continue
      }
      read(line, header.cells.map(\.text), source, &diagnostics)
    }
  }

  private mutating func read(
    _ line: TabbedLine, _ columns: [String], _ source: SourceText, _ diagnostics: inout [Diagnostic]
  ) {
    func cell(_ column: String) -> Cell {
      columns.firstIndex(of: column).map { line[$0] } ?? Cell(text: "", range: line.range)
    }
    let id = cell("id")
    let name = cell("name")
    guard let kind = NameKind.allCases.first(where: { $0.word == cell("kind").text }) else {
      diagnostics.append(
        .knowledge(
          "unknown-kind", "There is no kind “\(cell("kind").text)”", cell("kind").range, source,
          help: "Kinds are \(NameKind.allCases.map(\.word).joined(separator: ", "))."))
      return
    }
    guard !id.text.isEmpty, !name.text.isEmpty else {
      diagnostics.append(.knowledge("missing-cell", "An entry needs an id and a name", line.range, source))
      return
    }
    if let other = known[id.text] {
      let first = entries[other].source.position(at: entries[other].idCell.range.start)
      diagnostics.append(
        .knowledge(
          "duplicate-id", "The id “\(id.text)” stands twice", id.range, source,
          help: "It stands first at \(entries[other].source.name):\(first.line)."))
      return
    }

    var forms = [Self.form(name, .name)]
    var names: [String: String] = [:]
    for language in Self.languages {
      for (index, part) in cell(language).parts.enumerated() {
        let form = Self.form(part, .name)
        if index == 0 { names[language] = form.cell.text }
        forms.append(form)
      }
    }
    let aliases = cell("aliases").parts.map { Self.form($0, kind.aliasUsage) }
    forms += aliases
    forms += cell("acronyms").parts.map { Self.form($0, .acronym) }
    forms += cell("metonyms").parts.map { Self.form($0, .metonym) }
    for part in cell("demonyms_en").parts {
      let form = Self.form(part, .demonym)
      forms.append(form)
      if let plural = EnglishInflection.plural(ofDemonym: form.cell.text) {
        forms.append(
          Form(
            cell: Cell(text: plural, range: part.range), usage: .demonym, rule: form.rule, flags: form.flags))
      }
    }
    for part in cell("demonyms_fr").parts {
      let form = Self.form(part, .demonym, rule: .anyCase)
      for text in FrenchInflection.adjective(form.cell.text) {
        forms.append(
          Form(cell: Cell(text: text, range: part.range), usage: .demonym, rule: form.rule, flags: form.flags)
        )
      }
    }
    // Those of other languages stand with all their forms.
    for column in ["demonyms_de", "demonyms_es", "demonyms_it"] {
      forms += cell(column).parts.map { Self.form($0, .demonym, rule: .anyCase) }
    }
    let entry = KnowledgeEntry(
      id: id.text, kind: kind, name: forms[0].cell.text, names: names, aliases: aliases.map(\.cell.text),
      partOf: cell("part_of").text.isEmpty ? nil : cell("part_of").text,
      identifiers: Self.pairs(cell("identifiers"), source, &diagnostics),
      suspectedSponsors: Self.pairs(cell("suspected"), source, &diagnostics))
    known[id.text] = entries.count
    entries.append(
      Entry(value: entry, forms: forms, source: source, idCell: id, partOfCell: cell("part_of")))
  }

  /// A form without its marks, and what they say.
  private static func form(_ cell: Cell, _ usage: NameUsage, rule: FormRule? = nil) -> Form {
    let written = WrittenForm(cell.text, usage: usage, rule: rule)
    return Form(
      cell: Cell(text: written.text, range: cell.range), usage: usage, rule: written.rule,
      flags: written.flags)
  }

  private static func pairs(
    _ cell: Cell, _ source: SourceText, _ diagnostics: inout [Diagnostic]
  ) -> [String: String] {
    var result: [String: String] = [:]
    for part in cell.parts {
      guard let colon = part.text.firstIndex(of: ":") else {
        diagnostics.append(
          .knowledge(
            "not-a-pair", "“\(part.text)” has no scheme", part.range, source, help: "Write scheme:value."))
        continue
      }
      let key = String(part.text[..<colon])
      let value = String(part.text[part.text.index(after: colon)...])
      result[key] = result[key].map { "\($0)|\(value)" } ?? value
    }
    return result
  }

  /// Gives all entries and forms to a table, in the order of their ids.
  mutating func add(
    to builder: inout TableBuilder, _ stops: inout StopNames, _ diagnostics: inout [Diagnostic]
  ) {
    for entry in entries.sorted(by: { $0.value.id.utf8.lexicographicallyPrecedes($1.value.id.utf8) }) {
      if let parent = entry.value.partOf, known[parent] == nil {
        diagnostics.append(
          .knowledge("unknown-entry", "There is no entry “\(parent)”", entry.partOfCell.range, entry.source))
      }
      let number = builder.add(entry.value)
      for form in entry.forms {
        var flags = form.flags
        var rule = form.rule
        switch stops.rule(for: form.cell.text, kind: entry.value.kind) {
        case .never: continue
        case .context: flags.insert(.ambiguous)
        case .exact: rule = .exact
        case nil: break
        }
        do {
          try builder.add(name: form.cell.text, of: number, usage: form.usage, rule: rule, flags: flags)
          formCount += 1
        } catch {
          diagnostics.append(
            .knowledge("bad-form", "\(error.explanation): “\(form.cell.text)”", form.cell.range, entry.source)
          )
        }
      }
    }
  }
}
