/// Templates of MISP's own collection (misp-objects), with the attributes that are used here.
enum StandardTemplates {
  static let organization = ObjectTemplate(
    "organization", uuid: "f750e12b-127a-432c-b022-b3f9153c4e2a", version: 9,
    description: "An object which describes an organization.")
  static let person = ObjectTemplate(
    "person", uuid: "a15b0477-e9d1-4b9c-9546-abe78a4f4248", version: 21,
    description: "An object which describes a person or an identity.")
  static let intrusionSet = ObjectTemplate(
    "intrusion-set", uuid: "bfe96eae-e37a-4ecf-8012-1cdb478571a5", version: 1,
    description: "A object template describing an Intrusion Set as defined in STIX 2.1.")
  static let malware = ObjectTemplate(
    "malware", uuid: "e5ad1d64-4b4e-44f5-9e00-88a705a67f9d", version: 1,
    description: "Malware is a type of TTP that represents malicious code.")
  static let software = ObjectTemplate(
    "software", uuid: "b1b5dc0e-73fe-443c-8d9d-0e208de3951e", version: 1,
    description: "The Software object represents high-level properties associated with software.")
  static let vulnerability = ObjectTemplate(
    "vulnerability", uuid: "81650945-f186-437b-8945-9f31715d32da", version: 12,
    metaCategory: "vulnerability", description: "Vulnerability object describing a common vulnerability.")
  static let attackPattern = ObjectTemplate(
    "attack-pattern", uuid: "35928348-56be-4d7f-9752-a80927936351", version: 1,
    metaCategory: "vulnerability", description: "Attack pattern describing a common attack pattern.")

  static let name = ObjectRelation("name", correlates: true)
  static let alias = ObjectRelation("alias", isMultiple: true, correlates: true)
  static let aliases = ObjectRelation("aliases", isMultiple: true, correlates: true)
  static let role = ObjectRelation("role", isMultiple: true)
  static let type = ObjectRelation("type-of-organization")
  static let fullName = ObjectRelation("full-name", .fullName, correlates: true)
  static let isFamily = ObjectRelation("is_family", .boolean)
  static let cve = ObjectRelation("id", .vulnerability, correlates: true)
  static let summary = ObjectRelation("summary")
  static let description = ObjectRelation("description")
}
