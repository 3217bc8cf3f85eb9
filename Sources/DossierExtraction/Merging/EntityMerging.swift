import DossierModel
import DossierText

/// Keeps each entity once. Two are one where they share an id of a public scheme, or a kind and a full proper name;
/// what has no name of its own ("Chinese hackers") stays apart, for it may be others in another text, but for a text that
/// repeats the other.
struct EntityMerging {
  private(set) var entities: [Entity] = []
  private var byID: [String: Int] = [:]
  private var byIdentifier: [String: Int] = [:]
  private var byName: [String: Int] = [:]

  /// Adds a report's entities; their new ids by the old. `text` tells texts apart that are no copies of each other.
  mutating func add(_ added: [Entity], sources: [String: String], text: String) -> [String: String] {
    var names: [String: String] = [:]
    var nameless: [String: Int] = [:]
    for entity in added {
      var name = "\(entity.kind.rawValue) \(entity.name)"
      if !Self.isProper(entity) {
        nameless[name, default: 0] += 1
        name = "\(text) \(nameless[name] ?? 0) \(name)"
      }
      names[entity.id] = add(entity, name: name, sources)
    }
    for entity in added {
      guard let owner = entity.partOf.flatMap({ names[$0] }), let id = names[entity.id], id != owner,
        let place = byID[id]
      else { continue }
      entities[place].partOf = entities[place].partOf ?? owner
    }
    return names
  }

  private mutating func add(_ added: Entity, name: String, _ sources: [String: String]) -> String {
    var entity = added
    entity.partOf = nil
    entity.mentions = added.mentions.map { $0.renamed(sources) }
    let keys = added.identifiers.map { "\(added.kind.rawValue) \($0.scheme) \($0.value)" }
    let known = keys.compactMap { byIdentifier[$0] }.first ?? byName[name]
    let place = known ?? entities.count
    if known == nil {
      entity.id = "e\(entities.count + 1)"
      byID[entity.id] = entities.count
      entities.append(entity)
    } else {
      join(entity, at: place)
    }
    for key in keys where byIdentifier[key] == nil { byIdentifier[key] = place }
    if byName[name] == nil { byName[name] = place }
    return entities[place].id
  }

  private mutating func join(_ entity: Entity, at place: Int) {
    entities[place].mentions += entity.mentions
    entities[place].names.merge(entity.names) { first, _ in first }
    entities[place].role = entities[place].role ?? entity.role
    for alias in entity.aliases where !entities[place].aliases.contains(alias) {
      entities[place].aliases.append(alias)
    }
    for identifier in entity.identifiers where !entities[place].identifiers.contains(identifier) {
      entities[place].identifiers.append(identifier)
    }
  }

  /// Whether the name tells the entity from all others of its kind.
  private static func isProper(_ entity: Entity) -> Bool {
    let words = entity.name.split(separator: " ")
    guard let first = words.first else { return false }
    switch entity.kind {
    case .person: return words.count > 1 && words.allSatisfy { !startsSmall($0) || $0.utf8.count <= 3 }
    case .group, .campaign: return words.allSatisfy { !startsSmall($0) }
    default: return !startsSmall(first)
    }
  }

  private static func startsSmall(_ word: Substring) -> Bool {
    word.unicodeScalars.first?.properties.isLowercase ?? true
  }
}
