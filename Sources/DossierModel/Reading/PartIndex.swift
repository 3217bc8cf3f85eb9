import DossierText

/// The ids of a report's parts, by the key of their list, and the names of its entities.
struct PartIndex {
  /// The lists whose elements have ids, with the letter that filled-in ids start with.
  private static let letters = [
    ("sources", "s"), ("entities", "e"), ("events", "v"), ("claims", "c"), ("relations", "r"),
    ("indicators", "i"), ("techniques", "t"),
  ]

  /// The ids in the order of each list.
  private(set) var ids: [String: [String]] = [:]
  /// Names of entities, for suggestions.
  private(set) var entityNames: [String] = []
  private var known: [String: Set<String>] = [:]
  private var byName: [String: [String]] = [:]

  /// Takes the ids of all parts, and gives one to each that has none.
  mutating func scan(_ report: DataObject, into decoder: inout DataDecoder) {
    for (key, _) in Self.letters {
      var seen: Set<String> = []
      for element in decoder.array(report[key], what: "'\(key)'") {
        guard let node = element["id"], case .string(let id) = node.value else { continue }
        if id.isEmpty {
          decoder.report("bad-value", "an id cannot be empty", at: node.range)
        } else if !seen.insert(id).inserted {
          decoder.report("duplicate-id", "id '\(id)' stands twice in '\(key)'", at: node.range)
        }
      }
      known[key] = seen
    }
    for (key, _) in Self.letters {
      var list: [String] = []
      for element in report[key]?.elements ?? [] {
        if case .string(let id)? = element["id"]?.value, !id.isEmpty {
          list.append(id)
        } else {
          list.append(freeID(in: key, from: list.count + 1))
        }
      }
      ids[key] = list
    }
    for (id, node) in zip(ids["entities"] ?? [], report["entities"]?.elements ?? []) {
      let names =
        [node["name"]].compactMap(\.self) + (node["aliases"]?.elements ?? [])
        + (node["names"]?.members ?? []).map(\.value)
      for case .string(let name) in names.map(\.value) { add(name, of: id) }
    }
  }

  /// Adds an entity that was not listed.
  mutating func add(_ entity: Entity) {
    ids["entities", default: []].append(entity.id)
    for name in [entity.name] + entity.aliases + entity.names.values.sorted() { add(name, of: entity.id) }
  }

  private mutating func add(_ name: String, of id: String) {
    let folded = name.lowercased()
    if byName[folded]?.contains(id) == true { return }
    byName[folded, default: []].append(id)
    entityNames.append(name)
  }

  /// Whether the list under `key` has a part with this id.
  func contains(_ id: String, in key: String) -> Bool { known[key]?.contains(id) == true }

  /// The ids of the entities with this name, whatever its case.
  func entities(named name: String) -> [String] { byName[name.lowercased()] ?? [] }

  /// A new id for the list under `key`, from then on taken.
  mutating func freeID(in key: String, from first: Int? = nil) -> String {
    let letter = Self.letters.first { $0.0 == key }?.1 ?? ""
    var number = first ?? (ids[key]?.count ?? 0) + 1
    while !known[key, default: []].insert("\(letter)\(number)").inserted { number += 1 }
    return "\(letter)\(number)"
  }
}
