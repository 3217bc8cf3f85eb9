import DossierKnowledge
import DossierText

/// Reads the techniques and the words for them, and gives them to a table of their own.
///
/// `attack.tsv` has the columns `id`, `name`, `domain`, `tactics` and `forms`. The other files, whose names begin with a
/// language, have the id and forms separated by `|`. In these a word that ends in `/v`, `/n` or `/a` is inflected; each
/// form may have one gap (`*`).
struct TechniqueCompilation {
  let french: FrenchInflection
  let english: EnglishInflection
  private var builder = TableBuilder()
  private var numbers: [String: UInt32] = [:]
  private(set) var formCount = 0
  /// Number of techniques.
  var count: Int { numbers.count }

  init(french: FrenchInflection, english: EnglishInflection) {
    self.french = french
    self.english = english
  }

  /// The table's bytes.
  func table() -> [UInt8] { builder.build() }

  /// Reads the files; the catalogue first.
  mutating func read(_ sources: [SourceText], _ diagnostics: inout [Diagnostic]) {
    for source in sources where isCatalogue(source) { readCatalogue(source, &diagnostics) }
    for source in sources where !isCatalogue(source) { readWords(source, &diagnostics) }
  }

  private func isCatalogue(_ source: SourceText) -> Bool { source.name.hasSuffix("attack.tsv") }

  private mutating func readCatalogue(_ source: SourceText, _ diagnostics: inout [Diagnostic]) {
    for line in TabbedLine.lines(of: source).dropFirst() {
      let id = line[0].text
      guard numbers[id] == nil else {
        diagnostics.append(.knowledge("duplicate-id", "The id “\(id)” stands twice", line[0].range, source))
        continue
      }
      // The table's kinds are those of parties and things; a table of techniques needs none of them.
      let number = builder.add(
        KnowledgeEntry(
          id: id, kind: .tool, name: line[1].text,
          identifiers: ["domain": line[2].text, "tactics": line[3].text]))
      numbers[id] = number
      add(id, to: number, rule: .exact, line[0], source, &diagnostics)
      for form in line[4].parts { add(form.text, to: number, rule: .capitals, form, source, &diagnostics) }
    }
  }

  private mutating func readWords(_ source: SourceText, _ diagnostics: inout [Diagnostic]) {
    let file = source.name.split(separator: "/").last ?? ""
    let isFrench = file.hasPrefix("fr")
    for line in TabbedLine.lines(of: source) {
      guard let number = numbers[line[0].text] else {
        diagnostics.append(
          .knowledge("unknown-entry", "There is no technique “\(line[0].text)”", line[0].range, source))
        continue
      }
      for part in line[1].parts {
        for form in inflected(part, isFrench: isFrench, source, &diagnostics) {
          add(form, to: number, rule: .anyCase, part, source, &diagnostics)
        }
      }
    }
  }

  private mutating func add(
    _ form: String, to number: UInt32, rule: FormRule, _ cell: Cell, _ source: SourceText,
    _ diagnostics: inout [Diagnostic]
  ) {
    do {
      try builder.add(name: form, of: number, usage: .name, rule: rule)
      formCount += 1
    } catch {
      diagnostics.append(.knowledge("bad-form", "\(error.explanation): “\(form)”", cell.range, source))
    }
  }

  /// The forms of a phrase, with each of its marked words inflected.
  private func inflected(
    _ cell: Cell, isFrench: Bool, _ source: SourceText, _ diagnostics: inout [Diagnostic]
  ) -> [String] {
    var forms = [""]
    for word in cell.text.split(separator: " ") {
      var choices = [String(word)]
      if let slash = word.lastIndex(of: "/"), slash != word.startIndex {
        let part: LexemePart? =
          switch word[word.index(after: slash)...] {
          case "v": .verb
          case "n": .noun
          case "a": .adjective
          default: nil
          }
        if let part {
          let base = String(word[..<slash])
          do throws(InflectionProblem) {
            let all =
              isFrench ? try french.forms(of: base, as: part) : english.forms(of: base, as: part)
            choices = Array(Set(all.map(\.text))).sorted()
          } catch {
            diagnostics.append(
              .knowledge("not-a-verb", error.explanation, cell.range, source, help: error.help))
          }
        }
      }
      forms = forms.flatMap { form in choices.map { form.isEmpty ? $0 : "\(form) \($0)" } }
    }
    return forms
  }
}
