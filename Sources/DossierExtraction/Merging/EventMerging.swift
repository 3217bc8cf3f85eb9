import DossierModel
import DossierText

/// Keeps each event once. Two are one where they struck the same first target and their times allow it; an event
/// without a target stays apart, but for a text that repeats the other.
struct EventMerging {
  private(set) var events: [Event] = []
  /// Places of the events without a target, by text, kind and label.
  private var untargeted: [[String]: Int] = [:]

  /// Adds a report's events, whose targets have these new ids; their new ids by the old. `text` tells texts apart that
  /// are no copies of each other.
  mutating func add(_ added: [Event], parties: [String: String], text: String) -> [String: String] {
    var names: [String: String] = [:]
    var counts: [[String]: Int] = [:]
    for event in added {
      var event = event
      let old = event.id
      event.targets = event.targets.map { parties[$0] ?? $0 }
      var key: [String]?
      if event.targets.isEmpty {
        let kind = [text, event.kind.rawValue, event.label]
        counts[kind, default: 0] += 1
        key = kind + ["\(counts[kind] ?? 0)"]
      }
      let known =
        key.map { untargeted[$0] }
        ?? events.firstIndex { $0.targets.first == event.targets.first && allows($0.time, event.time) }
      if let known {
        join(event, at: known)
        names[old] = events[known].id
        continue
      }
      event.id = "v\(events.count + 1)"
      if let key { untargeted[key] = events.count }
      events.append(event)
      names[old] = event.id
    }
    return names
  }

  private mutating func join(_ event: Event, at known: Int) {
    if events[known].kind == .other { events[known].kind = event.kind }
    if events[known].time == nil { events[known].time = event.time }
    for impact in event.impact where !events[known].impact.contains(impact) {
      events[known].impact.append(impact)
    }
    for target in event.targets where !events[known].targets.contains(target) {
      events[known].targets.append(target)
    }
  }

  /// Whether two times may be of one event: they overlap, or one is open.
  private func allows(_ left: TimeInterval?, _ right: TimeInterval?) -> Bool {
    guard let left, let right else { return true }
    if let end = left.latest, let start = right.earliest, end < start { return false }
    if let end = right.latest, let start = left.earliest, end < start { return false }
    return true
  }
}
