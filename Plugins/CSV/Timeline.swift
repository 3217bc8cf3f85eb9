import DossierModel

/// One row of the timeline.
struct TimelineEntry: Sendable {
  let earliest: String?
  let latest: String?
  let words: String
  /// `event`, `claim` or `source`.
  let what: String
  let id: String
  let who: [String]
  let text: String
}

/// What of a report has a date, in order of time.
enum Timeline {
  /// Events, claims and publications that have a date; equal dates keep the report's order.
  static func entries(of report: Report, _ index: ReportIndex) -> [TimelineEntry] {
    var entries: [TimelineEntry] = []
    for event in report.events {
      guard let time = event.time, time.earliest != nil || time.latest != nil else { continue }
      entries.append(
        TimelineEntry(
          earliest: time.earliest, latest: time.latest, words: time.words, what: "event", id: event.id,
          who: event.targets.map(index.name), text: event.label))
    }
    for claim in report.claims {
      guard let time = claim.time, time.earliest != nil || time.latest != nil else { continue }
      entries.append(
        TimelineEntry(
          earliest: time.earliest, latest: time.latest, words: time.words, what: "claim", id: claim.id,
          who: index.claimants(claim), text: claim.proposition.text))
    }
    for source in report.sources {
      guard let published = source.published else { continue }
      entries.append(
        TimelineEntry(
          earliest: published, latest: published, words: "", what: "source", id: source.id,
          who: [source.publisher].compactMap(\.self), text: source.title))
    }
    return entries.enumerated().sorted { left, right in
      let dates = (
        left.element.earliest ?? left.element.latest ?? "",
        right.element.earliest ?? right.element.latest ?? ""
      )
      return dates.0 != dates.1 ? dates.0 < dates.1 : left.offset < right.offset
    }.map(\.element)
  }
}
