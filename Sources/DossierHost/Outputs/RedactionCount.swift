import DossierText

/// What the redaction of one output came to, over all its reports.
struct RedactionCount {
  private var reports = 0
  private var hidden: Set<Int> = []
  private var touched = 0

  /// Counts one report, in which these names stood.
  mutating func add(_ found: Set<Int>) {
    reports += 1
    hidden.formUnion(found)
    if !found.isEmpty { touched += 1 }
  }

  /// What is to be said at the end: how much was hidden, and which names stood nowhere, as those may be misspelt.
  func summary(of output: PlannedOutput) -> [Diagnostic] {
    guard let redaction = output.processing.redaction, reports > 0 else { return [] }
    var diagnostics: [Diagnostic] = []
    for (number, name) in redaction.names.enumerated() where !hidden.contains(number) {
      diagnostics.append(
        Diagnostic(
          "output.nothing-to-redact", .warning,
          "'\(name.value)' is to be hidden, but stands in no report of '\(output.name)'", at: name.location,
          help: "see that it is spelt as the reports have it"))
    }
    diagnostics.append(
      Diagnostic(
        "output.redacted", .note,
        "hid \(hidden.count) of \(redaction.names.count) names, in \(touched) of \(reports) reports",
        at: Diagnostic.Location(file: output.name)))
    return diagnostics
  }
}
