import DossierModel
import DossierText

/// Observables (section 6), and for malicious ones an indicator with a pattern (section 4.7).
extension BundleWriter {
  /// Writes the observables and returns the indicators that are none.
  mutating func writeObservables() -> [Indicator] {
    var others: [Indicator] = []
    var seen: Set<String> = []
    for index in report.indicators.indices {
      let indicator = report.indicators[index]
      if indicator.kind == "cve" {
        writeVulnerability(index)
      } else if let observable = Observable(indicator), seen.insert(observable.id).inserted {
        write(observable, indicator)
        if writesIndicators, indicator.role == .malicious { writeIndicator(index, observable) }
      } else {
        others.append(indicator)
      }
    }
    return others
  }

  /// The object that stands for an indicator in relations.
  func objectID(ofIndicator index: Int) -> String? {
    let indicator = report.indicators[index]
    if indicator.kind == "cve" { return id("vulnerability", indicator.id) }
    guard let observable = Observable(indicator) else { return nil }
    let isFirst = !report.indicators[..<index].contains { Observable($0)?.id == observable.id }
    if writesIndicators, indicator.role == .malicious, isFirst { return id("indicator", indicator.id) }
    return observable.id
  }

  private mutating func write(_ observable: Observable, _ indicator: Indicator) {
    written.append(observable.id)
    json.beginObject()
    json.field("type", observable.type)
    json.field("spec_version", STIXVocabulary.specVersion)
    json.field("id", observable.id)
    observable.write(to: &json)
    openExtension()
    writeFacts(of: indicator)
    closeExtension()
    close()
  }

  private mutating func writeFacts(of indicator: Indicator) {
    json.field("part", indicator.id)
    json.field("kind", indicator.kind)
    json.field("role", indicator.role.rawValue)
    json.field("marks", indicator.marks.map(\.rawValue))
    json.mentions([indicator.mention])
  }

  private mutating func writeIndicator(_ index: Int, _ observable: Observable) {
    let indicator = report.indicators[index]
    let indicatorID = id("indicator", indicator.id)
    open("indicator", indicatorID)
    json.field("name", indicator.value)
    json.field("description", indicator.mention.text)
    json.field("indicator_types", ["malicious-activity"])
    json.field("pattern", observable.pattern)
    json.field("pattern_type", "stix")
    json.field("valid_from", created)
    close()
    let observedID = id("observed-data", indicator.id)
    open("observed-data", observedID)
    json.field("first_observed", created)
    json.field("last_observed", created)
    json.field("number_observed", 1)
    json.field("object_refs", [observable.id])
    close()
    open("relationship", id("relationship", "based-on", indicator.id))
    json.field("relationship_type", "based-on")
    json.field("source_ref", indicatorID)
    json.field("target_ref", observedID)
    close()
  }

  private mutating func writeVulnerability(_ index: Int) {
    let indicator = report.indicators[index]
    open("vulnerability", id("vulnerability", indicator.id))
    json.field("name", indicator.value)
    if CVEIdentifier.isValid(indicator.value) {
      json.key("external_references")
      json.beginArray()
      json.beginObject()
      json.field("source_name", "cve")
      json.field("external_id", indicator.value)
      json.endObject()
      json.endArray()
    }
    openExtension()
    writeFacts(of: indicator)
    closeExtension()
    close()
  }
}

/// Numbers of the CVE list.
enum CVEIdentifier {
  /// Whether `text` is `CVE-`, a year, `-` and four digits or more.
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0] == "CVE" && parts[1].utf8.count == 4 && parts[2].utf8.count >= 4
      && (parts[1] + parts[2]).utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
