import DossierKnowledge
import DossierText

/// Reads the lexicons and gives their forms, inflected, to a table.
///
/// A line has a class, a value, forms separated by `|` and flags separated by `,`. A form's ending says what it is:
/// `/v` a verb, `/n` a noun, `/a` an adjective, `/d` an adverb, `/p` a preposition, `/r` a pronoun; without one it is
/// a phrase, taken as it stands. The file's name begins with the language: `fr-cues.tsv`.
struct LexiconCompilation {
  let french: FrenchInflection
  let english: EnglishInflection
  private(set) var formCount = 0
  /// The forms given so far, since contractions of one cell may stand in another.
  private var added: Set<AddedForm> = []

  init(french: FrenchInflection, english: EnglishInflection) {
    self.french = french
    self.english = english
  }

  private static let endings: [Character: LexemePart] = [
    "v": .verb, "n": .noun, "a": .adjective, "d": .adverb, "p": .preposition, "r": .pronoun,
  ]

  /// Adds a lexicon's lines.
  mutating func add(_ source: SourceText, to builder: inout TableBuilder, _ diagnostics: inout [Diagnostic]) {
    let file = source.name.split(separator: "/").last ?? ""
    guard let language = LexiconLanguage.allCases.first(where: { file.hasPrefix("\($0)") }) else {
      diagnostics.append(
        Diagnostic(
          "knowledge.unknown-language", .error, "The file's name does not begin with a language",
          at: .init(file: source.name),
          help: "Languages are \(LexiconLanguage.allCases.map { "\($0)" }.joined(separator: ", "))."))
      return
    }
    for line in TabbedLine.lines(of: source) {
      guard let lexeme = lexeme(line, language, source, &diagnostics) else { continue }
      if line[2].parts.isEmpty {
        diagnostics.append(.knowledge("no-form", "The line has no form", line.range, source))
      }
      for cell in line[2].parts { add(cell, lexeme, source, to: &builder, &diagnostics) }
    }
  }

  private func lexeme(
    _ line: TabbedLine, _ language: LexiconLanguage, _ source: SourceText, _ diagnostics: inout [Diagnostic]
  ) -> Lexeme? {
    guard let category = LexemeCategory(rawValue: line[0].text) else {
      let names = LexemeCategory.allCases.map(\.rawValue)
      diagnostics.append(
        .knowledge(
          "unknown-class", "There is no class “\(line[0].text)”", line[0].range, source,
          help: Self.suggestion(for: line[0].text, among: names)))
      return nil
    }
    guard let value = category.values.firstIndex(of: line[1].text) else {
      diagnostics.append(
        .knowledge(
          "unknown-value", "The class “\(category.rawValue)” has no value “\(line[1].text)”", line[1].range,
          source,
          help: Self.suggestion(for: line[1].text, among: category.values)))
      return nil
    }
    var flags: UInt16 = 0
    for word in line[3].text.split(separator: ",").map(\.trimmingSpaces) {
      guard let bit = LexemeFlag(rawValue: word)?.place(in: category) else {
        diagnostics.append(
          .knowledge(
            "unknown-flag", "The class “\(category.rawValue)” has no flag “\(word)”", line[3].range, source,
            help: Self.suggestion(for: word, among: category.flags.map(\.rawValue))))
        continue
      }
      flags |= 1 << bit
    }
    return Lexeme(
      category: category, value: UInt8(value), language: language, partOfSpeech: .phrase, form: .plain,
      flags: flags)
  }

  private static func suggestion(for word: String, among known: [String]) -> String {
    if let nearest = NameSuggestion.nearest(to: word, among: known) { return "Did you mean “\(nearest)”?" }
    return "Known are \(known.joined(separator: ", "))."
  }

  private mutating func add(
    _ cell: Cell, _ lexeme: Lexeme, _ source: SourceText, to builder: inout TableBuilder,
    _ diagnostics: inout [Diagnostic]
  ) {
    var lexeme = lexeme
    var text = cell.text
    if let slash = text.lastIndex(of: "/") {
      let ending = text[text.index(after: slash)...]
      guard ending.count == 1, let letter = ending.first, let part = Self.endings[letter] else {
        diagnostics.append(
          .knowledge(
            "unknown-ending", "There is no part of speech “/\(ending)”", cell.range, source,
            help: "Use /v, /n, /a, /d, /p or /r."))
        return
      }
      lexeme.partOfSpeech = part
      text = String(text[..<slash])
    }
    let forms: [InflectedForm]
    do {
      forms =
        lexeme.language == .fr
        ? try french.forms(of: text, as: lexeme.partOfSpeech)
        : english.forms(of: text, as: lexeme.partOfSpeech)
    } catch {
      diagnostics.append(.knowledge("not-a-verb", error.explanation, cell.range, source, help: error.help))
      return
    }
    for form in forms {
      lexeme.form = form.form
      let written =
        lexeme.language == .fr && lexeme.partOfSpeech != .preposition
        ? FrenchInflection.contractions(of: form.text) : [form.text]
      for text in written where added.insert(AddedForm(text: text, lexeme: lexeme)).inserted {
        do {
          try builder.add(lexeme: text, lexeme)
          formCount += 1
        } catch {
          diagnostics.append(.knowledge("bad-form", "\(error.explanation): “\(text)”", cell.range, source))
        }
      }
    }
  }
}

private struct AddedForm: Hashable {
  var text: String
  var lexeme: Lexeme
}

/// A form of a word or phrase.
struct InflectedForm: Hashable {
  var text: String
  var form: LexemeForm
}

/// Why a form cannot be inflected.
struct InflectionProblem: Error {
  var explanation: String
  var help: String
}
