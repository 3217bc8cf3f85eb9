import DossierBriefing
import DossierModel

/// The event report: every claim in a sentence, with its evidence.
extension EventWriter {
  /// Writes the list of event reports, which has one.
  mutating func writeReport() {
    json.key("EventReport")
    json.beginArray()
    json.beginObject()
    json.field("uuid", uuid("event-report"))
    json.field("name", eventReportName)
    json.field("content", eventReport)
    json.field("timestamp", timestamp)
    json.field("distribution", "5")
    json.key("deleted")
    json.bool(false)
    json.endObject()
    json.endArray()
  }

  private var eventReportName: String {
    let colon = index.words.typography.colon
    return PlainText.line("\(index.words.labels.whoClaimsWhat)\(colon)\(report.title)", limit: 255)
  }

  private var eventReport: String {
    let labels = index.words.labels
    var text = EventReportText(index)
    let banner = "**TLP:\(report.marking.tlp.rawValue.uppercased())**"
    text.words(banner + "\n\n# ")
    text.sourceText(report.title.isEmpty ? report.id : report.title)
    text.words("\n\n\(labels.producedBy) ")
    text.sourceText(report.producer.name)
    text.words(" · \(report.created.prefix(10))\n\n## \(labels.claims)\n\n")
    if report.claims.isEmpty { text.words("\(labels.noClaim)\n\n") }
    for number in report.claims.indices { write(claim: number, to: &text) }
    if !report.sources.isEmpty { write(sourcesTo: &text) }
    text.words(banner)
    return text.text
  }

  private func write(claim number: Int, to text: inout EventReportText) {
    let claim = report.claims[number]
    let typography = index.words.typography
    text.words("- ")
    ClaimSentence(number, in: index).write(to: &text)
    if !index.contesting[number].isEmpty {
      text.words(" \(index.words.labels.contestedBy)")
      for (place, denial) in index.contesting[number].enumerated() {
        if place > 0 { text.words(", ") }
        text.reference(denial)
      }
      text.words(".")
    }
    text.words(" ")
    text.object(objectUUID(claim.id))
    text.words("\n")
    for evidence in claim.evidence {
      text.words("  > \(typography.openQuote)")
      text.sourceText(evidence.exact)
      text.words("\(typography.closeQuote) — ")
      text.sourceText(index.words.labels.place(evidence.source, evidence.start, evidence.end))
      text.words("\n  >\n")
    }
    text.words("\n")
  }

  private func write(sourcesTo text: inout EventReportText) {
    text.words("## \(index.words.labels.sources)\n\n")
    for source in report.sources {
      text.words("- ")
      text.sourceText(source.id)
      for part in [source.title, source.publisher ?? "", source.published ?? ""] where !part.isEmpty {
        text.words(" · ")
        text.sourceText(part)
      }
      text.words(" ")
      text.object(objectUUID(source.id))
      text.words("\n")
    }
    text.words("\n")
  }
}
