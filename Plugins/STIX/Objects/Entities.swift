import DossierModel
import DossierText

/// Entities as what they are, whoever speaks of them: identities, intrusion sets, malware, tools, vulnerabilities,
/// campaigns (sections 4.1 to 4.18). These objects assert nothing.
extension BundleWriter {
  /// The id of the object that an entity is.
  func objectID(ofEntity index: Int) -> String { entityObjects[index] }

  mutating func writeEntity(_ index: Int) {
    let entity = report.entities[index]
    let type = STIXVocabulary.type(of: entity.kind)
    let id = objectID(ofEntity: index)
    open(type, id)
    json.field("name", entity.name)
    switch type {
    case "identity":
      json.field("identity_class", STIXVocabulary.identityClass(of: entity.kind))
      if let role = entity.role, !role.isEmpty { json.field("roles", [role]) }
    case "malware":
      json.key("is_family")
      json.bool(true)
    default: break
    }
    let hasAliases = type != "identity" && type != "vulnerability"
    if hasAliases { json.field("aliases", entity.aliases) }
    externalReferences(entity)
    openExtension()
    json.field("part", entity.id)
    json.field("kind", entity.kind.rawValue)
    if !hasAliases { json.field("aliases", entity.aliases) }
    if type != "identity" || entity.role == "" { json.field(ifPresent: "role", entity.role) }
    if let parent = entity.partOf.flatMap({ entities[$0] }) {
      json.field("part_of_ref", objectID(ofEntity: parent))
    }
    let longTags = entity.names.filter { $0.key.utf8.count > 3 }
    if !longTags.isEmpty { writeNames(longTags, under: "names") }
    json.mentions(entity.mentions)
    closeExtension()
    close()
    writeNames(of: entity, id)
  }

  /// Ids in public schemes, ATT&CK's and CVE among them. Their addresses stay out: each would need a hash.
  private mutating func externalReferences(_ entity: Entity) {
    json.field("external_references", entity.identifiers) { json, identifier in
      json.beginObject()
      json.field("source_name", identifier.scheme)
      json.field("external_id", identifier.value)
      json.endObject()
    }
  }

  /// The name in other languages (section 7.1); validators know tags without subtags only.
  private mutating func writeNames(of entity: Entity, _ id: String) {
    let names = entity.names.filter { $0.key.utf8.count <= 3 }
    if names.isEmpty { return }
    open("language-content", self.id("language-content", entity.id))
    json.field("object_ref", id)
    json.field("object_modified", created)
    writeNames(names, under: "contents")
    close()
  }

  private mutating func writeNames(_ names: [String: String], under key: StaticString) {
    json.key(key)
    json.beginObject()
    for (language, name) in names.sorted(by: { $0.key < $1.key }) {
      json.key(language)
      json.beginObject()
      json.field("name", name)
      json.endObject()
    }
    json.endObject()
  }

  /// The identity that an entity speaks or suffers as; written when first needed.
  mutating func identity(ofEntity index: Int) -> String {
    let entity = report.entities[index]
    if STIXVocabulary.type(of: entity.kind) == "identity" { return objectID(ofEntity: index) }
    return ensure("identity \(entity.id)", "identity") { writer, id in
      writer.open("identity", id)
      writer.json.field("name", entity.name)
      writer.json.field("identity_class", STIXVocabulary.identityClass(of: entity.kind))
      writer.openExtension()
      writer.json.field("party_ref", writer.objectID(ofEntity: index))
      writer.closeExtension()
      writer.close()
    }
  }

  /// The location of a state, or of a place within one; nil where no country is known (section 4.10).
  mutating func location(ofEntity index: Int) -> String? {
    let entity = report.entities[index]
    guard entity.kind == .state || entity.kind == .place, let country = country(of: index) else { return nil }
    return ensure("location \(entity.id)", "location") { writer, id in
      writer.open("location", id)
      writer.json.field("name", entity.name)
      writer.json.field("country", country)
      writer.openExtension()
      writer.json.field("party_ref", writer.objectID(ofEntity: index))
      writer.closeExtension()
      writer.close()
    }
  }

  /// The ISO 3166-1 code of a state, or of the state that a place is part of.
  private func country(of index: Int) -> String? {
    var index = index
    for _ in 0..<8 {
      let entity = report.entities[index]
      for identifier in entity.identifiers where identifier.scheme == "iso-3166-1" {
        let code = Array(identifier.value.utf8)
        if code.count == 2, code.allSatisfy({ (0x41...0x5A).contains($0) }) { return identifier.value }
      }
      guard let parent = entity.partOf.flatMap({ entities[$0] }) else { return nil }
      index = parent
    }
    return nil
  }

  /// The id of an object that is written when first asked for.
  mutating func ensure(_ key: String, _ type: String, _ write: (inout BundleWriter, String) -> Void) -> String
  {
    if let id = ensured[key] { return id }
    let id = id(type, key)
    ensured[key] = id
    write(&self, id)
    return id
  }
}
