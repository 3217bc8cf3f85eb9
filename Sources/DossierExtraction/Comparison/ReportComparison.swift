public import DossierModel
import DossierText

/// What claims changed between two reports.
///
/// Claims are matched by what they say, as merging does, so that other ids, another order and another place in the text
/// change nothing. Parties are the same where merging takes them for one.
public struct ReportComparison: Sendable {
  /// A claim that both reports have.
  public struct Pair: Sendable {
    /// As the old report has it.
    public let old: ComparedClaim
    /// As the new report has it.
    public let new: ComparedClaim
    /// The fields that differ, in the order of `ClaimField`.
    public let changes: [ClaimChange]
  }

  /// The old report.
  public let old: Report
  /// The new report.
  public let new: Report
  /// Claims that only the new report has, in its order.
  public let added: [ComparedClaim]
  /// Claims that only the old report has, in its order.
  public let removed: [ComparedClaim]
  /// Claims that both have and that do not say the same, in the new report's order.
  public let changed: [Pair]
  /// Claims that both have as they are, in the new report's order.
  public let same: [Pair]
  /// Those of `same` whose words stand at other offsets.
  public let moved: [Pair]

  /// Whether no claim differs.
  public var isSame: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  /// Compares two reports. Linear in the claims that both have alike; those that differ are compared with those of the
  /// same speakers or nearly the same words.
  public init(old: Report, new: Report) {
    self.old = old
    self.new = new
    let names = CommonNames(old: old, new: new)
    let left = old.claims.map {
      ComparedClaim($0, common: $0.renamed(names.old.parties, names.old.events, [:]), labels: names.labels)
    }
    let right = new.claims.map {
      ComparedClaim(
        $0, common: $0.renamed(names.new.parties, names.new.events, names.newSources), labels: names.labels)
    }
    let matching = ClaimMatching(old: left, new: right)
    let newID = Dictionary(
      matching.newPlace.map { (left[$0].claim.id, right[$1].claim.id) }
    ) { first, _ in first }
    var isMatched = right.map { _ in false }
    var pairs: [(place: Int, pair: Pair)] = []
    for (place, other) in matching.newPlace {
      isMatched[other] = true
      pairs.append((other, Self.pair(left[place], right[other], newID)))
    }
    pairs.sort { $0.place < $1.place }
    added = right.indices.filter { !isMatched[$0] }.map { right[$0] }
    removed = left.indices.filter { matching.newPlace[$0] == nil }.map { left[$0] }
    changed = pairs.map(\.pair).filter { !$0.changes.isEmpty }
    same = pairs.map(\.pair).filter { $0.changes.isEmpty }
    moved = same.filter { !$0.old.standsWhere($0.new) }
  }

  private static func pair(_ old: ComparedClaim, _ new: ComparedClaim, _ newID: [String: String]) -> Pair {
    // Claims that both reports have go by their new ids, so that the lists can be compared by eye.
    let answered = old.claim.answers.map { newID[$0] ?? "old \($0)" }
    let changes = ClaimField.allCases.compactMap { field -> ClaimChange? in
      let value = new.values[field] ?? .text(nil)
      if field == .answers {
        return Set(answered) == Set(new.claim.answers)
          ? nil : ClaimChange(field: field, old: .list(answered), new: value)
      }
      return old.agrees(with: new, on: field)
        ? nil : ClaimChange(field: field, old: old.values[field] ?? .text(nil), new: value)
    }
    return Pair(old: old, new: new, changes: changes)
  }
}

/// Ids that the parties, events and sources of two reports have in common.
private struct CommonNames {
  var old: (parties: [String: String], events: [String: String])
  var new: (parties: [String: String], events: [String: String])
  var newSources: [String: String] = [:]
  var labels = CommonLabels()

  init(old: Report, new: Report) {
    // Both are about one text, so what has no name of its own is told by its place among its like.
    let text = ""
    var entities = EntityMerging()
    var events = EventMerging()
    let oldParties = entities.add(old.entities, sources: [:], text: text)
    let newParties = entities.add(new.entities, sources: [:], text: text)
    self.old = (oldParties, events.add(old.events, parties: oldParties, text: text))
    self.new = (newParties, events.add(new.events, parties: newParties, text: text))
    for entity in entities.entities { labels.parties[entity.id] = entity.name }
    for event in events.events {
      labels.events[event.id] = event.label + (event.time.map { ", \(CommonLabels.words($0))" } ?? "")
    }
    for source in old.sources { labels.sources[source.id] = source.title }
    for source in new.sources {
      let id = Self.match(source, of: new, in: old, taken: Set(newSources.values)) ?? "new \(source.id)"
      newSources[source.id] = id
      labels.sources[id] = labels.sources[id] ?? source.title
    }
  }

  /// The old report's source that a new one is a later state of: by its bytes, its address or its name; where each
  /// report has one source, these.
  private static func match(_ source: Source, of new: Report, in old: Report, taken: Set<String>) -> String? {
    if old.sources.count == 1, new.sources.count == 1 { return old.sources[0].id }
    let left = old.sources.filter { !taken.contains($0.id) }
    let found =
      left.first { !source.sha256.isEmpty && $0.sha256 == source.sha256 && $0.title == source.title }
      ?? left.first { source.url != nil && $0.url == source.url }
      ?? left.first { $0.title == source.title && $0.publisher == source.publisher }
    return found?.id
  }
}
