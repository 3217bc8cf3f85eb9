import DossierModel

/// The whole that each party of a report belongs to: the state of an agency, the agency's state of a group.
struct EntityWholes {
  private var owners: [String: String] = [:]

  /// Of the entities of a report.
  init(_ entities: [Entity]) {
    for entity in entities { owners[entity.id] = entity.partOf }
  }

  /// The last whole above a party; itself if there is none. Owners that go in a circle end it.
  func whole(of entity: String) -> String {
    var current = entity
    for _ in 0..<8 {
      guard let next = owners[current] else { break }
      current = next
    }
    return current
  }

  /// Whether the parties share one, or a whole.
  func overlap(_ left: [String], _ right: [String]) -> Bool {
    let wholes = Set(left.map(whole))
    return right.contains { wholes.contains(whole(of: $0)) }
  }
}
