import DossierModel
import DossierText

/// ATT&CK techniques as attack patterns (section 4.1) with ATT&CK's id.
extension BundleWriter {
  /// The id of the attack pattern that a technique is.
  func objectID(ofTechnique index: Int) -> String { patterns[index] }

  mutating func writeTechnique(_ index: Int) {
    let technique = report.techniques[index]
    open("attack-pattern", objectID(ofTechnique: index))
    json.field("name", technique.name)
    json.key("external_references")
    json.beginArray()
    json.beginObject()
    json.field("source_name", "mitre-attack")
    json.field("external_id", technique.attackID)
    json.endObject()
    json.endArray()
    openExtension()
    json.field("part", technique.id)
    json.mentions(technique.mentions)
    json.field("claims", technique.claims)
    closeExtension()
    close()
  }
}
