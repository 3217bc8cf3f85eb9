import DossierModel
import DossierPluginKit

/// Hides parties by their names, at every place of a report where a name stands.
///
/// Text keeps its length: each code point of a name becomes a bar, so that evidence and mentions keep their places.
struct Redaction: Sendable {
  /// What stands for a code point of a hidden name.
  static let bar: Unicode.Scalar = "█"

  /// The names, as the user wrote them.
  let names: [Located<String>]
  /// What stands in place of a party's name, before its number.
  let word: String

  /// Hides these names; `language` is that of generated words.
  init(_ names: [Located<String>], language: WordLanguage) {
    self.names = names
    word =
      switch language {
      case .en: "redacted"
      case .fr: "caviardé"
      }
  }

  /// A report without the names.
  struct Outcome {
    var report: Report
    /// What the report lacks now.
    var losses: [Loss]
    /// Which of the names were there.
    var found: Set<Int>
  }

  /// Hides the names in a report. Linear in the report for each name.
  func apply(to report: Report) -> Outcome {
    let parties = HiddenParties(names.map(\.value), in: report)
    var run = RedactionRun(report, parties, word: word)
    run.hideAll()
    return Outcome(report: run.report, losses: run.hiding.losses, found: run.hiding.found)
  }

  /// What is wrong with a name; nil if nothing is.
  static func fault(of name: String) -> String? {
    NameForm(name, number: 0) == nil ? "has no letter or digit to look for" : nil
  }
}

/// Which parties of a report are hidden, and under which forms their names stand.
struct HiddenParties {
  /// Numbers of the names by the ids of the entities that have them.
  private(set) var entities: [String: Int] = [:]
  /// Where a source mentions them, by its id.
  private var places: [String: [Range<Int>]] = [:]
  private var longestMention = 0
  /// Finds their names.
  let search: NameSearch
  /// Finds also the words that only describe them where the report mentions them.
  let wideSearch: NameSearch

  init(_ names: [String], in report: Report) {
    var forms: Set<NameForm> = []
    var descriptions: Set<NameForm> = []
    var wanted: [[[UInt8]]: Int] = [:]
    for (number, name) in names.enumerated() {
      guard let form = NameForm(name, number: number) else { continue }
      forms.insert(form)
      if wanted[form.words] == nil { wanted[form.words] = number }
    }
    for entity in report.entities {
      let own = [entity.name] + entity.names.values + entity.aliases
      guard let number = own.compactMap({ wanted[FoldedWords($0).words.map(\.letters)] }).min() else {
        continue
      }
      entities[entity.id] = number
      for mention in entity.mentions where mention.start < mention.end {
        places[mention.source, default: []].append(mention.start..<mention.end)
        longestMention = max(longestMention, mention.end - mention.start)
      }
      for text in own { Self.add(text, number, entity.kind, to: &forms) }
      for mention in entity.mentions {
        // Words that only describe a party, such as "the company", are hidden at their place and not everywhere.
        if FoldedWords(mention.text).words.contains(where: \.startsWithCapital) {
          Self.add(mention.text, number, entity.kind, to: &forms)
        } else {
          Self.add(mention.text, number, entity.kind, to: &descriptions)
        }
      }
    }
    for source in places.keys { places[source]?.sort { $0.lowerBound < $1.lowerBound } }
    search = NameSearch(forms)
    wideSearch = NameSearch(forms.union(descriptions))
  }

  private static func add(_ text: String, _ number: Int, _ kind: EntityKind, to forms: inout Set<NameForm>) {
    if let form = NameForm(text, number: number) { forms.insert(form) }
    if let form = NameForm.behindTitle(text, number: number) { forms.insert(form) }
    if kind == .person { forms.formUnion(NameForm.parts(ofPerson: text, number: number)) }
  }

  /// Where they are mentioned in the `count` code points of a source from `start` on, counted from there. Logarithmic
  /// in the mentions but for those that are found.
  func places(in source: String, from start: Int, count: Int) -> [Range<Int>] {
    guard let places = places[source] else { return [] }
    // The first that begins at or after the start; some before it may reach over it.
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].lowerBound < start { low = middle + 1 } else { high = middle }
    }
    while low > 0, places[low - 1].lowerBound > start - longestMention { low -= 1 }
    return places[low...].prefix { $0.lowerBound < start + count }
      .map { ($0.lowerBound - start)..<($0.upperBound - start) }
  }

  /// Knows parts by their new ids.
  mutating func rename(_ renaming: PartRenaming) {
    entities = Dictionary(
      entities.map { (renaming.entities[$0.key] ?? $0.key, $0.value) },
      uniquingKeysWith: { first, _ in first })
    places = Dictionary(
      places.map { (renaming.sources[$0.key] ?? $0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
