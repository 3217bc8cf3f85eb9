import DossierModel
import DossierText

/// A path with places for what a report is called: `out/{slug}.stix.json`.
struct PathPattern: Sendable, Hashable {
  /// What a place in a pattern stands for.
  enum Placeholder: String, Sendable, CaseIterable {
    /// The title in lower-case ASCII letters, digits and hyphens.
    case slug
    /// The report's id.
    case id
    /// The day of the report, `2021-07-20`.
    case date
  }

  private enum Part: Sendable, Hashable {
    case text(String)
    case place(Placeholder)
  }

  private var parts: [Part] = []
  /// As written, below its directory.
  let text: String

  /// Reads a pattern of paths below `directory`, which ends in a slash or is empty and has no places.
  ///
  /// - Throws: A diagnostic `output.pattern` for a place that is not known or not closed.
  init(_ text: String, in directory: String = "", at location: Diagnostic.Location?) throws(Diagnostic) {
    self.text = directory + text
    if !directory.isEmpty { parts.append(.text(directory)) }
    func mistake(_ summary: String, help: String? = nil) -> Diagnostic {
      let known = Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
      return Diagnostic(
        "output.pattern", .error, summary, at: location, notes: ["known places: \(known)"], help: help)
    }
    if text.isEmpty { throw mistake("the path is empty") }
    if text.utf8.contains(0) { throw mistake("the path holds a NUL character") }
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      let after = rest.index(after: open)
      guard let close = rest[after...].firstIndex(of: "}") else {
        throw mistake("'{' is not closed in the path '\(text)'")
      }
      let name = String(rest[after..<close])
      guard let place = Placeholder(rawValue: name) else {
        let near = NameSuggestion.nearest(to: name, among: Placeholder.allCases.map(\.rawValue))
        throw mistake("unknown place '{\(name)}' in a path", help: near.map { "did you mean '{\($0)}'?" })
      }
      parts.append(.place(place))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
  }

  /// Whether each report has a file of its own.
  var hasPlaces: Bool {
    parts.contains { if case .place = $0 { true } else { false } }
  }

  /// The path for a report. What comes from the report is letters, digits, hyphens and underscores, so that it can
  /// neither leave the directory nor add one.
  func path(for report: Report) -> String {
    var path = ""
    for part in parts {
      switch part {
      case .text(let text): path += text
      case .place(.slug): path += Slug.make(report.title, orElse: report.id)
      case .place(.id): path += Slug.harmless(report.id, orElse: "report")
      case .place(.date): path += Slug.harmless(String(report.created.prefix(10)), orElse: "undated")
      }
    }
    return path
  }
}
