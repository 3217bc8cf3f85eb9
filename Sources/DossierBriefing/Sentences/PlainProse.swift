import DossierModel

/// Sentences as plain text, for templates, which escape them as a whole.
struct PlainProse: ProseSink {
  private(set) var text = ""
  private let index: ReportIndex

  init(_ index: ReportIndex) { self.index = index }

  mutating func words(_ text: String) { self.text += text }
  mutating func sourceText(_ text: String) { self.text += text }

  mutating func name(_ entity: Int, capitalised: Bool) {
    text += capitalised ? index.names[entity].capitalisedFirst : index.names[entity]
  }

  mutating func reference(_ claim: Int) { text += "[\(index.report.claims[claim].id)]" }
}
