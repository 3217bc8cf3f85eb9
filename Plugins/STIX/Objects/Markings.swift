import DossierModel
import DossierText

/// Marking and extension definitions (sections 7.2 and 7.3), and who makes the bundle.
extension BundleWriter {
  mutating func writeMarking() {
    let marking = STIXVocabulary.marking(report.marking.tlp)
    guard shared.insert(marking.id).inserted else { return }
    json.beginObject()
    json.field("type", "marking-definition")
    json.field("spec_version", STIXVocabulary.specVersion)
    json.field("id", marking.id)
    json.field("created", STIXVocabulary.tlpCreated)
    json.field("name", marking.name)
    json.key("extensions")
    json.beginObject()
    json.key(STIXVocabulary.tlpExtension)
    json.beginObject()
    json.field("extension_type", "property-extension")
    json.field("tlp_2_0", marking.value)
    json.endObject()
    json.endObject()
    json.endObject()
  }

  mutating func writeExtensionDefinition() {
    guard shared.insert(STIXVocabulary.dossierExtension).inserted else { return }
    json.beginObject()
    json.field("type", "identity")
    json.field("spec_version", STIXVocabulary.specVersion)
    json.field("id", STIXVocabulary.dossierIdentity)
    json.field("created_by_ref", STIXVocabulary.dossierIdentity)
    json.field("created", STIXVocabulary.dossierCreated)
    json.field("modified", STIXVocabulary.dossierCreated)
    json.field("name", "Dossier")
    json.field("identity_class", "system")
    json.endObject()
    json.beginObject()
    json.field("type", "extension-definition")
    json.field("spec_version", STIXVocabulary.specVersion)
    json.field("id", STIXVocabulary.dossierExtension)
    json.field("created_by_ref", STIXVocabulary.dossierIdentity)
    json.field("created", STIXVocabulary.dossierCreated)
    json.field("modified", STIXVocabulary.dossierCreated)
    json.field("name", "dossier")
    json.field(
      "description",
      "What a neutral report knows and STIX has no property for: which claim an object comes from, its act, level and "
        + "words of confidence and likelihood, and the places of its evidence in the sources.")
    json.field(
      "schema", "The JSON Schema of dossier.report/1; each property has the meaning of the key of that name.")
    json.field("version", "1.0.0")
    json.key("extension_types")
    json.strings(["property-extension"])
    json.endObject()
  }

  mutating func writeProducer() {
    open("identity", producer)
    json.field("name", report.producer.name)
    json.field("identity_class", report.producer.kind)
    close()
  }
}
