import DossierModel
import DossierPluginKit
import DossierText

/// The report object that holds all others together (section 4.16), and references to its sources.
extension BundleWriter {
  /// The report's id: its own, where that is shaped as STIX wants it.
  var reportID: String { STIXIdentifier.isRandomShaped(report.id) ? report.id : id("report", "report") }

  /// Writes the report; `otherIndicators` are those that no observable stands for. Its extension holds whatever no
  /// other object can, so that the report can be read back whole.
  mutating func writeReportObject(otherIndicators: [Indicator]) {
    let objects = written
    open("report", reportID)
    json.field("name", report.title.isEmpty ? words.untitled : report.title)
    json.field("published", created)
    json.field("report_types", ["threat-report"])
    lang(report.language)
    externalReferences(report.sources.map(\.id))
    json.field("object_refs", objects)
    openExtension()
    json.field("report", report.id)
    if report.title.isEmpty { json.field("title", "") }
    json.field("language", report.language)
    json.field("created", report.created)
    writeCounts()
    json.field("sources", report.sources) { json, source in
      json.beginObject()
      json.field("id", source.id)
      json.field("title", source.title)
      json.field(ifPresent: "publisher", source.publisher)
      json.field("authors", source.authors)
      json.field(ifPresent: "published", source.published)
      json.field("language", source.language)
      json.field(ifPresent: "url", source.url)
      json.field(ifPresent: "translation_of", source.translationOf)
      json.field("media_type", source.mediaType)
      json.field("sha256", source.sha256)
      json.field("length", source.length)
      json.field(ifPresent: "reliability", source.reliability)
      json.endObject()
    }
    json.field("other_indicators", otherIndicators) { $1.write(to: &$0) }
    if !otherIndicators.isEmpty, otherIndicators.count < report.indicators.count {
      json.field("indicator_order", report.indicators.map(\.id))
    }
    let others = report.relations.indices.filter { !writtenRelations.contains($0) }
    json.field("other_relations", others.map { report.relations[$0] }) { $1.write(to: &$0) }
    if !others.isEmpty, others.count < report.relations.count {
      json.field("relation_order", report.relations.map(\.id))
    }
    json.field("candidates", report.candidates) { $1.write(to: &$0) }
    closeExtension()
    close()
  }

  /// How many parts there are, so that a reader can tell whether one went.
  private mutating func writeCounts() {
    json.key("counts")
    json.beginObject()
    json.field("entities", report.entities.count)
    json.field("events", report.events.count)
    json.field("claims", report.claims.count)
    json.field("relations", report.relations.count)
    json.field("indicators", report.indicators.count)
    json.field("techniques", report.techniques.count)
    json.endObject()
  }

  /// References to sources (section 2.5): an address only with the hash of what was read there.
  mutating func externalReferences(_ ids: [String]) {
    var seen: Set<String> = []
    let sources = ids.filter { seen.insert($0).inserted }.compactMap { id in
      report.sources.first { $0.id == id }
    }
    json.field("external_references", sources) { json, source in
      let name = source.publisher.flatMap { $0.isEmpty ? nil : $0 } ?? source.title
      json.beginObject()
      json.field("source_name", name.isEmpty ? source.id : name)
      // A name alone is no reference (section 2.5).
      json.field("description", source.title.isEmpty ? words.untitled : source.title)
      if !source.sha256.isEmpty {
        if let url = source.url, WebAddress.isPlain(url) { json.field("url", url) }
        json.key("hashes")
        json.beginObject()
        json.field("SHA-256", source.sha256)
        json.endObject()
      }
      json.endObject()
    }
  }
}

/// Addresses that may stand where STIX wants a URL (RFC 3986).
enum WebAddress {
  /// Whether `text` is an `http` or `https` address of characters that an address may hold.
  static func isPlain(_ text: String) -> Bool {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return false }
    let rest = text.drop { $0 != ":" }.dropFirst(3)
    guard let host = rest.split(separator: "/", omittingEmptySubsequences: false).first, !host.isEmpty else {
      return false
    }
    let refused: Set<UInt8> = Set("\"<>\\^`{|} ".utf8)
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !refused.contains($0) }
      && !host.utf8.contains(UInt8(ascii: "["))
  }
}
